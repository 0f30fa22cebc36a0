import type { Article } from './article';
import type { Span } from './span';

/** Where some words stand in an article as whole words, spans in UTF-16 of `raw`; spaces may be line ends there, and apostrophes any. */
export function occurrencesOf({ raw }: Pick<Article, 'raw'>, words: string): readonly Span[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
    .join('\\s+');
  if (pattern === '') return [];
  const found = raw.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'));
  return [...found].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}
