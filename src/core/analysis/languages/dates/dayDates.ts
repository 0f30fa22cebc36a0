import { isoOfDay, weekdayOf } from '../../dates/index';
import type { DateText } from './dateText';
import type { Read } from './read';
import { clockBehindAt } from './clockTimes';

/** [article] [shift] weekday [shift] [part of the day] [clock time] */
export function weekdayAt(text: DateText, at: number): Read | undefined {
  const { weekdays, shifts, articles, dayParts } = text.pack;
  let next = at;
  let direction: number | undefined;
  if (text.is(next, articles) && (text.is(next + 1, weekdays) || text.is(next + 1, shifts))) next++;
  if (text.is(next, shifts)) direction = shifts.get(text.lower(next++));
  const compound = compoundAt(text, next);
  const weekday = weekdays.get(text.lower(next)) ?? compound?.weekday;
  if (weekday === undefined) return undefined;
  next++;
  if (text.is(next, shifts) && shifts.get(text.lower(next)) !== 0) direction = shifts.get(text.lower(next++));
  const part = compound?.part ?? dayParts.get(text.lower(next));
  if (part !== undefined && !compound) next++;
  const day = dayOfAt(text, weekday, direction, at);
  const date = isNaN(day) ? 'XXXX-XX-XX' : isoOfDay(day);
  const how = 'the nearest such weekday to publication';
  const clock = clockBehindAt(text, next);
  if (clock) return { to: clock.to, type: 'TIME', value: `${date}T${clock.time}`, known: ['weekday', 'time'], anchor: 'publication', how };
  if (part !== undefined)
    return { to: next, type: 'TIME', value: `${date}T${part}`, known: ['weekday', 'time'], anchor: 'publication', how };
  return { to: next, type: 'DATE', value: date, known: ['weekday'], anchor: 'publication', how };
}

/** "Samstagabend" */
function compoundAt(text: DateText, at: number): { readonly weekday: number; readonly part: string } | undefined {
  const lower = text.lower(at);
  for (const [word, weekday] of text.pack.weekdays) {
    if (word.length < 6 || !lower.startsWith(word)) continue;
    const part = text.pack.dayParts.get(lower.slice(word.length));
    if (part !== undefined) return { weekday, part };
  }
  return undefined;
}

function dayOfAt(text: DateText, weekday: number, direction: number | undefined, at: number): number {
  const today = text.published;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (direction === 1) return today + (ahead === 0 ? 7 : ahead);
  const isAhead = text.isWeekdayAhead(at);
  if (direction === 0) return today + (ahead > 0 && (ahead > 3 || text.isWeekdayPast(at)) && !isAhead ? ahead - 7 : ahead);
  if (isAhead) return today + ahead;
  return ahead === 0 ? today : today + ahead - 7;
}

/** "heute", "gestern Abend", "heute, 7.57 Uhr" */
export function dayAt(text: DateText, at: number): Read | undefined {
  const { days, dayParts } = text.pack;
  const offset = days.get(text.lower(at));
  if (offset === undefined) return dayPartAt(text, at);
  // "la mañana", "Guten Morgen": a part of a day where something stands before it
  if (dayParts.has(text.lower(at)) && (text.is(at - 1, text.pack.articles) || text.isCapital(at))) return dayPartAt(text, at);
  const date = isNaN(text.published) ? 'XXXX-XX-XX' : isoOfDay(text.published + offset);
  const comma = text.lower(at + 1) === ',' ? at + 2 : at + 1;
  const clock = clockBehindAt(text, comma);
  const how = 'counted from publication';
  if (clock) return { to: clock.to, type: 'TIME', value: `${date}T${clock.time}`, known: ['time'], anchor: 'publication', how };
  const part = dayParts.get(text.lower(at + 1));
  if (part !== undefined) return { to: at + 2, type: 'TIME', value: `${date}T${part}`, known: ['time'], anchor: 'publication', how };
  return { to: at + 1, type: 'DATE', value: date, known: [], anchor: 'publication', how };
}

/** "folgenden Morgen", "la mañana siguiente", "début de soirée", "ce soir" */
function dayPartAt(text: DateText, at: number): Read | undefined {
  const { dayParts, shifts, articles, edges, joins, nextDays, of } = text.pack;
  let next = at;
  if (text.is(next, articles)) next++;
  const isEdge = text.is(next, edges);
  if (isEdge) next++;
  if (isEdge && (text.is(next, joins) || text.is(next, of))) next++;
  const before = text.is(next, nextDays) ? 1 : shifts.get(text.lower(next));
  if (before !== undefined && !isEdge) next++;
  const part = dayParts.get(text.lower(next));
  if (part === undefined) return undefined;
  next++;
  const after = text.is(next, nextDays) ? 1 : undefined;
  if (after !== undefined) next++;
  if (!isEdge && before === undefined && after === undefined) return undefined;
  const isFollowing = text.is(at, nextDays) || text.is(at + 1, nextDays) || after !== undefined;
  const from = isFollowing || isEdge ? (isNaN(text.reference) ? text.published : text.reference) : text.published;
  const day = from + (isEdge ? 0 : (after ?? before ?? 0));
  return {
    to: next,
    type: 'TIME',
    value: `${isNaN(day) ? 'XXXX-XX-XX' : isoOfDay(day)}T${part}`,
    known: ['time'],
    anchor: isFollowing ? 'expression' : 'publication',
    how: 'a part of a day',
  };
}
