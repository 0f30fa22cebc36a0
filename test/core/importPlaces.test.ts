import assert from 'node:assert/strict';
import {
  emptyRegistry,
  importChanges,
  importFormats,
  type ImportFile,
  type ImportPreview,
  previewImport,
  readArticle,
} from '../../src/core/index';

const article = 'Storm over Halden.\n\nOlda Prins 💩 said the crane would stay. 📉 Mira Sund said nothing.\n\nThe crane fell on Sunday.\n';

function preview(format: string, files: readonly ImportFile[], text = article, chosen?: ReadonlyMap<string, number>): ImportPreview {
  let count = 0;
  const reader = importFormats.find(({ id }) => id === format);
  assert.ok(reader);
  const target = { path: 'a.txt', article: readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 }), sha256: 'x', annotations: [] };
  return previewImport(reader.read(files, emptyRegistry), [target], {
    registry: emptyRegistry,
    newId: () => `new${++count}`,
    ...(chosen && { chosen }),
  });
}

const entriesOf = (found: ImportPreview) => found.documents.flatMap(({ entries }) => entries);
const placesIn = (found: ImportPreview, text = article) =>
  entriesOf(found).map(({ placed }) =>
    placed.how === 'orphan' ? 'orphan' : `${placed.how} ${text.slice(placed.span.start, placed.span.end)} ${placed.span.start}`,
  );

/** The lines of an .ann file for these words, counted by somebody. */
function annOf(text: string, words: readonly string[], count: (before: string) => number): string {
  return words
    .map((word, i) => {
      const at = text.indexOf(word);
      return `T${i + 1}\tSpeaker ${count(text.slice(0, at))} ${count(text.slice(0, at + word.length))}\t${word}\n`;
    })
    .join('');
}

const words = ['Olda Prins', 'Mira Sund', 'fell on Sunday'];
const right = words.map((word) => `exact ${word} ${article.indexOf(word)}`);
const points = (text: string) => Array.from(text).length;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('an import of brat', () => {
  const brat = (ann: string, text = article) =>
    preview(
      'brat',
      [
        { name: 'a.ann', text: ann },
        { name: 'a.txt', text },
      ],
      text.replaceAll('\r\n', '\n'),
    );

  const counts: readonly (readonly [name: string, count: (before: string) => number])[] = [
    ['code points, as brat does', points],
    ['code points with CRLF', (text) => points(crlf(text))],
    ['UTF-16', (text) => text.length],
    ['UTF-16 with CRLF', (text) => crlf(text).length],
    ['bytes', bytes],
    ['bytes with CRLF', (text) => bytes(crlf(text))],
  ];
  for (const [name, count] of counts)
    it(`takes the words beside the offsets, whatever counted them: ${name}`, () => {
      assert.deepEqual(placesIn(brat(annOf(article, words, count))), right);
      assert.deepEqual(placesIn(brat(annOf(article, words, count), crlf(article))), right);
    });

  it('looks for the words where the text was edited since', () => {
    const edited = article.replace('Storm over Halden', 'A heavy storm over Halden');
    const found = placesIn(
      preview(
        'brat',
        [
          { name: 'a.ann', text: annOf(article, words, points) },
          { name: 'a.txt', text: edited },
        ],
        edited,
      ),
      edited,
    );
    assert.deepEqual(
      found.map((place) => place.replace(/^\w+ | \d+$/g, '')),
      words,
    );
  });

  it('gives no place to words that are not there, nor to words that stand twice', () => {
    const found = brat('T1\tSpeaker 3 8\tTom Feld\nT2\tCue 1 6\tcrane\n');
    assert.deepEqual(placesIn(found), ['orphan', 'orphan']);
    assert.deepEqual(
      entriesOf(found).map(({ choices = [] }) => choices.map(({ start }) => start)),
      [[], [article.indexOf('crane'), article.lastIndexOf('crane')]],
    );
    assert.deepEqual(
      found.documents.flatMap((document) => importChanges(document)),
      [],
    );
  });

  it('reads fragments in any order', () => {
    const [first, second] = ['Olda', 'said the crane'].map((part) => {
      const start = points(article.slice(0, article.indexOf(part)));
      return `${start} ${start + points(part)}`;
    });
    for (const order of [`${first ?? ''};${second ?? ''}`, `${second ?? ''};${first ?? ''}`])
      assert.deepEqual(placesIn(brat(`T1\tQuotation ${order}\tOlda said the crane\n`)), ['exact Olda Prins 💩 said the crane 20']);
  });
});

describe('an import of a table', () => {
  const table = (rows: string, chosen?: ReadonlyMap<string, number>) => preview('csv', [{ name: 't.csv', text: rows }], article, chosen);

  it('gives each row the place that is chosen for it, also where two rows have one id', () => {
    const rows = 'document,id,exact,type\na.txt,samesame00,crane,note\na.txt,samesame00,crane,cue\n';
    const [first, second] = entriesOf(table(rows)).map(({ annotation }) => annotation.id);
    assert.notEqual(first, second);
    const chosen = new Map([
      [first ?? '', article.indexOf('crane')],
      [second ?? '', article.lastIndexOf('crane')],
    ]);
    assert.deepEqual(placesIn(table(rows, chosen)), [
      `exact crane ${article.indexOf('crane')}`,
      `exact crane ${article.lastIndexOf('crane')}`,
    ]);
  });

  it('writes no position that nobody gave, and no review without a time', () => {
    const found = table('document,exact,type,reviewed_by\na.txt,gone with the wind,note,ana\na.txt,the crane would stay,note,ana\n');
    assert.deepEqual(placesIn(found), ['orphan', `exact the crane would stay ${article.indexOf('the crane')}`]);
    const changes = found.documents.flatMap((document) => importChanges(document));
    assert.equal(changes.length, 1);
    assert.ok(!JSON.stringify(changes).includes('reviewed'));
    assert.deepEqual(found.skipped, { 'reviews without a name or a time': 2 });
  });

  it('offers the places of words that stand twice, and takes the one that is chosen', () => {
    const rows = 'document,exact,type\na.txt,crane,note\n';
    const [entry] = entriesOf(table(rows));
    assert.deepEqual(
      entry?.choices?.map(({ start }) => start),
      [article.indexOf('crane'), article.lastIndexOf('crane')],
    );
    const chosen = table(rows, new Map([['new1', article.lastIndexOf('crane')]]));
    assert.deepEqual(placesIn(chosen), [`exact crane ${article.lastIndexOf('crane')}`]);
    const [change] = chosen.documents.flatMap((document) => importChanges(document));
    assert.ok(change?.kind === 'add' && change.annotation.start === points(article.slice(0, article.lastIndexOf('crane'))));
  });

  it('never takes positions that stand on other words', () => {
    const found = table('document,exact,start,end,type\na.txt,Mira Sund,20,30,speaker\na.txt,nowhere said,20,30,note\n');
    assert.deepEqual(placesIn(found), [`moved Mira Sund ${article.indexOf('Mira Sund')}`, 'orphan']);
  });

  it('takes a mention along with its words', () => {
    const found = table('document,exact,start,end,mention_start,mention_end,type\na.txt,said the crane would stay,3,28,30,34,quotation\n');
    const at = points(article.slice(0, article.indexOf('said the crane')));
    assert.deepEqual(entriesOf(found)[0]?.annotation.mention, { start: at + 27, end: at + 31 });
  });
});

describe('an import of Web Annotations', () => {
  const w3c = (selector: object) =>
    preview('w3c', [
      {
        name: 'w.jsonld',
        text: JSON.stringify({ type: 'Annotation', id: 'ni:///sha-256;x?path=a.txt', body: [], target: { source: 'x', selector } }),
      },
    ]);

  it('takes a position that stands alone, and says so', () => {
    const [entry] = entriesOf(w3c({ type: 'TextPositionSelector', start: 0, end: 5 }));
    assert.equal(entry?.annotation.exact, 'Storm');
    assert.equal(entry.byPosition, true);
  });

  it('never takes a position against the words beside it', () => {
    const [entry] = entriesOf(
      w3c([
        { type: 'TextPositionSelector', start: 0, end: 5 },
        { type: 'TextQuoteSelector', exact: 'fell on Sunday' },
      ]),
    );
    assert.equal(entry?.placed.how, 'moved');
    assert.equal(entry.byPosition, undefined);
  });

  it('takes no position that lies outside the text', () => {
    const found = w3c({ type: 'TextPositionSelector', start: 1000, end: 1005 });
    assert.deepEqual(placesIn(found), ['orphan']);
    assert.deepEqual(
      found.documents.flatMap((document) => importChanges(document)),
      [],
    );
  });
});
