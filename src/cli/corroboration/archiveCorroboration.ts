import { analyse, Corpus, CorpusFolder, type Conflict, emptyRegistry, type Origin, type Span } from '../../core/index';
import type { Candidate } from '../../engine/index';
import type { ArchiveOf } from '../archiveSource';
import { readWordnet } from '../folder';
import { warnOfFault } from '../output';
import { type ArticleJson, articleJson, conflictJson, type Corroboration, originJson, type Source, wordsIn } from './json';

/** Articles that are held at most beside those that are being compared: neighbours in an archive are often about the same. */
const HELD = 500;
/** Rounds after which what is still not known is left: a first one finds what is asked, a second one answers, a third one is for copies. */
const ROUNDS = 4;

interface Question {
  readonly passage: string;
  readonly prose: string;
  readonly most: number;
}

type Given = Pick<Source, 'path' | 'article' | 'analysis' | 'placed'>;

/**
 * What the articles of an archive say of each other, one article after the other. The archive names the articles that may answer; of all
 * others nothing is held. Origins are those of single statements.
 */
export class ArchiveCorroboration implements Corroboration {
  readonly size: number;
  readonly #archive: ArchiveOf;
  readonly #corpus: Corpus;
  /** By uri, in the order in which they were last needed. */
  readonly #held = new Map<string, { readonly stamp: string | undefined; readonly given: Given }>();
  /** The answers for the article that is being compared. */
  readonly #likely = new Map<string, readonly string[]>();
  #unanswered = new Map<string, Question>();
  readonly #origins = new Map<string, Origin>();
  readonly #conflicts = new Set<Conflict>();
  /** By kind and side. */
  readonly #conflictsAt = new Map<string, Conflict[]>();
  /** Of the sides of conflicts: their articles are gone by the time these are written. */
  readonly #words = new Map<string, string>();

  private constructor(archive: ArchiveOf, size: number, wordnet: Uint8Array | undefined) {
    this.#archive = archive;
    this.size = size;
    const likely = (passage: string, prose: string, most: number) => this.#answer({ passage, prose, most });
    this.#corpus = new Corpus({ ...(wordnet && { wordnet }), likely, onFault: warnOfFault });
  }

  static async of(archive: ArchiveOf): Promise<ArchiveCorroboration> {
    return new ArchiveCorroboration(archive, await archive.size(), await readWordnet());
  }

  async *articles(): AsyncGenerator<ArticleJson> {
    for await (const uri of this.#archive.uris()) {
      await this.#hold([{ uri }]);
      if (this.#held.has(uri)) yield await this.#article(uri);
    }
  }

  origins() {
    return [...this.#origins.values()].map(originJson);
  }

  conflicts() {
    return [...this.#conflicts].map(conflictJson);
  }

  words(file: string, span: Span): string {
    return this.#words.get(keyOf(file, span)) ?? wordsIn(this.#held.get(file)?.given.article, span);
  }

  /** Asked again until the archive has answered everything that comes up. */
  async #article(uri: string): Promise<ArticleJson> {
    this.#likely.clear();
    const needed = new Map<string, Candidate>();
    for (let round = 1; ; round++) {
      this.#unanswered.clear();
      const given = [...this.#held.values()].map((held) => held.given);
      const conflicts = this.#corpus.conflictsOf(uri);
      const folder = new CorpusFolder(given, asked(this.#corpus, conflicts), emptyRegistry);
      const source = folder.stateOf(uri);
      if (!source) throw new RangeError(`${uri} is not held`);
      const origins = new Map<string, Origin>();
      const found = articleJson(folder, source, origins);
      if (this.#unanswered.size > 0 && round < ROUNDS) {
        for (const candidate of await this.#ask(this.#unanswered)) needed.set(candidate.uri, candidate);
        await this.#hold([{ uri }, ...needed.values()]);
        // What the corpus has found with no answer counts no more, also where all of these were held.
        this.#corpus.put(source.article, source.analysis);
        continue;
      }
      for (const [id, origin] of origins) if (!this.#origins.has(id)) this.#origins.set(id, origin);
      for (const conflict of conflicts) this.#keep(conflict);
      return found;
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
    for (const { article } of await this.#archive.read(missing)) {
      // What the archive keeps of an article has no dates, which contradictions are about.
      const analysis = analyse(article, emptyRegistry);
      for (const fault of analysis.faults ?? []) warnOfFault(article.uri, fault);
      this.#held.delete(article.uri);
      this.#held.set(article.uri, {
        stamp: stamps.get(article.uri),
        given: { path: article.uri, article, analysis, placed: [] },
      });
      this.#corpus.put(article, analysis);
    }
    for (const uri of this.#held.keys()) {
      if (this.#held.size <= HELD || stamps.has(uri)) break;
      this.#held.delete(uri);
      this.#corpus.drop(uri);
    }
  }

  /** A conflict with all its sides: what an article nearby tells of fewer of them is the same one. */
  #keep(conflict: Conflict): void {
    const keys = conflict.passages.map((passage) => keyOf(passage.uri, passage));
    const touching = new Set(keys.flatMap((key) => this.#conflictsAt.get(`${conflict.kind} ${key}`) ?? []));
    for (const known of touching) {
      if (hasAll(known, conflict)) return;
      if (hasAll(conflict, known)) this.#conflicts.delete(known);
    }
    this.#conflicts.add(conflict);
    for (const [i, key] of keys.entries()) {
      const passage = conflict.passages[i];
      if (passage) this.#words.set(key, wordsIn(this.#held.get(passage.uri)?.given.article, passage));
      const at = this.#conflictsAt.get(`${conflict.kind} ${key}`);
      if (at) at.push(conflict);
      else this.#conflictsAt.set(`${conflict.kind} ${key}`, [conflict]);
    }
  }
}

function asked(corpus: Corpus, conflicts: readonly Conflict[]) {
  return {
    match: corpus.match.bind(corpus),
    perhaps: corpus.perhaps.bind(corpus),
    originsOf: corpus.originsOf.bind(corpus),
    conflicts: () => conflicts,
  };
}

function hasAll(conflict: Conflict, { passages }: Conflict): boolean {
  return passages.every((side) =>
    conflict.passages.some(({ uri, start, end }) => uri === side.uri && start === side.start && end === side.end),
  );
}

function keyOf(file: string, { start, end }: Span): string {
  return `${start} ${end} ${file}`;
}
