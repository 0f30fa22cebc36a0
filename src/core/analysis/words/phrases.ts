import { frames } from './cues';
import { describe } from './description';
import { joinsFields } from './institution';
import { wordClasses as w } from './lexicon';
import { isNominal, isPersonalPronoun, type Phrase } from './phrase';
import type { Words } from './words';

const longestPhrase = 28;
const longestBrackets = 14;
const postmodifiers = new Set('of for from in at with on to behind inside within outside near by under'.split(' '));

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
    if (isNominal(words, at) || (words.isPossessiveMark(at) && endsInGenitive) || (from < end && joinsFields(words, at))) from--;
    else if (words.lower(at) === ')' || words.lower(at) === ']') {
      const open = openingBracket(words, at, limit);
      if (open < 0) break;
      from = open;
    } else if (from === end) {
      if (words.is(at, w.determiner) && !words.is(at - 1, w.preposition) && !isArticle(words.lower(at))) from--;
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
  const phrase = describe(words, from, end);
  // "Two of the crew", with the capital of a sentence
  const isCounted = phrase.kind === 'name' && words.lower(from + 1) === 'of' && isPart(words, from);
  return isCounted ? { from, to: end, kind: 'noun', head: from, nameFrom: from, parts: [] } : phrase;
}

const partitives = new Set(
  'one some many most several few two three four five six seven eight nine ten none neither either both each all half any another dozens hundreds thousands scores'.split(
    ' ',
  ),
);
/** Nobody is called so by itself. */
function isArticle(lower: string): boolean {
  return lower === 'the' || lower === 'a' || lower === 'an' || lower === 'every' || lower === 'no';
}

/** "one of", "several of" */
function isPart(words: Words, at: number): boolean {
  return at >= 0 && partitives.has(words.lower(at));
}

/** "those in the queue", "others at the gate" */
function isUnnamed(words: Words, at: number): boolean {
  return /^(?:those|others|anyone|everyone|someone|nobody)$/.test(words.lower(at));
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
  while (at > lo && words.isAdverb(at)) at--;
  // "people who | mend nets for a living": a verb in no list
  if (at > lo && words.lower(at) === 'who' && !words.isCapital(from) && !words.is(from, w.determiner | w.possessive)) {
    const before = words.isComma(at - 1) ? at - 2 : at - 1;
    if (before >= lo && isNominal(words, before)) return at;
  }
  if (words.is(at, w.preposition)) return relativeAround(words, at, lo);
  if (at <= lo || !(words.is(at, w.verb | w.auxiliary | w.modal) || words.looksPast(at) || words.cueWords(at) !== undefined)) return -1;
  for (const limit = Math.max(lo + 1, at - 6); at >= limit; at--) {
    if (words.is(at, w.relative) && words.lower(at) !== 'where') return isNominal(words, at - 1) || words.isComma(at - 1) ? at : -1;
    if (words.isPunctuation(at) || words.isPassage(at)) return -1;
  }
  return -1;
}

const longestRelative = 14;
const reporting = frames.quote | frames.clause;

/**
 * "The sailor who called for help (said)": as `relativeBefore`, where words behind a preposition end the clause. A verb in it that
 * reports a clause has the words for itself: "who said in Halden that Ruiz (said)".
 */
function relativeAround(words: Words, preposition: number, lo: number): number {
  for (let at = preposition - 1; at > Math.max(lo, preposition - longestRelative); at--) {
    if (words.isPunctuation(at) || words.isPassage(at)) return -1;
    if (words.lower(at) === 'who') {
      const before = words.isComma(at - 1) ? -1 : at - 1;
      return before >= lo && isNominal(words, before) && isVerbOfRelative(words, at + 1) ? at : -1;
    }
    if (words.is(at, w.relative | w.subordinator)) return -1;
    if (words.cueWords(at)?.some(({ cue }) => cue.particle === undefined && (cue.frames & reporting) === reporting)) return -1;
  }
  return -1;
}

/** "who | lives", "who has | fled", "who also | came": not "who the mayor" */
function isVerbOfRelative(words: Words, at: number): boolean {
  return !words.isCapital(at) && !words.is(at, w.determiner | w.possessive | w.pronoun);
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
  if (words.is(from, w.pronoun) && !(words.is(from, w.determiner) && isNominal(words, from + 1)) && !isOwned(words, from)) {
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
    } else if ((at === core && words.isAdverb(at) && isNominal(words, at + 1)) || (at > core && joinsFields(words, at))) at++;
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

/** "her | deputy", where "her" is no listener. */
function isOwned(words: Words, from: number): boolean {
  return words.is(from, w.possessive) && !words.isCapital(from + 1) && words.is(from + 1, w.role | w.group | w.body | w.title);
}

function followsInside(words: Words, at: number, endsInName: boolean): boolean {
  const lower = words.lower(at);
  const next = at + 1;
  const nextStarts = isNominal(words, next) || (words.is(next, w.determiner | w.possessive) && isNominal(words, next + 1));
  if (!nextStarts || words.is(next, w.time)) return false;
  if (lower === 'and') return words.isName(next) || words.is(next, w.determiner);
  if (lower === 'of') return true;
  // "the Department | for Culture"
  if (lower === 'for' && words.is(at - 1, w.body) && words.isCapital(at - 1) && words.isName(next)) return true;
  // "the Minister | for Equal Rights Ana Ruiz"
  if (lower === 'for' && words.is(at - 1, w.role | w.title) && words.isName(next) && words.isName(next + 1) && words.isName(next + 2))
    return true;
  return !endsInName && postmodifiers.has(lower) && lower !== 'to' && lower !== 'on' && lower !== 'by';
}

function closingBracket(words: Words, open: number, limit: number): number {
  const close = words.lower(open) === '(' ? ')' : ']';
  for (let at = open + 1; at < limit && at < open + longestBrackets; at++) if (words.lower(at) === close) return at;
  return -1;
}
