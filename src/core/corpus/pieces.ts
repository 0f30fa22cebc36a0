import type { Analysis } from '../analysis/index';
import type { Article } from '../text/article';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import { isTelling, partsToFind } from './matching/joined';
import type { Stretch } from './matching/relation';
import type { Passage } from './model';
import { Flag } from './words/flags';
import { tokenAt, type Tokens } from './words/tokens';

/** What of a passage is asked for by itself. */
export interface Pieces {
  /** What is asked for one by one instead of the whole, as the quotation is split. */
  readonly parts: readonly Passage[];
  /** Sentences of a quotation that others may have alone. */
  readonly sentences: readonly Passage[];
}

interface Read {
  readonly article: Article;
  readonly analysis: Analysis;
}

export function piecesIn({ article, analysis }: Read, tokens: Tokens, passage: Span): Pieces {
  const ofArticle = (spans: readonly Span[]) => spans.map(({ start, end }) => ({ uri: article.uri, start, end }));
  const stretch = stretchIn({ article }, tokens, passage);
  const sentences = stretch && isQuoted(tokens, stretch) ? sentencesIn(article, tokens, stretch) : [];
  return { parts: ofArticle(partsToFind(passage, analysis)), sentences: sentences.length < 2 ? [] : ofArticle(sentences) };
}

/** The tokens of a passage. */
export function stretchIn({ article: { prose } }: Pick<Read, 'article'>, tokens: Tokens, passage: Span): Stretch | undefined {
  const span = rawSpanToProse(prose, passage);
  if (!span) return undefined;
  const from = tokenAt(tokens, span.start);
  const last = tokenAt(tokens, span.end - 1);
  return { from, to: (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last };
}

function isQuoted({ flags }: Tokens, { from, to }: Stretch): boolean {
  for (let i = from; i < to; i++) if ((flags[i] ?? 0) & Flag.quoted) return true;
  return false;
}

/** The sentences of a stretch that say enough to be asked for. */
function sentencesIn({ prose }: Article, tokens: Tokens, { from, to }: Stretch): readonly Span[] {
  const found: Span[] = [];
  for (let begin = from, end = from + 1; begin < to; begin = end++) {
    while (end < to && !((tokens.flags[end] ?? 0) & Flag.sentence)) end++;
    found.push(proseSpanToRaw(prose, { start: tokens.start[begin] ?? 0, end: tokens.end[end - 1] ?? 0 }));
  }
  return found.filter(isTelling);
}
