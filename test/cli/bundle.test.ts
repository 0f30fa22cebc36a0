import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import annotationsSchema from '../../schemas/annotations.schema.json';
import bundleSchema from '../../schemas/bundle.schema.json';
import corroborationsSchema from '../../schemas/corroborations.schema.json';
import projectSchema from '../../schemas/project.schema.json';
import { secondSource, withFolder } from './program';

const gull = '“The boats wait at the old quay,” said Omar Holt.\n\n“Nobody asked us about the lock,” Ida Venn said.\n';
const said = (id: string, exact: string, more = '') =>
  `  - {id: ${id}, type: quotation, status: accepted, exact: '${exact}', prefix: '', suffix: '', start: ${gull.indexOf(exact)}, end: ${gull.indexOf(exact) + exact.length}${more}}\n`;
const boats = '“The boats wait at the old quay,”';
const lock = '“Nobody asked us about the lock,”';
const head = '# ours\nversion: 1\nannotations:\n';
const story = {
  'gull.txt': gull,
  'more/tern.txt': 'The lock holds 40 boats.\n',
  'gull.txt.annotations.yaml': `${head}${said('k3a9ck2qmx', boats, ', tags: [yes, 0012], mood: calm')}`,
  'gull.txt.annotations.ana.yaml': `${head}${said('0123456789', lock)}`,
  'second-source.yaml': 'version: 1\noutlets: []\nspeakers:\n  - {id: omar-holt, name: Omar Holt}\n',
};

interface Written {
  readonly articles: readonly { readonly path: string; readonly sha256: string; readonly text?: string }[];
  readonly sidecars: readonly { readonly annotations: readonly Record<string, unknown>[] }[];
  readonly annotators: readonly {
    readonly annotator: string;
    readonly sidecars: readonly { readonly annotations: readonly Record<string, unknown>[] }[];
  }[];
  readonly project: { readonly speakers: readonly unknown[] };
}

function compared(before: string, after: string) {
  const { stdout, stderr, status } = secondSource(['bundle', '--compare', before, after]);
  assert.equal(stderr, '');
  return { lines: stdout.trimEnd().split('\n'), status };
}

describe('second-source bundle', () => {
  it('holds all that the YAML files say, keys of other hands too, and the articles by their hashes', () => {
    withFolder(story, (folder) => {
      const { stdout, status, stderr } = secondSource(['bundle', folder]);
      assert.deepEqual([status, stderr], [0, '']);
      const bundle = parse(stdout) as Written;
      assert.deepEqual(bundle.articles.map(({ path, text }) => [path, text]), [['gull.txt', undefined], ['more/tern.txt', undefined]]); // prettier-ignore
      assert.match(bundle.articles[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
      const { tags, mood } = bundle.sidecars[0]?.annotations[0] ?? {};
      assert.deepEqual({ tags, mood }, { tags: ['yes', '0012'], mood: 'calm' });
      assert.deepEqual(bundle.annotators.map(({ annotator, sidecars }) => [annotator, sidecars[0]?.annotations[0]?.id]), [['ana', '0123456789']]); // prettier-ignore
      assert.deepEqual(bundle.project.speakers, [{ id: 'omar-holt', name: 'Omar Holt' }]);
      const ajv = new Ajv({ allowUnionTypes: true });
      ajv.addKeyword('defaultSnippets');
      for (const [name, schema] of Object.entries({
        annotations: annotationsSchema,
        corroborations: corroborationsSchema,
        project: projectSchema,
      }))
        ajv.addSchema(schema, `${name}.schema.json`);
      const validate = ajv.compile(bundleSchema);
      assert.ok(validate(bundle), JSON.stringify(validate.errors));
      assert.ok(!stdout.includes('holds 40 boats'));
      assert.ok(secondSource(['bundle', folder, '--texts']).stdout.includes('holds 40 boats'));
    });
  });

  it('keeps keys that are any text, and takes none for a part of its own', () => {
    const key = 'a: b\nkind';
    const own = `version: 1\n${JSON.stringify(key)}: evil\n"no": 1\n__proto__: {x: 1}\nannotations: []\n`;
    withFolder({ ...story, 'gull.txt.annotations.yaml': own }, (folder) => {
      const bundle = parse(secondSource(['bundle', folder]).stdout) as { kind: string; sidecars: object[] };
      assert.equal(bundle.kind, 'bundle');
      assert.deepEqual(Object.keys(bundle.sidecars[0] ?? {}), ['version', 'document', key, 'no', '__proto__', 'annotations']);
    });
  });

  it('comes back by import, which says whose files it leaves out', () => {
    withFolder(story, (folder) => {
      const bundle = secondSource(['bundle', folder]).stdout;
      withFolder({ 'gull.txt': gull, 'bundle.yaml': bundle }, (copy) => {
        const { status, stderr } = secondSource(['import', copy, join(copy, 'bundle.yaml'), '--write']);
        assert.equal(status, 0, stderr);
        assert.match(stderr, /left out: 1 files of annotator ana/);
        assert.match(readFileSync(join(copy, 'gull.txt.annotations.yaml'), 'utf8'), /k3a9ck2qmx/);
        assert.match(readFileSync(join(copy, 'second-source.yaml'), 'utf8'), /Omar Holt/);
      });
    });
  });

  it('differs in nothing from its folder', () => {
    withFolder(story, (folder) => {
      const file = join(folder, 'bundle.yaml');
      assert.equal(secondSource(['bundle', folder, '--out', file]).status, 0);
      assert.deepEqual(compared(file, folder), { lines: ['no difference'], status: 0 });
    });
  });

  it('says entry by entry and field by field what two have otherwise, whatever their order', () => {
    withFolder(story, (folder) => {
      const before = join(folder, 'before.yaml');
      secondSource(['bundle', folder, '--out', before]);
      writeFileSync(join(folder, 'gull.txt.annotations.yaml'), `${head}${said('zzzzzzzzzz', lock)}${said('k3a9ck2qmx', boats, ', mood: calm, tags: [yes], note: heard twice')}`); // prettier-ignore
      writeFileSync(join(folder, 'gull.txt.annotations.ana.yaml'), 'version: 1\nannotations: []\n');
      writeFileSync(join(folder, 'more/tern.txt'), 'The lock holds 60 boats.\n');
      writeFileSync(join(folder, 'second-source.yaml'), 'version: 1\nspeakers:\n  - {name: Omar J. Holt, id: omar-holt}\n');
      const { lines, status } = compared(before, folder);
      assert.equal(status, 1);
      const without = lines.filter((line) => !line.startsWith('  sha256'));
      assert.deepEqual(without.toSorted(), [
        '  name: "Omar Holt" -> "Omar J. Holt"',
        '  note: nothing -> "heard twice"',
        '  tags: ["yes","0012"] -> ["yes"]',
        '5 differences',
        `gull.txt: ana: annotation 0123456789: removed "${lock}"`,
        `gull.txt: annotation k3a9ck2qmx: changed "${boats}"`,
        `gull.txt: annotation zzzzzzzzzz: added "${lock}"`,
        'more/tern.txt: article: changed',
        'speaker omar-holt: changed "Omar J. Holt"',
      ]);
    });
  });

  it('leaves out what cannot be read and says so, and refuses what is no bundle in a line', () => {
    withFolder({ ...story, 'gull.txt.annotations.ben.yaml': 'version: 1\nannotations: [', 'other.yaml': 'version: 1\n' }, (folder) => {
      const { status, stderr, stdout } = secondSource(['bundle', folder]);
      assert.equal(status, 1);
      assert.match(stderr, /^second-source: gull\.txt\.annotations\.ben\.yaml: cannot be read[^\n]*\n$/);
      assert.ok(!stdout.includes('ben'));
      const same = secondSource(['bundle', '--compare', folder, folder]);
      assert.deepEqual([same.status, same.stdout], [1, 'no difference in what could be read\n']);
      const other = secondSource(['bundle', '--compare', folder, join(folder, 'other.yaml')]);
      assert.equal(other.status, 2);
      assert.match(other.stderr, /other\.yaml: This is not a bundle: it does not say kind: bundle\.\n$/);
    });
  });
});
