import type { Lexicon } from '../../words/lexicon';
import { countAlike } from '../counting/countedNouns';

/**
 * How alike two words must be to stand for each other in one place: by WordNet words of one meaning, and a kind and what it is a kind of.
 * Two kinds of one thing, as concert and rehearsal, are less alike and tell two things apart.
 */
const STANDS = 0.41;
/** What outlets call one thing, as base forms; a row at a time. */
const ROWS = `match game fixture
concert show gig performance
hall centre center arena stadium ground
ruling verdict judgment decision
ministry government department
street road
apartment flat
fight clash battle fighting
poll survey
boat ship ferry vessel
village town community
study research
house building home
contract deal
hearing trial
court judge jury tribunal
church chapel cathedral temple mosque
crash accident collision derailment wreck pile-up
shooting attack
mine pit quarry
migrant refugee
official minister spokesman
season year
hill mountain
beach shore coast
film picture
lawmaker politician deputy`;
/** What may be said of anything. */
const ANYTHING = new Set(
  'incident event area place site scene location region thing case matter situation disaster tragedy part group side people person total number figure amount day time year'.split(
    ' ',
  ),
);

const rows: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [row, line] of ROWS.split('\n').entries())
    for (const word of line.split(' ')) found.set(word, [...(found.get(word) ?? []), row]);
  return found;
})();

/** How alike a kind and what it is a kind of are, at most. */
const KIND = 0.5;

/** Whether the one is a kind of the other, and no other word for it. */
export function isOfKind(a: number, b: number, lexicon: Lexicon): boolean {
  const { lemmas, similarities } = lexicon.related(a);
  const likeness = similarities[lemmas.indexOf(b)] ?? 0;
  return likeness >= STANDS && likeness <= KIND && !countAlike(lexicon.word(a), lexicon.word(b));
}

/** "Semifinal" of "final". */
const HALF = /^(?:semi|half|non|sub|quarter)-?(?=\p{L}{4})/u;

/** Whether two outlets may mean one thing by two words in one place. */
export function mayBeOne(a: number, b: number, lexicon: Lexicon): boolean {
  const [x, y] = [lexicon.word(a), lexicon.word(b)];
  if (a === b || ANYTHING.has(x) || ANYTHING.has(y) || countAlike(x, y)) return true;
  if (x.replace(HALF, '') === y || y.replace(HALF, '') === x) return false;
  if (rows.get(x)?.some((row) => rows.get(y)?.includes(row))) return true;
  const { lemmas, similarities } = lexicon.related(a);
  return (similarities[lemmas.indexOf(b)] ?? 0) >= STANDS;
}
