import { decoded, htmlTag } from './htmlTag';

/** Of a stretch of a page's source the text that its DOM has there: without tags and comments, white space as it is. */
export function textContent(raw: string, start: number, end: number): string {
  const parts: string[] = [];
  let at = start;
  while (at < end) {
    const sign = raw.indexOf('<', at);
    const next = sign < 0 || sign > end ? end : sign;
    parts.push(raw.slice(at, next));
    if (next === end) break;
    const tag = htmlTag(raw, sign);
    if (tag === undefined) parts.push('<');
    at = tag?.end ?? sign + 1;
  }
  return decoded(parts.join(''));
}
