import * as vscode from 'vscode';
import type { Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';

/** Shows a passage and selects it. */
export async function reveal(state: ArticleState, span: Span, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  const selection = state.lines.range(span);
  const editor = await vscode.window.showTextDocument(state.uri, { ...options, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
