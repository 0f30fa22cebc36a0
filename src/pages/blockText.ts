import type { Block } from './pageBlocks';

/** The words of a block, and what the choice between article and surroundings rests on. */
export interface BlockText {
  readonly block: Block;
  /** White space is one space. */
  readonly text: string;
  /** Its letters and digits alone, in small letters: the same text comes with other marks in other places. */
  readonly key: string;
  readonly words: number;
  /** The share of its characters that stand in links. */
  readonly linked: number;
  /** The share of its characters that Readability takes for the article. */
  readonly vote: number;
  /** Has a sentence's length and end. */
  readonly isSentence: boolean;
  /** Ends as no label does. */
  readonly isEnded: boolean;
}

/** Of Hindi, Arabic, Urdu, Burmese, Amharic, Khmer and Tibetan. */
const stops = '।؟۔။።។།';
const closers = `[\\s"”»“’'‘)\\]」』›*\\d]*$`;
const sentenceEnd = new RegExp(`[.!?…。！？${stops}:;]${closers}`, 'u');
const fullStop = new RegExp(`[.!?…。！？${stops}]${closers}|[”»"’]$`, 'u');
/** Where no mark ends it, one that ends a sentence inside. */
const sentenceInside = new RegExp(`[\\p{L}\\p{N}”»"][.!?…](?:\\s|$)|[。！？${stops}]`, 'u');

export function blockText(block: Block, lengths: readonly number[], votes: ReadonlyMap<number, number>): BlockText {
  let whole = '';
  let all = 0;
  let inLinks = 0;
  let taken = 0;
  for (const part of block.parts) {
    if ('mark' in part) {
      whole += part.mark === 'break' ? ' ' : '"';
      continue;
    }
    whole += part.text;
    const length = part.text.replace(/\s+/g, '').length;
    all += length;
    if (part.href !== undefined) inLinks += length;
    const source = lengths[part.source] ?? 0;
    if (source > 0) taken += length * Math.min(1, (votes.get(part.source) ?? 0) / source);
  }
  const text = whole.replace(/\s+/g, ' ').trim();
  const words = wordCount(text);
  return {
    block,
    text,
    key: textKey(text),
    words,
    linked: all === 0 ? 0 : inLinks / all,
    vote: all === 0 ? 0 : taken / all,
    isSentence: (words >= 6 && sentenceEnd.test(text)) || (words >= 20 && sentenceInside.test(text)),
    isEnded: fullStop.test(text),
  };
}

const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}\p{sc=Khmer}\p{sc=Lao}\p{sc=Tibetan}]/u;

/** Languages that write no spaces count two characters as a word. */
function wordCount(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) count += unspaced.test(word) ? Math.ceil(word.length / 2) : 1;
  return count;
}

export function textKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
