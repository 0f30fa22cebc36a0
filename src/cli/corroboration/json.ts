import type { Article, Conflict, CorpusFolder, Match, Origin, Passage, Perhaps, Quotation, Span, Statement } from '../../core/index';
import { conflictsBetween, gatherStatement, primaryOf } from '../../core/index';
import { wordsAt } from '../words';

/** Is told how much of an article is done, from 0 to 1; throws to leave it. */
export type Part = (share: number) => Promise<void> | undefined;

/** What articles say of each other, as it is written. */
export interface Corroboration {
  /** How many articles there are. */
  readonly size: number;
  /** `part`: is told how much of the next one is done, from 0 to 1; where it is to be waited for, that is for Node to hear of something. */
  articles(part?: Part): Iterable<ArticleJson> | AsyncIterable<ArticleJson>;
  /** Of whole articles where these are told, and of the single statements that `articles` has given. */
  origins(): readonly ReturnType<typeof originJson>[];
  /** After Ctrl+C of the articles that `articles` has given, where they are told one by one. */
  conflicts(): readonly ReturnType<typeof conflictJson>[];
  /** What a reader reads at a place that was told. */
  words(file: string, span: Span): string;
}

/** An article as a folder holds it. */
export type Source = CorpusFolder['sources'][number];

export type ArticleJson = ReturnType<typeof articleSteps> extends Generator<unknown, infer T> ? T : never;

/** Every quotation of an article with its renderings; `origins` takes up those of each. Yields before each quotation how much is done. */
export function* articleSteps(folder: CorpusFolder, source: Source, origins: Map<string, Origin>) {
  const { outlet, published } = source.article.metadata;
  const quotations: ReturnType<typeof quotationJson>[] = [];
  const { uri } = source.article;
  const known = folder.conflicts().filter(({ passages }) => passages.some((side) => side.uri === uri));
  const { length } = source.analysis.quotations;
  for (const [i, quotation] of source.analysis.quotations.entries()) {
    yield i / length;
    const statement = gatherStatement(folder, source, quotation);
    for (const origin of statement.origins) if (!origins.has(origin.id)) origins.set(origin.id, origin);
    quotations.push(quotationJson({ uri, start: quotation.start, end: quotation.end }, quotation, statement, known));
  }
  const { path: file, changed } = source;
  const primary = primaryOf(source);
  const facts = { outlet: outlet?.value ?? null, published: published?.value ?? null, ...(primary && { primary }) };
  return { file, ...facts, quotations, ...(changed && { changed }) };
}

export function articleJson(
  folder: CorpusFolder,
  source: Source,
  origins: Map<string, Origin>,
  part?: (share: number) => unknown,
): ArticleJson {
  const steps = articleSteps(folder, source, origins);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    part?.(value);
  }
}

function quotationJson(
  passage: Passage,
  { start, end, type, speakerName }: Quotation,
  statement: Statement,
  conflicts: readonly Conflict[],
) {
  const renderings = statement.renderings.map((rendering) => ({
    ...toldJson(passage, rendering.match, conflicts),
    origin: statement.originOf(rendering)?.id ?? null,
  }));
  const perhaps = statement.perhaps.map(({ place }) => perhapsJson(place));
  return { start, end, type, speakerName: speakerName ?? null, renderings, ...(perhaps.length > 0 && { perhaps }) };
}

export function perhapsJson({ uri, start, end, language, score, because }: Perhaps) {
  return { file: uri, start, end, language, score, because };
}

function matchJson({ uri, start, end, score, level, relation }: Match) {
  return { file: uri, start, end, score, level, relation };
}

/** A rendering with what contradicts the passage there, and what the one leaves open or limits and the other does not. */
export function toldJson(passage: Passage, match: Match, conflicts: readonly Conflict[]) {
  const told = conflictsBetween(passage, match, conflicts).map(({ kind, level = 'conflict', message }) => ({ kind, level, message }));
  // what is told of the wording in full is told once
  const shades = told.some(({ kind }) => kind === 'wording') ? [] : match.because.filter(({ kind }) => kind === 'sense');
  const between = [...told, ...shades.map(({ text }) => ({ kind: 'wording', level: 'differs', message: text }))];
  return { ...matchJson(match), ...(between.length > 0 && { conflicts: between }) };
}

export function originJson({ id, kind, reason, uris }: Origin) {
  return { id, kind, reason, files: uris };
}

export function conflictJson({ kind, level = 'conflict', message, passages }: Pick<Conflict, 'kind' | 'level' | 'message' | 'passages'>) {
  return { kind, level, message, passages: passages.map(({ uri, start, end }) => ({ file: uri, start, end })) };
}

export function wordsIn(article: Article | undefined, span: Span): string {
  return article ? wordsAt(article, span) : '';
}
