import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';

/** What an annotated article becomes, so that it wraps and is free of marks that are not ours. Markdown keeps its language: it wraps already. */
const languages: ReadonlyMap<string, string> = new Map([
  ['plaintext', 'article'],
  ['html', 'article-html'],
]);

/**
 * Gives annotated articles a language of ours, whose settings are those of a page to read; a file that is no article keeps its own.
 * In all of them the word at the cursor is not marked wherever else it stands: that colour would be taken for an annotation.
 */
export function registerArticleLanguage(session: Session): vscode.Disposable {
  /** Each once: who chooses another language for a document has the last word. */
  const done = new WeakSet<vscode.TextDocument>();
  const give = async () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const language = languages.get(document.languageId);
      if (language === undefined || done.has(document) || session.shown(document) === undefined) continue;
      done.add(document);
      await vscode.languages.setTextDocumentLanguage(document, language);
    }
  };
  const later = () => void give().catch(() => undefined); // closed meanwhile
  later();
  return vscode.Disposable.from(
    session.onDidChange(({ kind }) => {
      if (kind !== 'progress') later();
    }),
    vscode.window.onDidChangeVisibleTextEditors(later),
    vscode.languages.registerDocumentHighlightProvider([{ language: 'article' }, { language: 'article-html' }, { language: 'markdown' }], {
      provideDocumentHighlights: (document) => (session.shown(document) ? [] : undefined),
    }),
  );
}
