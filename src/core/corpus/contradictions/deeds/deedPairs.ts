import { compareSpeakers } from '../../matching/voices';
import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed, isDirection } from '../../words/opposites';
import type { ByWord } from '../../words/byWord';
import { conflictOf, wordsOf } from '../contradiction';
import { circumstancesOf } from '../counting/circumstances';
import { compareScenes } from '../scenes/scene';
import { type Around, compareRoles, type Deed, isOneWord } from './deed';

/** Words with content in common from which on two clauses tell of one thing, and of those of the longer one the share. */
const LEAST = 2;
const SHARE = 0.6;
/** The same for a contradiction in full. */
const SURE = 3;
const SURE_SHARE = 0.75;

/** Of these only who says so can contradict. */
const SPEECH = new Set('confirm admit acknowledge concede deny reject dispute'.split(' '));
/** What two do together, whoever is named first. */
const TOGETHER = new Set(
  'meet marry face play fight resemble match date divorce contact join equal follow know see hear be have say tell include mean become need'.split(
    ' ',
  ),
);
/** What two may well do to each other, each. */
const MUTUAL = new Set(
  'kiss hug embrace call visit love like watch help support back accuse blame criticize attack praise thank greet oppose challenge hit'.split(
    ' ',
  ),
);
const PLACING = new Set('in at near outside from to'.split(' '));

/** Two clauses that are about one thing. */
interface Compared {
  readonly x: Deed;
  readonly y: Deed;
  /** Undefined where both say the same. */
  readonly conflict?: Conflict;
}

/** What one article tells as done and another as not done or as its opposite, done by the other side, or at another place. */
export function deedConflicts(a: readonly Deed[], b: ByWord<Deed> | undefined, lexicon: Lexicon): Conflict[] {
  const compared = a.flatMap((x) => alike(x, b).flatMap((y) => compare(x, y, lexicon) ?? []));
  // Who has both sides of a dispute contradicts nobody who has one.
  const agreeing = new Set(compared.flatMap(({ x, y, conflict }) => (conflict ? [] : [x, y])));
  const told = new Set<Deed>(agreeing);
  return compared.flatMap(({ x, y, conflict }) => {
    if (!conflict || told.has(x) || told.has(y)) return [];
    told.add(x).add(y);
    return [conflict];
  });
}

/** The clauses that may have enough of the words: each of those has one of the few rarest. */
function alike({ all }: Deed, among: ByWord<Deed> | undefined): readonly Deed[] {
  return among?.withRarest(all, all.size - Math.ceil(SHARE * all.size) + 2) ?? [];
}

function compare(x: Deed, y: Deed, lexicon: Lexicon): Compared | undefined {
  const isSame = isOneWord(x.lemma, y.lemma, lexicon);
  const isOpposed = isSame ? x.way !== y.way && x.way !== undefined && y.way !== undefined : areOpposed(x.lemma, y.lemma, lexicon);
  if (!isSame && !isOpposed) return undefined;
  const isTurned = isOpposed ? !x.negated && !y.negated : x.negated !== y.negated;
  if (isOpposed && !isTurned) return undefined;
  const { shared, ofX, ofY } = wordsOfBoth(x, y, lexicon);
  const most = Math.max(x.all.size, y.all.size);
  if (shared < LEAST || shared < SHARE * Math.min(x.all.size, y.all.size)) return undefined;
  const doer = compareRoles(x.doer, y.doer, lexicon);
  const theme = compareRoles(x.theme, y.theme, lexicon);
  // the same told twice is agreed on, whatever else is told beside it
  if (!isTurned && doer !== 'other' && theme === 'same' && (ofX.length === 0 || ofY.length === 0)) return { x, y };
  if (x.open || y.open || x.ordered || y.ordered || x.had !== y.had) return undefined;
  if (!isSameRow(x.frame, y.frame) || differ(x.numbers, y.numbers)) return undefined;
  if (areOtherTimes(x, y) || compareScenes({ ...x, kind: 'state' }, { ...y, kind: 'state' }, lexicon) === 'other') return undefined;
  if (isTurned) {
    if (areOtherVoices(x, y, doer)) return undefined;
    if (ofX.length > 0 && ofY.length > 0) return undefined;
    if (shared < SHARE * most) return undefined;
    if (doer === 'other' || !(theme === 'same' || (x.isClausal && y.isClausal && shared >= SURE))) return undefined;
    if (SPEECH.has(lexicon.word(x.lemma)) && SPEECH.has(lexicon.word(y.lemma)) && doer !== 'same') return undefined;
    if (isDirection(x.lemma, lexicon) && isDirection(y.lemma, lexicon) && !areTimes([...ofX, ...ofY], [...x.around, ...y.around]))
      return undefined;
    const isSaidAlike = doer === 'same' || (x.spoken === undefined) === (y.spoken === undefined);
    const isSure = shared >= SURE && shared >= SURE_SHARE * most && isSaidAlike;
    return { x, y, conflict: { ...turned(x, y), ...(!isSure && { level: 'differs' as const }) } };
  }
  if (areSwapped(x, y, lexicon) && (ofX.length === 0 || ofY.length === 0)) {
    const isSure = shared >= SURE + 1 && shared === most && !MUTUAL.has(lexicon.word(x.lemma));
    return { x, y, conflict: { ...conflictOf('state', [x, y]), ...(!isSure && { level: 'differs' as const }) } };
  }
  if (doer === 'other' || theme !== 'same' || areOtherVoices(x, y, doer)) return undefined;
  const [placeX, placeY] = [placeOf(x, ofX), placeOf(y, ofY)];
  if (!placeX || placeX.preposition !== placeY?.preposition) return undefined;
  // who names both knows how the one lies to the other
  if (ofX.some((word) => y.source.text.tokens.lemma.includes(word)) || ofY.some((word) => x.source.text.tokens.lemma.includes(word)))
    return undefined;
  const places = [
    { source: x.source, from: placeX.from, to: placeX.to },
    { source: y.source, from: placeY.from, to: placeY.to },
  ] as const;
  return {
    x,
    y,
    conflict: {
      ...conflictOf('name', [x, y], places.map(({ source, from, to }) => `“${wordsOf(source, from, to)}”`).join(' against ')),
      level: 'differs',
    },
  };
}

/** How many words both have, and which each has that the other lacks. */
function wordsOfBoth(
  { all: a }: Deed,
  { all: b }: Deed,
  lexicon: Lexicon,
): { shared: number; ofX: readonly number[]; ofY: readonly number[] } {
  const [ofX, restY] = [[...a].filter((word) => !b.has(word)), new Set([...b].filter((word) => !a.has(word)))];
  const left = ofX.filter((word) => {
    const other = [...restY].find((one) => isOneWord(word, one, lexicon));
    if (other !== undefined) restY.delete(other);
    return other === undefined;
  });
  return { shared: a.size - left.length, ofX: left, ofY: [...restY] };
}

function isSameRow(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function differ(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one));
}

function areOtherTimes(x: Deed, y: Deed): boolean {
  return circumstancesOf(x.source, x.from, x.to) !== circumstancesOf(y.source, y.from, y.to);
}

/** What one says and another does not is an opinion. */
function areOtherVoices(x: Deed, y: Deed, doer: string): boolean {
  return (
    doer !== 'same' && x.spoken !== undefined && y.spoken !== undefined && compareSpeakers(x.spoken.speakers, y.spoken.speakers) === 'other'
  );
}

/** Whether words stand in names alone, as "in Oslo" and "on Monday" do. */
function areTimes(words: readonly number[], around: readonly Around[]): boolean {
  return words.every((word) => around.some(({ isName, words: all }) => isName && all.includes(word)));
}

function areSwapped(x: Deed, y: Deed, lexicon: Lexicon): boolean {
  if (TOGETHER.has(lexicon.word(x.lemma)) || x.isClausal || y.isClausal) return false;
  return (
    compareRoles(x.doer, y.theme, lexicon) === 'same' &&
    compareRoles(x.theme, y.doer, lexicon) === 'same' &&
    compareRoles(x.doer, x.theme, lexicon) !== 'same' &&
    compareRoles(x.doer, y.doer, lexicon) !== 'same'
  );
}

/** The place of which all words are meant. */
function placeOf({ around }: Deed, words: readonly number[]): Around | undefined {
  return around.find(
    (one) =>
      PLACING.has(one.preposition) && one.isName && one.words.length === words.length && words.every((word) => one.words.includes(word)),
  );
}

function turned(x: Deed, y: Deed): Conflict {
  const verb = ({ source, at, end, negated }: Deed) => `“${negated ? 'not ' : ''}${wordsOf(source, at, end)}”`;
  return conflictOf('state', [x, y], `${verb(x)} against ${verb(y)}`);
}
