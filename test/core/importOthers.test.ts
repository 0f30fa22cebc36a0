import assert from 'node:assert/strict';
import { type ImportFile, importFormatOf, importFormats, type ImportPreview, type ImportTarget, previewImport } from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const raw = '😀 The mill stands empty, Ada Frey told us.\n“It was sold twice,” she said. The buyer of the mill is unknown.\n';
const targetOf = (path: string, text: string, url?: string): ImportTarget => ({
  path,
  article: articleOf(path, text, url === undefined ? {} : { url }),
  sha256: path,
  annotations: [],
});
const mill = targetOf('news/mill.txt', raw, 'https://frey.example/mill');
const other = targetOf('news/weir.txt', 'The weir is old.\n');

function preview(name: string, content: string, targets: readonly ImportTarget[] = [mill, other], open?: string): ImportPreview {
  const files: ImportFile[] = [{ name, text: content }];
  const format = importFormatOf(files);
  assert.ok(format, 'the format is told by the file');
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  return previewImport(format.read(files, registry), targets, { registry, newId, ...(open !== undefined && { open }) });
}

const told = ({ documents }: ImportPreview) =>
  documents.flatMap(({ path, entries }) =>
    entries.map(({ placed, byPosition, annotation: { type, status, exact, tags = [], note, by, reviewed, mention } }) =>
      [
        path,
        placed.how,
        byPosition ? 'by position' : undefined,
        status === 'accepted' ? undefined : status,
        type,
        exact,
        tags.join('+'),
        note,
        mention && `named at ${mention.start}`,
        by,
        reviewed?.by,
        reviewed?.at,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );

describe('a table that Hypothesis exports', () => {
  it('brings quotes with comment, tags, author and time by the page, and counts replies and page notes', () => {
    const table = [
      'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags',
      '2026-02-03 09:05,ina,,https://www.frey.example/mill/?utm_source=x,Public,Annotation,The mill stands empty,"Since when?\nAsk, please.","mill,to check"',
      '2026-02-03 09:06,udo,,https://frey.example/mill,Public,Highlight,It was sold twice,,',
      '2026-02-03 09:07,udo,,https://frey.example/mill,Public,Reply,,Since May.,',
      '2026-02-03 09:08,udo,,https://frey.example/mill,Public,Page note,,A fine page.,',
    ].join('\n');
    const result = preview('annotations.csv', table);
    assert.deepEqual(told(result), [
      'news/mill.txt | exact | note | The mill stands empty | mill+to check | Since when?\nAsk, please. | hypothesis | ina | 2026-02-03T09:05',
      'news/mill.txt | exact | note | It was sold twice | hypothesis | udo | 2026-02-03T09:06',
    ]);
    assert.deepEqual(result.skipped, { 'replies, of which the table does not say what they answer': 1, 'notes on whole pages': 1 });
    assert.deepEqual(result.problems, []);
  });
});

describe('what Taguette exports', () => {
  it('has a row a tag in its table, and comes in as one note with all of them', () => {
    const table =
      'id,document,tag,content\r\n1,mill,trade,It was sold twice\r\n1,mill,trade.houses,It was sold twice\r\n2,mill,,Ada Frey\r\n';
    assert.deepEqual(told(preview('all_tags.csv', table)), [
      'news/mill.txt | exact | note | It was sold twice | trade+trade.houses',
      'news/mill.txt | exact | note | Ada Frey',
    ]);
  });

  it('marks highlights in a document, over paragraphs, and does not tell where one begins that runs into another', () => {
    const page = `<!DOCTYPE html>
<html><head><style>.highlight { color: red; }</style><title>mill</title></head><body><h1>mill</h1>
<p>😀 The mill stands empty, <span class="highlight">Ada Frey told us.</span></p><span class="highlight">
</span><p><span class="highlight">“It was sold</span><span class="taglist"> [sale, talk]</span><span class="highlight"> twice,”</span><span class="taglist"> []</span> she said. The buyer of the <span class="highlight">mill</span><span class="taglist"> [house]</span> is unknown.</p></body></html>`;
    const result = preview('mill.html', page);
    assert.deepEqual(
      told(result).map((line) => line.replace(/^news\/mill.txt \| \w+ \| /, '')),
      ['note | Ada Frey told us.\n“It was sold | sale+talk | taguette', 'note | twice,” | taguette', 'note | mill | house | taguette'],
    );
    const [, , last] = result.documents.flatMap(({ entries }) => entries);
    assert.equal(last?.placed.how === 'orphan' ? -1 : last?.placed.span.start, raw.lastIndexOf('mill'));
    assert.deepEqual(result.skipped, { 'beginnings of highlights that run into others': 1 });
  });

  it('lists highlights, in any language, with document and tags below each', () => {
    const page = `<html><head><title>Taguette</title></head><body><h1>Taguette: Markierungen</h1>
<p>It was &quot;sold&quot; twice</p>
<p>
  <strong>Dokument:</strong> weir
  <strong>Tags:</strong>
    trade,
    old
</p>
<hr>
<p>Ada Frey</p>
<p>
  <strong>Dokument:</strong> mill
  <strong>Tags:</strong>
</p>
</body></html>`;
    assert.deepEqual(told(preview('highlights.html', page)), [
      'news/mill.txt | exact | note | Ada Frey | taguette',
      'news/weir.txt | orphan | note | It was "sold" twice | trade+old | taguette',
    ]);
  });

  it('is told from any other page', () => {
    const [problem] = preview('page.html', '<html><body><p>A page.</p><p>Another paragraph.</p></body></html>').problems;
    assert.match(problem?.message ?? '', /What document a highlight is of cannot be told|no export of Taguette/);
  });
});

describe('annotations whose file names no article', () => {
  const annotation = (exact: string, more: object = {}) => ({
    id: '#1',
    type: 'Annotation',
    target: { selector: [{ type: 'TextQuoteSelector', exact, ...more }] },
  });

  it('belong to the article of the file’s name', () => {
    assert.deepEqual(told(preview('weir.w3c.json', JSON.stringify([annotation('old')]))), ['news/weir.txt | exact | note | old']);
  });

  it('belong to the only article with their words, else with these and what stands around them', () => {
    assert.deepEqual(told(preview('annotations.json', JSON.stringify([annotation('sold twice')]))), [
      'news/mill.txt | exact | note | sold twice',
    ]);
    const around = annotation('is', { prefix: 'The weir ', suffix: ' old' });
    assert.deepEqual(told(preview('annotations.json', JSON.stringify([around]))), ['news/weir.txt | exact | note | is']);
  });

  it('belong to the article a person has open where several have the words, and to none where none is', () => {
    const json = JSON.stringify([annotation('The')]);
    assert.deepEqual(
      preview('annotations.json', json, [mill, other], 'news/weir.txt').documents.map(({ path }) => path),
      ['news/weir.txt'],
    );
    assert.deepEqual(preview('annotations.json', json).elsewhere, [{ name: 'annotations.json, which names no article,', count: 1 }]);
  });

  it('are read as Recogito’s annotator keeps them for itself', () => {
    const start = raw.indexOf('sold twice');
    const own = {
      id: '4f',
      bodies: [
        { id: 'b1', purpose: 'commenting', value: 'By whom?' },
        { id: 'b2', purpose: 'tagging', value: 'trade' },
      ],
      target: {
        annotation: '4f',
        selector: [{ quote: 'sold twice', start, end: start + 10 }],
        creator: { id: 'u1', name: 'ina' },
        created: '2026-02-03T09:05:00Z',
      },
    };
    assert.deepEqual(told(preview('annotations.json', JSON.stringify([own]))), [
      'news/mill.txt | exact | note | sold twice | trade | By whom? | ina | 2026-02-03T09:05:00Z',
    ]);
  });
});

describe('footnotes in a clipping', () => {
  it('written in the line belong to the highlight before them, and those on other words are counted', () => {
    const clipping =
      '---\nurl: https://frey.example/mill\n---\n😀 The mill stands ==empty==^[Since [May](https://a.example)?], Ada Frey told us.^[When?] <mark class="x">It was sold</mark>[^a]^[again] twice.\n\n[^a]: seen\n';
    const result = preview('clip.md', clipping);
    assert.deepEqual(told(result), [
      'news/mill.txt | exact | note | empty | highlight | Since [May](https://a.example)? | highlight',
      'news/mill.txt | exact | note | It was sold | highlight | seen\n\nagain | highlight',
    ]);
    assert.deepEqual(result.skipped, { 'footnotes without highlighted words': 1 });
  });

  it('do not stand in what surrounds words that occur twice', () => {
    const clipping =
      '---\nurl: https://frey.example/mill\n---\n😀 The mill stands empty, Ada Frey told us. “It was sold twice,” she said.^[so] The buyer of the ==mill== is unknown.\n';
    const [entry] = preview('clip.md', clipping).documents.flatMap(({ entries }) => entries);
    assert.equal(entry?.placed.how === 'orphan' ? -1 : entry?.placed.span.start, raw.lastIndexOf('mill'));
  });

  it('are read in the time their length asks for, however many signs open none', () => {
    const clipping = `==a==${'^['.repeat(20_000)}\n${'==a '.repeat(20_000)}\n${'<mark '.repeat(20_000)}`;
    assert.equal(told(preview('clip.md', clipping)).length, 0);
  });
});

describe('comments of MRSF on lines', () => {
  const review = (where: string) =>
    `mrsf_version: "1.0"\ndocument: news/mill.txt\ncomments:\n  - {id: a, author: ina, timestamp: "2026-02-03T09:05:00Z", text: Why?, ${where}}\n`;

  it('stand on the words in those lines and columns today, and say that only their place tells', () => {
    assert.deepEqual(told(preview('mill.txt.review.yaml', review('line: 1, start_column: 6, end_column: 10'))), [
      'news/mill.txt | exact | by position | note | mill | Why? | mrsf | ina | 2026-02-03T09:05:00Z',
    ]);
    assert.deepEqual(told(preview('mill.txt.review.yaml', review('line: 2'))), [
      'news/mill.txt | exact | by position | note | “It was sold twice,” she said. The buyer of the mill is unknown. | Why? | mrsf | ina | 2026-02-03T09:05:00Z',
    ]);
  });

  it('have no place on lines that are not there, and are counted where they name none', () => {
    assert.deepEqual(told(preview('mill.txt.review.yaml', review('line: 70'))), [
      'news/mill.txt | orphan | by position | note | Why? | mrsf | ina | 2026-02-03T09:05:00Z',
    ]);
    assert.deepEqual(preview('mill.txt.review.yaml', review('type: issue')).skipped, { 'comments on whole documents': 1 });
  });
});

describe('an import of Prodigy’s lines', () => {
  it('brings spans as they were answered, with who answered, and gives words their speaker by a relation', () => {
    const points = (words: string) => Array.from(raw.slice(0, raw.indexOf(words))).length;
    const span = (words: string, label: string, more: object = {}) => ({
      start: points(words),
      end: points(words) + Array.from(words).length,
      label,
      ...more,
    });
    const speaker = span('Ada Frey', 'SOURCE');
    const words = span('The mill stands empty', 'CLAIM');
    const lines = [
      {
        text: raw,
        answer: 'accept',
        _annotator_id: 'ina',
        _timestamp: 1_772_352_000,
        spans: [speaker, words],
        relations: [{ label: 'SAYS', head_span: speaker, child_span: words }],
      },
      { text: raw, answer: 'reject', spans: [span('sold', 'TRADE')] },
      { text: raw, answer: 'ignore', spans: [span('buyer', 'TRADE')] },
      { text: raw, spans: [span('unknown', 'STATE', { score: 0.5 })], meta: { model: 'mills-1' } },
    ];
    const result = preview('mill.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    assert.deepEqual(told(result), [
      'news/mill.txt | exact | speaker | Ada Frey | prodigy | ina | 2026-03-01T08:00:00.000Z',
      `news/mill.txt | exact | statement | The mill stands empty | named at ${points('Ada Frey')} | prodigy | ina | 2026-03-01T08:00:00.000Z`,
      'news/mill.txt | exact | rejected | note | sold | TRADE | prodigy',
      'news/mill.txt | exact | suggested | note | unknown | STATE | mills-1 0.50',
    ]);
    assert.deepEqual(result.skipped, { 'texts that were ignored': 1 });
  });

  it('tells a line that is none of its lines, and reads the rest', () => {
    const line = JSON.stringify({ text: raw, answer: 'accept', spans: [{ start: 2, end: 5, label: 'MILL' }] });
    const result = preview('mill.jsonl', `${line}\n5\n{"text": \n${line}\n`);
    assert.equal(told(result).length > 0, true);
    assert.deepEqual(
      result.problems.map(({ line, message }) => `${line}: ${message.slice(0, 16)}`),
      ['2: The line is no o', '3: This is not JSON'],
    );
  });
});

describe('the formats that come in', () => {
  it('are fifteen, each with a name and endings of its own', () => {
    assert.equal(importFormats.length, 15);
    assert.equal(new Set(importFormats.map(({ id }) => id)).size, importFormats.length);
    assert.equal(new Set(importFormats.map(({ label }) => label)).size, importFormats.length);
  });
});
