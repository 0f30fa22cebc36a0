import { type Side, wordsOf } from '../contradiction';

const WHICH = /\b(?:first|second|third|fourth|fifth|last|final|next|other|new|old|\d+(?:st|nd|rd|th))\b/gi;

const DAY = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|since|until)\b/gi;

/** Whether each names its day, and none of them is the other's, or only one goes on since or until some day. */
export function areOfOtherDays(x: Side, y: Side): boolean {
  const [a, b] = [x, y].map(({ source, from, to }): readonly string[] => wordsOf(source, from, to).toLowerCase().match(DAY) ?? []);
  const edges = (words: readonly string[] = []) => words.filter((word) => !word.endsWith('day')).join();
  if (!a || !b || edges(a) !== edges(b)) return true;
  return a.length * b.length > 0 && !a.some((one) => b.includes(one));
}

/** "The first game" and "the last game", "the new wing" and "the old one" */
export function areOfOthers(x: Side, y: Side): boolean {
  const [a, b] = [x, y].map(({ source, from, to }): readonly string[] => wordsOf(source, from, to).toLowerCase().match(WHICH) ?? []);
  return a !== undefined && b !== undefined && a.length * b.length > 0 && !a.some((one) => b.includes(one));
}

/** Whether each article says when it appeared, on other days. */
export function arePublishedApart(x: Side, y: Side): boolean {
  const [a, b] = [x, y].map(({ source }) => source.article.metadata.published?.value.slice(0, 10));
  return a !== undefined && b !== undefined && a !== b;
}
