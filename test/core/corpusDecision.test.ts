import assert from 'node:assert/strict';
import { decide, limitsOf } from '../../src/core/corpus/matching/decision';
import { besideRivals, evidenceNames } from '../../src/core/corpus/matching/evidence';
import { fittedWeights } from '../../src/core/corpus/matching/fitted';

/** Numbers that a place has by itself. */
const OWN = evidenceNames.indexOf('less than the likeliest');

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
    assert.equal(decide(limitsOf('quoted', false, false), scored, weak, anything, anything)?.level, 'possible');
    assert.equal(decide(limitsOf('quoted', true, false), scored, weak, anything, anything), undefined);
    assert.equal(decide(limitsOf('quoted', true, false), scored, [at(20, 0.7)], anything, anything)?.level, 'possible');
  });

  it('is more where an encoder has read both articles, as long as they write about the same', () => {
    const weak = [at(20, 0.28), at(60, 0.1)];
    assert.equal(decide(limitsOf('narrated', false, false), undefined, weak, anything, anything), undefined);
    assert.equal(decide(limitsOf('narrated', false, true), undefined, weak, anything, anything)?.stretch.from, 20);
    assert.equal(decide(limitsOf('quoted', true, true), undefined, weak, anything, anything), undefined);
  });

  it('is a match only where both judges point at one place', () => {
    assert.equal(decide(limitsOf('quoted', false, false), sure, [at(20, 0.9)], anything, anything)?.level, 'match');
    assert.equal(decide(limitsOf('quoted', false, false), sure, [at(20, 0.3), at(60, 0.3)], anything, anything)?.level, 'possible');
    assert.equal(decide(limitsOf('quoted', false, false), sure, [at(60, 0.9)], anything, anything)?.stretch.from, 60);
  });

  it('is possible only where something else speaks against a match', () => {
    assert.equal(decide(limitsOf('narrated', false, false), sure, [at(20, 0.9)], () => false, anything)?.level, 'possible');
  });

  it('stands where the fitted choice has it, wherever the score points, if that is surer of its place', () => {
    const other = [at(20, 0.25), at(60, 0.6)];
    assert.equal(decide(limitsOf('narrated', false, false), scored, other, anything, anything)?.stretch.from, 60);
    assert.equal(decide(limitsOf('narrated', false, false), scored, [at(20, 0.25), at(60, 0.28)], anything, anything)?.stretch.from, 20);
  });

  it('needs to be less sure where both judges point at one place', () => {
    const unsure = [at(20, 0.18), at(60, 0.1)];
    assert.equal(decide(limitsOf('narrated', false, false), scored, unsure, anything, anything)?.level, 'possible');
    assert.equal(decide(limitsOf('narrated', false, false), undefined, unsure, anything, anything), undefined);
  });

  it('is not what the fitted choice alone names, where something speaks against that', () => {
    const far = [at(20, 0.05), at(60, 0.6)];
    assert.equal(
      decide(limitsOf('narrated', false, false), scored, far, anything, () => false),
      undefined,
    );
  });
});

describe('what speaks for a place', () => {
  it('counts how far it stays behind the best of its article', () => {
    const own = (likeness: number) => evidenceNames.slice(0, OWN).map((name) => (name === 'likeness' ? likeness : 0.5));
    const [best = [], other = []] = besideRivals([own(0.9), own(0.4)]);
    assert.equal(best.length, evidenceNames.length);
    const behind = evidenceNames.indexOf('less than the likeliest');
    assert.equal(best[behind], 0);
    assert.equal(other[behind]?.toFixed(2), '-0.50');
    assert.ok(other.slice(behind + 1).every((number) => number === 0));
  });

  it('has a weight each', () => {
    assert.equal(fittedWeights.length, evidenceNames.length);
  });
});
