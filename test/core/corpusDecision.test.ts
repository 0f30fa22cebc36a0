import assert from 'node:assert/strict';
import { decide } from '../../src/core/corpus/matching/decision';

describe('what is shown of a passage in another article', () => {
  const at = (from: number, share: number) => {
    const fit = { from, to: from + 8, coverage: 0.6, precision: 0.6, f: 0.6, heaviest: 12 };
    return { fit, stretch: { from, to: from + 8 }, share };
  };
  const scored = { ...at(20, 0), level: 'possible' as const, score: 0.53 };
  const sure = { ...scored, level: 'match' as const, score: 0.8 };
  const anything = () => true;

  it('is more where the articles write about the same than where they share little', () => {
    const weak = [at(20, 0.35), at(60, 0.1)];
    assert.equal(decide('quoted', false, scored, weak, anything, anything)?.level, 'possible');
    assert.equal(decide('quoted', true, scored, weak, anything, anything), undefined);
    assert.equal(decide('quoted', true, scored, [at(20, 0.7)], anything, anything)?.level, 'possible');
  });

  it('is a match only where both judges point at one place', () => {
    assert.equal(decide('quoted', false, sure, [at(20, 0.9)], anything, anything)?.level, 'match');
    assert.equal(decide('quoted', false, sure, [at(20, 0.3), at(60, 0.3)], anything, anything)?.level, 'possible');
    assert.equal(decide('quoted', false, sure, [at(60, 0.9)], anything, anything)?.stretch.from, 60);
  });

  it('is possible only where something else speaks against a match', () => {
    assert.equal(decide('narrated', false, sure, [at(20, 0.9)], () => false, anything)?.level, 'possible');
  });
});
