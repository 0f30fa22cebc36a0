import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { findDates } from '../../src/core/analysis/dates/dates';
import { dateCases, published, undatedCases } from './dateCases';
import { dateKinds, inBritain, mere } from './dateKinds';

const found = (text: string, on: string | undefined): string[] =>
  findDates(text, { english: true, published: on }).map((date) => `${date.text}=${date.value}`);

for (const [group, cases] of Object.entries({ ...dateCases, ...dateKinds }))
  describe(`dates: ${group}`, () => {
    for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(found(text, published), expected));
  });

describe('dates in figures from an outlet that writes the day first', () => {
  for (const [text, ...expected] of inBritain)
    it(text, () =>
      assert.deepEqual(
        findDates(text, { english: true, published, dayFirst: true }).map((date) => `${date.text}=${date.value}`),
        expected,
      ),
    );
});

describe('mere lengths of time and "currently" are found as minor', () => {
  for (const [text, ...expected] of mere)
    it(text, () =>
      assert.deepEqual(
        findDates(text, { english: true, published }).map(({ text, minor }) => `${text}=${minor ? 'minor' : 'marked'}`),
        expected,
      ),
    );
});

describe('dates in an article without a publication date', () => {
  for (const [text, ...expected] of undatedCases) it(text, () => assert.deepEqual(found(text, undefined), expected));
});

describe('what the direction of time decides', () => {
  // The same words on every day of the week and at the ends of years.
  const cases: readonly (readonly [published: string, text: string, ...found: string[]])[] = [
    ['2024-01-01', 'They met on Sunday.', 'Sunday=2023-12-31'],
    ['2024-01-01', 'They met last week.', 'last week=2023-W52'],
    ['2024-12-30', 'They met this week.', 'this week=2025-W01'],
    ['2024-01-02', 'Signed in December.', 'December=2023-12'],
    ['2024-12-30', 'It opens in January.', 'January=2025-01'],
    ['2024-01-10', 'Signed on December 28.', 'December 28=2023-12-28'],
    ['2024-12-28', 'It opens on January 3.', 'January 3=2025-01-03'],
    ['2024-03-31', 'They met last month.', 'last month=2024-02'],
    ['2024-02-29', 'They met a year ago.', 'a year ago=2023'],
    ['2024-01-15', 'They met two months ago.', 'two months ago=2023-11'],
  ];
  for (const [on, text, ...expected] of cases) it(`${on}: ${text}`, () => assert.deepEqual(found(text, on), expected));
});

describe('a date expression', () => {
  const one = (text: string, on: string | undefined = published) => {
    const [date] = findDates(text, { english: true, published: on });
    assert.ok(date);
    return date;
  };

  it('keeps apart what the words give and what was implied', () => {
    assert.deepEqual(one('on May 3, 2021').known, ['year', 'month', 'day']);
    assert.equal(one('on May 3, 2021').anchor, undefined);
    assert.deepEqual(one('on May 3').known, ['month', 'day']);
    assert.equal(one('on May 3').anchor, 'publication');
    assert.deepEqual(one('on Sunday').known, ['weekday']);
    assert.deepEqual(one('at 10 a.m. on Sunday').known, ['weekday', 'time']);
    assert.deepEqual(one('last month').known, []);
  });

  it('has a TIMEX3 type', () => {
    const types = ['on Sunday', 'at 10 a.m. on Sunday', 'Sunday evening', 'now', 'he recently left', 'a four-day visit', 'every Monday'];
    assert.deepEqual(
      types.map((text) => one(text).type),
      ['DATE', 'TIME', 'TIME', 'DATE', 'DATE', 'DURATION', 'SET'],
    );
  });

  it('gives the days it covers', () => {
    const days = (text: string) => {
      const { firstDay, lastDay } = one(text);
      return [firstDay, lastDay].map((day) => (day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10)));
    };
    assert.deepEqual(days('on Sunday'), ['2024-05-12', '2024-05-12']);
    assert.deepEqual(days('last week'), ['2024-05-06', '2024-05-12']);
    assert.deepEqual(days('in February 2024'), ['2024-02-01', '2024-02-29']);
    assert.deepEqual(days('in early April'), ['2024-04-01', '2024-04-10']);
    assert.deepEqual(days('in late April'), ['2024-04-21', '2024-04-30']);
    assert.deepEqual(days('in the second quarter of 2023'), ['2023-04-01', '2023-06-30']);
    assert.deepEqual(days('in the 1990s'), ['1990-01-01', '1999-12-31']);
    assert.deepEqual(days('the Cold War era'), ['1947-01-01', '1991-12-31']);
    assert.deepEqual(days('the past two weeks'), ['2024-05-01', '2024-05-15']);
    assert.deepEqual(days('a four-day visit'), [undefined, undefined]);
    assert.deepEqual(days('every Monday'), [undefined, undefined]);
  });

  it('says how it was resolved', () => {
    assert.equal(one('on Sunday').how, 'the latest Sunday up to publication');
    assert.equal(one('on May 3, 2021').how, 'as written');
  });

  it('in a text that is not English is an ISO date or nothing', () =>
    assert.deepEqual(
      findDates('Am Monday, 3 May 2021, und am 2021-05-04.', { english: false, published }).map(({ value }) => value),
      ['2021-05-04'],
    ));
});

describe('the date engine', () => {
  it('never throws, and finds spans in order, inside the text, for any text', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              ...Object.values(dateCases)
                .flat()
                .map(([text]) => text),
            ),
          ),
        ),
        (parts) => {
          const text = parts.join(' ');
          let end = 0;
          for (const date of findDates(text, { english: true, published })) {
            assert.ok(date.start >= end && date.end > date.start && date.end <= text.length);
            assert.equal(text.slice(date.start, date.end), date.text);
            end = date.end;
          }
        },
      ),
    ));

  it('stays under 48 kB minified', () => {
    const { outputFiles } = buildSync({
      entryPoints: ['src/core/analysis/dates/dates.ts'],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    const size = outputFiles[0]?.contents.length ?? Infinity;
    assert.ok(size < 48_000, `${size} bytes`);
  });

  it('does work in proportion to the text', () => {
    // Counted in characters the engine reads; its regular expressions have no unbounded repeats.
    const work = (text: string): number => {
      let steps = 0;
      const whole = Object.getOwnPropertyDescriptor(String.prototype, 'charCodeAt')!;
      const read = whole.value as (this: string, at: number) => number;
      Object.defineProperty(String.prototype, 'charCodeAt', {
        ...whole,
        value: function (this: string, at: number) {
          steps++;
          return read.call(this, at);
        },
      });
      try {
        findDates(text, { english: true, published });
      } finally {
        Object.defineProperty(String.prototype, 'charCodeAt', whole);
      }
      return steps;
    };
    const hard = [
      'the end of the early the end of the last this coming ',
      'one two three hundred thousand twenty-four and ',
      '1,2.3,4.5/6-7:8 12:30:45 2024-05- ',
      'May May March to the first of the second half of the ',
      'as soon as as soon as the near the near ',
    ];
    for (const unit of hard) {
      const small = work(unit.repeat(200));
      const large = work(unit.repeat(2000));
      assert.ok(large < small * 10.5, `${unit}: ${small} -> ${large}`);
    }
  });
});
