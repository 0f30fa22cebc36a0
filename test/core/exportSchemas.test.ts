import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import jsonld, { type ContextDefinition, type JsonLdDocument } from 'jsonld';
import type { Report } from '../../src/core/index';
import { articleOf, documentOf, filesOf, itemAt, reportOf, splitReport, storyReport } from './exportReports';
import { recordEach } from './proof';
import { realReport } from './realReport';

const formats = '../shared/formats';

/** The reports every schema is tried on: the invented story, texts full of markup, and real articles where they are. */
function reports(): Report[] {
  const odd = articleOf('odd &<>".txt', 'a <b> & ]]> "c" \0 \u0085 \ud800 😀\n\tשלום x', {
    title: '<&>',
    url: 'https://p.example/?a=1&b=2',
  });
  const rest = { note: '<&>"\0', speakers: [{ id: '<id> "1"', name: '&' }], tags: ['<'], value: 'XXXX-W12', kind: 'mixed' };
  const items = (['quotation', 'date', 'speaker', 'statement', 'cue', 'note'] as const).map((type, i) =>
    itemAt(odd.raw, { start: i, end: 20 + i }, { ...rest, type, id: `${type} "<&` }),
  );
  const real = realReport();
  return [storyReport(), splitReport(), reportOf([documentOf(odd.uri, odd, items)]), reportOf([]), ...(real ? [real] : [])];
}

function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version']).error === undefined;
}

describe('exports against their official schemas', function () {
  this.timeout(60_000);
  let folder: string;
  const subjects = [
    ['TEI', 'tei'],
    ['REFI-QDA', 'refi-qda'],
    ['HTML', 'html'],
    ['labelling', 'label-studio'],
    ['bibliographies', 'csl'],
  ] as const;
  recordEach('schema', (title) => subjects.flatMap(([subject, format]) => (title.includes(subject) ? [format] : [])));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-source-export-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const need = (context: Mocha.Context, schema: string, tool?: string) => {
    const missing = !existsSync(join(formats, schema))
      ? `${schema} is not in ${formats}`
      : tool && !isInstalled(tool)
        ? `${tool} is not installed`
        : '';
    if (missing !== '') {
      console.log(`      skipped: ${missing}`);
      context.skip();
    }
  };

  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('TEI files are valid by tei_all.rng (jing)', function () {
    need(this, 'tei_all.rng', 'jing');
    const files = reports().flatMap((report, i) => [...filesOf('tei', report)].map(([path, text]) => write(`${i}-${path}`, text)));
    assert.ok(files.length >= 3);
    const { status, stdout } = spawnSync('jing', [join(formats, 'tei_all.rng'), ...files], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('REFI-QDA projects are valid by the published schema (xmllint)', function () {
    need(this, 'refi-qda-project.xsd', 'xmllint');
    for (const [i, report] of reports().entries()) {
      const project = filesOf('refi-qda', report).get('project.qde') ?? '';
      const file = write(`${i}.qde`, project);
      execFileSync('xmllint', ['--noout', '--schema', join(formats, 'refi-qda-project.xsd'), file], { stdio: 'pipe' });
    }
  });

  it('HTML reports and labelling configurations are well-formed XML too (xmllint)', function () {
    if (!isInstalled('xmllint')) {
      console.log('      skipped: xmllint is not installed');
      this.skip();
    }
    for (const [i, report] of reports().entries())
      for (const [path, text] of [...filesOf('html', report), ...filesOf('label-studio', report)])
        if (/\.(html|xml)$/.test(path)) execFileSync('xmllint', ['--noout', write(`${i}-${path}.xml`, text)], { stdio: 'pipe' });
  });

  it('bibliographies are valid by csl-data.json (ajv)', function () {
    need(this, 'csl-data.json');
    const schema = JSON.parse(readFileSync(join(formats, 'csl-data.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const report of reports()) {
      const text = filesOf('csl', report).get('references.json') ?? '';
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    }
  });
});

describe('JSON-LD exports', () => {
  // the terms we use, as the contexts of the W3C and of schema.org define them: nothing is fetched
  const oa = 'http://www.w3.org/ns/oa#';
  const as = 'http://www.w3.org/ns/activitystreams#';
  const linked = (id: string) => ({ '@id': id, '@type': '@id' }) as const;
  const motivations = [
    'assessing',
    'classifying',
    'commenting',
    'describing',
    'identifying',
    'linking',
    'questioning',
    'replying',
    'tagging',
  ];
  const annotationContext: ContextDefinition = {
    id: '@id',
    type: '@type',
    ...Object.fromEntries(
      ['Annotation', 'SpecificResource', 'TextualBody', 'TextQuoteSelector', 'TextPositionSelector'].map((name) => [name, oa + name]),
    ),
    ...Object.fromEntries(['exact', 'prefix', 'suffix', 'start', 'end'].map((name) => [name, oa + name])),
    ...Object.fromEntries(motivations.map((name) => [name, oa + name])),
    body: linked(`${oa}hasBody`),
    target: linked(`${oa}hasTarget`),
    source: linked(`${oa}hasSource`),
    selector: linked(`${oa}hasSelector`),
    motivation: { '@id': `${oa}motivatedBy`, '@type': '@vocab' },
    purpose: { '@id': `${oa}hasPurpose`, '@type': '@vocab' },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    created: { '@id': 'http://purl.org/dc/terms/created', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    creator: linked('http://purl.org/dc/terms/creator'),
    generator: linked(`${as}generator`),
    name: 'http://xmlns.com/foaf/0.1/name',
    Person: 'http://xmlns.com/foaf/0.1/Person',
    Software: `${as}Application`,
    Text: 'http://purl.org/dc/dcmitype/Text',
  };
  const contexts: Readonly<Record<string, ContextDefinition>> = {
    'http://www.w3.org/ns/anno.jsonld': annotationContext,
    'https://schema.org': { '@vocab': 'https://schema.org/' },
  };
  const documentLoader = (url: string) => {
    const context = contexts[url];
    assert.ok(context, url);
    return Promise.resolve({ document: { '@context': context }, documentUrl: url });
  };

  recordEach('schema', (title) => /^(?:w3c|schema-org)/.exec(title) ?? []);

  for (const id of ['w3c', 'schema-org'])
    it(`${id} expands without losing a property`, async () => {
      const keys = (value: unknown): number =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).reduce(
              (sum, [key, entry]) => sum + keys(entry) + (/^[a-z]/i.test(key) || key.startsWith('http') ? 1 : 0),
              0,
            )
          : 0;
      const text = [...filesOf(id, storyReport()).values()].join();
      const parsed = JSON.parse(text) as JsonLdDocument;
      const expanded = await jsonld.expand(parsed, { documentLoader, base: '' });
      const nodes = JSON.stringify(expanded);
      for (const words of ['we will rebuild the café', 'Ana Ruiz', 'flood']) assert.ok(nodes.includes(words), words);
      assert.ok(keys(expanded) > 20);
      // every relative address left would be a term no context knows
      for (const [, iri = ''] of nodes.matchAll(/"@id":"([^"]*)"/g)) assert.match(iri, /^(https?:\/\/|ni:\/\/\/)/);
      for (const [, type = ''] of nodes.matchAll(/"@type":\["([^"]*)"/g)) assert.match(type, /^http/);
    });

  it('w3c is read by Recogito’s text annotator with the same quotes and positions', async () => {
    const { parseW3CTextAnnotation } = await import('@recogito/text-annotator');
    const text = filesOf('w3c', storyReport()).get('annotations.jsonld') ?? '';
    const annotations = JSON.parse(text) as Parameters<typeof parseW3CTextAnnotation>[0][];
    const quotes = annotations.map((annotation) => {
      const { parsed } = parseW3CTextAnnotation(annotation);
      const [selector] = parsed?.target.selector ?? [];
      return selector && `${selector.quote} ${selector.start}-${selector.end}`;
    });
    assert.ok(quotes.includes('“we will rebuild the café” 22-48'));
    assert.equal(quotes.length, annotations.length);
  });
});
