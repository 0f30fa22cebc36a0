import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'yaml';
import annotationsSchema from '../../schemas/annotations.schema.json';
import corroborationsSchema from '../../schemas/corroborations.schema.json';
import projectSchema from '../../schemas/project.schema.json';
import { applyEdits, editCorroborations, editProjectFile, mergeYaml, newProjectFile, newSidecar } from '../../src/core/index';
import { Random } from './random';
import { randomAnnotation, randomSidecar } from './randomSidecar';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addKeyword('defaultSnippets'); // of the YAML extension
const schemas = { annotations: annotationsSchema, corroborations: corroborationsSchema, project: projectSchema };
const validators = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

function errorsOf(name: keyof typeof schemas, text: string): string[] {
  const validate = validators[name];
  assert.ok(validate);
  validate(parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('the JSON Schemas', () => {
  it('accept every sidecar we write', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const annotations = Array.from({ length: 4 }, (_, index) => randomAnnotation(random, index));
      const text = newSidecar({ path: 'a.txt', offsets: 'codepoint', sha256: 'ab', outlet: 'hp', published: '2024-05-03' }, annotations);
      assert.deepEqual(errorsOf('annotations', text), [], text);
    }
  });

  it('accept sidecars by other hands', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { text } = randomSidecar(seed);
      assert.deepEqual(errorsOf('annotations', text), [], text);
    }
  });

  it('accept what a merge could not join', () => {
    const [base, ours, theirs] = ['note', 'our note', 'their note'].map((note) =>
      newSidecar({ path: 'a.txt', offsets: 'codepoint' }, [{ ...randomAnnotation(new Random(1), 1), note }]),
    ) as [string, string, string];
    const { text, conflicts } = mergeYaml(base, ours, theirs);
    assert.equal(conflicts.length, 1);
    assert.deepEqual(errorsOf('annotations', text), []);
  });

  it('accept the project file and the links we write', () => {
    const project = newProjectFile();
    const edits = editProjectFile(project, [
      { kind: 'add-speaker', id: 'ana-ruiz', name: 'Ana Ruiz' },
      { kind: 'add-outlet', id: 'hp', name: 'Harbour Post', match: [] },
    ]);
    assert.deepEqual(errorsOf('project', project), []);
    assert.deepEqual(errorsOf('project', applyEdits(project, edits)), []);
    const [from, to] = [
      { path: 'a.txt', id: 'x' },
      { path: 'b.txt', id: 'z' },
    ] as const;
    const links = editCorroborations('', [
      { kind: 'add-link', link: { id: 'k', from, to, relation: 'contradicts', status: 'accepted', reason: 'other number' } },
      { kind: 'decide-conflict', decision: { key: '1', status: 'explained', at: '2026-11-22T10:00:00Z' } },
    ]);
    assert.deepEqual(errorsOf('corroborations', applyEdits('', links)), []);
  });

  for (const [name, text, error] of [
    ['annotations', 'annotations: []', " must have required property 'version'"],
    ['annotations', 'version: 2', '/version must be equal to constant'],
    [
      'annotations',
      'version: 1\nannotations: [{id: a, type: poem, status: accepted, exact: x, start: 0, end: 1}]',
      '/annotations/0/type must be equal to one of the allowed values',
    ],
    [
      'annotations',
      'version: 1\nannotations: [{id: a, type: date, status: accepted, exact: x, start: -1, end: 1}]',
      '/annotations/0/start must be >= 0',
    ],
    ['project', 'version: 1\nspeakers: [{id: ana}]', "/speakers/0 must have required property 'name'"],
    ['corroborations', 'version: 1\nlinks: [{id: k}]', "/links/0 must have required property 'from'"],
  ] as const) {
    it(`refuse ${text.replace(/\n/g, ' ')}`, () => assert.ok(errorsOf(name, text).includes(error), errorsOf(name, text).join('\n')));
  }

  it('explain every field to a reader', () => {
    for (const schema of Object.values(schemas)) {
      const missing: string[] = [];
      const visit = (node: unknown, path: string): void => {
        if (typeof node !== 'object' || node === null) return;
        const { properties } = node as { properties?: Record<string, { description?: string }> };
        for (const [key, property] of Object.entries(properties ?? {}))
          if (property.description === undefined) missing.push(`${path}/${key}`);
        for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
      };
      visit(schema, schema.title);
      assert.deepEqual(missing, []);
    }
  });
});
