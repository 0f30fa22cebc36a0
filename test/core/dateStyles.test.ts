import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';
import { findDates } from '../../src/core/analysis/dates/dates';
import {
  civilOf,
  dayOf,
  dayOfIsoWeek,
  easterOf,
  intervalOfValue,
  isoOfDay,
  isoWeekOfDay,
  weekdayOf,
} from '../../src/core/analysis/dates/calendar';

const published = '2024-05-15';
const day0 = dayOf(1900, 1, 1);
const days = Array.from({ length: dayOf(2101, 1, 1) - day0 }, (_, index) => day0 + index);

const months = 'January February March April May June July August September October November December'.split(' ');
const short = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const suffix = (n: number) => (n % 10 > 3 || n % 10 === 0 || (n > 10 && n < 14) ? 'th' : (['st', 'nd', 'rd'][(n % 10) - 1] ?? 'th'));

/** Every usual way to write a whole date. */
const styles: Readonly<Record<string, (day: number) => string>> = {
  american: (day) => written(day, (m, d, y) => `${months[m - 1] ?? ''} ${d}, ${y}`),
  'american, no comma': (day) => written(day, (m, d, y) => `${months[m - 1] ?? ''} ${d} ${y}`),
  abbreviated: (day) => written(day, (m, d, y) => `${short[m - 1] ?? ''} ${d}, ${y}`),
  british: (day) => written(day, (m, d, y) => `${d} ${months[m - 1] ?? ''} ${y}`),
  'british ordinal': (day) => written(day, (m, d, y) => `${d}${suffix(d)} ${months[m - 1] ?? ''} ${y}`),
  'ordinal of': (day) => written(day, (m, d, y) => `the ${d}${suffix(d)} of ${months[m - 1] ?? ''}, ${y}`),
  'american ordinal': (day) => written(day, (m, d, y) => `${months[m - 1] ?? ''} ${d}${suffix(d)}, ${y}`),
  'weekday first': (day) => written(day, (m, d, y) => `${weekdays[weekdayOf(day) - 1] ?? ''}, ${months[m - 1] ?? ''} ${d}, ${y}`),
  'weekday british': (day) => written(day, (m, d, y) => `${weekdays[weekdayOf(day) - 1] ?? ''} ${d} ${months[m - 1] ?? ''} ${y}`),
  iso: (day) => isoOfDay(day),
  slashed: (day) => written(day, (m, d, y) => `${m}/${d}/${y}`),
};

function written(day: number, style: (month: number, day: number, year: number) => string): string {
  const civil = civilOf(day);
  return style(civil.month, civil.day, civil.year);
}

describe('the calendar, over all days of 1900 to 2100', () => {
  it('agrees with the platform and comes back', () => {
    for (const day of days) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const { year, month, day: date } = civilOf(day);
      assert.equal(isoOfDay(day), iso);
      assert.equal(dayOf(year, month, date), day);
      assert.equal(weekdayOf(day), new Date(day * 86_400_000).getUTCDay() || 7);
    }
  });

  it('puts each day into its ISO week and each value around its days', () => {
    for (const day of days) {
      const week = isoWeekOfDay(day);
      const monday = dayOfIsoWeek(Number(week.slice(0, 4)), Number(week.slice(6)));
      assert.ok(monday <= day && day < monday + 7 && weekdayOf(monday) === 1, isoOfDay(day));
      assert.deepEqual(intervalOfValue(isoOfDay(day)), { firstDay: day, lastDay: day });
      for (const value of [week, isoOfDay(day).slice(0, 7), isoOfDay(day).slice(0, 4), isoOfDay(day).slice(0, 3)]) {
        const interval = intervalOfValue(value);
        assert.ok(interval && interval.firstDay <= day && day <= interval.lastDay, `${value} ${isoOfDay(day)}`);
      }
    }
  });

  it('knows Easter', () => {
    for (const iso of ['1961-04-02', '1999-04-04', '2000-04-23', '2008-03-23', '2023-04-09', '2024-03-31', '2038-04-25'])
      assert.equal(isoOfDay(easterOf(Number(iso.slice(0, 4)))), iso);
  });
});

describe('a whole date, on all days of 1900 to 2100', () => {
  it('comes back from the style it is written in', () => {
    const writers = Object.values(styles);
    // Each day in one style, shifted every 13 days, so that each style meets each weekday and month.
    days.forEach((day, index) => {
      const text = writers[(index + Math.floor(index / 13)) % writers.length]?.(day) ?? '';
      const found = findDates(`Signed on ${text} in Lowen.`, { english: true, published }).map((date) => `${date.text}=${date.value}`);
      assert.deepEqual(found, [`${text}=${isoOfDay(day)}`]);
    });
  });
});

describe('whole dates read by us and by chrono-node', () => {
  const reference = { instant: new Date(Date.UTC(2024, 4, 15, 12)), timezone: 'UTC' };

  for (const [name, write] of Object.entries(styles))
    it(`agree on the style "${name}"`, () => {
      for (let index = 0; index < days.length; index += 97) {
        const day = days[index] ?? 0;
        const text = `Signed on ${write(day)} in Lowen.`;
        const [theirs] = chrono.strict.parse(text, reference);
        const start = theirs?.start;
        const value = start && isoOfDay(dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0));
        const [ours] = findDates(text, { english: true, published });
        assert.equal(value, ours?.value, text);
      }
    });
});
