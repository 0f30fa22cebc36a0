import { marksOf } from './words';

/**
 * A rule's pattern is written in word classes: "weekday comma? month dd (comma? yyyy)?"; capitals stand for the
 * parts below. No pattern repeats without a bound, so that a text costs linear time.
 */
const macros = {
  N: '(dd|int|yyyy|dec|num(dash? num){0,3})',
  QTY: '(N (frac|dash? and dash? a dash? half)? dash? UNIT|a UNIT (and a half)?|a num num? UNIT|half (a|dash)? UNIT|frac (of? a)? UNIT)',
  SOME: '(a? couple of?|a? few)',
  MOD: '(mod dash?)',
  EDGE: '(the? edge of)',
  UNIT: '(unit|units)',
  WD: '(weekday|wd)',
  DAY: '(dd|nth)',
  NTH: '(ordinal|nth)',
  RELATIVE: '(last|this|next)',
  SIDE: '(last|past|next|coming)',
  PART: '(EDGE|MOD)',
  AGO: '(ago|er)',
  ORDINAL: 'NTH dash? unit',
  MONTH: '((EDGE|the? MOD|the unit of)? month)',
  YEAR: '(yyyy|num num (and|dash)? num?)',
  CLOCK: '(about? ((clock|dd|num) ampm|clock|noon|(yyyy|int) zone) zone?)',
  INPART: '(in the daypart)',
  DATED: '(WD comma?)? (the? MOD)? (month (dd|nth|ordinal)|the? DAY of? month) (comma? yyyy)?',
  TIME: '(comma? at? (clock ampm? zone?|dd ampm zone?))',
};

const expand = (pattern: string): string => pattern.replace(/([A-Z]+)/g, (_, name: keyof typeof macros) => expand(macros[name]));

/** The source of a regular expression over class marks. */
export const compile = (pattern: string): string =>
  expand(pattern)
    .replace(/[a-z]+/g, marksOf)
    .replace(/ /g, '')
    .replace(/\(/g, '(?:');
