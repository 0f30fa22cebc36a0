import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { pushTo } from '../../words/pushTo';
import { conflictOf, wordsOf } from '../contradiction';
import { Circumstance, circumstancesOf, isPastUpTo } from '../counting/circumstances';
import { compareScenes } from '../scenes/scene';
import { isAnew, isBeside } from '../scenes/standing';
import { amountConflict } from './amounts';
import { keyWordsOf, type Predicate } from './predicate';
import { rowAt } from './predicateWords';
import { compareSubjects } from './subjects';
import { areOfOtherDays, areOfOthers, arePublishedApart } from './times';

/** Of one whom many sentences tell of, so many at most are compared. */
const MOST = 12;
/** Closeness of two articles from which on a noun alone is the same thing, and from which on a contradiction is told in full. */
const ONE_SUBJECT = 0.45;
const SAME_SUBJECT = 0.4;
const DONE = 0.35;
/** Closeness from which on a noun alone is surely the same thing. */
const SURELY = 0.6;

/** An article's predicates by what they are said of. */
export class PredicateSheet {
  readonly byKey = new Map<string, Predicate[]>();

  constructor(predicates: readonly Predicate[]) {
    for (const one of predicates) {
      for (const key of keyWordsOf(one)) if ((this.byKey.get(key)?.length ?? 0) < MOST) pushTo(this.byKey, key, one);
    }
  }
}

/** What two articles say of the same, where both cannot be so. `near`: how close the two are. */
export function predicateConflicts(a: PredicateSheet, b: PredicateSheet | undefined, near: number, lexicon: Lexicon): Conflict[] {
  const found: Conflict[] = [];
  const told = new Set<Predicate>();
  for (const [key, here] of a.byKey) {
    const there = b?.byKey.get(key);
    if (!there) continue;
    // who tells both knows more: one after the other, or of two
    const isBothWays = (all: readonly Predicate[]) =>
      all.some((one) => all.some((other) => other.side !== one.side || other.negated !== one.negated));
    if (isBothWays(here) || isBothWays(there)) continue;
    for (const x of here) {
      for (const y of there) {
        if (told.has(x) || told.has(y)) continue;
        const conflict = compare(x, y, near, lexicon);
        if (!conflict) continue;
        told.add(x).add(y);
        found.push(conflict);
      }
    }
  }
  return found;
}

/** Of a verb that is in no row. */
const ANY = { isSure: false, isCharged: false, isDoneTo: true, isPassing: true, isMeasured: false };

function compare(x: Predicate, y: Predicate, near: number, lexicon: Lexicon): Conflict | undefined {
  if (x.side === y.side && x.negated === y.negated) return amounts(x, y, near, lexicon);
  const { isSure, isCharged, isDoneTo, isPassing, isMeasured } = x.row < 0 ? ANY : rowAt(x.row);
  const isLong = isLongAgo(x) !== isLongAgo(y);
  if ((isPassing && x.future !== y.future) || x.urged !== y.urged || (x.had !== y.had && !isSure && !isLong)) return undefined;
  const subject = compareSubjects(x.subject, y.subject, lexicon);
  if (subject === 'other' || (subject === 'likely' && near < ONE_SUBJECT)) return undefined;
  const isBare = x.subject.names.length === 1 && y.subject.names.length === 1;
  if ((isDoneTo && near < DONE) || (isBare && near < SAME_SUBJECT)) return undefined;
  if (areOfOthers(x, y) || (isCharged && areOfOtherCharges(x, y, lexicon))) return undefined;
  const { shared, ofX, ofY } = restOfBoth(x, y, lexicon);
  const least = Math.min(ofX, ofY);
  if (isDoneTo && !isToOne(x, y, lexicon)) return undefined;
  if (isDoneTo && !isLong && (least > shared || shared === 0)) return undefined;
  if (x.row < 0 && (least > 0 || shared < (isLong ? 0 : subject === 'same' ? 1 : 2))) return undefined;
  if (isMeasured && (least > shared || areOfOtherKinds(x, y, lexicon) || !agree(x.numbers, y.numbers))) return undefined;
  if (!isLong) {
    if (isPassing && (arePublishedApart(x, y) || areOfOtherDays(x, y))) return undefined;
    const [past, other] = [x, y].map((one) => isPast(one));
    if (past !== other) return undefined;
  }
  if (areOfOtherStates(x, y)) return undefined;
  if (x.row < 0 && compareScenes({ ...x, kind: 'state' }, { ...y, kind: 'state' }, lexicon) === 'other') return undefined;
  const verb = ({ source, at, end, negated }: Predicate) => `“${negated ? 'not ' : ''}${wordsOf(source, at, end)}”`;
  const isPlain = isSure || (isDoneTo && !isPassing && shared >= 2 && least === 0);
  const isFull =
    isPlain && near >= SAME_SUBJECT && (subject === 'same' || near >= SURELY) && !x.isMeant && !y.isMeant && !arePublishedApart(x, y);
  return { ...conflictOf('state', [x, y], `${verb(x)} against ${verb(y)}`), ...(!isFull && { level: 'differs' as const }) };
}

/** The same said of the same with another figure, where it befalls one once. */
function amounts(x: Predicate, y: Predicate, near: number, lexicon: Lexicon): Conflict | undefined {
  if (x.negated || x.future !== y.future || x.urged !== y.urged || x.had !== y.had || near < ONE_SUBJECT) return undefined;
  if (x.row < 0 || !rowAt(x.row).isSure) return undefined;
  if (compareSubjects(x.subject, y.subject, lexicon) !== 'same' || areOfOthers(x, y) || areOfOtherDays(x, y) || areOfOtherStates(x, y))
    return undefined;
  const { ofX, ofY } = restOfBoth(x, y, lexicon);
  return Math.min(ofX, ofY) > 0 ? undefined : amountConflict(x, y, lexicon);
}

/** Of another time; of what befalls one once only where its own clause says so. */
function isPast({ row, source, from, to }: Predicate): boolean {
  const isPast = (circumstancesOf(source, from, to) & Circumstance.past) !== 0;
  return isPast && (row < 0 || !rowAt(row).isSure || isPastUpTo(source, from, to));
}

/** What news calls one charge; murder is no manslaughter. */
const CHARGES = ['arson fire burn torch alight', 'theft steal', 'fraud defraud swindle', 'bribery bribe'].map(
  (words) => new Set(words.split(' ')),
);
const TERMS = new Set('year month week day life prison jail court'.split(' '));

/** "Cleared of manslaughter" and "found guilty of theft" */
function areOfOtherCharges({ object: a }: Predicate, { object: b }: Predicate, lexicon: Lexicon): boolean {
  const [x, y] = [a, b].map((words) => words.filter((word) => !TERMS.has(lexicon.word(word))));
  const areOne = (one: number, other: number) =>
    areAlike(one, other, lexicon) || CHARGES.some((charge) => charge.has(lexicon.word(one)) && charge.has(lexicon.word(other)));
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((one) => y.some((other) => areOne(one, other)));
}

/** Words behind a predicate that still belong to it. */
const NEAR = 3;

const LONG = /\b(?:since|for (?:\p{L}+ ){0,2}(?:years|months|decades|weeks)|in years)\b/iu;

/** "Had not been inspected since the summer", whenever the one inspection was that the other tells of. */
function isLongAgo({ negated, row, source, from, to }: Predicate): boolean {
  return row < 0 && negated && LONG.test(wordsOf(source, from, to));
}

function agree(a: readonly number[], b: readonly number[]): boolean {
  return a.length * b.length === 0 || a.some((one) => b.includes(one));
}

/** Bottled sales are not all of them, unless a name says whose they are: "Tellmar shares". */
function areOfOtherKinds(
  { subject: { kinds: a, marks: ofA } }: Predicate,
  { subject: { kinds: b, marks: ofB } }: Predicate,
  lexicon: Lexicon,
): boolean {
  const isOther = (kind: number, marks: readonly number[]) => !marks.includes(kind) && lexicon.rarity(kind) < UNKNOWN;
  return a.some((kind) => isOther(kind, ofB)) || b.some((kind) => isOther(kind, ofA));
}
/** Bits from which on a word is in no dictionary. */
const UNKNOWN = 17;

/** What is open again is open, as it was before. */
const AGAIN = /(?<=\b(?:open|closed|shut|free|safe|full|running) (?:to \p{Ll}+ )?)again\b/u;

/** Whether only one of two clauses tells of what is so again, by now, still or besides. */
function areOfOtherStates(x: Predicate, y: Predicate): boolean {
  const [a, b] = [x, y].map(({ source, from, to, end }) => ({ text: wordsOf(source, from, Math.min(to, end + NEAR)) }));
  if (!a || !b) return false;
  return (
    isBeside({ text: a.text.replace(AGAIN, '') }) !== isBeside({ text: b.text.replace(AGAIN, '') }) ||
    (arePublishedApart(x, y) && isAnew(a) !== isAnew(b))
  );
}

function restOfBoth({ rest: a }: Predicate, { rest: b }: Predicate, lexicon: Lexicon): { shared: number; ofX: number; ofY: number } {
  const shared = a.filter((one) => b.some((other) => areAlike(one, other, lexicon))).length;
  const back = b.filter((one) => a.some((other) => areAlike(one, other, lexicon))).length;
  return { shared: Math.min(shared, back), ofX: a.length - shared, ofY: b.length - back };
}

/** How alike two words must be to stand for one thing. */
const ALIKE = 0.5;

function areAlike(a: number, b: number, lexicon: Lexicon): boolean {
  if (a === b) return true;
  const { lemmas, similarities } = lexicon.related(a);
  return (similarities[lemmas.indexOf(b)] ?? 0) >= ALIKE;
}

/** Whether what the one is done to is named in the other, too, or is left out; "the lease of the barn" is none of the mill, nor an amendment to it. */
function isToOne(x: Predicate, y: Predicate, lexicon: Lexicon): boolean {
  const lacks = (words: readonly number[], others: readonly number[]) =>
    words.filter((one) => !others.some((other) => areAlike(one, other, lexicon))).length;
  const [ofX, ofY] = [lacks(x.object, y.rest), lacks(y.object, x.rest)];
  return (ofX === 0 || ofY === 0) && (x.object.length * y.object.length === 0 || (ofX < x.object.length && ofY < y.object.length));
}
