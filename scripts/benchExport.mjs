// Times every export on 10,000 annotations in 100 articles, and weighs what it holds while it hands its text over: a quarter
// of the annotations must not need noticeably less. Processor time; run by node --expose-gc.
import { createHash } from 'node:crypto';
import { loadBundle, median, processorTime } from './measuring.mjs';

const { module } = await loadBundle('benchExport', `export * from './src/core/index';`);
const { describeSpan, emptyRegistry, exportFormats, importFormats, previewImport, readArticle } = module;

/** @typedef {{ path: string, content: string | Iterable<string | Uint8Array> }} ExportFile
 *  @typedef {{ id: string, export: (report: unknown) => readonly ExportFile[] }} ExportFormat */

function collect() {
  if (globalThis.gc === undefined) throw new Error('Run by node --expose-gc: memory is weighed after each collection.');
  void globalThis.gc();
}

const target = 2000;
/** @type {readonly ExportFormat[]} */
const formats = exportFormats;
console.log(`Exports of 10,000 annotations in 100 articles, Node ${process.version}; at most ${target} ms wanted\n`);
console.log('format          ms    MB out   MB held   (2,500)   longest chunk kB');
const [small, large] = [reportOf(25), reportOf(100)];
let missed = 0;
for (const format of formats) {
  drain(format, small);
  const ms = median([1, 2, 3].map(() => processorTime(() => drain(format, large))));
  const [held, heldSmall] = [weigh(format, large), weigh(format, small)];
  const { bytes, longest } = drain(format, large);
  if (ms > target) missed++;
  const cells = [ms.toFixed(0).padStart(6), mb(bytes), mb(held), mb(heldSmall), (longest / 1000).toFixed(0).padStart(8)];
  console.log(`${format.id.padEnd(13)}${cells.join('  ')}`);
}
console.log('\nImports of the same 10,000 annotations with their preview\n\nformat          ms');
for (const id of ['bundle', 'w3c', 'brat', 'csv']) importing(id);
process.exitCode = missed > 0 ? 1 : 0;

/** @param {number} count of articles, a hundred annotations each */
function reportOf(count) {
  const documents = Array.from({ length: count }, (_, n) => documentOf(n));
  const links = documents.slice(1).map(
    (_, n) =>
      /** @type {const} */ ({
        id: `link${n}`,
        from: { path: `event/a${n + 1}.txt`, id: `q${n + 1}x0` },
        to: { path: `event/a${n}.txt`, id: `q${n}x0` },
        relation: 'verbatim',
        status: 'accepted',
        by: 'ana',
        at: '2026-11-22T10:00:00Z',
      }),
  );
  return { documents, registry: emptyRegistry, origins: [], conflicts: [], links, decisions: [] };
}

/** @param {number} n */
function documentOf(n) {
  const paragraphs = Array.from({ length: 100 }, (_, i) => {
    return `😀 Harbour master Ida Voss said “we will keep quay ${n * 100 + i} open”, and went on to talk of cranes, tides and café prices for a while.`;
  });
  const article = readArticle({ uri: `a${n}`, path: `event/a${n}.txt`, text: `${paragraphs.join('\n\n')}\n`, version: 1 });
  let at = 0;
  const items = paragraphs.map((paragraph, i) => {
    const start = at + paragraph.indexOf('“');
    const end = at + paragraph.indexOf('”') + 1;
    const mention = { start: at + 18, end: at + 26 };
    at += paragraph.length + 2;
    const annotation = {
      id: `q${n}x${i}`,
      type: 'quotation',
      kind: 'direct',
      status: 'accepted',
      speakers: ['ida-voss'],
      tags: ['quay', 'promise'],
      note: 'Heard twice.',
      comments: [{ by: 'ben', at: '2026-11-22T10:00:00Z', text: 'Agreed.' }],
      reviewed: { by: 'ana', at: '2026-11-22T10:00:00Z' },
      ...describeSpan(article.raw, { start, end }),
    };
    const exact = article.raw.slice(start, end);
    const rendering = {
      uri: 'a0',
      path: 'event/a0.txt',
      start: 20,
      end: 40,
      exact,
      text: exact,
      score: 0.8,
      level: 'match',
      relation: 'trimmed',
      because: [],
    };
    return {
      ...annotation,
      how: 'exact',
      span: { start, end },
      mention,
      annotation,
      speakers: [{ id: 'ida-voss', name: 'Ida Voss' }],
      renderings: i % 2 === 0 ? [rendering] : [],
      origins: ['o1'],
    };
  });
  const sha256 = createHash('sha256').update(article.raw, 'utf8').digest('hex');
  return { path: `event/a${n}.txt`, article, sha256, items, unplaced: [], outlet: `Outlet ${n % 7}` };
}

/** @param {ExportFormat} format
 *  @param {unknown} report */
function drain(format, report) {
  let bytes = 0;
  let longest = 0;
  for (const { content } of format.export(report))
    for (const chunk of typeof content === 'string' ? [content] : content) {
      bytes += chunk.length;
      longest = Math.max(longest, chunk.length);
    }
  return { bytes, longest };
}

/**
 * The most that is held, over what was held before, at any of some eight moments of an export.
 * @param {ExportFormat} format
 * @param {unknown} report
 */
function weigh(format, report) {
  const step = drain(format, report).bytes / 8;
  collect();
  const before = held();
  let most = 0;
  let since = 0;
  for (const { content } of format.export(report))
    for (const chunk of typeof content === 'string' ? [content] : content) {
      since += chunk.length;
      if (since < step) continue;
      since = 0;
      collect();
      most = Math.max(most, held() - before);
    }
  return most;
}

function held() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** @param {string} id */
function importing(id) {
  const exported = formats.find((format) => format.id === id)?.export(large) ?? [];
  const files = exported.map(({ path: name, content }) => ({ name, text: [...content].join('') }));
  const targets = large.documents.map(({ path: name, article, sha256 }) => ({ path: name, article, sha256, annotations: [] }));
  /** @type {readonly { id: string, read: (files: unknown, registry: unknown) => unknown }[]} */
  const readers = importFormats;
  let made = 0;
  /** @type {{ documents: readonly { entries: readonly { placed: { how: string } }[] }[] }} */
  let preview = { documents: [] };
  const ms = processorTime(() => {
    const content = readers.find((reader) => reader.id === id)?.read(files, emptyRegistry);
    preview = previewImport(content, targets, { registry: emptyRegistry, newId: () => `new${made++}` });
  });
  const placed = preview.documents.flatMap(({ entries }) => entries).filter((entry) => entry.placed.how === 'exact').length;
  if (ms > target) missed++;
  console.log(`${id.padEnd(13)}${ms.toFixed(0).padStart(6)}   ${placed} placed`);
}

/** @param {number} bytes */
function mb(bytes) {
  return (bytes / 1e6).toFixed(1).padStart(8);
}
