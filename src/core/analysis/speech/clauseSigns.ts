import { type CueVerb, cueVerbAt, frames, speaks, wordClasses as w, type Words } from '../words/index';
import { opensClause } from './clauseStart';

/** Signs that the narrator goes on, or has not begun. */

/** "a stance that was repeated": what the narrator calls it. */
export function isAside(words: Words, at: number, hi: number): boolean {
  if (!/^an?$/.test(words.lower(at))) return false;
  for (let next = at + 2; next < Math.min(hi, at + 5); next++) if (/^(?:that|which)$/.test(words.lower(next))) return true;
  return false;
}

/** "While she called …, the mayor": the verb stands in a clause that comes before the main clause. */
export function isFronted(words: Words, verb: CueVerb, lo: number): boolean {
  const first = words.is(lo, w.conjunction) ? lo + 1 : lo;
  if (verb.use === 'gerund' && verb.from === first) return true;
  // "Asked about it, Ruiz said"
  if (verb.from === first && words.lower(first).endsWith('ed')) return true;
  if (first >= verb.at || !words.is(first, w.subordinator | w.preposition) || words.lower(first) === 'that') return false;
  for (let at = first + 1; at < verb.from; at++) if (words.isComma(at) && opensClause(words, at + 1, verb.to)) return false;
  return true;
}

/** After "called it “odd”" or "calling it odd", the next verb after "and" in the same form is the narrator's. */
export function goesOn(words: Words, conjunction: number, main: CueVerb, quoted: boolean): boolean {
  let at = conjunction + 1;
  while (words.isAdverb(at) && at < conjunction + 4) at++;
  if (!words.isWord(at) || words.isCapital(at)) return false;
  if (main.use === 'infinitive') return words.cueWords(at)?.some((entry) => entry.forms.includes('base')) === true;
  if (main.use === 'gerund') return words.lower(at).endsWith('ing') && cueVerbAt(words, at, conjunction) !== undefined;
  if (quoted && !speaks(main.cue) && opensClause(words, at, at + 14)) return true;
  const plain = (main.cue.frames & frames.noun) !== 0 || (quoted && !speaks(main.cue));
  return plain && main.use === 'finite' && (words.looksPast(at) || words.is(at, w.verb)) && !words.is(at - 1, w.determiner);
}

/** "… and (also) accused": a finite past cue right after the conjunction has the reporter's subject. */
export function sharedVerb(words: Words, conjunction: number, lo: number): boolean {
  let at = conjunction + 1;
  while (words.isAdverb(at) && at < conjunction + 4) at++;
  const verb = cueVerbAt(words, at, lo);
  if (verb?.use !== 'finite' || (verb.cue.frames & frames.thought) !== 0) return false;
  return words.lower(at).endsWith('ed') || speaks(verb.cue);
}
