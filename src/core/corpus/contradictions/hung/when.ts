import { rawSpanToProse } from '../../../text/prose';
import type { Stretch } from '../../matching/relation';
import type { Days } from '../days';
import type { ArticleWords } from '../deeds/articleWords';
import { MOMENTS, type Value } from './value';

/** Words between a value and its time, at most. */
const BESIDE = 6;

/** The days named right behind a value, else right before it. */
export function whenOf({ source }: ArticleWords, clause: Stretch, { from, to }: Value, values: readonly Value[]): Days | undefined {
  const { start, end } = source.text.tokens;
  const next = values.find((other) => other.from >= to && !MOMENTS.has(other.sort))?.from ?? Infinity;
  const before = values.findLast((other) => other.to <= from && !MOMENTS.has(other.sort))?.to ?? 0;
  const [low, high] = [start[Math.max(clause.from, from - BESIDE, before)] ?? 0, end[Math.min(clause.to, to + BESIDE, next) - 1] ?? 0];
  const [own, ownEnd] = [start[from] ?? 0, end[to - 1] ?? 0];
  const found: (Days & { at: number })[] = [];
  for (const { type, firstDay: first, lastDay: last, start: raw, end: rawEnd } of source.analysis.dates) {
    const span = (type === 'DATE' || type === 'TIME') && first !== undefined && last !== undefined ? rawSpanToProse(source.article.prose, { start: raw, end: rawEnd }) : undefined; // prettier-ignore
    if (
      !span ||
      first === undefined ||
      last === undefined ||
      span.start < low ||
      span.end > high ||
      (span.start < ownEnd && own < span.end)
    )
      continue;
    found.push({ first, last, by: 'date', ofYear: true, at: span.start });
  }
  return found.find(({ at }) => at >= ownEnd) ?? found.at(-1);
}

const PERIOD = /^(?:year|month|quarter|week|half|season|stage|phase)$/;
const WHICH = /^(?:this|next|last|previous|first|second|third|fourth|fifth)$/;

export function periodOf(words: ArticleWords, clause: Stretch, { to }: Value): string | undefined {
  for (let i = to; i < Math.min(clause.to, to + BESIDE); i++)
    if (WHICH.test(words.surface(i)) && PERIOD.test(words.word(i + 1))) return words.surface(i);
  return undefined;
}
