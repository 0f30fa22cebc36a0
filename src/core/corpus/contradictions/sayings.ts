import type { Side, Source } from './contradiction';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { TURNING } from '../words/opposites';
import { valueAt, type Value } from './values';
import { Flag } from '../words/flags';
import type { Spoken } from '../matching/voices';

/** A sentence or a clause that somebody or the outlet itself says, as what it comes down to. */
export interface Saying extends Side {
  /** Undefined where the outlet itself says it. */
  readonly spoken: Spoken | undefined;
  /** Whether it is a clause of a longer sentence. */
  readonly isClause: boolean;
  /** Lemmas in order, without figures, dates and negations; `contents` of them carry content, and stand at the tokens of `at`. */
  readonly words: readonly number[];
  readonly contents: readonly number[];
  readonly at: readonly number[];
  readonly values: readonly Value[];
  /** The words that turn it into its opposite, a denial by the speaker among them. */
  readonly negations: readonly string[];
  /** How many words with content stand before each of them; -1 for a denial, which turns all. */
  readonly negatedAt: readonly number[];
  readonly conditional: boolean;
  /** One of several states in time: "at first", "later". */
  readonly ordered: boolean;
  /** Asked, wished or held possible, and not said to be so. */
  readonly open: boolean;
}

/** Words with content that a sentence must have to be one. */
const LEAST = 2;
/** Confidence in a speaker from which on it is taken for who says it, and where the name stands there: "refused to" is no verb of saying. */
const SURE = 0.5;
const NAMED = 0.3;

const CONDITION = new Set(['if', 'unless']);
const NEGATION = /^(?:not|no|zero|never|none|nothing|nobody|neither|nor|without|hardly|barely|cannot|.*n['’]t)$/;
/** "Not only", "no doubt", "not until": what they turn is hard to tell. */
const NO_NEGATION = /^(?:only|just|merely|least|doubt|matter|wonder|surprise|more|fewer|less|later|than|single|necessarily)$/;
const ASKED = new Set('ask asks asked asking'.split(' '));
const ORDERING = new Set('initially originally previously later eventually formerly'.split(' '));
const OPEN = new Set('whether why how until may might could'.split(' '));
/** Words that stand for the subject where it is not named again. */
const PERSON = new Set('i we he she they it'.split(' '));
const JOINT = new Set('and but'.split(' '));

/** The sentences of an article and their clauses, spoken, reported or told; what is said again and again is one. */
export function sayingsOf(source: Source, lexicon: Lexicon): Saying[] {
  const found = new Map<string, Saying>();
  const reading = readingOf(source, lexicon);
  const add = (side: Side, spoken: Spoken | undefined): void => {
    const whole = sayingOf(side, spoken, lexicon, reading, false);
    const parts = clausesOf(side, lexicon).map((part) => sayingOf(part, spoken, lexicon, reading, true, subjectOf(side, part, lexicon)));
    for (const saying of [whole, ...parts]) {
      const key = keyOf(saying);
      if (saying.contents.length >= LEAST && !found.has(key)) found.set(key, saying);
    }
  };
  const { voices } = source;
  const known = voices.spoken.filter(({ speakers, confidence, named }) => speakers.length > 0 && confidence >= (named ? NAMED : SURE));
  for (const spoken of known) for (const side of sentencesIn(source, spoken.from, spoken.to)) add(side, spoken);
  for (const side of sentencesIn(source, 0, source.text.tokens.lemma.length)) {
    let isTold = true;
    // "She rejected the offer" is told, too, whatever is read as her words.
    for (let i = side.from; i < side.to && isTold; i++)
      isTold = (voices.spoken[(voices.at[i] ?? 0) - 1]?.type ?? 'indirect') === 'indirect';
    if (isTold) add(side, undefined);
  }
  return [...found.values()];
}

function sentencesIn(source: Source, start: number, stop: number): Side[] {
  const { flags } = source.text.tokens;
  const found: Side[] = [];
  for (let from = start, to = from + 1; from < stop; from = to++) {
    while (to < stop && !((flags[to] ?? 0) & Flag.sentence)) to++;
    found.push({ source, from, to });
  }
  return found;
}

/** The clauses of a sentence of several. */
function clausesOf({ source, from, to }: Side, lexicon: Lexicon): Side[] {
  const { flags, lemma } = source.text.tokens;
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  const found: Side[] = [];
  let begin = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && !((flags[i] ?? 0) & Flag.clause) && !(JOINT.has(word(i)) && isVerbal(source, i + 1, lexicon))) continue;
    if (i - begin > 1) found.push({ source, from: begin, to: i });
    begin = i;
  }
  return found.length > 1 ? found : [];
}

const AUXILIARY = new Set('be have do will would shall should can could may might must not never'.split(' '));

/** Whether a clause begins with its verb or with a pronoun: the subject is that of the sentence. */
function isVerbal({ text: { tokens } }: Source, at: number, lexicon: Lexicon): boolean {
  const lemma = tokens.lemma[at] ?? -1;
  const word = lexicon.word(lemma);
  return AUXILIARY.has(word) || PERSON.has(word) || ((tokens.flags[at] ?? 0) & Flag.negation) !== 0 || lexicon.isVerb(lemma);
}

/** Where a clause goes on without a subject of its own: that of its sentence. */
function subjectOf({ source, from }: Side, part: Side, lexicon: Lexicon): readonly number[] {
  const { flags, lemma } = source.text.tokens;
  let begin = part.from;
  while (begin < part.to && JOINT.has(lexicon.word(lemma[begin] ?? -1))) begin++;
  if (part.from === from || !isVerbal(source, begin, lexicon)) return [];
  const found: number[] = [];
  for (let i = from; i < part.from && ((flags[i] ?? 0) & Flag.capital) !== 0; i++) found.push(lemma[i] ?? -1);
  return found.filter((id) => lexicon.kind(id) === Kind.content || PERSON.has(lexicon.word(id)));
}

/** Words before a clause in its sentence among which another one may turn it or leave it open: "there is no proof that", "denies any". */
const FRAME = 6;
const FRAMING = new Set('deny refuse reject dispute doubt hope want wish expect fear if whether unless unclear wonder ask'.split(' '));

export function isFramed({ source, from }: Side, lexicon: Lexicon): boolean {
  const { flags, lemma, start, end } = source.text.tokens;
  if (JOINT.has(lexicon.word(lemma[from] ?? -1))) return false;
  for (let i = from; i > 0 && i > from - FRAME && !((flags[i] ?? 0) & Flag.sentence); i--) {
    if (/[,;:()–—]/.test(source.article.prose.text.slice(end[i - 1], start[i]))) return false;
    if ((flags[i - 1] ?? 0) & Flag.negation || FRAMING.has(lexicon.word(lemma[i - 1] ?? -1))) return true;
  }
  return false;
}

function keyOf({ spoken, words, values, negations }: Saying): string {
  const figures = values.map(({ kind, value, after }) => `${kind} ${value} ${after}`);
  return [spoken?.speakers.map(({ id }) => id) ?? [], words, figures, negations].map((list) => list.join()).join('|');
}

/** An article's tokens as they are asked for in each of its sentences and clauses: in lower case, and what they are. */
interface Reading {
  readonly words: readonly string[];
  readonly isNegation: readonly boolean[];
  readonly beginsValue: readonly boolean[];
}

function readingOf(source: Source, lexicon: Lexicon): Reading {
  const { start, end, lemma, flags } = source.text.tokens;
  const { text } = source.article.prose;
  const words = Array.from(start, (from, i) => text.slice(from, end[i]).toLowerCase());
  const isNegation = words.map((word) => NEGATION.test(word));
  // months and days of the week are names, all else is a number or begins with a figure
  const mayBegin = (i: number) =>
    lexicon.kind(lemma[i] ?? -1) === Kind.number || ((flags[i] ?? 0) & Flag.capital) !== 0 || /^\d/.test(words[i] ?? '');
  return { words, isNegation, beginsValue: words.map((_, i) => mayBegin(i) && valueAt(source, i, i + 1, 0) !== undefined) };
}

function sayingOf(
  side: Side,
  spoken: Spoken | undefined,
  lexicon: Lexicon,
  reading: Reading,
  isClause: boolean,
  subject: readonly number[] = [],
): Saying {
  const { source, from, to } = side;
  const { tokens } = source.text;
  const { text } = source.article.prose;
  const surface = (i: number) => reading.words[i] ?? '';
  const words: number[] = [...subject];
  const contents: number[] = [...subject];
  const at: number[] = subject.map(() => from);
  const values: Value[] = [];
  const negations: string[] = spoken?.denied === undefined ? [] : [spoken.denied];
  const negatedAt = negations.map(() => -1);
  const negate = (words: string): void => {
    negations.push(words);
    negatedAt.push(contents.length);
  };
  let conditional = false;
  let open =
    text.slice(tokens.end[to - 1], (tokens.end[to - 1] ?? 0) + 2).includes('?') ||
    (spoken?.denied === undefined && isFramed(side, lexicon));
  let isDeed = false;
  let ordered = false;
  for (let i = from; i < to; i++) {
    const word = surface(i);
    const lemma = tokens.lemma[i] ?? 0;
    conditional ||= CONDITION.has(word);
    open ||=
      OPEN.has(word) ||
      (spoken === undefined && ASKED.has(word)) ||
      (!isDeed && word === 'to' && i > from && spoken?.type === 'indirect' && spoken.denied === undefined);
    ordered ||= ORDERING.has(word) || (word === 'first' && surface(i - 1) === 'at');
    const isNegation = reading.isNegation[i] ?? false;
    const value = isNegation || !reading.beginsValue[i] ? undefined : valueAt(source, i, to, contents.length);
    if (value) {
      values.push(value);
      i = value.to - 1;
    } else if (isNegation) {
      if (i + 1 < to && NO_NEGATION.test(surface(i + 1)) && !(word === 'no' && surface(i + 1) === 'more')) open = true;
      else negate(word);
    } else if ((word === 'rather' && surface(i + 1) === 'than') || (word === 'instead' && surface(i + 1) === 'of')) {
      negate(`${word} ${surface(i + 1)}`);
      i++;
    } else {
      isDeed ||= isVerbal(source, i, lexicon) || (lexicon.kind(lemma) === Kind.content && word.length > 4 && word.endsWith('ed'));
      words.push(lemma);
      const kind = lexicon.kind(lemma);
      const isSubject = isClause && contents.length === 0 && PERSON.has(word);
      if (kind !== Kind.content && kind !== Kind.number && !TURNING.has(word) && !isSubject) continue;
      contents.push(lemma);
      at.push(i);
    }
  }
  // "not the harbour": what is said of it stands elsewhere
  open ||= !isDeed;
  return { ...side, spoken, isClause, words, contents, at, values, negations, negatedAt, conditional, ordered, open };
}
