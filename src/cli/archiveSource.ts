import { analyseSpeech, Corpus, type Article } from '../core/index';
import { ArchiveStore } from './archiveStore';
import { readWordnet } from './folder';

/** Articles that can be asked. */
export interface Source {
  readonly name: string;
  article(uri: string): Promise<Article | undefined>;
  /** A corpus that holds what may answer a passage of `article`. */
  corpusFor(passage: string, article: Article | undefined): Promise<Corpus>;
  close(): Promise<void>;
}

/** How many articles of an archive are looked at for a passage. */
const candidates = 30;
/** Articles after which the words learnt from them are forgotten: what may stand for what is sought among all of them. */
const FORGET = 5000;

/** Only the likely articles are read, and only those that the query before has not left in the corpus. */
export async function indexSource(folder: string): Promise<Source> {
  const wordnet = await readWordnet();
  const store = await ArchiveStore.open(folder, wordnet);
  const { archive } = store;
  let corpus = new Corpus(wordnet ? { wordnet } : {});
  let taken = 0;
  const held = new Set<string>();
  const hold = (article: Article) => {
    corpus.put(article, archive.analysisOf(article) ?? analyseSpeech(article));
    held.add(article.uri);
    taken += 1;
  };
  return {
    name: folder,
    article: (uri) => store.read(uri),
    corpusFor: async (passage, article) => {
      if (taken > FORGET) {
        corpus = new Corpus(wordnet ? { wordnet } : {});
        held.clear();
        taken = 0;
      }
      const near = archive.nearest(archive.terms(passage, article?.prose.text), candidates).map(({ uri }) => uri);
      const wanted = new Set(article ? [article.uri, ...near] : near);
      for (const uri of [...held]) {
        if (wanted.has(uri)) continue;
        corpus.drop(uri);
        held.delete(uri);
      }
      if (article && !held.has(article.uri)) hold(article);
      for (const uri of near) {
        const candidate = held.has(uri) ? undefined : await store.read(uri);
        if (candidate) hold(candidate);
      }
      return corpus;
    },
    close: () => store.close(),
  };
}
