import assert from 'node:assert/strict';
import {
  type Annotation,
  applyEdits,
  describeSpan,
  editSidecar,
  newSidecar,
  placeAnnotations,
  readSidecar,
  relinkChanges,
} from '../../src/core/index';

const raw = 'The pier was shut. “We open it in May,” said Ilse Bram, the mayor. Nobody else at the harbour wanted to say anything.\n';
const annotate = (id: string, words: string): Annotation => {
  const start = raw.indexOf(words);
  return { id, type: 'note', status: 'accepted', ...describeSpan(raw, { start, end: start + words.length }) };
};
const document = { path: 'gull.txt', offsets: 'codepoint', sha256: 'old' } as const;

/** The sidecar before and after its positions are counted in another text. */
function relinked(annotations: readonly Annotation[], text: string) {
  const before = newSidecar(document, annotations);
  const target = { path: 'gull.txt', raw: text, sha256: 'new', at: '2026-11-25T10:00:00Z' };
  const sidecar = readSidecar(before);
  const result = relinkChanges(target, sidecar, placeAnnotations(text, sidecar.annotations, false));
  const after = applyEdits(before, editSidecar(before, result.changes));
  return { ...result, before, after, sidecar: readSidecar(after) };
}

describe('relinking all annotations of a file', () => {
  it('counts what stands in today’s text and renews the hash', () => {
    const text = `A new first line.\n${raw}`;
    const { sidecar, renewed, waiting } = relinked([annotate('a', 'The pier'), annotate('k', '“We open it in May,”')], text);
    assert.deepEqual([renewed, waiting, sidecar.document?.sha256], [2, [], 'new']);
    for (const { exact, start, end } of sidecar.annotations) assert.equal(text.slice(start, end), exact);
    const placed = placeAnnotations(text, sidecar.annotations, false);
    assert.ok(placed.every(({ how }) => how === 'exact'));
  });

  it('leaves what waits for a person as it is, and the old hash with it', () => {
    const text = `New. ${raw.replace('The pier was shut. ', '')}`;
    const { sidecar, waiting, before, after } = relinked([annotate('a', 'The pier was shut'), annotate('k', '“We open it in May,”')], text);
    assert.deepEqual([waiting.map(({ how }) => how), sidecar.document?.sha256], [['orphan'], 'old']);
    const entry = (yaml: string) => yaml.slice(yaml.indexOf('- id: a'), yaml.indexOf('- id: k'));
    assert.equal(entry(after), entry(before));
  });

  it('never rewrites the words annotated first, and goes back to them where they stand again', () => {
    const text = raw.replace('“We open it in May,”', '"We open it in May,"');
    const first = relinked([annotate('k', '“We open it in May,”')], text).sidecar.annotations[0];
    assert.deepEqual(
      [first?.exact, first?.found?.exact, first?.found?.at],
      ['“We open it in May,”', '"We open it in May,"', '2026-11-25T10:00:00Z'],
    );
    const again = relinked(first ? [first] : [], raw).sidecar.annotations[0];
    assert.deepEqual([again?.exact, again?.found, again?.start], ['“We open it in May,”', undefined, raw.indexOf('“')]);
  });

  it('notes a look-alike that came later, so that losing the first never moves the annotation to it', () => {
    const twice = `${raw}\n${raw}`;
    const { annotations } = relinked([annotate('k', 'Ilse Bram')], twice).sidecar;
    assert.deepEqual(
      annotations.map(({ copy }) => copy?.of),
      [2],
    );
    assert.deepEqual(
      placeAnnotations(`\n${raw}`, annotations, false).map(({ how }) => how),
      ['orphan'],
    );
  });

  it('changes nothing where everything stands as it is written', () => {
    const { after, before } = relinked([annotate('k', 'Ilse Bram')], raw);
    assert.equal(after, before.replace('sha256: old', 'sha256: new'));
  });
});
