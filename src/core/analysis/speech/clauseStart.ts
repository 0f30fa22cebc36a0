import { cueVerbAt, phraseAfter, wordClasses as w, type Words } from '../words/index';

/** A subject and a finite verb start at `at`. */
export function opensClause(words: Words, at: number, hi: number): boolean {
  const subject = phraseAfter(words, words.lower(at) === 'then' ? at + 1 : at, Math.min(hi, at + 24));
  if (subject === undefined) return false;
  let verb = subject.to;
  // "the debate | over the sale | is"
  for (let part = 0; part < 2 && words.lower(verb) === 'over'; part++) verb = phraseAfter(words, verb + 1, hi)?.to ?? verb;
  while (words.isAdverb(verb) || words.is(verb, w.negation)) verb++;
  if (words.is(verb, w.auxiliary | w.modal | w.verb) || words.looksPast(verb) || cueVerbAt(words, verb, at) !== undefined) return true;
  // "the energy report | reveals that"
  const last = subject.to - 1;
  return last > subject.from && words.lower(subject.to) === 'that' && cueVerbAt(words, last, at)?.use === 'finite';
}

/** A finite verb, after adverbs at most. */
export function startsPredicate(words: Words, at: number): boolean {
  let verb = at;
  while (words.isAdverb(verb)) verb++;
  return words.is(verb, w.auxiliary | w.modal | w.verb) || words.looksPast(verb);
}
