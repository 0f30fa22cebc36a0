const first = 0x811c9dc5;
const prime = 0x01000193;

/** A text, or a part of it, as a number, the same in every session and on every machine (FNV-1a over UTF-16 code units). */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = first;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

/** The same over code points: people's files have keys that were made so. */
export function pointsHashOf(text: string): number {
  let hash = first;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), prime);
  return hash;
}
