import { civilOf, dayOf, pad } from './calendar';
import { codeAt, isDigit, isLetter } from './characters';
import type { WordClass } from './words';

/** What a run of digits is, with all that belongs to it. */
export interface NumberToken {
  readonly kind: WordClass;
  readonly end: number;
  readonly value: number | string;
}

const isoForm = /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])/y;
const yearFirstForm = /(\d{4})([/.])(\d\d?)\2(\d\d?)(?!\d|[/.]\d)/y;
const slashedForm = /(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d/])/y;
const clockForm = /([01]?\d|2[0-4])([:.])([0-5]\d)(:[0-5]\d)?(?![\d:]|[.,]\d|%)/y;
const monthDayForm = /(\d{1,2})\/(\d{1,2})(?![\d/%]|[.,]\d)/y;
const yearPartForm = /(?:([1-4])Q|([12])H)(\d{4}|\d\d)?(?![\da-z])/iy;
const fractionForm = /([1-3])\/([2-4])(?![\d/])/y;
const groupedForm = /\d+(,\d{3}(?!\d))*(\.\d+)?/y;
const suffixForm = /(st|nd|rd|th)(?![a-z])/iy;
const decadeForm = /['’]?s(?![a-z])/iy;
const meridiemForm = /[ap](\.\s?m\.?|m)(?![a-z])/iy;

const token = (kind: WordClass, end: number, value: number | string = 0): NumberToken => ({ kind, end, value });

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** The end of "a.m.", "pm" at that place; undefined where there is none. */
export const meridiemEnd = (text: string, at: number): number | undefined =>
  matchAt(meridiemForm, text, at) ? meridiemForm.lastIndex : undefined;

/** The end of "'s" or "s" after a decade. */
export const decadeEnd = (text: string, at: number): number | undefined =>
  matchAt(decadeForm, text, at) ? decadeForm.lastIndex : undefined;

const businessForm = /(?:([QH][1-4])|FY(\d{4}|\d\d)(?:[/-]\d\d)?)(?![\da-z])/iy;

/** "Q4", "H1" or "FY2023" at that place. */
export function businessYear(text: string, at: number): NumberToken | undefined {
  const match = matchAt(businessForm, text, at);
  if (!match) return undefined;
  const [, part, year = ''] = match;
  if (part !== undefined) return /^(?:Q|H[12])/.test(part) ? token('yearpart', businessForm.lastIndex, part) : undefined;
  return token('fy', businessForm.lastIndex, Number(year) + (year.length === 2 ? 2000 : 0));
}

export function readNumber(prose: string, start: number, english: boolean): NumberToken {
  let end = start + 1;
  while (isDigit(codeAt(prose, end))) end++;
  const digits = end - start;
  const before = start > 0 ? codeAt(prose, start - 1) : 32;
  const other = token('other', end);
  // Part of a name or model number: A380, Su35.
  if (isLetter(before)) return other;
  if (digits === 4 && english) {
    const first = matchAt(yearFirstForm, prose, start);
    if (first && isRealDate(Number(first[1]), Number(first[3]), Number(first[4])))
      return token('iso', yearFirstForm.lastIndex, `${first[1] ?? ''}-${pad(Number(first[3]))}-${pad(Number(first[4]))}`);
  }
  if (digits === 4 && codeAt(prose, end) === 45) {
    const iso = matchAt(isoForm, prose, start);
    if (iso && isRealDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))) return token('iso', isoForm.lastIndex, isoValue(iso));
  }
  if (!english) return other;
  const value = Number(prose.slice(start, end));
  const signed = digits <= 2 ? readSigned(prose, start, end, value) : undefined;
  if (signed) return signed;
  if (value % 10 === 0 && ((digits === 4 && value >= 1300 && value < 2100) || (digits === 2 && value >= 20 && !isDigit(before)))) {
    const decade = decadeEnd(prose, end);
    if (decade !== undefined) return token('decade', decade, digits === 4 ? value / 10 : 190 + value / 10);
  }
  const next = codeAt(prose, end);
  if ((next === 44 || next === 46) && isDigit(codeAt(prose, end + 1))) {
    const grouped = digits <= 3 || next === 46 ? matchAt(groupedForm, prose, start) : null;
    const stop = groupedForm.lastIndex;
    if (grouped && stop > end) return token(grouped[0].includes('.') ? 'dec' : 'int', stop, Number(grouped[0].replaceAll(',', '')));
  }
  if (isLetter(next) && meridiemEnd(prose, end) === undefined) return other;
  // The tail of a longer number: "1.2.3".
  const tail = before === 46 || (before === 44 && digits !== 4);
  if (tail && isDigit(codeAt(prose, start - 2))) return other;
  if (digits <= 2 && value >= 1 && value <= 31) return token('dd', end, value);
  return token(digits === 4 && value >= 1000 && value < 2200 ? 'yyyy' : 'int', end, value);
}

/** One or two digits with what follows: 4/17/2023, 17.4.2023, 10:35, 1/2, 3rd. */
function readSigned(prose: string, start: number, end: number, value: number): NumberToken | undefined {
  const next = codeAt(prose, end);
  if (next === 47 || next === 46) {
    const slashed = matchAt(slashedForm, prose, start);
    if (slashed) return token('slashed', slashedForm.lastIndex, slashed[0]);
  }
  if (next === 47) {
    const fraction = matchAt(fractionForm, prose, start);
    if (fraction) return token('frac', fractionForm.lastIndex, Number(fraction[1]) / Number(fraction[2]));
    const pair = matchAt(monthDayForm, prose, start);
    return pair ? token('md', monthDayForm.lastIndex, pair[0]) : undefined;
  }
  if (next === 58 || next === 46) {
    const clock = matchAt(clockForm, prose, start);
    if (!clock) return undefined;
    const [, hour = '', sign, minute = '', second = ''] = clock;
    return token('clock', clockForm.lastIndex, `T${hour.padStart(2, '0')}:${minute}${second}${sign === '.' ? '.' : ''}`);
  }
  const part = end - start === 1 ? matchAt(yearPartForm, prose, start) : null;
  if (part) {
    const [, quarter, half = '', year = ''] = part;
    const name = quarter === undefined ? `H${half}` : `Q${quarter}`;
    return token('yearpart', yearPartForm.lastIndex, year === '' ? name : `${year.length === 2 ? '20' : ''}${year}-${name}`);
  }
  return matchAt(suffixForm, prose, end) ? token('nth', suffixForm.lastIndex, value) : undefined;
}

const isRealDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && civilOf(dayOf(year, month, day)).day === day;

function isoValue([, year = '', month = '', day = '', hour, minute = '', second, zone = '']: RegExpExecArray): string {
  const time = hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone}`;
  return `${year}-${month}-${day}${time}`;
}
