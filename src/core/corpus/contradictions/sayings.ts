import { conflictOf, type Side, type Source } from './contradiction';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Conflict } from '../model';
import { pushTo } from '../words/pushTo';
import { longestCommon } from '../matching/relation';
import { isVague, valueAt, type Value } from './values';
import { Flag } from '../words/flags';
import { compareSpeakers, type Spoken } from '../matching/voices';

/** A sentence that somebody says, as what it comes down to. */
export interface Saying extends Side {
  readonly spoken: Spoken;
  /** Lemmas in order, without figures, dates and negations; `contents` of them carry content. */
  readonly words: readonly number[];
  readonly contents: readonly number[];
  readonly values: readonly Value[];
  /** The words that turn it into its opposite, a denial by the speaker among them. */
  readonly negations: readonly string[];
  readonly conditional: boolean;
}

/** Words with content that two sentences must share to be one. */
const LEAST = 2;
/** Share of these words, and of all, that must stand in both in one order; the rest stands in one of them only. */
const SAME_CONTENTS = 0.8;
const SAME_WORDS = 0.6;
/** Confidence in both speakers from which on they are taken for one. */
const SURE = 0.5;

const CONDITION = new Set(['if', 'unless']);
const NEGATION = /^(?:not|no|never|none|nothing|nobody|neither|nor|without|hardly|cannot|.*n['’]t)$/;

/** The sentences that people say, in their own words or reported; what one says again and again is one. */
export function sayingsOf(source: Source, lexicon: Lexicon): Saying[] {
  const { flags } = source.text.tokens;
  const found = new Map<string, Saying>();
  for (const spoken of source.voices.spoken) {
    if (spoken.speakers.length === 0 || spoken.confidence < SURE) continue;
    for (let from = spoken.from, to = from + 1; from < spoken.to; from = to++) {
      while (to < spoken.to && !((flags[to] ?? 0) & Flag.sentence)) to++;
      const saying = sayingOf({ source, from, to }, spoken, lexicon);
      const key = keyOf(saying);
      if (saying.contents.length >= LEAST && !found.has(key)) found.set(key, saying);
    }
  }
  return [...found.values()];
}

function keyOf({ spoken, words, values, negations }: Saying): string {
  const figures = values.map(({ kind, value, after }) => `${kind} ${value} ${after}`);
  return [spoken.speakers.map(({ id }) => id), words, figures, negations].map((list) => list.join()).join('|');
}

function sayingOf(side: Side, spoken: Spoken, lexicon: Lexicon): Saying {
  const { source, from, to } = side;
  const { tokens } = source.text;
  const words: number[] = [];
  const contents: number[] = [];
  const values: Value[] = [];
  const negations: string[] = spoken.denied ? ['denied'] : [];
  let conditional = false;
  for (let i = from; i < to; i++) {
    const word = source.article.prose.text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
    const lemma = tokens.lemma[i] ?? 0;
    conditional ||= CONDITION.has(word);
    const value = valueAt(source, i, to, contents.length);
    if (value) {
      values.push(value);
      i = value.to - 1;
    } else if (NEGATION.test(word)) negations.push(word);
    else {
      words.push(lemma);
      if (lexicon.kind(lemma) === Kind.content || lexicon.kind(lemma) === Kind.number) contents.push(lemma);
    }
  }
  return { ...side, spoken, words, contents, values, negations, conditional };
}

/** One sentence of one speaker, turned into its opposite or with another figure or date in it. */
export function sayingConflicts(a: readonly Saying[], b: readonly Saying[]): Conflict[] {
  const byLemma = new Map<number, Saying[]>();
  for (const saying of b) for (const lemma of new Set(saying.contents)) pushTo(byLemma, lemma, saying);
  return a.flatMap((x) =>
    alike(x, byLemma).flatMap((y) => {
      const isTurned = (x.negations.length === 0 ? y : x).negations.length % 2 === 1 && x.negations.length * y.negations.length === 0;
      const values = isTurned ? undefined : changedValue(x.values, y.values);
      if (!(isTurned || values) || !isOneSentence(x, y)) return [];
      if (values) return [conflictOf(values[0].kind === 'number' ? 'number' : 'date', [withWords(x, values[0]), withWords(y, values[1])])];
      return [conflictOf('wording', [x, y], `“${[...x.negations, ...y.negations].join(' ')}” only on one side`)];
    }),
  );
}

/** The sayings that may have enough of the words: each of those has one of the few rarest. */
function alike({ contents }: Saying, byLemma: ReadonlyMap<number, readonly Saying[]>): readonly Saying[] {
  const few = contents.length - Math.ceil(SAME_CONTENTS * contents.length) + 1;
  const lists = contents.map((lemma) => byLemma.get(lemma) ?? []).sort((p, q) => p.length - q.length);
  return [...new Set(lists.slice(0, few).flat())];
}

/** "before June", "cost £2m": with the word before it, or at the beginning with those after it, "Two of my brothers". */
function withWords({ from, to }: Saying, value: Value): Side {
  return value.from > from ? { ...value, from: value.from - 1 } : { ...value, to: Math.min(to, value.to + 3) };
}

function isOneSentence(a: Saying, b: Saying): boolean {
  const [common, least, most] = [longestCommon(a.contents, b.contents), ...[a.contents.length, b.contents.length].sort((x, y) => x - y)];
  return (
    a.conditional === b.conditional &&
    compareSpeakers(a.spoken.speakers, b.spoken.speakers) === 'same' &&
    // One may say more; where each has a word that the other lacks, the harbour and the bridge, they speak of two things.
    common === least &&
    common >= SAME_CONTENTS * (most ?? 0) &&
    longestCommon(a.words, b.words) >= SAME_WORDS * Math.max(a.words.length, b.words.length)
  );
}

/** The only two values that differ, in one place of two sentences. */
function changedValue(a: readonly Value[], b: readonly Value[]): readonly [Value, Value] | undefined {
  if (a.length !== b.length) return undefined;
  let changed: readonly [Value, Value] | undefined;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (x.kind !== y?.kind || Math.abs(x.after - y.after) > 1) return undefined;
    if (x.value === y.value) continue;
    if (changed || isVague(x) || isVague(y)) return undefined;
    changed = [x, y];
  }
  return changed;
}
