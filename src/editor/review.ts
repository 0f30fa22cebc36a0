import * as vscode from 'vscode';
import type { ArticleState } from '../workspace/articleEntry';
import { accept, confirm, type Picked } from '../workspace/decisions';
import type { Item } from '../workspace/items';
import { link } from '../workspace/links';
import { outletOf, renderingsOf, wordingOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { shortened } from './markdown';
import { reveal } from './reveal';
import { registerCommand, registerItemCommand } from './target';

const isOpen = (item: Item) => item.status === 'suggested' || item.how === 'changed';
const isQuotation = ({ type }: Item) => type === 'quotation';

/** Review by keyboard: from one open finding to the next, through all articles; confirming, linking, accepting what is listed. */
export function registerReview(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('nextSuggestion', () => step(session, 1)),
    registerCommand('previousSuggestion', () => step(session, -1)),
    registerItemCommand(
      session,
      'confirmPlace',
      (pick) => confirm(session, pick),
      ({ annotation }) => annotation !== undefined,
    ),
    registerItemCommand(session, 'linkRendering', (pick) => linkRendering(session, pick), isQuotation),
    registerCommand('acceptAll', (node) => acceptAll(session, node)),
  );
}

/** The next open finding after the cursor: quotations first come, speakers and dates too; past the end, in the next article. */
async function step(session: Session, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const project = state && session.projectOf(state.uri);
  if (editor === undefined || state === undefined || project === undefined) return;
  const here = state.lines.offset(editor.selection.start);
  const length = state.lines.offset(editor.selection.end) - here;
  const open = state.items.filter(isOpen);
  const isAfter = ({ span }: Item) => span.start > here || (span.start === here && span.end - span.start < length);
  const isBefore = ({ span }: Item) => span.start < here || (span.start === here && span.end - span.start > length);
  const next = by > 0 ? open.find(isAfter) : open.findLast(isBefore);
  if (next) {
    await reveal(state, next.span);
    return;
  }
  const states = project.states();
  const at = states.findIndex(({ article }) => article.uri === state.article.uri);
  const others =
    by > 0 ? [...states.slice(at + 1), ...states.slice(0, at)] : [...states.slice(0, at).reverse(), ...states.slice(at + 1).reverse()];
  for (const other of others) {
    const first = by > 0 ? other.items.find(isOpen) : other.items.findLast(isOpen);
    if (first === undefined) continue;
    await reveal(other, first.span);
    return;
  }
  void vscode.window.setStatusBarMessage('Second Source: everything is reviewed', 4000);
}

async function linkRendering(session: Session, from: Picked): Promise<void> {
  const project = session.projectOf(from.state.uri);
  if (project === undefined) return;
  const picks = renderingsOf(project, from.state, from.item.span).flatMap(({ match, state, item }) =>
    item
      ? [{ label: outletOf(state), description: match.relation, detail: shortened(wordingOf(state, item.span), 160), match, state, item }]
      : [],
  );
  const picked = await vscode.window.showQuickPick(picks, {
    placeHolder: picks.length > 0 ? 'Link to which rendering?' : 'No other outlet has a quotation like this',
  });
  if (picked === undefined) return;
  const verdicts = [
    { label: 'It renders the same words', relation: picked.match.relation, status: 'accepted' as const },
    { label: 'It contradicts them', relation: 'contradicts' as const, status: 'accepted' as const },
    { label: 'It is something else: no link', relation: picked.match.relation, status: 'rejected' as const },
  ];
  const verdict = await vscode.window.showQuickPick(verdicts, { placeHolder: `How does ${picked.label} relate to this?` });
  if (verdict) await link(session, from, { state: picked.state, item: picked.item }, verdict.relation, verdict.status);
}

/** Accepts what a node of the tree lists, once a person has seen how many that are. One undo takes all of it back. */
async function acceptAll(session: Session, node: unknown): Promise<void> {
  if (typeof node !== 'object' || node === null || !('state' in node)) return;
  const { state } = node as { readonly state: ArticleState };
  const listed = 'items' in node ? (node as { readonly items: readonly Item[] }).items : state.items.filter(isQuotation);
  const open = listed.filter(isOpen).map((item) => ({ state, item }));
  if (open.length === 0) return;
  const yes = `Accept ${open.length}`;
  const answer = await vscode.window.showInformationMessage(`Accept ${open.length} quotations of ${state.path}?`, { modal: true }, yes);
  if (answer === yes) await accept(session, open);
}
