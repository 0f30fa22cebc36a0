import { type Item, overlaps, rawSpanToProse, type Span } from '../../core/index';
import type { ArticleState } from './articleEntry';

/** The innermost item at an offset, quotations before what stands in them only where nothing smaller does. */
export function itemAt(state: ArticleState, offset: number): Item | undefined {
  return itemsAt(state, { start: offset, end: offset + 1 })[0];
}

/** Items that a span touches, the smallest first. */
export function itemsAt(state: ArticleState, span: Span): readonly Item[] {
  return state.items.filter((item) => overlaps(item.span, span)).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** What a reader reads of a span. */
export function proseOf(state: ArticleState, span: Span): string {
  const { prose } = state.article;
  const inside = rawSpanToProse(prose, span);
  return inside ? prose.text.slice(inside.start, inside.end) : '';
}

/** The outlet, or the file's name where it is not known. */
export function outletOf(state: ArticleState): string {
  return state.article.metadata.outlet?.value ?? state.path;
}
