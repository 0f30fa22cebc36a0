import assert from 'node:assert/strict';
import { progressLine } from '../../src/cli/steps';

describe('the line of progress', () => {
  for (const [done, total, seconds, line] of [
    [0, 1000, 0, 'comparing 0 of 1,000 articles'],
    [1, 1000, 0.5, 'comparing 1 of 1,000 articles'],
    [1, 400, 120, 'comparing 1 of 400 articles, 0.5 a minute, 13.3 h left'],
    [100, 1000, 50, 'comparing 100 of 1,000 articles, 2.0 a second, 8 min left'],
    [990, 1000, 99, 'comparing 990 of 1,000 articles, 10 a second, 1 s left'],
    [1, 40, 120, 'comparing 1 of 40 articles, 0.5 a minute, 78 min left'],
    [7, undefined, 3, 'comparing, 7 so far'],
    [0.253, 2, 25.3, 'comparing 0 of 2 articles, 25 % of the next, 0.6 a minute, 3 min left'],
    [3.5, undefined, 9, 'comparing, 3 so far'],
  ] as const)
    it(`says how far it is, how fast, and how long it takes: ${line}`, () => {
      assert.equal(progressLine('comparing', done, total, seconds), line);
    });
});
