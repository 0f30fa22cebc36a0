import { deserialize, serialize } from 'node:v8';
import type { Analysis } from '../../core/index';
import { bytesOf, PackedAnalyses, shared } from '../analyses/packedAnalyses';
import type { Source } from './json';

/** What a thread is told of an article. */
export type SentArticle = Pick<Source, 'path' | 'article' | 'analysis' | 'placed' | 'changed'>;

/** An article as bytes that all threads share. */
export interface SharedArticle {
  readonly article: Uint8Array;
  readonly analysis: Uint8Array;
}

/** Article by article, so that nobody ever holds all of them once more. Copies share what was found in them. */
export function shareArticles(articles: readonly SentArticle[]): readonly SharedArticle[] {
  const analyses = new Map<Analysis, Uint8Array>();
  return articles.map(({ path, article, analysis, placed, changed }) => {
    const { raw, prose } = article;
    const sent = prose.text === raw ? { ...article, prose: { ...prose, text: undefined } } : article;
    const known = analyses.get(analysis) ?? bytesOf(analysis);
    analyses.set(analysis, known);
    return { article: shared(serialize({ path, article: sent, placed, changed })), analysis: known };
  });
}

/** Reads what was shared; of what was found in an article only what is needed is held. */
export class SharedArticles {
  readonly #analyses = new PackedAnalyses();

  read({ article: bytes, analysis }: SharedArticle): SentArticle {
    const sent = deserialize(bytes) as Omit<SentArticle, 'analysis'>;
    const { article } = sent;
    const prose = { ...article.prose, text: (article.prose.text as string | undefined) ?? article.raw };
    return { ...sent, article: { ...article, prose }, analysis: this.#analyses.read(analysis) };
  }
}
