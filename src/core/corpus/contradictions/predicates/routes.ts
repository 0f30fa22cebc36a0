import { Flag } from '../../words/flags';
import type { Stretch } from '../../matching/relation';
import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { conflictOf, type Side, wordsOf } from '../contradiction';
import type { ArticleWords } from '../deeds/articleWords';
import { PREPOSITION } from '../deeds/readDeeds';
import { areCountedApart, areTimedApart } from '../scenes/apart';
import { toldAt } from '../scenes/passage';
import { compareSubjects, type Subject } from './subjects';
import { areOfOthers, arePublishedApart } from './times';

/** Where somebody or something goes from and to, by the names of the places. */
export interface Route extends Side {
  readonly subject: Subject;
  readonly start: readonly number[];
  readonly goal: readonly number[];
  /** Of many, who may go both ways, or on the way back. */
  readonly isBothWays: boolean;
}

/** Words behind "from" and "to" among which a name stands. */
const REACH = 5;
const GOAL = new Set('to for toward towards'.split(' '));
const BACK = /\b(?:back|return\w*|again|regular\w*|daily|every|between)\b/iu;

/** "On its way from Ellmouth to the island of Tarn" */
export function routeIn(words: ArticleWords, { from, to }: Stretch, subject: Subject): Route | undefined {
  let [start, goal]: [readonly number[], readonly number[]] = [[], []];
  for (let i = from; i < to; i++) {
    if (words.word(i) === 'from') start = namesBehind(words, i, to);
    else if (GOAL.has(words.word(i)) && goal.length === 0) goal = namesBehind(words, i, to);
  }
  if (start.length === 0 || goal.length === 0) return undefined;
  const last = subject.to - 1;
  const isMany = subject.names.length === 0 && words.surface(last) === `${words.word(last)}s`;
  return { source: words.source, from, to, subject, start, goal, isBothWays: isMany || BACK.test(wordsOf(words.source, from, to)) };
}

function namesBehind(words: ArticleWords, at: number, limit: number): readonly number[] {
  const found: number[] = [];
  for (let i = at + 1; i < Math.min(limit, at + REACH) && !(PREPOSITION.has(words.word(i)) && words.word(i) !== 'of'); i++)
    if (words.has(i, Flag.capital) && words.isContent(i) && !words.surface(i).endsWith('day')) found.push(words.id(i));
  return found;
}

/** One way told the other way round: "from Ketta to Mirabad" and "from Mirabad to Ketta"; once for two places, however often it is said. */
export function routeConflicts(a: readonly Route[], b: readonly Route[], lexicon: Lexicon): Conflict[] {
  const [here, there] = [a, b].map(eachOnce);
  if (!here || !there) return [];
  // who tells of both ways knows of two journeys
  const isKnown = (routes: readonly Route[]) => routes.some((one) => routes.some((other) => areTurned(one, other)));
  if (isKnown(here) || isKnown(there)) return [];
  return here.flatMap((x) =>
    there.flatMap((y): Conflict[] => {
      if (!areTurned(x, y) || x.isBothWays || y.isBothWays || areOfOthers(x, y)) return [];
      const [one, other] = [toldAt(x), toldAt(y)];
      if (areTimedApart(one, other) || areCountedApart(one, other, lexicon)) return [];
      const isNamedOnce = (x.subject.names.length === 0) !== (y.subject.names.length === 0);
      if (!isNamedOnce && compareSubjects(x.subject, y.subject, lexicon) === 'other') return [];
      return [{ ...conflictOf('state', [x, y]), ...(arePublishedApart(x, y) && { level: 'differs' as const }) }];
    }),
  );
}

/** Routes of an article that are compared, at most: one that has more is a timetable. */
const MANY = 50;

function eachOnce(routes: readonly Route[]): readonly Route[] {
  const found = new Map(
    routes.toReversed().map((route) => [`${route.start.join()} ${route.goal.join()} ${route.subject.heads.join()}`, route]),
  );
  return [...found.values()].reverse().slice(0, MANY);
}

function areTurned(x: Route, y: Route): boolean {
  return x.start.some((one) => y.goal.includes(one)) && x.goal.some((one) => y.start.includes(one));
}
