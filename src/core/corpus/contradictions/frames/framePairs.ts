import { compareSpeakers, spokenIn } from '../../matching/voices';
import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { conflictOf, wordsOf } from '../contradiction';
import { circumstancesOf } from '../counting/circumstances';
import { areOfOtherDays, areOfOthers } from '../predicates/times';
import { areNamedApart, areOfOtherTrades, areTimedApart } from '../scenes/apart';
import { toldAt } from '../scenes/passage';
import { isBeside } from '../scenes/standing';
import { negated, opposed } from './denied';
import type { Frame } from '../predicates/frame';
import type { FrameSheet, FrameWithRoles } from './frameSheet';
import { excludes, isMutual, isTogether, opposedTo } from './frameWords';
import { isOne, likenessOf, SURELY } from './likeness';
import { isOneDeed, otherAgent, otherName, otherPlace } from './places';

/** One deed told of the same with the sides turned, or with something in one of its places that excludes what the other has there; `near`: how close the two articles are. */
export function frameConflicts(a: FrameSheet, b: FrameSheet, near: number, lexicon: Lexicon): Conflict[] {
  const found: { readonly x: Frame; readonly y: Frame; readonly conflict: Conflict }[] = [];
  // who has both sides of a dispute contradicts nobody who has one
  const agreed = new Set<Frame>();
  for (const [deed, here] of a.byDeed) {
    for (const [x, y] of pairsOf(here, b.byDeed.get(deed), a, b)) {
      const [here, there] = [a.withRoles(x, b), b.withRoles(y, a)];
      const conflict = compare(deed, here, there, near, lexicon);
      if (conflict) found.push({ x, y, conflict });
      else if (x.negated === y.negated && isOneDeed(here, there, near, lexicon)) agreed.add(x).add(y);
    }
    for (const other of opposedTo(deed)) {
      for (const [x, y] of pairsOf(here, b.byDeed.get(other), a, b)) {
        if (!excludes(deed, x.negated, other, y.negated)) continue;
        if (areOfOtherTrades(toldAt(x), toldAt(y), lexicon)) continue;
        const conflict = opposed(a.withRoles(x, b), b.withRoles(y, a), near, lexicon);
        if (conflict && !areApart(x, y)) found.push({ x, y, conflict });
      }
    }
  }
  return found.flatMap(({ x, y, conflict }) => (agreed.has(x) || agreed.has(y) ? [] : [conflict]));
}

/** Those that may be of one thing: two words besides the verb, of a short clause one, stand in both; what may stand for a word is dearer to ask. */
function pairsOf(here: readonly Frame[], there: readonly Frame[] | undefined, a: FrameSheet, b: FrameSheet): (readonly [Frame, Frame])[] {
  if (!there) return [];
  return here.flatMap((x) => {
    const words = a.wordsOf(x);
    return there.flatMap((y) => (shareEnough(words, b.wordsOf(y)) ? [[x, y] as const] : []));
  });
}

function shareEnough(a: readonly number[], b: readonly number[]): boolean {
  let least = Math.min(a.length, b.length) < SHORT ? 1 : 2;
  for (const word of a) if (b.includes(word) && --least === 0) return true;
  return false;
}
/** Words of a clause from which on one of them alone tells nothing. */
const SHORT = 4;

function compare(deed: string, x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  const isTurned = x.frame.negated !== y.frame.negated;
  const conflict =
    (isTurned ? undefined : otherPlace(x, y, near, lexicon)) ??
    (areNamedApart(toldAt(x.frame), toldAt(y.frame)) ? undefined : otherwise(deed, x, y, near, lexicon));
  return conflict && !areApart(x.frame, y.frame) ? conflict : undefined;
}

function otherwise(deed: string, x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  if (x.frame.negated !== y.frame.negated) return negated(x, y, near, lexicon);
  const isOneTime = x.frame.had === y.frame.had && x.frame.future === y.frame.future;
  if (!isOneTime && !FINAL.has(deed)) return undefined;
  return swapped(deed, x, y, near, lexicon) ?? otherName(deed, x, y, near, lexicon) ?? otherAgent(x, y, near, lexicon);
}

/** What is agreed on is done, whether it has been or will be. */
const FINAL = new Set(['buy', 'succeed', 'hold']);

/** Whether the two clauses tell of other times, other ones of a row, or what two people claim. */
function areApart(x: Frame, y: Frame): boolean {
  if (areOfOthers(x, y) || areOfOtherDays(x, y) || circumstancesOf(x.source, x.from, x.to) !== circumstancesOf(y.source, y.from, y.to)) return true; // prettier-ignore
  if (isBeside({ text: wordsOf(x.source, x.from, x.to) }) !== isBeside({ text: wordsOf(y.source, y.from, y.to) })) return true;
  if (ORDERING.test(wordsOf(x.source, x.from, x.to)) || ORDERING.test(wordsOf(y.source, y.from, y.to))) return true;
  if (areTimedApart(toldAt(x), toldAt(y))) return true;
  const [here, there] = [x, y].map(({ source, from, to }) => spokenIn(source.voices, from, to));
  return here !== undefined && there !== undefined && compareSpeakers(here.speakers, there.speakers) === 'other';
}

/** One of several states in time. */
const ORDERING = /\b(?:at first|initially|originally|later|then|eventually|formerly|finally)\b/iu;

/** "Rovers beat Athletic" and "Athletic beat Rovers" */
function swapped(deed: string, x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  if (isTogether(deed)) return undefined;
  const ofAgent = likenessOf(x.roles.agent, y.roles.theme, lexicon);
  if (ofAgent === 'unknown' || ofAgent === 'other') return undefined;
  const ofTheme = likenessOf(x.roles.theme, y.roles.agent, lexicon);
  if (!isOne(ofAgent, near) || !isOne(ofTheme, near)) return undefined;
  if (isOne(likenessOf(x.roles.agent, y.roles.agent, lexicon), near) || isOne(likenessOf(x.roles.agent, x.roles.theme, lexicon), near)) return undefined; // prettier-ignore
  const isSure = !isMutual(deed) && ((ofAgent === 'same' && ofTheme === 'same') || near >= SURELY);
  return { ...conflictOf('state', [x.frame, y.frame]), ...(!isSure && { level: 'differs' as const }) };
}
