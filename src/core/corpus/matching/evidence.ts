import { bestFits, fitOf, isDone } from './alignment';
import type { Fit } from './tally';
import type { Grid } from './grid';
import { isNegated, type Query } from './query';
import type { Sentences } from './sentences';
import type { SameSpeaker } from './voices';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { threeAt } from '../words/threes';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';

/** Stretches and whole sentences of an article that are weighed for a passage. */
const STRETCHES = 8;
const SENTENCES = 6;
/** Bits that count as one in what is weighed: a lemma of so many is as good as proof can get from one. */
const HEAVY = 15;
const HEAVIEST = 1.2;
const MUCH = 30;
const MOST = 3;

/** An article as it is weighed: its sentences, and who is named in each. */
export interface Sheet {
  readonly sentences: Sentences;
  /** Lemmas of surnames by sentence; "he" and "she" stand for who was named last. */
  readonly persons: readonly ReadonlySet<number>[];
}

export interface Candidate {
  readonly fit: Fit;
  readonly isSentence: boolean;
}

/**
 * Where a passage may stand in an article: the best stretches, then the best sentences that are none of these, and of those named beside
 * (`near`) what shares a word that tells something.
 */
export function candidatesOf(
  asked: Query,
  stretches: readonly Fit[],
  { text, bounds }: Sentences,
  near: readonly number[] = [],
): Candidate[] {
  const sentences = bounds
    .map(({ from, to }) => fitOf(asked, text, from, to))
    .filter((fit) => fit.heaviest > FUNCTION_WEIGHT)
    .sort((a, b) => b.f - a.f)
    .filter((fit, i) => i < SENTENCES || near.some((at) => bounds[at]?.from === fit.from))
    .filter((fit) => !stretches.some((other) => other.from === fit.from && other.to === fit.to));
  return [...stretches.map((fit) => ({ fit, isSentence: false })), ...sentences.map((fit) => ({ fit, isSentence: true }))];
}

export function stretchesOf(asked: Query, text: Weighted): Fit[] {
  return bestFits(asked, text, STRETCHES);
}

/** What speaks for a candidate, in the order of `evidenceOf`. @public: scripts/matching prints it. */
export const evidenceNames = [
  'is a candidate',
  'is one of quoted words',
  'likeness',
  'share of the very same words',
  'heaviest word shared',
  'next heaviest word shared',
  'heaviest word missing',
  'weight of what is shared',
  'three words in a row',
  'same number',
  'likeness of the sentences',
  'lead over other sentences of the article asked from',
  'likeness of the best sentence',
  'sentences beside the passage',
  'sentences beside the candidate',
  'is a whole sentence',
  'length of the passage',
  'difference in length',
  'difference in place',
  'goes over paragraphs',
  'same speaker',
  'other speaker',
  'quoted on both sides',
  'quoted there only',
  'negated on one side, quoted',
  'negated on one side, narrated',
  'nothing of it is done',
  'same person',
  'less than the likeliest',
  'less than the most of the very same words',
  'less than the heaviest word shared by any',
  'less than the next heaviest shared by any',
  'less than the most weight shared by any',
  'less than the best likeness of sentences',
  'less than the best beside the passage',
  'less than the best beside a candidate',
] as const;

/** Of these numbers it counts, too, how far a candidate stays behind the best of its article. */
const RIVALLED = (
  [
    'likeness',
    'share of the very same words',
    'heaviest word shared',
    'next heaviest word shared',
    'weight of what is shared',
    'likeness of the sentences',
    'sentences beside the passage',
    'sentences beside the candidate',
  ] as const
).map((name) => evidenceNames.indexOf(name));

/** The numbers of all candidates in an article, with how far each stays behind the best of them. */
export function besideRivals(all: readonly (readonly number[])[]): number[][] {
  const best = RIVALLED.map((at) => Math.max(...all.map((numbers) => numbers[at] ?? 0)));
  return all.map((numbers) => numbers.concat(RIVALLED.map((at, i) => (numbers[at] ?? 0) - (best[i] ?? 0))));
}

/** The numbers by which a candidate is weighed, but for those of `besideRivals`. */
export function evidenceOf(
  asked: Query,
  here: Sheet,
  there: Sheet,
  grid: Grid,
  { fit, isSentence }: Candidate,
  voice: SameSpeaker,
  lexicon: Lexicon,
): number[] {
  const { text, at } = there.sentences;
  const { flags, lemma } = text.tokens;
  const [first, last] = [here.sentences.at[asked.from] ?? 0, here.sentences.at[asked.to - 1] ?? 0];
  let [row, column, around] = [first, at[fit.from] ?? 0, -1];
  let best = 0;
  for (let i = first; i <= last; i++) {
    best = Math.max(best, grid.bestOfRow(i));
    for (let j = at[fit.from] ?? 0; j <= (at[fit.to - 1] ?? 0); j++) {
      if (grid.of(i, j) > around) [row, column, around] = [i, j, grid.of(i, j)];
    }
  }
  const words = wordsShared(asked, there.sentences, fit, lexicon);
  let [threes, quoted, paragraphs] = [0, 0, 0];
  for (let i = fit.from; i < fit.to; i++) {
    if (i + 2 < fit.to && asked.threes.has(threeAt(lemma, i))) threes++;
    if ((flags[i] ?? 0) & Flag.quoted) quoted++;
    if (i > fit.from && (flags[i] ?? 0) & Flag.paragraph) paragraphs = 1;
  }
  const [length, lengthThere] = [asked.to - asked.from, fit.to - fit.from];
  const isQuoted = Number(asked.quoted);
  const isTurned = Number(asked.negated !== isNegated(text.tokens, fit.from, fit.to));
  return [
    1,
    isQuoted,
    fit.f,
    words.same,
    Math.min(HEAVIEST, words.heaviest / HEAVY),
    Math.min(HEAVIEST, words.second / HEAVY),
    Math.min(HEAVIEST, words.missing / HEAVY),
    Math.min(MOST, (fit.coverage * asked.total) / MUCH),
    Math.min(1, (2 * threes) / Math.max(3, length)),
    Number(words.sameNumber),
    around,
    grid.lead(row, column),
    best,
    Math.max(grid.of(row - 1, column), grid.of(row + 1, column)),
    Math.max(grid.of(row, column - 1), grid.of(row, column + 1)),
    Number(isSentence),
    Math.log(length),
    Math.abs(Math.log(lengthThere / length)),
    Math.abs(fit.from / lemma.length - asked.from / asked.text.tokens.lemma.length),
    paragraphs,
    Number(voice === 'same'),
    Number(voice === 'other'),
    isQuoted * (quoted / lengthThere),
    (1 - isQuoted) * (quoted / lengthThere),
    isQuoted * isTurned,
    (1 - isQuoted) * isTurned,
    Number(!asked.quoted && !isDone(asked, text, fit)),
    Number(meet(here.persons[row], there.persons[column])),
  ];
}

/** What single words prove. */
function wordsShared(asked: Query, { text }: Sentences, { from, to }: Fit, lexicon: Lexicon) {
  fitOf(asked, text, from, to);
  const { covered, weights, lemmas, total } = asked;
  let [same, heaviest, second, missing] = [0, 0, 0, 0];
  let sameNumber = false;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const likeness = covered[i] ?? 0;
    const shared = weight * likeness;
    if (shared > heaviest) {
      second = heaviest;
      heaviest = shared;
    } else second = Math.max(second, shared);
    if (likeness === 0) missing = Math.max(missing, weight);
    if (likeness < 1) continue;
    same += weight;
    sameNumber ||= lexicon.kind(lemmas[i] ?? 0) === Kind.number;
  }
  return { same: same / total, heaviest, second, missing, sameNumber };
}

function meet(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  if (!a || !b) return false;
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** Who is named in each sentence of an article, or meant by a pronoun. */
export function personsIn({ text, bounds }: Sentences, surnames: ReadonlySet<number>, pronouns: ReadonlySet<number>): Set<number>[] {
  const { lemma, flags } = text.tokens;
  let last = new Set<number>();
  return bounds.map(({ from, to }) => {
    const named = new Set<number>();
    let isMeant = false;
    for (let i = from; i < to; i++) {
      const id = lemma[i] ?? 0;
      if ((flags[i] ?? 0) & Flag.capital && surnames.has(id)) named.add(id);
      else isMeant ||= pronouns.has(id);
    }
    if (named.size === 0) return isMeant ? last : named;
    last = named;
    return named;
  });
}
