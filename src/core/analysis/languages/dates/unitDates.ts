import { durationOf, shift, valueOf, yearText } from '../../dates/index';
import type { DateText } from './dateText';
import type { Read } from './read';
import { calendarAt } from './calendarDates';
import { monthOfAt } from './calendarDates';
import { yearAt } from './calendarDates';

/** "letzte Woche", "les six premiers mois de l'année", "vor drei Monaten", "zwei Jahre später", "deuxième trimestre" */
export function relativeAt(text: DateText, at: number): Read | undefined {
  return agoAt(text, at) ?? shiftedAt(text, at) ?? ordinalAt(text, at) ?? laterAt(text, at);
}

function agoAt(text: DateText, at: number): Read | undefined {
  const { ago, ahead, agoBehind } = text.pack;
  const starts = (phrases: readonly (readonly string[])[]) =>
    phrases.find((words) => words.every((word, i) => text.lower(at + i) === word))?.length ?? 0;
  const back = starts(ago);
  const on = back === 0 ? starts(ahead) : 0;
  const counted = text.count(at + back + on);
  if (counted === undefined) return undefined;
  const { count, unit, to } = counted;
  const isBehind = agoBehind.has(text.lower(to));
  if (count === undefined || (back === 0 && on === 0 && !isBehind)) return undefined;
  const day = shift(text.published, unit, on > 0 ? count : -count);
  const value = valueOf(unit === 'hour' || unit === 'minute' ? 'day' : unit, day);
  return { to: isBehind ? to + 1 : to, type: 'DATE', value, anchor: 'publication', how: 'counted from publication' };
}

function laterAt(text: DateText, at: number): Read | undefined {
  const { laterBehind, laterSecond } = text.pack;
  const counted = text.count(at);
  const sign = counted && laterBehind.get(text.lower(counted.to));
  if (counted?.count === undefined || sign === undefined) return undefined;
  const { count, unit, to } = counted;
  const second = laterSecond.get(text.lower(to));
  if (second !== undefined && text.lower(to + 1) !== second) return undefined;
  const day = shift(text.reference, unit, sign * count);
  return {
    to: second === undefined ? to + 1 : to + 2,
    type: 'DATE',
    value: valueOf(unit === 'hour' || unit === 'minute' ? 'day' : unit, day),
    anchor: 'expression',
    how: 'counted from the date before',
  };
}

function shiftedAt(text: DateText, at: number): Read | undefined {
  const { articles, shifts, numbers, of, ongoing, aloneUnits } = text.pack;
  let next = at;
  if (text.is(next, articles)) next++;
  let direction: number | undefined;
  let count: number | undefined;
  const number = (place: number) =>
    numbers.get(text.lower(place)) ?? (/^\d{1,3}$/.test(text.lower(place)) ? Number(text.lower(place)) : undefined);
  if (number(next) !== undefined && (next > at || text.is(next + 1, shifts))) count = number(next++);
  if (text.is(next, shifts)) direction = shifts.get(text.lower(next++));
  if (count === undefined && direction !== undefined && number(next) !== undefined) count = number(next++);
  else if (direction === 0 && text.is(next, shifts)) {
    direction = shifts.get(text.lower(next++));
    count = NaN;
  }
  const unit = text.unitAt(next);
  if (unit === undefined) return undefined;
  const isPlural = text.isPlural(next);
  next++;
  if (direction === undefined && text.is(next, shifts)) direction = shifts.get(text.lower(next++));
  if (ongoing.has(`${text.lower(next)} ${text.lower(next + 1)}`)) [direction, next] = [0, next + 2];
  const month = unit === 'month' && !isPlural && text.is(next, of) ? text.pack.months.get(text.lower(next + 1)) : undefined;
  if (month !== undefined && direction !== undefined) return { ...monthOfAt(text, month, direction || -1), to: next + 2 };
  const how = 'counted from publication';
  if (direction === undefined) {
    const isAlone = text.is(at, articles) && next === at + 2 && text.is(at + 1, aloneUnits) && !text.is(next, of);
    return isAlone ? { to: next, type: 'DATE', value: valueOf(unit, text.published), anchor: 'publication', how } : undefined;
  }
  if (count !== undefined || (isPlural && direction !== 0) || (isPlural && text.lower(next - 1) !== text.lower(at))) {
    if (direction === 0 && count === undefined) return undefined;
    return { to: next, type: 'DURATION', value: durationOf(count === undefined || isNaN(count) ? undefined : count, unit), how };
  }
  if (unit === 'hour' || unit === 'minute') return undefined;
  return { to: next, type: 'DATE', value: valueOf(unit, shift(text.published, unit, direction)), anchor: 'publication', how };
}

/** Quarters and halves of the year of publication; "les six premiers mois de l'année". */
function ordinalAt(text: DateText, at: number): Read | undefined {
  const { ordinals, articles, numbers, of, firsts } = text.pack;
  const months = numbers.get(text.lower(at + 1)) ?? 0;
  const isHalf = text.is(at, articles) && months === 6 && text.is(at + 2, firsts) && text.unitAt(at + 3) === 'month';
  if (isHalf) {
    const year = text.is(at + 5, articles) ? at + 7 : at + 6;
    const to = text.is(at + 4, of) ? year : at + 4;
    return {
      to,
      type: 'DATE',
      value: `${yearText(text.publishedYear())}-H1`,
      anchor: 'publication',
      how: 'half of the year of publication',
    };
  }
  const ordinal = ordinals.get(text.lower(at));
  const place = text.lower(at + 1) === '.' ? at + 2 : at + 1;
  const number = ordinal ?? (/^[1-4]$/.test(text.lower(at)) && place === at + 2 ? Number(text.lower(at)) : undefined);
  const unit = text.pack.units.get(text.lower(place));
  if (number === undefined || (unit !== 'quarter' && unit !== 'half') || number > (unit === 'half' ? 2 : 4)) return undefined;
  const join = text.is(place + 1, text.pack.joins) ? place + 2 : place + 1;
  const named = text.yearAt(join);
  const year = named ?? text.publishedYear();
  return {
    to: named === undefined ? place + 1 : join + 1,
    type: 'DATE',
    value: `${yearText(year)}-${unit === 'half' ? 'H' : 'Q'}${number}`,
    known: named === undefined ? [] : ['year'],
    anchor: 'publication',
    how: 'a part of a year',
  };
}

/** "Mitte Dezember", "fin mars 2024", "la fin du XXe siècle", "начале января" */
export function edgeAt(text: DateText, at: number): Read | undefined {
  const { edges, articles, joins, of } = text.pack;
  let next = at;
  if (text.is(next, articles) && text.is(next + 1, edges)) next++;
  if (!text.is(next, edges)) return undefined;
  next++;
  while (next < at + 5 && (text.is(next, joins) || text.is(next, articles) || text.is(next, of) || text.lower(next) === '-')) next++;
  const whole = calendarAt(text, next) ?? yearAt(text, next) ?? shiftedAt(text, next) ?? wholeUnitAt(text, next);
  return whole?.type === 'DATE' ? whole : undefined;
}

function wholeUnitAt(text: DateText, at: number): Read | undefined {
  const unit = text.unitAt(at);
  if (text.is(at, text.pack.century))
    return {
      to: at + 1,
      type: 'DATE',
      value: valueOf('century', text.published),
      anchor: 'publication',
      how: 'the century of publication',
    };
  if (unit !== 'year' && unit !== 'month' && unit !== 'week') return undefined;
  return { to: at + 1, type: 'DATE', value: valueOf(unit, text.published), anchor: 'publication', how: 'that of publication' };
}
