import assert from 'node:assert/strict';
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  type Annotation,
  applyEdits,
  describeSpan,
  editSidecar,
  exportFormats,
  importChanges,
  type ImportEntry,
  type ImportFile,
  importFormatOf,
  importFormats,
  type ImportPreview,
  type ImportTarget,
  newSidecar,
  previewImport,
  readSidecar,
} from '../../src/core/index';
import { parseCsv } from './exportReaders';
import { bytesOf, articleOf, documentOf, itemOn, registry, reportOf } from './exportReports';

/** An invented article in which each of the passages below stands once. */
const raw = [
  '😀 The ferry from Ostrand is cancelled until Monday, says Vera Holm.\n',
  '“Nobody will be left on the island,” she said on 4 June.\n',
  'The council met for three hours. “The pier is safe,” Jonas Brandt answered.\n',
  'A third boat arrives in August.\n',
].join('');

const island = '“Nobody will be left on the island,”';
const pier = '“The pier is safe,”';
const narrower = 'The pier is safe';
const added = 'A third boat arrives in August.';

const article = articleOf('ferry.txt', raw, { outlet: 'Ostrand Post', published: '2025-06-04' });
const items = [
  itemOn(raw, 'The ferry from Ostrand is cancelled until Monday', { id: 'aaaaaaaaa2', type: 'statement', note: 'Check the timetable.' }),
  itemOn(raw, island, {
    id: 'bbbbbbbbb2',
    type: 'quotation',
    kind: 'direct',
    speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz' }],
    tags: ['ferry'],
    comments: [{ by: 'ben', at: '2026-11-22T11:00:00Z', text: 'Who is that?' }],
    reviewed: { by: 'ana', at: '2026-11-22T10:00:00Z' },
  }),
  itemOn(raw, '4 June', { id: 'ccccccccc2', type: 'date', value: '2025-06-04' }),
  itemOn(raw, 'three hours', { id: 'ddddddddd2', type: 'note', note: 'Two, says the log.' }),
  itemOn(raw, pier, { id: 'eeeeeeeee2', type: 'quotation', kind: 'direct' }),
];
const document = documentOf('ferry.txt', article, items);
const report = reportOf([document], { registry });
const annotations = items.flatMap(({ annotation }) => annotation ?? []);

const target: ImportTarget = { path: 'ferry.txt', article, sha256: document.sha256, annotations };

/** Offsets in a unit, of words of the article. */
function place(words: string, unit: 'code points' | 'utf-16'): { readonly start: number; readonly end: number } {
  const start = raw.indexOf(words);
  const count = (text: string) => (unit === 'utf-16' ? text.length : Array.from(text).length);
  return { start: count(raw.slice(0, start)), end: count(raw.slice(0, start + words.length)) };
}

type Json = Record<string, unknown>;
interface Program {
  /** The export, and what reads it again. */
  readonly out: string;
  readonly back: string;
  /** What its program makes of the file where a person adds, moves and deletes. */
  readonly change: (text: string) => string;
  readonly file: RegExp;
}

const points = { island: place(island, 'code points'), pier: place(pier, 'code points'), narrower: place(narrower, 'code points') };
const more = place(added, 'code points');

/** Lines of a table as a spreadsheet keeps them: the row of the island deleted, the pier's narrowed, one added at the end. */
function changedTable(text: string, separator: string, lineEnd: string): string {
  const rows = parseCsv(text, separator, lineEnd);
  const [head = []] = rows;
  const at = (name: string) => head.indexOf(name);
  const kept = rows.filter((row) => row[at('id')] !== 'bbbbbbbbb2');
  const set = (row: string[], values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) row[at(name)] = value;
  };
  const moved = kept.find((row) => row[at('id')] === 'eeeeeeeee2') ?? [];
  set(moved, { exact: narrower, start: String(points.narrower.start), end: String(points.narrower.end), prefix: '', suffix: '' });
  // a person types the words and where they stand, and nothing else
  const row = head.map(() => '');
  set(row, { document: 'ferry.txt', type: 'statement', exact: added, status: 'accepted' });
  const quoted = (cell: string) => (/["\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [...kept, row].map((cells) => cells.map(quoted).join(separator) + lineEnd).join('');
}

const programs: readonly Program[] = [
  {
    out: 'bundle',
    back: 'bundle',
    file: /\.yaml$/,
    change: (text) => {
      const root = parseYaml(text) as { sidecars: { annotations: Json[] }[] };
      const [sidecar] = root.sidecars;
      assert.ok(sidecar);
      const kept = sidecar.annotations.filter(({ id }) => id !== 'bbbbbbbbb2');
      const moved = kept.find(({ id }) => id === 'eeeeeeeee2') ?? {};
      Object.assign(moved, describeSpan(raw, { start: raw.indexOf(narrower), end: raw.indexOf(narrower) + narrower.length }));
      const selectors = describeSpan(raw, { start: raw.indexOf(added), end: raw.indexOf(added) + added.length });
      sidecar.annotations = [...kept, { id: 'fffffffff2', type: 'statement', status: 'accepted', ...selectors }];
      return stringifyYaml(root);
    },
  },
  {
    out: 'w3c',
    back: 'w3c',
    file: /annotations\.jsonld$/,
    change: (text) => {
      const all = JSON.parse(text) as Json[];
      const named = (id: string) => (one: Json) => String(one.id).includes(`id=${id}`);
      const pierOne = all.find(named('eeeeeeeee2')) ?? {};
      const selector = [
        { type: 'TextQuoteSelector', exact: narrower },
        { type: 'TextPositionSelector', ...points.narrower },
      ];
      const source = (pierOne.target as Json[])[0]?.source;
      pierOne.target = [{ source, selector }];
      return JSON.stringify([
        ...all.filter((one) => !named('bbbbbbbbb2')(one)),
        {
          id: 'urn:uuid:5c1c5c3e-0000-4000-8000-000000000001',
          type: 'Annotation',
          body: [{ type: 'TextualBody', purpose: 'classifying', value: 'statement' }],
          target: { source, selector: [{ type: 'TextQuoteSelector', exact: added }] },
        },
      ]);
    },
  },
  { out: 'csv', back: 'csv', file: /\.csv$/, change: (text) => changedTable(text, ',', '\r\n') },
  { out: 'tsv', back: 'csv', file: /\.tsv$/, change: (text) => changedTable(text, '\t', '\n') },
  {
    out: 'brat',
    back: 'brat',
    file: /\.ann$/,
    change: (text) => {
      // brat takes away a span with all that hangs on it, writes a new extent into its line, and gives the next number to a new one
      const number = (words: string) => new RegExp(`^(T\\d+)\\tQuotation .*${words}`, 'm').exec(text)?.[1] ?? '';
      const [away, changed] = [number('Nobody will'), number('The pier')];
      const next = Math.max(...[...text.matchAll(/^T(\d+)/gm)].map(([, of]) => Number(of))) + 1;
      return [
        ...text
          .split('\n')
          .filter((line) => line !== '' && !new RegExp(`(?:^|\\s|:)${away}(?:\\s|$)`).test(line))
          .map((line) =>
            line.startsWith(`${changed}\t`) ? `${changed}\tQuotation ${points.narrower.start} ${points.narrower.end}\t${narrower}` : line,
          ),
        `T${next}\tStatement ${more.start} ${more.end}\t${added}`,
        '',
      ].join('\n');
    },
  },
  {
    out: 'label-studio',
    back: 'label-studio',
    file: /tasks\.json$/,
    change: (text) => {
      const tasks = JSON.parse(text) as { annotations: { result: Json[] }[] }[];
      for (const annotation of tasks.flatMap((task) => task.annotations)) {
        annotation.result = annotation.result.filter(({ id, to_id }) => id !== 'bbbbbbbbb2' && to_id !== 'bbbbbbbbb2');
        for (const result of annotation.result)
          if (result.id === 'eeeeeeeee2') result.value = { ...(result.value as Json), ...points.narrower, text: narrower };
        annotation.result.push({
          id: 'Zx_81kPq0-',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: { ...more, text: added, labels: ['Statement'] },
        });
      }
      return JSON.stringify(tasks);
    },
  },
  {
    out: 'doccano',
    back: 'doccano',
    file: /doccano\.jsonl$/,
    change: (text) => {
      const line = JSON.parse(text) as { entities: Json[] };
      const at = (words: string) => place(words, 'utf-16');
      line.entities = line.entities.filter(({ start_offset }) => start_offset !== at(island).start);
      for (const entity of line.entities)
        if (entity.start_offset === at(pier).start)
          Object.assign(entity, { start_offset: at(narrower).start, end_offset: at(narrower).end });
      line.entities.push({ id: 900, label: 'Statement', start_offset: at(added).start, end_offset: at(added).end });
      return `${JSON.stringify(line)}\n`;
    },
  },
  {
    out: 'refi-qda',
    back: 'refi-qda',
    file: /\.qdpx$/,
    change: (xml) => {
      const selections = xml.match(/<PlainTextSelection .*?<\/PlainTextSelection>\n/gs) ?? [];
      const at = ({ start, end }: { start: number; end: number }) => `startPosition="${start}" endPosition="${end}"`;
      const of = (words: keyof typeof points) => selections.find((one) => one.includes(at(points[words]))) ?? '';
      const type = /<Code guid="([^"]+)" name="statement"/.exec(xml)?.[1] ?? '';
      const one = `<PlainTextSelection guid="0d1f0000-0000-4000-8000-000000000001" name="boat" ${at(more)} creationDateTime="2025-06-09T10:00:00Z"><Coding guid="0d1f0000-0000-4000-8000-000000000002"><CodeRef targetGUID="${type}"/></Coding></PlainTextSelection>\n`;
      return xml.replace(of('island'), '').replace(of('pier'), of('pier').replace(at(points.pier), at(points.narrower)) + one);
    },
  },
  {
    out: 'cas-json',
    back: 'cas',
    file: /\.json$/,
    change: (text) => {
      const cas = JSON.parse(text) as Record<'%FEATURE_STRUCTURES', Json[]>;
      const all = cas['%FEATURE_STRUCTURES'].filter(({ identifier }) => identifier !== 'bbbbbbbbb2');
      const pierOne = all.find(({ identifier }) => identifier === 'eeeeeeeee2') ?? {};
      const to = place(narrower, 'utf-16');
      Object.assign(pierOne, { begin: to.start, end: to.end });
      const { start: begin, end } = place(added, 'utf-16');
      cas['%FEATURE_STRUCTURES'] = [...all, { '%ID': 900, '%TYPE': 'secondsource.Statement', '@sofa': 1, begin, end }];
      return JSON.stringify(cas);
    },
  },
  {
    out: 'cas-xmi',
    back: 'cas',
    file: /\.xmi$/,
    change: (text) => {
      const to = place(narrower, 'utf-16');
      const { start, end } = place(added, 'utf-16');
      return text
        .replace(/<secondsource:Quotation [^>]*identifier="bbbbbbbbb2"[^>]*\/>\n/, '')
        .replace(/begin="\d+" end="\d+"(?=[^>]*identifier="eeeeeeeee2")/, `begin="${to.start}" end="${to.end}"`)
        .replace('<cas:Sofa', `<secondsource:Statement xmi:id="900" sofa="1" begin="${start}" end="${end}"/>\n<cas:Sofa`);
    },
  },
];

function returned({ out, file, change }: Program): ImportFile[] {
  const files = exportFormats.find(({ id }) => id === out)?.export(report) ?? [];
  return files
    .filter(({ path }) => file.test(path) || path.endsWith('.txt'))
    .map((one): ImportFile => {
      const bytes = bytesOf(one);
      if (!one.path.endsWith('.qdpx')) {
        const text = bytes.toString('utf8');
        const changed = file.test(one.path) ? change(text) : text;
        assert.ok(!file.test(one.path) || changed !== text);
        return { name: one.path, text: changed, bytes: strToU8(changed) };
      }
      const archive = unzipSync(bytes);
      archive['project.qde'] = strToU8(change(strFromU8(archive['project.qde'] ?? new Uint8Array())));
      return { name: one.path, text: '', bytes: zipSync(archive) };
    });
}

function preview(files: readonly ImportFile[], back: string, known: readonly Annotation[], as?: 'suggested'): ImportPreview {
  const format = importFormatOf(files);
  assert.equal(format?.id, back);
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  const context = { registry, newId, ...(as && { as }) };
  return previewImport(format.read(files, registry), [{ ...target, annotations: known }], context);
}

const entriesOf = ({ documents }: ImportPreview) => documents.flatMap(({ entries }) => entries);
const told = ({ known, annotation: { type, exact } }: ImportEntry) => `${known}: ${type} ${exact}`;
const news = (result: ImportPreview) =>
  entriesOf(result)
    .filter(({ known }) => known !== 'same')
    .map(told)
    .sort();

describe('an export that comes back changed by the other program', () => {
  it('is of every format that can be read again', () => {
    const known = new Set(importFormats.map(({ id }) => id));
    for (const { back } of programs) assert.ok(known.has(back));
    assert.deepEqual(
      exportFormats.map(({ id }) => id).filter((id) => !programs.some(({ out }) => out === id)),
      ['html', 'markdown', 'csl', 'schema-org', 'tei'],
    );
  });

  for (const program of programs) {
    const { out, back } = program;
    it(`${out}: unchanged, it brings nothing new`, () => {
      const result = preview(returned({ ...program, change: (text) => `${text} ` }), back, annotations);
      assert.deepEqual(news(result), []);
      assert.equal(entriesOf(result).length, annotations.length);
    });

    it(`${out}: shows what was added, moved and deleted there, and nothing else`, () => {
      const result = preview(returned(program), back, annotations);
      assert.deepEqual(news(result), [`different: quotation ${narrower}`, `gone: quotation ${island}`, `new: statement ${added}`]);
      const moved = entriesOf(result).find(({ known }) => known === 'different');
      assert.equal(moved?.annotation.id, 'eeeeeeeee2');
    });

    it(`${out}: what was changed there is written, and then it is all here`, () => {
      const files = returned(program);
      const before = newSidecar({ path: 'ferry.txt', offsets: 'codepoint' }, annotations);
      const [found] = preview(files, back, annotations).documents;
      assert.ok(found);
      assert.deepEqual(
        importChanges({ ...found, facts: {} }).map(({ kind }) => kind),
        ['add'],
      );
      const after = readSidecar(applyEdits(before, editSidecar(before, importChanges(found, { replace: true, remove: true })))).annotations;
      assert.deepEqual(
        after.map(({ exact }) => exact).sort(),
        [...annotations.map(({ exact }) => exact).filter((exact) => exact !== island && exact !== pier), narrower, added].sort(),
      );
      // what the format has no place for is still there
      assert.equal(after.find(({ id }) => id === 'ddddddddd2')?.note, 'Two, says the log.');
      assert.deepEqual(news(preview(files, back, after)), []);
    });
  }
});
