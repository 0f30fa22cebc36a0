import { outerOf } from '../../text/passages/outer';
import { type Tokens, tokensOf } from '../../text/passages/tokens';
import { type Phrase, phraseAfter, wordClasses as w, Words } from '../words/index';
import { byDefault, type Draft, type LastSpeaker } from './drafts';

/** "— Ana Ruiz" or "Ana Ruiz, mayor of Halden”": who signs, in a paragraph of its own. */
export function signatureAlone(words: Words, prose: string): { readonly words: Words; readonly phrase: Phrase } | undefined {
  const passage = words.passage(0);
  if (words.count > 16 || !(words.isDash(0) || passage?.continued === true)) return undefined;
  const inner =
    passage === undefined ? words : new Words(outerOf(tokensOf(prose, { start: passage.innerStart, end: passage.innerEnd }), [], 0));
  const phrase = phraseAfter(inner, inner.isDash(0) ? 1 : 0, inner.count);
  if (phrase?.kind !== 'name' || !(phrase.to >= inner.count || inner.isPunctuation(phrase.to))) return undefined;
  for (let at = phrase.to; at < inner.count; at++)
    // "- Ana Ruiz, 34: “…”" has words of her own
    if (inner.isPassage(at) || inner.is(at, w.auxiliary | w.modal) || inner.looksPast(at)) return undefined;
  return { words: inner, phrase };
}

/** The words of a block quote that nobody was given, or only by a colon before it, are the signer's. */
export function signFrom(start: number, drafts: readonly Draft[], { mention, member }: LastSpeaker): void {
  for (let at = drafts.length - 1; at >= 0; at--) {
    const draft = drafts[at];
    if (draft === undefined || draft.start < start) break;
    if (byDefault.has(draft.sieve) || draft.sieve === 'colon')
      Object.assign(draft, { mention, member, cue: undefined, sieve: 'signature', provenance: undefined });
  }
}

/** "— Ana Ruiz": a dash before a few words. */
export function isSignature(tokens: Tokens): boolean {
  return /^(?:--|[—–-])/.test(tokens.lower[0] ?? '') && tokens.kind.length < 16;
}
