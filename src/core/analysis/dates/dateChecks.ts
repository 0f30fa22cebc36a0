import type { Article } from '../../text/article';
import type { Span } from '../../text/span';
import { civilOf, dayOf, daysInMonth, isoOfDay, weekdayOf } from './calendar';
import { lastMonthIsYearBefore } from './rules/absolute';
import { tellsOtherYear, yearOfWeekday } from './weekdayYear';
import { countOf, dayInWords, monthName, publicationDay, weekdayName } from './dateWording';
import type { DateExpression, Problem, Quotation } from '../model';

/**
 * Points out dates that cannot be right. Everything counts in the prose: the spans of `dates` and `quotations`
 * handed in, and the passages of the problems. `weekdayIn` reads the weekday that an expression names, 1 (Monday) to 7, else 0.
 */
export function checkDates(
  article: Article,
  dates: readonly DateExpression[],
  quotations: readonly Quotation[],
  weekdayIn: WeekdayIn = englishWeekday,
): readonly Problem[] {
  const prose = article.prose.text;
  const published = publicationDay(article.metadata.published?.value);
  const problems: Problem[] = [];
  const dayFirst = dates.find(({ text }) => Number(/^(\d\d?)\/\d/.exec(text)?.[1]) > 12);
  const marked = quotations.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start);
  let next = 0;
  dates.forEach((date, index) => {
    const found = mismatchAt(prose, date, dates[index + 1], weekdayIn, published) ?? noSuchDay(prose, date) ?? otherOrder(date, dayFirst);
    if (found) problems.push(found);
    // What may be misread would be our slip, not the article's.
    if (published === undefined || date.doubt) return;
    const ambiguous = ambiguousMonth(date, published);
    if (ambiguous) problems.push(ambiguous);
    // Inside marks the words are another's, and so is the tense.
    while ((marked[next]?.end ?? Infinity) < date.end) next++;
    const impossible = (marked[next]?.start ?? Infinity) <= date.start ? undefined : pastAfterPublication(prose, date, published);
    if (impossible) problems.push(impossible);
  });
  return problems;
}

/**
 * Points out publication lines that disagree. Apart from `checkDates`, because these lines may stand outside the
 * prose (front matter, page head): the passages of this problem count in `article.raw`.
 */
export function checkPublication({ metadata }: Article): readonly Problem[] {
  const lines = metadata.publicationLines.flatMap((line) => {
    const day = publicationDay(line.value);
    return day === undefined ? [] : [{ ...line, day }];
  });
  const first = lines.find(({ label }) => label !== 'modified');
  if (!first) return [];
  const differs = lines.find(({ label, day, value }) => {
    // A change comes after publication; and one instant has two dates in two time zones.
    if (label === 'modified' && day > first.day) return false;
    return Math.abs(day - first.day) > (value.includes('T') || first.value.includes('T') ? 1 : 0);
  });
  if (!differs) return [];
  const what = differs.label === 'modified' ? 'the last change on' : 'publication on';
  return [
    {
      kind: 'publication-mismatch',
      message: `The article gives two dates: publication on ${dayInWords(first.day)}, and ${what} ${dayInWords(differs.day)}. Set the right one.`,
      passages: [first.span, differs.span].filter((span): span is Span => span !== undefined),
      suggestion: isoOfDay(Math.min(first.day, differs.day)),
    },
  ];
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type WeekdayIn = (text: string) => number;

function englishWeekday(text: string): number {
  const written = /\b(?:mon|tue|wed|thu|fri|sat|sun)/i.exec(text)?.[0] ?? '';
  return weekdays.indexOf(written.toLowerCase()) + 1;
}

function mismatch(number: number, day: number, passages: readonly Span[]): Problem | undefined {
  if (number === 0 || weekdayOf(day) === number) return undefined;
  const message = `${dayInWords(day)} is a ${weekdayName(weekdayOf(day))}, not a ${weekdayName(number)}.`;
  return { kind: 'weekday-mismatch', message, passages, suggestion: isoOfDay(nearestWeekday(day, number)) };
}

function mismatchAt(
  prose: string,
  date: DateExpression,
  next: DateExpression | undefined,
  weekdayIn: WeekdayIn,
  published: number | undefined,
): Problem | undefined {
  if (date.doubt) return undefined;
  return weekdayMismatch(date, weekdayIn) ?? (next?.doubt ? undefined : besideMismatch(prose, date, next, weekdayIn, published));
}

/** "Monday, May 3, 2024": weekday and date in one expression. */
function weekdayMismatch(date: DateExpression, weekdayIn: WeekdayIn): Problem | undefined {
  if (!date.known.includes('weekday') || !date.known.includes('day') || date.firstDay === undefined) return undefined;
  return mismatch(weekdayIn(date.text), date.firstDay, [date]);
}

/** "Monday (May 3)": two expressions side by side. */
function besideMismatch(
  prose: string,
  date: DateExpression,
  next: DateExpression | undefined,
  weekdayIn: WeekdayIn,
  published: number | undefined,
): Problem | undefined {
  if (next?.firstDay === undefined || !next.known.includes('day') || next.known.includes('weekday')) return undefined;
  if (date.known.includes('day') || !date.known.includes('weekday') || date.type === 'SET') return undefined;
  if (!/^\s?[(,]\s?$/.test(prose.slice(date.end, next.start))) return undefined;
  const weekday = weekdayIn(date.text);
  if (!next.known.includes('year') && published !== undefined) {
    const { year: nearest, month, day } = civilOf(next.firstDay);
    const { year, doubt } = yearOfWeekday(
      { nearest, published, month, day, weekday },
      tellsOtherYear(prose.slice(Math.max(0, date.start - 200), date.start)),
    );
    if (doubt || year !== nearest) return undefined;
  }
  return mismatch(weekday, next.firstDay, [date, next]);
}

/** "31 February", of which the month alone was read. */
function noSuchDay(prose: string, date: DateExpression): Problem | undefined {
  const month = Number(/^\d{4}-(\d\d)$/.exec(date.value)?.[1]);
  if (!(month > 0) || !date.known.includes('month')) return undefined;
  const before = /(?<![\d.,:/-])(\d\d)(?:st|nd|rd|th)? (?:of )?$/.exec(prose.slice(Math.max(0, date.start - 10), date.start));
  const after = /^ (\d\d)(?:st|nd|rd|th)?(?=$|\n|[.,;)](?!\d))/.exec(prose.slice(date.end, date.end + 7));
  const [start, end] = before ? [date.start - before[0].length, date.end] : [date.start, date.end + (after?.[0].length ?? 0)];
  const day = Number((before ?? after)?.[1]);
  const days = daysInMonth(date.known.includes('year') ? Number(date.value.slice(0, 4)) : 2000, month);
  if (!(day > days && day < 32)) return undefined;
  const message = `${monthName(month)} has no day ${day}; “${prose.slice(start, end)}” was read as the month alone.`;
  return { kind: 'impossible-date', message, passages: [{ start, end }] };
}

/** "03/04/2026" in an article that has "14/03/2026", too. */
function otherOrder(date: DateExpression, dayFirst: DateExpression | undefined): Problem | undefined {
  const [first = 0, second = 0] = date.text.split('/').map(Number);
  if (dayFirst === undefined || !/^\d\d?\/\d\d?\/\d+$/.test(date.text) || first > 12 || second > 12 || first === second) return undefined;
  if (date.firstDay === undefined) return undefined;
  const other = dayOf(civilOf(date.firstDay).year, second, first);
  return {
    kind: 'ambiguous-date',
    message: `“${date.text}” was taken as ${dayInWords(date.firstDay)}, but “${dayFirst.text}” has the day first: ${dayInWords(other)}?`,
    passages: [date],
    suggestion: isoOfDay(other),
  };
}

function nearestWeekday(day: number, weekday: number): number {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return ahead > 3 ? day + ahead - 7 : day + ahead;
}

/** "last February" in April: this year's or the one before? The engine takes the one before. */
function ambiguousMonth(date: DateExpression, published: number): Problem | undefined {
  const now = civilOf(published);
  const match = /^(\d{4})-(\d\d)$/.exec(date.value);
  if (!match || !/^last\s/i.test(date.text) || date.known.join() !== 'month') return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (year !== now.year - 1 || !lastMonthIsYearBefore(month, now.month)) return undefined;
  const name = monthName(month);
  return {
    kind: 'ambiguous-date',
    message: `“${date.text}” can mean ${name} ${year} or ${name} ${year + 1}; it was taken as ${name} ${year}.`,
    passages: [date],
    suggestion: `${year + 1}${date.value.slice(4)}`,
  };
}

/** How far after publication a date without a year counts as a slip; further on it is rather the year before. */
const slip = 45;
/** One instant has two dates in two time zones. */
const zones = 1;

function pastAfterPublication(prose: string, date: DateExpression, published: number): Problem | undefined {
  const { firstDay, known } = date;
  if (firstDay === undefined || firstDay <= published + zones || date.type === 'SET' || date.type === 'DURATION') return undefined;
  const whole = known.includes('year');
  if (!whole && !(known.includes('day') && firstDay <= published + slip)) return undefined;
  if (/^f(?:iscal|y)/i.test(date.text)) return undefined;
  if (!tellsPast(prose, date)) return undefined;
  return {
    kind: 'impossible-date',
    message: `“${date.text}” lies ${countOf(firstDay - published, 'day')} after publication (${dayInWords(published)}), but the sentence tells of it as past.`,
    passages: [date],
    suggestion: isoOfDay(earlierNamesake(firstDay, published, whole)),
  };
}

/** The latest day before publication that differs in the month alone, or, where the year is written, in the year. */
function earlierNamesake(day: number, published: number, whole: boolean): number {
  const { year, month, day: date } = civilOf(day);
  for (let back = 1; back <= 12; back++) {
    const candidate = whole ? dayOf(year - back, month, date) : dayOf(year, month - back, date);
    if (candidate <= published && civilOf(candidate).day === date) return candidate;
  }
  return dayOf(year - 1, month, date);
}

/** Words that let a past sentence speak of what is to come. */
const futureSign =
  /\b(?:will|would|shall|may|might|could|should|must|can|to|until|till|through|by|before|due|plan(?:s|ned|ning)?|schedul\w*|expect\w*|set|slated|next|upcoming|forthcoming|coming|effective|starting|beginning|from|deadline|announc\w*|postpon\w*|delay\w*|extend\w*|agree[ds]?|propos\w*|invit\w*|call(?:s|ed)? for|order\w*|promis\w*|pledg\w*|vow\w*|vot\w*|mov\w*|rais\w*|launch\w*|book\w*|plans|election|anniversary)\b|['’]ll\b/i;
const pastVerb =
  /\b(?:said|told|added|wrote|spoke|stated|was|were|did|had|met|died|went|came|took|gave|made|began|held|won|lost|fell|rose|saw|left|[a-z]{3,}ed)\b/gi;
/** What may stand between the verb and the date: "said during a press briefing on". */
const between =
  /^[\s,]*(?:(?:[\w-]+\s+){0,2}(?:during|at|in|to|after)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,3}(?:briefing|conference|interview|meeting|statement|speech|ceremony|session|hearing|summit|report|article|post|call|visit)\s*)?(?:(?!(?:that|which|who|how|about|against|from|for|of|whether|[a-z]{2,}ing)\b)[\w-]+\s+){0,3}(?:on|in|at)?\s*(?:the\s+)?$/i;

/** What may follow a date that stands for itself and not before a noun. */
const unattached =
  /^\s*(?:$|[^\s\w]|(?:that|in|at|as|and|when|after|with|during|for|by|to|of|while|but|near|outside|where|who|because|before|on|from)\b)/;

/** True where a past verb governs the date and nothing in the sentence points ahead. */
function tellsPast(prose: string, date: DateExpression): boolean {
  const before = lastSentence(prose.slice(Math.max(0, date.start - 300), date.start));
  const after = firstSentence(prose.slice(date.end, date.end + 160));
  const ahead = before.replace(/\b(?:to|by|from|through)\s+(?=[A-Z])/g, '');
  if (futureSign.test(ahead)) return false;
  const verb = [...before.matchAll(pastVerb)].at(-1);
  if (verb && isPresent(before.slice(0, verb.index))) return false;
  // "This article was amended on …"
  if (afterwards.test(before)) return false;
  // "the second quarter ended Oct. 31", "his 1990 forecast", "the Jan. 14 deadline"
  if (verb?.[0] === 'ended' || !unattached.test(after)) return false;
  if (verb) {
    const rest = before.slice(verb.index + verb[0].length);
    return between.test(rest) && !(choosing.test(verb[0]) && rest.trim() === '');
  }
  // "On April 30, the minister met ..."
  return /^\s*(?:on|in)?\s*$/i.test(before) && /^,?\s/.test(after) && after.search(pastVerb) >= 0 && !futureSign.test(after);
}

/** "are issued in", "has been", "is penciled in for": no past verb. */
const isPresent = (before: string): boolean => /\b(?:is|are|be|being|gets?)(?: (?:not|also|now|usually|often|[a-z]+ly))? $/i.test(before);
const afterwards =
  /\b(?:this|the) (?:article|story|post|piece|report|column|page|headline|text)(?:['’]s \w+)? (?:was|has been|appear(?:ed|s)|ran) ?(?:amended|corrected|updated|edited|changed|modified|revised|in the|in)?/i;

/** What is said of a day, not on it: "cited May 28 as the deadline". */
const choosing = /^(?:cited|named|marked|picked|mentioned|suggested|preferred|wanted|listed|designated|declared|noted|missed)$/i;

const lastSentence = (text: string): string => text.split(/[.!?]["”’)]?\s+(?=["“(]?[A-Z])|\n/).at(-1) ?? '';
const firstSentence = (text: string): string => /^[^.!?\n]*/.exec(text)?.[0] ?? '';
