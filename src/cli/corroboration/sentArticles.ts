import { deserialize, serialize } from 'node:v8';
import type { Analysis } from '../../core/index';
import { laterAnalysis } from './laterAnalysis';
import type { Source } from './json';

/** Articles whose analyses are held as objects in the thread that they were sent to: those that were needed last. */
const HELD = 100;

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
    const known = analyses.get(analysis) ?? shared(serialize(analysis));
    analyses.set(analysis, known);
    return { article: shared(serialize({ path, article: sent, placed, changed })), analysis: known };
  });
}

/** Reads what was shared; of what was found in an article only what is needed is held. */
export class SharedArticles {
  readonly #later = new Map<Uint8Array, Analysis>();
  #recent = new Map<Uint8Array, Analysis>();
  #earlier = new Map<Uint8Array, Analysis>();

  read({ article: bytes, analysis }: SharedArticle): SentArticle {
    const sent = deserialize(bytes) as Omit<SentArticle, 'analysis'>;
    const { article } = sent;
    const prose = { ...article.prose, text: (article.prose.text as string | undefined) ?? article.raw };
    const later = this.#later.get(analysis) ?? laterAnalysis(() => this.#analysis(analysis));
    this.#later.set(analysis, later);
    return { ...sent, article: { ...article, prose }, analysis: later };
  }

  #analysis(bytes: Uint8Array): Analysis {
    const known = this.#recent.get(bytes);
    if (known) return known;
    const analysis = this.#earlier.get(bytes) ?? (deserialize(bytes) as Analysis);
    this.#recent.set(bytes, analysis);
    if (2 * this.#recent.size >= HELD) [this.#recent, this.#earlier] = [new Map<Uint8Array, Analysis>(), this.#recent];
    return analysis;
  }
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
