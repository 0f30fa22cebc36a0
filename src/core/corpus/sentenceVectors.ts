import type { BareCorpus } from './bareCorpus';
import { areVectorsOf } from './matching/encoded';

/** Sentences whose vectors are remembered: of an encoder as it ships some 30 MB. */
const MOST = 20_000;
/** Articles that are looked through at once. */
const TOGETHER = 8;
/** Numbers of a vector, at most. */
const WIDEST = 4096;

/** What an encoder has said of sentences, by their words: when an article changes, only what is new in it is asked for. */
export class SentenceVectors {
  readonly #vectors = new Map<string, Float32Array>();
  #width: number | undefined;

  /**
   * Gives some of these articles, in their order, the vectors of their sentences where all are known, and names the sentences of others that
   * are not; undefined where no article is left to be read.
   */
  unread(corpus: BareCorpus, uris: Iterable<string>): readonly string[] | undefined {
    const missing = new Set<string>();
    let looked = 0;
    for (const uri of uris) {
      if (corpus.isEncoded(uri)) continue;
      const sentences = corpus.sentencesOf(uri);
      if (sentences.length === 0) continue;
      const unknown = sentences.filter((sentence) => !this.#vectors.has(sentence));
      for (const sentence of unknown) missing.add(sentence);
      if (unknown.length === 0) this.#give(corpus, uri, sentences);
      if (++looked === TOGETHER) break;
    }
    return looked === 0 ? undefined : [...missing];
  }

  /** Gives an article the vectors of its sentences if all are known. */
  give(corpus: BareCorpus, uri: string): void {
    if (this.#vectors.size > 0) this.#give(corpus, uri, corpus.sentencesOf(uri));
  }

  #give(corpus: BareCorpus, uri: string, sentences: readonly string[]): void {
    const vectors = sentences.flatMap((sentence) => this.#vectors.get(sentence) ?? []);
    if (vectors.length === sentences.length) corpus.encode(uri, vectors);
  }

  /**
   * Takes what an encoder, which anybody may have written, says; false, and nothing is taken, unless there is one vector of length 1 for each
   * sentence, all as wide as all before.
   */
  take(sentences: readonly string[], said: unknown): boolean {
    // copies: an encoder may go on with its memory
    const vectors = (Array.isArray(said) ? said : []).flatMap((one) => (one instanceof Float32Array ? [one.slice()] : []));
    const width = vectors[0]?.length ?? 0;
    if (width !== (this.#width ?? width) || width > WIDEST) return false;
    if (!areVectorsOf(sentences, vectors) || !vectors.every(isOfLengthOne)) return false;
    this.#width = width;
    if (this.#vectors.size > MOST) this.#vectors.clear();
    for (const [i, sentence] of sentences.entries()) this.#vectors.set(sentence, vectors[i] ?? new Float32Array());
    return true;
  }
}

/** Within what a byte a number leaves of it. */
function isOfLengthOne(vector: Float32Array): boolean {
  return Math.abs(vector.reduce((sum, value) => sum + value * value, 0) - 1) < 0.1;
}
