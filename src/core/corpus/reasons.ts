import type { Query } from './alignment';
import { Kind, type Lexicon } from './lexicon';
import type { Reason } from './model';
import type { Stretch } from './relation';
import { Flag, type Tokens } from './tokens';
import type { SameSpeaker, Spoken } from './voices';

/** What speaks for a rendering and against it, in the words of the article that has it. */
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
    } else if (kind === Kind.content && asked.stands.has(lemma)) {
      const flags = tokens.flags[i] ?? 0;
      (flags & Flag.capital && !(flags & Flag.sentence) ? names : words).set(lemma, surface);
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
