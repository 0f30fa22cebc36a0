import type { Days } from '../days';
import { compareDays } from '../days';
import type { Fact } from '../fact';
import { aroundOf, type Told } from './passage';

const END = /\b(?:until|till|by|before|ends?|ended|up to)\s+(?:(?:early|late|on|the|about|around)\s+)*$/i;
const START = /\b(?:since|from|after|starts?|started|as of)\s+(?:(?:early|late|on|the|about|around)\s+)*$/i;
const REACH = 24;

/** Whether a day or a time is that of an end, of a beginning, or of the thing itself. */
export function edgeOf({ source, from }: Told): 'end' | 'start' | 'at' {
  const start = source.text.tokens.start[from] ?? 0;
  const before = source.article.prose.text.slice(Math.max(0, start - REACH), start);
  return END.test(before) ? 'end' : START.test(before) ? 'start' : 'at';
}

/** Verbs of a beginning and of an end, of the highest and of the lowest, by which a value is of another moment. */
const PHASES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:beg[ia]ns?|begun|start(?:s|ed)?|open(?:s|ed)?|broke (?:out|loose|away)|sets? (?:in|off|out)|got (?:under way|going)|kick(?:s|ed) off|t(?:ake|akes|ook) off|lifted off|departed|erupted|burst|came into force)\b/i,
    /\b(?:end(?:s|ed)?|stop(?:s|ped)?|clos(?:es|ed)|finish(?:es|ed)?|concluded|wound up|(?:was|were|been|be) (?:put out|over|cleared|lifted)|extinguished|c(?:omes?|ame) (?:to (?:rest|a halt|a stop|an end|a close)|down)|land(?:s|ed)?|touched down|arriv(?:es|ed)|brought (?:to an end|under control)|expire[sd]?|died down|let up|halted)\b/i,
  ],
  [
    /\b(?:reach(?:es|ed)?|peak(?:s|ed)?|climb(?:s|ed)?|rose|rises?|hit|soar(?:s|ed)?|jump(?:s|ed)?|warm(?:s|ed)|high(?:est)?|maximum|top(?:s|ped))\b/i,
    /\b(?:sank|sinks?|f[ae]lls?|drop(?:s|ped)?|dip(?:s|ped)?|bottomed|shr[aiu]nks?|plunge[sd]?|cool(?:s|ed)|low(?:est)?|minimum|down to)\b/i,
  ],
];

/** Whether the one value is of a beginning and the other of an end, or the one of the highest and the other of the lowest. */
export function areOfOtherPhases(a: Told, b: Told): boolean {
  const [x, y] = [a, b].map((told) => aroundOf(told).before);
  return PHASES.some((sides) => {
    const [ofA, ofB] = [x, y].map((before) => sides.map((side) => side.test(before ?? '')));
    return ofA !== undefined && ofB !== undefined && ofA[0] !== ofA[1] && ofB[0] !== ofB[1] && ofA[0] !== ofB[0];
  });
}

/** What is first so and then otherwise: "at first denied", "originally". */
const EARLY =
  /\b(?:at first|initially|originally|to begin with|(?<!\b(?:the|its|his|her|their|my|our|a|in|this|that) )first(?= (?!time|day)\p{L}+(?:ed|d)\b| (?:said|told|took|spoke|ran|put|gave|held|found|came|went|let|sold|bought)\b))/iu;

/** Whether only one of two sentences is of what was so at first: the other one may be of what came of it. */
export function areOfOtherTimes(a: Told, b: Told): boolean {
  return EARLY.test(a.text) !== EARLY.test(b.text);
}

/** The days that a sentence names, beside the value itself. */
export function daysIn(told: Told, facts: readonly Fact[]): Days[] {
  return facts.flatMap(({ kind, days, from, to }) =>
    kind === 'day' && days && from >= told.sentence.from && to <= told.sentence.to && (to <= told.from || from >= told.to) ? [days] : [],
  );
}

/** One day more or less may be one night. */
const CLOCK = 1;

/** Whether each of two names days, and none of them is one of the other. */
export function areOfOtherDays(a: readonly Days[], b: readonly Days[]): boolean {
  return (
    a.length > 0 &&
    b.length > 0 &&
    a.every((x) => b.every((y) => compareDays(x, y) === 'conflict' && Math.max(x.first - y.last, y.first - x.last) > CLOCK))
  );
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const WEEKDAY = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g;
/** The day first: what follows is told of it. "On Monday night the river stood at …" */
const ITS_DAY =
  /^(?:(?:In the (?:early|late) (?:hours|morning|evening) of|On|At (?:dawn|noon|dusk|midnight) on|By|(?:Early|Late) on)\s+)?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/;

/** "Two of the boats sank on Monday": others may have sunk on another day. */
const OF_PART = /^\S+ of (?:the|them|his|her|its|their|these|those)\b/;

/** Whether a sentence tells of one day what it may tell otherwise of another: it begins with the day, or tells of a part. */
export function isItsDay({ text }: Told): boolean {
  return ITS_DAY.test(text) || OF_PART.test(text);
}

/** "Thursdays": what is so each week. */
export function isEachWeek({ source, from, to }: Told): boolean {
  const { start, end } = source.text.tokens;
  return source.article.prose.text.slice(start[from], end[to - 1]).endsWith('days');
}

/** Whether each of two sentences names days of the week, none of them the other one's, and these are no neighbours, or each begins with its own. */
export function areOfOtherWeekdays(a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(({ text }) => (text.match(WEEKDAY) ?? []).map((day) => WEEKDAYS.indexOf(day)));
  if (!x || !y || x.length * y.length === 0) return false;
  const least = isItsDay(a) && isItsDay(b) ? 1 : 2;
  return x.every((one) => y.every((other) => Math.min((one - other + 7) % 7, (other - one + 7) % 7) >= least));
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/** Whether each of two sentences names years beside the value, and none of them is in the other. */
export function areOfOtherYears(a: Told, b: Told): boolean {
  const [x, y] = [yearsOf(a), yearsOf(b)];
  return x.length * y.length > 0 && !x.some((year) => y.includes(year));
}

function yearsOf({ source, from, to, text, sentence }: Told): readonly string[] {
  const { start, end } = source.text.tokens;
  const begin = start[sentence.from] ?? 0;
  const rest = `${text.slice(0, (start[from] ?? 0) - begin)} ${text.slice((end[to - 1] ?? 0) - begin)}`;
  return rest.match(YEAR) ?? [];
}
