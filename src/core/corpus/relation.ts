import type { Fit, Query } from './alignment';
import type { Lexicon } from './lexicon';
import type { Relation } from './model';
import { Flag, type Tokens } from './tokens';

/** How two passages relate; symmetric. */
export function relationOf(query: Query, tokens: Tokens, window: Fit, lexicon: Lexicon): Relation {
  const a = words(query.text.tokens, query.from, query.to);
  const b = words(tokens, window.from, window.to);
  if (a.length === b.length && a.every((lemma, i) => lemma === b[i])) return 'verbatim';
  const quotedA = quotedShare(query.text.tokens, query.from, query.to, lexicon);
  const quotedB = quotedShare(tokens, window.from, window.to, lexicon);
  const run = longestRun(a, b);
  const shorter = Math.min(a.length, b.length);
  if (quotedA < 0.2 || quotedB < 0.2) return 'indirect';
  if (run / shorter >= 0.8) return 'trimmed';
  if (quotedA > 0.8 && quotedB > 0.8) return 'retranslated';
  return run >= 4 || run / shorter >= 0.5 ? 'trimmed' : 'indirect';
}

function words(tokens: Tokens, from: number, to: number): number[] {
  return Array.from(tokens.lemma.subarray(from, to));
}

/** Share of the content words that stand between quotation marks. */
function quotedShare(tokens: Tokens, from: number, to: number, lexicon: Lexicon): number {
  let all = 0;
  let quoted = 0;
  for (let i = from; i < to; i++) {
    if (lexicon.kind(tokens.lemma[i] ?? 0) === 1) continue;
    all++;
    if ((tokens.flags[i] ?? 0) & Flag.quoted) quoted++;
  }
  return all === 0 ? 0 : quoted / all;
}

/** Length of the longest run of words that both have. */
function longestRun(a: readonly number[], b: readonly number[]): number {
  const row = new Int32Array(b.length + 1);
  let longest = 0;
  for (const x of a) {
    for (let j = b.length; j > 0; j--) {
      const length = x === b[j - 1] ? (row[j - 1] ?? 0) + 1 : 0;
      row[j] = length;
      if (length > longest) longest = length;
    }
  }
  return longest;
}
