import { createHash } from 'node:crypto';
import { analyse, type Analysis, type Article, Corpus, emptyRegistry } from '../../core/index';
import type { Candidate } from '../../engine/index';
import type { ArchiveOf } from '../archiveSource';
import { readWordnet } from '../folder';
import { warnOfFault } from '../output';
import type { Source } from './json';
import { laterAnalysis } from '../analyses/laterAnalysis';

/** Articles that are held at most beside those that are being compared: neighbours in an archive are often about the same. */
const HELD = 500;
/** Rounds after which what is still not known is left: a first one finds what is asked, a second one answers, a third one is for copies. */
const ROUNDS = 4;

interface Question {
  readonly passage: string;
  readonly prose: string;
  readonly most: number;
}

export type ArchivedSource = Pick<Source, 'path' | 'article' | 'analysis' | 'placed'> & { readonly sha256: string };

/** One article of an archive beside those that may answer it, and whatever else is held of the others. */
export interface Round {
  readonly corpus: Corpus;
  readonly held: readonly ArchivedSource[];
}

/** Compares the articles of an archive one by one with those that the archive names for them; of all others nothing is held. */
export class ArchiveRounds {
  readonly #archive: ArchiveOf;
  readonly #corpus: Corpus;
  /** By uri, in the order in which they were last needed. */
  readonly #held = new Map<string, { readonly stamp: string | undefined; readonly given: ArchivedSource }>();
  /** The answers for the article that is being compared. */
  readonly #likely = new Map<string, readonly string[]>();
  readonly #unanswered = new Map<string, Question>();

  private constructor(archive: ArchiveOf, wordnet: Uint8Array | undefined) {
    this.#archive = archive;
    const likely = (passage: string, prose: string, most: number) => this.#answer({ passage, prose, most });
    this.#corpus = new Corpus({ ...(wordnet && { wordnet }), likely, onFault: warnOfFault });
  }

  static async of(archive: ArchiveOf): Promise<ArchiveRounds> {
    return new ArchiveRounds(archive, await readWordnet());
  }

  sourceOf(uri: string): ArchivedSource | undefined {
    return this.#held.get(uri)?.given;
  }

  /** What is found of an article: asked again until the archive has answered everything that comes up. Undefined where it is not there. */
  async about<T>(uri: string, find: (round: Round) => T): Promise<T | undefined> {
    await this.#hold([{ uri }]);
    const home = this.#held.get(uri)?.given;
    if (!home) return undefined;
    this.#likely.clear();
    const needed = new Map<string, Candidate>();
    for (let round = 1; ; round++) {
      this.#unanswered.clear();
      const held = Array.from(this.#held.values(), ({ given }) => given);
      const found = find({ corpus: this.#corpus, held });
      if (this.#unanswered.size === 0 || round === ROUNDS) return found;
      for (const candidate of await this.#ask(this.#unanswered)) needed.set(candidate.uri, candidate);
      await this.#hold([{ uri }, ...needed.values()]);
      // What the corpus has found with no answer counts no more, also where all of these were held.
      this.#corpus.put(home.article, home.analysis);
    }
  }

  #answer(question: Question): readonly string[] {
    const key = `${question.most} ${question.passage}`;
    const known = this.#likely.get(key);
    if (!known) this.#unanswered.set(key, question);
    return known ?? [];
  }

  async #ask(questions: ReadonlyMap<string, Question>): Promise<readonly Candidate[]> {
    const found: Candidate[] = [];
    for (const [key, { passage, prose, most }] of questions) {
      const nearest = await this.#archive.nearest(passage, prose, most);
      this.#likely.set(
        key,
        nearest.map(({ uri }) => uri),
      );
      found.push(...nearest);
    }
    return found;
  }

  /** Holds these, and lets go of those that were not needed for longest. */
  async #hold(wanted: readonly { readonly uri: string; readonly stamp?: string }[]): Promise<void> {
    const missing: string[] = [];
    const stamps = new Map(wanted.map(({ uri, stamp }) => [uri, stamp]));
    for (const [uri, stamp] of stamps) {
      const held = this.#held.get(uri);
      if (held === undefined || (stamp !== undefined && held.stamp !== undefined && held.stamp !== stamp)) missing.push(uri);
      else {
        this.#held.delete(uri);
        this.#held.set(uri, stamp === undefined ? held : { ...held, stamp });
      }
    }
    for (const { article, analysis: speech } of await this.#archive.read(missing)) {
      const analysis = analysisOf(article);
      this.#held.delete(article.uri);
      this.#held.set(article.uri, {
        stamp: stamps.get(article.uri),
        given: { path: article.uri, article, analysis, placed: [], sha256: createHash('sha256').update(article.raw).digest('hex') },
      });
      this.#corpus.put(article, analysis, speech);
    }
    for (const uri of this.#held.keys()) {
      if (this.#held.size <= HELD || stamps.has(uri)) break;
      this.#held.delete(uri);
      this.#corpus.drop(uri);
    }
  }
}

/**
 * Of most articles that are named only the words are read. What the archive keeps of an article has no dates, which contradictions are
 * about.
 */
function analysisOf(article: Article): Analysis {
  let found: Analysis | undefined;
  return laterAnalysis(() => {
    if (found) return found;
    found = analyse(article, emptyRegistry);
    for (const fault of found.faults ?? []) warnOfFault(article.uri, fault);
    return found;
  });
}
