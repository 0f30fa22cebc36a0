import { Kind, type Lexicon } from './lexicon';
import { Flag, type Tokens } from './tokens';

/** How often each lemma stands in the sentences of an event: what everybody writes about there says little. */
export interface Local {
  readonly sentences: number;
  readonly frequency: ReadonlyMap<number, number>;
}

/** The distinct content lemmas of a passage with their weights, and which lemmas elsewhere may stand for them. */
export interface Query {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly weights: Float64Array;
  readonly total: number;
  readonly sentences: number;
  /** Lemma elsewhere -> flat pairs of (index into `weights`, similarity). */
  readonly stands: ReadonlyMap<number, readonly number[]>;
}

/** A stretch of another article's tokens, with how well it renders the query. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Share of the query's weight that the window has. */
  readonly coverage: number;
  /** Share of the window's weight that the query has. */
  readonly precision: number;
  /** Weight shared, in bits. */
  readonly shared: number;
  readonly f: number;
}

export function weightOf(lemma: number, lexicon: Lexicon, local: Local): number {
  const kind = lexicon.kind(lemma);
  if (kind === Kind.function) return 0;
  const df = local.frequency.get(lemma) ?? 1;
  const spread = Math.log(1 + local.sentences / df) / Math.log(1 + local.sentences);
  return lexicon.rarity(lemma) * spread * (kind === Kind.reporting ? 0.25 : 1);
}

export function query(tokens: Tokens, from: number, to: number, lexicon: Lexicon, local: Local): Query {
  const index = new Map<number, number>();
  const weights: number[] = [];
  let sentences = 1;
  let total = 0;
  for (let i = from; i < to; i++) {
    if (i > from && (tokens.flags[i] ?? 0) & Flag.sentence) sentences++;
    const lemma = tokens.lemma[i] ?? 0;
    if (index.has(lemma)) continue;
    const weight = weightOf(lemma, lexicon, local);
    if (weight === 0) continue;
    index.set(lemma, weights.length);
    weights.push(weight);
    total += weight;
  }
  const stands = new Map<number, number[]>();
  for (const [lemma, at] of index) {
    const put = (other: number, similarity: number): void => {
      const list = stands.get(other);
      if (list) list.push(at, similarity);
      else stands.set(other, [at, similarity]);
    };
    put(lemma, 1);
    lexicon.forEachRelated(lemma, (other, similarity) => {
      if (other !== lemma) put(other, similarity);
    });
  }
  return { tokens, from, to, weights: Float64Array.from(weights), total, sentences, stands };
}

/** The best windows of an article, best first, that do not overlap. */
export function bestWindows(query: Query, tokens: Tokens, lexicon: Lexicon, local: Local, most: number): Window[] {
  const { weights, stands, total } = query;
  const n = tokens.lemma.length;
  const longest = Math.max(24, 3 * (query.to - query.from));
  const mostSentences = Math.max(2, query.sentences + 1);

  // Chunks: from one possible beginning of a phrase to the next; only chunks with a hit can begin or end a window.
  const chunkStart: number[] = [];
  const chunkHit: boolean[] = [];
  const tokenWeight = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (i === 0 || (tokens.flags[i] ?? 0) & (Flag.sentence | Flag.clause | Flag.phrase)) {
      chunkStart.push(i);
      chunkHit.push(false);
    }
    const lemma = tokens.lemma[i] ?? 0;
    tokenWeight[i] = weightOf(lemma, lexicon, local);
    if ((tokenWeight[i] ?? 0) > 0 && stands.has(lemma)) chunkHit[chunkHit.length - 1] = true;
  }
  chunkStart.push(n);

  const found: Window[] = [];
  const covered = new Float64Array(weights.length);
  for (let a = 0; a < chunkHit.length; a++) {
    if (!chunkHit[a]) continue;
    covered.fill(0);
    const from = chunkStart[a] ?? 0;
    let shared = 0;
    let windowWeight = 0;
    let windowShared = 0;
    let sentences = 1;
    let best: Window | undefined;
    for (let b = a; b < chunkHit.length; b++) {
      const begin = chunkStart[b] ?? 0;
      const to = chunkStart[b + 1] ?? n;
      if (to - from > longest) break;
      if (b > a && (tokens.flags[begin] ?? 0) & Flag.sentence && ++sentences > mostSentences) break;
      for (let i = begin; i < to; i++) {
        const weight = tokenWeight[i] ?? 0;
        if (weight === 0) continue;
        windowWeight += weight;
        const pairs = stands.get(tokens.lemma[i] ?? 0);
        if (!pairs) continue;
        let most = 0;
        for (let k = 0; k < pairs.length; k += 2) {
          const at = pairs[k] ?? 0;
          const similarity = pairs[k + 1] ?? 0;
          if (similarity > most) most = similarity;
          const gain = similarity - (covered[at] ?? 0);
          if (gain > 0) {
            covered[at] = similarity;
            shared += gain * (weights[at] ?? 0);
          }
        }
        windowShared += most * weight;
      }
      if (!chunkHit[b]) continue;
      const coverage = shared / total;
      const precision = windowShared / windowWeight;
      const f = ((2 * coverage * precision) / (coverage + precision)) * (1 - 0.03 * Math.max(0, sentences - query.sentences));
      if (!best || f > best.f) best = { from, to, coverage, precision, shared, f };
    }
    if (best) found.push(best);
  }
  found.sort((x, y) => y.f - x.f);
  const kept: Window[] = [];
  for (const window of found) {
    if (kept.length === most) break;
    if (kept.every((k) => window.to <= k.from || window.from >= k.to)) kept.push(window);
  }
  return kept;
}

/** Longest common subsequence of the query's and the window's lemmas that carry weight, as a share of the shorter. */
export function orderShared(query: Query, tokens: Tokens, window: Window): number {
  const a: number[] = [];
  const b: number[] = [];
  const known = query.stands;
  for (let i = query.from; i < query.to; i++) {
    const lemma = query.tokens.lemma[i] ?? 0;
    const pairs = known.get(lemma);
    if (pairs) a.push(pairs[0] ?? 0);
  }
  for (let i = window.from; i < window.to; i++) {
    const pairs = known.get(tokens.lemma[i] ?? 0);
    if (pairs) b.push(pairs[0] ?? 0);
  }
  if (a.length === 0 || b.length === 0) return 0;
  const row = new Int32Array(b.length + 1);
  for (const x of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = x === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return (row[b.length] ?? 0) / Math.min(a.length, b.length);
}
