import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import {
  applyEdits,
  editSidecar,
  exportFormats,
  importChanges,
  type ImportFile,
  importFile,
  importFormats,
  type ImportTarget,
  previewImport,
  readImport,
  readSidecar,
  withMapping,
} from '../../src/core/index';
import { bytesOf, registry, storyReport } from './exportReports';
import { forSeeds, Random, seeds } from './random';

const report = storyReport();
const encode = (text: string) => new TextEncoder().encode(text);

interface Sample {
  readonly format: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const ofOurs = (id: string, format: string, named: (path: string) => string): Sample => ({
  format,
  files: (exportFormats.find((one) => one.id === id)?.export(report) ?? [])
    .filter(({ path }) => /\.(?:jsonld|json|jsonl|csv|tsv|yaml|ann|txt|xmi|qdpx)$/.test(path))
    .map((file) => ({ name: named(file.path), bytes: bytesOf(file) })),
});

const post = report.documents[0]?.article.raw ?? '';
const other = (format: string, name: string, content: unknown): Sample => {
  const bytes = content instanceof Uint8Array ? content : encode(typeof content === 'string' ? content : JSON.stringify(content));
  return { format, files: [{ name, bytes }] };
};

const xmi = (spans: string) =>
  `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///custom.ecore"><cas:Sofa xmi:id="1" sofaString="The gate is brass, Udo said."/>${spans}</xmi:XMI>`;
const qde = `<Project><Users><User guid="u" name="Udo"/></Users><CodeBook><Codes><Code guid="c" name="Odd"><Code guid="d" name="Older"/></Code></Codes></CodeBook><Sources><TextSource name="post.txt"><PlainTextContent>${post.replace(/\r/g, '&#13;')}</PlainTextContent><PlainTextSelection guid="s" name="Mayor" startPosition="2" endPosition="7" creatingUser="u" creationDateTime="2031-01-01T00:00:00Z"><Description>x</Description><Coding><CodeRef targetGUID="d"/></Coding><NoteRef targetGUID="n"/></PlainTextSelection></TextSource></Sources><Notes><Note guid="n"><PlainTextContent>memo</PlainTextContent></Note></Notes></Project>`;
const tsv =
  '#FORMAT=WebAnno TSV 3.3\n#T_SP=c.Source|role\n#T_SP=c.Quote|value|ROLE_c.Quote:by_c.Link|c.Source\n#T_RL=c.Rel|label|BT_c.Source\n\n#Text=Ana Ruiz said gone\n1-1\t0-3\tAna\ta[1]\t_\t_\t_\t_\t_\t\n1-2\t4-8\tRuiz\ta[1]\t_\t_\t_\t_\t_\t\n1-3\t9-13\tsaid\t_\t_\t_\t_\t_\t_\t\n1-4\t14-18\tgone\t_\tx[2]|y\t*\t1-1[1]\tsays\t1-1[1_2]\t\n';

const samples: readonly Sample[] = [
  ofOurs('bundle', 'bundle', (path) => path),
  ofOurs('w3c', 'w3c', (path) => path),
  ofOurs('csv', 'csv', (path) => path),
  ofOurs('tsv', 'csv', (path) => path),
  ofOurs('brat', 'brat', (path) => path),
  ofOurs('label-studio', 'label-studio', (path) => path),
  ofOurs('doccano', 'doccano', (path) => path),
  ofOurs('cas-json', 'cas', (path) => path),
  ofOurs('cas-xmi', 'cas', (path) => path),
  ofOurs('refi-qda', 'refi-qda', (path) => path),
  other('hypothesis', 'a.json', {
    total: 2,
    rows: [
      { id: 'a', uri: 'https://harbour.example/flood?id=1&lang=en', user: 'acct:udo@x', updated: '2031-01-01', text: 'Hm.', tags: ['a'], target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'Nobody', prefix: 'a', suffix: 'b' }] }] }, // prettier-ignore
      { id: 'b', references: ['a'], text: 'Yes.', user: 'acct:ina@x' },
    ],
  }),
  other('w3c', 'a.jsonld', [
    { id: 'ni:///sha-256;x?id=a1&path=post.txt', target: { source: 'post.txt', selector: [{ type: 'TextPositionSelector', start: 2, end: 7, refinedBy: { type: 'TextQuoteSelector', exact: 'Mayor' } }] }, body: [{ purpose: 'linking', source: 'ni:///sha-256;x?id=zz' }, { purpose: 'identifying', selector: { type: 'TextPositionSelector', start: 0, end: 3 } }, { value: 'x', purpose: 'tagging' }] }, // prettier-ignore
  ]),
  other('label-studio', 'a.json', [
    { id: 1, data: { text: post, path: 'post.txt' }, annotations: [{ completed_by: 3, updated_at: '2031-01-01', result: [{ id: 'r1', type: 'labels', value: { start: 2, end: 7, text: 'Mayor', labels: ['Source', 'Odd'] } }, { id: 'r2', type: 'labels', value: { start: 22, end: 48, labels: ['Quote'] } }, { id: 'r2', type: 'choices', from_name: 'kind', value: { choices: ['direct'] } }, { id: 'r2', type: 'textarea', from_name: 'speaker', value: { text: ['!!'] } }, { type: 'relation', from_id: 'r1', to_id: 'r2', labels: ['x'] }] }], predictions: [{ model_version: 'm', score: 0.5, result: [] }] }, // prettier-ignore
  ]),
  other('doccano', 'a.jsonl', { text: post, meta: { path: 'post.txt' }, entities: [{ id: 1, label: 'Source', start_offset: 3, end_offset: 8 }, { id: 2, label: 'Quote', start_offset: 23, end_offset: 49, prob: 0.5 }], relations: [{ from_id: 1, to_id: 2, type: 'x' }], label: [[3, 8, 'Odd']] }), // prettier-ignore
  other('prodigy', 'a.jsonl', { text: post, meta: { source: 'post.txt' }, spans: [{ start: 2, end: 7, label: 'Source' }, { start: 22, end: 48, label: 'Quote' }], relations: [{ label: 'x', head_span: { start: 2, end: 7, label: 'Source' }, child_span: { start: 22, end: 48, label: 'Quote' } }], answer: 'accept', _timestamp: 5 }), // prettier-ignore
  other('cas', 'a.xmi', xmi('<c:Source xmi:id="2" sofa="1" begin="20" end="23"/><c:Quote xmi:id="3" sofa="1" begin="0" end="17"><label>a</label><label>b</label></c:Quote><c:Rel xmi:id="4" Governor="2" Dependent="3" begin="0" end="1"/>')), // prettier-ignore
  other('cas', 'a.json', { '%FEATURE_STRUCTURES': [{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: post }, { '%ID': 2, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [3] }, { '%ID': 3, '%TYPE': 'c.Link', role: 'a', '@target': 5 }, { '%ID': 4, '%TYPE': 'c.Quote', '@sofa': 1, begin: 23, end: 49, '@by': 2 }, { '%ID': 5, '%TYPE': 'c.Source', begin: 3, end: 8 }] }), // prettier-ignore
  other('webanno-tsv', 'a.tsv', tsv),
  other('refi-qda', 'a.qdpx', zipSync({ 'project.qde': encode(qde) }, { level: 0 })),
  other('zip', 'a.zip', zipSync({ 'exportedproject.json': encode('{"annotation_documents":[{"name":"post.txt","user":"udo","timestamp":5}]}'), 'annotation/post.txt/udo.tsv': encode(tsv), 'annotation/post.txt/ina.zip': zipSync({ 'a.xmi': encode(xmi('')) }, { level: 0 }) }, { level: 0 })), // prettier-ignore
  other('zip', 'b.zip', zipSync({ 'a.ann': encode('T1\tQuote 0 3\tThe\n'), 'a.txt': encode('The gate') }, { level: 0 })),
  other('taguette', 'a.html', '<html><body><h1>post.txt</h1><p>Mayor <span class="highlight">Ana Ruiz</span><span class="taglist"> [a, b]</span> said</p></body></html>'), // prettier-ignore
  other('taguette', 'b.html', '<body><p>Nobody was</p><p><strong>Document:</strong> post.txt <strong>Tags:</strong>\n a,\n b</p><hr></body>'), // prettier-ignore
  other('mrsf', 'a.review.yaml', 'mrsf_version: "1.0"\ndocument: post.txt\ncomments:\n  - {id: a, selected_text: Nobody, text: hm, author: Udo, timestamp: "2031-01-01"}\n  - {id: b, reply_to: a, text: yes}\n  - {id: c, line: 2, end_line: 3, start_column: 1, end_column: 4}\n'), // prettier-ignore
  other(
    'highlights',
    'post.md',
    '---\nurl: https://harbour.example/flood?id=1&lang=en\n---\n==Nobody==[^1] was <mark>hurt</mark>^[x]\n\n[^1]: y\n',
  ),
  {
    format: 'brat',
    files: [
      { name: 'post.ann', bytes: encode('T1\tSource 2 7\tMayor\nT2\tQuote 22 30;31 48\twe will rebuild the café\nE1\tSays:T2 by:T1\nR1\tBy Arg1:T1 Arg2:T2\nA1\tOdd T2 x\n#1\tAnnotatorNotes T2\thm\n#2\tSecondSource T1\t{"id":"q","path":"post.txt","in":"zz","start":1,"end":9}\nN1\tReference T1 Wiki:5\tAna Ruiz\n*\tEquiv T1 T2\n') }, // prettier-ignore
      { name: 'post.txt', bytes: encode(post) },
    ],
  },
];

const targets: readonly ImportTarget[] = report.documents.map(({ path, article, items }) => ({
  path,
  article,
  sha256: createHash('sha256').update(article.raw, 'utf8').digest('hex'),
  annotations: items.flatMap(({ annotation }) => annotation ?? []).slice(0, 3),
}));

const odd = ['\0', '\ud800', '\udc00', '\u202e', '😀', 'e\u0301', '\u2028', '\r\n', '\uFEFF', '"', "'", '<', '&#0;', '\\', '{', '[', '==', '\t', ': ', '#', '--- ']; // prettier-ignore
const numbers = ['-1', '1.5', '1e999', '9007199254740993', '99999999999999999999', '0x10', '""', '-0', 'NaN', '007'];
const values: readonly unknown[] = [null, true, 0, -1, 1.5, 9007199254740991, 1e300, '', 'x', '\0', '\ud83d', [], {}, [[]], [null], { a: 1 }, ['x', 'x']]; // prettier-ignore

/** Another value for one of those in what JSON says; or one again, or nested. */
function swapped(value: unknown, random: Random): unknown {
  const nested = (count: number) => {
    let inner: unknown = value;
    for (let i = 0; i < count; i++) inner = random.chance(50) ? [inner] : { selector: inner, refinedBy: inner };
    return inner;
  };
  if (typeof value !== 'object' || value === null || random.chance(5))
    return random.chance(80) ? random.pick(values) : nested(random.below(5));
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    if (list.length === 0) return [random.pick(values)];
    const at = random.below(list.length);
    if (random.chance(20)) list.push(list[at]);
    else list[at] = swapped(list[at], random);
    return list;
  }
  const keys = Object.keys(value);
  const key = keys.length === 0 ? 'x' : random.pick(keys);
  return { ...value, [key]: swapped((value as Record<string, unknown>)[key], random) };
}

function spoiled(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + random.below(40));
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.pick(odd) + text.slice(at);
    case 4: {
      const found = [...text.matchAll(/\d+/g)];
      const { index = 0, 0: number = '' } = found.length === 0 ? {} : random.pick(found);
      return text.slice(0, index) + random.pick(numbers) + text.slice(index + number.length);
    }
    case 5:
      return text.slice(0, at) + random.pick(['[', '{"a":', '<a>', '- ', '> ', '==', '("']).repeat(random.below(3000)) + text.slice(at);
    case 6: {
      const [one, two] = [random.pick(text.split('\n')), random.pick(text.split('\n'))];
      return text.replace(one, () => `${one}\n${two}`);
    }
    default:
      try {
        return JSON.stringify(swapped(JSON.parse(text), random));
      } catch {
        const lines = text.split('\n');
        const index = random.below(lines.length);
        try {
          lines[index] = JSON.stringify(swapped(JSON.parse(lines[index] ?? ''), random));
        } catch {
          lines[index] = (lines[index] ?? '').split('').reverse().join('');
        }
        return lines.join('\n');
      }
  }
}

function spoiledBytes(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(20)) return bytes.slice(0, random.below(bytes.length));
  const copy = bytes.slice();
  for (let i = 0; i <= random.below(6); i++) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function spoiledFile({ name, bytes }: Sample['files'][number], random: Random): ImportFile {
  if (/\.(?:zip|qdpx)$/.test(name)) return importFile(name, spoiledBytes(bytes, random));
  let text = new TextDecoder().decode(bytes);
  for (let i = 0; i <= random.below(2); i++) text = spoiled(text, random);
  return random.chance(50) ? importFile(name, encode(text)) : { name, text };
}

/** What a program says of itself where it fails, and never of a file. */
const ofTheProgram = /undefined|null|is not a function|not iterable|Maximum call|Invalid (?:array|string) length|\[object/;

describe('an import of whatever has happened to a file', () => {
  // SECOND_SOURCE_IMPORTS=100000 for an hour of it
  const runs = Number(process.env.SECOND_SOURCE_IMPORTS ?? seeds(4000));

  it(`ends with entries or a clear message, and with YAML that the check takes, in ${runs} cases`, () => {
    let [changed, problems] = [0, 0];
    forSeeds(runs, (seed, tell) => {
      const random = new Random(seed);
      const sample = samples[seed % samples.length]!;
      const format = importFormats.find(({ id }) => id === sample.format);
      assert.ok(format);
      const given = sample.files.map((file) => spoiledFile(file, random));
      tell(given.map(({ name, text, bytes }) => `${name}: ${JSON.stringify(/zip|qdpx/.test(name) ? Array.from(bytes ?? []) : text).slice(0, 6000)}`).join('\n')); // prettier-ignore
      const { files, mapping } = withMapping(given);
      const content = readImport(format, files, registry, mapping);
      for (const { message } of content.problems) assert.doesNotMatch(message, ofTheProgram);
      problems += content.problems.length;
      for (const [what, count] of Object.entries(content.skipped)) assert.ok(count > 0 && !what.includes('undefined'), what);
      const as = random.pick(['suggested', 'accepted'] as const);
      let count = 0;
      const newId = () => `new${String(++count).padStart(7, '0')}`;
      for (const document of previewImport(content, targets, { registry, newId, as }).documents) {
        const target = targets.find(({ path }) => path === document.path)!;
        const head = { kind: 'document', set: { path: target.path, offsets: 'codepoint', sha256: target.sha256 } } as const;
        const before = applyEdits('', editSidecar('', [head, ...target.annotations.map((annotation) => ({ kind: 'add', annotation }) as const)])); // prettier-ignore
        assert.deepEqual(readSidecar(before).problems, []);
        const entries = document.entries.filter(({ placed, known }) => placed.how !== 'orphan' || known === 'same');
        const changes = importChanges({ ...document, entries }, { replace: random.chance(50), remove: random.chance(50) });
        const after = applyEdits(before, editSidecar(before, changes));
        const read = readSidecar(after);
        // what stands as the value of a date is taken as it is, and doubted where a person reads it
        const doubts = read.problems.filter(({ code, severity }) => code !== 'wrong-value' || severity !== 'warning');
        assert.deepEqual(doubts, [], after);
        const byId = new Map(read.annotations.map((annotation) => [annotation.id, annotation]));
        for (const change of changes)
          if (change.kind === 'add') {
            assert.deepEqual(byId.get(change.annotation.id), JSON.parse(JSON.stringify(change.annotation)));
            assert.ok(change.annotation.speakers?.every((id) => id !== '') ?? true);
          }
        changed += changes.length;
      }
    });
    assert.ok(changed > runs / 3 && problems > runs / 10, `${changed} changes, ${problems} problems`);
  }).timeout(600_000);
});
