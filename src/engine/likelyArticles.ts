import { Corpus } from '../core/index';
import type { Archived, AskedArchive, Candidate } from './asked';

/** How many articles of an archive are looked at for a passage. */
const candidates = 30;
/** Articles that are kept for the next passage: neighbours in an article are often about the same. */
const mostHeld = 200;
/** Articles that are read for comparing before somebody else gets a turn: some ten milliseconds each. */
const readAtOnce = 3;
/** Articles after which the words learnt from them are forgotten: what may stand for what is sought among all of them. */
const mostRead = 5000;

/** What an archive proposes for passages, compared by the same matching as in a folder. */
export class LikelyArticles {
  readonly #archive: AskedArchive;
  readonly #wordnet: Uint8Array | undefined;
  readonly #turn: (() => Promise<void>) | undefined;
  /** By the archive's ids, in the order in which they were last needed. */
  readonly #held = new Map<string, { readonly stamp: string; readonly archived: Archived }>();
  /** Knows that it holds some of an archive: what cannot have a passage is left out early, and copies are compared once. */
  #corpus: Corpus;
  /** The archive's answer to the question that is being asked, best first. */
  #likely: readonly string[] = [];
  /** What the corpus has. */
  readonly #compared = new Map<string, Archived>();
  #read = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `turn`: lets somebody else work while many articles are read for comparing. */
  constructor(archive: AskedArchive, wordnet: Uint8Array | undefined, turn?: () => Promise<void>) {
    this.#archive = archive;
    this.#wordnet = wordnet;
    this.#turn = turn;
    this.#corpus = this.#empty();
  }

  /**
   * What `ask` finds among the articles that may hold a passage of the article `of`, which is among them. It may be asked several times, of
   * some of them at first. Throws where the archive does, or nobody waits any more.
   */
  async among<T>(
    passage: string,
    of: Archived | undefined,
    ask: (corpus: Corpus, likely: ReadonlyMap<string, Archived>) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const near = await this.#archive.nearest(passage, of?.article.prose.text, candidates, signal);
    const likely = await this.#articles(
      near.filter(({ uri }) => uri !== of?.article.uri),
      signal,
    );
    // One passage after the other, since all use one corpus.
    const answer = this.#last.catch(() => undefined).then(() => this.#compare(of, likely, ask, signal));
    this.#last = answer;
    return answer;
  }

  /** What is held is taken at once: other questions may need its room while the rest is read. */
  async #articles(near: readonly Candidate[], signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Archived>> {
    const stamps = new Map(near.map(({ uri, stamp }) => [uri, stamp]));
    const known = new Map<string, Archived>();
    for (const [uri, stamp] of stamps) {
      const held = this.#held.get(uri);
      if (held?.stamp === stamp) known.set(uri, held.archived);
    }
    const missing = [...stamps.keys()].filter((uri) => !known.has(uri));
    for (const archived of await this.#archive.read(missing, signal)) known.set(archived.article.uri, archived);
    const likely = new Map<string, Archived>();
    for (const [uri, stamp] of stamps) {
      const archived = known.get(uri);
      if (archived === undefined) continue;
      likely.set(uri, archived);
      this.#held.delete(uri);
      this.#held.set(uri, { stamp, archived });
    }
    for (const oldest of [...this.#held.keys()].slice(0, Math.max(0, this.#held.size - mostHeld))) this.#held.delete(oldest);
    return likely;
  }

  async #compare<T>(
    of: Archived | undefined,
    likely: ReadonlyMap<string, Archived>,
    ask: (corpus: Corpus, likely: ReadonlyMap<string, Archived>) => T,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    signal?.throwIfAborted();
    this.#likely = [...likely.keys()];
    if (this.#read > mostRead) {
      this.#corpus = this.#empty();
      this.#compared.clear();
      this.#read = 0;
    }
    for (const uri of [...this.#compared.keys()]) {
      if (uri === of?.article.uri || likely.has(uri)) continue;
      this.#corpus.drop(uri);
      this.#compared.delete(uri);
    }
    if (of) this.#put(of);
    let read = 0;
    for (const archived of likely.values()) {
      if (!this.#put(archived) || this.#turn === undefined || ++read % readAtOnce > 0) continue;
      ask(this.#corpus, likely);
      await this.#turn();
      signal?.throwIfAborted();
    }
    return ask(this.#corpus, likely);
  }

  /** Whether it was not there as it is. */
  #put(one: Archived): boolean {
    const { article, analysis } = one;
    if (this.#compared.get(article.uri)?.article === article) return false;
    this.#corpus.put(article, analysis);
    this.#compared.set(article.uri, one);
    this.#read++;
    return true;
  }

  #empty(): Corpus {
    const likely = (_passage: string, _article: string, most: number) => this.#likely.slice(0, most);
    return new Corpus({ ...(this.#wordnet && { wordnet: this.#wordnet }), likely });
  }
}
