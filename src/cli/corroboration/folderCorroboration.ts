import { type Conflict, type Corpus, CorpusFolder, type Origin, type Span } from '../../core/index';
import type { Folder, FolderArticle } from '../folder';
import { atOnce } from '../steps';
import { compareArticle, type ComparedArticle, comparersOf } from './comparers';
import { type ArticleJson, conflictJson, type Corroboration, originJson, type Part, wordsIn } from './json';
import { type Helper, inOrder } from './together';

/** What the articles of a folder say of each other. */
export class FolderCorroboration implements Corroboration {
  readonly #given: Folder;
  readonly #corpus: Corpus;
  readonly #folder: CorpusFolder<FolderArticle>;
  readonly #origins: Map<string, Origin>;
  readonly #helpers: readonly Helper<ComparedArticle>[];

  constructor(given: Folder, corpus: Corpus, helpers = comparersOf(given, corpus)) {
    this.#given = given;
    this.#helpers = helpers;
    this.#corpus = corpus;
    this.#folder = new CorpusFolder(given.articles, corpus, given.registry, given.corroborations?.value);
    this.#origins = new Map(corpus.origins().map((origin) => [origin.id, origin]));
  }

  get size(): number {
    return this.#folder.sources.length;
  }

  async *articles(part?: Part): AsyncGenerator<ArticleJson> {
    let isBegun = false;
    const own = (at: number) => {
      if (!isBegun) atOnce(() => this.#corpus.conflicts());
      isBegun = true;
      return compareArticle(this.#folder, at, part);
    };
    const compared = inOrder(this.size, own, this.#helpers);
    for await (const { article, origins } of compared) {
      for (const origin of origins) if (!this.#origins.has(origin.id)) this.#origins.set(origin.id, origin);
      yield article;
    }
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
