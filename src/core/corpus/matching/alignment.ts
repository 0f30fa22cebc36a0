import { mayHave, type Query } from './query';
import type { Stretch } from './relation';
import { BETA_SQUARE, type Fit, type Mutable, Tally } from './tally';
import { Flag } from '../words/flags';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';

/** What each sentence more than the query has costs. */
const SENTENCE_COST = 0.06;
const PARAGRAPH_COST = 0.15;
/**
 * The best stretches of an article, best first, that do not overlap. Linear in the article for a query of given length. Stretches that are
 * less like the query than `least` may be left out.
 */
export function bestFits(query: Query, text: Weighted, most: number, least = 0): Fit[] {
  const { stands, threes, hints } = query;
  const { tokens } = text;
  const { lemma, flags } = tokens;
  const { weights } = text;
  const n = lemma.length;
  const longest = Math.max(24, 3 * (query.to - query.from));
  const mostSentences = Math.max(2, query.sentences + 1);

  // Stretches begin and end at chunks, from one possible beginning of a phrase to the next, that hold a shared lemma.
  const { starts } = text;
  const chunks = starts.length - 1;
  const hit = new Uint8Array(chunks);
  // The words that stand for one of the query, chunk by chunk; of the others only what they weigh counts.
  const shared: number[] = [];
  const firsts: number[] = [];
  const sharedFrom = new Int32Array(chunks + 1);
  const others = new Float64Array(chunks);
  let runUntil = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const end = starts[chunk + 1] ?? n;
    let other = 0;
    for (let i = starts[chunk] ?? 0; i < end; i++) {
      const three = text.threes[i] ?? 0;
      if (mayHave(hints, three) && threes.has(three)) runUntil = i + 3;
      const id = lemma[i] ?? 0;
      const first = mayHave(hints, id) ? stands.first(id) : -1;
      const weight = weights[i] ?? 0;
      if (first < 0) other += weight;
      else {
        shared.push(weight);
        firsts.push(first);
      }
      if (i < runUntil || (first >= 0 && weight > FUNCTION_WEIGHT)) hit[chunk] = 1;
    }
    others[chunk] = other;
    sharedFrom[chunk + 1] = shared.length;
  }

  const found: Fit[] = [];
  const tally = new Tally(query);
  const best: Mutable<Fit> = { from: 0, to: 0, coverage: 0, precision: 0, f: -1, heaviest: 0 };
  const mayBegin = least > 0 ? beginnings(query, firsts, sharedFrom, starts, longest, least) : undefined;
  for (let a = 0; a < chunks; a++) {
    if (!hit[a] || mayBegin?.[a] === 0) continue;
    tally.clear();
    const from = starts[a] ?? 0;
    let sentences = 1;
    let paragraphs = 0;
    best.f = -1;
    for (let b = a; b < chunks; b++) {
      const begin = starts[b] ?? 0;
      const to = starts[b + 1] ?? n;
      if (to - from > longest) break;
      if (b > a && (flags[begin] ?? 0) & Flag.sentence && ++sentences > mostSentences) break;
      if (b > a && (flags[begin] ?? 0) & Flag.paragraph) paragraphs++;
      tally.pass(others[b] ?? 0);
      for (let k = sharedFrom[b] ?? 0; k < (sharedFrom[b + 1] ?? 0); k++) tally.add(shared[k] ?? 0, firsts[k] ?? -1);
      if (!hit[b]) continue;
      const factor = 1 - SENTENCE_COST * Math.max(0, sentences - query.sentences) - PARAGRAPH_COST * paragraphs;
      const f = tally.f() * factor;
      if (f > best.f) tally.note(best, to, f);
    }
    if (best.f >= 0) found.push({ ...best, from });
  }
  found.sort((x, y) => y.f - x.f);
  const kept: Fit[] = [];
  for (const fit of found) {
    if (kept.length === most) break;
    if (kept.every((other) => fit.to <= other.from || fit.from >= other.to)) kept.push(fit);
  }
  return kept;
}

/**
 * Where stretches may begin that are as like the query as `least`: by what their words may add to it at most, if nothing else stood among
 * them. Most cannot, and need not be tried word by word.
 */
function beginnings(
  { weights, stands, total }: Query,
  firsts: readonly number[],
  sharedFrom: Int32Array,
  starts: Int32Array,
  longest: number,
  least: number,
): Uint8Array {
  const chunks = starts.length - 1;
  const gains = new Float64Array(chunks + 1);
  const functions = new Int32Array(chunks + 1);
  for (let chunk = 0; chunk < chunks; chunk++) {
    let [gain, count] = [0, 0];
    for (let k = sharedFrom[chunk] ?? 0; k < (sharedFrom[chunk + 1] ?? 0); k++) {
      let most = 0;
      for (let entry = firsts[k] ?? -1; entry >= 0; entry = stands.next[entry] ?? -1) {
        const weight = weights[stands.at[entry] ?? 0] ?? 0;
        if (weight > FUNCTION_WEIGHT) most = Math.max(most, weight * (stands.similarity[entry] ?? 0));
      }
      if (most > 0) gain += Math.max(most, FUNCTION_WEIGHT);
      else count++;
    }
    gains[chunk + 1] = (gains[chunk] ?? 0) + gain;
    functions[chunk + 1] = (functions[chunk] ?? 0) + count;
  }
  const granted = weights.reduce((sum, weight) => (weight <= FUNCTION_WEIGHT ? sum + weight : sum), 0);
  // The coverage that gives `least` where everything in the stretch is shared; a little less, since sums are rounded.
  const needed = ((least * BETA_SQUARE) / (1 + BETA_SQUARE - least)) * total - 1e-6;
  const may = new Uint8Array(chunks);
  for (let a = 0, b = 0; a < chunks; a++) {
    while (b < chunks && (starts[b + 1] ?? 0) - (starts[a] ?? 0) <= longest) b++;
    const end = Math.max(b, a);
    const own = Math.min(granted, ((functions[end] ?? 0) - (functions[a] ?? 0)) * FUNCTION_WEIGHT);
    if ((gains[end] ?? 0) - (gains[a] ?? 0) + own >= needed) may[a] = 1;
  }
  return may;
}

/** How well one given stretch renders the query. */
export function fitOf(query: Query, text: Weighted, from: number, to: number): Fit {
  return fitIn(new Tally(query), query, text, from, to);
}

/** The same of several stretches. */
export function fitsOf(query: Query, text: Weighted, stretches: readonly Stretch[]): Fit[] {
  const tally = new Tally(query);
  return stretches.map(({ from, to }) => {
    tally.clear();
    return fitIn(tally, query, text, from, to);
  });
}

function fitIn(tally: Tally, { hints, stands }: Query, { tokens: { lemma }, weights }: Weighted, from: number, to: number): Fit {
  for (let i = from; i < to; i++) {
    const id = lemma[i] ?? 0;
    tally.add(weights[i] ?? 0, mayHave(hints, id) ? stands.first(id) : -1);
  }
  return tally.fit(from, to);
}

/** Whether one of the query's deeds is done in a stretch, too; true where it has none. */
export function isDone({ deeds, stands }: Query, { tokens }: Weighted, { from, to }: Fit): boolean {
  if (deeds.length === 0) return true;
  for (let i = from; i < to; i++) {
    for (let entry = stands.first(tokens.lemma[i] ?? 0); entry >= 0; entry = stands.next[entry] ?? -1) {
      if (deeds.includes(stands.at[entry] ?? -1)) return true;
    }
  }
  return false;
}
