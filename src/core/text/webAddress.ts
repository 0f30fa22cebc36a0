import { utf8 } from './encoding/utf8';

/** An http(s) address in ASCII as RFC 3986 wants it; undefined for anything else. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  // the host is held to letters that need no escaping; user names and passwords do not belong in a citation
  const parts = /^(https?):\/\/([A-Za-z0-9.-]+(?::\d{1,5})?)([/?#]\S*)?$/i.exec(url.trim());
  if (parts === null) return undefined;
  const [, scheme = '', host = '', rest = ''] = parts;
  const hash = rest.indexOf('#');
  const [path, fragment] = hash < 0 ? [rest, ''] : [rest.slice(0, hash), `#${escapeIri(rest.slice(hash + 1))}`];
  return `${scheme.toLowerCase()}://${host}${escapeIri(path)}${fragment}`;
}

/** Percent-encodes what no URI may hold, leaving escapes and delimiters as they are. */
function escapeIri(text: string): string {
  return text.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]+/g, percent);
}

/** Every byte of a text's UTF-8 as %XX (RFC 3986, section 2.1). */
export function percent(text: string): string {
  return Array.from(utf8(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
