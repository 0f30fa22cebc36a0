import assert from 'node:assert/strict';
import { FolderCorroboration } from '../../src/cli/corroboration/index';
import { SharedWork } from '../../src/cli/corroboration/sharedWork';
import { type Helper, inOrder } from '../../src/cli/corroboration/together';
import { readFolder } from '../../src/cli/folder';
import { Corpus } from '../../src/core/index';
import { wordnet } from '../core/corpusStory';
import { jsonLines, secondSource, withFolder } from './program';

async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of given) found.push(one);
  return found;
}

/** A thread that takes pieces until it is to stop. */
function helper(does: (at: number, told: (at: number, done: string) => void) => boolean): Helper<string> & { taken: number[] } {
  const taken: number[] = [];
  let isStopped = false;
  return {
    taken,
    start: (shared, who, told, gone) => {
      const work = new SharedWork(20, shared);
      const step = () => {
        const at = isStopped ? undefined : work.take(who);
        if (at === undefined) return;
        taken.push(at);
        if (does(at, told)) setImmediate(step);
        else setImmediate(gone);
      };
      step();
    },
    stop: () => (isStopped = true),
  };
}

describe('work that several threads do', () => {
  const whole = Array.from({ length: 20 }, (_, at) => `piece ${at}`);

  it('comes in its order, each piece done once', async () => {
    const other = helper((at, told) => {
      setTimeout(() => told(at, `piece ${at}`), (at * 7) % 5);
      return true;
    });
    const own: number[] = [];
    const found = await all(inOrder(20, (at) => `piece ${own.push(at) && at}`, [other]));
    assert.deepEqual(found, whole);
    assert.deepEqual(
      [...own, ...other.taken].sort((a, b) => a - b),
      [...whole.keys()],
    );
    assert.ok(own.length > 0 && other.taken.length > 0);
  });

  it('is done by the others where a thread ends in the middle of a piece', async () => {
    const dying = helper((at, told) => {
      if (at < 3) told(at, `piece ${at}`);
      return at < 3;
    });
    assert.deepEqual(await all(inOrder(20, (at) => `piece ${at}`, [dying, helper(() => false)])), whole);
  });

  it('is not begun far ahead of what is written', () => {
    const work = new SharedWork(1000);
    let taken = 0;
    while (work.take(1) !== undefined) taken++;
    assert.ok(taken < 100);
    work.write(10);
    assert.equal(work.take(1), taken);
  });
});

describe('corroborate in a folder of many articles', () => {
  const towns = 'Halden Ostrow Skarn Tolmi Venn Basin Lowen'.split(' ');
  const articles = Object.fromEntries(
    Array.from({ length: 75 }, (_, i): [string, string] => {
      const town = towns[i % 7] ?? '';
      return [
        `a${i}.txt`,
        `The market of ${town} sold ${i >> 3} carts of turnips. “Nobody in ${town} wants ${i >> 2} more turnips this winter,” warden Ines Tolle said.\n\nEs regnete.`,
      ];
    }),
  );
  const german =
    'Der Markt von Ostrow verkaufte am Montag alle Rüben. „Niemand in Ostrow will in diesem Winter noch mehr Rüben haben“, sagte die Aufseherin Ines Tolle.';

  it('says with the help of other threads what one thread says', () =>
    withFolder({ ...articles, 'deutsch.txt': german }, async (root) => {
      const folder = await readFolder(root, true, true);
      const corpus = new Corpus({ wordnet });
      for (const { article, analysis } of folder.articles) corpus.put(article, analysis);
      const alone = new FolderCorroboration(folder, corpus, []);
      const expected = (await all(alone.articles())).map((article) => ({ article }));
      const lines = jsonLines(secondSource(['corroborate', root, '--jsonl']).stdout);
      assert.deepEqual(lines.slice(0, expected.length), JSON.parse(JSON.stringify(expected)));
      assert.deepEqual(
        lines.flatMap((line) => (line as { origin?: unknown }).origin ?? []),
        JSON.parse(JSON.stringify(alone.origins())),
      );
      assert.ok(expected.some(({ article }) => article.quotations.some(({ renderings }) => renderings.length > 0)));
    }));
});
