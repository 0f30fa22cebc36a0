import { type Side, type Source, wordsOf } from '../contradiction';
import type { Days } from '../days';
import { Circumstance, circumstancesOf } from '../counting/circumstances';
import type { Fact } from '../fact';
import { Flag } from '../../words/flags';
import type { Lexicon } from '../../words/lexicon';
import { areSharesOfOthers, lieOtherwise, measureOthers } from './measured';
import {
  areOfOtherDays,
  areOfOtherPhases,
  areOfOtherTimes,
  areOfOtherWeekdays,
  areOfOtherYears,
  daysIn,
  edgeOf,
  isEachWeek,
  isItsDay,
} from './moments';
import { toldAt, type Told } from './passage';
import { areNamedApart, areOfOpposites, areOfOtherTrades, areTimedApart } from './apart';
import type { Sort } from './contrasts';
import { areOfOtherDeeds, areOfOtherDoers, areOfOtherThings, goBackwards, haveOtherNames } from './slots';
import { areOtherGivers, giverOf } from './sources';
import {
  areOfOtherClocks,
  areOfOtherWidth,
  isAnew,
  isAskedOf,
  isBeside,
  isChanged,
  isLeft,
  isNarrower,
  isOfAnother,
  isOnlyToCome,
  isSoFar,
  isSome,
  isStill,
  isToCome,
  isUpTo,
  Standing,
  standingOf,
} from './standing';

/** A value as it stands in its article. */
export interface Staged extends Side {
  readonly kind: Fact['kind'];
  readonly value?: number | undefined;
  /** Of people whom something befell: tolls are told in many wordings. */
  readonly isBefallen?: boolean;
  /** Of a value that hangs on a deed: this tells whether it is an end or a beginning, and what is to come may be planned. */
  readonly isHung?: boolean;
  /** Where that deed begins. */
  readonly begin?: number;
  /** A day behind that of publication. */
  readonly isToCome?: boolean;
  /** The days that its sentence names beside it. */
  readonly days?: readonly Days[];
}

export function stagedOf(source: Source, fact: Fact, facts: readonly Fact[]): Staged {
  const { from, to, kind, value, fate, grade } = fact;
  return { source, from, to, kind, value: kind === 'duration' ? fact.high : value, isBefallen: fate !== undefined || grade !== undefined, days: daysIn(toldAt({ source, from, to }), facts) }; // prettier-ignore
}

/**
 * Whether two values may be of one thing: `other` where their sentences say that they are not (planned and done, asked and given, another
 * ship, another day, until and since), `givers` where each is somebody's own figure, as that of the police and that of the organisers.
 */
export function compareScenes(a: Staged, b: Staged, lexicon: Lexicon): 'one' | 'givers' | 'other' {
  const [x, y] = [toldAt(a), toldAt(b)];
  const isMoment = a.kind === 'day' || a.kind === 'date';
  const isBefallen = a.isBefallen === true || b.isBefallen === true;
  if (
    areNamedApart(x, y) ||
    (isMoment && areOfOpposites(x, y)) ||
    (a.kind === 'state' && (areTimedApart(x, y) || areOfOtherTrades(x, y, lexicon)))
  )
    return 'other';
  if (!isBefallen && a.kind !== 'state' && (areOtherwise(a, x, b, y) || isOnlyToCome(x, y))) return 'other';
  if (a.kind === 'date' && areOfOtherClocks(x, y)) return 'other';
  if (a.kind === 'number' && arePublishedApart(a, b) && isChanged(x) !== isChanged(y)) return 'other';
  if (isMoment && ((a.isHung !== true && edgeOf(x) !== edgeOf(y)) || isStill(x) !== isStill(y))) return 'other';
  if (a.kind === 'state' && arePublishedApart(a, b) && (isStill(x) !== isStill(y) || isAnew(x) !== isAnew(y))) return 'other';
  if (a.kind === 'state' && isDenied(x) !== isDenied(y) && isAskedOf(x) !== isAskedOf(y)) return 'other';
  if (a.kind === 'state' && (isBeside(x) !== isBeside(y) || areOfOtherTimes(x, y))) return 'other';
  if (a.kind !== 'state' && !isBefallen && areOfOtherPhases(x, y)) return 'other';
  if (a.kind === 'number' && (lieOtherwise(x, y) || isOfAnother(x) !== isOfAnother(y))) return 'other';
  if (a.kind === 'number' && (isPart(a, b) || areOfOtherWidth(x, y) || isLeft(x) !== isLeft(y))) return 'other';
  if (isBefallen && (standingOf(x) ^ standingOf(y)) & Standing.former) return 'other';
  if (a.kind === 'number' && (isAmong(a, y, lexicon, isBefallen) || isAmong(b, x, lexicon, isBefallen))) return 'other';
  if (!isMoment && (areOfOtherDays(a.days ?? [], b.days ?? []) || areOfOtherWeekdays(x, y) || areOfOtherYears(x, y))) return 'other';
  if ((isMoment || a.kind === 'state') && isPast(a) !== isPast(b)) return 'other';
  if ((standingOf(x) & standingOf(y) & Standing.polled) !== 0 && arePublishedApart(a, b)) return 'other';
  if (a.kind === 'duration' && isTenfold(a, b)) return 'other';
  if ((standingOf(x) & standingOf(y) & Standing.offered) !== 0 && areOfOtherDoers(x, y, lexicon)) return 'other';
  const sort = a.kind === 'date' && ![a, b].some(namesDay) ? 'hour' : sortOf(x, y, a.kind);
  const givers = [giverOf(x, lexicon), giverOf(y, lexicon)] as const;
  if (areOfOtherThings(x, y, lexicon, givers, sort, [a.begin ?? Infinity, b.begin ?? Infinity])) return 'other';
  if (a.kind !== 'state' && goBackwards(x, y)) return 'other';
  if (a.kind !== 'number') return 'one';
  if (!isBefallen && ((a.isHung !== true && measureOthers(x, y, lexicon)) || areSharesOfOthers(x, y, lexicon))) return 'other';
  // The dead, hurt and saved can be counted, whoever counts them; of a crowd each has a figure of his own.
  return !isBefallen && areOtherGivers(givers[0], givers[1]) ? 'givers' : 'one';
}

/** Whether only one of two is planned, asked for, offered and so on. */
function areOtherwise(a: Staged, x: Told, b: Staged, y: Told): boolean {
  const otherwise = standingOf(x) ^ standingOf(y);
  const isToBe = (staged: Staged, told: Told) => staged.isToCome === true || isToCome(told);
  return (isToBe(a, x) && isToBe(b, y) ? otherwise & ~Standing.planned : otherwise) !== 0;
}

function sortOf(x: Told, y: Told, kind: Fact['kind']): Sort {
  if (kind === 'state') return isDenied(x) === isDenied(y) ? 'state' : 'denied';
  return kind === 'day' && ((isItsDay(x) && isItsDay(y)) || (isEachWeek(x) && isEachWeek(y))) ? 'its day' : 'value';
}

function isDenied({ source, sentence }: Told): boolean {
  return source.text.tokens.flags.subarray(sentence.from, sentence.to).filter((flag) => flag & Flag.negation).length % 2 === 1;
}

/** Whether in articles that are less close each sentence names somebody or something, and none of it is in the other, or sums are paid and got. */
export function areOfOtherParties(a: Side & { readonly sum?: boolean | undefined }, b: Side, lexicon: Lexicon): boolean {
  const [x, y] = [toldAt(a), toldAt(b)];
  return haveOtherNames(x, y, lexicon) || (a.sum === true && areOfOtherDeeds(x, y, lexicon));
}

/** Whether what is said on the one side is said on another day of the week, or is what was said at first. */
export function areOfOtherOccasions(a: Side, b: Side): boolean {
  const [x, y] = [toldAt(a), toldAt(b)];
  return areOfOtherWeekdays(x, y) || areOfOtherTimes(x, y);
}

/** Who gives a figure, where its sentence says so. */
export function giverAt(side: Side, lexicon: Lexicon): string | undefined {
  return giverOf(toldAt(side), lexicon)?.words;
}

/** Whether the less of two is only what there was up to then, or those of all whom more befell. */
function isPart(a: Staged, b: Staged): boolean {
  const [less, more] = ((a.value ?? 0) < (b.value ?? 0) ? [a, b] : [b, a]).map(toldAt);
  if (!less || !more) return false;
  if ((isSoFar(less) && !isSoFar(more)) || (isSome(less) && !isSome(more))) return true;
  // of those whom it befalls there are more every day, which is told as later
  if (a.isBefallen !== true && isUpTo(less) && !isUpTo(more)) return true;
  return isNarrower(less) && !isNarrower(more) && (a.value ?? 0) * (b.value ?? 0) > 0;
}

function namesDay({ source, from, to }: Side): boolean {
  return /day\b/i.test(wordsOf(source, from, to));
}

function isPast({ source, from, to }: Side): boolean {
  return (circumstancesOf(source, from, to) & Circumstance.past) !== 0;
}

/** Three days of debate are none of four hours. */
function isTenfold({ value: a = 1 }: Staged, { value: b = 1 }: Staged): boolean {
  return Math.max(a, b) >= TENFOLD * Math.min(a, b);
}
const TENFOLD = 10;

function arePublishedApart(a: Staged, b: Staged): boolean {
  const [x, y] = [a, b].map(({ source }) => source.article.metadata.published?.value.slice(0, 10));
  return x !== undefined && y !== undefined && x !== y;
}

/** Whether a sentence has the other one's figure, too, for something else: "14 medals, four of them gold". */
function isAmong({ value }: Staged, { source, sentence, from, to }: Told, lexicon: Lexicon, isBefallen: boolean): boolean {
  const word = (i: number) => lexicon.word(source.text.tokens.lemma[i] ?? -1);
  // the hurt may be as many as the dead
  const isOfThem = (i: number) => word(i) === 'of' && /^(?:them|whom|who|they)$/.test(word(i + 1));
  if (value === undefined) return false;
  for (let i = sentence.from; i < sentence.to; i++)
    if ((i < from || i >= to) && word(i) === `#${value}` && (!isBefallen || isOfThem(i + 1))) return true;
  return false;
}
