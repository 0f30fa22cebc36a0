import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { type ImportContent, type ImportFile, importFormatOf, withMapping } from '../../src/core/index';
import { registry } from './exportReports';
import { assertLinear } from './steps';

const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('');

function read(name: string, text: string, bytes?: Uint8Array): ImportContent {
  const files: ImportFile[] = [{ name, text, ...(bytes && { bytes }) }];
  const format = importFormatOf(files);
  assert.ok(format, 'the format is told by the file');
  return format.read(files, registry);
}

const project = (qde: string) => zipSync({ 'project.qde': new TextEncoder().encode(qde) }, { level: 0 });
const cas = (structures: readonly object[], text: string) =>
  JSON.stringify({ '%FEATURE_STRUCTURES': [{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: text }, ...structures] });

describe('the work of an import grows with its file and no faster:', () => {
  const files: Readonly<Record<string, (size: number) => readonly [name: string, text: string, bytes?: Uint8Array]>> = {
    'highlights with footnotes': (size) => [
      'a.md',
      `${times(size, (i) => `==word ${i}==^[a [b](c) d][^${i}] `)}\n\n${times(size, (i) => `[^${i}]: x\n`)}`,
    ],
    'footnotes that never end': (size) => ['a.md', `==a== ${'^[ '.repeat(size)}`],
    'footnotes whose brackets never end': (size) => ['a.md', `==a== ${'^[[x](y)'.repeat(size)}`],
    'a page of Taguette': (size) => [
      'a.html',
      times(size, (i) => `<p>word <span class="highlight">${i}</span><span class="taglist"> [a]</span></p>`),
    ],
    'spans of Taguette that never end': (size) => ['a.html', '<span class="highlight">a '.repeat(size)],
    'replies to replies of MRSF': (size) => [
      'a.review.json',
      JSON.stringify({ mrsf_version: '1.0', comments: Array.from({ length: size }, (_, i) => ({ id: `c${i}`, reply_to: `c${i + 1}` })) }),
    ],
    'replies of MRSF in a circle': (size) => [
      'a.review.json',
      JSON.stringify({ mrsf_version: '1.0', comments: Array.from({ length: size }, (_, i) => ({ id: `c${i}`, reply_to: `c${(i + 1) % size}` })) }), // prettier-ignore
    ],
    'replies of Hypothesis': (size) => [
      'a.json',
      JSON.stringify({ total: size, rows: Array.from({ length: size }, () => ({ references: ['a'], text: 'x' })) }),
    ],
    'selectors that refine each other': (size) => {
      let selector: object = { type: 'TextQuoteSelector', exact: 'word' };
      for (let i = 0; i < size; i++) selector = { type: 'RangeSelector', refinedBy: selector };
      return ['a.jsonld', JSON.stringify({ target: { source: 'http://frey.example/', selector } })];
    },
    'regions of Label Studio': (size) => [
      'a.json',
      JSON.stringify([{ data: { text: 'word '.repeat(size) }, annotations: [{ result: Array.from({ length: size }, (_, i) => ({ id: `r${i}`, type: 'labels', value: { start: 5 * i, end: 5 * i + 4, text: 'word', labels: ['Quote', 'Odd'] } })) }] }]), // prettier-ignore
    ],
    'relations of Label Studio': (size) => [
      'a.json',
      JSON.stringify([{ data: { text: 'word' }, annotations: [{ result: [{ id: 'r', type: 'labels', value: { start: 0, end: 4, labels: ['Quote'] } }, ...Array.from({ length: size }, () => ({ type: 'relation', from_id: 'r', to_id: 'r', labels: ['Odd'] }))] }] }]), // prettier-ignore
    ],
    'entities and relations of doccano': (size) => [
      'a.jsonl',
      JSON.stringify({ text: 'word\r\n'.repeat(size), entities: Array.from({ length: size }, (_, id) => ({ id, label: 'quote', start_offset: 6 * id, end_offset: 6 * id + 4 })), relations: Array.from({ length: size }, (_, id) => ({ from_id: id, to_id: id + 1, type: 'Odd' })) }), // prettier-ignore
    ],
    'spans and relations of Prodigy': (size) => {
      const spans = Array.from({ length: size }, (_, i) => ({ start: 5 * i, end: 5 * i + 4, label: 'quote' }));
      const relations = spans.map((span) => ({ head_span: span, child_span: spans[0], label: 'Odd' }));
      return ['a.jsonl', JSON.stringify({ text: 'word '.repeat(size), spans, relations, answer: 'accept' })];
    },
    'passages of a project that are coded': (size) => {
      const passages = times(size, (i) => `<PlainTextSelection startPosition="${5 * i}" endPosition="${5 * i + 4}"><Coding><CodeRef targetGUID="c"/></Coding></PlainTextSelection>`); // prettier-ignore
      const text = 'word '.repeat(size);
      return ['a.qdpx', '', project(`<Project><Code guid="c" name="a"/><TextSource name="a"><PlainTextContent>${text}</PlainTextContent>${passages}</TextSource></Project>`)]; // prettier-ignore
    },
    'codes of a project in each other': (size) => {
      const codes = `${times(size, (i) => `<Code guid="c${i}" name="n">`)}${'</Code>'.repeat(size)}`;
      const passages = times(size, (i) => `<PlainTextSelection startPosition="0" endPosition="4"><Coding><CodeRef targetGUID="c${i}"/></Coding><Coding/></PlainTextSelection>`); // prettier-ignore
      return ['a.qdpx', '', project(`<Project>${codes}<TextSource name="a"><PlainTextContent>word</PlainTextContent>${passages}</TextSource></Project>`)]; // prettier-ignore
    },
    'slots of a CAS that name one list': (size) => {
      const list = { '%ID': 2, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': Array.from({ length: size }, () => 3) };
      const link = { '%ID': 3, '%TYPE': 'custom.Link', role: 'a', '@target': 1 };
      const spans = Array.from({ length: size }, (_, i) => ({ '%ID': 4 + i, '%TYPE': 'custom.Odd', begin: 0, end: 4, '@of': 2 }));
      return ['a.json', cas([list, link, ...spans], 'word')];
    },
    'values of a feature in XMI': (size) => [
      'a.xmi',
      `<xmi:XMI xmlns:cas="http:///uima/cas.ecore"><cas:Sofa xmi:id="1" sofaString="word"/><c:Odd begin="0" end="4" sofa="1">${'<label>x</label>'.repeat(size)}</c:Odd></xmi:XMI>`,
    ],
    'tokens of WebAnno TSV': (size) => [
      'a.tsv',
      `#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Odd|label\n\n#Text=${'word '.repeat(size)}\n${times(size, (i) => `1-${i + 1}\t${5 * i}-${5 * i + 4}\tword\ta[1]\t\n`)}`,
    ],
    'spans of brat': (size) => ['a.ann', times(size, (i) => `T${i}\tQuote ${5 * i} ${5 * i + 4}\tword\n#${i}\tNote T${i}\tx\n`)],
    'rows of a table': (size) => ['a.csv', `document;exact;tags;odd\r\n${times(size, (i) => `a.txt;"word\r\n${i}";a;x\r\n`)}`],
  };
  for (const [name, file] of Object.entries(files)) {
    it(name, () => {
      assertLinear(300, (size) => {
        const [path, text, bytes] = file(size);
        const others = path.endsWith('.ann') ? [{ name: 'a.txt', text: 'word '.repeat(size) }] : [];
        const given: ImportFile[] = [{ name: path, text, ...(bytes && { bytes }) }, ...others];
        importFormatOf(given)?.read(given, registry);
      });
    }).timeout(60_000);
  }
});

/** What the engine does by itself is no step that can be counted: of these each would take minutes, or for ever, if it did not grow as the file. */
describe('an import comes to an end, whatever its file repeats:', () => {
  const ends = (name: string, work: () => void) => it(name, work).timeout(20_000);

  ends('white space before what a YAML file is', () => {
    for (const blank of [' ', '\n', '# a\n'])
      assert.equal(withMapping([{ name: 'a.yaml', text: `a:\n${blank.repeat(200)}  b: 1\n` }]).files.length, 1);
    assert.equal(withMapping([{ name: 'a.yaml', text: `a:\n${'\r \n'.repeat(100_000)}` }]).files.length, 1);
  });

  ends('white space before JSON', () => {
    for (const ending of ['json', 'jsonl']) importFormatOf([{ name: `a.${ending}`, text: `${' '.repeat(400_000)}x` }]);
    importFormatOf([{ name: 'a.json', text: `[${' '.repeat(400_000)}x` }]);
  });

  ends('brackets in a footnote', () => {
    assert.equal(read('a.md', `==word==^[${'[x](y)'.repeat(60)}`).annotations.length, 1);
  });

  ends('highlights', () => {
    assert.equal(
      read(
        'a.md',
        times(60_000, (i) => `==${i * 7919}==\n`),
      ).annotations.length,
      60_000,
    );
  });

  ends('lines below a highlight of Taguette, spans in each other, and paragraphs', () => {
    read('a.html', `<p>a</p><p><strong>Document:</strong>${'\n'.repeat(200_000)}</p>`);
    read('a.html', '<span>a '.repeat(250_000));
    read('a.html', '<p>A line that goes on, and on, and on, and then on again, as such lines do.</p>\n'.repeat(60_000));
  });

  ends('document types in XML', () => {
    read('a.xmi', `<?xml version="1.0"?>${'<!DOCTYPE '.repeat(100_000)}`);
  });

  ends('replies', () => {
    const rows = Array.from({ length: 200_000 }, () => ({ references: ['a'], text: 'x' }));
    assert.deepEqual(read('a.json', JSON.stringify({ total: 1, rows })).skipped, {
      'replies to annotations that are not in the file': 200_000,
    });
  });

  ends('carriage returns', () => {
    const label = Array.from({ length: 30_000 }, (_, i) => [20 * i, 20 * i + 4, 'quote']);
    const { annotations } = read('a.jsonl', JSON.stringify({ text: 'word after word, so\r\n'.repeat(30_000), label: label.map(([a, b, c]) => [Number(a) + Number(a) / 20, Number(b) + Number(a) / 20, c]) })); // prettier-ignore
    assert.equal(annotations.length, 30_000);
    assert.ok(annotations.every(({ annotation: { exact } }) => exact === 'word'));
  });

  ends('selectors', () => {
    const selector = Array.from({ length: 200_000 }, () => ({ type: 'TextQuoteSelector', exact: 'word' }));
    assert.equal(read('a.jsonld', JSON.stringify({ target: { source: 'a', selector } })).annotations.length, 1);
  });

  ends('lists of a CAS', () => {
    const list = { '%ID': 2, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': Array.from({ length: 30_000 }, () => 1) };
    const spans = Array.from({ length: 30_000 }, (_, i) => ({ '%ID': 4 + i, '%TYPE': 'custom.Odd', begin: 0, end: 4, '@of': 2 }));
    assert.equal(read('a.json', cas([list, ...spans], 'word')).annotations.length, 30_000);
  });

  ends('codes in each other', () => {
    const codes = `${times(20_000, (i) => `<Code guid="c${i}" name="n${i}">`)}${'</Code>'.repeat(20_000)}`;
    const passage =
      '<PlainTextSelection startPosition="0" endPosition="4"><Coding><CodeRef targetGUID="c19999"/></Coding></PlainTextSelection>';
    const qde = `<Project>${codes}<TextSource name="a"><PlainTextContent>word</PlainTextContent>${passage}</TextSource></Project>`;
    const [imported] = read('a.qdpx', '', project(qde)).annotations;
    const [tag = ''] = imported?.annotation.tags ?? [];
    assert.ok(tag.startsWith('… / n19968 / ') && tag.endsWith(' / n19999'), tag);
  });
});
