import type { Span } from '../text/span';

/**
 * Where an entry's id stands in one of our YAML files, in UTF-16 units; the beginning of the file where it is written in an
 * unusual way.
 */
export function idPlace(text: string, id: string): Span {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const end = at + id.length;
    const isKeyed = /(?:^|[\s{,])(?:id|"id"):[ \t]*["']?$/.test(text.slice(Math.max(0, at - 20), at));
    if (isKeyed && /^["']?(?:[\s,}]|$)/.test(text.slice(end, end + 2))) return { start: at, end };
  }
  return { start: 0, end: 0 };
}
