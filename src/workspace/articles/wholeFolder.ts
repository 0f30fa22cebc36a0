import { attempt, BareCorpus, type Conflict, type Contradictions, type Fault, JoinedSpeakers, SentenceVectors } from '../../core/index';
import type { Sentences } from '../index/index';
import type { ArticleState } from './articleState';

/**
 * Up to this many articles each is compared with each for contradictions (over a second for sixty, measured); over it the host
 * would stand still, so that those are asked for that are open (some 10 ms each).
 */
const mostCompared = 20;

/** The articles of a small folder, all of them in memory and compared when asked. */
export class WholeFolder {
  readonly #states = new Map<string, ArticleState>();
  readonly #faults: { readonly uri: string; readonly fault: Fault }[] = [];
  #corpus = this.#emptyCorpus(undefined, undefined);
  /** What contradicts the articles that are open, and of which state of the folder that was found. */
  readonly #compared = new Map<string, { readonly asOf: number; readonly conflicts: readonly Conflict[] }>();
  #changes = 0;
  #speakers: JoinedSpeakers | undefined;
  #vectors = new SentenceVectors();

  get corpus(): BareCorpus {
    return this.#corpus;
  }

  /** Whether contradictions are known between all articles. */
  get isCompared(): boolean {
    return this.#states.size <= mostCompared;
  }

  /** Where the program has failed over comparing articles, each once: over one, by its URI, or over several. */
  get faults(): readonly { readonly uri: string; readonly fault: Fault }[] {
    return this.#faults;
  }

  /** Every article, in the order of the paths. */
  states(): readonly ArticleState[] {
    return [...this.#states.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The open articles are shown before the words' relations, and what finds contradictions, are read: they matter only to other articles. */
  learn(wordnet: Uint8Array | undefined, contradictions: Contradictions): void {
    this.#corpus = this.#emptyCorpus(wordnet, contradictions);
    for (const { article, analysis } of this.#states.values()) this.#corpus.put(article, analysis);
    this.#changes++;
    this.#speakers = undefined;
  }

  #tell(uri: string, fault: Fault): void {
    if (!this.#faults.some((known) => known.uri === uri && known.fault.what === fault.what)) this.#faults.push({ uri, fault });
  }

  #emptyCorpus(wordnet: Uint8Array | undefined, contradictions: Contradictions | undefined): BareCorpus {
    const onFault = (uri: string, fault: Fault) => this.#tell(uri, fault);
    const nameOf = (uri: string) => this.#states.get(uri)?.path ?? uri;
    return new BareCorpus({ ...(wordnet && { wordnet }), nameOf, onFault }, contradictions);
  }

  readonly sentences: Sentences = {
    unread: (first) => Promise.resolve(this.#vectors.unread(this.#corpus, [...first, ...this.#states.keys()])),
    take: (sentences, vectors) => Promise.resolve(this.#vectors.take(sentences, vectors)),
    forget: () => {
      this.#vectors = new SentenceVectors();
      for (const key of this.#states.keys()) this.#corpus.encode(key, undefined);
      return Promise.resolve();
    },
  };

  put(key: string, state: ArticleState): void {
    const last = this.#states.get(key);
    this.#states.set(key, state);
    if (state.article === last?.article && state.analysis === last.analysis) return;
    this.#corpus.put(state.article, state.analysis);
    this.#changes++;
    this.#speakers = undefined;
  }

  drop(key: string): void {
    if (!this.#states.delete(key)) return;
    this.#corpus.drop(key);
    this.#changes++;
    this.#speakers = undefined;
  }

  /** Who the articles' speakers are in the whole folder. */
  get speakers(): JoinedSpeakers {
    return (this.#speakers ??= attempt(
      'who the speakers of the folder are',
      () => new JoinedSpeakers([...this.#states.values()]),
      () => new JoinedSpeakers([]),
      (fault) => this.#tell('', fault),
    ));
  }

  /** Looks, where the folder has too many articles, for what contradicts these alone. */
  async compare(open: readonly string[], pause: () => Promise<boolean>): Promise<void> {
    for (const key of this.#compared.keys()) if (!open.includes(key)) this.#compared.delete(key);
    for (const key of open) {
      if (this.isCompared || this.#compared.get(key)?.asOf === this.#changes) continue;
      this.#compared.set(key, { asOf: this.#changes, conflicts: this.#corpus.conflictsOf(key) });
      if (!(await pause())) return;
    }
  }

  conflicts(): readonly Conflict[] {
    if (this.isCompared) return this.#corpus.conflicts();
    const own = this.#corpus.ownConflicts().map((conflict): Conflict => {
      const path = this.#states.get(conflict.passages[0]?.uri ?? '')?.path ?? '';
      return { ...conflict, formerKey: `${conflict.kind} ${path} ${conflict.message}` };
    });
    const between = [...this.#compared.values()].flatMap(({ conflicts }) =>
      conflicts.filter(({ passages }) => passages.every(({ uri }) => this.#states.has(uri))),
    );
    return [...new Map([...between, ...own].map((conflict) => [conflict.key, conflict])).values()];
  }
}
