/**
 * A GUID that is the same for the same name: four FNV-1a hashes with different beginnings, each mixed at the end, marked
 * as version 8 (RFC 9562, section 5.8: made by the application). Distinct, not secret.
 */
export function guid(name: string): string {
  const words = [0x811c9dc5, 0x2f0b4c47, 0x9e3779b9, 0x6b43a9b5].map((seed) => hash(name, seed).toString(16).padStart(8, '0'));
  const hex = words.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
