import assert from 'node:assert/strict';
import { analyse, cardOf, Corpus, CorpusFolder, emptyRegistry, gatherStatement, primaryOf, readArticle } from '../../src/core/index';
import { type Texts, wordnet } from './corpusStory';

const turns = `BRANDVOLD: The weir will stay shut until every last gate has been mended and tested. I have told the council so in March.

CHAIR: When is that? The council has waited for a year now.

BRANDVOLD: In June, when the last of the steel is here, and the divers have looked at it. We, we will not open a gate that leaks.
`;

const reports: Texts = {
  'a.txt':
    'Weir closed\n\n“The weir will stay shut until every last gate has been mended and tested,” said engineer Lotte Brandvold on Friday.\n',
  'b.txt':
    'Gate broken\n\n“The weir will stay shut until every last gate has been painted and tested,” engineer Lotte Brandvold told the council.\n',
};

function folderOf(texts: Texts, primary: Readonly<Record<string, string>> = {}) {
  const corpus = new Corpus({ wordnet });
  const sources = Object.entries(texts).map(([uri, text]) => {
    const set = primary[uri] === undefined ? {} : { primary: primary[uri] };
    const article = readArticle({ uri, path: uri, text, version: 1, set });
    const analysis = analyse(article);
    corpus.put(article, analysis);
    return { path: uri, article, analysis, placed: [] };
  });
  return { corpus, folder: new CorpusFolder(sources, corpus, emptyRegistry) };
}

function card(texts: Texts, path: string, words: string, primary: Readonly<Record<string, string>> = {}) {
  const { folder } = folderOf(texts, primary);
  const source = folder.stateOf(path);
  const at = source?.article.raw.indexOf(words) ?? -1;
  const item = source?.items.find(({ type, span }) => type === 'quotation' && span.start <= at && at < span.end);
  assert.ok(source && item, `a quotation with “${words}” in ${path}`);
  return cardOf(gatherStatement(folder, source, item.span, item));
}

function kindOf(text: string, set?: string): string | undefined {
  const article = readArticle({ uri: 'x.md', path: 'x.md', text, version: 1, set: set === undefined ? {} : { primary: set } });
  return primaryOf({ article, analysis: analyse(article) });
}

function wordingConflicts(texts: Texts, primary: Readonly<Record<string, string>> = {}): readonly string[] {
  return folderOf(texts, primary)
    .corpus.conflicts()
    .flatMap(({ kind, message }) => (kind === 'wording' ? [message] : []));
}

describe('what is a primary source', () => {
  it('is what its front matter says, in whatever spelling', () => {
    for (const [written, kind] of [
      ['transcript', 'transcript'],
      ['Press-Release', 'press release'],
      ['"press release"', 'press release'],
      ['true', 'primary source'],
      ['false', undefined],
      ['local news', undefined],
    ] as const)
      assert.equal(kindOf(`---\nprimary: ${written}\n---\n\nThe weir is shut.\n`), kind, written);
  });

  it('is what a person has set, before all else', () => {
    assert.equal(kindOf('---\nprimary: transcript\n---\n\nThe weir is shut.\n', 'readout'), 'readout');
    assert.equal(kindOf(turns, 'report'), undefined);
  });

  it('is a transcript that reads like one from its beginning to its end', () => {
    assert.equal(kindOf(`Minutes of the weir board\n\n${turns}`), 'transcript');
  });

  it('is no report that prints some turns, and no interview that an outlet has shortened', () => {
    const told =
      'The engineer in charge of the old weir told the council of Halden on Friday evening what is to be done about the five gates.';
    assert.equal(kindOf(`${told}\n\n${turns}`), undefined);
    assert.equal(kindOf(`${turns}\nThis interview has been edited for length.\n`), undefined);
  });
});

describe('a primary source', () => {
  const all: Texts = { ...reports, 'z.txt': turns };

  it('leads the card of a report with its own sentences', () => {
    const { primary } = card(all, 'a.txt', 'The weir');
    assert.equal(primary?.kind, 'transcript');
    assert.match(primary.words, /^The weir will stay shut until every last gate has been mended and tested\./);
    assert.equal(card(reports, 'a.txt', 'The weir').primary, undefined);
  });

  it('leads it, too, where the report has altered the words', () => {
    assert.match(card(all, 'b.txt', 'The weir').primary?.words ?? '', /mended and tested/);
  });

  it('says of its own words that they are the words', () => {
    assert.match(card(all, 'z.txt', 'The weir').verdict, /^In the transcript itself · /);
  });

  it('is what altered words are told against, and not the other reports', () => {
    assert.deepEqual(wordingConflicts(all), ['Quoted differently: “painted” where the transcript has “mended”']);
    assert.deepEqual(wordingConflicts(reports), ['Quoted differently: “mended” against “painted”']);
  });

  it('tells what a report has left out or put in without a sign', () => {
    const altered = (words: string) =>
      wordingConflicts({ 'a.txt': (reports['a.txt'] ?? '').replace('every last gate', words), 'z.txt': turns });
    assert.deepEqual(altered('every gate'), ['Quoted differently: without “last”, as the transcript has it']);
    assert.deepEqual(altered('every last iron gate'), ['Quoted differently: “iron”, which the transcript has not']);
    assert.deepEqual(altered('every … gate'), []);
  });

  it('is quoted as it is where words that were begun twice are left out', () => {
    const report = 'Gates\n\n“We will not open a gate that leaks,” engineer Lotte Brandvold told the council of Halden.\n';
    assert.deepEqual(wordingConflicts({ 'a.txt': report, 'z.txt': turns }), []);
  });

  it('is where reports of the words go back to', () => {
    const { folder } = folderOf({
      'a.txt': reports['a.txt'] ?? '',
      'c.txt': (reports['a.txt'] ?? '').replace('Weir closed', 'Dry'),
      'z.txt': turns,
    });
    const source = folder.stateOf('a.txt');
    const item = source?.items.find(({ type }) => type === 'quotation');
    assert.ok(source && item);
    const { origins } = gatherStatement(folder, source, item.span, item);
    assert.deepEqual(
      origins.map(({ kind, reason }) => ({ kind, reason })),
      [{ kind: 'shared-source', reason: 'the words are in the transcript' }],
    );
  });

  it('is where a report goes back to that has altered them', () => {
    const { verdict } = card({ ...all, 'a.txt': (reports['a.txt'] ?? '').replace('painted', 'mended') }, 'b.txt', 'The weir');
    assert.match(verdict, /^2 articles of unknown outlets · 1 independent origin · quoted differently/);
  });

  it('may be a recording written down without names, one long paragraph of it', () => {
    const talk = Array.from(
      { length: 30 },
      (_, i) => `We have counted ${i + 20} boats and the people in them, and we thank all of them for that.`,
    );
    const speech = [
      ...talk.slice(0, 15),
      'The weir will stay shut until every last gate has been mended and tested.',
      ...talk.slice(15),
    ].join(' ');
    const texts = { 'b.txt': reports['b.txt'] ?? '', 'z.txt': `${speech}\n` };
    assert.deepEqual(wordingConflicts(texts, { 'z.txt': 'recording' }), ['Quoted differently: “painted” where the recording has “mended”']);
    assert.deepEqual(wordingConflicts(texts), []);
  });

  it('of which reports tell in their own words is no reproach to them', () => {
    const report = 'Weir\n\nEngineer Lotte Brandvold said that the weir would stay shut until the gates had been mended.\n';
    assert.deepEqual(wordingConflicts({ 'a.txt': report, 'z.txt': turns }), []);
  });
});
