import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { micromark } from 'micromark';
import { parse as parseYaml } from 'yaml';
import { exportFormats, type Report } from '../../src/core/index';
import { unguard } from '../../src/core/import/table/table';
import { parseBrat, parseCas, parseCsv, parseXmi, records } from './exportReaders';
import { filesOf, storyReport } from './exportReports';
import { record, recordEach, shown } from './proof';
import { articlesFolder, realReport } from './realReport';

type Files = ReadonlyMap<string, string>;

interface Reader {
  /** How the table calls it. */
  readonly by: string;
  readonly unit: string;
  /** The words at the positions that a format names, by the format's own unit, or its quotations where it has no positions. */
  readonly words: (files: Files, report: Report) => readonly string[];
  /** Which annotations it takes; absent: all. */
  readonly takes?: (status: string, type: string, kind?: string) => boolean;
}

const files = (all: Files, ending: string) => [...all].filter(([path]) => path.endsWith(ending)).map(([, text]) => text);
const json = (text: string | undefined): unknown => JSON.parse(text ?? '');
const points = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('');
const rawOf = (report: Report, path: string) => report.documents.find((document) => document.path === path)?.article.raw ?? '';
const told = (status: string, type: string) => status !== 'rejected' && (type === 'quotation' || type === 'statement');
const undecided = (status: string) => status !== 'rejected';

/** The text inside each element of a name. */
function insideOf(markup: string, name: string): string[] {
  const found: string[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: (opened) => {
      if (opened === name && depth++ === 0) found.push('');
    },
    ontext: (text) => {
      if (depth > 0) found.push((found.pop() ?? '') + text);
    },
    onclosetag: (closed) => {
      if (closed === name) depth--;
    },
  });
  parser.end(markup);
  return found;
}

const table = (rows: readonly Record<string, string>[], report: Report) =>
  rows.map(({ document = '', start, end, exact = '' }) => {
    assert.equal(points(rawOf(report, document), Number(start), Number(end)), unguard(exact));
    return unguard(exact);
  });

const readers: Readonly<Record<string, Reader>> = {
  html: { by: 'htmlparser2, xmllint', unit: '–', takes: told, words: (all) => insideOf(files(all, '.html').join(), 'blockquote') },
  markdown: { by: 'micromark', unit: '–', takes: told, words: (all) => insideOf(micromark(files(all, '.md').join()), 'blockquote') },
  csv: {
    by: 'RFC 4180 reader',
    unit: 'code points',
    words: (all, report) => table(records(parseCsv(files(all, '.csv').join())), report),
  },
  tsv: {
    by: 'the same with tabs, own import',
    unit: 'code points',
    words: (all, report) => table(records(parseCsv(files(all, '.tsv').join(), '\t', '\n')), report),
  },
  w3c: {
    by: '54 schemas, jsonld, Recogito',
    unit: 'code points',
    words: (all, report) => {
      interface Selector {
        readonly exact?: string;
        readonly start?: number;
        readonly end?: number;
      }
      const annotations = json(all.get('annotations.jsonld')) as { id: string; motivation: string; target: { selector: Selector[] }[] }[];
      return annotations
        .filter(({ motivation }) => motivation === 'classifying')
        .map(({ id, target }) => {
          const [quote, position] = target[0]?.selector ?? [];
          const raw = rawOf(report, decodeURIComponent(/[?&]path=([^&]*)/.exec(id)?.[1] ?? ''));
          assert.equal(points(raw, position?.start ?? 0, position?.end ?? 0), quote?.exact);
          return quote?.exact ?? '';
        });
    },
  },
  bundle: {
    by: 'bundle.schema.json',
    unit: 'code points',
    takes: (status) => status !== 'suggested',
    words: (all, report) => {
      interface Sidecar {
        readonly document: { readonly path: string };
        readonly annotations: readonly { readonly exact: string; readonly start: number; readonly end: number }[];
      }
      const { sidecars } = parseYaml(all.get('bundle.yaml') ?? '') as { readonly sidecars: readonly Sidecar[] };
      return sidecars.flatMap(({ document, annotations }) =>
        annotations.map(({ exact, start, end }) => {
          assert.equal(points(rawOf(report, document.path), start, end), exact);
          return exact;
        }),
      );
    },
  },
  csl: {
    by: 'csl-data.json',
    unit: '–',
    takes: () => false,
    words: (all, report) => {
      assert.equal((json(all.get('references.json')) as unknown[]).length, report.documents.length);
      return [];
    },
  },
  'schema-org': {
    by: 'jsonld',
    unit: '–',
    takes: (status, type, kind) => status === 'accepted' && kind !== 'scare' && (type === 'quotation' || type === 'statement'),
    words: (all) =>
      (json(all.get('quotations.jsonld')) as { '@graph': { '@type': string; text?: string }[] })['@graph']
        .filter((node) => node['@type'] === 'Quotation' || node['@type'] === 'Claim')
        .map(({ text = '' }) => text),
  },
  tei: {
    by: 'tei_all.rng',
    unit: 'code points',
    words: (all) =>
      files(all, '.xml').flatMap((xml) => {
        const text = insideOf(xml, 'ab').join('');
        const inside = new Map<string, string>();
        const open: string[] = [];
        const targets: string[] = [];
        const parser = new Parser(
          {
            onopentag: (name, attributes) => {
              open.push(attributes['xml:id'] ?? '');
              if (name === 'annotation') targets.push(attributes.target ?? '');
            },
            ontext: (words) => {
              for (const id of open) if (id !== '') inside.set(id, (inside.get(id) ?? '') + words);
            },
            onclosetag: () => void open.pop(),
          },
          { xmlMode: true },
        );
        parser.end(xml);
        return targets.map((target) => {
          const [, start, length] = /^#string-range\(article,(\d+),(\d+)\)$/.exec(target) ?? [];
          return start === undefined
            ? (inside.get(target.slice(1)) ?? assert.fail(target))
            : points(text, Number(start), Number(start) + Number(length));
        });
      }),
  },
  brat: {
    by: 'brat manual reader',
    unit: 'code points',
    words: (all) =>
      [...all]
        .filter(([path]) => path.endsWith('.ann'))
        .flatMap(([path, ann]) => {
          const { spans } = parseBrat(all.get(path.replace(/ann$/, 'txt')) ?? '', ann);
          return [...spans.values()].filter(({ comments }) => 'SecondSource' in comments).map(({ words }) => words);
        }),
  },
  'cas-json': {
    by: 'CAS draft reader',
    unit: 'UTF-16',
    words: (all) =>
      files(all, '.json').flatMap((text) =>
        parseCas(text)
          .annotations.filter((one) => one.identifier)
          .map(({ words }) => words),
      ),
  },
  'cas-xmi': {
    by: 'XMI reader',
    unit: 'UTF-16',
    words: (all) => files(all, '.xmi').flatMap((text) => parseXmi(text).flatMap(({ identifier, words }) => (identifier ? [words] : []))),
  },
  'refi-qda': {
    by: 'refi-qda-project.xsd, unzip',
    unit: 'code points',
    words: (all) =>
      [...(all.get('project.qde') ?? '').matchAll(/<TextSource .*?internal:\/\/([^"]+)".*?<\/TextSource>/gs)].flatMap(([source, path]) =>
        [...source.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(([, start, end]) =>
          points(all.get(`sources/${path}`) ?? '', Number(start), Number(end)),
        ),
      ),
  },
  'label-studio': {
    by: 'task format reader',
    unit: 'code points',
    takes: undecided,
    words: (all) => {
      type Results = readonly {
        readonly result: readonly { type: string; from_name?: string; value?: { start: number; end: number } }[];
      }[];
      const tasks = json(all.get('tasks.json')) as { data: { text: string }; annotations: Results; predictions: Results }[];
      return tasks.flatMap(({ data, annotations, predictions }) =>
        [...annotations, ...predictions].flatMap(({ result }) =>
          result.filter(({ type }) => type === 'labels').map(({ value }) => points(data.text, value?.start ?? 0, value?.end ?? 0)),
        ),
      );
    },
  },
  doccano: {
    by: 'dataset format reader',
    unit: 'UTF-16',
    takes: undecided,
    words: (all) =>
      [all.get('doccano.jsonl') ?? ''].flatMap((text) =>
        text
          .trimEnd()
          .split('\n')
          .flatMap((line) => {
            const document = json(line) as { text: string; entities: { start_offset: number; end_offset: number }[] };
            return document.entities.map(({ start_offset, end_offset }) => document.text.slice(start_offset, end_offset));
          }),
      ),
  },
};

/** White space aside, which brat and reports for people write in their ways. */
const plain = (words: string) => words.replace(/\s+/g, ' ').trim();

/** Every annotation that a format takes is found again with its words, and no reader finds fewer. */
function check(id: string, report: Report): void {
  const { words, takes = () => true } = readers[id] ?? assert.fail(`no reader of ${id}`);
  const found = new Map<string, number>();
  for (const one of words(filesOf(id, report), report).map(plain)) found.set(one, (found.get(one) ?? 0) + 1);
  for (const { article, items } of report.documents)
    for (const { status, type, kind, span } of items) {
      if (!takes(status, type, kind)) continue;
      const wanted = plain(article.raw.slice(span.start, span.end));
      const left = found.get(wanted) ?? 0;
      assert.ok(left > 0, `${id} has lost ${JSON.stringify(wanted)}`);
      found.set(wanted, left - 1);
    }
}

describe('each format, read back by positions', () => {
  recordEach('story', (title) => /^the sample story from (.*)$/.exec(title)?.slice(1) ?? []);
  recordEach('articles', (title) => /^five real articles from (.*)$/.exec(title)?.slice(1) ?? []);

  it('has a reader', () => assert.deepEqual(Object.keys(readers).sort(), exportFormats.map(({ id }) => id).sort()));

  for (const { id } of exportFormats) {
    it(`the sample story from ${id}`, () => {
      check(id, storyReport());
    });

    it(`five real articles from ${id}`, function () {
      const report = realReport();
      if (report === undefined) {
        console.log(`      skipped: no articles at ${articlesFolder}`);
        record(id, 'articles', 'skipped: no ../shared');
        this.skip();
      }
      check(id, report);
    });
  }

  after(() => {
    const heads = ['format', 'schema or reader', 'unit', 'schema', 'attacks', 'story', 'five articles', 'round trip'];
    const rows = exportFormats.map(({ id }) => {
      const { by = '', unit = '' } = readers[id] ?? {};
      return [id, by, unit, ...(['schema', 'attacks', 'story', 'articles', 'round trip'] as const).map((column) => shown(id, column))];
    });
    const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
    for (const row of [heads, ...rows])
      console.log(
        `      ${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}`,
      );
  });
});
