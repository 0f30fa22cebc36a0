import assert from 'node:assert/strict';
import { overlaps, sharedLength } from '../../src/core/index';

describe('spans', () => {
  it('that only touch do not overlap', () => {
    assert.equal(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }), false);
    assert.equal(sharedLength({ start: 0, end: 3 }, { start: 3, end: 5 }), 0);
  });
});
