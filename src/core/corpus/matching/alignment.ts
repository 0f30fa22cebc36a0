import { Chunked } from './chunked';
import { mayHave, type Query } from './query';
import type { Stretch } from './relation';
import { type Fit, type Mutable, Tally } from './tally';
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

  const found: Fit[] = [];
  const tally = new Tally(query);
  const best: Mutable<Fit> = { from: 0, to: 0, coverage: 0, precision: 0, f: -1, heaviest: 0 };
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
    best.f = -1;
    for (let b = a; b < until && b <= last; b++) {
      chunked.add(b, tally);
      if (!hit[b]) continue;
      const f = tally.f() * (costs[b] ?? 0);
      if (f > best.f) tally.note(best, starts[b + 1] ?? n, f);
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
