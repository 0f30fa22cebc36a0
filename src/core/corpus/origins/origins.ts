import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Origin } from '../model';
import { closeness, profileOf } from '../words/profile';
import { retold, sentencesToRetell } from './rewrite';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import { type Spoken, spokenIn, type Voices } from '../matching/voices';

/** Words in a row that prove copying. */
const RUN = 5;
/** Share of an article's runs that another has: from here on a copy, or a copy in parts. Independent prose stays under .045. */
const COPY = 0.25;
const PARTIAL_COPY = 0.05;
/** A run that more articles have is boilerplate. */
const COMMON = 50;
/** Share of the words of a narrated passage in which two copies in parts must agree to be one origin there. */
const SAME_PASSAGE = 0.8;

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
  const size = articles.map(() => 0);
  const holders = new Map<number, number[]>();
  articles.forEach(({ tokens }, index) => {
    for (const run of runsOf(tokens, lexicon)) {
      size[index] = (size[index] ?? 0) + 1;
      const list = holders.get(run);
      if (list) list.push(index);
      else holders.set(run, [index]);
    }
  });
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
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
    return { id, kind, reason: `up to ${Math.round(100 * share)} % of the text outside quotation marks is the same word for word`, uris };
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

/** A rendering with the article it stands in. */
export interface Rendered {
  readonly uri: string;
  readonly outlet: string | undefined;
  readonly tokens: Tokens;
  readonly voices: Voices;
  readonly from: number;
  readonly to: number;
}

/**
 * Origins behind renderings of one statement. Two are one origin where their articles are copies, where they stand in one outlet
 * or name one source (an agency, a readout), or where their articles are copies in parts and so is this passage.
 */
export function originsBehind(rendered: readonly Rendered[], originOf: ReadonlyMap<string, Origin>, lexicon: Lexicon): Origin[] {
  const groups = new Groups(rendered.length);
  const reasons: { kind: Origin['kind']; reason: string }[] = rendered.map(() => ({ kind: 'own', reason: 'its own prose' }));
  const link = (i: number, j: number, kind: Origin['kind'], reason: string): void => {
    groups.link(i, j);
    for (const k of [i, j]) if (reasons[k]?.kind === 'own') reasons[k] = { kind, reason };
  };
  const sources = rendered.map(sourceOf);
  rendered.forEach((a, i) => {
    for (const [j, b] of rendered.entries()) {
      if (j <= i) continue;
      const origin = originOf.get(a.uri);
      const [here, there] = [sources[i], sources[j]];
      if (a.uri === b.uri) link(i, j, 'own', 'its own prose');
      else if (origin === originOf.get(b.uri) && (origin?.kind === 'copy' || origin?.kind === 'rewrite'))
        link(i, j, origin.kind, origin.reason);
      else if (a.outlet !== undefined && a.outlet === b.outlet) link(i, j, 'shared-source', `both in ${a.outlet}`);
      else if (here && there && isOneSource(here.name, there.name)) link(i, j, 'shared-source', `both from ${here.name}`);
      else if (here && b.outlet !== undefined && isOutlet(here.name, b.outlet)) link(i, j, 'shared-source', `one is from ${b.outlet}`);
      else if (there && a.outlet !== undefined && isOutlet(there.name, a.outlet)) link(i, j, 'shared-source', `one is from ${a.outlet}`);
      else if (origin === originOf.get(b.uri) && origin?.kind === 'partial-copy' && isSamePassage(a, b, lexicon))
        link(i, j, 'partial-copy', origin.reason);
    }
  });
  return groups.lists().map((list): Origin => {
    const uris = [...new Set(list.flatMap((i) => rendered[i]?.uri ?? []))].sort();
    const reason = list.map((i) => reasons[i]).find((each) => each?.kind !== 'own') ?? { kind: 'own' as const, reason: 'its own prose' };
    return { id: `origin-${(hashOf(uris.join('\n')) >>> 0).toString(36)}`, ...reason, uris };
  });
}

function sourceOf({ voices, from, to }: Rendered): Spoken['provenance'] {
  const provenance = spokenIn(voices, from, to)?.provenance;
  return provenance && (provenance.kind === 'agency' || provenance.kind === 'readout' || provenance.kind === 'media')
    ? provenance
    : undefined;
}

const GENERIC = new Set(
  'a an the of from by state official news agency agencies media readout report reports statement according to its'.split(' '),
);

/** "Xinhua" and "the official news agency Xinhua" are one; "a readout" and "a readout" without a name need not be. */
function isOneSource(a: string, b: string): boolean {
  const [x, y] = [namesIn(a), namesIn(b)];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** Whether the source that one article names is the outlet of the other, also by its initials. "The Times" is not every Times. */
function isOutlet(source: string, outlet: string): boolean {
  const [x, y] = [namesIn(source), namesIn(outlet)];
  if (x.length > 0 && x.length === y.length && x.every((word) => y.includes(word))) return true;
  const initials = wordsIn(outlet)
    .filter((word) => word !== 'the')
    .map((word) => word[0])
    .join('');
  return initials.length > 2 && x.length === 1 && x[0] === initials;
}

function namesIn(text: string): readonly string[] {
  return wordsIn(text).filter((word) => !GENERIC.has(word) && word !== 's');
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a narrated passage has been taken over: the same words but for a few. Quoted words prove nothing. */
function isSamePassage(a: Rendered, b: Rendered, lexicon: Lexicon): boolean {
  const words = ({ tokens, from, to }: Rendered) => {
    const found = new Set<number>();
    for (let i = from; i < to; i++) {
      const lemma = tokens.lemma[i] ?? 0;
      if (!((tokens.flags[i] ?? 0) & Flag.quoted) && lexicon.kind(lemma) !== Kind.function) found.add(lemma);
    }
    return found;
  };
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((lemma) => y.has(lemma)).length;
  return Math.min(x.size, y.size) > 2 && shared >= SAME_PASSAGE * Math.max(x.size, y.size);
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

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Groups of indices, by merging linked ones. */
class Groups {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  link(a: number, b: number): void {
    this.#parent[this.#find(b)] = this.#find(a);
  }

  areOne(a: number, b: number): boolean {
    return this.#find(a) === this.#find(b);
  }

  lists(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const list = byRoot.get(this.#find(i));
      if (list) list.push(i);
      else byRoot.set(this.#find(i), [i]);
    }
    return [...byRoot.values()];
  }

  #find(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    this.#parent[index] = root;
    return root;
  }
}
