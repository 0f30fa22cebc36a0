import assert from 'node:assert/strict';
import {
  analyse,
  type Annotation,
  Corpus,
  decide,
  describeSpan,
  editSidecar,
  exportFormats,
  gatherReport,
  importFormats,
  emptyRegistry,
  itemsOf,
  newSidecar,
  type Placed,
  readArticle,
  readSidecar,
  suggest,
} from '../../src/core/index';

const text = '“It leaks,” said Kess. “My uncle told me, ‘Sell the old mill,’ and I did,” said Tarn.';
const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
const analysis = analyse(article);
const inner = '‘Sell the old mill,’';
const outer = '“My uncle told me, ‘Sell the old mill,’ and I did,”';
const reviewed = { by: 'ana', at: '2026-01-02T10:00:00Z' };

function decided(words: string, status: Annotation['status'], id: string, more: Partial<Annotation> = {}): Placed {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return { annotation: { id, type: 'quotation', status, ...describeSpan(text, span), ...more }, how: 'exact', span };
}

function suggestion(placed: readonly Placed[]) {
  return suggest(analysis, placed).find(({ span }) => text.slice(span.start, span.end) === inner);
}

describe('what somebody says inside the words of another', () => {
  it('is suggested, also where the words around it are accepted or rejected', () => {
    assert.ok(suggestion([]));
    assert.ok(suggestion([decided(outer, 'accepted', 'outer00000')]));
    assert.ok(suggestion([decided(outer, 'rejected', 'outer00000')]));
  });

  it('is not suggested again once it is decided', () => {
    assert.equal(suggestion([decided(inner, 'accepted', 'inner00000')]), undefined);
    assert.equal(suggestion([decided(inner, 'rejected', 'inner00000')]), undefined);
  });

  it('leaves the words around it suggested', () => {
    const open = suggest(analysis, [decided(inner, 'accepted', 'inner00000')]);
    assert.ok(open.some(({ span }) => text.slice(span.start, span.end) === outer));
  });

  it('names, as an entry, the accepted one around it', () => {
    const found = suggestion([decided(outer, 'accepted', 'outer00000')]);
    assert.ok(found);
    assert.equal(decide(found, 'accepted', text, 'inner00000', reviewed).in, 'outer00000');
    const alone = suggestion([]);
    assert.ok(alone);
    assert.equal(decide(alone, 'accepted', text, 'inner00000', reviewed).in, undefined);
  });

  it('goes through the YAML file, after the value', () => {
    const entry: Annotation = { ...decided(inner, 'accepted', 'inner00000', { in: 'outer00000', tags: ['mill'] }).annotation };
    const file = newSidecar({ path: 'a.txt', offsets: 'codepoint' }, [decided(outer, 'accepted', 'outer00000').annotation, entry]);
    assert.match(file, /in: outer00000\n +tags:/);
    const { annotations, problems } = readSidecar(file);
    assert.deepEqual([annotations.map((one) => one.in), problems], [[undefined, 'outer00000'], []]);
    assert.equal(editSidecar(file, [{ kind: 'update', id: 'inner00000', set: {}, unset: ['in'] }]).length, 1);
  });

  it('is told of where the entry that it names is not there', () => {
    const file = newSidecar({ path: 'a.txt', offsets: 'codepoint' }, [
      decided(inner, 'accepted', 'inner00000', { in: 'gone000000' }).annotation,
    ]);
    const { problems } = readSidecar(file);
    assert.deepEqual(
      problems.map(({ code, start, end }) => [code, file.slice(start, end)]),
      [['unknown-outer', 'in: gone000000']],
    );
  });

  it('is an item that is not marked by itself and knows the words around it', () => {
    const items = itemsOf(text, analysis, [], emptyRegistry);
    const item = items.find(({ span }) => text.slice(span.start, span.end) === inner);
    const around = items.find(({ id }) => id === item?.in);
    assert.equal(item?.unmarked, true);
    assert.equal(around && text.slice(around.span.start, around.span.end), outer);
    const placed = [decided(outer, 'accepted', 'outer00000'), decided(inner, 'accepted', 'inner00000', { in: 'outer00000' })];
    const accepted = itemsOf(text, analysis, placed, emptyRegistry).find(({ id }) => id === 'inner00000');
    assert.deepEqual([accepted?.in, accepted?.unmarked], ['outer00000', undefined]);
  });

  for (const id of ['bundle', 'w3c', 'csv', 'tsv', 'brat'])
    it(`comes back from ${id} with the words around it named`, () => {
      const placed = [decided(outer, 'accepted', 'outer00000'), decided(inner, 'accepted', 'inner00000', { in: 'outer00000' })];
      const sources = [{ path: 'a.txt', article, sha256: 'c0ffee'.padEnd(64, '0'), analysis, placed }];
      const report = gatherReport(sources, new Corpus(), emptyRegistry, { statuses: ['accepted'] });
      const files = exportFormats.find((format) => format.id === id)?.export(report) ?? [];
      const given = files.map(({ path, content }) => ({
        name: path,
        text: typeof content === 'string' ? content : [...content].map(String).join(''),
      }));
      const back = importFormats.find((format) => format.id === (id === 'tsv' ? 'csv' : id))?.read(given, emptyRegistry);
      assert.deepEqual(
        back?.annotations.map(({ annotation }) => [annotation.id, annotation.in]).sort(),
        [
          ['inner00000', 'outer00000'],
          ['outer00000', undefined],
        ],
        JSON.stringify(back?.problems),
      );
    });

  it('is a relation in brat, also where nobody has decided it, and nests in TEI', () => {
    const sources = [{ path: 'a.txt', article, sha256: 'c0ffee'.padEnd(64, '0'), analysis, placed: [] }];
    const report = gatherReport(sources, new Corpus(), emptyRegistry);
    const written = (id: string) =>
      (exportFormats.find((format) => format.id === id)?.export(report) ?? [])
        .flatMap(({ content }) => (typeof content === 'string' ? [content] : [...content].map(String)))
        .join('');
    assert.match(written('brat'), /^R\d+\tIn Arg1:T\d+ Arg2:T\d+$/m);
    assert.match(written('tei'), /<said [^>]*>“My uncle told me, <said [^>]*>‘Sell the old mill,’<\/said>/);
  });
});
