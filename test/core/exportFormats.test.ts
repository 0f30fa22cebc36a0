import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import Ajv from 'ajv';
import { parse as parseYaml } from 'yaml';
import annotationsSchema from '../../schemas/annotations.schema.json';
import bundleSchema from '../../schemas/bundle.schema.json';
import corroborationsSchema from '../../schemas/corroborations.schema.json';
import projectSchema from '../../schemas/project.schema.json';
import { exportFormats, type Report } from '../../src/core/index';
import { bylineNames } from '../../src/core/export/writing/byline';
import { htmlScript, htmlScriptHash, htmlStyle, htmlStyleHash } from '../../src/core/export/formats/htmlAssets';
import { parseBrat, parseCas, parseXmi } from './exportReaders';
import { articleOf, documentOf, filesOf, itemAt, itemOn, reportOf, splitReport, storyReport, textOf } from './exportReports';
import { recordEach } from './proof';

function exported(id: string, report: Report, path?: string): string {
  const files = filesOf(id, report);
  return (path === undefined ? [...files.values()][0] : files.get(path)) ?? assert.fail(`no file of ${id}`);
}

/** An emoji before everything, so that the three units differ: “later” stands at 2 code points, 3 UTF-16 units, 5 bytes. */
const emojiReport = () => {
  const article = articleOf('e.txt', '😀 “later” she said');
  return reportOf([documentOf('e.txt', article, [itemOn(article.raw, '“later”', { id: 'a', type: 'quotation', kind: 'direct' })])]);
};

describe('every export format', () => {
  it('has an id, a label and a purpose of its own', () => {
    for (const key of ['id', 'label', 'purpose'] as const)
      assert.equal(new Set(exportFormats.map((format) => format[key])).size, exportFormats.length);
  });

  for (const { id, extension, export: write } of exportFormats) {
    it(`${id} gives the same files for the same report, with plain names`, () => {
      const [one, two] = [write(storyReport()), write(storyReport())].map((files) => files.map((file) => [file.path, textOf(file)]));
      assert.deepEqual(one, two);
      for (const [path = ''] of one ?? []) assert.match(path, /^[a-z0-9][a-z0-9.-]*$/);
      assert.ok(one?.some(([path]) => path?.endsWith(`.${extension}`)));
    });

    it(`${id} takes a report of nothing and an article without annotations`, () => {
      for (const report of [reportOf([]), reportOf([documentOf('empty.txt', articleOf('empty.txt', ''), [])])])
        for (const file of write(report)) assert.equal(typeof textOf(file), 'string');
    });

    it(`${id} names no place of this machine`, () => {
      for (const file of write(storyReport())) assert.doesNotMatch(textOf(file), /file:|\/home\//);
    });
  }
});

describe('the brat export', () => {
  it('counts code points and says who said what', () => {
    const report = storyReport();
    const { spans, relations } = parseBrat(exported('brat', report, '0001-post.brat.txt'), exported('brat', report, '0001-post.brat.ann'));
    assert.equal(spans.get('T2')?.words, '“we will rebuild the café”');
    assert.deepEqual(spans.get('T2')?.attributes, { Status: 'accepted', Kind: 'direct' });
    assert.deepEqual(spans.get('T3')?.references, ['TIMEX3:2024-05-03']);
    assert.equal(spans.get('T2')?.comments.AnnotatorNotes, 'Heard on the square, not in the hall.');
    assert.deepEqual(relations, ['Ana Ruiz Said “we will rebuild the café”', 'said Cue “we will rebuild the café”']);
    assert.match(exported('brat', emojiReport(), '0001-e.brat.ann'), /^T1\tQuotation 2 9\t/);
  });

  it('splits a span at line ends', () => {
    const article = articleOf('l.txt', 'x one\n\n  two y');
    const report = reportOf([documentOf('l.txt', article, [itemOn(article.raw, 'one\n\n  two', { id: 'a', type: 'statement' })])]);
    assert.match(exported('brat', report, '0001-l.brat.ann'), /^T1\tStatement 2 5;9 12\tone two\n/);
  });
});

describe('a quotation with its attribution inside', () => {
  it('is a discontinuous span in brat', () => {
    const ann = exported('brat', splitReport(), '0001-s.brat.ann');
    assert.match(ann, /^T1\tQuotation 0 15;31 50\t“We will stay,” “and we will fish.”\n/);
  });

  it('is two elements in TEI, which point at each other', () => {
    const xml = exported('tei', splitReport());
    assert.match(xml, /<said xml:id="i-a" direct="true" next="#i-a\.2">“We will stay,”<\/said> Ana Ruiz said, /);
    assert.match(xml, /<said xml:id="i-a\.2" direct="true" prev="#i-a">“and we will fish\.”<\/said><\/ab>/);
    assert.match(xml, /target="#i-a #i-a\.2"/);
  });
});

describe('the UIMA CAS JSON export', () => {
  it('counts UTF-16 units and refers from a quotation to its mention and cue', () => {
    const { text, annotations } = parseCas(exported('cas-json', storyReport(), '0001-post.json'));
    assert.equal(text, storyReport().documents[0]?.article.raw);
    const said = annotations.find(({ identifier }) => identifier === '7f3a9ck2qm');
    assert.deepEqual([said?.words, said?.speaker, said?.kind], ['“we will rebuild the café”', 'Ana Ruiz', 'direct']);
    assert.equal(annotations.find((structure) => structure['%ID'] === said?.['@mention'])?.words, 'Ana Ruiz');
    assert.equal(annotations.find((structure) => structure['%ID'] === said?.['@cue'])?.words, 'said');
    assert.equal(parseCas(exported('cas-json', emojiReport())).annotations[0]?.begin, 3);
  });
});

describe('the UIMA XMI export', () => {
  it('declares every type and feature in the type system beside it', () => {
    const declared = exported('cas-xmi', storyReport(), 'typesystem.xml');
    for (const annotation of parseXmi(exported('cas-xmi', storyReport(), '0001-post.xmi')))
      for (const name of Object.keys(annotation))
        if (!['xmi:id', 'sofa', 'begin', 'end', 'words'].includes(name)) assert.match(declared, new RegExp(`<name>${name}</name>`));
  });
});

describe('the doccano export', () => {
  it('has a file without overlaps for a project as doccano makes it', () => {
    const lines = exported('doccano', storyReport(), 'doccano-plain.jsonl').trimEnd().split('\n');
    assert.equal(lines.length, storyReport().documents.length);
    for (const line of lines) {
      const { label } = JSON.parse(line) as { readonly label: readonly (readonly [number, number, string])[] };
      assert.ok(label.some(([, , name]) => name === 'Quotation' || name === 'Statement'));
      for (const [i, [start]] of label.entries()) assert.ok(i === 0 || start >= (label[i - 1]?.[1] ?? 0), 'no overlap');
    }
  });
});

describe('the CSL-JSON export', () => {
  const authors = (byline: string) =>
    bylineNames(byline).map((name) => ('literal' in name ? name.literal : [name.given, name.family, name.suffix ?? ''].join('|')));
  for (const [byline, ...names] of [
    ['By Ana Ruiz', 'Ana|Ruiz|'],
    ['Ana Ruiz and Tom van der Berg', 'Ana|Ruiz|', 'Tom|van der Berg|'],
    ['By Ana Ruiz, Joe Lindqvist Jr., Political Editor', 'Ana|Ruiz|', 'Joe|Lindqvist|Jr.'],
    ['Jean-Luc O’Brien; M. K. Sato', 'Jean-Luc|O’Brien|', 'M. K.|Sato|'],
    ['Ana Ruiz in Lowen', 'Ana Ruiz in Lowen'],
    ['Lowen Courier Staff', 'Lowen Courier Staff'],
    ['Kesnet', 'Kesnet'],
    ['By our own correspondent', 'By our own correspondent'],
    ['', ''],
  ] as const)
    it(`names the authors of ${JSON.stringify(byline)}`, () => assert.deepEqual(authors(byline), names));
});

describe('the Label Studio export', () => {
  interface Result {
    readonly id?: string;
    readonly type: string;
    readonly value?: { readonly start: number; readonly end: number; readonly text: string; readonly labels?: readonly string[] };
    readonly from_id?: string;
    readonly to_id?: string;
  }
  interface Task {
    readonly data: { readonly text: string };
    readonly annotations: readonly { readonly result: readonly Result[] }[];
    readonly predictions: readonly { readonly result: readonly Result[]; readonly model_version: string }[];
  }
  /** Label Studio counts code points. */
  const pointsOf = ({ data }: Task, value: Result['value']) => Array.from(data.text).slice(value?.start, value?.end).join('');
  const tasks = (report: Report) => JSON.parse(exported('label-studio', report, 'tasks.json')) as Task[];
  const labels = (task: Task | undefined, list: 'annotations' | 'predictions') =>
    task?.[list].flatMap(({ result }) =>
      result.filter(({ type }) => type === 'labels').map(({ value }) => `${value?.labels?.join()} ${pointsOf(task, value)}`),
    );

  it('holds what is accepted as annotations, what is suggested as predictions, and nothing rejected', () => {
    const [post] = tasks(storyReport());
    assert.deepEqual(labels(post, 'annotations'), ['Speaker Ana Ruiz', 'Quotation “we will rebuild the café”', 'Date 3 May', 'Cue said']);
    assert.deepEqual(labels(post, 'predictions'), ['Quotation «שלום לכולם»']);
    assert.equal(tasks(emojiReport())[0]?.annotations[0]?.result[0]?.value?.start, 2);
  });

  it('gives results ids that its relations lead to, and names the configuration knows', () => {
    const configuration = exported('label-studio', storyReport(), 'labeling-config.xml');
    for (const task of tasks(storyReport()))
      for (const { result } of [...task.annotations, ...task.predictions]) {
        const ids = new Set(result.map(({ id }) => id));
        for (const one of result) {
          if (one.type === 'relation') assert.ok(ids.has(one.from_id) && ids.has(one.to_id));
          for (const label of one.value?.labels ?? []) assert.ok(configuration.includes(`<Label value="${label}"`));
          if (one.value) assert.ok(one.type === 'textarea' || one.value.text === pointsOf(task, one.value));
        }
      }
  });
});

describe('the doccano export', () => {
  it('is a line a document with spans in UTF-16 units and relations between them', () => {
    const lines = exported('doccano', storyReport()).split('\n').slice(0, -1);
    const documents = lines.map(
      (line) =>
        JSON.parse(line) as {
          readonly text: string;
          readonly entities: readonly {
            readonly id: number;
            readonly start_offset: number;
            readonly end_offset: number;
            readonly label: string;
          }[];
          readonly relations: readonly { readonly from_id: number; readonly to_id: number; readonly type: string }[];
        },
    );
    const [post] = documents;
    const words = new Map(post?.entities.map(({ id, start_offset, end_offset }) => [id, post.text.slice(start_offset, end_offset)]));
    assert.deepEqual([...words.values()], ['Ana Ruiz', '“we will rebuild the café”', '3 May', '«שלום לכולם»', 'said']);
    const [said] = post?.relations ?? [];
    assert.deepEqual(
      [words.get(said?.from_id ?? 0), said?.type, words.get(said?.to_id ?? 0)],
      ['Ana Ruiz', 'Said', '“we will rebuild the café”'],
    );
    const ids = documents.flatMap(({ entities }) => entities.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length, 'ids are distinct over all documents');
  });
});

describe('the REFI-QDA export', () => {
  it('is an archive of a project and its texts, positions in code points', () => {
    const entries = filesOf('refi-qda', emojiReport());
    const project = entries.get('project.qde') ?? '';
    const [, path = ''] = /plainTextPath="internal:\/\/([^"]+)"/.exec(project) ?? [];
    const text = Array.from(entries.get(`sources/${path}`) ?? '');
    const [, start = '', end = ''] = /startPosition="(\d+)" endPosition="(\d+)"/.exec(project) ?? [];
    assert.equal(text.slice(Number(start), Number(end)).join(''), '“later”');
    assert.equal(start, '2');
  });

  it('refers to nothing that is not there', () => {
    const project = exported('refi-qda', storyReport(), 'project.qde');
    const guids = [...project.matchAll(/ guid="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(guids).size, guids.length, 'every GUID names one thing');
    for (const [, guid] of project.matchAll(/(?:targetGUID|originGUID|creatingUser)="([^"]+)"/g)) assert.ok(guids.includes(guid), guid);
  });
});

describe('the TEI export', () => {
  const said = (text: string, ...spans: readonly (readonly [number, number, 'quotation' | 'date'])[]) => {
    const article = articleOf('t.txt', text);
    const items = spans.map(([start, end, type], i) =>
      itemAt(article.raw, { start, end }, { id: `i${i}`, type, kind: 'direct', value: 'P2W' }),
    );
    return exported('tei', reportOf([documentOf('t.txt', article, items)]));
  };

  it('marks passages up where they nest', () => {
    assert.match(
      said('a bc def', [2, 8, 'quotation'], [5, 8, 'date']),
      />a <said xml:id="i-i0" direct="true">bc <date xml:id="i-i1" when-custom="P2W">def<\/date><\/said><\/ab>/,
    );
  });

  it('points at passages that cross others by their characters', () => {
    const xml = said('😀 bc def', [3, 7, 'quotation'], [6, 9, 'quotation']);
    assert.match(xml, />😀 <said xml:id="i-i0" direct="true">bc d<\/said>ef<\/ab>/);
    assert.match(xml, /target="#string-range\(article,5,3\)"/);
  });

  for (const [value, attribute] of [
    ['2024-05-03', 'when="2024-05-03"'],
    ['2024-05', 'when="2024-05"'],
    ['2024-02-30', 'when-custom="2024-02-30"'],
    ['2023-02-29', 'when-custom="2023-02-29"'],
    ['2024-02-29T10:00:00Z', 'when="2024-02-29T10:00:00Z"'],
    ['2024-02-29T10:00', 'when-custom="2024-02-29T10:00"'],
    ['P3D', 'dur="P3D"'],
    ['P', 'when-custom="P"'],
    ['PT', 'when-custom="PT"'],
    ['XXXX-05', 'when-custom="XXXX-05"'],
    ['a b"<', 'when-custom="a_b&quot;&lt;"'],
  ] as const)
    it(`writes the value ${value} as ${attribute}`, () => {
      const article = articleOf('t.txt', 'on that day');
      const report = reportOf([documentOf('t.txt', article, [itemOn(article.raw, 'day', { id: 'a', type: 'date', value })])]);
      assert.ok(exported('tei', report).includes(`<date xml:id="i-a" ${attribute}>day</date>`));
    });
});

describe('the HTML report', () => {
  it('allows its own style and script by their hashes and nothing else', () => {
    const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    assert.equal(htmlStyleHash, sha256(htmlStyle));
    assert.equal(htmlScriptHash, sha256(htmlScript));
    const page = exported('html', storyReport());
    assert.ok(page.includes(`<style>${htmlStyle}</style>`) && page.includes(`<script>${htmlScript}</script>`));
    assert.match(page, /content="default-src &#39;none&#39;; style-src &#39;sha256-/);
  });

  it('offers its filters only where its script runs', () => {
    assert.match(exported('html', storyReport()), /<div class="filters" hidden\b/);
    assert.match(htmlScript, /hidden = false/);
    assert.doesNotMatch(htmlScript, /</, 'the preview takes it out as one piece');
  });

  it('shows what another outlet changes', () => {
    assert.match(exported('html', storyReport()), /<del>we will<\/del><ins>promised on Friday to<\/ins> rebuild the café</);
  });

  it('calls an article whose outlet nobody knows by its headline, and gives no place in one that is not in it', () => {
    const document = { ...documentOf('a.txt', articleOf('a.txt', 'Ten boats sank.'), []), label: 'Boats sink' };
    const sides = [
      { path: 'a.txt', label: 'Boats sink', exact: 'Ten boats', start: 0, end: 9 },
      { path: 'b.txt', label: 'Storm over the quay', exact: 'Two boats', start: 0, end: 9 },
    ].map((side) => ({ ...side, uri: `file:///home/somebody/${side.path}`, text: side.exact }));
    const report = reportOf([document], { conflicts: [{ kind: 'number', message: '“Ten” against “Two”', key: 'k', passages: sides }] });
    const page = exported('html', report);
    assert.match(page, /<li>Storm over the quay: .*<code>b\.txt<\/code>/);
    assert.match(page, /<li>Boats sink: .*<code>a\.txt:1:1<\/code>/);
    const markdown = exported('markdown', report);
    assert.match(markdown, /- Storm over the quay: “Two boats” \(`b\.txt`\)/);
  });

  it('counts outlets, and articles where nobody knows the outlet', () => {
    const counts = (...outlets: readonly (string | undefined)[]) => {
      const documents = outlets.map((outlet, i) =>
        documentOf(`${i}.txt`, articleOf(`${i}.txt`, 'It rained.', outlet === undefined ? {} : { outlet }), []),
      );
      return /summary">([^<]*)</.exec(exported('html', reportOf(documents)))?.[1];
    };
    assert.equal(counts('The Harbour Post', 'The Harbour Post'), '2 articles · 1 outlet · 0 speakers · 0 statements');
    assert.equal(counts('Valley Wire', undefined), '2 articles · 1 outlet and 1 article of unknown outlet · 0 speakers · 0 statements');
    assert.equal(counts(undefined, undefined), '2 articles of unknown outlets · 0 speakers · 0 statements');
    assert.equal(counts(), '0 articles · 0 outlets · 0 speakers · 0 statements');
  });

  it('asks for nothing from outside', () => {
    assert.doesNotMatch(exported('html', storyReport()), /\ssrc=|<link|@import|url\(/);
  });
});

describe('the Markdown report', () => {
  it('gives each statement with its place and the other outlets’ wording', () => {
    const report = exported('markdown', storyReport());
    assert.ok(report.includes('### Ana Ruiz\n\n> “we will rebuild the café”\n'));
    assert.ok(report.includes('(`post.txt:1:24`)'));
    assert.ok(report.includes('- Valley Wire (reported): '));
    assert.ok(report.includes('**3 May against Friday** (date) — explained: 3 May was a Friday'));
  });
});

describe('the bibliography', () => {
  it('leaves out a publication date that does not exist', () => {
    const references = (published: string) =>
      JSON.parse(exported('csl', reportOf([documentOf('a.txt', articleOf('a.txt', '', { published }), [])]))) as {
        readonly issued?: unknown;
      }[];
    assert.deepEqual(references('2024-05-03T08:00:00Z')[0]?.issued, { 'date-parts': [[2024, 5, 3]] });
    assert.equal(references('2024-13-03')[0]?.issued, undefined);
    assert.equal(references('last week')[0]?.issued, undefined);
  });
});

describe('the bundle', () => {
  recordEach('schema', (title) => (title.includes('schema') ? ['bundle'] : []));

  it('holds every decided annotation as its sidecar has it, and the links', () => {
    const report = storyReport();
    const bundle = parseYaml(exported('bundle', report)) as {
      readonly sidecars: readonly {
        readonly document: { readonly path: string };
        readonly annotations: readonly { readonly id: string }[];
      }[];
      readonly project: unknown;
      readonly corroborations: { readonly links: unknown; readonly conflicts: unknown };
    };
    const expected = report.documents.map(({ items }) => items.flatMap(({ annotation }) => annotation ?? []));
    assert.deepEqual(
      bundle.sidecars.map(({ annotations }) => annotations),
      expected,
    );
    assert.deepEqual(bundle.project, { version: 1, ...report.registry });
    assert.deepEqual(bundle.corroborations, { version: 1, links: report.links, conflicts: report.decisions });
  });

  it('is valid by its schema, whose parts are those of the files it is made of', () => {
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    ajv.addKeyword('defaultSnippets'); // of the YAML extension
    ajv.addSchema(projectSchema, 'project.schema.json');
    ajv.addSchema(annotationsSchema, 'annotations.schema.json');
    ajv.addSchema(corroborationsSchema, 'corroborations.schema.json');
    const validate = ajv.compile(bundleSchema);
    for (const report of [storyReport(), reportOf([])]) {
      assert.ok(validate(parseYaml(exported('bundle', report))), JSON.stringify(validate.errors));
    }
    assert.equal(validate({ version: 1, kind: 'bundle', sidecars: [{ annotations: [] }] }), false);
  });

  it('name the address that opens an annotation in VS Code where a person asks for it and a format holds it, and nowhere else', () => {
    const path = 'wire/flood & wind “north”.txt';
    const article = articleOf(path, 'The mayor said “we will rebuild” on the quay, and the tide came.');
    const report = reportOf([
      documentOf(path, article, [
        itemOn(article.raw, '“we will rebuild”', { id: '7f3a9ck2qm', type: 'quotation', kind: 'direct' }),
        itemOn(article.raw, 'the tide came', { id: 's12', type: 'quotation', kind: 'indirect', status: 'suggested' }),
      ]),
    ]);
    const written = (id: string, links: boolean) =>
      exportFormats
        .find((format) => format.id === id)
        ?.export(report, { links })
        .map(({ content }) => (typeof content === 'string' ? content : [...content].join('')))
        .join('\n') ?? '';
    for (const { id } of exportFormats) assert.doesNotMatch(written(id, false), /vscode:/, id);
    for (const id of ['w3c', 'csv', 'tsv', 'html']) {
      const links = [...written(id, true).matchAll(/vscode:\/\/second-source\.second-source\/open\?[^\s",<]+/g)].map(([link]) => link);
      const asked = links.map((link) => new URL(link.replaceAll('&amp;', '&').replace('vscode:', 'https:')).searchParams);
      assert.deepEqual(
        asked.map((parameters) => [parameters.get('path'), parameters.get('id')]).sort(),
        [
          [path, '7f3a9ck2qm'],
          [path, null],
        ].sort(),
        id,
      );
    }
  });
});
