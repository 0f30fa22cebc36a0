import assert from 'node:assert/strict';
import { agree, type Unit } from '../../src/core/index';

const unit = (type: string, start: number, length: number): Unit => ({ type, start, end: start + length });
const near = (actual: number | undefined, expected: number) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.0005, `${actual}`);

describe('agreement', () => {
  it('is the published value for the example of Krippendorff 2004, page 254', () => {
    // The continuum of the paper starts at 150 and is 300 long.
    const at = (type: string, start: number, length: number) => unit(type, start - 150, length);
    const ours = [at('c', 225, 70), at('c', 370, 30), at('k', 180, 60), at('k', 300, 50)];
    const theirs = [at('c', 220, 80), at('c', 355, 20), at('c', 400, 20), at('k', 180, 60), at('k', 300, 50)];
    const result = agree([{ length: 300, ours, theirs }]);
    near(result.types[0]?.alpha, 0.7286);
    near(result.types[1]?.alpha, 1);
    near(result.alpha, 0.8591);
  });

  it('counts equal and overlapping spans', () => {
    const ours = [unit('date', 0, 5), unit('date', 10, 5), unit('date', 30, 5)];
    const theirs = [unit('date', 0, 5), unit('date', 12, 5), unit('speaker', 30, 5)];
    const { exact, overlapping, types, differences } = agree([{ length: 50, ours, theirs }]);
    near(exact, 1 / 3);
    near(overlapping, 2 / 3);
    assert.deepEqual(
      types.map(({ type, ours: one, theirs: two }) => [type, one, two]),
      [
        ['date', 3, 2],
        ['speaker', 0, 1],
      ],
    );
    assert.deepEqual(differences, [
      { text: 0, ours: ours[1], theirs: theirs[1] },
      { text: 0, ours: ours[2] },
      { text: 0, theirs: theirs[2] },
    ]);
  });

  it('is full where both marked the same, and unknown where nobody marked anything', () => {
    const units = [unit('date', 3, 4)];
    assert.equal(agree([{ length: 20, ours: units, theirs: units }]).alpha, 1);
    assert.deepEqual(agree([{ length: 20, ours: [], theirs: [] }]), { ours: 0, theirs: 0, types: [], differences: [] });
  });

  it('tells how often the same passage is given to the same speakers, and lists the others', () => {
    const said = (start: number, ...speakers: string[]): Unit => ({ start, end: start + 5, type: 'quotation', speakers });
    const { speakers, exact, differences } = agree([
      { length: 40, ours: [said(0, 'ana', 'bo'), said(10, 'ana'), said(20)], theirs: [said(0, 'bo', 'ana'), said(10, 'bo'), said(20)] },
    ]);
    assert.equal(exact, 1);
    assert.equal(speakers, 2 / 3);
    assert.deepEqual(differences, [{ text: 0, ours: said(10, 'ana'), theirs: said(10, 'bo') }]);
  });
});
