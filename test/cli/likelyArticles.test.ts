import assert from 'node:assert/strict';
import { Grid } from '../../src/core/corpus/matching/grid';
import { analyseSpeech, readToAnalyse } from '../../src/core/index';
import { type Archived, type AskedArchive, LikelyArticles } from '../../src/engine/index';

const said = 'The tin harp of Mossend was never played before the frost had left the quarry';
const home = `“${said},” Pia Lorn said. “Nobody tunes a harp in a quarry,” she said.`;

async function read(uri: string, text: string): Promise<Archived> {
  const article = await readToAnalyse({ uri, path: 'line.txt', text, version: 1, set: {} });
  return { article, analysis: analyseSpeech(article) };
}

/** Every passage is answered with ten articles that have it, and twenty that were never named before. */
class Proposing implements AskedArchive {
  readonly name = 'proposing';
  readonly reads: string[] = [];
  questions = 0;
  /** What those say that do not have it. */
  other = 'A cart of gravel fell over.';
  #others = 0;

  nearest() {
    this.questions++;
    const others = Array.from({ length: 20 }, () => `other-${this.#others++}`);
    return Promise.resolve([...Array.from({ length: 10 }, (_, n) => `has-${n}`), ...others].map((uri) => ({ uri, stamp: '1' })));
  }

  async read(uris: readonly string[]) {
    this.reads.push(...uris);
    await new Promise((next) => setTimeout(next, 1));
    const text = (uri: string) =>
      uri.startsWith('has') ? `Pia Lorn told paper ${uri}: “${said}.” Rain fell.` : `${this.other} It was sold to yard ${uri}.`;
    return Promise.all(uris.map((uri) => read(uri, text(uri))));
  }
}

describe('the articles that an archive proposes', () => {
  let archive: Proposing;
  let likely: LikelyArticles;
  let of: Archived;
  const ask = (signal?: AbortSignal) =>
    likely.among(
      said,
      of,
      (corpus, found) => {
        const matches = corpus.match({ uri: 'home', start: 0, end: said.length + 2 });
        return matches.filter(({ uri, level }) => level === 'match' && found.has(uri)).map(({ uri }) => uri);
      },
      signal,
    );
  beforeEach(async () => {
    archive = new Proposing();
    likely = new LikelyArticles(archive, undefined, () => new Promise((next) => setTimeout(next, 0)));
    of = await read('home', home);
  });

  it('are compared sentence by sentence only where enough of the words stand close together', async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const { of: compare } = Grid;
    let compared = 0;
    Grid.of = (...args) => {
      compared++;
      return compare(...args);
    };
    try {
      likely = new LikelyArticles(archive, undefined);
      archive.other = 'A cart of gravel had left the quarry before noon.';
      assert.equal((await ask()).length, 10);
    } finally {
      Grid.of = compare;
    }
    assert.ok(compared <= 10, `${compared} of thirty`);
  });

  it('are all compared, however many other ones have been needed before', async () => {
    const all = Array.from({ length: 10 }, (_, n) => `has-${n}`);
    for (let question = 0; question < 14; question++) assert.deepEqual((await ask()).toSorted(), all, `question ${question}`);
    assert.deepEqual(
      archive.reads.filter((uri) => uri.startsWith('has')),
      all,
      'what is needed again and again is read once',
    );
  });

  it('are all compared where many passages are asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask()));
    for (const found of answers) assert.equal(found.length, 10);
  });

  it('are not compared any more once nobody waits', async () => {
    await ask();
    const stop = new AbortController();
    let compared = 0;
    const left = Array.from({ length: 6 }, () => likely.among(said, of, () => (stop.signal.aborted ? ++compared : 0), stop.signal));
    const last = ask();
    while (archive.questions < 8) await new Promise((next) => setTimeout(next, 1));
    stop.abort();
    for (const answer of left) await assert.rejects(answer);
    assert.equal((await last).length, 10, 'who still waits is answered');
    assert.equal(compared, 0);
  });
});
