import type { Lexicon } from '../words/lexicon';
import type { Source } from './contradiction';
import type { Count } from './counts';
import type { Fact } from './fact';

/** How many days later the one was published than the other; 0 where that is not known. */
function daysLater(a: Source, b: Source): number {
  const [x, y] = [a, b].map(({ article }) => Date.parse(article.metadata.published?.value.slice(0, 10) ?? ''));
  return ((x ?? NaN) - (y ?? NaN)) / 86_400_000 || 0;
}

/** Whether the article of a later day has more people of whom it is not told what befell them: there may be more by then. */
const PEOPLE = new Set('person resident inhabitant refugee'.split(' '));

export function isLaterMore(source: Source, a: Count, other: Source, b: Count, lexicon: Lexicon): boolean {
  return a.fate === undefined && PEOPLE.has(lexicon.word(a.head)) && daysLater(source, other) * (a.value - b.value) > 0;
}

/** What there is more of from day to day while it is counted. */
const GATHERED = new Set(
  'signature signatory view click download follower donation pledge complaint application case infection entry'.split(' '),
);

/** Whether the article of a later day has more of what is gathered: of signatures there are never fewer. */
export function isGathered(source: Source, a: Count, other: Source, b: Count, lexicon: Lexicon): boolean {
  return GATHERED.has(lexicon.word(a.head)) && GATHERED.has(lexicon.word(b.head)) && daysLater(source, other) * (a.value - b.value) > 0;
}

/** Whether an article of days later has far fewer dead: of the same there are never fewer. */
export function isOutrun(source: Source, a: Count, other: Source, b: Count): boolean {
  const later = daysLater(source, other);
  const [late, early] = later > 0 ? [a, b] : [b, a];
  return late.fate === 'dead' && Math.abs(later) > 1 && late.bound === undefined && 2 * late.value < early.value;
}

/** Whether each of two articles, days apart, dates something to the day before it was published: each has its own news. */
export function areOwnNews(source: Source, { days: a }: Fact, other: Source, { days: b }: Fact): boolean {
  const later = daysLater(source, other);
  return (
    Math.abs(later) > 1 && a !== undefined && b !== undefined && a.first - b.first === later && a.last === a.first && b.last === b.first
  );
}
