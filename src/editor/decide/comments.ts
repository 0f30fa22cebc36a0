import * as vscode from 'vscode';
import { type Annotation, type Comment, type Item, wordingOf } from '../../core/index';
import { type ArticleState } from '../../workspace/articles/index';
import { addComment, deleteComment, editComment, type Picked, resolve } from '../../workspace/decisions/index';
import { authorOf } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { plainLine, showInputBox } from '../../workspace/window/index';
import { commentMarkdown, registerCommand, shortened } from '../shared/index';

interface Shown {
  readonly thread: vscode.CommentThread;
  readonly annotation: Annotation;
  readonly pick: { readonly uri: vscode.Uri; readonly id: string };
}

/** A comment as VS Code shows it, with the entry that it stands for. */
class Said implements vscode.Comment {
  readonly thread: vscode.CommentThread;
  readonly entry: Comment;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly timestamp?: Date;
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;

  constructor(thread: vscode.CommentThread, entry: Comment, isOwn: boolean) {
    this.thread = thread;
    this.entry = entry;
    this.author = { name: plainLine(entry.by) };
    // Nobody puts other words into a colleague's mouth.
    this.contextValue = isOwn ? 'own' : 'other';
    this.body = commentMarkdown(entry.text);
    const timestamp = new Date(entry.at);
    if (!Number.isNaN(timestamp.getTime())) this.timestamp = timestamp;
  }
}

/** Discussion on a passage, kept in the sidecar with the annotation it is about. */
export function registerComments(session: Session): vscode.Disposable {
  const controller = vscode.comments.createCommentController('secondSource.comments', 'Second Source');
  controller.options = { placeHolder: vscode.l10n.t('Say something about this passage'), prompt: vscode.l10n.t('Comment') };
  const threads = new Map<string, Shown>();
  const authors = new Map<string, string>();

  const refresh = async () => {
    for (const { root } of session.projects) authors.set(root.toString(), await authorOf(root));
    const current = new Set<string>();
    for (const { document } of vscode.window.visibleTextEditors) {
      const state = session.shown(document);
      for (const item of state?.items ?? []) {
        const { annotation } = item;
        if (state === undefined || annotation?.comments === undefined || annotation.comments.length === 0) continue;
        const key = `${state.article.uri} ${item.id}`;
        current.add(key);
        show(key, state, item, annotation);
      }
    }
    for (const [key, { thread }] of threads) {
      if (current.has(key)) continue;
      thread.dispose();
      threads.delete(key);
    }
  };
  const show = (key: string, state: ArticleState, item: Item, annotation: Annotation) => {
    const last = threads.get(key);
    const range = state.lines.range(item.span);
    const thread = last?.thread ?? controller.createCommentThread(state.uri, range, []);
    if (thread.range?.isEqual(range) !== true) thread.range = range;
    const author = authors.get(session.projectOf(state.uri)?.root.toString() ?? '');
    if (last?.annotation !== annotation) {
      thread.comments = (annotation.comments ?? []).map((comment) => new Said(thread, comment, comment.by === author));
      const { Resolved, Unresolved } = vscode.CommentThreadState;
      thread.state = annotation.resolved ? Resolved : Unresolved;
      thread.contextValue = annotation.resolved ? 'resolved' : 'open';
      thread.label = annotation.resolved
        ? plainLine(vscode.l10n.t('Resolved by {0}', annotation.resolved.by))
        : vscode.l10n.t('Discussion');
    }
    threads.set(key, { thread, annotation, pick: { uri: state.uri, id: item.id } });
  };
  /** The annotation that a thread is about, as it is now. */
  const pickOf = (thread: vscode.CommentThread): Picked | undefined => {
    const shown = [...threads.values()].find((one) => one.thread === thread);
    const state = shown && session.article(shown.pick.uri);
    const item = state?.items.find(({ id }) => id === shown?.pick.id);
    return state && item && { state, item };
  };
  const redraw = (said: Said, mode: vscode.CommentMode) => {
    said.mode = mode;
    said.body = mode === vscode.CommentMode.Editing ? said.entry.text : commentMarkdown(said.entry.text);
    said.thread.comments = [...said.thread.comments];
  };
  const onComment = (name: string, action: (said: Said, pick: Picked) => unknown) =>
    registerCommand(name, async (said) => {
      const pick = said instanceof Said ? pickOf(said.thread) : undefined;
      if (said instanceof Said && pick) await action(said, pick);
    });
  const later = () => void refresh().catch(() => undefined); // a folder that is going away

  later();
  return vscode.Disposable.from(
    controller,
    session.onDidChange(({ kind }) => {
      if (kind !== 'progress') later();
    }),
    vscode.window.onDidChangeVisibleTextEditors(later),
    // No bar of plus signs beside every line: a discussion begins with a command. It asks for the first words itself, since VS Code
    // cannot be told to put the cursor into a thread that it is still about to show, and what is typed would go into the article.
    registerCommand('comment', async () => {
      const editor = vscode.window.activeTextEditor;
      const state = editor && session.shown(editor.document);
      if (editor === undefined || state === undefined) return;
      const at = state.lines.span(editor.selection);
      const about = annotationAt(state, at.start, at.end);
      const words = about ? shortened(wordingOf(state, about.span), 60) : vscode.l10n.t('this passage');
      const text = (await showInputBox({ prompt: vscode.l10n.t('Comment on: {0}', words), placeHolder: 'Markdown' }))?.trim() ?? '';
      if (text === '') return;
      const id = await addComment(session, state, about, at, text);
      await refresh();
      const shown = threads.get(`${state.article.uri} ${id}`);
      if (shown) shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }),
    registerCommand('addComment', async (reply) => {
      const { thread, text } = reply as vscode.CommentReply;
      const state = session.article(thread.uri);
      if (state === undefined || thread.range === undefined || text.trim() === '') return;
      const span = state.lines.span(thread.range);
      const known = pickOf(thread);
      const about = known?.item ?? annotationAt(state, span.start, span.end);
      await addComment(session, state, about, span, text.trim());
      if (known === undefined) thread.dispose(); // the one that the sidecar tells of takes its place
    }),
    onComment('editComment', (said) => {
      redraw(said, vscode.CommentMode.Editing);
    }),
    onComment('cancelComment', (said) => {
      redraw(said, vscode.CommentMode.Preview);
    }),
    onComment('saveComment', async (said, pick) => {
      const text = (typeof said.body === 'string' ? said.body : said.body.value).trim();
      if (text !== '' && text !== said.entry.text) await editComment(session, pick, said.entry, text);
      else redraw(said, vscode.CommentMode.Preview);
    }),
    onComment('deleteComment', (said, pick) => deleteComment(session, pick, said.entry)),
    ...([true, false] as const).map((isResolved) =>
      registerCommand(isResolved ? 'resolveDiscussion' : 'reopenDiscussion', async (given) => {
        const pick = pickOf(threadOf(given) ?? threadAtCursor(session, threads) ?? (given as vscode.CommentThread));
        if (pick) await resolve(session, pick, isResolved);
      }),
    ),
  );
}

/** VS Code hands a thread over as itself, or with the reply that is being written. */
function threadOf(given: unknown): vscode.CommentThread | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  return 'thread' in given ? (given as vscode.CommentReply).thread : 'comments' in given ? (given as vscode.CommentThread) : undefined;
}

function threadAtCursor(session: Session, threads: ReadonlyMap<string, Shown>): vscode.CommentThread | undefined {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  if (editor === undefined || state === undefined) return undefined;
  const { start, end } = state.lines.span(editor.selection);
  const item = annotationAt(state, start, end);
  return item && threads.get(`${state.article.uri} ${item.id}`)?.thread;
}

/** The smallest annotation or suggestion around the place, of names only what a person has annotated; `undefined` makes a note of its own. */
function annotationAt(state: ArticleState, start: number, end: number): Item | undefined {
  const around = state.items.filter(
    ({ type, annotation, span }) => (annotation ?? type !== 'speaker') && span.start <= start && end <= span.end,
  );
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}
