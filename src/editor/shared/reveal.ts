import * as vscode from 'vscode';
import type { Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';

/** Shows a passage and selects it, the caret at its start: there the cards and verbs of the editor find it. */
export async function reveal(
  state: Pick<ArticleState, 'uri' | 'lines'>,
  span: Span,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const range = state.lines.range(span);
  const editor = await vscode.window.showTextDocument(state.uri, { ...options, selection: range });
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
