import { durationOf } from '../../dates/index';
import type { DateText } from './dateText';
import type { Read } from './read';

/** "jeden Tag", "zweimal im Jahr", "quatre jours par semaine", "одного раза в неделю" */
export function setAt(text: DateText, at: number): Read | undefined {
  const { each, per } = text.pack;
  const how = 'again and again';
  if (text.is(at, each)) {
    const unit = text.unitAt(at + 1);
    if (unit !== undefined) return { to: at + 2, type: 'SET', value: durationOf(1, unit), how };
    const weekday = text.pack.weekdays.get(text.lower(at + 1));
    return weekday === undefined ? undefined : { to: at + 2, type: 'SET', value: `XXXX-WXX-${weekday}`, how };
  }
  let next = at;
  while (next < at + 4 && text.is(next, text.pack.about)) next++;
  const isTimes = text.pack.timesWord?.test(text.lower(next)) === true;
  const times = text.isNumber(next) && text.is(next + 1, text.pack.times);
  if (!isTimes && !times) return undefined;
  next += isTimes ? 1 : 2;
  if (!text.is(next, per)) return undefined;
  const unit = text.unitAt(next + 1) ?? (text.is(next + 1, text.pack.articles) ? text.unitAt(next + 2) : undefined);
  if (unit === undefined) return undefined;
  return { to: text.unitAt(next + 1) ? next + 2 : next + 3, type: 'SET', value: durationOf(1, unit), how };
}

export function lengthAt(text: DateText, at: number): Read | undefined {
  const counted = text.count(at);
  if (counted === undefined) {
    const unit = text.unitAt(at);
    const isBare = unit !== undefined && text.isPlural(at) && text.is(at - 1, text.pack.lasting);
    return isBare ? { to: at + 1, type: 'DURATION', value: durationOf(undefined, unit), how: 'a length of time' } : undefined;
  }
  const { count, unit, to } = counted;
  return { to, type: 'DURATION', value: durationOf(count, unit), how: 'a length of time' };
}
