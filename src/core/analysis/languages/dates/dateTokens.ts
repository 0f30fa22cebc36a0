import type { DatePack } from '../datePack';

export interface DateToken {
  readonly start: number;
  readonly end: number;
  /** Apostrophes straight. */
  readonly lower: string;
}

const pieces = /\d{1,2}[:.]\d{2}(?!\d|[.:]\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*['’]?|\S/gu;

/** Words, numbers, clock times and signs of a text; "l'année" is two. */
export function dateTokens(prose: string, { elision }: DatePack): readonly DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of prose.matchAll(pieces)) {
    const lower = match[0].toLowerCase().replaceAll('’', "'");
    const start = match.index;
    const elided = elision?.exec(lower)?.[0].length ?? 0;
    if (elided > 0) tokens.push({ start, end: start + elided, lower: lower.slice(0, elided) });
    tokens.push({ start: start + elided, end: start + lower.length, lower: lower.slice(elided) });
  }
  return tokens;
}
