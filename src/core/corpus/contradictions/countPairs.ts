import { fitOf } from '../matching/alignment';
import type { Query } from '../matching/query';
import type { Lexicon } from '../words/lexicon';
import { compareCounts, type Count } from './counts';
import { Circumstance } from './counting/circumstances';
import { countAlike } from './counting/countedNouns';
import type { FactSheet } from './factPairs';

/** Likeness from which on two counts are about one thing, and from which on that is sure. */
const ONE_THING = 0.24;
const SURE = 0.3;
/** The same where another multitude may be counted: nothing befell those counted, and the one is far higher. */
const OTHERS = 0.4;
/** How many times as high a count must be to be one of something else. */
const TENFOLD = 10;
/** The same where they are near in size, and nothing speaks against it. */
const NEAR = 0.17;
/** Closeness from which on two articles surely tell of one event, and of one subject: there less must be alike in two sentences. */
const ONE_EVENT = 0.55;
const ONE_SUBJECT = 0.35;
/** Likeness from which on two counts are about one thing in articles that are less close. */
const ALIKE = 0.5;
const SURELY_ALIKE = 0.65;
/** The same for people that something befell: of one place, or in articles of one subject, less is enough. */
const ALIKE_PEOPLE = 0.45;
/** The same for sums, of which any article about money has many; how many times as high one may be, and the closeness that they need. */
const SUMS = 0.28;
const SURE_SUMS = 0.4;
const SUMS_APART = 3;
const CLOSE_SUMS = 0.45;
/** The same for shares in per cent. */
const SURE_SHARES = 0.6;
/** What it adds that both are of one thing by its name, as the pages of a report. */
const ONE_OWNER = 0.35;
/** Likeness of nouns from which on they may count the same. */
const LIKE_HEAD = 0.6;
const SAME_HEAD = 0.8;
/** How many times as high a count may be that came later: tolls grow, and parts are smaller than wholes. */
const GROWN = 2;

export interface CountPair {
  readonly a: Count;
  readonly b: Count;
  readonly level: 'conflict' | 'differs';
}

/** Pairs of counts of one thing that are not the same: each the other's likest. `closeness` is that of the two articles. */
export function pairCounts(a: FactSheet<Count>, b: FactSheet<Count>, closeness: number, lexicon: Lexicon): CountPair[] {
  const likeness = a.facts.map((x) => b.facts.map((y) => likenessOf(a, x, b, y, lexicon)));
  return a.facts.flatMap((x, i) =>
    b.facts.flatMap((y, j): CountPair[] => {
      const like = likeness[i]?.[j] ?? 0;
      const comparison = compareCounts(x, y);
      const isBest = !likeness[i]?.some((other) => other > like) && !likeness.some((row) => (row[j] ?? 0) > like);
      if (comparison === 'same' || !isBest) return [];
      const level = levelOf(x, y, like, closeness, lexicon);
      if (level === undefined) return [];
      if (isKnown(x, b, lexicon) || isKnown(y, a, lexicon)) return [];
      return [{ a: x, b: y, level: comparison === 'differs' ? 'differs' : level }];
    }),
  );
}

/** How sure it is that two counts are of one thing: `conflict`, `differs`, or not at all. */
function levelOf(a: Count, b: Count, like: number, closeness: number, lexicon: Lexicon): CountPair['level'] | undefined {
  if (a.sum) {
    if (closeness < CLOSE_SUMS || like < SUMS || ratioOf(a, b) > SUMS_APART) return undefined;
    return closeness >= ONE_EVENT && like >= SURE_SUMS ? 'conflict' : 'differs';
  }
  if (a.share) {
    if (closeness < CLOSE_SUMS || like < ALIKE || ratioOf(a, b) > SUMS_APART) return undefined;
    return closeness >= ONE_EVENT && like >= SURE_SHARES ? 'conflict' : 'differs';
  }
  if (a.fate === undefined) {
    if (closeness >= ONE_EVENT) return like < (isNear(a, b) ? NEAR : OTHERS) ? undefined : like >= SURE ? 'conflict' : 'differs';
    if (closeness < ONE_SUBJECT || like < ALIKE) return undefined;
    return like >= SURELY_ALIKE ? 'conflict' : 'differs';
  }
  if (isOfSort(a, b, lexicon)) return undefined;
  const areOfOnePlace = a.places.size > 0 && b.places.size > 0;
  const isPart = isPartOf(a, b, lexicon);
  if (like < (isNear(a, b) ? NEAR : ONE_THING)) return undefined;
  // who is still in hospital is told of few events
  if (a.fate !== 'kept' && like < ALIKE_PEOPLE && (isPart || (closeness < OTHERS && !areOfOnePlace))) return undefined;
  return !isPart && like >= SURE && (isNear(a, b) || a.value * b.value === 0) ? 'conflict' : 'differs';
}

/** Whether the fewer of those counted are of a kind, as "four hostages" are among "twelve people". */
function isPartOf(a: Count, b: Count, lexicon: Lexicon): boolean {
  const [few, many] = a.value < b.value ? [a, b] : [b, a];
  // "three deckhands and four passengers" are all
  return (
    few.value > 0 &&
    few.sums.length === 0 &&
    few.head !== many.head &&
    isOfKind(few, lexicon) &&
    headLikeness(few.head, many.head, lexicon) < SAME_HEAD
  );
}

/** People by sex and age: of all whom it befell they are some. */
const SORTS = new Set('woman man child girl boy teenager teen minor infant baby toddler adult pensioner'.split(' '));

/** Whether the fewer are those of a sex or an age, and the more are others or all. */
function isOfSort(a: Count, b: Count, lexicon: Lexicon): boolean {
  const [few, many] = a.value < b.value ? [a, b] : [b, a];
  return few.value > 0 && few.sums.length === 0 && few.head !== many.head && SORTS.has(lexicon.word(few.head));
}

function isOfKind({ head }: Count, lexicon: Lexicon): boolean {
  return head >= 0 && !ANYBODY.has(lexicon.word(head)) && !lexicon.isVerb(head);
}

function ratioOf(a: Count, b: Count): number {
  return Math.max(a.value, b.value) / Math.min(a.value, b.value);
}

/** Whether an article has a count of another one, too: it knows both, of different things. */
function isKnown(count: Count, { facts }: FactSheet<Count>, lexicon: Lexicon): boolean {
  return facts.some(
    (other) =>
      other.value === count.value &&
      (other.sum ?? false) === (count.sum ?? false) &&
      !arePlacedApart(other, count) &&
      (other.fate === count.fate || other.fate === undefined || count.fate === undefined) &&
      (other.head === count.head || other.fate !== undefined || headLikeness(other.head, count.head, lexicon) >= LIKE_HEAD),
  );
}

function isNear(a: Count, b: Count): boolean {
  return Math.max(a.value, b.value) <= GROWN * Math.min(a.value, b.value);
}

function likenessOf(sheetA: FactSheet<Count>, a: Count, sheetB: FactSheet<Count>, b: Count, lexicon: Lexicon): number {
  if ((a.sum ?? false) !== (b.sum ?? false) || (a.share ?? false) !== (b.share ?? false) || isOther(a.person, b.person)) return 0;
  if ((a.graded || b.graded) && a.value * b.value > 0) return 0;
  const otherwise = a.circumstances ^ b.circumstances;
  if (otherwise & Circumstance.past || (otherwise !== 0 && a.fate === undefined)) return 0;
  if (isTenfold(a, b) || arePlacedApart(a, b)) return 0;
  if (a.fate !== b.fate && (a.fate !== undefined || b.fate !== undefined)) return 0;
  const head = a.head < 0 || b.head < 0 ? 0 : headLikeness(a.head, b.head, lexicon);
  if (a.fate === undefined && head < LIKE_HEAD) return 0;
  if (a.sum && a.head !== b.head) return 0;
  if (areOtherPeople(a, b, head, lexicon)) return 0;
  const [x, y] = [sheetA.around(a), sheetB.around(b)];
  const both = (p: Query, q: Query) => (fitOf(p, sheetB.text, q.from, q.to).f + fitOf(q, sheetA.text, p.from, p.to).f) / 2;
  return (
    0.6 * both(x.near, y.near) +
    0.4 * both(x.sentence, y.sentence) +
    (a.fate === undefined ? 0 : 0.12) +
    (head === 1 ? 0.08 : head > SAME_HEAD ? 0.04 : 0) +
    (a.places.size > 0 && b.places.size > 0 ? 0.1 : 0) +
    (a.owner !== undefined && a.owner === b.owner ? ONE_OWNER : 0) +
    (compareCounts(a, b) === 'same' ? 0.08 : 0)
  );
}

const ANYBODY = new Set('person people life death fatality casualty injury arrest victim dead'.split(' '));

/** The pupils among the dead are not the teachers among them. */
function areOtherPeople(a: Count, b: Count, likeness: number, lexicon: Lexicon): boolean {
  return a.fate !== undefined && likeness < UNLIKE && isOfKind(a, lexicon) && isOfKind(b, lexicon);
}
const UNLIKE = 0.3;

function isTenfold(a: Count, b: Count): boolean {
  return a.value * b.value > 0 && Math.max(a.value, b.value) > TENFOLD * Math.min(a.value, b.value);
}

function headLikeness(a: number, b: number, lexicon: Lexicon): number {
  if (a === b) return 1;
  if (countAlike(lexicon.word(a), lexicon.word(b))) return LIKE_HEAD;
  const { lemmas, similarities } = lexicon.related(a);
  return similarities[lemmas.indexOf(b)] ?? 0;
}

/** What is counted in Oslo is not what is counted in Bergen. */
export function arePlacedApart(a: Count, b: Count): boolean {
  return isOther(a.places, b.places);
}

function isOther(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const one of a) if (b.has(one)) return false;
  return true;
}
