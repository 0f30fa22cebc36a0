import { readFrontMatter } from '../../text/metadata/frontMatter';
import { formatOf, readArticle } from '../../text/readArticle';
import { pageKey } from '../../text/pageKey';
import type { ImportedArticle } from './pageArticle';

/** Share of its sentences that an article keeps from one version to the next, where no address says that it is the same. */
const keptSentences = 0.3;
/** Metadata stand at the beginning. */
const headLength = 20_000;

/** What an imported article is to one that is there: the same words, the same article with other words, or another article. */
export type Likeness = 'same' | 'version' | 'other';

/** The articles that lie where others are imported to: finds those that may be an earlier version of one. Pages are what they are made of. */
export class KnownArticles {
  readonly #byAddress = new Map<string, Set<string>>();
  readonly #byTitle = new Map<string, Set<string>>();

  /** `isNew`: written together with those it is asked about, so that a title alone does not make two of them one. */
  add(name: string, text: string, isNew: boolean): void {
    if (formatOf(name) === 'html') return;
    const { url, title } = readArticle({ uri: name, path: name, text: text.slice(0, headLength), version: 1 }).metadata;
    const key = pageKey(url?.value);
    if (key !== undefined) addTo(this.#byAddress, key, name);
    if (title !== undefined && !isNew) addTo(this.#byTitle, folded(title.value), name);
  }

  /** Names of files to compare it with by `likenessOf`. */
  candidates({ metadata: { url, title } }: ImportedArticle): readonly string[] {
    const key = pageKey(url?.value);
    const byAddress = key === undefined ? undefined : this.#byAddress.get(key);
    const byTitle = title === undefined ? undefined : this.#byTitle.get(folded(title.value));
    return [...new Set([...(byAddress ?? []), ...(byTitle ?? [])])];
  }
}

/** What an imported article is to the text of a file that is there. Linear. */
export function likenessOf({ name: ownName, text, metadata }: ImportedArticle, name: string, there: string): Likeness {
  const [own, other] = [
    readArticle({ uri: ownName, path: ownName, text, version: 1 }),
    readArticle({ uri: name, path: name, text: there, version: 1 }),
  ];
  const keys = [pageKey(metadata.url?.value), pageKey(other.metadata.url?.value)] as const;
  const haveAddress = keys[0] !== undefined && keys[1] !== undefined;
  if (haveAddress && keys[0] !== keys[1]) return 'other';
  if (!haveAddress && !isAlike(metadata, other.metadata)) return 'other';
  const wordsOf = (prose: string) => prose.split(/\s+/).join(' ').trim();
  if (wordsOf(own.prose.text) === wordsOf(other.prose.text)) return 'same';
  return haveAddress || keepsSentences(own.prose.text, other.prose.text, metadata.title?.value) ? 'version' : 'other';
}

/**
 * The new text of an article, with what front matter of the old text says that no import writes: a person has put it there. Both texts
 * are files with front matter; where one has none the new text stays as it is.
 */
export function withKeptFacts(text: string, there: string): string {
  const [own, old] = [readFrontMatter(text), readFrontMatter(there.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))];
  if (own.end === 0) return text;
  const kept = [...old.values].flatMap(([key, { value }]) =>
    !written.has(key) && !own.values.has(key) && /^[\w-]+$/.test(key) && /^[\w .,-]+$/.test(value) ? [`${key}: ${value}\n`] : [],
  );
  return text.replace(/^---[ \t]*\n[^]*?(?=^---[ \t]*$)/m, (front) => front + kept.join(''));
}

/** Keys of front matter that an import writes; any other is a person's. */
const written = new Set('outlet title author published modified url retrieved extracted source'.split(' '));

type Facts = ImportedArticle['metadata'];

function isAlike(a: Facts, b: Facts): boolean {
  if (a.title === undefined || b.title === undefined || folded(a.title.value) !== folded(b.title.value)) return false;
  if (folded(a.outlet?.value ?? '') !== folded(b.outlet?.value ?? '')) return false;
  const days = [a, b].flatMap(({ published }) => published?.value.slice(0, 10) ?? []);
  return days.length < 2 || days[0] === days[1];
}

function keepsSentences(a: string, b: string, title = ''): boolean {
  const sentences = (text: string) => {
    const found = new Set(text.split(/[.!?]["”’»)]*(?:\s+|$)|\n+/).map(folded));
    found.delete('');
    found.delete(folded(title));
    return found;
  };
  const [own, there] = [sentences(a), sentences(b)];
  let shared = 0;
  for (const sentence of own) if (there.has(sentence)) shared += 1;
  return shared > 0 && shared >= keptSentences * Math.min(own.size, there.size);
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function addTo(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key) ?? new Set();
  map.set(key, names.add(name));
}
