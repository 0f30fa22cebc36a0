import { intervalOf } from '../../dates/index';
import type { DateExpression } from '../../model';
import type { DatePack } from '../datePack';
import type { LanguagePack } from '../pack';
import { calendarAt, yearAt } from './calendarDates';
import { clockAt } from './clockTimes';
import { DateText } from './dateText';
import { dateTokens } from './dateTokens';
import { dayAt, weekdayAt } from './dayDates';
import { lengthAt, setAt } from './lengths';
import type { Read } from './read';
import { edgeAt, relativeAt } from './unitDates';

const rules = [clockAt, calendarAt, weekdayAt, dayAt, relativeAt, edgeAt, setAt, lengthAt, yearAt];

/**
 * Dates and times of a language that has a pack; offsets into the prose, values are TIMEX3. Of the rules that begin at a token the one
 * that takes most words wins. Linear: no rule looks further than a few tokens.
 */
export function findDatesIn(prose: string, pack: DatePack, published: string | undefined): readonly DateExpression[] {
  const text = new DateText(prose, pack, published);
  const found: DateExpression[] = [];
  for (let at = 0; at < text.tokens.length; at++) {
    let best: Read | undefined;
    for (const rule of rules) {
      const read = rule(text, at);
      if (read && read.to > (best?.to ?? at)) best = read;
    }
    if (best === undefined) continue;
    found.push(expressionAt(text, at, best));
    at = best.to - 1;
  }
  return found;
}

/** Reads the weekday that an expression names, 1 (Monday) to 7, else 0. */
export function weekdayReader(pack: LanguagePack): (text: string) => number {
  return (text) => dateTokens(text, pack.dates).reduce((found, { lower }) => found || (pack.dates.weekdays.get(lower) ?? 0), 0);
}

function expressionAt(text: DateText, at: number, { to, type, value, known = [], anchor, how, doubt }: Read): DateExpression {
  const start = text.tokens[at]?.start ?? 0;
  const end = text.tokens[to - 1]?.end ?? start;
  const isDated = type === 'DATE' || type === 'TIME';
  const interval = isDated ? intervalOf(value) : {};
  if (interval.firstDay !== undefined) {
    text.reference = interval.firstDay;
    text.unit = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  }
  const words = text.prose.slice(start, end);
  return {
    start,
    end,
    text: words,
    type,
    value,
    known,
    ...interval,
    ...(anchor && { anchor }),
    ...(doubt && { doubt }),
    how,
    ...(!isDated && value.startsWith('P') && { minor: true as const }),
  };
}
