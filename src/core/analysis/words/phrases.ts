import { classesOf, wordClasses as w } from './lexicon';
import type { Words } from './words';

/** A noun phrase that names a possible speaker, as units of its paragraph. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly kind: 'pronoun' | 'relative' | 'name' | 'noun';
  /** The unit that decides who is meant: the pronoun, the last word of the name, or the noun. */
  readonly head: number;
  /** Where the name starts; the words from `from` to here are its titles. */
  readonly nameFrom: number;
  /** The parts of "Smith and Jones"; empty for a single phrase. */
  readonly parts: readonly Phrase[];
}

const longestPhrase = 28;
const longestBrackets = 14;
const postmodifiers = new Set('of for from in at with on to behind inside within outside near by under'.split(' '));
const functionWords =
  w.preposition |
  w.conjunction |
  w.subordinator |
  w.relative |
  w.auxiliary |
  w.modal |
  w.negation |
  w.pronoun |
  w.determiner |
  w.possessive;

/** Could be part of a noun phrase between its determiner and its head. */
export function isNominal(words: Words, at: number): boolean {
  if (words.isNumber(at)) return true;
  if (words.lower(at) === 'according' && words.lower(at + 1) === 'to') return false;
  if (!words.isWord(at)) return words.lower(at) === '$' || words.lower(at) === '%' || words.lower(at) === '&' || words.lower(at) === '/';
  if (words.isCapital(at))
    return (
      !words.is(at, functionWords) ||
      words.is(at, w.time) ||
      (at > 0 && !words.is(at, w.pronoun | w.determiner | w.possessive) && words.isCapital(at - 1) && words.lower(at).length > 2)
    );
  if (words.is(at, functionWords)) return false;
  if (words.is(at, w.role | w.group | w.body | w.adjective | w.time)) return true;
  if (words.isAdverb(at) || words.is(at, w.verb)) return false;
  const cues = words.cueWords(at);
  const adjective = words.is(at - 1, w.adjective) && !words.is(at - 1, w.role | w.group);
  const modified = adjective || words.is(at - 1, w.determiner | w.possessive) || words.isPossessiveMark(at - 1) || words.isAdverb(at - 1);
  if (cues?.some((cue) => cue.forms.includes('past') || cue.forms.includes('ing'))) return modified;
  // "Minister slams Ruiz"
  if (cues?.some((cue) => cue.forms.includes('s')) && words.isName(at - 1) && words.isName(at + 1) && at > 0) return false;
  return !words.looksPast(at) || modified;
}

/** The subject phrase that ends right before `end`, not before `lo`. */
export function phraseBefore(words: Words, end: number, lo: number): Phrase | undefined {
  let from = end;
  const limit = Math.max(lo, end - longestPhrase);
  let joint = -1;
  while (from > limit) {
    const at = from - 1;
    if (words.lower(at) === 'one' && from < end) {
      from--;
      break;
    }
    if (from === end && words.lower(at) === 'which') return pronounPhrase(words, at, lo);
    if (from < end && words.lower(at) === 'of' && isPart(words, at - 1) && at - 1 >= limit) {
      from = at - 1;
      break;
    }
    const determines = from < end && words.is(at, w.determiner | w.possessive);
    if (words.is(at, w.pronoun) && !determines && !(words.isCapital(at) && at > lo && words.isCapital(at - 1))) {
      if (from === end) return pronounPhrase(words, at, lo);
      break;
    }
    const endsInGenitive = from < end || (words.isName(at - 1) && at > limit);
    if (isNominal(words, at) || (words.isPossessiveMark(at) && endsInGenitive)) from--;
    else if (words.lower(at) === ')' || words.lower(at) === ']') {
      const open = openingBracket(words, at, limit);
      if (open < 0) break;
      from = open;
    } else if (from === end) {
      if (words.is(at, w.determiner) && !words.is(at - 1, w.preposition)) from--;
      break;
    } else if (words.is(at, w.determiner | w.possessive)) {
      from--;
      if (words.lower(from - 1) === 'of' && isPart(words, from - 2) && from - 2 >= limit) {
        from -= 2;
        break;
      }
      if (from - 2 >= limit && isPersonalPronoun(words, from - 2) && words.lower(from - 1) === 'and') {
        joint = from - 1;
        from -= 2;
        break;
      }
      if (from - 2 >= limit && postmodifiers.has(words.lower(from - 1)) && isUnnamed(words, from - 2)) {
        from -= 2;
        break;
      }
      if (!continuesLeft(words, from, limit)) break;
    } else if (postmodifiers.has(words.lower(at)) && at > limit && isUnnamed(words, at - 1)) {
      from = at - 1;
      break;
    } else if (postmodifiers.has(words.lower(at)) && at > limit && (isNominal(words, at - 1) || words.lower(at - 1) === ')')) from--;
    else if (words.lower(at) === 'and' && at > limit && (isNominal(words, at - 1) || isPersonalPronoun(words, at - 1))) {
      joint = at;
      from = isPersonalPronoun(words, at - 1) ? at - 1 : at;
      if (from < at) break;
    } else break;
  }
  while (from < end && (words.lower(from) === ')' || words.is(from, w.conjunction) || words.isPossessiveMark(from))) from++;
  if (from >= end || (from + 1 === end && !words.isWord(from) && !words.isNumber(from))) return undefined;
  if (joint > from && !startsClause(words, from, lo)) from = joint + 1;
  const relative = relativeBefore(words, from, lo);
  if (relative >= 0) {
    const antecedent = phraseBefore(words, words.isComma(relative - 1) ? relative - 1 : relative, lo);
    if (antecedent !== undefined) return { ...antecedent, to: end };
  }
  return describe(words, from, end);
}

const partitives = new Set(
  'one some many most several few two three four five six seven eight nine ten none neither either both each all half any another dozens hundreds thousands scores'.split(
    ' ',
  ),
);
/** "one of", "several of" */
function isPart(words: Words, at: number): boolean {
  return at >= 0 && partitives.has(words.lower(at));
}

/** "those in the queue", "others at the gate" */
function isUnnamed(words: Words, at: number): boolean {
  return /^(?:those|others|anyone|everyone|someone|nobody)$/.test(words.lower(at));
}

function isPersonalPronoun(words: Words, at: number): boolean {
  return /^(?:he|she|they|i|we)$/.test(words.lower(at));
}

function continuesLeft(words: Words, from: number, limit: number): boolean {
  const before = from - 1;
  if (before < limit) return false;
  const lower = words.lower(before);
  return (
    (postmodifiers.has(lower) && isNominal(words, before - 1)) || lower === 'and' || lower === 'both' || lower === 'all' || lower === 'of'
  );
}

function openingBracket(words: Words, close: number, limit: number): number {
  const open = words.lower(close) === ')' ? '(' : '[';
  for (let at = close - 1; at >= limit && at > close - longestBrackets; at--) if (words.lower(at) === open) return at;
  return -1;
}

/** A coordination is a subject only where a clause can start before it. */
function startsClause(words: Words, from: number, lo: number): boolean {
  if (from <= lo) return true;
  return words.isPunctuation(from - 1) || words.isPassage(from - 1) || words.is(from - 1, w.subordinator | w.conjunction);
}

/** "the man who built the bridge (said)": the unit of "who", where the words before `from` are a verb of a relative clause. */
function relativeBefore(words: Words, from: number, lo: number): number {
  let at = from - 1;
  if (at <= lo || !(words.is(at, w.verb | w.auxiliary | w.modal) || words.looksPast(at) || words.cueWords(at) !== undefined)) return -1;
  for (const limit = Math.max(lo + 1, at - 6); at >= limit; at--) {
    if (words.is(at, w.relative) && words.lower(at) !== 'where') return isNominal(words, at - 1) || words.isComma(at - 1) ? at : -1;
    if (words.isPunctuation(at) || words.isPassage(at)) return -1;
  }
  return -1;
}

function pronounPhrase(words: Words, at: number, lo: number): Phrase | undefined {
  const lower = words.lower(at);
  if (words.lower(at - 1) === 'of' && isPart(words, at - 2) && at - 2 >= lo)
    return { from: at - 2, to: at + 1, kind: 'noun', head: at - 2, nameFrom: at - 2, parts: [] };
  if (lower === 'one' || lower === 'others' || lower === 'both') {
    if (words.is(at - 1, w.determiner | w.adjective) && at - 1 >= lo)
      return { from: at - 1, to: at + 1, kind: 'noun', head: at, nameFrom: at, parts: [] };
  }
  const isRelative = lower === 'who' || lower === 'whom' || lower === 'which';
  return { from: at, to: at + 1, kind: isRelative ? 'relative' : 'pronoun', head: at, nameFrom: at, parts: [] };
}

/** The noun phrase that starts at `from`, with appositions; undefined where none can start. */
export function phraseAfter(words: Words, from: number, hi: number): Phrase | undefined {
  if (from >= hi) return undefined;
  if (words.lower(from + 1) === 'of' && words.is(from, w.pronoun | w.determiner | w.group) && from + 2 < hi) {
    const whole = phraseAfter(words, from + 2, hi);
    if (whole !== undefined && whole.kind !== 'pronoun') return { ...whole, from, kind: 'noun', parts: [] };
  }
  if (words.is(from, w.pronoun) && !(words.is(from, w.determiner) && isNominal(words, from + 1))) {
    return { from, to: from + 1, kind: words.is(from, w.relative) ? 'relative' : 'pronoun', head: from, nameFrom: from, parts: [] };
  }
  let at = from;
  const limit = Math.min(hi, from + longestPhrase);
  while (at < limit && words.is(at, w.determiner | w.possessive)) at++;
  if (at > from && at < limit && words.lower(at) === 'of' && words.is(at + 1, w.determiner | w.possessive | w.pronoun)) at += 2;
  const core = at;
  let endsInName = false;
  while (at < limit) {
    if (isNominal(words, at)) {
      endsInName = words.isName(at);
      at++;
    } else if (at === core && words.isAdverb(at) && isNominal(words, at + 1)) at++;
    else if (at > core && words.isPossessiveMark(at) && isNominal(words, at + 1)) at++;
    else if (at > core && words.lower(at) === '(') {
      const close = closingBracket(words, at, limit);
      if (close < 0) break;
      at = close + 1;
    } else if (at > core && at + 1 < limit && followsInside(words, at, endsInName)) {
      at++;
      while (at < limit && words.is(at, w.determiner | w.possessive)) at++;
    } else break;
  }
  // "a nurse of St Anna's."
  if (endsInName && words.isPossessiveMark(at) && (at + 1 >= hi || words.isPunctuation(at + 1))) at++;
  if (at === core && at === from) return undefined;
  if (at === core && !words.is(from, w.determiner)) return undefined;
  return describe(words, from, at);
}

function followsInside(words: Words, at: number, endsInName: boolean): boolean {
  const lower = words.lower(at);
  const next = at + 1;
  const nextStarts = isNominal(words, next) || (words.is(next, w.determiner | w.possessive) && isNominal(words, next + 1));
  if (!nextStarts || words.is(next, w.time)) return false;
  if (lower === 'and') return words.isName(next) || words.is(next, w.determiner);
  if (lower === 'of') return true;
  return !endsInName && postmodifiers.has(lower) && lower !== 'to' && lower !== 'on' && lower !== 'by';
}

function closingBracket(words: Words, open: number, limit: number): number {
  const close = words.lower(open) === '(' ? ')' : ']';
  for (let at = open + 1; at < limit && at < open + longestBrackets; at++) if (words.lower(at) === close) return at;
  return -1;
}

/** Finds the head of a phrase: the words before its first preposition, and in them the last name or the last noun. */
export function describe(words: Words, from: number, to: number): Phrase {
  const joint = jointOf(words, from, to);
  if (joint > from) {
    const first = describeSingle(words, from, joint);
    const second = describe(words, joint + 1, to);
    const parts = [first, ...(second.parts.length > 0 ? second.parts : [second])];
    const titleOnly = words.is(first.head, w.title | w.role) && second.kind === 'name';
    if (!titleOnly && (parts.every((part) => part.kind === 'name') || !words.isName(joint - 1))) return { ...first, to, parts };
    if (titleOnly) return { ...second, from };
  }
  return describeSingle(words, from, to);
}

/** "and" between two full phrases, before any preposition. */
function jointOf(words: Words, from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at++) {
    if (words.is(at, w.preposition) && words.lower(at) !== 'of') return -1;
    if (words.lower(at) === 'and' || words.lower(at) === '&')
      return words.lower(at) === 'and' && (words.isName(at + 1) || words.is(at + 1, w.determiner | w.possessive)) ? at : -1;
  }
  return -1;
}

function describeSingle(words: Words, from: number, to: number): Phrase {
  if (to - from === 1 && isPersonalPronoun(words, from)) return { from, to, kind: 'pronoun', head: from, nameFrom: from, parts: [] };
  let core = to;
  for (let at = from + 1; at < to; at++) {
    if (
      (words.is(at, w.preposition) && !words.isCapital(at) && !insideName(words, at, to) && !insideTitle(words, at, to)) ||
      words.lower(at) === '(' ||
      words.isComma(at)
    ) {
      core = at;
      break;
    }
  }
  let head = core - 1;
  while (head > from && !isNominal(words, head)) head--;
  if (words.isName(head)) {
    let nameFrom = head;
    while (nameFrom > from && partOfName(words, nameFrom - 1, from)) nameFrom--;
    for (let at = head - 1; at >= nameFrom; at--) {
      // "Mum-of-three Ana Ruiz"
      if (words.lower(at).includes('-of-')) {
        nameFrom = at + 1;
        break;
      }
      if (!(words.is(at, w.title | w.role) || (at === from && isPluralTitle(words, at))) || !isTitleUse(words, at, head)) continue;
      const twoWords = words.lower(at + 1) === 'of' || (words.lower(at) === 'det' && words.lower(at + 1) === 'con');
      nameFrom = twoWords ? Math.min(head, at + (words.lower(at + 1) === 'of' ? 3 : 2)) : at + 1;
      break;
    }
    return { from, to, kind: 'name', head, nameFrom: afterOffice(words, nameFrom, head), parts: [] };
  }
  return { from, to, kind: 'noun', head, nameFrom: head, parts: [] };
}

/** "Captains", "Deputies", before several names. */
function isPluralTitle(words: Words, at: number): boolean {
  const lower = words.lower(at);
  if (!lower.endsWith('s')) return false;
  const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  return (classesOf(singular) & (w.title | w.role)) !== 0 || (classesOf(lower.replace(/men$/, 'man')) & w.role) !== 0;
}

/** "Ministry of Defence", "Council of the Elders": the preposition belongs to the name. */
function insideName(words: Words, at: number, to: number): boolean {
  if (words.lower(at) !== 'of' && words.lower(at) !== 'for') return false;
  if (!words.isName(at - 1) || !(words.is(at - 1, w.body) || institutions.has(words.lower(at - 1)))) return false;
  const next = words.is(at + 1, w.determiner) ? at + 2 : at + 1;
  return next < to && words.isName(next) && !words.is(at - 1, w.role);
}

/** "Secretary of State Jane Roe": the office's name goes on over the preposition, and a person's name follows. */
function insideTitle(words: Words, at: number, to: number): boolean {
  if (words.lower(at) !== 'of' || !words.isName(at - 1) || !words.is(at - 1, w.role | w.title)) return false;
  if (at + 2 >= to || !words.isName(at + 1) || !words.isName(at + 2)) return false;
  return offices.has(words.lower(at + 1)) || (at + 3 < to && words.isName(at + 3));
}

/** "Secretary of | State | Jane Roe": past what the office is of. */
function afterOffice(words: Words, nameFrom: number, head: number): number {
  if (words.lower(nameFrom - 1) !== 'of' || !words.is(nameFrom - 2, w.role | w.title)) return nameFrom;
  const rest = head - nameFrom;
  return offices.has(words.lower(nameFrom)) ? Math.min(head, nameFrom + 1) : nameFrom + (rest > 2 ? 2 : rest > 1 ? 1 : 0);
}

const offices = new Set(
  'state defense defence treasury health education energy labor labour commerce justice agriculture transport transportation interior staff police culture finance trade environment foreign homeland housing'.split(
    ' ',
  ),
);

function partOfName(words: Words, at: number, from: number): boolean {
  if (words.isName(at)) return true;
  const lower = words.lower(at);
  if (nameParticles.has(lower)) {
    let before = at - 1;
    while (before > from && nameParticles.has(words.lower(before)) && !words.isCapital(before)) before--;
    return before >= from && words.isName(before);
  }
  if (lower === '&') return at > from && words.isName(at - 1);
  if (lower === 'of' || lower === 'for' || lower === 'and') return at > from && words.isName(at - 1) && insideName(words, at, at + 3);
  if (lower === 'the') return at > from + 1 && (words.lower(at - 1) === 'of' || words.lower(at - 1) === 'for') && words.isName(at - 2);
  return false;
}
const institutions = new Set(
  'bank academy republic kingdom university commonwealth house library museum hall chamber states alliance citizens daughters sons knights voice doctors reporters students voters americans veterans friends coalition'.split(
    ' ',
  ),
);
const nameSuffixes = new Set(['jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv']);
/** What stands between a given name and a surname: "de la", "van der". */
export const nameParticles: ReadonlySet<string> = new Set(
  'de da di del della der den von van bin ibn al el la le du dos das do ben ter ten bint y e af av zu zum zur abu umm lo las los'.split(
    ' ',
  ),
);

/** Written without a full stop these may be names: "Minister Sen Maroa" has its title already, "Gov Ruiz" has not. */
const shortTitles = new Set('sen rep gov gen prof'.split(' '));

/** A title word counts as title where a proper name follows in the same run. */
function isTitleUse(words: Words, at: number, head: number): boolean {
  if (nameSuffixes.has(words.lower(at + 1))) return false;
  if (shortTitles.has(words.lower(at)) && at + 1 === head && words.is(at - 1, w.title | w.role)) return false;
  for (let next = at + 1; next <= head; next++) if (words.isName(next) && !words.is(next, w.title | w.role | w.body)) return true;
  return false;
}
