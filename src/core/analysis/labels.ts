import type { Span } from '../text/span';
import { trimmed, type Content } from './contents';
import { phraseAfter, type Phrase } from './phrases';
import type { Words } from './words';

const notSpeakers = new Set(
  'update updated correction clarification clarifications corrections email phone contact disclaimer advertisement tags views note related more video photo photos watch read advertisement source sources editor story background analysis opinion exclusive breaking live full text'.split(
    ' ',
  ),
);

export function isQuotationMark(character: string): boolean {
  return character === '"' || character === '”' || character === '“';
}

/** "RUIZ:" at a paragraph's start, perhaps after a mark that never closes; the colon's offset ends it. */
export function transcriptLabel(prose: string, paragraph: Span): Span | undefined {
  const from = isQuotationMark(prose.charAt(paragraph.start)) ? paragraph.start + 1 : paragraph.start;
  const colon = prose.slice(from, Math.min(paragraph.end, from + 42)).indexOf(':');
  if (colon < 1) return undefined;
  const label = prose.slice(from, from + colon);
  if (label !== label.toUpperCase() || !/^[\p{Lu}][\p{Lu}\p{M}.,’' -]*$/u.test(label)) return undefined;
  const words = label.toLowerCase().split(' ');
  return words.length > 5 || words.some((word) => notSpeakers.has(word)) ? undefined : { start: from, end: from + colon };
}

export interface Label {
  readonly content: Content;
  readonly phrase: Phrase;
  /** The unit of the colon or dash. */
  readonly mark: number;
  readonly sieve: 'label' | 'dash';
}

/** "Ruiz: …" and “…” — Ruiz. */
export function labelIn(words: Words, lo: number, hi: number): Label | undefined {
  for (let at = lo + 1; at < Math.min(hi, lo + 14); at++) {
    if (words.isPassage(at - 1) && words.isDash(at)) {
      const phrase = phraseAfter(words, at + 1, hi);
      if (phrase?.kind !== 'name') return undefined;
      const ends = phrase.to >= hi || words.isPunctuation(phrase.to);
      return ends ? { content: { from: at - 1, to: at }, phrase, mark: at, sieve: 'dash' } : undefined;
    }
    if (words.lower(at) !== ':') continue;
    const phrase = phraseAfter(words, lo, hi);
    if (
      phrase?.to !== at ||
      phrase.kind !== 'name' ||
      (at - lo > 4 && !words.isPassage(at + 1)) ||
      at + 1 >= hi ||
      notSpeakers.has(words.lower(phrase.head))
    )
      return undefined;
    return { content: { from: at + 1, to: trimmed(words, at + 1, hi) }, phrase, mark: at, sieve: 'label' };
  }
  return undefined;
}
