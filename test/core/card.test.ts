import assert from 'node:assert/strict';
import {
  alterations,
  analyse,
  cardOf,
  Corpus,
  CorpusFolder,
  emptyRegistry,
  gatherStatement,
  readArticle,
  shownWording,
  type StatementCard,
} from '../../src/core/index';
import { wordnet } from './corpusStory';

type Story = Readonly<Record<string, string>>;

/** The card of the quotation that holds some words. */
function card(story: Story, path: string, words: string, facts: Readonly<Record<string, { outlet?: string; published?: string }>> = {}) {
  const corpus = new Corpus({ wordnet });
  const sources = Object.entries(story).map(([uri, text]) => {
    const article = readArticle({ uri, path: uri, text, version: 1, set: facts[uri] ?? {} });
    const analysis = analyse(article);
    corpus.put(article, analysis);
    return { path: uri, article, analysis, placed: [] };
  });
  const folder = new CorpusFolder(sources, corpus, emptyRegistry);
  const source = folder.stateOf(path);
  const at = source?.article.raw.indexOf(words) ?? -1;
  const item = source?.items.find(({ type, span }) => type === 'quotation' && span.start <= at && at < span.end);
  assert.ok(source && item, `a quotation with “${words}” in ${path}`);
  return cardOf(gatherStatement(folder, source, item.span, item));
}

const relations = ({ renderings }: StatementCard) => renderings.map(({ how }) => how);
const paths = ({ renderings }: StatementCard) => renderings.map((entry) => entry.renderings.map(({ state }) => state.path));

const story: Story = {
  'a.txt': 'Weir closed\n\n“The weir will stay shut until the last gate has been mended,” said engineer Lotte Brandvold on Friday.\n',
  'b.txt': 'Gate broken\n\n“The weir will stay shut until the last gate has been mended,” Lotte Brandvold told the town council.\n',
  'c.txt': 'River rises\n\n“The weir will stay open until the last gate has been mended,” Lotte Brandvold said.\n',
  'd.txt': 'Council meets\n\nEngineer Lotte Brandvold said that the weir would stay shut until every gate had been mended.\n',
};

describe('the verdict of a card', () => {
  it('counts articles where nobody knows an outlet, and claims no outlet', () => {
    const { verdict } = card({ 'a.txt': story['a.txt'] ?? '', 'b.txt': story['b.txt'] ?? '' }, 'a.txt', 'The weir');
    assert.match(verdict, /^2 articles of unknown outlets · \d independent origins?$/);
  });

  it('counts outlets once each where they are known', () => {
    const facts = { 'a.txt': { outlet: 'Weir Post' }, 'b.txt': { outlet: 'Weir Post' } };
    const { verdict } = card({ 'a.txt': story['a.txt'] ?? '', 'b.txt': story['b.txt'] ?? '' }, 'a.txt', 'The weir', facts);
    assert.match(verdict, /^1 outlet · /);
  });

  it('says that nobody else has it, or perhaps', () => {
    assert.equal(card({ 'a.txt': story['a.txt'] ?? '' }, 'a.txt', 'The weir').verdict, 'Only here');
    const german = '---\nlanguage: de\n---\n\nDas Wehr wird laut Bürgermeisterin Ada Brandvold am Freitag 412 Kronen kosten.';
    const english = 'The weir will cost 412 crowns, Mayor Ada Brandvold said.';
    assert.equal(card({ 'a.txt': english, 'b.txt': german }, 'a.txt', 'The weir').verdict, 'Only here in this language');
  });

  it('calls words that were altered between marks quoted differently, and no contradiction', () => {
    const found = card(story, 'a.txt', 'The weir');
    assert.match(found.verdict, /quoted differently/);
    assert.doesNotMatch(found.verdict, /contradiction/);
    assert.ok(relations(found).includes('quoted differently'), relations(found).join());
    assert.match(
      found.verdict,
      /^3 articles of unknown outlets · .* · quoted differently in 1 more$/,
      'whoever alters them is none of those',
    );
    const three = { 'a.txt': story['a.txt'] ?? '', 'b.txt': story['b.txt'] ?? '', 'c.txt': story['c.txt'] ?? '' };
    assert.equal(card(three, 'c.txt', 'The weir').verdict, 'In these words only here · quoted differently in 2 more');
  });

  it('claims nothing of articles that are still being read', () => {
    class ReadingFolder extends CorpusFolder {
      readonly isReading = true;
    }
    const corpus = new Corpus({ wordnet });
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text: story['a.txt'] ?? '', version: 1 });
    const analysis = analyse(article);
    corpus.put(article, analysis);
    const folder = new ReadingFolder([{ path: 'a.txt', article, analysis, placed: [] }], corpus, emptyRegistry);
    const source = folder.stateOf('a.txt');
    const item = source?.items.find(({ type }) => type === 'quotation');
    assert.ok(source && item);
    assert.equal(cardOf(gatherStatement(folder, source, item.span, item)).verdict, 'Other articles are still being read');
  });
});

describe('the renderings of a card', () => {
  it('are three at most, those with the same words in one entry without the words', () => {
    const copies: Story = { ...story, 'e.txt': (story['b.txt'] ?? '').replace('Gate broken', 'Gate torn'), 'f.txt': story['b.txt'] ?? '' };
    const found = card(copies, 'a.txt', 'The weir');
    assert.ok(found.renderings.length <= 3);
    const same = found.renderings.find(({ wording }) => wording === undefined);
    assert.deepEqual(same?.renderings.map(({ state }) => state.path).sort(), ['b.txt', 'e.txt', 'f.txt']);
    const shown = found.renderings.reduce((sum, { renderings }) => sum + renderings.length, 0);
    assert.equal(found.more, 5 - shown);
  });

  it('begin with a primary source', () => {
    const transcript = `---\nprimary: true\n---\nMinutes\n\nBRANDVOLD: The weir will stay shut until every last gate has been mended and tested.\n\nCHAIR: When is that? The council has waited for a year now.\n\nBRANDVOLD: In March, when the last of the steel is here, and the divers have looked at it.\n`;
    const found = card({ ...story, 'z.md': transcript }, 'a.txt', 'The weir');
    assert.equal(paths(found)[0]?.[0], 'z.md', JSON.stringify(paths(found)));
  });
});

describe('who had it first', () => {
  const two = { 'a.txt': story['a.txt'] ?? '', 'b.txt': story['b.txt'] ?? '' };
  const earliest = (a?: string, b?: string) =>
    card(two, 'a.txt', 'The weir', { 'a.txt': a ? { published: a } : {}, 'b.txt': b ? { published: b } : {} }).earliest?.path;

  it('is told only where the times can be ordered', () => {
    assert.equal(earliest('2031-05-02', '2031-05-01'), 'b.txt');
    assert.equal(earliest('2031-05-02T23:00:00Z', '2031-05-01'), 'b.txt');
    assert.equal(earliest('2031-05-01', '2031-05-01'), undefined, 'one day');
    assert.equal(earliest('2031-05-01T09:00:00Z', '2031-05-01'), undefined, 'a time among days');
    assert.equal(earliest('2031-05-01', undefined), undefined, 'an unknown day');
  });
});

describe('another wording beside one’s own', () => {
  const shown = (here: string, there: string) => {
    const { kind, parts } = shownWording(here, there);
    return {
      kind,
      text: parts
        .map((part) => (part.kind === 'removed' ? `-${part.text}-` : part.kind === 'added' ? part.text : `[${part.text}]`))
        .join(''),
    };
  };

  it('is compared word by word where most of it is the same', () => {
    const { kind, text } = shown('we warned every company twice', 'we warned each company twice');
    assert.equal(kind, 'changes');
    assert.match(text, /-every-/);
    assert.match(text, /each/);
  });

  it('stands plainly, with the words that both have, where hardly any is the same', () => {
    const { kind, text } = shown(
      'the inquiry would begin within a week and be public',
      'a hearing about the sinking is to start in a week, and the public may come',
    );
    assert.equal(kind, 'wording');
    assert.doesNotMatch(text, /-/);
    assert.match(text, /\[[^\]]*week[^\]]*\]/);
    assert.equal(text.replace(/[[\]]/g, ''), 'a hearing about the sinking is to start in a week, and the public may come');
  });

  it('is told in a few words for lists', () => {
    assert.equal(alterations('we warned every company twice this year', 'we warned each company twice this year'), '“each” for “every”');
    assert.equal(alterations('we warned every company', 'we warned every company twice'), 'with “twice”');
    assert.equal(alterations('“We warned every company,”', 'we warned every company'), '');
  });

  it('stands plainly where one of them reports: every verb is another one', () => {
    const { kind } = shownWording('the weir will stay shut', 'the weir would stay shut', true);
    assert.equal(kind, 'wording');
    assert.equal(shownWording('the weir will stay shut', 'The weir will stay shut', true).kind, 'changes', 'the same words are the same');
  });

  it('keeps what stays the same only near what does not', () => {
    const long = 'and the boats lay in the harbour all that winter '.repeat(6);
    const { text } = shown(`${long}under snow ${long}`, `${long}under ice ${long}`);
    assert.ok(text.length < 250, text);
    assert.match(text, /-snow-/);
    assert.match(text, /ice/);
  });
});
