import { analyseSpeech, type Article, type Corpus } from '../core/index';
import { type Archived, type AskedArchive, LikelyArticles } from '../engine/index';
import { ArchiveStore } from './archiveStore';
import type { Folder } from './folder';
import { corpusOf, readWordnet } from './folder';

/** Articles that can be asked. */
export interface Source {
  readonly name: string;
  article(uri: string): Promise<Article | undefined>;
  /** What `ask` finds in a corpus that holds what may answer a passage of `article`, which `article()` has given. */
  among<T>(passage: string, article: Article | undefined, ask: (corpus: Corpus) => T): Promise<T>;
  close(): Promise<void>;
}

/** More articles than memory holds, wherever they are: an index on disk, or a search engine. */
export interface ArchiveOf extends AskedArchive {
  /** Of all articles, in their order. */
  uris(): Iterable<string> | AsyncIterable<string>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Only the likely articles are read. */
export async function sourceOf(archive: ArchiveOf): Promise<Source> {
  const likely = new LikelyArticles(archive, await readWordnet());
  let asked: Archived | undefined;
  return {
    name: archive.name,
    article: async (uri) => {
      const [archived] = await archive.read([uri]);
      // Of one that is as it was, what has been found out is kept.
      if (!asked || !archived || !isSame(asked.article, archived.article)) asked = archived;
      return asked?.article;
    },
    among: (passage, article, ask) => {
      const of = article && (asked?.article === article ? asked : { article, analysis: analyseSpeech(article) });
      return likely.among(passage, of, ask);
    },
    close: () => archive.close(),
  };
}

function isSame(one: Article, other: Article): boolean {
  return one.uri === other.uri && one.raw === other.raw && JSON.stringify(one.metadata) === JSON.stringify(other.metadata);
}

/** The index that was built into a folder. */
export async function openIndex(folder: string): Promise<ArchiveOf> {
  const store = await ArchiveStore.open(folder, await readWordnet());
  const { archive } = store;
  return {
    name: folder,
    nearest: (passage, prose, most) =>
      Promise.resolve(archive.nearest(archive.terms(passage, prose), most).map(({ uri }) => ({ uri, stamp: archive.stampOf(uri) ?? '' }))),
    read: async (uris) => {
      const found: Archived[] = [];
      for (const uri of uris) {
        const article = await store.read(uri);
        if (article) found.push({ article, analysis: archive.analysisOf(article) ?? analyseSpeech(article) });
      }
      return found;
    },
    uris: () => [...archive.uris()].sort(),
    size: () => Promise.resolve(archive.size),
    close: () => store.close(),
  };
}

/** A folder that is held in memory whole: every article may answer. */
export async function folderSource(folder: Folder, quiet?: boolean, encoder?: string): Promise<Source> {
  const corpus = await corpusOf(folder, quiet, encoder);
  const articles = new Map(folder.articles.map(({ path, article }) => [path, article]));
  return {
    name: folder.root,
    article: (uri) => Promise.resolve(articles.get(uri)),
    among: (_passage, _article, ask) => Promise.resolve(ask(corpus)),
    close: () => Promise.resolve(),
  };
}
