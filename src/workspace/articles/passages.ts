import { overlaps, rawSpanToProse, type Span, withoutAttributions } from '../../core/index';
import type { ArticleState } from './articleEntry';
import type { Item } from './items';

/** The innermost item at an offset, quotations before what stands in them only where nothing smaller does. */
export function itemAt(state: ArticleState, offset: number): Item | undefined {
  return itemsAt(state, { start: offset, end: offset + 1 })[0];
}

/** Items that a span touches, the smallest first. */
export function itemsAt(state: ArticleState, span: Span): readonly Item[] {
  return state.items.filter((item) => overlaps(item.span, span)).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** The quotation that shares most with a span. */
export function quotationAt(state: ArticleState, span: Span): Item | undefined {
  let best: Item | undefined;
  let most = 0;
  for (const item of state.items) {
    const shared = Math.min(item.span.end, span.end) - Math.max(item.span.start, span.start);
    if (item.type === 'quotation' && shared > most) [best, most] = [item, shared];
  }
  return best;
}

/** What a reader reads of a span. */
export function proseOf(state: ArticleState, span: Span): string {
  const { prose } = state.article;
  const inside = rawSpanToProse(prose, span);
  return inside ? prose.text.slice(inside.start, inside.end) : '';
}

/** What a reader reads of a passage, without the attributions between two parts of one quotation. */
export function wordingOf(state: ArticleState, passage: Span): string {
  const parts = withoutAttributions(passage, state.analysis.quotations).map((part) => proseOf(state, part));
  return parts.join(' ').replace(/\s+/g, ' ');
}

/** When an article was published, as milliseconds that can be compared; a bare day counts from its beginning. */
export function publishedAt(state: ArticleState): number | undefined {
  const value = state.article.metadata.published?.value;
  const time = value === undefined ? NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** The outlet, or the file's name where it is not known. */
export function outletOf(state: ArticleState): string {
  return state.article.metadata.outlet?.value ?? state.path;
}
