import { CorpusFolder, type Conflict, type Corpus, emptyRegistry, type Origin, type Span } from '../../core/index';
import type { ArchiveOf } from '../archiveSource';
import { ArchiveRounds } from './archiveRounds';
import { articleJson, type ArticleJson, conflictJson, type Corroboration, originJson, wordsIn } from './json';

/**
 * What the articles of an archive say of each other, one article after the other. The archive names the articles that may answer; of all
 * others nothing is held. Origins are those of single statements.
 */
export class ArchiveCorroboration implements Corroboration {
  readonly size: number;
  readonly #archive: ArchiveOf;
  readonly #rounds: ArchiveRounds;
  readonly #origins = new Map<string, Origin>();
  readonly #conflicts = new Set<Conflict>();
  /** By kind and side. */
  readonly #conflictsAt = new Map<string, Conflict[]>();
  /** Of the sides of conflicts: their articles are gone by the time these are written. */
  readonly #words = new Map<string, string>();

  private constructor(archive: ArchiveOf, size: number, rounds: ArchiveRounds) {
    this.#archive = archive;
    this.size = size;
    this.#rounds = rounds;
  }

  static async of(archive: ArchiveOf): Promise<ArchiveCorroboration> {
    return new ArchiveCorroboration(archive, await archive.size(), await ArchiveRounds.of(archive));
  }

  async *articles(part?: (share: number) => unknown): AsyncGenerator<ArticleJson> {
    for await (const uri of this.#archive.uris()) {
      const told = await this.#rounds.about(uri, ({ corpus, held }) => {
        const conflicts = corpus.conflictsOf(uri);
        const folder = new CorpusFolder(held, asked(corpus, conflicts), emptyRegistry);
        const source = folder.stateOf(uri);
        if (!source) throw new RangeError(`${uri} is not held`);
        const origins = new Map<string, Origin>();
        return { article: articleJson(folder, source, origins, part), origins, conflicts };
      });
      if (!told) continue;
      for (const [id, origin] of told.origins) if (!this.#origins.has(id)) this.#origins.set(id, origin);
      for (const conflict of told.conflicts) this.#keep(conflict);
      yield told.article;
    }
  }

  origins() {
    return [...this.#origins.values()].map(originJson);
  }

  conflicts() {
    return [...this.#conflicts].map(conflictJson);
  }

  words(file: string, span: Span): string {
    return this.#words.get(keyOf(file, span)) ?? wordsIn(this.#rounds.sourceOf(file)?.article, span);
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
      if (passage) this.#words.set(key, wordsIn(this.#rounds.sourceOf(passage.uri)?.article, passage));
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
