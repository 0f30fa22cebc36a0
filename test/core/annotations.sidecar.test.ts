import assert from 'node:assert/strict';
import {
  type Annotation,
  applyEdits,
  editCorroborations,
  editProjectFile,
  editSidecar,
  invertEdits,
  newProjectFile,
  newSidecar,
  readCorroborations,
  readProjectFile,
  readSidecar,
  type SidecarChange,
} from '../../src/core/index';

const annotation: Annotation = {
  id: '7f3a9ck2qm',
  type: 'quotation',
  kind: 'mixed',
  status: 'accepted',
  exact: '“we will rebuild”',
  prefix: 'Mayor Ana Ruiz said ',
  suffix: ' on 3 May',
  start: 20,
  end: 37,
  speakers: ['ana-ruiz'],
  reviewed: { by: 'ana', at: '2026-11-22T10:00:00Z' },
};
const document = { path: 'harbour.txt', offsets: 'codepoint' } as const;
const edited = (text: string, ...changes: SidecarChange[]) => applyEdits(text, editSidecar(text, changes));

describe('a sidecar', () => {
  it('reads as what was written', () => {
    const full: Annotation = {
      ...annotation,
      mention: { start: 6, end: 14 },
      provenance: 'agency',
      value: '2024-05-03',
      tags: ['no', '12:30', 'a, b'],
      found: { start: 25, end: 41, exact: '“we shall rebuild”', at: '2026-11-23T10:00:00Z' },
      by: 'second-source/quotation 0.91',
      note: 'two\nlines: # and\u2028more',
      comments: [{ by: 'ana', at: '2026-11-22T10:00:00Z', text: 'is this "right"?' }],
    };
    const read = readSidecar(newSidecar({ ...document, outlet: 'Harbour Post' }, [full]));
    assert.deepEqual(read, {
      version: 1,
      document: { ...document, outlet: 'Harbour Post' },
      annotations: [full],
      problems: [],
      locked: false,
    });
  });

  it('takes new entries in order of start, then id', () => {
    let text = newSidecar(document, []);
    for (const [id, start] of [
      ['d', 20],
      ['b', 20],
      ['a', 90],
      ['c', 0],
    ] as const) {
      text = edited(text, { kind: 'add', annotation: { ...annotation, id, start, end: 99 } });
    }
    assert.deepEqual(
      readSidecar(text).annotations.map((entry) => entry.id),
      ['c', 'b', 'd', 'a'],
    );
  });

  it('keeps comments, unknown keys, line ends and layout around a change', () => {
    const text = [
      '\uFEFF# our work',
      'version: 1 # first',
      'annotations:',
      '# about the mayor',
      '-   id: a  # mine',
      '    colour: blue',
      '    type:   quotation',
      "    status: 'accepted'",
      '    exact: "x',
      '      y"',
      '    start: 1',
      '    end: 4',
      '    note: |',
      '      long',
      '',
      '- {id: b, type: date, status: rejected, exact: May, start: 9, end: 12, more: [1, 2]}',
      'own: {a: 1}',
      '',
    ].join('\r\n');
    assert.equal(
      edited(
        text,
        { kind: 'update', id: 'a', set: { status: 'rejected', value: 'v' } },
        { kind: 'update', id: 'b', set: { tags: ['t'] }, unset: ['status'] },
      ),
      text
        .replace("'accepted'", 'rejected')
        .replace('    end: 4\r\n', '    end: 4\r\n    value: v\r\n')
        .replace(' status: rejected,', '')
        .replace('end: 12', 'end: 12, tags: [t]'),
    );
  });

  it('keeps what an alias says when its anchor goes', () => {
    const text = newSidecar(document, [annotation, { ...annotation, id: 'b' }, { ...annotation, id: 'c' }])
      .replace('reviewed: {', 'reviewed: &r {')
      .replace(/(id: [bc]\n[^]*?reviewed: )\{.*\}/g, '$1*r');
    const before = readSidecar(text).annotations.slice(1);
    for (const change of [
      { kind: 'update', id: annotation.id, set: { reviewed: { by: 'li', at: '' } } },
      { kind: 'update', id: annotation.id, set: {}, unset: ['reviewed'] },
      { kind: 'remove', id: annotation.id },
    ] as const) {
      const after = readSidecar(edited(text, change));
      assert.deepEqual(after.problems, []);
      assert.deepEqual(after.annotations.slice(change.kind === 'remove' ? 0 : 1), before);
    }
  });

  it('comes back by the inverse edits', () => {
    const text = newSidecar(document, [annotation]);
    const edits = editSidecar(text, [
      { kind: 'update', id: annotation.id, set: { note: 'n' }, unset: ['kind'] },
      { kind: 'add', annotation: { ...annotation, id: 'b' } },
      { kind: 'document', set: { outlet: 'Harbour Post' } },
    ]);
    assert.equal(applyEdits(applyEdits(text, edits), invertEdits(text, edits)), text);
  });

  it('says so where its list becomes empty, and starts again from there', () => {
    const text = newSidecar(document, [annotation]);
    const empty = edited(text, { kind: 'remove', id: annotation.id });
    assert.equal(empty, 'version: 1\ndocument: {path: harbour.txt, offsets: codepoint}\nannotations: []\n');
    assert.equal(edited(empty, { kind: 'add', annotation }), text);
  });

  it('shows every entry but the broken one', () => {
    const text = newSidecar(document, [annotation, { ...annotation, id: 'b' }, { ...annotation, id: 'c' }]).replace(
      'id: b\n    type: quotation',
      'id: b\n    type: poem',
    );
    const { annotations, problems, locked } = readSidecar(text);
    assert.deepEqual(
      annotations.map((entry) => entry.id),
      ['7f3a9ck2qm', 'c'],
    );
    assert.equal(locked, false);
    assert.deepEqual(
      problems.map((problem) => [problem.message, text.slice(problem.start, problem.end)]),
      [['An annotation: "type" must be one of quotation, statement, speaker, date, cue, note.', 'type']],
    );
  });

  it('shows the entries around one that is not even YAML, and where it is broken', () => {
    const text = newSidecar(document, [annotation, { ...annotation, id: 'b', start: 21 }, { ...annotation, id: 'c', start: 22 }]);
    const broken = text.replace('id: b\n', 'id: b\n    note: "no end\n') + 'own: 1\n';
    const { annotations, problems, locked } = readSidecar(broken);
    assert.deepEqual(
      annotations.map((entry) => entry.id),
      ['7f3a9ck2qm', 'c'],
    );
    assert.equal(locked, true);
    assert.ok(problems.every(({ start }) => start > broken.indexOf('id: b') && start <= broken.indexOf('- id: c')));
  });

  for (const [what, text, code] of [
    ['that is newer', 'version: 2\nannotations: []\n', 'newer-version'],
    ['that is no YAML', 'version: 1\nannotations: [\n', 'yaml-syntax'],
    ['with merge markers', 'version: 1\n<<<<<<< ours\nannotations: []\n=======\n>>>>>>> theirs\n', 'merge-markers'],
    ['that is a list', '- 1\n', 'not-a-map'],
    ['with a list twice', 'version: 1\nannotations: []\nannotations: []\n', 'duplicate-key'],
    ['of deep nesting', '['.repeat(20_000), 'yaml-syntax'],
  ] as const) {
    it(`${what} is locked`, () => {
      const read = readSidecar(text);
      assert.equal(read.locked, true);
      assert.ok(
        read.problems.some((problem) => problem.code === code),
        JSON.stringify(read.problems),
      );
      assert.throws(() => editSidecar(text, [{ kind: 'add', annotation }]), RangeError);
    });
  }
});

describe('the project files', () => {
  it('take speakers and outlets', () => {
    const text = newProjectFile();
    const changed = applyEdits(
      text,
      editProjectFile(text, [
        { kind: 'add-speaker', id: 'ana-ruiz', name: 'Ana Ruiz' },
        { kind: 'add-outlet', id: 'hp', name: 'Harbour Post', match: ['*.hp.txt'] },
      ]),
    );
    assert.deepEqual(readProjectFile(changed).registry, {
      outlets: [{ id: 'hp', name: 'Harbour Post', match: ['*.hp.txt'] }],
      speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz', aliases: [], roles: [] }],
      articles: [],
    });
  });

  it('start from nothing', () => {
    const link = {
      id: 'k',
      from: { path: 'a.txt', id: 'x' },
      to: { path: 'b.txt', id: 'y' },
      relation: 'verbatim',
      status: 'accepted',
    } as const;
    const text = applyEdits(
      '',
      editCorroborations('', [
        { kind: 'add-link', link },
        { kind: 'decide-conflict', decision: { key: '1', status: 'explained' } },
      ]),
    );
    assert.deepEqual(readCorroborations(text), {
      version: 1,
      links: [link],
      conflicts: [{ key: '1', status: 'explained' }],
      problems: [],
      locked: false,
    });
  });
});
