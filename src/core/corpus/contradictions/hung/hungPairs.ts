import type { Lexicon } from '../../words/lexicon';
import type { Conflict } from '../../model';
import { conflictOf, type Source } from '../contradiction';
import { circumstancesOf } from '../counting/circumstances';
import { countAlike } from '../counting/countedNouns';
import { isOneWord } from '../deeds/deed';
import { compareScenes } from '../scenes/scene';
import { toldAt } from '../scenes/passage';
import { haveOtherNames } from '../scenes/slots';
import { compareValues } from './compareValues';
import { SINCE, VERBS } from './hooks';
import type { Hung, HungBySort } from './hung';
import { nameKey } from './named';
import { MOMENTS } from './value';
import { areOneThing, areOtherKinds, isPartOf, type Thing, thingsOf, weigh } from './things';

/** Two values of one thing that cannot both be. */
interface HungPair {
  readonly a: Hung;
  readonly b: Hung;
  readonly level: 'conflict' | 'differs';
}

/** Closeness from which on a noun alone tells that two values are of one thing. */
const ONE_SUBJECT = 0.3;

/** Values of a sort that are compared, of an article; one that has more is a table. */
const MANY = 300;

/** What two articles give for one thing, where it is not the same. */
export function hungConflicts(a: HungBySort | undefined, b: HungBySort | undefined, near: number, lexicon: Lexicon): Conflict[] {
  if (!a || !b) return [];
  return pairHung(a, b, near, lexicon).map(({ a: x, b: y, level }) => ({
    ...conflictOf(
      MOMENTS.has(x.sort) ? 'date' : x.sort === 'duration' ? 'duration' : 'number',
      [x, y].map(({ source, from, to }) => ({ source, from, to })),
    ),
    level,
  }));
}

/** What two articles give for one thing: hung on one deed or measure of it, and not the same. */
function pairHung(a: HungBySort, b: HungBySort, near: number, lexicon: Lexicon): HungPair[] {
  const found: HungPair[] = [];
  for (const [sort, all] of a) {
    const [here, there] = [all.slice(0, MANY), b.get(sort)?.slice(0, MANY)];
    if (!there) continue;
    const alike = here.map((x) => there.map((y) => likenessOf(x, y, near, lexicon)));
    const isSame = here.map((x, i) => there.map((y, j) => (alike[i]?.[j] ?? 0) > 0 && compareValues(x, y) === 'same'));
    const best = there.map((_, j) => Math.max(...alike.map((row) => row[j] ?? 0)));
    const isKnown = there.map((_, j) => isSame.some((row) => row[j]));
    for (const [i, x] of here.entries()) {
      const most = Math.max(...(alike[i] ?? []));
      // no article may have both
      if (most === 0 || isSame[i]?.includes(true)) continue;
      for (const [j, y] of there.entries()) {
        const like = alike[i]?.[j] ?? 0;
        // each must be what the other is likest to
        if (like === 0 || isKnown[j] || like < most || like < (best[j] ?? 0)) continue;
        const level = levelOf(x, y, like, near, lexicon);
        if (level) found.push({ a: x, b: y, level });
      }
    }
  }
  return found;
}

function levelOf(x: Hung, y: Hung, like: number, near: number, lexicon: Lexicon): HungPair['level'] | undefined {
  const staged = ({ source, from, to, sort, low, fact, days, begin }: Hung) => ({
    source,
    from,
    to,
    kind:
      sort === 'moment' || sort === 'season'
        ? ('day' as const)
        : sort === 'hour'
          ? ('date' as const)
          : sort === 'duration'
            ? ('duration' as const)
            : ('number' as const),
    value: fact?.value ?? low,
    isBefallen: fact?.fate !== undefined,
    isHung: true,
    begin,
    isToCome: days !== undefined && days.first > dayOf(source),
  });
  if (
    APART_SORTS.test(x.sort) &&
    Math.max(amountOf(x), amountOf(y)) > (near < SURELY_ONE_EVENT ? MOST : MOST_OF_ONE) * Math.min(amountOf(x), amountOf(y))
  )
    return undefined;
  // "Oyen's visit lasted two days" is no visit of Sen's
  if (haveOtherNames(toldAt(x), toldAt(y), lexicon)) return undefined;
  if (near < ONE_EVENT && (x.pronoun !== undefined || y.pronoun !== undefined)) return undefined;
  // a rate, what is expected, what was last year
  if (!MOMENTS.has(x.sort) && circumstancesOf(x.source, x.from, x.to) !== circumstancesOf(y.source, y.from, y.to)) return undefined;
  const scene = compareScenes(staged(x), staged(y), lexicon);
  if (scene === 'other') return undefined;
  if (scene === 'givers' || compareValues(x, y) === 'differs') return 'differs';
  return near >= ONE_SUBJECT || like >= SURE ? 'conflict' : 'differs';
}

/** As given: "more than 30" are thirty. */
function amountOf({ fact, low, sort }: Hung): number {
  return sort.startsWith('measure') ? low : (fact?.value ?? low);
}

const SURE = 0.6;
/** How many times as much one may be of what is counted or measured. */
const [MOST, MOST_OF_ONE] = [3, 5];
const APART_SORTS = /^(?:count|sum|share|duration|measure)/;
/** Closeness from which on other names in two sentences are of one event. */
const SURELY_ONE_EVENT = 0.55;

/** Its day of publication, counted from 1970. */
function dayOf({ article }: Source): number {
  return Date.parse(article.metadata.published?.value.slice(0, 10) ?? '') / 86_400_000 || Infinity;
}

/** How sure it is that two values are of one thing, 0 to 1; 0 where they are not. */
function likenessOf(x: Hung, y: Hung, near: number, lexicon: Lexicon): number {
  if (x.isNegated !== y.isNegated || !countAlikeHeads(x, y, lexicon)) return 0;
  if (!isAmong(x.hooks[0], y.hooks, lexicon) || !isAmong(y.hooks[0], x.hooks, lexicon)) return 0;
  if (areOfOtherTimes(x, y)) return 0;
  const [ofX, ofY] = [thingsOf(x), thingsOf(y)];
  const find = (id: number, others: readonly Thing[]) =>
    others.find((other) => other.id === id) ?? others.find((other) => areOneThing(id, other.id, lexicon));
  const [matchX, matchY] = [ofX.map(({ id }) => find(id, ofY)), ofY.map(({ id }) => find(id, ofX))];
  const lacks = (at: number | undefined, things: readonly Thing[], match: readonly (Thing | undefined)[]) =>
    at !== undefined && !match[things.findIndex((thing) => thing.at === at)];
  const isAny = (one: Hung) => one.subject === undefined ? one.pronoun === 'it' : isHook(one) || ANYTHING.has(lexicon.word(one.source.text.tokens.lemma[one.subject] ?? -1)); // prettier-ignore
  const own = (one: Hung, match: readonly (Thing | undefined)[], things: readonly Thing[]) =>
    match.map((found, i) => (one.hookAt.has(things[i]?.at ?? -1) ? undefined : found));
  const shared = Math.min(weigh(ofX, own(x, matchX, ofX), lexicon), weigh(ofY, own(y, matchY, ofY), lexicon));
  // whom the one tells of must stand in the other, or be left out there
  const [ofOtherX, ofOtherY] = [lacks(x.subject, ofX, matchX) && !isAny(x), lacks(y.subject, ofY, matchY) && !isAny(y)];
  const isNamed = isNameOf(x, y) || isNameOf(y, x);
  if (ofOtherX && ofOtherY && !isNamed) return 0;
  // "the transaction is worth", "the vote was": of what articles of one event are about
  const isOne = isNamed || isAny(x) || isAny(y) || (x.sort === 'count' && x.head >= 0 && x.head === y.head);
  if (shared === 0) return near >= ONE_EVENT && isOne ? LEAST : 0;
  // "the last round of the talks" is a part of them
  if ((!isAny(x) && isPartOf(x, ofX, matchX, y)) || (!isAny(y) && isPartOf(y, ofY, matchY, x))) return 0;
  if (lacks(x.object, ofX, matchX) && lacks(y.object, ofY, matchY)) return 0;
  // "closed its canteen"
  if (lacks(x.object, ofX, matchX) && y.object === undefined && !lacks(x.subject, ofX, matchX) && !isHook(x)) return 0;
  if (lacks(y.object, ofY, matchY) && x.object === undefined && !lacks(y.subject, ofY, matchY) && !isHook(y)) return 0;
  for (const [i, { at }] of ofX.entries()) {
    const other = matchX[i];
    if (other && areOtherKinds(x, at, y, other.at, lexicon)) return 0;
  }
  return shared / Math.max(1, Math.min(weigh(ofX, ofX, lexicon), weigh(ofY, ofY, lexicon)));
}
/** What an article may call that of which it tells. */
const ANYTHING = new Set(
  'project work construction building deal transaction plan scheme vote law bill agreement contract accord'.split(' '),
);
/** Closeness from which on two articles tell of one event, and how sure it then is of what is so called. */
const ONE_EVENT = 0.35;
const LEAST = 0.1;

/** Whether the one tells of a name that stands before the other's noun in its article: "the Brack pit", "Brack". */
function isNameOf({ subject: name, source, named }: Hung, { subject: noun, source: other, named: there }: Hung): boolean {
  if (name === undefined || noun === undefined) return false;
  const key = nameKey(source.text.tokens.lemma[name] ?? 0, other.text.tokens.lemma[noun] ?? 0);
  return named.has(key) || there.has(key);
}

/** "This year", "next year": of two in one clause each must say which. */
function areOfOtherTimes({ when: a, isOneOf: isA, period: p }: Hung, { when: b, isOneOf: isB, period: q }: Hung): boolean {
  // what is of this year need not say so
  if (p !== q && [p ?? 'this', q ?? 'this'].some((period) => period !== 'this' && period !== 'first')) return true;
  if (!a || !b) return isA || isB;
  return a.first > b.last || b.first > a.last;
}

function isHook({ subject, hookAt }: Hung): boolean {
  return subject !== undefined && hookAt.has(subject);
}

function isAmong(hook: number | undefined, hooks: readonly number[], lexicon: Lexicon): boolean {
  if (hook === undefined) return false;
  const verb = (one: number) => (one % SINCE >= VERBS ? (one % SINCE) - VERBS : undefined);
  const isOne = (other: number) => {
    const [p, q] = [verb(hook), verb(other)];
    return p !== undefined && q !== undefined && Math.floor(hook / SINCE) === Math.floor(other / SINCE) && isOneWord(p, q, lexicon);
  };
  return hooks.includes(hook) || hooks.some(isOne);
}

const PEOPLE = new Set(
  'person people crowd inhabitant resident spectator fan viewer worker employee attendance audience workforce staff population'.split(' '),
);

function countAlikeHeads(x: Hung, y: Hung, lexicon: Lexicon): boolean {
  if (x.head === y.head) return true;
  if (x.sort !== 'count' || x.head < 0 || y.head < 0) return false;
  const [p, q] = [lexicon.word(x.head), lexicon.word(y.head)];
  return countAlike(p, q) || (PEOPLE.has(p) && PEOPLE.has(q)) || isOneWord(x.head, y.head, lexicon);
}
