import * as vscode from 'vscode';
import type { Item } from '../../core/index';
import { confirm } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage } from '../../workspace/window/index';
import { registerCommand, registerItemCommand, reveal } from '../shared/index';
import { ReviewRun } from './reviewRun';

const isOpen = (item: Item) => (item.status === 'suggested' && !item.unmarked) || item.how === 'changed';

/** Review by keyboard: from one open finding to the next, through all articles, or as a run in an order of one's own. */
export function registerReview(session: Session): vscode.Disposable {
  const run = new ReviewRun(session);
  const step = async (by: 1 | -1) => (run.isRunning ? run.step(by) : stepInText(session, by));
  return vscode.Disposable.from(
    run,
    registerCommand('review', (order) => run.start(order)),
    registerCommand('endReview', () => {
      run.end();
      return Promise.resolve();
    }),
    registerCommand('nextSuggestion', () => step(1)),
    registerCommand('previousSuggestion', () => step(-1)),
    registerItemCommand(
      session,
      'confirmPlace',
      (pick) => confirm(session, pick),
      ({ annotation }) => annotation !== undefined,
    ),
  );
}

/** The next open finding after the cursor: quotations first come, speakers and dates too; past the end, in the next article. */
async function stepInText(session: Session, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const project = state && session.projectOf(state.uri);
  if (editor === undefined || state === undefined || project === undefined) return;
  const here = state.lines.offset(editor.selection.start);
  const length = state.lines.offset(editor.selection.end) - here;
  const open = state.items.filter(isOpen);
  // A mere cursor is at no finding yet, not even where one begins.
  const isAfter = ({ span }: Item) => span.start > here || (span.start === here && (length === 0 || span.end - span.start < length));
  const isBefore = ({ span }: Item) => span.start < here || (span.start === here && span.end - span.start > length);
  const next = by > 0 ? open.find(isAfter) : open.findLast(isBefore);
  if (next) {
    await reveal(state, next.span);
    return;
  }
  for await (const other of project.others(state, by)) {
    const first = by > 0 ? other.items.find(isOpen) : other.items.findLast(isOpen);
    if (first === undefined) continue;
    await reveal(other, first.span);
    return;
  }
  void setStatusBarMessage(vscode.l10n.t('Second Source: everything is reviewed'), 4000);
}
