import { fitOf } from '../matching/alignment';
import type { Query } from '../matching/query';
import type { Lexicon } from '../words/lexicon';
import { compareCounts, type Count } from './counts';
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

/** Pairs of counts of one thing that are not the same: each the other's likest. */
export function pairCounts(a: FactSheet<Count>, b: FactSheet<Count>, lexicon: Lexicon): CountPair[] {
  const likeness = a.facts.map((x) => b.facts.map((y) => likenessOf(a, x, b, y, lexicon)));
  return a.facts.flatMap((x, i) =>
    b.facts.flatMap((y, j): CountPair[] => {
      const like = likeness[i]?.[j] ?? 0;
      const comparison = compareCounts(x, y);
      const isBest = !likeness[i]?.some((other) => other > like) && !likeness.some((row) => (row[j] ?? 0) > like);
      if (comparison === 'same' || !isBest || like < leastOf(x, y)) return [];
      const isSure = comparison === 'conflict' && like >= SURE && (x.fate === undefined || isNear(x, y) || x.value * y.value === 0);
      return [{ a: x, b: y, level: isSure ? 'conflict' : 'differs' }];
    }),
  );
}

function leastOf(a: Count, b: Count): number {
  if (isNear(a, b)) return NEAR;
  return a.fate === undefined ? OTHERS : ONE_THING;
}

function isNear(a: Count, b: Count): boolean {
  return Math.max(a.value, b.value) <= GROWN * Math.min(a.value, b.value);
}

function likenessOf(sheetA: FactSheet<Count>, a: Count, sheetB: FactSheet<Count>, b: Count, lexicon: Lexicon): number {
  if ((a.sum ?? false) !== (b.sum ?? false) || isOther(a.person, b.person)) return 0;
  if (isTenfold(a, b) || arePlacedApart(a, b)) return 0;
  if (a.fate !== b.fate && (a.fate !== undefined || b.fate !== undefined)) return 0;
  const head = a.head < 0 || b.head < 0 ? 0 : headLikeness(a.head, b.head, lexicon);
  if (a.fate === undefined && head < LIKE_HEAD) return 0;
  if (areOtherPeople(a, b, head, lexicon)) return 0;
  const [x, y] = [sheetA.around(a), sheetB.around(b)];
  const both = (p: Query, q: Query) => (fitOf(p, sheetB.text, q.from, q.to).f + fitOf(q, sheetA.text, p.from, p.to).f) / 2;
  return (
    0.6 * both(x.near, y.near) +
    0.4 * both(x.sentence, y.sentence) +
    (a.fate === undefined ? 0 : 0.12) +
    (head === 1 ? 0.08 : head > SAME_HEAD ? 0.04 : 0) +
    (a.places.size > 0 && b.places.size > 0 ? 0.1 : 0) +
    (compareCounts(a, b) === 'same' ? 0.08 : 0)
  );
}

const ANYBODY = new Set('person people life death fatality casualty injury arrest victim dead'.split(' '));

/** The pupils among the dead are not the teachers among them. */
function areOtherPeople(a: Count, b: Count, likeness: number, lexicon: Lexicon): boolean {
  const isSpecial = ({ head }: Count) => head >= 0 && !ANYBODY.has(lexicon.word(head)) && !lexicon.isVerb(head);
  return a.fate !== undefined && likeness < UNLIKE && isSpecial(a) && isSpecial(b);
}
const UNLIKE = 0.3;

function isTenfold(a: Count, b: Count): boolean {
  return a.value * b.value > 0 && Math.max(a.value, b.value) > TENFOLD * Math.min(a.value, b.value);
}

function headLikeness(a: number, b: number, lexicon: Lexicon): number {
  if (a === b) return 1;
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
