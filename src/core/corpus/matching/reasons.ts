import type { Query } from './query';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Reason } from '../model';
import type { Stretch } from './relation';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import type { SameSpeaker, Spoken } from './voices';

/** How well a word must stand for one asked for to be named: a reader must see why. */
const CLEAR = 0.4;

/** What speaks for a rendering and against it, in the words of the article that has it; `spoken` is where the speaker is named. */
export function reasonsOf(
  asked: Query,
  prose: string,
  tokens: Tokens,
  stretch: Stretch,
  voice: SameSpeaker,
  spoken: Spoken | undefined,
  lexicon: Lexicon,
): Reason[] {
  const words = new Map<number, string>();
  const names = new Map<number, string>();
  const numbers = new Map<number, string>();
  const otherNumbers = new Map<number, string>();
  const own = new Set(asked.text.tokens.lemma.subarray(asked.from, asked.to));
  const askedNumbers = [...own].some((lemma) => lexicon.kind(lemma) === Kind.number);
  for (let i = stretch.from; i < stretch.to; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    const surface = prose.slice(tokens.start[i], tokens.end[i]);
    const kind = lexicon.kind(lemma);
    if (kind === Kind.number) {
      if (own.has(lemma)) numbers.set(lemma, surface);
      else if (askedNumbers) otherNumbers.set(lemma, surface);
    } else if (kind === Kind.content && likeness(asked, lemma) >= CLEAR) {
      const bare = surface.replace(/['’]s?$/, '');
      if (isName(tokens, i, asked.text.tokens)) names.set(lemma, bare);
      else words.set(lemma, bare.toLowerCase());
    }
  }
  const list = (kind: Reason['kind'], found: ReadonlyMap<number, string>, against = false): Reason[] =>
    found.size === 0 ? [] : [{ kind, text: [...found.values()].join(', '), ...(against && { against }) }];
  const speaker = spoken?.speakers.map(({ name }) => name).join(' and ') ?? '';
  return [
    ...list('words', words),
    ...list('names', names),
    ...list('number', numbers),
    ...(voice === 'same' ? [{ kind: 'speaker' as const, text: speaker }] : []),
    ...list('number', otherNumbers, true),
    ...(voice === 'other' ? [{ kind: 'speaker' as const, text: speaker, against: true }] : []),
  ];
}

function likeness({ stands }: Query, lemma: number): number {
  let most = 0;
  for (let entry = stands.first(lemma); entry >= 0; entry = stands.next[entry] ?? -1) most = Math.max(most, stands.similarity[entry] ?? 0);
  return most;
}

/** A capital where any word may have one says nothing: there the word must have it elsewhere, too. */
function isName(tokens: Tokens, at: number, asked: Tokens): boolean {
  const flags = tokens.flags[at] ?? 0;
  if ((flags & Flag.capital) === 0) return false;
  return (flags & (Flag.sentence | Flag.clause)) === 0 || [tokens, asked].some((text) => isCapitalInside(text, tokens.lemma[at]));
}

function isCapitalInside({ lemma, flags }: Tokens, id: number | undefined): boolean {
  return lemma.some((other, i) => other === id && ((flags[i] ?? 0) & (Flag.capital | Flag.sentence | Flag.clause)) === Flag.capital);
}
