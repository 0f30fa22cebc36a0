import { frames, type Cue } from './cues';
import { wordClasses as w } from './lexicon';
import type { Words } from './words';

/** A cue verb in use, with its auxiliaries. */
export interface CueVerb {
  readonly cue: Cue;
  /** The first auxiliary, or the verb. */
  readonly from: number;
  /** The verb itself. */
  readonly at: number;
  /** After the verb and its particle. */
  readonly to: number;
  readonly use: 'finite' | 'passive' | 'gerund' | 'infinitive';
}

const beForms = new Set("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split(' '));
const pluralSubjects = new Set(
  'they we i you who others some many most several few both all people police officials none those these critics'.split(' '),
);
/** Third-person forms that are as often plural nouns. */
const pluralNouns = new Set(
  (
    'claims reports calls notes states attacks comments complaints demands requests offers plans hopes wants fears doubts posts tweets quotes questions answers views ' +
    'estimates projects supports titles names labels brands discounts debates signals hints jokes shouts cries reads texts emails messages whispers blogs briefs ' +
    'challenges champions slams charges orders dares votes focuses speculates pitches faults credits honors honours insults salutes taunts reviews details murmurs ' +
    'chants sighs laughs rants forecasts documents outlines echoes promises pledges threats starts finishes rules ventures hates loves likes mouths references shows finds aims feels'
  ).split(' '),
);
/** The same words without their ending. */
const baseNouns = new Set([...pluralNouns].map((word) => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1))));
/** "St Bride's said", but "Ruiz's reported plan" */
const neverAdjectives = new Set(['said', 'told', 'wrote']);
const groupLimit = 6;

/** Reads the word at `at` as a cue verb, or says that it is a noun, an adjective or no cue at all. */
export function cueVerbAt(words: Words, at: number, lo: number): CueVerb | undefined {
  const entries = words.cueWords(at);
  if (entries === undefined || (words.isCapital(at) && at > lo && !words.isPunctuation(at - 1))) return undefined;
  if (words.lower(at - 1) === 'so' && words.lower(at) === 'called') return undefined;
  if (words.lower(at) === 'thanks' && words.lower(at + 1) === 'to') return undefined;
  // "Many say", "several warned", but not "several claims"
  const counted = words.is(at - 1, w.group) && entries.every(({ forms }) => !forms.includes('s'));
  if (words.is(at - 1, w.determiner | w.possessive) && at - 1 >= lo && !words.is(at - 1, w.pronoun) && !counted) return undefined;
  if (words.is(at, w.preposition) && words.lower(at) !== 'saying') return undefined;
  for (const { cue, forms } of entries) {
    if (cue.particle !== undefined && words.lower(at + 1) !== cue.particle && words.lower(at + 2) !== cue.particle) continue;
    const to = cue.particle === undefined ? at + 1 : words.lower(at + 1) === cue.particle ? at + 2 : at + 1;
    const { from, be, modal, to: infinitive, have } = auxiliariesBefore(words, at, lo);
    const make = (use: CueVerb['use']): CueVerb => ({ cue, from, at, to, use });
    if (forms.includes('ing')) {
      if (be) return make('finite');
      if (words.isPossessiveMark(at - 1)) continue;
      return make('gerund');
    }
    if (infinitive) {
      if (forms.includes('base')) return make('infinitive');
      continue;
    }
    if (forms.includes('past') || forms.includes('participle')) {
      if (be && forms.includes('participle')) return make('passive');
      if (have || forms.includes('past')) {
        if ((words.isPossessiveMark(at - 1) || isAttribute(words, at)) && !have && !neverAdjectives.has(words.lower(at))) continue;
        if (forms.includes('base') && !have && cue.particle === undefined && !pastReading(words, at)) continue;
        return make('finite');
      }
    }
    if (forms.includes('s') && thirdPerson(words, at, lo)) return make('finite');
    if (forms.includes('base') && (modal || pluralBefore(words, at, from, lo))) return make('finite');
  }
  return undefined;
}

interface Auxiliaries {
  readonly from: number;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly to: boolean;
}

function auxiliariesBefore(words: Words, at: number, lo: number): Auxiliaries {
  let from = at;
  let be = false;
  let have = false;
  let modal = false;
  for (let back = at - 1; back >= lo && at - back <= groupLimit; back--) {
    const lower = words.lower(back);
    if (lower === 'to' && back === from - 1) return { from: back, be, have, modal, to: true };
    const adverb = words.isAdverb(back) || words.is(back, w.negation);
    const auxiliary = words.is(back, w.auxiliary | w.modal) && !words.isCapital(back);
    if (!adverb && !auxiliary) break;
    if (auxiliary) {
      if (lower === "'s" && !words.is(back - 1, w.pronoun | w.relative) && !words.isAdverb(back + 1)) break;
      if (beForms.has(lower) || lower === 'got' || lower === 'get') be = be || from === at || !have;
      if (lower.startsWith('ha') || lower === "'ve") have = true;
      if (words.is(back, w.modal) || lower.startsWith('d')) modal = true;
      from = back;
    }
  }
  return { from, be, have, modal, to: false };
}

/** "critics of | proposed changes": what kind of changes */
function isAttribute(words: Words, at: number): boolean {
  return words.is(at - 1, w.preposition) && !words.is(at - 1, w.subordinator) && words.lower(at - 1) !== 'by' && isThing(words, at + 1);
}
function isThing(words: Words, at: number): boolean {
  const other = w.preposition | w.conjunction | w.subordinator | w.pronoun | w.determiner | w.possessive | w.auxiliary | w.modal | w.adverb;
  return words.isWord(at) && !words.is(at, other);
}

/** "read", "put", "cast": past only with a single subject before. */
function pastReading(words: Words, at: number): boolean {
  return words.isName(at - 1) || words.is(at - 1, w.role | w.body) || /^(?:he|she|it|which|that)$/.test(words.lower(at - 1));
}

function thirdPerson(words: Words, at: number, lo: number): boolean {
  let back = at - 1;
  while (back > lo && words.isAdverb(back)) back--;
  if (back < lo) return false;
  const next = at + 1;
  if (words.is(next, w.auxiliary | w.modal) && !words.is(next, w.pronoun)) return false;
  // "in plain terms: “…”"
  if (words.lower(at) === 'terms' && words.isPunctuation(next)) return false;
  if (words.lower(next) === 'that' && words.isWord(back) && !words.is(back, w.preposition | w.determiner | w.possessive | w.adjective))
    return !words.isPossessiveMark(back);
  const lower = words.lower(back);
  if (/^(?:he|she|it|who|which|that|one|everyone|nobody|someone|everybody)$/.test(lower)) return true;
  if (words.isPassage(back)) return true;
  if (words.isComma(back) || words.isDash(back) || lower === ')' || words.is(back, w.conjunction)) return true;
  if (words.isName(back)) return !pluralNouns.has(words.lower(at)) || !words.is(next, w.time);
  if (words.is(back, w.preposition | w.adjective | w.determiner | w.possessive) || words.isPossessiveMark(back)) return false;
  if (!words.isWord(back)) return false;
  if (lower.endsWith('s') && !lower.endsWith('ss')) return false;
  if (!pluralNouns.has(words.lower(at))) return true;
  // "The report states." but not "more diverse states."
  if (words.isPunctuation(next) && words.lower(next) !== ':') return words.is(back - 1, w.determiner);
  return opensContent(words, next);
}

/** What may stand right after a verb but hardly after a noun. */
function opensContent(words: Words, at: number): boolean {
  return (
    words.isPassage(at) ||
    words.isPunctuation(at) ||
    words.lower(at) === 'to' ||
    words.lower(at) === '' ||
    words.isCapital(at) ||
    words.is(at, w.determiner | w.possessive | w.pronoun | w.subordinator)
  );
}

/** Bases that are hardly nouns. */
const onlyVerbs = new Set(['say', 'argue', 'believe', 'think', 'insist', 'agree']);
/** "growers", "artists" */
const agentive = /(?:[^e]ers|ors|ists|ians)$/;
const postnominal = new Set(['of', 'for', 'in', 'from', 'at', 'with', 'on']);

function pluralBefore(words: Words, at: number, from: number, lo: number): boolean {
  let back = from - 1;
  while (back > lo && words.isAdverb(back)) back--;
  if (back < lo) return false;
  const lower = words.lower(back);
  // "supporters of the plan | say"
  if (onlyVerbs.has(words.lower(at)) && words.isWord(back)) {
    for (let head = back; head > Math.max(lo, back - 8); head--) {
      if (words.isPunctuation(head) || words.is(head, w.subordinator)) break;
      if ((words.is(head - 1, w.group) || agentive.test(words.lower(head - 1))) && postnominal.has(words.lower(head))) return true;
    }
  }
  if (baseNouns.has(words.lower(at)) && !opensContent(words, at + 1)) return false;
  if (words.is(back, w.time)) return opensContent(words, at + 1) && !baseNouns.has(words.lower(at));
  if (pluralSubjects.has(lower) || words.is(back, w.group)) return true;
  if (words.isName(back) && back - 2 >= lo && words.isName(back - 2) && words.isComma(back - 1)) return true;
  if (words.isName(back) && endsNames(words, back, lo)) return true;
  if (words.is(back, w.preposition | w.determiner | w.possessive | w.adjective) || words.isPossessiveMark(back) || !words.isWord(back))
    return false;
  return lower.endsWith('s') && lower.length > 3 && !/(?:ss|ous)$/.test(lower) && !words.isName(back) && opensContent(words, from + 1);
}

/** "Mr. Ruiz and Mr. Holt": "and" between two runs of names. */
function endsNames(words: Words, last: number, lo: number): boolean {
  let at = last;
  while (at > lo && words.isName(at)) at--;
  return words.lower(at) === 'and' && at > lo && words.isName(at - 1);
}

/** Verbs that can carry words between marks by themselves. */
export function speaks(cue: Cue): boolean {
  return (cue.frames & frames.quote) !== 0;
}
