import assert from 'node:assert/strict';
import { agree, agreementOfAll, type Unit } from '../../src/core/index';

const unit = (start: number, end: number, type = 'quotation'): Unit => ({ start, end, type });

describe('agreement of several people', () => {
  const one = [unit(10, 30), unit(60, 70)];
  const other = [unit(12, 30), unit(80, 90)];
  const third = [unit(10, 28)];

  it('is that of two where they are two', () => {
    const { alpha } = agreementOfAll([{ length: 100, units: [one, other] }]);
    assert.equal(alpha, agree([{ length: 100, ours: one, theirs: other }]).alpha);
  });
  it('is one where all have the same, and less with each difference', () => {
    assert.equal(agreementOfAll([{ length: 100, units: [one, one, one] }]).alpha, 1);
    const near = agreementOfAll([{ length: 100, units: [one, one, [unit(10, 30), unit(61, 70)]] }]).alpha ?? 0;
    const far = agreementOfAll([{ length: 100, units: [one, other, third] }]).alpha ?? 0;
    assert.ok(near < 1 && near > far);
  });
  it('takes the people in any order', () => {
    const [a, b] = [
      [one, other, third],
      [third, one, other],
    ].map((units) => agreementOfAll([{ length: 100, units }]).alpha);
    assert.ok(a !== undefined && b !== undefined && Math.abs(a - b) < 1e-12);
  });
  it('is told by type, with how many each has', () => {
    const { types } = agreementOfAll([
      { length: 50, units: [[unit(1, 9)], [unit(1, 9), unit(20, 30, 'note')], []] },
      { length: 50, units: [[], [], [unit(4, 8, 'note')]] },
    ]);
    assert.deepEqual(
      types.map(({ type, counts }) => [type, ...counts]),
      [
        ['note', 0, 1, 1],
        ['quotation', 1, 1, 0],
      ],
    );
  });
});
