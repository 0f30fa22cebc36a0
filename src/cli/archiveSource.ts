import { type Analysis, analyseSpeech, type Article, Corpus } from '../core/index';
import type { Archived, AskedArchive } from '../engine/index';
import { ArchiveStore } from './archiveStore';
import type { Folder } from './folder';
import { corpusOf, readWordnet } from './folder';

/** Articles that can be asked. */
export interface Source {
  readonly name: string;
  article(uri: string): Promise<Article | undefined>;
  /** A corpus that holds what may answer a passage of `article`. */
  corpusFor(passage: string, article: Article | undefined): Promise<Corpus>;
  close(): Promise<void>;
}

/** More articles than memory holds, wherever they are: an index on disk, or a search engine. */
export interface ArchiveOf extends AskedArchive {
  /** Of all articles, in their order. */
  uris(): Iterable<string> | AsyncIterable<string>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** How many articles of an archive are looked at for a passage. */
const candidates = 30;
/** Articles after which the words learnt from them are forgotten: what may stand for what is sought among all of them. */
const FORGET = 5000;

/** Only the likely articles are read, and only those that the query before has not left in the corpus. */
export async function sourceOf(archive: ArchiveOf): Promise<Source> {
  const wordnet = await readWordnet();
  let corpus = new Corpus(wordnet ? { wordnet } : {});
  let taken = 0;
  /** Stamps of what the corpus holds. */
  const held = new Map<string, string | undefined>();
  const analyses = new WeakMap<Article, Analysis>();
  const hold = (article: Article, analysis: Analysis, stamp?: string) => {
    corpus.put(article, analysis);
    held.set(article.uri, stamp);
    taken += 1;
  };
  return {
    name: archive.name,
    article: async (uri) => {
      const [archived] = await archive.read([uri]);
      if (archived) analyses.set(archived.article, archived.analysis);
      return archived?.article;
    },
    corpusFor: async (passage, article) => {
      if (taken > FORGET) {
        corpus = new Corpus(wordnet ? { wordnet } : {});
        held.clear();
        taken = 0;
      }
      const near = new Map((await archive.nearest(passage, article?.prose.text, candidates)).map(({ uri, stamp }) => [uri, stamp]));
      for (const uri of [...held.keys()]) {
        if (uri === article?.uri || near.has(uri)) continue;
        corpus.drop(uri);
        held.delete(uri);
      }
      const isHeld = article && held.has(article.uri) && (near.get(article.uri) ?? held.get(article.uri)) === held.get(article.uri);
      if (article && !isHeld) hold(article, analyses.get(article) ?? analyseSpeech(article), near.get(article.uri));
      const wanted = [...near].filter(([uri, stamp]) => uri !== article?.uri && held.get(uri) !== stamp);
      for (const { article: found, analysis } of await archive.read(wanted.map(([uri]) => uri))) hold(found, analysis, near.get(found.uri));
      return corpus;
    },
    close: () => archive.close(),
  };
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
export async function folderSource(folder: Folder, quiet?: boolean): Promise<Source> {
  const corpus = await corpusOf(folder, quiet);
  const articles = new Map(folder.articles.map(({ path, article }) => [path, article]));
  return {
    name: folder.root,
    article: (uri) => Promise.resolve(articles.get(uri)),
    corpusFor: () => Promise.resolve(corpus),
    close: () => Promise.resolve(),
  };
}
