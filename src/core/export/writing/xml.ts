import { cleanText } from '../../text/cleanText';
import { shownText } from '../../text/shownText';

/** Text for XML 1.0 and HTML, safe in element content and in attribute values in double quotes. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => references.get(character) ?? character);
}

/** The same for a page that people look at: what would turn its lines round is shown, and not obeyed. */
export function pageText(text: string): string {
  return xmlText(shownText(text));
}

/** The same for attributes whose line ends and tabs must survive the parser's normalisation (XML 1.0, section 3.3.3). */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const references: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
