import { isoOfDay, pad } from '../../dates/index';
import { clockIn } from './clockIn';
import type { DateText } from './dateText';
import type { Read } from './read';
import { calendarAt } from './calendarDates';

export function clockAt(text: DateText, at: number): Read | undefined {
  const { articles, clock, hourArticles, noon, clockJoins } = text.pack;
  const first = text.is(at, articles) ? at + 1 : at;
  const lower = text.lower(first);
  const isTime = /^\d{1,2}:\d\d$/.test(lower) || /^\d{1,2}$/.test(lower) || /^\d{1,2}\.\d\d$/.test(lower);
  // "dans les 24 heures": a whole day, and no hour of it
  const article = first - 1;
  const isDay = lower === '24' && text.is(article, articles) && !text.is(article - 1, text.pack.atClock);
  if (!isTime || isDay) return undefined;
  const time = clockBehindAt(text, text.is(at, hourArticles) ? at : first);
  if (time === undefined) return undefined;
  const isNamed = text.is(time.to - 1, clock) || text.is(time.to - 1, noon) || text.lower(first + 1) === 'h';
  if (!lower.includes(':') && !isNamed) return undefined;
  let { to } = time;
  let day = isNaN(text.published) ? NaN : text.published;
  // "las 23:51 de ese 13 de marzo"
  let next = to;
  while (next < to + 3 && (text.is(next, text.pack.joins) || text.is(next, text.pack.shifts) || text.is(next, clockJoins))) next++;
  const between = text.prose.slice(text.tokens[to - 1]?.end, text.tokens[next]?.start);
  const date = text.dayNumber(next) === undefined || /\n\s*\n/.test(between) ? undefined : calendarAt(text, next);
  if (date?.value.length === 10) {
    ({ to } = date);
    return { to, type: 'TIME', value: `${date.value}T${time.time}`, known: ['month', 'day', 'time'], how: 'a time on a day' };
  }
  if (!isNaN(text.reference) && text.unit === 'day' && Math.abs(text.reference - text.published) > 2) day = text.reference;
  return {
    to,
    type: 'TIME',
    value: `${isNaN(day) ? 'XXXX-XX-XX' : isoOfDay(day)}T${time.time}`,
    known: ['time'],
    anchor: 'publication',
    how: 'a time on the day the text is about',
  };
}

/** A clock time at a place, "a las 11" included. */
export function clockBehindAt(text: DateText, at: number): { readonly time: string; readonly to: number } | undefined {
  const { clock, atClock, hourArticles, hourAlone, noon, of } = text.pack;
  let from = at;
  if (text.is(from, atClock)) from++;
  if (text.is(from, hourArticles)) from++;
  const isSaid = from > at;
  const lower = text.lower(from);
  const joined = /^(\d{1,2})$/.exec(lower);
  const hour = Number(joined?.[1] ?? NaN);
  if (joined && hour <= 24) {
    const [sign, minutes] = [text.tokens[from + 1], text.tokens[from + 2]];
    const touches = sign?.start === text.tokens[from]?.end;
    if (touches && sign?.lower === 'h' && minutes?.start === sign.end && /^\d\d$/.test(minutes.lower))
      return { time: `${pad(hour)}:${minutes.lower}`, to: from + 3 };
    if (text.is(from + 1, clock)) {
      const behind = /^\d\d$/.test(text.lower(from + 2)) && text.lower(from + 1) === 'h' ? from + 3 : from + 2;
      return { time: `${pad(hour)}:${behind === from + 3 ? text.lower(from + 2) : '00'}`, to: behind };
    }
    if (isSaid && text.is(from - 1, hourAlone) && !text.is(from + 1, text.pack.months) && !text.is(from + 1, text.pack.units)) {
      const isNoon = text.is(from + 1, of) && text.is(from + 2, noon);
      return { time: `${pad(hour)}:00`, to: isNoon ? from + 3 : from + 1 };
    }
    return undefined;
  }
  const time = clockIn(lower);
  if (time === undefined) return undefined;
  const to = text.is(from + 1, clock) ? from + 2 : from + 1;
  return lower.includes('.') && to === from + 1 ? undefined : { time, to };
}
