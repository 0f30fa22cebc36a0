import assert from 'node:assert/strict';
import {
  type Annotation,
  applyEdits,
  editProjectFile,
  editSidecar,
  mergeSpeakers,
  newSidecar,
  readProjectFile,
  readSidecar,
  renameSpeakers,
  unknownSpeakers,
} from '../../src/core/index';

const project = `version: 1
outlets: []
speakers:
  # the mayor
  - {id: ana-ruiz, name: Ana Ruiz, aliases: [Ruiz], roles: [mayor]}
  - {id: a-ruiz, name: A. Ruiz, roles: [candidate]}
  - {id: li, name: Li Wen}
`;
const entry: Annotation = { id: 'k', type: 'quotation', status: 'accepted', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
const sidecar = newSidecar({ path: 'a.txt', offsets: 'codepoint' }, [
  { ...entry, speakers: ['a-ruiz', 'li'] },
  { ...entry, id: 'm', speakers: ['ana-ruiz', 'a-ruiz'] },
  { ...entry, id: 'z', speakers: ['li'] },
]);

describe('merging speakers', () => {
  it('keeps every name as an alias and renames them in every sidecar', () => {
    const { registry } = readProjectFile(project);
    const merged = applyEdits(project, editProjectFile(project, mergeSpeakers(registry, ['a-ruiz'], 'ana-ruiz')));
    assert.equal(
      merged,
      project
        .replace('aliases: [Ruiz], roles: [mayor]', 'aliases: [Ruiz, A. Ruiz], roles: [mayor, candidate]')
        .replace('  - {id: a-ruiz, name: A. Ruiz, roles: [candidate]}\n', ''),
    );
    const changes = renameSpeakers(readSidecar(sidecar).annotations, ['a-ruiz'], 'ana-ruiz');
    assert.deepEqual(
      readSidecar(applyEdits(sidecar, editSidecar(sidecar, changes))).annotations.map(({ speakers }) => speakers),
      [['ana-ruiz', 'li'], ['ana-ruiz'], ['li']],
    );
  });

  it('needs a speaker to merge into', () => {
    assert.throws(() => mergeSpeakers(readProjectFile(project).registry, ['li'], 'nobody'), RangeError);
  });
});

describe('a speaker nobody knows', () => {
  it('is pointed out at its place', () => {
    const problems = unknownSpeakers(sidecar, new Set(['ana-ruiz', 'a-ruiz']));
    assert.deepEqual(
      problems.map(({ start, end }) => [sidecar.slice(start, end), sidecar.slice(0, start).split('\n').length]),
      [
        ['li', 12],
        ['li', 30],
      ],
    );
  });
});
