import type { Span } from '../span';
import { windows1252Character } from './windows1252';

/**
 * UTF-8 that somebody read as Windows-1252 or Latin-1: general punctuation (E2 80 xx: quotation marks, dashes, the ellipsis),
 * guillemets and no-break spaces (C2 xx), small accented letters (C3 xx). The closing mark's third byte has no character in
 * Windows-1252 and is often lost.
 */
const broken = /â[€\u0080](?:[˜™šœžŸ“”¦¢°²³¹º\u0090-\u009f\ufffd]|(?=[\s.,;:!?)]|$))|Â[\u00a0«»·]|Ã[\u00a0-\u00bf]/g;

const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i): [string, number] => [windows1252Character(128 + i), 128 + i]),
);

export interface Mojibake extends Span {
  /** The character it was. */
  readonly character: string;
}

/** Every broken character of the text, in order. */
export function findMojibake(text: string): readonly Mojibake[] {
  return Array.from(text.matchAll(broken), ({ 0: sequence, index }) => ({
    start: index,
    end: index + sequence.length,
    character: repaired(sequence),
  }));
}

function repaired(sequence: string): string {
  const last = byteOf(sequence.charAt(sequence.length - 1));
  if (sequence.startsWith('Â')) return String.fromCharCode(last);
  if (sequence.startsWith('Ã')) return String.fromCharCode(last + 0x40);
  return sequence.length < 3 || sequence.endsWith('\ufffd') ? '”' : String.fromCharCode(0x2000 + (last & 0x3f));
}

function byteOf(character: string): number {
  return bytes.get(character) ?? character.charCodeAt(0);
}
