import * as vscode from 'vscode';
import type { Annotation } from '../core/index';
import type { ArticleState } from '../workspace/articleEntry';
import { addComment } from '../workspace/decisions';
import type { Item } from '../workspace/items';
import type { Session } from '../workspace/session';
import { attempt } from './attempt';

interface Shown {
  readonly thread: vscode.CommentThread;
  readonly comments: Annotation['comments'];
}

/** Discussion on a passage, kept in the sidecar with the annotation it is about. */
export function registerComments(session: Session): vscode.Disposable {
  const controller = vscode.comments.createCommentController('secondSource.comments', 'Second Source');
  controller.options = { placeHolder: 'Say something about this passage', prompt: 'Comment' };
  const threads = new Map<string, Shown>();

  const refresh = () => {
    const current = new Set<string>();
    for (const { document } of vscode.window.visibleTextEditors) {
      const state = session.shown(document);
      for (const item of state?.items ?? []) {
        if (state === undefined || item.annotation?.comments === undefined || item.annotation.comments.length === 0) continue;
        const key = `${state.article.uri} ${item.id}`;
        current.add(key);
        show(key, state, item, item.annotation.comments);
      }
    }
    for (const [key, { thread }] of threads) {
      if (current.has(key)) continue;
      thread.dispose();
      threads.delete(key);
    }
  };
  const show = (key: string, state: ArticleState, item: Item, comments: NonNullable<Annotation['comments']>) => {
    const last = threads.get(key);
    const range = state.lines.range(item.span);
    const thread = last?.thread ?? controller.createCommentThread(state.uri, range, []);
    if (thread.range?.isEqual(range) !== true) thread.range = range;
    if (last?.comments !== comments) thread.comments = comments.map(commentOf);
    threads.set(key, { thread, comments });
  };

  refresh();
  return vscode.Disposable.from(
    controller,
    session.onDidChange(refresh),
    vscode.window.onDidChangeVisibleTextEditors(refresh),
    // No bar of plus signs beside every line: a discussion begins with a command.
    vscode.commands.registerCommand('secondSource.comment', () => {
      const editor = vscode.window.activeTextEditor;
      const state = editor && session.shown(editor.document);
      if (editor === undefined || state === undefined) return;
      const at = state.lines.span(editor.selection);
      const about = annotationAt(state, at.start, at.end);
      const known = about && threads.get(`${state.article.uri} ${about.id}`)?.thread;
      const thread = known ?? controller.createCommentThread(state.uri, about ? state.lines.range(about.span) : editor.selection, []);
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      void vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
    }),
    vscode.commands.registerCommand('secondSource.addComment', ({ thread, text }: vscode.CommentReply) =>
      attempt(async () => {
        const state = session.article(thread.uri);
        if (state === undefined || thread.range === undefined || text.trim() === '') return;
        const span = state.lines.span(thread.range);
        const known = [...threads].find(([, shown]) => shown.thread === thread)?.[0];
        const about = state.items.find((item) => `${state.article.uri} ${item.id}` === known) ?? annotationAt(state, span.start, span.end);
        await addComment(session, state, about, span, text.trim());
        if (known === undefined) thread.dispose(); // the one that the sidecar tells of takes its place
      }),
    ),
  );
}

/** The smallest annotation around the place; `undefined` makes a note of its own. */
function annotationAt(state: ArticleState, start: number, end: number): Item | undefined {
  const around = state.items.filter(({ annotation, span }) => annotation && span.start <= start && end <= span.end);
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

function commentOf({ by, at, text }: NonNullable<Annotation['comments']>[number]): vscode.Comment {
  const body = new vscode.MarkdownString().appendText(text);
  const timestamp = new Date(at);
  return {
    author: { name: by },
    body,
    mode: vscode.CommentMode.Preview,
    ...(Number.isNaN(timestamp.getTime()) ? {} : { timestamp }),
  };
}
