import type { Match } from '../match';
import { readDay } from './day';
import { type Read, type Rule, rule } from './rule';

/** Times of day, with or without their day. */

const isLed = (m: Match): boolean => m.prev('at by from since after before about to');

/** A time of day alone; a number needs a sign that it is one. */
const readClock: Read = (m) => {
  if (m.prev('open') && !m.has('weekday month')) return undefined;
  return isLed(m) || m.has('ampm zone weekday deictic month') ? readDay(m) : undefined;
};

const readSpoken: Read = (m) => {
  // "a quarter to three regions", "five to six"
  const sure = m.has('past ampm daypart') || isLed(m);
  return sure && (m.is(m.from, 'half num dd') || m.says('quarter')) && !m.next('unit units percent month') ? readDay(m) : undefined;
};

const when = '(comma? (on|of)? (DATED|(RELATIVE|this coming|this past|the prev)? weekday|deictic) daypart?)?';

export const clockRules: readonly Rule[] = [
  rule(`CLOCK INPART? ${when}`, readClock),
  rule('(weekday|deictic) daypart? comma? at CLOCK', readDay),
  rule(`(half|a? unit|num dash? num?|dd) (past|to) (num|dd|noon) ampm? INPART? ${when}`, readSpoken),
  rule(`(num|dd) INPART ${when}`, (m) => (isLed(m) ? readDay(m) : undefined)),
];
