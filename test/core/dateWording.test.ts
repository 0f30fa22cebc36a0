import assert from 'node:assert/strict';
import { describeDate, isoOfDay, isSameDay, siblingDate } from '../../src/core/index';
import { findDates } from '../../src/core/analysis/dates/dates';

const published = '2024-05-15T09:30:00Z';
const dateIn = (text: string) => {
  const [date] = findDates(text, { english: true, published });
  assert.ok(date, `a date in "${text}"`);
  return date;
};

describe('a date in words', () => {
  const cases: readonly (readonly [text: string, when: string, distance?: string])[] = [
    ['on Sunday', 'Sunday, 12 May 2024', '3 days before publication'],
    ['yesterday', 'Tuesday, 14 May 2024', '1 day before publication'],
    ['today', 'Wednesday, 15 May 2024', 'the day of publication'],
    ['tomorrow', 'Thursday, 16 May 2024', '1 day after publication'],
    ['last month', '1 April 2024 to 30 April 2024', 'ends 15 days before publication'],
    ['next week', '20 May 2024 to 26 May 2024', 'begins 5 days after publication'],
    ['this year', '1 January 2024 to 31 December 2024', 'around the day of publication'],
    ['a four-day visit', '4 days'],
    ['half an hour', '30 minutes'],
    ['for decades', 'some years'],
    ['every day', 'every day'],
    ['every two weeks', 'every 2 weeks'],
    ['now', 'now'],
  ];
  for (const [text, when, distance] of cases)
    it(text, () => assert.deepEqual(describeDate(dateIn(text), published), distance === undefined ? { when } : { when, distance }));

  for (const [text, when] of [
    ['on Friday evening', 'a Friday'],
    ['on 3 May', '3 May of an unknown year'],
    ['in May', 'May of an unknown year'],
    ['yesterday', 'a time that is not known'],
  ] as const)
    it(`in an article without a day says what is known: ${text}`, () => {
      const [date] = findDates(text, { english: true });
      assert.ok(date);
      assert.deepEqual(describeDate(date), { when });
    });

  it('without a publication date has no distance', () =>
    assert.deepEqual(describeDate(dateIn('on 3 May 2024')), { when: 'Friday, 3 May 2024' }));
});

describe('days compared', () => {
  it('are the same in whatever words', () => {
    assert.equal(isSameDay(dateIn('on Sunday'), dateIn('12 May')), true);
    assert.equal(isSameDay(dateIn('on Sunday'), dateIn('13 May')), false);
  });
  it('are not the same where a month is meant', () => assert.equal(isSameDay(dateIn('in May 2023'), dateIn('in May 2023')), false));
  it('are written as ISO dates', () => assert.equal(isoOfDay(dateIn('on Sunday').firstDay ?? 0), '2024-05-12'));
});

describe('the date of an undated article', () => {
  it('is the one most siblings share', () =>
    assert.deepEqual(siblingDate(['2024-05-03', '2024-05-04T10:00:00Z', '2024-05-04', undefined]), { value: '2024-05-04', siblings: 2 }));
  it('is the earliest of several', () => assert.deepEqual(siblingDate(['2024-05-04', '2024-05-03']), { value: '2024-05-03', siblings: 1 }));
  it('stays unknown where no sibling is dated', () => assert.equal(siblingDate([undefined, 'soon']), undefined));
});
