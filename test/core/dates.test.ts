import assert from 'node:assert/strict';
import { findDates } from '../../src/core/analysis/dates';

const published = '2024-05-15'; // a Wednesday

describe('dates in prose', () => {
  const cases: readonly [text: string, ...found: string[]][] = [
    ['The council met on Tuesday.', 'Tuesday=2024-05-14'],
    ['Work began on March 3, 2021, they said.', 'March 3, 2021=2021-03-03'],
    ['She may fall for a second time.'],
  ];
  for (const [text, ...expected] of cases)
    it(text, () => {
      const found = findDates(text, { english: true, published }).map((date) => `${date.text}=${date.value}`);
      assert.deepEqual(found, expected);
    });
});
