import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv, { type AnySchema, type ValidateFunction } from 'ajv';
import { jsonLines, secondSource, withFolder } from './program';

const schemas = 'schemas/output';
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

function schemaOf(name: string): AnySchema {
  return JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')) as AnySchema;
}

const validators = new Map<string, ValidateFunction>();

/** Runs a command and holds every line that it prints to the schema of that name; returns the lines. */
function held(name: string, args: readonly string[], input = ''): readonly unknown[] {
  const { stdout, stderr, status } = secondSource(args, input);
  assert.ok(status === 0 || status === 1, stderr);
  const validate = validators.get(name) ?? ajv.compile(schemaOf(name));
  validators.set(name, validate);
  const lines = jsonLines(stdout);
  for (const line of lines) {
    void validate(line);
    assert.deepEqual(validate.errors ?? [], [], JSON.stringify(line).slice(0, 2000));
  }
  return lines;
}

/** Every object that a schema describes, with where it stands in the schema. */
function* objectsIn(schema: unknown, place: string): Iterable<{ readonly place: string; readonly of: Readonly<Record<string, unknown>> }> {
  if (typeof schema !== 'object' || schema === null) return;
  const of = schema as Readonly<Record<string, unknown>>;
  yield { place, of };
  for (const [key, value] of Object.entries(of)) if (key !== 'const' && key !== 'enum') yield* objectsIn(value, `${place}/${key}`);
}

const sidecar = (entries: readonly string[]) => ['version: 1', 'annotations:', ...entries, ''].join('\n');
const entry = (id: string, exact: string, start: number, speaker: string) =>
  `  - {id: ${id}, type: quotation, status: accepted, exact: '${exact}', prefix: '', suffix: '', start: ${start}, end: ${start + exact.length}, speakers: [${speaker}], tags: [boats, to check]}`;
const gull = '“The boats wait at the old quay,” said Omar Holt.\n\n“Nobody asked us about the lock,” Ida Venn said.\n';
const first = entry('k3a9ck2qmx', '“The boats wait at the old quay,”', 0, 'omar-holt');
const second = entry('k3a9ck2qmy', '“Nobody asked us about the lock,”', gull.indexOf('“Nobody'), 'ida-venn');
const annotated = {
  'gull.txt': gull,
  'gull.txt.annotations.yaml': sidecar([first]),
  'gull.txt.annotations.ana.yaml': sidecar([first, second]),
  'gull.txt.annotations.ben.yaml': sidecar([first]),
  'gull.txt.annotations.cem.yaml': sidecar([second]),
};

describe('the JSON that commands print', () => {
  let story: string;
  before(() => {
    story = mkdtempSync(join(tmpdir(), 'second-source-schemas-'));
    cpSync('samples', story, { recursive: true });
  });
  after(() => rmSync(story, { recursive: true }));

  it('is described for every command that prints any', () => {
    const { stdout } = secondSource(['--help']);
    const printing = stdout
      .split(/\n\n(?=second-source )/)
      .flatMap((help) => (/--jsonl?\b/.test(help) ? (/second-source (\S+)/.exec(help)?.[1] ?? []) : []));
    const named = new Set(printing.filter((name) => name !== 'index'));
    assert.ok(named.size >= 6, [...named].join());
    for (const name of named) assert.ok(existsSync(join(schemas, `${name}.schema.json`)), name);
  });

  it('has a description of every property, and no other properties but what a query brings', () => {
    for (const name of readdirSync(schemas)) {
      for (const { place, of } of objectsIn(JSON.parse(readFileSync(join(schemas, name), 'utf8')), name)) {
        if (of.type === 'object' && name !== 'match.schema.json') assert.equal(of.additionalProperties, false, place);
        if (of.properties === undefined || place.endsWith('/properties')) continue;
        for (const [key, property] of Object.entries(of.properties as Readonly<Record<string, object>>))
          assert.ok('description' in property || '$ref' in property, `${place}: ${key}`);
      }
    }
  });

  it('is of analyse as described, also for several languages and dates that cannot be right', () => {
    const files = readdirSync(story)
      .filter((name) => /\.(?:txt|md|html)$/.test(name))
      .map((name) => join(story, name));
    assert.equal(held('analyse', ['analyse', ...files, '--json']).length, files.length);
    const text =
      'Ana Ruiz said: “Holt told me, ‘the lock will close on Monday, 31 February 2026’, and left.”\n\n“Scare” quotes. It costs about 03/04/2026.';
    const texts = [text, '„Wir bleiben hier“, sagte Ute Brandt am Montag. Das ist die Lage in der Stadt, und sie ist nicht gut.', ''];
    held('analyse', ['analyse', '--jsonl', '-'], texts.map((one, id) => JSON.stringify({ id, text: one })).join('\n'));
  });

  it('is of corroborate as described, whole and in lines, with what an outlet has changed', () => {
    const [whole] = held('corroborate', ['corroborate', story, '--json']);
    const lines = held('corroborate-lines', ['corroborate', story, '--jsonl']);
    const { articles, origins, conflicts } = whole as Readonly<Record<string, readonly unknown[]>>;
    assert.equal(lines.length, (articles?.length ?? 0) + (origins?.length ?? 0) + (conflicts?.length ?? 0));
    const versions = {
      'tern.txt': 'Published: 3 May 2026\n\nThe lock holds 40 boats. “We will mend it,” said Mayor Ana Ruiz.\n',
      'tern.txt.versions/1.txt': 'Published: 3 May 2026\n\nThe lock holds 30 boats. “We will mend it,” said Mayor Ana Ruiz.\n',
      'stern.txt': '„Wir werden die 40 Boote in Lowen zählen“, sagte Ana Ruiz. Das ist nicht viel, und es ist auch gut so.\n',
    };
    withFolder(versions, (folder) => {
      const [{ articles: changed = [] }] = held('corroborate', ['corroborate', folder, '--json']) as [
        { articles?: { changed?: unknown }[] },
      ];
      assert.ok(changed.some((article) => article.changed !== undefined));
    });
  });

  it('is of match as described, and has whatever the query had', () => {
    const queries = [
      { text: 'our harbours are older than our quarrels', asked: { by: 'ana' } },
      { file: 'kesnet.article.txt', start: 0, end: 400 },
    ];
    const [answer] = held('match', ['match', story, '--jsonl', '-'], queries.map((query) => JSON.stringify(query)).join('\n'));
    assert.deepEqual((answer as { asked: unknown }).asked, { by: 'ana' });
  });

  it('is of find as described, statements and tags', () => {
    assert.ok(held('find', ['find', story, '--json']).length > 10);
    withFolder(annotated, (folder) => {
      held('find', ['find', folder, '--json']);
      assert.deepEqual(held('find', ['find', folder, '--tags', '--json']).at(-1), { tags: ['boats', 'to check'], count: 1 });
    });
  });

  it('is of agree as described, of two and of three', () => {
    withFolder(annotated, (folder) => {
      held('agree', ['agree', folder, 'ana', 'ben', '--json']);
      held('agree', ['agree', folder, 'ana', 'ben', 'cem', '--json']);
    });
  });

  it('is of a comparison of bundles as described', () => {
    withFolder(annotated, (folder) => {
      const found = held('bundle', ['bundle', '--compare', story, folder, '--json']) as readonly { readonly change: string }[];
      assert.ok(found.some(({ change }) => change === 'added') && found.some(({ change }) => change === 'removed'));
      const before = join(folder, 'before.yaml');
      secondSource(['bundle', folder, '--out', before]);
      writeFileSync(join(folder, 'gull.txt.annotations.yaml'), sidecar([first.replace('accepted', 'rejected')]));
      assert.deepEqual(held('bundle', ['bundle', '--compare', before, folder, '--json']).length, 1);
    });
  });

  it('is as described of five real articles, by every command that can read them', function () {
    const articles = '../shared/articles';
    if (!existsSync(articles)) {
      console.log('        skipped: ../shared/articles is not here');
      this.skip();
    }
    const folder = join(story, 'five');
    cpSync(articles, folder, { recursive: true });
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name));
    assert.equal(held('analyse', ['analyse', ...files, '--json']).length, files.length);
    held('corroborate', ['corroborate', folder, '--json']);
    held('corroborate-lines', ['corroborate', folder, '--jsonl']);
    assert.ok(held('find', ['find', folder, '--json']).length > 10);
    const query = { file: files[0]?.replace(/^.*[\\/]/, ''), start: 0, end: 300 };
    held('match', ['match', folder, '--jsonl', '-'], JSON.stringify(query));
    held('bundle', ['bundle', '--compare', story, folder, '--json']);
    held('import-article', ['import-article', ...files.slice(0, 1), '--out', join(story, 'five-again'), '--json']);
  });

  it('is of import-article as described: made, known, changed, in part, refused', () => {
    withFolder({ 'page.html': page('The lock holds 40 boats.'), 'none.bin': new Uint8Array([0, 1, 2, 0]), 'feed.xml': feed }, (folder) => {
      const args = ['import-article', join(folder, 'page.html'), '--out', join(folder, 'out'), '--json'];
      held('import-article', args);
      assert.deepEqual((held('import-article', args)[0] as { known: unknown }).known, true);
      writeFileSync(join(folder, 'page.html'), page('The lock holds 60 boats.'));
      assert.ok('reason' in (held('import-article', args)[0] as object));
      assert.ok('changes' in (held('import-article', [...args, '--new-version'])[0] as object));
      const others = held('import-article', [
        'import-article',
        join(folder, 'none.bin'),
        join(folder, 'feed.xml'),
        '--out',
        join(folder, 'out'),
        '--json',
      ]);
      assert.ok(
        others.some((line) => 'leftOut' in (line as object)) && others.some((line) => 'reason' in (line as object)),
        JSON.stringify(others),
      );
    });
  });
});

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title><item><title>The lock</title>
<link>https://gull.example/lock</link><description>The lock at Lowen is to be mended.</description></item></channel></rss>`;

function page(sentence: string): string {
  const body = `<p>${sentence} The harbour master of Lowen, Ida Venn, told of it at length on the quay, and nobody there disagreed.</p>
<p>“We will mend what the winter broke,” she said, and showed the plans that the engineers had drawn for the town.</p>
<p>The boats wait in the basin until the gates open again, which will be some time after the spring tide has gone.</p>`;
  return `<!doctype html><html lang="en"><head><title>The lock of Lowen</title><link rel="canonical" href="https://gull.example/lock-of-lowen">
</head><body><article><h1>The lock of Lowen</h1>${body}</article></body></html>`;
}
