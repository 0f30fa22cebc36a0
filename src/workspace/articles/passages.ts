import type * as vscode from 'vscode';
import { type Article, articleLabel, emptyRegistry, type Item, overlaps, rawSpanToProse, type Span } from '../../core/index';
import type { ArticleState } from './articleState';
import { rawOf } from './lineTable';

/** Items at a cursor, the smallest first. The end of a passage belongs to it where nothing begins there. */
export function itemsAtCursor(state: ArticleState, offset: number): readonly Item[] {
  const after = itemsAt(state, { start: offset, end: offset + 1 });
  return after.length > 0 || offset === 0 ? after : itemsAt(state, { start: offset - 1, end: offset });
}

/** The innermost item at a cursor. */
export function itemAt(state: ArticleState, offset: number): Item | undefined {
  return itemsAtCursor(state, offset)[0];
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

/** What an article is called in lists: its outlet, its headline where nobody knows that, or its file. */
export function labelOf(state: ArticleState): string {
  return articleLabel(state, emptyRegistry);
}

/** What the editor calls its text, as the core counts it; a state computed for another text must not be shown on it. */
export function isStateOf({ article }: ArticleState, document: vscode.TextDocument): boolean {
  const { version } = document;
  if (article.version === version) return true;
  const last = compared.get(document);
  if (last?.version === version && last.article === article) return last.isSame;
  const isSame = article.raw === rawOf(document.getText());
  compared.set(document, { version, article, isSame });
  return isSame;
}

/** Most are opened with the text that was read of the file: a long one is compared once. */
const compared = new WeakMap<vscode.TextDocument, { readonly version: number; readonly article: Article; readonly isSame: boolean }>();
