import assert from 'node:assert/strict';
import { readLines } from '../../src/core/annotations/yaml/yamlLines';
import { contentEnd, type YamlNode } from '../../src/core/annotations/yaml/yamlNode';
import { parseFully } from '../../src/core/annotations/yaml/yamlTree';
import { type Annotation, applyEdits, editSidecar, exportFormats, newSidecar, readSidecar } from '../../src/core/index';
import { storyReport, textOf } from './exportReports';
import { forSeeds, Random } from './random';
import { randomAnnotation, randomSidecar } from './randomSidecar';

/** A block collection of the full parser takes in the comments behind it; nothing else may differ. */
function plain(node: YamlNode): unknown {
  const place = { ...node, end: contentEnd(node) };
  if (node.kind === 'map') return { ...place, pairs: node.pairs.map((pair) => ({ ...pair, value: plain(pair.value) })) };
  if (node.kind === 'list') return { ...place, items: node.items.map((item) => ({ ...item, node: plain(item.node) })) };
  return place;
}

function compare(text: string): boolean {
  const read = readLines(text);
  if (!('root' in read)) return false;
  const { root, problems } = parseFully(text);
  assert.deepEqual(problems, []);
  assert.ok(root);
  assert.deepEqual(plain(read.root), plain(root));
  return true;
}

const document = { path: 'a.txt', offsets: 'codepoint', sha256: 'ab12' } as const;

describe('reading our own YAML by lines', () => {
  it('gives the trees of the full parser for a bundle', () => {
    assert.ok(compare(textOf(exportFormats.find(({ id }) => id === 'bundle')?.export(storyReport())[0])));
  });

  it('gives the trees of the full parser for all we write', () => {
    forSeeds(150, (seed, tell) => {
      const random = new Random(seed);
      const text = newSidecar(
        document,
        Array.from({ length: 3 }, (_, index) => ({ ...randomAnnotation(random, index), exact: 'x' })),
      );
      const told = random.chance(50) ? text.replace(/\n/g, '\r\n') : text.replace(/^( *)(- id|exact)/gm, '$1# hm\n\n$1$2');
      tell(told);
      assert.ok(compare(told));
    });
  });

  it('gives the same trees or none for files by other hands', () => {
    let read = 0;
    forSeeds(600, (seed, tell) => {
      const { text } = randomSidecar(seed);
      tell(text);
      if (compare(text)) read++;
    });
    assert.ok(read > 4, `${read}`);
  });

  for (const text of [
    'a: b\n  c\n',
    'a: b\n c: d\n',
    'a: b #c\n',
    'a: 1.5\n',
    'a: 0x1f\n',
    'a: yes\n',
    'a: ~\n',
    'a:\n',
    'a: b: c\n',
    'a: - b\n',
    'a: "b\n  c"\n',
    'a: "b" c\n',
    'a: [b, c\n',
    'a: [b c]\n',
    'a: {b}\n',
    'a: "\\x41"\n',
    '---\na: b\n',
    'a: b\n...\n',
    'a: b\n\tc: d\n',
    'a: |\n  b\n',
    'a:\n- b\n',
    'a:\n  - b: c\n   - d: e\n',
    'a:\n  - b: c\n d: e\n',
    'a:\n  - b: c\n    d:\n      - e: f\n',
    '- a: b\n',
    ' a: b\n',
    'a: b\n# c',
    'a: b',
    'a: b \n',
    'a:\n- b: c\nd: e\n',
    'a: 007\n',
    'a: 1e5\n',
    'a: [a,b]\n',
    'a: [ b ]\n',
    'a: {b: {c: [d, 1]}, e: "f"}\n',
    '',
    '# only\n',
    'a: b\r\nc: "d"\r\n',
    'a:\n  b: c\n  d:\n    - e: f\n      g:\n        - "h"\n        - i\n    - [j]\nk: l\n',
    'a:\n  -\n    b: 1\n    c:\n    - d: 2\n  -\n    b: 2\n',
    'a:\n  -\n    - b: 1\n    - c\n',
    'a:\n  - b:\n    c: d\n',
    'a:\n  - b:\n      c: d\n  # between\n  - e: "f"\n',
    'a:\n  - b\n    c\n',
    'a:\n  - b: c\n    - d\n',
    'a:\n    b: c\n  d: e\n',
    'a:\n  b: c\n d: e\n',
    'a:\r\n  -\r\n    b: c\r\n',
    'a:\n  - {b: c}\n  - d: {e: f}\n',
    'a:\n  -\n',
    'a:\n  -\n  - b: c\n',
    'a:\n  -  b: c\n',
  ]) {
    it(`agrees on ${JSON.stringify(text)}`, () => void compare(text));
  }
});

describe('YAML that nests without end', () => {
  for (const [what, text] of [
    ['lists', `a: ${'['.repeat(100_000)}`],
    ['maps', `a: ${'{b: '.repeat(100_000)}`],
    ['lines', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['dashes', `a:\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}-\n`).join('')}`],
  ] as const)
    it(`is a problem and no crash: ${what}`, () => {
      assert.ok(readSidecar(text).locked);
    });
});

describe('a sidecar of 500 annotations', () => {
  const annotations = Array.from({ length: 500 }, (_, index): Annotation => ({
    id: `k${1000 + index}`,
    type: 'quotation',
    kind: 'mixed',
    status: 'accepted',
    exact: `“we will rebuild the harbour, whatever it takes ${index}”`,
    prefix: 'Mayor Ana Ruiz said on the way ',
    suffix: ' on 3 May, as the ferry left and',
    start: index * 50,
    end: index * 50 + 40,
    speakers: ['ana-ruiz'],
    by: 'second-source/quotation 0.91',
    reviewed: { by: 'ana', at: '2026-11-22T10:00:00Z' },
  }));
  const text = newSidecar(document, annotations);

  it('is read by lines, which spares the full parser, and so it is after a change', () => {
    assert.ok('root' in readLines(text));
    const changed = applyEdits(text, editSidecar(text, [{ kind: 'update', id: 'k1250', set: { status: 'rejected' } }]));
    assert.ok('root' in readLines(changed));
    assert.equal(readSidecar(changed).annotations.filter(({ status }) => status === 'rejected').length, 1);
  });
});
