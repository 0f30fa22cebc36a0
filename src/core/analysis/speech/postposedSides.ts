import { afterAdverbials, afterListener, hasListener } from './adverbials';
import { clauseEnd, saysNext } from './clauseEnd';
import { opensClause } from './clauseStart';
import { hasPassage, hasVerb, type Content } from './content';
import { type CueVerb, cueVerbAt, frames, phraseAfter, speaks, wordClasses as w, type Words } from '../words/index';
import { subjectBefore } from './subjects';

/** What stands on both sides of an attribution that follows what it reports. */

/** "When Ruiz told him to “breathe,” | the crew laughed": the words between marks have a speaker of their own, and stand in a clause before. */
export function tellsWhen(words: Words, from: number, passage: number): boolean {
  if (!/^(?:when|after|while|before|as|once|since)$/.test(words.lower(from))) return false;
  for (let at = from + 1; at < passage; at++) {
    const verb = words.isWord(at) ? cueVerbAt(words, at, from) : undefined;
    if (verb !== undefined && speaks(verb.cue)) return true;
  }
  return false;
}

/** "If all goes well", "By noon", "FILE - In this file photo, the crew": no sentence of its own. */
export function isAdverbial(words: Words, from: number, to: number): boolean {
  let comma = false;
  let verb = false;
  for (let at = from; at < to; at++) {
    if (words.lower(at) === 'file' && words.lower(at + 1) === 'photo') return true;
    comma ||= words.isComma(at);
    verb ||= words.is(at, w.auxiliary | w.modal) || words.looksPast(at) || words.is(at, w.verb);
  }
  if (comma || words.lower(from) === 'that') return false;
  if (
    words.is(from, w.subordinator) &&
    !words.is(from, w.determiner) &&
    !/^(?:how|what|why|whether|so|even|as|like)$/.test(words.lower(from))
  )
    return true;
  if (words.lower(from).endsWith('ing') && !words.is(from, w.time)) return !verb;
  return words.is(from, w.preposition) && !verb;
}

/** What a reported sentence goes on with after its attribution. */
export function rightOfPostposed(
  words: Words,
  from: number,
  hi: number,
  { quoted, inverted, fronted }: { readonly quoted: boolean; readonly inverted: boolean; readonly fronted: boolean },
): Content | undefined {
  // ", she said, but he added": who speaks next has words of his own
  if (words.isComma(from) && words.is(from + 1, w.conjunction) && saysNext(words, from + 2, hi)) return undefined;
  if (!quoted && words.isComma(from)) {
    const next = from + 1;
    const open =
      fronted && words.lower(next).endsWith('ing')
        ? hasVerb(words, next + 1, Math.min(hi, next + 12))
        : inverted
          ? words.is(next, w.auxiliary | w.modal) || (!/^wh(?:o|ich|ose)$/.test(words.lower(next)) && opensClause(words, next, hi))
          : goesOnAfter(words, next, hi);
    const to = open ? clauseEnd(words, next, hi) : next;
    if (to > next) return { from: next, to };
  }
  for (let at = from; at < Math.min(hi, from + 40); at++) {
    if (words.isPassage(at)) {
      if (words.passage(at)?.ending === 'comma' && attributesPassage(words, at + 1)) return undefined;
      if (!words.isPunctuation(at - 1) && !words.is(at - 1, w.conjunction)) return undefined;
      let to = at + 1;
      while (to < hi && words.isPassage(to)) to++;
      if (to < hi && !words.isPunctuation(to)) to = clauseEnd(words, at, hi);
      return { from: at, to };
    }
    if (words.isWord(at) && cueVerbAt(words, at, from) !== undefined) break;
  }
  return undefined;
}

/** After ", she said," the reported clause goes on, unless the narrator says how or when it was said. */
export function goesOnAfter(words: Words, at: number, hi: number): boolean {
  if (at >= hi || words.isPassage(at) || words.is(at, w.time) || (words.is(at, w.determiner) && words.is(at + 1, w.time))) return false;
  let verb = at;
  while (words.isAdverb(verb) || words.is(verb, w.negation)) verb++;
  if (words.is(verb, w.auxiliary | w.modal | w.verb) || words.looksPast(verb) || words.lower(at) === 'that') return true;
  if (words.is(at, w.subordinator | w.relative) || words.lower(at).endsWith('ing') || words.lower(at + 1).endsWith('ing')) return false;
  if (words.is(at, w.conjunction)) return opensClause(words, at + 1, hi) || words.is(at + 1, w.auxiliary | w.modal);
  return opensClause(words, at, hi) || hasPassage(words, { from: at, to: Math.min(hi, at + 30) });
}

/** "“…” Ruiz did not respond to calls": no words of his */
export function isUnsaid(words: Words, { from, at }: CueVerb): boolean {
  for (let unit = from; unit < at; unit++) if (words.lower(unit) === 'not' || /n['’]t$/.test(words.lower(unit))) return true;
  return false;
}

/** Whether the words from `at` on attribute the passage before them: “Why?” the mayor asked. */
export function attributesPassage(words: Words, at: number): boolean {
  const hi = Math.min(words.count, at + 34);
  for (let unit = at; unit < hi; unit++) {
    const lower = words.lower(unit);
    if (words.isPassage(unit) || lower === ':' || lower === ';' || lower === '.') return false;
    const verb = words.isWord(unit) ? cueVerbAt(words, unit, at) : undefined;
    if (verb?.use !== 'finite' || !speaks(verb.cue)) continue;
    if (isUnsaid(words, verb)) return false;
    // "“It leaks.” Ruiz nodded.": a sentence of its own
    if ((verb.cue.frames & frames.apart) !== 0 && words.passage(at - 1)?.ending === 'stop') return false;
    if (unit > at) {
      const subject = subjectBefore(words, verb.from, at);
      if (subject === undefined || subject === 'shared' || subject.from !== at) return false;
    } else if (phraseAfter(words, verb.to, hi) === undefined) return false;
    const listener = unit > at && hasListener(words, verb, hi);
    const after = afterAdverbials(words, listener ? afterListener(words, verb.to, hi) : verb.to, hi);
    if (unit === at || after >= words.count) return true;
    return words.isPunctuation(after) && words.lower(after) !== ':' && !(words.isComma(after) && words.isPassage(after + 1));
  }
  return false;
}
