import assert from 'node:assert/strict';
import {
  type Annotation,
  applyEdits,
  editSidecar,
  mergeYaml,
  newSidecar,
  readCorroborations,
  readSidecar,
  type SidecarChange,
} from '../../src/core/index';
import { forSeeds, Random, seeds } from './random';
import { randomAnnotation, randomSidecar } from './randomSidecar';

const runs = seeds(1000);
const joined = ['tags', 'comments', 'conflict'];

type Entries = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
const entriesOf = (text: string): Entries => new Map(readSidecar(text).annotations.map((annotation) => [annotation.id, { ...annotation }]));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function randomChanges(random: Random, annotations: readonly Annotation[], from: number): SidecarChange[] {
  const left = new Set(annotations.map((annotation) => annotation.id));
  return Array.from({ length: 1 + random.below(8) }, (_, n): SidecarChange[] => {
    const id = left.size === 0 || random.chance(20) ? undefined : random.pick([...left]);
    if (id === undefined) return [{ kind: 'add', annotation: { ...randomAnnotation(random, from + n), tags: ['t'] } }];
    if (random.chance(15)) {
      left.delete(id);
      return [{ kind: 'remove', id }];
    }
    const { status, note, speakers, start, end } = randomAnnotation(random, 0);
    const set = random.pick([
      { status },
      { note: note ?? 'seen' },
      { speakers: speakers ?? [] },
      { start, end: end + 9 },
      { tags: [random.pick(['x', 'y'])] },
    ]);
    return [{ kind: 'update', id, set }];
  }).flat();
}

describe('merging', () => {
  it(`loses no annotation and no decision in ${runs} random merges`, function () {
    this.timeout(120_000);
    let conflicts = 0;
    let kept = 0;
    forSeeds(runs, (seed, tell) => {
      const random = new Random(seed);
      const { text: base, annotations } = randomSidecar(seed);
      const [ours, theirs] = [10, 20].map((from) => applyEdits(base, editSidecar(base, randomChanges(random, annotations, from)))) as [
        string,
        string,
      ];
      const merged = mergeYaml(base, ours, theirs);
      for (const text of [base, ours, theirs, merged.text]) tell(text);
      assert.deepEqual(readSidecar(merged.text).problems, []);
      const [b, o, t, m] = [base, ours, theirs, merged.text].map(entriesOf) as [Entries, Entries, Entries, Entries];
      const expected = new Set<string>();
      for (const id of new Set([...b.keys(), ...o.keys(), ...t.keys()])) {
        const [was, our, their, now] = [b.get(id), o.get(id), t.get(id), m.get(id)];
        const gone = (our === undefined && (their === undefined || same(their, was))) || (their === undefined && same(our, was));
        if (was !== undefined && gone) {
          assert.equal(now, undefined);
          continue;
        }
        assert.ok(now !== undefined, `${id} is lost`);
        kept++;
        if (our === undefined || their === undefined) {
          const { conflict, ...rest } = now as Partial<Annotation>;
          const { conflict: known, ...left } = (our ?? their) as Partial<Annotation>;
          assert.deepEqual(rest, left);
          if (was === undefined) assert.deepEqual(conflict, known);
          else {
            expected.add(`${id}.entry`);
            const [mine, others] = our === undefined ? ['deleted', 'changed'] : ['changed', 'deleted'];
            assert.ok(conflict?.some((note) => note.field === 'entry' && note.ours === mine && note.theirs === others));
          }
          continue;
        }
        for (const field of new Set([...Object.keys(our), ...Object.keys(their)])) {
          if (joined.includes(field)) {
            for (const member of [our[field], their[field]].flat()) {
              const both = same(our[field], was?.[field]) || same(their[field], was?.[field]);
              if (!both) assert.ok((now[field] as unknown[]).some((one) => same(one, member)));
            }
          } else if (same(our[field], was?.[field])) assert.deepEqual(now[field], their[field]);
          else {
            assert.deepEqual(now[field], our[field]);
            if (!same(their[field], was?.[field]) && !same(our[field], their[field])) {
              expected.add(`${id}.${field}`);
              const notes: Annotation['conflict'] = (now as Partial<Annotation>).conflict;
              assert.ok(notes?.some((note) => note.field === field && same(note.theirs, their[field])));
            }
          }
        }
      }
      assert.deepEqual(new Set(merged.conflicts.map(({ entry, field }) => `${entry}.${field}`)), expected);
      conflicts += expected.size;
    });
    console.log(
      `      ${runs} merges, ${kept} entries kept, ${conflicts} conflicts, each where both changed one field or one side deleted what the other changed`,
    );
  });

  const entry: Annotation = { id: 'k', type: 'date', status: 'accepted', exact: 'May', prefix: '', suffix: '', start: 0, end: 3 };
  const document = { path: 'a.txt', offsets: 'codepoint' } as const;
  const sidecar = (...annotations: Annotation[]) => newSidecar(document, annotations);

  it('joins what both sides added, without a base', () => {
    const ours = sidecar(entry);
    const theirs = sidecar({ ...entry, id: 'm', start: 1 });
    assert.deepEqual(mergeYaml('', ours, theirs), { text: sidecar(entry, { ...entry, id: 'm', start: 1 }), conflicts: [] });
  });

  it('keeps ours and says what theirs was where both changed a field', () => {
    const merged = mergeYaml(sidecar(entry), sidecar({ ...entry, value: '2024' }), sidecar({ ...entry, value: '2025' }));
    assert.deepEqual(merged.conflicts, [{ entry: 'k', field: 'value' }]);
    assert.match(merged.text, /^ {4}conflict: \{field: value, ours: "2024", theirs: "2025"\}$/m);
    assert.deepEqual(readSidecar(merged.text).annotations[0]?.conflict, [{ field: 'value', ours: '2024', theirs: '2025' }]);
  });

  it('keeps an entry that one side deleted and the other changed, and says so', () => {
    const changed = sidecar({ ...entry, note: 'look merged' });
    for (const [ours, theirs, note] of [
      [sidecar(), changed, { field: 'entry', ours: 'deleted', theirs: 'changed' }],
      [changed, sidecar(), { field: 'entry', ours: 'changed', theirs: 'deleted' }],
    ] as const) {
      const merged = mergeYaml(sidecar(entry), ours, theirs);
      assert.deepEqual(merged.conflicts, [{ entry: 'k', field: 'entry' }]);
      const [kept] = readSidecar(merged.text).annotations;
      assert.deepEqual([kept?.note, kept?.conflict], ['look merged', [note]]);
    }
  });

  it('brings comments of theirs along', () => {
    const base = sidecar(entry);
    const theirs =
      base +
      '  - id: m # about the ferry\n    type: date\n    # hand-made\n    status: accepted\n    exact: x\n    start: 9\n    end: 10\n';
    assert.equal(mergeYaml(base, base.replace('May', 'June'), theirs).text, theirs.replace('May', 'June'));
  });

  it('drops the hash that vouches for positions where both sides have another one', () => {
    const [base, ours, theirs] = ['a1', 'b1', 'c1'].map((sha256) => newSidecar({ ...document, sha256 }, [entry])) as [
      string,
      string,
      string,
    ];
    assert.deepEqual(mergeYaml(base, ours, theirs), { text: sidecar(entry), conflicts: [] });
  });

  it('merges links by id', () => {
    const link = (id: string) =>
      `  - id: ${id}\n    from: {path: a.txt, id: x}\n    to: {path: b.txt, id: z}\n    relation: verbatim\n    status: accepted\n`;
    const { text, conflicts } = mergeYaml(
      'version: 1\nlinks: []\n',
      `version: 1\nlinks:\n${link('b')}`,
      `version: 1\nlinks:\n${link('a')}`,
    );
    assert.deepEqual([readCorroborations(text).links.map(({ id }) => id), conflicts], [['a', 'b'], []]);
  });

  it('falls back to lines with markers where a side is not YAML', () => {
    const base = 'version: 1\nannotations:\n  - id: a\n';
    const merged = mergeYaml(base, base.replace('id: a', 'id: "a'), base.replace('id: a', 'id: b'));
    assert.equal(merged.text, 'version: 1\nannotations:\n<<<<<<< ours\n  - id: "a\n=======\n  - id: b\n>>>>>>> theirs\n');
    assert.equal(merged.conflicts.length, 1);
    assert.equal(readSidecar(merged.text).locked, true);
  });

  it('joins lines that do not meet', () => {
    const base = 'a: [\n1\n2\n3\n4\n';
    assert.deepEqual(mergeYaml(base, base.replace('1\n', 'one\n'), base.replace('3\n', '')), { text: 'a: [\none\n2\n4\n', conflicts: [] });
  });
});
