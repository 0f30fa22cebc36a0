import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { primaryOf } from '../../analysis/index';
import type { Prose } from '../../text/prose';
import type { Entry } from '../articles';
import type { Digest } from '../digests';
import type { Stretch } from '../matching/relation';
import type { Origin, Passage } from '../model';
import { Flag } from '../words/flags';
import type { PrimaryKind } from '../../text/metadata/primary';
import type { Tokens } from '../words/tokens';
import { type Spoken, spokenIn, type Voices } from '../matching/voices';
import { hashOf } from '../words/hash';
import { Groups } from './groups';

/** Share of the words of a narrated passage in which two copies in parts must agree to be one origin there. */
const SAME_PASSAGE = 0.8;

/** A rendering with the article it stands in. */
export interface Rendered {
  readonly uri: string;
  readonly outlet: string | undefined;
  /** What kind of primary source the article is. */
  readonly primary: PrimaryKind | undefined;
  readonly tokens: Tokens;
  readonly voices: Voices;
  readonly from: number;
  readonly to: number;
}

/** The articles that places are in, as a corpus has them. */
interface Held {
  get(uri: string): Entry | undefined;
  digest(entry: Entry): Digest;
}

/** Places with their articles, in their order. Of copies, which have something at the same place, it is looked up once. */
export function renderedAt(
  places: readonly Passage[],
  articles: Held,
  stretchOf: (entry: Entry, place: Passage) => Stretch | undefined,
): Rendered[] {
  let last: (Passage & { readonly digest: Digest; readonly prose: Prose; readonly at: Stretch | undefined }) | undefined;
  return places.flatMap((place): Rendered[] => {
    const { uri, start, end } = place;
    const entry = articles.get(uri);
    if (!entry) return [];
    const [digest, { prose, metadata }] = [articles.digest(entry), entry.article];
    if (last?.digest !== digest || last.prose !== prose || last.start !== start || last.end !== end)
      last = { uri, start, end, digest, prose, at: stretchOf(entry, place) };
    const { tokens, voices } = digest;
    return last.at ? [{ uri, outlet: metadata.outlet?.value, primary: primaryOf(entry), tokens, voices, ...last.at }] : [];
  });
}

/**
 * Origins behind renderings of one statement. Two are one origin where their articles are copies, where they stand in one outlet
 * or name one source (an agency, a readout), or where their articles are copies in parts and so is this passage. What somebody is said to
 * say goes back to the primary source that has the words.
 */
export function originsBehind(rendered: readonly Rendered[], originOf: ReadonlyMap<string, Origin>, lexicon: Lexicon): Origin[] {
  const groups = new Groups(rendered.length);
  const reasons: { kind: Origin['kind']; reason: string }[] = rendered.map(() => ({ kind: 'own', reason: 'its own prose' }));
  let own = rendered.length;
  const link = (i: number, j: number, kind: Origin['kind'], reason: string): void => {
    groups.link(i, j);
    for (const k of [i, j]) {
      if (kind === 'own' || reasons[k]?.kind !== 'own') continue;
      reasons[k] = { kind, reason };
      own--;
    }
  };
  const sources = rendered.map(sourceOf);
  for (const [i, a] of rendered.entries()) {
    // Of thirty copies nothing is left to be told after the first.
    if (own === 0 && groups.count === 1) break;
    const origin = originOf.get(a.uri);
    for (const [j, b] of rendered.entries()) {
      if (j <= i) continue;
      const [here, there] = [sources[i], sources[j]];
      const primary = a.primary ?? b.primary;
      if (a.uri === b.uri) link(i, j, 'own', 'its own prose');
      else if (primary !== undefined && isSpeech(a) && isSpeech(b)) link(i, j, 'shared-source', `the words are in the ${primary}`);
      else if (origin === originOf.get(b.uri) && (origin?.kind === 'copy' || origin?.kind === 'rewrite'))
        link(i, j, origin.kind, origin.reason);
      else if (a.outlet !== undefined && a.outlet === b.outlet) link(i, j, 'shared-source', `both in ${a.outlet}`);
      else if (here && there && isOneSource(here.name, there.name)) link(i, j, 'shared-source', `both from ${here.name}`);
      else if (here && b.outlet !== undefined && isOutlet(here.name, b.outlet)) link(i, j, 'shared-source', `one is from ${b.outlet}`);
      else if (there && a.outlet !== undefined && isOutlet(there.name, a.outlet)) link(i, j, 'shared-source', `one is from ${a.outlet}`);
      else if (origin === originOf.get(b.uri) && origin?.kind === 'partial-copy' && isSamePassage(a, b, lexicon))
        link(i, j, 'partial-copy', origin.reason);
    }
  }
  return groups.lists().map((list): Origin => {
    const uris = [...new Set(list.flatMap((i) => rendered[i]?.uri ?? []))].sort();
    const told = list.toSorted((i, j) => Number(rendered[j]?.primary !== undefined) - Number(rendered[i]?.primary !== undefined));
    const reason = told.map((i) => reasons[i]).find((each) => each?.kind !== 'own') ?? { kind: 'own' as const, reason: 'its own prose' };
    return { id: `origin-${(hashOf(uris.join('\n')) >>> 0).toString(36)}`, ...reason, uris };
  });
}

/** Whether somebody's words are told; a transcript or a recording is nothing else. */
function isSpeech({ primary, voices, from, to }: Rendered): boolean {
  return primary === 'transcript' || primary === 'recording' || spokenIn(voices, from, to) !== undefined;
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
