/**
 * Text for formats that cannot hold every character: what XML 1.0 (section 2.2) forbids becomes U+FFFD, and so do C1 controls
 * and carriage returns, one UTF-16 unit for one, so that every offset still holds.
 */
export function cleanText(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}

const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
