import { Chunked } from './chunked';
import { mayHave, type Query } from './query';
import type { Fit } from './tally';
import { Flag } from '../words/flags';
import type { Weighted } from '../words/weights';

/** What each sentence more than the query has costs. */
const SENTENCE_COST = 0.06;
const PARAGRAPH_COST = 0.15;

/** One for all: an article is asked at a time. */
const chunked = new Chunked();

/**
 * The best stretches of an article, best first, that do not overlap. Linear in the article for a query of given length. Stretches that are
 * less like the query than `least` may be left out.
 */
export function bestFits(query: Query, text: Weighted, most: number, least = 0): Fit[] {
  const { starts, tokens } = text;
  const n = tokens.lemma.length;
  const longest = Math.max(24, 3 * (query.to - query.from));
  const mostSentences = Math.max(2, query.sentences + 1);
  chunked.read(query, text, least > 0);
  const { chunks, hit, costs, kinds } = chunked;

  reserve(chunks);
  const [froms, tos, likes] = [found.from, found.to, found.f];
  let count = 0;
  const { tally } = query;
  for (let a = 0; a < chunks; a++) {
    if (!hit[a]) continue;
    const from = starts[a] ?? 0;
    let [sentences, paragraphs, until] = [1, 0, a];
    let last = least > 0 ? -1 : chunks;
    for (; until < chunks; until++) {
      if ((starts[until + 1] ?? n) - from > longest) break;
      const kind = until > a ? (kinds[until] ?? 0) : 0;
      if (kind & Flag.sentence && ++sentences > mostSentences) break;
      if (kind & Flag.paragraph) paragraphs++;
      if (!hit[until]) continue;
      const cost = (costs[until] = 1 - SENTENCE_COST * Math.max(0, sentences - query.sentences) - PARAGRAPH_COST * paragraphs);
      if (least > 0 && chunked.most(a, until + 1) * cost >= least) last = until;
    }
    if (last < 0) continue;
    tally.clear();
    let [best, to] = [-1, 0];
    for (let b = a; b < until && b <= last; b++) {
      chunked.add(b, tally);
      if (!hit[b]) continue;
      const f = tally.f() * (costs[b] ?? 0);
      if (f > best) [best, to] = [f, b];
    }
    if (best < 0) continue;
    froms[count] = a;
    tos[count] = to;
    likes[count++] = best;
  }
  const kept: Fit[] = [];
  while (kept.length < most) {
    let next = -1;
    for (let k = 0; k < count; k++) if ((likes[k] ?? 0) >= 0 && (next < 0 || (likes[k] ?? 0) > (likes[next] ?? 0))) next = k;
    if (next < 0) break;
    const [first, last, f] = [froms[next] ?? 0, tos[next] ?? 0, likes[next] ?? 0];
    tally.clear();
    for (let b = first; b <= last; b++) chunked.add(b, tally);
    kept.push({ ...tally.fit(starts[first] ?? 0, starts[last + 1] ?? n), f });
    for (let k = 0; k < count; k++) if ((froms[k] ?? 0) <= last && (tos[k] ?? 0) >= first) likes[k] = -1;
  }
  return kept;
}

/** The likeliest stretch from each chunk on, from its first to its last: room for one article. */
const found = { from: new Int32Array(0), to: new Int32Array(0), f: new Float64Array(0) };

function reserve(chunks: number): void {
  if (found.f.length >= chunks) return;
  [found.from, found.to, found.f] = [new Int32Array(2 * chunks), new Int32Array(2 * chunks), new Float64Array(2 * chunks)];
}

/** How well one given stretch renders the query. */
export function fitOf({ hints, stands, tally }: Query, { tokens: { lemma }, weights }: Weighted, from: number, to: number): Fit {
  tally.clear();
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
