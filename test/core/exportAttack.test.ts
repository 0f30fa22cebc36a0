import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { micromark } from 'micromark';
import { parse as parseYaml } from 'yaml';
import { exportFormats, type Report } from '../../src/core/index';
import { reportMarkers } from '../../src/core/text/articleFiles';
import { cleanText } from '../../src/core/text/cleanText';
import { shownText } from '../../src/core/text/shownText';
import { unguard } from '../../src/core/import/table/table';
import { parseBrat, parseCas, parseCsv, parseXmi, records } from './exportReaders';
import { articleOf, documentOf, filesOf, itemOn, passageOf, reportOf, textOf } from './exportReports';
import { recordEach } from './proof';

const attacks: Readonly<Record<string, string>> = {
  markup: `<script>alert(1)</script><img src=x onerror="alert(1)"><svg/onload='x'>`,
  'attribute breakers': `" onmouseover="x" ' onfocus='y' \`z\``,
  entities: '&amp; &lt; &#0; &nbsp; &unknown; &',
  'ends of sections': ']]> <![CDATA[x]]> --> <!-- ?> <?xml?> </text></said></blockquote></style></script>',
  formula: `=cmd|' /C calc'!A0`,
  'guarded formula': `'=1+1`,
  'full-width formula': '＝HYPERLINK("http://g.example")',
  'full-width plus, minus and at': '＋1',
  'formula after a tab': '\t=1+1',
  'formula after a line end': '\r=1+1',
  'formula after a feed': '\n@SUM(1)',
  'control characters': 'a\0b\bc\u001bd\u007fe\u0085f\u000bg\fh',
  'no characters': '\ufffe \uffff \ud800 \udc00 \ud83dx \ufdd0',
  'a path': '../../etc/passwd',
  'a path in an archive': '..\\..\\evil.qde\0/sources/x.txt',
  'an absolute path': '/etc/cron.d/x',
  'another path': 'C:\\CON\\..\\NUL.txt%2e%2e%2f',
  'right to left': 'שלום \u202eevil\u202c عالم \u2066x\u2069',
  emoji: '😀👩‍👩‍👧‍👦 🇺🇦 é́ e\u0301',
  Markdown: '# h\n- item\n1. x\n> q\n```js\n[a](javascript:alert(1)) ![b](x) **c** _d_ ~~e~~ | f | <http://g.example> \\\n***\n===',
  'a Markdown line': '1) [x]: javascript:alert(1) "t" ![i](data:x) <b>',
  'links and images': '<https://g.example> www.g.example a@g.example [x][y] ![i](//g.example/i.png) [r]: //g.example',
  'end of a script': '</script ><script>alert(1)</script><!--<script>',
  'byte order marks': '\ufeffa\ufeff b\ufeff',
  'CRLF and CR': 'one\r\ntwo\rthree',
  YAML: `no: yes # - [a, {b}] "q" 'r' & * ! % @ |\n---\n...\n? x\n\t- y`,
  'JSON and line separators': '"\\\u2028\u2029\u0085{"a":1}',
  templates: '${x} {{y}} {% z %} $(w) %s %00',
  'tabs and lines': 'a\tb\t\tc\n\nd\n \n',
  'brat lines': 'x\nT9\tFake 0 4\tspan\n#1\tNote T1\t"',
  long: 'x'.repeat(5000) + '\n'.repeat(50) + '('.repeat(500) + '['.repeat(500) + '*'.repeat(501),
  'a very long word': 'ß'.repeat(20_000),
  'spaces only': ' \n \t ',
};

/** A report in which every text that comes from outside is the attack. */
function reportOn(attack: string): Report {
  const id = 'aaaaaaaaaa';
  const facts = { outlet: attack, title: attack, author: attack, published: attack, url: attack };
  const one = articleOf('one.txt', `before ${attack} after`, facts);
  const two = articleOf('two.txt', `before ${attack} after`, { ...facts, url: `https://paper.example/${attack}` });
  const exact = one.raw.slice('before '.length, -' after'.length);
  const speaker = { id: attack, name: attack };
  const rest = {
    kind: 'direct',
    speakers: [speaker],
    provenance: attack,
    value: attack,
    tags: [attack],
    note: attack,
    comments: [{ by: attack, at: attack, text: attack }],
    by: attack,
    reviewed: { by: attack, at: attack },
    origins: [attack],
  };
  const items = (['quotation', 'date', 'note', 'speaker', 'statement', 'cue'] as const).map((type, i) =>
    itemOn(one.raw, exact, { ...rest, type, id: i === 0 ? id : `${type} ${attack}` }),
  );
  const [said] = items;
  assert.ok(said);
  const other = documentOf(attack, two, [said]);
  const rendering = { ...passageOf(other, said), score: 0.5, level: 'possible' as const, relation: 'indirect' as const, because: [] };
  const document = documentOf('one.txt', one, [{ ...said, renderings: [rendering] }, ...items.slice(1)]);
  return reportOf([document, other], {
    registry: {
      outlets: [{ id: attack, name: attack, match: [attack] }],
      speakers: [{ id: attack, name: attack, aliases: [attack], roles: [attack] }],
      articles: [attack],
    },
    origins: [{ id: attack, kind: 'copy', reason: attack, uris: [], paths: ['one.txt', attack] }],
    conflicts: [{ kind: 'wording', key: attack, message: attack, passages: [passageOf(document, said), passageOf(other, said)] }],
    links: [
      {
        id: attack,
        from: { path: 'one.txt', id },
        to: { path: attack, id },
        relation: 'verbatim',
        status: 'accepted',
        reason: attack,
        by: attack,
        at: attack,
      },
    ],
    decisions: [{ key: attack, status: 'explained', reason: attack }],
  });
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of a page with its attributes and all text inside it. */
function elementsOf(markup: string, xmlMode: boolean): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, text: '' };
        all.push(element);
        open.push(element);
      },
      ontext: (text) => {
        for (const element of open) element.text += text;
      },
      onclosetag: () => void open.pop(),
      oncomment: () => assert.fail('a comment'),
      oncdatastart: () => assert.fail('a CDATA section'),
      onprocessinginstruction: (name) => assert.ok(['?xml', '!doctype'].includes(name.toLowerCase()), name),
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(markup);
  return all;
}

const names = (elements: readonly Element[]) => [...new Set(elements.map(({ name }) => name))].sort();
const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

type Check = (files: ReadonlyMap<string, string>, report: Report, exact: string) => void;

/** What each format must give back; `exact` is the annotated passage as it stands in the article. */
const checks: Readonly<Record<string, Check>> = {
  html: (files, report, exact) => {
    const page = files.get('report.html') ?? '';
    const elements = elementsOf(page, false);
    const plain = elementsOf(textOf(exportFormats.find(({ id }) => id === 'html')?.export(reportOn('plain'))[0]), false);
    for (const name of names(elements)) assert.ok(names(plain).includes(name) || name === 'del' || name === 'ins', name);
    const attributes = new Set(plain.flatMap((element) => Object.keys(element.attributes)));
    for (const element of elements)
      for (const [name, value] of Object.entries(element.attributes)) {
        assert.ok(attributes.has(name), name);
        if (name === 'href') assert.match(value, /^https:\/\/paper\.example\/[!-~]*$/);
      }
    assert.equal(elements.filter(({ name }) => name === 'script').length, 1);
    assert.equal(elements.find(({ name }) => name === 'blockquote')?.text, cleanText(shownText(exact)));
    assert.equal(elements.find(({ name }) => name === 'h3')?.text, cleanText(shownText(report.registry.speakers[0]?.name ?? '')));
  },
  markdown: (files, _report, exact) => {
    const [marker = '', ...lines] = (files.get('report.md') ?? '').split('\n');
    assert.equal(marker, reportMarkers.markdown);
    const elements = elementsOf(micromark(lines.join('\n'), { allowDangerousHtml: true }), false);
    const expected = ['a', 'blockquote', 'code', 'del', 'h1', 'h2', 'h3', 'ins', 'li', 'p', 'strong', 'ul'];
    assert.deepEqual(
      names(elements).filter((name) => !expected.includes(name)),
      [],
    );
    for (const { attributes } of elements)
      for (const [name, value] of Object.entries(attributes)) assert.match(`${name}=${value}`, /^href=https:\/\/paper\.example\//);
    assert.equal(words(elements.find(({ name }) => name === 'blockquote')?.text ?? ''), words(cleanText(shownText(exact))));
  },
  csv: (files, _report, exact) => {
    const [row] = records(parseCsv(files.get('annotations.csv') ?? ''));
    assert.equal(unguard(row?.exact ?? ''), cleanText(exact));
    for (const cell of Object.values(row ?? {})) assert.doesNotMatch(cell, /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
  },
  tsv: (files, _report, exact) => {
    const rows = records(parseCsv(files.get('annotations.tsv') ?? '', '\t', '\n'));
    assert.equal(rows.length, 7);
    assert.equal(unguard(rows[0]?.exact ?? ''), cleanText(exact));
  },
  w3c: (files, _report, exact) => {
    const annotations = JSON.parse(files.get('annotations.jsonld') ?? '') as {
      readonly target: readonly { readonly source?: string; readonly selector?: readonly { readonly exact?: string }[] }[];
    }[];
    assert.equal(annotations[0]?.target[0]?.selector?.[0]?.exact, exact);
    for (const { target } of annotations)
      for (const { source = 'ni:' } of target) assert.match(source, /^(ni:|https:\/\/paper\.example\/[!-~]*$)/);
  },
  bundle: (files, report) => {
    const bundle = parseYaml(files.get('bundle.yaml') ?? '') as {
      readonly sidecars: readonly { readonly annotations: readonly unknown[] }[];
      readonly project: unknown;
    };
    assert.deepEqual(bundle.sidecars[0]?.annotations.length, 6);
    for (const item of report.documents[0]?.items ?? [])
      assert.ok(bundle.sidecars[0].annotations.some((entry) => isEqual(entry, item.annotation)));
    assert.deepEqual(bundle.project, { version: 1, ...report.registry });
  },
  csl: (files, report) => {
    const [reference] = JSON.parse(files.get('references.json') ?? '') as { readonly title: string; readonly URL?: string }[];
    assert.deepEqual([reference?.title, reference?.URL], [report.registry.speakers[0]?.name, undefined]);
  },
  'schema-org': (files, _report, exact) => {
    const { '@graph': graph } = JSON.parse(files.get('quotations.jsonld') ?? '') as {
      readonly '@graph': readonly { readonly '@type': string; readonly text?: string }[];
    };
    assert.equal(graph.find((node) => node['@type'] === 'Quotation')?.text, exact);
  },
  tei: (files, report) => {
    const xml = files.get('0001-one.xml') ?? '';
    const elements = elementsOf(xml, true);
    assert.equal(elements.find(({ name }) => name === 'ab')?.text, cleanText(report.documents[0]?.article.raw ?? ''));
    assert.equal(elements.filter(({ name }) => name === 'annotation').length, 6);
    assert.deepEqual(
      names(elements).filter((name) => /^(script|img|svg|b)$/.test(name)),
      [],
    );
    for (const { attributes } of elements) assert.ok(!Object.keys(attributes).some((name) => name.startsWith('on')));
  },
  brat: (files, report, exact) => {
    const text = files.get('0001-one.brat.txt') ?? '';
    assert.equal(text, cleanText(report.documents[0]?.article.raw ?? '').replaceAll('\t', ' '));
    const { spans } = parseBrat(text, files.get('0001-one.brat.ann') ?? '');
    // brat has no spans of spaces
    const expected = exact.trim() === '' ? 0 : 6;
    assert.equal([...spans.values()].filter(({ comments }) => 'SecondSource' in comments).length, expected);
  },
  'cas-json': (files, _report, exact) => {
    const { annotations } = parseCas(files.get('0001-one.json') ?? '');
    assert.deepEqual(
      annotations.map((annotation) => annotation.words),
      Array.from({ length: 6 }, () => exact),
    );
  },
  'cas-xmi': (files, _report, exact) => {
    assert.deepEqual(
      parseXmi(files.get('0001-one.xmi') ?? '').map(({ words }) => words),
      Array.from({ length: 6 }, () => cleanText(exact)),
    );
  },
  'refi-qda': (files, report) => {
    const project = files.get('project.qde') ?? '';
    const elements = elementsOf(project, true);
    assert.equal(elements.filter(({ name }) => name === 'PlainTextSelection').length, 7);
    assert.ok([...files].some(([name, text]) => name.startsWith('sources/') && text === cleanText(report.documents[0]?.article.raw ?? '')));
  },
  'label-studio': (files, _report, exact) => {
    const [task] = JSON.parse(files.get('tasks.json') ?? '') as {
      readonly annotations: readonly { readonly result: readonly { readonly value?: { readonly text?: string } }[] }[];
    }[];
    assert.equal(task?.annotations[0]?.result[0]?.value?.text, exact);
  },
  doccano: (files, report) => {
    const lines = (files.get('doccano.jsonl') ?? '').split('\n');
    assert.equal(lines.length, 3);
    assert.equal((JSON.parse(lines[0] ?? '') as { readonly text: string }).text, report.documents[0]?.article.raw);
  },
};

function isEqual(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

describe('hostile text', () => {
  recordEach('attacks', (title) => / comes through (.*)$/.exec(title)?.slice(1) ?? []);

  it('is tried on every format', () => {
    assert.deepEqual(Object.keys(checks).sort(), exportFormats.map(({ id }) => id).sort());
  });

  for (const { id, export: write } of exportFormats)
    for (const [name, attack] of Object.entries(attacks))
      it(`${name} comes through ${id}`, () => {
        const report = reportOn(attack);
        for (const { path } of write(report)) assert.match(path, /^[a-z0-9][a-z0-9.-]*$/);
        const [document] = report.documents;
        const [item] = document?.items ?? [];
        assert.ok(document && item);
        checks[id]?.(filesOf(id, report), report, document.article.raw.slice(item.span.start, item.span.end));
      });
});
