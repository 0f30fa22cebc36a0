import type { FoundSource } from './attribution';
import { clauseEnd } from './clauseEnd';
import {
  cueVerbAt,
  describe,
  isNominal,
  type Phrase,
  phraseAfter,
  phraseBefore,
  speaks,
  wordClasses as w,
  type Words,
} from '../words/index';
import { subjectBefore } from './subjects';

const nominalCues = new Set(
  (
    'remark remarks claim claims statement statements comment comments answer response reply assertion argument view views belief promise pledge vow description suggestion contention ' +
    'accusation allegation prediction warning message opinion position phrase line joke declaration insistence admission conclusion complaint charge slogan motto advice reasoning verdict assessment ' +
    'explanation concern concerns fear fears hope observation point refrain mantra quip retort denial acknowledgment acknowledgement proposal criticism apology plea appeal tribute reaction'
  ).split(' '),
);

/** "Ruiz's answer was that …", "her remark that …" */
export function nominalCue(words: Words, at: number, lo: number, hi: number): FoundSource | undefined {
  if (!nominalCues.has(words.lower(at))) return undefined;
  let owner = at - 1;
  while (owner > lo && owner > at - 4 && words.isWord(owner) && isNominal(words, owner) && !words.isPossessiveMark(owner)) owner--;
  const mark = words.isPossessiveMark(owner);
  if (!mark && !words.is(owner, w.possessive)) return undefined;
  let from = at + 1;
  if (words.is(from, w.auxiliary)) from++;
  if (words.isAdverb(from)) from++;
  from = colonAfter(words, from, hi) ?? from;
  const lower = words.lower(from);
  const opens = lower === 'that' || ((lower === ':' || words.isComma(from)) && words.isPassage(from + 1)) || words.isPassage(from);
  if (!opens || from >= hi) return undefined;
  const start = lower === 'that' || words.isPassage(from) ? from : from + 1;
  const subject = mark ? phraseBefore(words, owner, lo) : describe(words, owner, owner + 1);
  if (subject === undefined) return undefined;
  const content = { from: start, to: clauseEnd(words, start, hi) };
  const speaker: Phrase = mark ? subject : { ...subject, kind: 'pronoun' };
  return {
    attribution: { cueFrom: at, cueTo: at + 1, subject: speaker, contents: [content], sieve: 'nominal', speech: true },
    to: content.to,
  };
}

/** "(Ruiz's answer was) short and plain | : “…”" */
function colonAfter(words: Words, from: number, hi: number): number | undefined {
  if (!words.is(from - 1, w.auxiliary)) return undefined;
  for (let at = from; at < Math.min(hi - 1, from + 5) && !words.isPassage(at); at++)
    if (words.lower(at) === ':' && words.isPassage(at + 1)) return at;
  return undefined;
}

/** "in the words of Ruiz", "in Ruiz's words", "For Ruiz, it was “…”", "“…” was all Ruiz would say": marks with a speaker and no verb before it. */
export function wordsOf(words: Words, at: number, lo: number, hi: number): FoundSource | undefined {
  if (words.isPassage(at)) return allThatWasSaid(words, at, hi);
  const lower = words.lower(at);
  if (lower === 'for' && at === lo) return asFeltBy(words, at, hi);
  if (lower !== 'in' && lower !== 'to') return undefined;
  const found = lower === 'in' ? inWords(words, at, hi) : undefined;
  if (found === undefined) return undefined;
  const after = words.isComma(found.to) ? found.to + 1 : found.to;
  const before = words.isComma(at - 1) ? at - 2 : at - 1;
  const passage = words.isPassage(after) && after < hi ? after : words.isPassage(before) && before >= lo ? before : -1;
  if (passage < 0) return undefined;
  return marked(at, found.to, found.speaker, passage, Math.max(found.to, passage + 1));
}

function marked(cueFrom: number, cueTo: number, subject: Phrase, passage: number, to: number): FoundSource {
  const contents = [{ from: passage, to: passage + 1 }];
  return { attribution: { cueFrom, cueTo, subject, contents, sieve: 'according-to', speech: true }, to };
}

/** "in the words of Ruiz", "in Ruiz's (own) words", "in her words" */
function inWords(words: Words, at: number, hi: number): { readonly speaker: Phrase; readonly to: number } | undefined {
  if (words.lower(at + 1) === 'the' && words.lower(at + 2) === 'words' && words.lower(at + 3) === 'of') {
    const speaker = phraseAfter(words, at + 4, hi);
    return speaker && { speaker, to: speaker.to };
  }
  for (let noun = at + 2; noun < Math.min(hi, at + 10); noun++) {
    if (words.isPunctuation(noun) && !words.isPossessiveMark(noun)) return undefined;
    if (words.lower(noun) !== 'words' && words.lower(noun) !== 'phrase') continue;
    const owner = words.lower(noun - 1) === 'own' ? noun - 2 : noun - 1;
    if (words.isPossessiveMark(owner)) {
      const speaker = phraseBefore(words, owner, at + 1);
      return speaker && { speaker, to: noun + 1 };
    }
    if (!words.is(owner, w.possessive)) return undefined;
    return { speaker: { ...describe(words, owner, owner + 1), kind: 'pronoun' }, to: noun + 1 };
  }
  return undefined;
}

/** "For Ruiz, it was “…”" */
function asFeltBy(words: Words, at: number, hi: number): FoundSource | undefined {
  const subject = phraseAfter(words, at + 1, hi);
  if (subject === undefined || !words.isComma(subject.to) || (subject.kind === 'noun' && !words.is(subject.head, w.role | w.group)))
    return undefined;
  const verb = subject.to + 2;
  if (!/^(?:it|that|this)$/.test(words.lower(subject.to + 1)) || !words.is(verb, w.auxiliary)) return undefined;
  return words.isPassage(verb + 1) && verb + 1 < hi ? marked(verb, verb + 1, subject, verb + 1, verb + 2) : undefined;
}

/** "“…” was all (that) Ruiz would say", "was how he put it", "was her (only) answer" */
function allThatWasSaid(words: Words, at: number, hi: number): FoundSource | undefined {
  if (!/^(?:was|is|were)$/.test(words.lower(at + 1))) return undefined;
  const isAll = /^(?:all|how|what)$/.test(words.lower(at + 2));
  for (let unit = at + 3; unit < Math.min(hi, at + 16); unit++) {
    if (words.isPunctuation(unit) && !words.isPossessiveMark(unit)) return undefined;
    if (isAll) {
      const verb = words.isWord(unit) ? cueVerbAt(words, unit, at + 3) : undefined;
      if (verb === undefined || verb.use === 'passive' || !speaks(verb.cue)) continue;
      const subject = subjectBefore(words, verb.from, words.lower(at + 3) === 'that' ? at + 4 : at + 3);
      return subject === undefined || subject === 'shared' ? undefined : marked(verb.from, verb.to, subject.phrase, at, verb.to);
    }
    if (!nominalCues.has(words.lower(unit))) continue;
    const owner = ownerBefore(words, unit, at + 2);
    return owner && marked(unit, unit + 1, owner, at, unit + 1);
  }
  return undefined;
}

/** "Ruiz's only", "her" before a noun. */
function ownerBefore(words: Words, noun: number, lo: number): Phrase | undefined {
  let owner = noun - 1;
  while (owner > lo && owner > noun - 4 && isNominal(words, owner) && !words.isPossessiveMark(owner)) owner--;
  if (words.isPossessiveMark(owner)) return phraseBefore(words, owner, lo);
  return words.is(owner, w.possessive) ? { ...describe(words, owner, owner + 1), kind: 'pronoun' } : undefined;
}
