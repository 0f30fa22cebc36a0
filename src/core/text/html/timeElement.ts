import type { HtmlTag } from './htmlTag';

const changed =
  /updat|modif|edited|revis|aktualis|ge[äa]ndert|mis [àa] jour|actuali[sz]|aggiornat|atualiza|bijgewerkt|oppdater|uppdater|opdater/i;
const published = /publish|posted|ver[öo]ffentlich|publi[ée]|publica|pubblicat|publicerad|publisert|gepubliceerd/i;

/**
 * What the day of a `<time>` element is: by its own name, else by the words just before it or in it. A page's `<time>` without any is
 * taken for the publication.
 */
export function timeMeaning(raw: string, tag: HtmlTag, at: number): { readonly name: 'modified' | 'published'; readonly isNamed: boolean } {
  const own = `${tag.attributes.get('itemprop')?.value ?? ''} ${tag.attributes.get('class')?.value ?? ''}`;
  const before = wordsOf(raw.slice(Math.max(0, at - 300), at).replace(/<[^<>]*$/, '')).slice(-25);
  const inside = wordsOf(raw.slice(tag.end, tag.end + 100).replace(/<\/time[^]*$/i, ''));
  if (/datePublished|(?:^|[\s_-])published/i.test(own)) return { name: 'published', isNamed: true };
  if (/dateModified|(?:^|[\s_-])(?:updated|modified)/i.test(own)) return { name: 'modified', isNamed: true };
  const words = `${before} ${inside}`;
  const isChange = changed.test(words) && !published.test(before.slice(before.search(changed) + 1));
  return { name: isChange ? 'modified' : 'published', isNamed: isChange || published.test(words) };
}

function wordsOf(html: string): string {
  return html.replace(/<[^<>]{0,300}>|^[^<>]*>/g, ' ').replace(/\s+/g, ' ');
}
