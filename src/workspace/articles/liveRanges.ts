import type * as vscode from 'vscode';
import { type Annotation, type Fault, type Placed, placedOrLost, type Span } from '../../core/index';
import { LineTable, rawOf } from './lineTable';

interface Standing {
  readonly span: Span;
  readonly how: 'exact' | 'moved' | 'changed';
  /** The words it stands for. */
  readonly of: string;
}

/**
 * While a document is open its annotations ride on the edits, as a reader expects of a mark on paper: text typed before or after
 * moves them, text typed inside changes them, and a deleted one is gone even where the same words stand elsewhere.
 * What the content says counts again when the article is opened the next time.
 */
export class LiveRanges {
  readonly #standing = new Map<string, Standing>();
  #lines: LineTable;

  constructor(raw: string) {
    this.#lines = new LineTable(raw);
  }

  follow(changes: readonly vscode.TextDocumentContentChangeEvent[], textAfter: string): void {
    for (const change of changes) {
      const edit = this.#lines.span(change.range);
      const grown = rawOf(change.text).length - (edit.end - edit.start);
      for (const [id, standing] of this.#standing) this.#standing.set(id, { ...standing, span: shifted(standing.span, edit, grown) });
    }
    this.#lines = new LineTable(rawOf(textAfter));
  }

  place(raw: string, annotations: readonly Annotation[], hashMatches: boolean, tell: (fault: Fault) => void): readonly Placed[] {
    const unknown = annotations.filter((annotation) => {
      const standing = this.#standing.get(annotation.id);
      // A person who gives it other words gives it another place.
      return standing === undefined || standing.span.end <= standing.span.start || standing.of !== wordsOf(annotation);
    });
    const found = new Map(placedOrLost(raw, unknown, hashMatches, tell).map((placed) => [placed.annotation.id, placed]));
    return annotations.map((annotation) => {
      const placed = found.get(annotation.id) ?? this.#ridden(raw, annotation);
      if (placed.how === 'orphan') this.#standing.delete(annotation.id);
      else this.#standing.set(annotation.id, { span: placed.span, how: placed.how, of: wordsOf(annotation) });
      return placed;
    });
  }

  #ridden(raw: string, annotation: Annotation): Placed {
    const standing = this.#standing.get(annotation.id);
    if (standing === undefined) return { annotation, how: 'orphan' };
    const now = raw.slice(standing.span.start, standing.span.end);
    if (now !== (annotation.found?.exact ?? annotation.exact)) return { annotation, how: 'changed', span: standing.span, now };
    return { annotation, how: standing.how === 'moved' ? 'moved' : 'exact', span: standing.span };
  }
}

function wordsOf({ exact, found }: Annotation): string {
  return `${found?.at ?? ''} ${exact}`;
}

/** Where a span stands after `edit` was replaced by a text `grown` longer; an empty span is one that was deleted. */
function shifted(span: Span, edit: Span, grown: number): Span {
  if (edit.end <= span.start) return { start: span.start + grown, end: span.end + grown };
  if (edit.start >= span.end) return span;
  if (edit.start >= span.start && edit.end <= span.end && !(edit.start === span.start && edit.end === span.end)) {
    return { start: span.start, end: span.end + grown };
  }
  const after = edit.end + grown;
  return edit.start < span.start ? { start: after, end: Math.max(after, span.end + grown) } : { start: span.start, end: edit.start };
}
