export interface DateToken {
  readonly start: number;
  readonly end: number;
  /** Apostrophes straight. */
  readonly lower: string;
}

const pieces = /\d{1,2}[:.]\d{2}(?!\d|[.:]\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*['’]?|\S/gu;

/** Words, numbers, clock times and signs of a text; "l'année" is two. */
export function dateTokens(prose: string): readonly DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of prose.matchAll(pieces)) {
    const lower = match[0].toLowerCase().replaceAll('’', "'");
    const start = match.index;
    const elided = /^(?:d|l|qu|jusqu|lorsqu)'(?=\p{L})/u.exec(lower)?.[0].length ?? 0;
    const isWhole = elided === 0 || lower === "d'ici" || lower === "d'une" || lower === "d'un";
    if (!isWhole) tokens.push({ start, end: start + elided, lower: lower.slice(0, elided) });
    const from = isWhole ? 0 : elided;
    tokens.push({ start: start + from, end: start + lower.length, lower: lower.slice(from) });
  }
  return tokens;
}
