/**
 * A GUID that is the same for the same name: four FNV-1a hashes with different beginnings, each mixed at the end, marked
 * as version 8 (RFC 9562, section 5.8: made by the application). Distinct, not secret.
 */
export function guid(name: string): string {
  let [a, b, c, d] = [0x811c9dc5, 0x2f0b4c47, 0x9e3779b9, 0x6b43a9b5];
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    a = Math.imul(a ^ code, prime);
    b = Math.imul(b ^ code, prime);
    c = Math.imul(c ^ code, prime);
    d = Math.imul(d ^ code, prime);
  }
  const hex = mixed(a) + mixed(b) + mixed(c) + mixed(d);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const prime = 0x01000193;

function mixed(hash: number): string {
  let value = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
