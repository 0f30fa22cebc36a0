import type { Fact, Metadata, PublicationLine } from '../article';
import { factKeys } from './factKeys';
import type { FrontMatter } from './frontMatter';
import { matchesGlob } from '../glob';
import type { HtmlFacts } from '../html/htmlFacts';
import { type Prose, proseSpanToRaw } from '../prose';
import { isoDate } from '../publicationDate';
import { firstDate, publicationLines } from './publicationLines';
import { authorOf } from './byline';
import { readPrimary } from './primary';
import type { Registry } from './registry';

/** What a person set for an article (the sidecar's `document`). */
export interface SetFacts {
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly primary?: string;
  readonly language?: string;
}

interface MetadataSources {
  readonly path: string;
  readonly set: SetFacts;
  readonly frontMatter: FrontMatter;
  readonly html: HtmlFacts | undefined;
  readonly title: Fact | undefined;
  readonly address: Fact | undefined;
  readonly registry: Registry | undefined;
  readonly prose: Prose;
}

/**
 * The facts about an article, first found wins: a person's, front matter, the page's own, the folder's, then lines in the head
 * of the text. A date is never guessed from anything else, and what is unknown is absent.
 */
export function readMetadata(sources: MetadataSources): Metadata {
  const { set, frontMatter, html, prose } = sources;
  const person = (value: string | undefined): Fact | undefined => (value ? { value, from: 'person' } : undefined);
  const front = (name: keyof typeof factKeys) =>
    factKeys[name].map((key) => frontMatter.values.get(key)).find((fact) => fact !== undefined);
  const frontDate = factKeys.published.map((key) => dated(frontMatter.values.get(key))).find((fact) => fact !== undefined);
  const lines = publicationLines(prose.text).map((line): PublicationLine => ({ ...line, span: proseSpanToRaw(prose, line.span) }));
  const all = [...(frontDate ? [frontDate] : []), ...(html?.published ?? []), ...lines];
  const named = factKeys.outlet.map((key) => frontMatter.values.get(key)).filter((fact) => fact !== undefined);
  // Web clippers write the address of the page as `source`.
  const clipped = named.find(({ value }) => isAddress(value));
  const url = person(set.url) ?? front('url') ?? clipped ?? html?.url[0] ?? sources.address;
  const outlet = person(set.outlet) ?? named.find(({ value }) => !isAddress(value)) ?? html?.outlet[0] ?? registeredOutlet(sources, url);
  const published = person(set.published) ?? frontDate ?? html?.published[0] ?? publicationOf(lines) ?? dayOfAddress(url) ?? guess(prose);
  const modified = dated(front('modified')) ?? html?.modified[0];
  const title = person(set.title) ?? front('title') ?? html?.title[0] ?? sources.title;
  const author = withoutLinks(front('author')) ?? signed(html?.author ?? [], outlet?.value, url?.value);
  const retrieved = dated(front('retrieved'));
  const primary = primaryFact(person(set.primary)) ?? primaryFact(frontMatter.values.get('primary'));
  return {
    publicationLines: all,
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(modified && modified.value !== published?.value && { modified }),
    ...(title && { title }),
    ...(url && { url }),
    ...(author && { author }),
    ...(primary && { primary }),
    ...(retrieved && { retrieved }),
  };
}

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/i.test(value);

/** "[[Ines Vale]]", as notes link their people. */
function withoutLinks(fact: Fact | undefined): Fact | undefined {
  return fact && { ...fact, value: fact.value.replace(/\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g, '$1') };
}

function signed(authors: readonly Fact[], outlet: string | undefined, url: string | undefined): Fact | undefined {
  const name = authorOf(authors.map(({ value }) => value), outlet, url); // prettier-ignore
  return authors.find(({ value }) => value.trim() === name);
}

function primaryFact(fact: Fact | undefined): Metadata['primary'] {
  const value = fact && readPrimary(fact.value);
  return fact && value ? { ...fact, value } : undefined;
}

function dated(fact: Fact | undefined): Fact | undefined {
  const value = fact && isoDate(fact.value);
  return fact && value !== undefined ? { ...fact, value } : undefined;
}

/** A line that says when the article was changed counts only where none says when it was published. */
function publicationOf(lines: readonly PublicationLine[]): Fact | undefined {
  const line = lines.find(({ label }) => label === 'published') ?? lines.find(({ label }) => label === undefined) ?? lines[0];
  return line && { value: line.value, from: line.from, ...(line.span && { span: line.span }) };
}

function guess(prose: Prose): Fact | undefined {
  const date = firstDate(prose.text);
  return date && { value: date.value, from: 'text', span: proseSpanToRaw(prose, date.span) };
}

/** Outlets are registered by globs over the path or by host names, which cover their subdomains. */
function registeredOutlet({ registry, path }: MetadataSources, url: Fact | undefined): Fact | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url?.value ?? '')?.[1]?.toLowerCase();
  const entry = registry?.outlets.find(({ match }) =>
    match.some((pattern) => matchesGlob(pattern, path) || host === pattern.toLowerCase() || host?.endsWith(`.${pattern.toLowerCase()}`)),
  );
  return entry && { value: entry.name, from: 'project' };
}

/** The day in an address like …/2024/05/03/…, which most systems write when an article is published. */
export function dayOfAddress(url: Fact | undefined): Fact | undefined {
  const [, year, month, day] =
    /^https?:\/\/[^/]+\/(?:[^?#]*\/)?((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/-]|$)/i.exec(url?.value ?? '') ?? [];
  const value = year === undefined ? undefined : isoDate(`${year}-${month ?? ''}-${day ?? ''}`);
  return value === undefined ? undefined : { value, from: 'address' };
}
