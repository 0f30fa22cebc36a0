import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { type Annotation, applyEdits, editSidecar, invertEdits, readSidecar, type SidecarChange } from '../../src/core/index';
import { forSeeds, Random, seeds } from './random';
import { randomAnnotation, randomSidecar } from './randomSidecar';

const runs = seeds(2000);

interface Expected {
  readonly changes: readonly SidecarChange[];
  readonly after: Map<string, Annotation>;
  /** Fields (`id.key`) and whole entries (`id.`) that may lose text. */
  readonly touched: Set<string>;
}

/** Random changes and what the file must say afterwards. */
function randomChanges(random: Random, annotations: readonly Annotation[]): Expected {
  const after = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const touched = new Set<string>();
  const changes: SidecarChange[] = [];
  for (let n = 1 + random.below(3); n > 0; n--) {
    const present = [...after.keys()];
    const id = present.length === 0 ? undefined : random.pick(present);
    if (id === undefined || random.chance(25)) {
      const annotation = { ...randomAnnotation(random, 90 + n), note: 'new\nnote: #' };
      if (after.has(annotation.id)) continue;
      changes.push({ kind: 'add', annotation });
      after.set(annotation.id, annotation);
    } else if (random.chance(25)) {
      changes.push({ kind: 'remove', id });
      after.delete(id);
      touched.add(`${id}.`);
    } else {
      const fresh = randomAnnotation(random, 0);
      const keys = random
        .shuffled(['status', 'type', 'note', 'speakers', 'value', 'mention', 'reviewed', 'comments'] as const)
        .slice(0, 1 + random.below(3));
      const unset = keys.filter((key) => !(key in fresh));
      const set = Object.fromEntries(keys.flatMap((key) => (key in fresh ? [[key, fresh[key]]] : []))) as Partial<Annotation>;
      changes.push({ kind: 'update', id, set, unset });
      const merged = { ...after.get(id), ...set };
      after.set(
        id,
        Object.fromEntries(Object.entries(merged).filter(([key]) => !(unset as string[]).includes(key))) as unknown as Annotation,
      );
      for (const key of keys) touched.add(`${id}.${key}`);
    }
  }
  return { changes, after, touched };
}

const byId = (annotations: Iterable<Annotation>) => [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('writing a sidecar', () => {
  it(`changes what was asked and not a byte beside it, in ${runs} random files`, function () {
    this.timeout(120_000);
    let edits = 0;
    forSeeds(runs, (seed, tell) => {
      const random = new Random(seed * 7919);
      const { text, annotations, owners } = randomSidecar(seed);
      tell(text);
      const before = readSidecar(text);
      assert.deepEqual(before.problems, []);
      assert.deepEqual(byId(before.annotations), byId(annotations));
      const { changes, after, touched } = randomChanges(random, annotations);
      if (changes.length === 0) return;
      const splices = editSidecar(text, changes);
      const written = applyEdits(text, splices);
      tell(JSON.stringify(changes));
      tell(written);
      const read = readSidecar(written);
      assert.deepEqual(read.problems, []);
      assert.deepEqual(byId(read.annotations), byId(after.values()));
      for (const splice of splices) {
        edits++;
        for (let at = splice.start; at < splice.end; at++) {
          const owner = owners[at] ?? '';
          const free = owner === '' || touched.has(owner) || touched.has(owner.replace(/\..*/, '.'));
          const dropped = owner === 'comment' && [...touched].some((one) => one.endsWith('.'));
          assert.ok(free || dropped, `${owner} lost text`);
        }
      }
      assert.equal(applyEdits(written, invertEdits(text, splices)), text);
      if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(written));
    });
    console.log(`      ${runs} files, ${edits} splices, 0 bytes outside them changed`);
  });

  it('writes scalars that YAML 1.1 and 1.2 read alike', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const text = applyEdits('', editSidecar('', [{ kind: 'add', annotation: randomAnnotation(random, seed) }]));
      const [one, two] = (['1.1', '1.2'] as const).map((version) => parse(text, { version }) as unknown);
      assert.deepEqual(one, two, text);
    }
  });
});
