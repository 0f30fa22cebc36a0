import * as vscode from 'vscode';
import type { Span } from '../../core/index';

/**
 * The one place where offsets into `raw` and editor positions meet. `raw` has LF line ends and no byte order mark; the editor
 * counts lines and columns, so that a document with CRLF needs no other arithmetic.
 */
export class LineTable {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(raw: string) {
    this.#length = raw.length;
    for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): vscode.Position {
    const target = Math.min(Math.max(0, offset), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= target) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, target - (this.#starts[low] ?? 0));
  }

  offset(position: vscode.Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return this.#length;
    const end = (this.#starts[position.line + 1] ?? this.#length + 1) - 1;
    return Math.min(start + position.character, end);
  }

  range(span: Span): vscode.Range {
    return new vscode.Range(this.position(span.start), this.position(span.end));
  }

  span(range: vscode.Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}

/** The text as the core counts it. */
export function rawOf(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
