import type { Attribution } from './attribution';
import { type Content, hasPassage, opensPassage } from './content';
import { type CueVerb, cueVerbAt, frames, type Phrase, phraseBefore, speaks, wordClasses as w, type Words } from '../words/index';
import { postposedAttributions } from './postposed';
import { nominalCue, wordsOf } from './nominal';
import { accordingTo, reportedBy } from './sources';
import { strengthOf } from './strength';
import { subjectBefore } from './subjects';
import { readVerb } from './verbReading';

export interface SentenceReading {
  readonly attributions: readonly Attribution[];
  /** Subjects in order, whether they speak or not: antecedents of later pronouns. */
  readonly subjects: readonly Phrase[];
  /** Whose words would follow a colon at the sentence's end: the subject of the last cue, else of the last clause. */
  readonly voice: Phrase | undefined;
  /** Whether the voice has a verb of speech. */
  readonly speaks: boolean;
  /** An outlet or agency that reports what the sentence gives to others: "…, state media reported". */
  readonly reported: Phrase | undefined;
}

/** The subjects of a sentence as far as it has been read: what verbs without a subject of their own share. */
class Subjects {
  readonly all: Phrase[] = [];
  current: Phrase | undefined;
  #main: Phrase | undefined;
  #mainAt = -1;
  #speaker: Phrase | undefined;
  #speakerAt = -1;

  clause(words: Words, phrase: Phrase, at: number, lo: number): void {
    // "boats whose engines leak": the boats are whom "they" means
    if (words.lower(phrase.from) === 'whose') return;
    this.all.push(phrase);
    if (phrase.kind === 'relative') return;
    this.current = phrase;
    const subordinate = phrase.from > lo && words.is(phrase.from - 1, w.subordinator | w.preposition);
    if (subordinate) return;
    this.#main = phrase;
    this.#mainAt = at;
  }
  /** "Ruiz's aides": she is whom a later "she" means, and no subject. */
  mention(words: Words, mark: number, lo: number): void {
    const owner = phraseBefore(words, mark, lo);
    if (owner?.kind === 'name' && owner.from === lo) this.all.push(owner);
  }
  speech(phrase: Phrase, at: number): void {
    if (phrase.kind === 'relative') return;
    this.#speaker = phrase;
    this.#speakerAt = at;
  }
  /** Of a participle: the main clause's; of another verb: the last clause's. */
  near(gerund: boolean): Phrase | undefined {
    return gerund ? (this.#main ?? this.current) : this.current;
  }
  get speaker(): Phrase | undefined {
    return this.#mainAt > this.#speakerAt ? this.#main : this.#speaker;
  }
}

/** Finds the attributions of the sentence between units `lo` and `hi`. */
export function readSentence(words: Words, lo: number, hi: number): SentenceReading {
  const postposed = postposedAttributions(words, lo, hi);
  const attributions: Attribution[] = [];
  const subjects = new Subjects();
  let voice: Phrase | undefined;
  let next = 0;
  let at = lo;
  while (at < hi) {
    const ready = postposed[next];
    if (ready !== undefined && at >= ready.from) {
      const { attribution } = ready;
      attributions.push(attribution);
      if (attribution.subject !== undefined) {
        subjects.clause(words, attribution.subject, at, attribution.subject.from);
        subjects.speech(attribution.subject, at);
      }
      at = Math.max(at + 1, ready.to);
      next++;
      continue;
    }
    const limit = Math.min(hi, ready?.from ?? hi);
    const source = accordingTo(words, at, lo, limit, attributions) ?? nominalCue(words, at, lo, limit) ?? wordsOf(words, at, lo, limit);
    if (source !== undefined) {
      if (source.replaces === true) attributions.length = 0;
      if (source.attribution !== undefined) attributions.push(source.attribution);
      at = Math.max(at + 1, source.to);
      continue;
    }
    // "the ruling stunned the village": a noun
    const isNoun = words.lower(at) === 'ruling' && words.lower(at + 1) !== 'that';
    const verb = words.isWord(at) && !isNoun ? cueVerbAt(words, at, lo) : undefined;
    if (verb === undefined) {
      if (words.isPossessiveMark(at) && at - lo < 4) subjects.mention(words, at, lo);
      const finite = words.is(at, w.auxiliary | w.modal | w.verb) && !words.isCapital(at) && !isGenitive(words, at);
      if (finite || startsPredicate(words, at, subjects.current)) {
        const subject = subjectBefore(words, at, lo);
        if (subject !== undefined && subject !== 'shared' && subject.phrase.kind !== 'relative')
          subjects.clause(words, subject.phrase, at, lo);
      }
      at++;
      continue;
    }
    if (names(words, verb)) {
      at = verb.to + 1;
      continue;
    }
    const { subject, content, sieve } = readVerb(words, verb, lo, limit, subjects.near(verb.use === 'gerund'), subjects.speaker);
    const strength = content === undefined ? 'none' : strengthOf(words, verb, subject, content, sieve);
    const speech = (verb.cue.frames & frames.thought) === 0;
    if (subject !== undefined && verb.use !== 'gerund' && verb.use !== 'infinitive') subjects.clause(words, subject, at, lo);
    const isNothing = content === undefined || strength === 'none';
    if (speech && verb.use !== 'passive' && !(isNothing && (verb.cue.frames & frames.apart) !== 0)) voice = subject ?? voice;
    if (isNothing || isOnesOwnSaying(words, verb, content) || tellsOccasion(words, verb, content, attributions.at(-1))) {
      at = verb.to;
      continue;
    }
    attributions.push({
      cueFrom: verb.from,
      cueTo: verb.to,
      subject,
      contents: [content],
      sieve,
      speech,
      strength,
    });
    if (speech && subject !== undefined) subjects.speech(subject, verb.at);
    at = Math.max(verb.to, content.to);
  }
  return {
    attributions,
    subjects: subjects.all,
    voice: voice ?? subjects.current,
    speaks: voice !== undefined,
    reported: reportedBy(words, lo, hi),
  };
}

/** "“…,” she said in announcing | the plan": when it was said, not what. */
function tellsOccasion(words: Words, verb: CueVerb, { from, to }: Content, last: Attribution | undefined): boolean {
  if (verb.use !== 'gerund' || words.lower(verb.from - 1) !== 'in' || last?.cueTo !== verb.from - 1) return false;
  return words.lower(from) !== 'that' && !hasPassage(words, { from, to });
}

/** "scolded Ruiz for saying “…”": the words between marks are his. */
function isOnesOwnSaying(words: Words, { cue }: CueVerb, { from, to }: Content): boolean {
  if ((cue.frames & frames.noun) === 0) return false;
  for (let at = from + 1; at < to - 2 && !words.isPassage(at); at++) {
    if (words.lower(at) !== 'for' && words.lower(at) !== 'of') continue;
    const inner = cueVerbAt(words, at + 1, from);
    if (inner?.use === 'gerund' && speaks(inner.cue)) return opensPassage(words, inner.to, to) >= 0;
  }
  return false;
}

/** "Ruiz's cross", but "she's late", "Ruiz's also late", "Ruiz's not here". */
function isGenitive(words: Words, at: number): boolean {
  if (words.lower(at) !== "'s" || words.is(at - 1, w.pronoun | w.relative)) return false;
  return !words.isAdverb(at + 1) && !words.is(at + 1, w.determiner | w.negation | w.preposition | w.auxiliary);
}

/** An unknown verb in -ed after a name, or after an insertion as long as no subject is known. */
function startsPredicate(words: Words, at: number, current: Phrase | undefined): boolean {
  if (!words.looksPast(at)) return false;
  let before = at - 1;
  while (words.isAdverb(before)) before--;
  if (words.isName(before) || words.is(before, w.pronoun)) return true;
  return current === undefined && (words.isComma(at - 1) || words.is(at - 1, w.role | w.group | w.body));
}

/** "a site called “X”", "the spot, titled “X”": a name, nobody's words. */
function names(words: Words, verb: CueVerb): boolean {
  if (!naming.has(words.lower(verb.at)) || verb.use !== 'finite' || verb.from !== verb.at) return false;
  if (!words.isPassage(verb.to) && !isNamedAfter(words, verb.to)) return false;
  if (words.lower(verb.at) === 'titled' || words.lower(verb.at) === 'entitled') return true;
  const before = verb.at - 1;
  if (words.isComma(before)) return words.passage(verb.to)?.startsWithCapital === true && words.isComma(verb.to + 1);
  if (!words.isWord(before) || words.isName(before) || words.isAdverb(before)) return false;
  if (words.is(before, w.pronoun | w.role | w.group | w.conjunction)) return false;
  for (let at = before; at > before - 6; at--) if (words.is(at, w.relative) || words.lower(at) === 'what') return false;
  return true;
}
/** "a band called | Ropewalk,", but not "the paper called | Ruiz a liar" */
function isNamedAfter(words: Words, from: number): boolean {
  let to = from;
  while (words.isName(to)) to++;
  return (
    to > from && (to >= words.count || words.isPunctuation(to) || words.is(to, w.conjunction | w.preposition | w.auxiliary | w.relative))
  );
}
const naming = new Set(['titled', 'entitled', 'called', 'named', 'dubbed', 'labeled', 'labelled', 'nicknamed', 'branded']);
