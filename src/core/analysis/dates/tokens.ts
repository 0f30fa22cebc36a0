import { dayOf, civilOf } from './calendar';
import { lookUpPhrases, lookUpWord, markOf, type Word, type WordClass } from './words';

/** The words and signs of a text that rules may look at. */
export interface Tokens {
  readonly prose: string;
  /** One class mark a token. */
  readonly marks: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly (number | string)[];
}

const isDigit = (c: number) => c >= 48 && c <= 57;
const isLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7);
const isApostrophe = (c: number) => c === 39 || c === 0x2019;
const isSpace = (c: number) => c === 32 || c === 10 || c === 9 || c === 0xa0 || c === 0x202f || (c >= 0x2000 && c <= 0x200b);

const isoForm = /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])/y;
const slashedForm = /(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d/])/y;
const clockForm = /([01]?\d|2[0-4])[:.]([0-5]\d)(?::([0-5]\d))?(?![\d:]|[.,]\d|%)/y;
const fractionForm = /([1-3])\/([2-4])(?![\d/])/y;
const meridiemForm = /([ap])(?:\.\s?m\.|\.m|m)(?![a-z])\.?/iy;
const suffixForm = /(?:st|nd|rd|th)(?![a-z])/iy;
const decadeForm = /['’]?s(?![a-z])/iy;
const marksBySign = new Map<number, string>([
  [44, markOf.comma],
  [46, markOf.stop],
  [33, markOf.stop],
  [63, markOf.stop],
  [45, markOf.dash],
  [0x2013, markOf.dash],
  [0x2010, markOf.dash],
  [0x2011, markOf.dash],
  [40, markOf.open],
  [41, markOf.close],
  [47, markOf.slash],
  [36, markOf.money],
  [0xa3, markOf.money],
  [0x20ac, markOf.money],
  [35, markOf.money],
  [37, markOf.percent],
]);

function test(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** One pass over the text; `english` false looks for numbers only. */
export function tokenise(prose: string, english: boolean): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const values: (number | string)[] = [];
  let marks = '';
  const length = prose.length;
  let at = 0;
  const put = (kind: WordClass, start: number, end: number, value: number | string = 0) => {
    marks += markOf[kind];
    starts.push(start);
    ends.push(end);
    values.push(value);
    at = end;
  };
  while (at < length) {
    const start = at;
    const code = prose.charCodeAt(at);
    if (isLetter(code)) {
      let end = at + 1;
      while (end < length && isLetter(prose.charCodeAt(end))) end++;
      const meridiem =
        english && end - start <= 2 && ((code | 32) === 97 || (code | 32) === 112) && test(meridiemForm, prose, start) !== null;
      const word = english && !meridiem && end - start <= 13 ? findWord(prose, start, end) : undefined;
      if (meridiem) {
        put('ampm', start, meridiemForm.lastIndex, (code | 32) === 97 ? 'am' : 'pm');
        end = meridiemForm.lastIndex;
      } else if (word) {
        marks += word.mark;
        starts.push(start);
        values.push(word.value);
        end = word.end;
        ends.push(end);
      } else if (
        english &&
        end - start === 1 &&
        (code | 32) === 111 &&
        isApostrophe(prose.charCodeAt(end)) &&
        prose.startsWith('clock', end + 1)
      ) {
        put('ampm', start, end + 6, 'oclock');
        end += 6;
      } else {
        marks += english && end - start <= 13 ? otherMark(prose, start, end) : markOf.other;
        starts.push(start);
        ends.push(end);
        values.push(0);
      }
      at = end;
    } else if (isDigit(code)) {
      number(start);
    } else if (isSpace(code)) {
      let lines = 0;
      while (at < length && isSpace(prose.charCodeAt(at))) if (prose.charCodeAt(at++) === 10) lines++;
      if (lines > 1) put('break', at, at);
    } else if (
      isApostrophe(code) &&
      at > 0 &&
      (prose.charCodeAt(at + 1) | 32) === 115 &&
      !isLetter(prose.charCodeAt(at + 2)) &&
      isLetter(prose.charCodeAt(at - 1))
    ) {
      put('poss', start, at + 2);
    } else if (
      isApostrophe(code) &&
      isDigit(prose.charCodeAt(at + 1)) &&
      isDigit(prose.charCodeAt(at + 2)) &&
      !isDigit(prose.charCodeAt(at + 3))
    ) {
      const two = Number(prose.slice(at + 1, at + 3));
      if (test(decadeForm, prose, at + 3)) put('decade', start, decadeForm.lastIndex, (two >= 30 ? 190 : 200) + Math.floor(two / 10));
      else put('yy', start, at + 3, two >= 30 ? 1900 + two : 2000 + two);
    } else {
      marks += marksBySign.get(code) ?? markOf.other;
      starts.push(start);
      ends.push(start + 1);
      values.push(0);
      at++;
    }
  }
  return { prose, marks, starts, ends, values };

  function number(start: number): void {
    // Part of a name or model number: A380, F-16, 3Com.
    const before = start > 0 ? prose.charCodeAt(start - 1) : 32;
    let end = start + 1;
    while (end < length && isDigit(prose.charCodeAt(end))) end++;
    const digits = end - start;
    if (isLetter(before)) {
      put('other', start, end);
      return;
    }
    const iso = digits === 4 ? test(isoForm, prose, start) : null;
    if (iso && realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))) {
      put('iso', start, isoForm.lastIndex, isoValue(iso));
      return;
    }
    if (!english) {
      put('other', start, end);
      return;
    }
    const value = Number(prose.slice(start, end));
    const next = prose.charCodeAt(end);
    if (digits <= 2) {
      const slashed = next === 47 || next === 46 ? test(slashedForm, prose, start) : null;
      if (slashed) {
        put('slashed', start, slashedForm.lastIndex, slashed[0]);
        return;
      }
      const clock = next === 58 || next === 46 ? test(clockForm, prose, start) : null;
      if (clock) {
        put(
          'clock',
          start,
          clockForm.lastIndex,
          `T${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? ''}${clock[3] ? `:${clock[3]}` : ''}${next === 46 ? '.' : ''}`,
        );
        return;
      }
      const fraction = next === 47 ? test(fractionForm, prose, start) : null;
      if (fraction) {
        put('frac', start, fractionForm.lastIndex, Number(fraction[1]) / Number(fraction[2]));
        return;
      }
      if (test(suffixForm, prose, end)) {
        put('nth', start, suffixForm.lastIndex, value);
        return;
      }
    }
    if (digits === 4 && value >= 1300 && value < 2100 && value % 10 === 0 && test(decadeForm, prose, end)) {
      put('decade', start, decadeForm.lastIndex, value / 10);
      return;
    }
    if (digits === 2 && value % 10 === 0 && value >= 20 && prose.charCodeAt(end) === 115 && test(decadeForm, prose, end)) {
      put('decade', start, decadeForm.lastIndex, 190 + value / 10);
      return;
    }
    if (next === 44 || next === 46) {
      // Thousands groups and decimals.
      let stop = end;
      while ((prose.charCodeAt(stop) === 44 || prose.charCodeAt(stop) === 46) && isDigit(prose.charCodeAt(stop + 1))) {
        const comma = prose.charCodeAt(stop) === 44;
        let group = stop + 1;
        while (group < length && isDigit(prose.charCodeAt(group))) group++;
        if (comma && (group - stop !== 4 || digits > 3)) break;
        stop = group;
      }
      if (stop > end) {
        const plain = prose.slice(start, stop).replaceAll(',', '');
        put(plain.includes('.') ? 'dec' : 'int', start, stop, Number(plain));
        return;
      }
    }
    if (isLetter(next) && !isMeridiem(next, end)) {
      put('other', start, end);
      return;
    }
    const before2 = before === 46 || before === 44 || before === 45 ? start - 2 : -1;
    if (before2 >= 0 && before !== 45 && isDigit(prose.charCodeAt(before2))) {
      put('other', start, end);
      return;
    }
    if (digits <= 2 && value >= 1 && value <= 31) {
      put('dd', start, end, value);
      return;
    }
    if (digits === 4 && value >= 1000 && value < 2100) {
      put('yyyy', start, end, value);
      return;
    }
    put('int', start, end, value);
  }

  function isMeridiem(next: number, end: number): boolean {
    return ((next | 32) === 97 || (next | 32) === 112) && test(meridiemForm, prose, end) !== null;
  }
}

const realDate = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && civilOf(dayOf(year, month, day)).day === day;

function isoValue(match: RegExpExecArray): string {
  const [, year = '', month = '', day = '', hour, minute = '', second, zone] = match;
  return `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone ?? ''}`}`;
}

interface Found extends Word {
  readonly end: number;
}

function findWord(prose: string, start: number, end: number): Found | undefined {
  const lower = prose.slice(start, end).toLowerCase();
  const capital = prose.charCodeAt(start) < 97;
  for (const phrase of lookUpPhrases(lower) ?? []) {
    if (phrase.word.capital && !capital) continue;
    let at = end;
    const whole = phrase.rest.every((part) => {
      const from = at;
      while (at < prose.length && at - from < 4 && isSpace(prose.charCodeAt(at))) at++;
      const same =
        at > from &&
        prose
          .slice(at, at + part.length)
          .toLowerCase()
          .replace('’', "'") === part;
      at += part.length;
      return same && !isLetter(prose.charCodeAt(at));
    });
    if (whole) return { ...phrase.word, end: at };
  }
  const word = lookUpWord(lower);
  if (!word || (word.capital && !capital)) return undefined;
  return { ...word, end: word.abbreviation && prose.charCodeAt(end) === 46 ? end + 1 : end };
}

/** Words outside the list that still tell the tense: "-ed". */
function otherMark(prose: string, start: number, end: number): string {
  return end - start > 4 && prose.charCodeAt(end - 1) === 100 && prose.charCodeAt(end - 2) === 101 ? markOf.did : markOf.other;
}
