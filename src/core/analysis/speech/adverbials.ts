import { type CueVerb, frames, type Phrase, phraseAfter, wordClasses as w, type Words } from '../words/index';

const reach = 30;

/** Skips when, where and to whom after a verb of speech: "said | on Thursday during a speech in Ames | that". */
export function afterAdverbials(words: Words, from: number, hi: number): number {
  let at = from;
  const limit = Math.min(hi, from + reach);
  while (at < limit) {
    if (words.isAdverb(at) && words.lower(at) !== 'there') at++;
    else if (words.is(at, w.time) && !words.is(at, w.modal)) at++;
    else if (words.is(at, w.adjective | w.determiner) && words.is(at + 1, w.time)) at += 2;
    else if (
      words.is(at, w.preposition) &&
      (!words.is(at, w.subordinator) || /^(?:after|before)$/.test(words.lower(at))) &&
      words.lower(at) !== 'as'
    ) {
      const phrase = phraseAfter(words, at + 1, limit);
      if (phrase === undefined) break;
      at = phrase.to;
      // "in Halden, Norway, | that"
      if (words.isName(at - 1) && words.isComma(at) && words.isName(at + 1) && words.isComma(at + 2) && words.lower(at + 3) === 'that')
        at += 3;
    } else break;
  }
  return at;
}

/** Past the listener of "told": a pronoun, a name, a noun phrase, with an apposition at most. */
export function afterListener(words: Words, from: number, hi: number): number {
  if (words.lower(from) === 'that' || words.isPassage(from)) return from;
  const phrase = phraseAfter(words, from, hi);
  if (phrase === undefined || isPartOfThings(words, phrase)) return from;
  let at = phrase.to;
  // "told reporters he would": a bare plural is a listener of one word.
  if (phrase.kind === 'noun' && !words.is(phrase.from, w.determiner | w.possessive)) {
    for (let unit = phrase.from; unit < phrase.to - 1; unit++) if (words.is(unit, w.group)) at = Math.min(at, unit + 1);
  }
  return at;
}

/** "“…,” Ruiz told Holt", "“…?” Ruiz asked Holt" */
export function hasListener(words: Words, { cue, to }: CueVerb, hi: number): boolean {
  if ((cue.frames & frames.listener) !== 0) return true;
  const asked = cue.lemma === 'ask' ? phraseAfter(words, to, hi) : undefined;
  return asked !== undefined && isAsked(words, asked);
}

/** A person; not "asked a question" */
export function isAsked(words: Words, { kind, head }: Phrase): boolean {
  return kind === 'name' || kind === 'pronoun' || words.is(head, w.role | w.group | w.title);
}

/** "wrote | some of her first songs": nobody who could listen */
function isPartOfThings(words: Words, { from, head, kind }: Phrase): boolean {
  if (kind !== 'noun' || words.lower(from + 1) !== 'of' || !/^(?:some|most|much|many|part|all)$/.test(words.lower(from))) return false;
  return words.is(head, w.group)
    ? head === from
    : !words.is(head, w.role | w.body | w.title | w.pronoun) && !/(?:ers|ors|ists|ians)$/.test(words.lower(head));
}

/** Over ", in a statement," */
export function afterInsertion(words: Words, at: number, hi: number): number {
  if (!words.isComma(at)) return at;
  for (let next = at + 1; next < Math.min(hi, at + 20); next++) {
    if (words.isPassage(next)) return at;
    if (words.isComma(next)) return next + 1;
  }
  return at;
}
