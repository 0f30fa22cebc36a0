import { type Conflict, type Corpus, CorpusFolder, type Origin, type Span } from '../../core/index';
import type { Folder, FolderArticle } from '../folder';
import { type ArticleJson, articleJson, conflictJson, type Corroboration, originJson, wordsIn } from './json';

/** What the articles of a folder say of each other. */
export class FolderCorroboration implements Corroboration {
  readonly #given: Folder;
  readonly #corpus: Corpus;
  readonly #folder: CorpusFolder<FolderArticle>;
  readonly #origins: Map<string, Origin>;

  constructor(given: Folder, corpus: Corpus) {
    this.#given = given;
    this.#corpus = corpus;
    this.#folder = new CorpusFolder(given.articles, corpus, given.registry, given.corroborations?.value);
    this.#origins = new Map(corpus.origins().map((origin) => [origin.id, origin]));
  }

  get size(): number {
    return this.#folder.sources.length;
  }

  *articles(): Generator<ArticleJson> {
    for (const source of this.#folder.sources) yield articleJson(this.#folder, source, this.#origins);
  }

  origins() {
    return [...this.#origins.values()].map(originJson);
  }

  conflicts() {
    const own = this.#given.articles.flatMap((article) => ownProblems(article, this.#corpus.conflicts()));
    return [...this.#folder.conflicts(), ...own].map(conflictJson);
  }

  words(file: string, span: Span): string {
    return wordsIn(this.#folder.stateOf(file)?.article, span);
  }
}

/** Dates of one article that cannot be right, where the corpus has not said so. */
function ownProblems({ path, analysis }: FolderArticle, conflicts: readonly Conflict[]) {
  const known = (span: Span) => conflicts.some(({ passages }) => passages.some((p) => p.uri === path && p.start === span.start));
  return analysis.problems
    .filter(({ kind, passages }) => (kind === 'impossible-date' || kind === 'weekday-mismatch') && !passages.some(known))
    .map(({ kind, message, passages }) => ({
      kind: kind as Conflict['kind'],
      message,
      passages: passages.map(({ start, end }) => ({ uri: path, start, end })),
    }));
}
