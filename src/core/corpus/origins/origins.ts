import type { Lexicon } from '../words/lexicon';
import type { Origin } from '../model';
import { closeness, profileOf } from '../words/profile';
import { retold, sentencesToRetell } from './rewrite';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import { hashOf } from '../words/hash';
import { Groups } from './groups';

/** Words in a row that prove copying. */
const RUN = 5;

/** Share of an article's runs that another has: from here on a copy, or a copy in parts. Independent prose stays under .045. */
const COPY = 0.25;

const PARTIAL_COPY = 0.05;

/** Runs that must be shared at least: eight words in a row are soon the same where an article is a sentence. */
const LEAST = 4;

/** A run and an article's number make one number that is still whole. */
const MOST_ARTICLES = 2 ** 21;

/** A run that more articles have is boilerplate. */
const COMMON = 50;

/** Up to so many articles each is read beside every other for one that tells it again. */
const FEW = 60;

/** Closeness under which an article tells something else. */
const ONE_SUBJECT = 0.3;

/**
 * Groups articles by the runs of five words they share outside quotation marks (containment; Broder 1997): quoted words are shared
 * without copying. Articles that tell the same sentence by sentence in other words are one group, too. An article without a word is
 * in none.
 */
export function findOrigins(all: readonly { readonly uri: string; readonly tokens: Tokens }[], lexicon: Lexicon): Origin[] {
  const articles = all.filter(({ tokens }) => tokens.lemma.length > 0);
  const { size, holders } = holdersOf(articles, lexicon);
  const shared = new Map<number, number>();
  for (const list of holders) {
    for (const [k, a] of list.entries()) {
      for (const b of list.slice(k + 1)) shared.set(a * articles.length + b, (shared.get(a * articles.length + b) ?? 0) + 1);
    }
  }
  const groups = new Groups(articles.length);
  const closest = articles.map(() => 0);
  const partly: (readonly [number, number, number])[] = [];
  const link = (a: number, b: number, share: number): void => {
    groups.link(a, b);
    for (const k of [a, b]) closest[k] = Math.max(closest[k] ?? 0, share);
  };
  for (const [pair, count] of shared) {
    const [a, b] = [Math.floor(pair / articles.length), pair % articles.length];
    if (count < LEAST) continue;
    const share = count / Math.max(1, Math.min(size[a] ?? 0, size[b] ?? 0));
    if (share >= COPY) link(a, b, share);
    else if (share >= PARTIAL_COPY) partly.push([a, b, share]);
  }
  // A sentence or two in common make no copy of an article that others copied whole: these groups are closed.
  const copied = closest.map((share) => share > 0);
  for (const [a, b, share] of partly) if (!copied[a] && !copied[b]) link(a, b, share);
  const sentences = rewrites(articles, lexicon, groups);
  return groups.lists().map((list): Origin => {
    const uris = list.flatMap((i) => articles[i]?.uri ?? []);
    const id = `origin-${(hashOf(uris.join('\n')) >>> 0).toString(36)}`;
    if (list.length === 1) return { id, kind: 'own', reason: 'its own prose', uris };
    const told = Math.max(...list.map((i) => sentences[i] ?? 0));
    if (told > 0) return { id, kind: 'rewrite', reason: `${told} sentences tell the same in the same order`, uris };
    const share = Math.max(...list.map((i) => closest[i] ?? 0));
    const kind = share >= COPY ? 'copy' : 'partial-copy';
    const common = `up to ${Math.round(100 * share)} % of the text outside quotation marks is the same word for word`;
    return { id, kind, reason: kind === 'copy' ? common : `${common}; what stands in it counts as one origin, the rest does not`, uris };
  });
}

/** Puts articles into one group that tell the same in other words; how many sentences do, for each. */
function rewrites(articles: readonly { readonly tokens: Tokens }[], lexicon: Lexicon, groups: Groups): readonly number[] {
  const most = articles.map(() => 0);
  if (articles.length > FEW) return most;
  const told = articles.map(({ tokens }) => ({ profile: profileOf(tokens, lexicon), sentences: sentencesToRetell(tokens, lexicon) }));
  told.forEach((a, i) => {
    for (const [j, b] of told.entries()) {
      if (j <= i || groups.areOne(i, j) || closeness(a.profile, b.profile) < ONE_SUBJECT) continue;
      const count = retold(a.sentences, b.sentences, lexicon);
      if (count === 0) continue;
      groups.link(i, j);
      for (const k of [i, j]) most[k] = Math.max(most[k] ?? 0, count);
    }
  });
  return most;
}

/** An origin with the articles that have the same words as one of it. */
export function withCopies(origin: Origin, alike: (uri: string) => readonly string[]): Origin {
  const uris = origin.uris.flatMap(alike);
  if (uris.length === origin.uris.length) return origin;
  const own = origin.kind === 'own' ? { kind: 'copy' as const, reason: 'the same text' } : {};
  return { ...origin, ...own, uris: uris.sort() };
}

/** How many runs each article has, and which articles have a run that several have. A thousand articles have most of a million runs. */
function holdersOf(articles: readonly { readonly tokens: Tokens }[], lexicon: Lexicon) {
  const keys = new Float64Array(articles.reduce((sum, { tokens }) => sum + tokens.lemma.length, 0));
  let count = 0;
  const size = articles.map(({ tokens }, index) => {
    const runs = runsOf(tokens, lexicon);
    for (const run of runs) keys[count++] = (run >>> 0) * MOST_ARTICLES + index;
    return runs.size;
  });
  const sorted = keys.subarray(0, count).sort();
  const holders: number[][] = [];
  const runAt = (at: number) => Math.floor((sorted[at] ?? 0) / MOST_ARTICLES);
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && runAt(to) === runAt(from)) to++;
    if (to - from > 1 && to - from <= COMMON) holders.push(Array.from(sorted.subarray(from, to), (key) => key % MOST_ARTICLES));
  }
  return { size, holders };
}

function runsOf(tokens: Tokens, lexicon: Lexicon): ReadonlySet<number> {
  const runs = new Set<number>();
  let length = 0;
  for (let i = 0; i < tokens.lemma.length; i++) {
    const flags = tokens.flags[i] ?? 0;
    length = flags & Flag.quoted ? 0 : flags & Flag.paragraph ? 1 : length + 1;
    if (length < RUN) continue;
    let hash = 0;
    for (let k = i - RUN + 1; k <= i; k++) hash = Math.imul(hash ^ lexicon.hash(tokens.lemma[k] ?? 0), 0x9e3779b1);
    runs.add(hash);
  }
  return runs;
}
