import assert from 'node:assert/strict';
import {
  analyse,
  type ArchivedRendering,
  cardOf,
  Corpus,
  CorpusFolder,
  emptyRegistry,
  gatherStatement,
  type InArchive,
  readArticle,
  type SetFacts,
} from '../../src/core/index';
import { wordnet } from './corpusStory';

interface Told {
  readonly text: string;
  readonly facts?: SetFacts;
}

const weir = '“The weir will stay shut until the last gate has been mended,”';
const here: Readonly<Record<string, Told>> = {
  'a.txt': { text: `Weir closed\n\n${weir} said engineer Lotte Brandvold on Friday.\n`, facts: { outlet: 'Weir Post' } },
  'b.txt': { text: `Gate broken\n\n${weir} Lotte Brandvold told the town council.\n`, facts: { outlet: 'Lock Gazette' } },
};

function read(uri: string, { text, facts = {} }: Told) {
  const article = readArticle({ uri, path: 'line.txt', text, version: 1, set: facts });
  return { path: uri, article, analysis: analyse(article), placed: [] };
}

/** The card of the first quotation of `a.txt` in a folder, beside an archive with these articles, or one that says something else. */
function card(folder: Readonly<Record<string, Told>>, archive: Readonly<Record<string, Told>> | InArchive | undefined) {
  const sources = Object.entries(folder).map(([path, told]) => read(path, told));
  const corpus = new Corpus({ wordnet });
  for (const { article, analysis } of sources) corpus.put(article, analysis);
  const statements = new CorpusFolder(sources, corpus, emptyRegistry);
  const state = statements.stateOf('a.txt')!;
  const item = state.items.find(({ type }) => type === 'quotation')!;
  const isSaid = (given: typeof archive): given is InArchive => given !== undefined && 'kind' in given;
  const archived = archive === undefined || isSaid(archive) ? archive : answer(archive);
  return cardOf(gatherStatement(statements, state, item.span, item, archived));

  function answer(articles: Readonly<Record<string, Told>>): InArchive {
    const beside = new Corpus({ wordnet });
    const all = new Map(Object.entries(articles).map(([uri, told]) => [uri, read(uri, told)]));
    for (const { article, analysis } of [state, ...all.values()]) beside.put(article, analysis);
    const matches = beside.match({ uri: 'a.txt', start: item.span.start, end: item.span.end });
    const renderings = matches.flatMap((match): ArchivedRendering[] => {
      const found = all.get(match.uri);
      return found ? [{ id: match.uri, match, article: found.article, analysis: found.analysis }] : [];
    });
    return { kind: 'answered', renderings };
  }
}

const told = (outlet: string | undefined, after: string, more: SetFacts = {}): Told => ({
  text: `${weir} ${after}\n`,
  facts: { ...(outlet === undefined ? {} : { outlet }), ...more },
});
const archive = {
  x1: told('Mill Herald', 'Brandvold said in the mill.', { published: '2031-05-04' }),
  x2: told('Sluice Times', 'the engineer Lotte Brandvold explained.'),
  x3: told('Canal Daily', 'Lotte Brandvold wrote to the fishers.'),
  x4: told('Ferry Echo', 'Lotte Brandvold said at the ferry.'),
};

describe('a card beside an archive', () => {
  it('says how many outlets are here and how many in the archive, and lists three of its renderings', () => {
    const { verdict, archive: beside } = card(here, archive);
    assert.match(verdict, /^2 outlets here, 4 in the archive · \d independent/);
    assert.equal(beside?.renderings.length, 3);
    assert.equal(beside.more, 1);
    assert.equal(beside.silence, undefined);
    assert.ok(beside.renderings.every(({ how, wording }) => how === 'same words' && wording === undefined));
  });

  it('says what an archive has of a quotation that no other article of the folder has', () => {
    assert.match(card({ 'a.txt': here['a.txt']! }, archive).verdict, /^Only here in this folder, 4 outlets in the archive$/);
    assert.match(card({ 'a.txt': here['a.txt']! }, { x9: { text: 'Nothing of it.' } }).verdict, /^Only here in this folder, none found in/);
  });

  it('counts what is unknown as articles', () => {
    const { verdict, archive: beside } = card(here, { x1: archive.x1, y: told(undefined, 'Brandvold said on the radio.') });
    assert.match(verdict, /^2 outlets here, 1 outlet and 1 article of unknown outlet in the archive/);
    assert.ok(beside?.renderings.some(({ label }) => label === 'Mill Herald, 2031-05-04'));
  });

  it('counts an outlet of the folder once, and lists what else it has in the archive', () => {
    const { verdict, archive: beside } = card(here, { x1: told('Lock Gazette', 'Brandvold repeated a week later at the lock.') });
    assert.match(verdict, /^2 outlets here · /);
    assert.equal(beside?.renderings.length, 1);
  });

  it('leaves out articles of the folder, by their words, address, headline or path', () => {
    const address = { url: 'https://www.weir.example/shut/' };
    const folder = {
      'a.txt': { ...here['a.txt']!, facts: { outlet: 'Weir Post', ...address } },
      'b.txt': { ...here['b.txt']!, facts: { outlet: 'Lock Gazette', title: 'Gate broken', published: '2031-05-04T10:00:00Z' } },
    };
    const { archive: beside, verdict } = card(folder, {
      words: { text: here['b.txt']!.text.replaceAll('\n', '\n\n') },
      address: { text: `${weir} said Lotte Brandvold. Now with more.`, facts: { url: 'http://weir.example/shut#top' } },
      headline: told('Lock Gazette', 'Brandvold told the council.', { title: 'Gate Broken', published: '2031-05-04' }),
      'b.txt': { text: `${here['b.txt']!.text}\nThis article was updated.` },
    });
    assert.deepEqual(beside?.renderings, []);
    assert.match(verdict, /^2 outlets here, none found in the archive/);
  });

  it('keeps another article that has the same path, or the same headline on another day', () => {
    const folder = { ...here, 'b.txt': { ...here['b.txt']!, facts: { outlet: 'Lock Gazette', title: 'Weir', published: '2031-05-04' } } };
    const { archive: beside } = card(folder, {
      'b.txt': told('Mill Herald', 'Brandvold said in the mill.'),
      other: told('Lock Gazette', 'Brandvold said again.', { title: 'Weir', published: '2031-06-01' }),
    });
    assert.equal(beside?.renderings.length, 2);
  });

  it('keeps another article that has the address of a page on which many stand', () => {
    for (const url of [
      'https://www.weir.example',
      'http://weir.example:80/',
      'https://weir.example/index.html',
      'https://weir.example/en/',
      'https://weir.example/?utm_source=feed',
    ]) {
      const folder = { ...here, 'a.txt': { ...here['a.txt']!, facts: { outlet: 'Weir Post', url } } };
      const { archive: beside } = card(folder, {
        x1: told('Weir Post', 'Brandvold said a year later.', { url: 'https://weir.example/' }),
        x2: told('Weir Post', 'she told the anglers.', { url }),
      });
      assert.equal(beside?.renderings.length, 2, url);
    }
    const url = 'https://weir.example/news-of-the-day';
    const folder = { 'a.txt': { ...here['a.txt']!, facts: { url } }, 'b.txt': { ...here['b.txt']!, facts: { url } } };
    assert.equal(card(folder, { x1: told('Mill Herald', 'Brandvold said.', { url }) }).archive?.renderings.length, 1);
  });

  it('knows an address by the page that it leads to', () => {
    const folder = {
      ...here,
      'a.txt': { ...here['a.txt']!, facts: { outlet: 'Weir Post', url: 'https://www.weir.example/?p=17&utm_medium=mail' } },
    };
    const { archive: beside } = card(folder, {
      same: told('Weir Post', 'Brandvold said, as was corrected later.', { url: 'http://WEIR.example/?p=17' }),
      other: told('Weir Post', 'Brandvold told the anglers.', { url: 'https://weir.example/?p=18' }),
    });
    assert.deepEqual(
      beside?.renderings.map(({ rendering }) => rendering.id),
      ['other'],
    );
  });

  it('keeps another article of a column whose days nobody knows', () => {
    const folder = { ...here, 'a.txt': { ...here['a.txt']!, facts: { outlet: 'Weir Post', title: 'Comment' } } };
    const { archive: beside } = card(folder, {
      other: {
        text: `Anglers came from far away to hear it, and many had brought their own chairs along. ${weir} said Lotte Brandvold.`,
        facts: { outlet: 'Weir Post', title: 'Comment' },
      },
      longer: { text: `${here['a.txt']!.text}\nThe town was glad to hear it.`, facts: { outlet: 'Weir Post', title: 'Comment' } },
    });
    assert.deepEqual(
      beside?.renderings.map(({ rendering }) => rendering.id),
      ['other'],
    );
  });

  it('never says that nobody else has it where the archive does not answer, is awaited or is not asked', () => {
    const silent: readonly (readonly [InArchive, RegExp])[] = [
      [{ kind: 'silent', reason: 'no answer in 10 s' }, /^The archive does not answer: no answer in 10 s$/],
      [{ kind: 'awaited' }, /^The archive has not answered yet/],
      [{ kind: 'unasked', why: 'browser' }, /not in the browser$/],
      [{ kind: 'unasked', why: 'untrusted' }, /not trusted$/],
    ];
    for (const [said, words] of silent) {
      const alone = card({ 'a.txt': here['a.txt']! }, said);
      assert.equal(alone.verdict, 'Only here in this folder');
      assert.match(alone.archive?.silence ?? '', words);
      assert.match(card(here, said).verdict, /^2 outlets here · /);
    }
  });

  it('is as ever where no archive is set', () => {
    assert.match(card(here, undefined).verdict, /^2 outlets · /);
    assert.equal(card({ 'a.txt': here['a.txt']! }, undefined).verdict, 'Only here');
    assert.equal(card(here, undefined).archive, undefined);
  });
});
