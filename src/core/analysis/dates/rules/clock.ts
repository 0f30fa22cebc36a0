import { readDay } from './day';
import { type Read, type Rule, rule } from './rule';

/** Times of day, with or without their day. */

/** A time of day alone; a number needs a sign that it is one. */
const readClock: Read = (m) => {
  const led = m.prev('at by from since after before about to');
  if (m.prev('open') && !m.has('weekday month')) return undefined;
  return led || m.has('ampm zone weekday deictic month') ? readDay(m) : undefined;
};

const readSpoken: Read = (m) => {
  const past = m.index('past');
  // "a quarter to three regions", "five to six"
  const sure = past >= 0 || m.has('ampm') || m.has('daypart') || m.prev('at by since after before about');
  return sure && (m.is(m.from, 'half num dd') || m.says('quarter')) && !m.next('unit units percent month') ? readDay(m) : undefined;
};

const readHourInPart: Read = (m) => (m.prev('at by from since after before about') ? readDay(m) : undefined);

const when = '(comma? (on|of)? (DATED|(RELATIVE|this coming|this past|the prev)? weekday|deictic))?';

export const clockRules: readonly Rule[] = [
  rule(`CLOCK INPART? ${when}`, readClock),
  rule('(weekday|deictic) comma? at CLOCK', readDay),
  rule(`(half|a? unit|num dash? num?|dd) (past|to) (num|dd|noon) ampm? INPART? ${when}`, readSpoken),
  rule(`(num|dd) INPART ${when}`, readHourInPart),
];
