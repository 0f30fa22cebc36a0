import * as vscode from 'vscode';
import type { Annotation } from '../core/index';
import type { ArticleState } from '../workspace/articleEntry';
import { accept, confirm, type Picked, relink, remove, setExtent, update } from '../workspace/decisions';
import type { Item } from '../workspace/items';
import { link } from '../workspace/links';
import { outletOf, proseOf, renderingsOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { attempt } from './attempt';
import { shortened } from './markdown';
import { reveal } from './reveal';
import { nothingHere, targets } from './target';

const isOpen = (item: Item) => item.status === 'suggested' || item.how === 'changed';
const isQuotation = ({ type }: Item) => type === 'quotation';

/** Review by keyboard: from one open finding to the next, and what a person may say about it beside yes and no. */
export function registerReview(session: Session): vscode.Disposable {
  const command = (name: string, action: (...args: unknown[]) => Promise<unknown>) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (...args: unknown[]) => attempt(() => action(...args)));
  const onOne = (name: string, action: (pick: Picked) => Promise<unknown>, fits?: (item: Item) => boolean) =>
    command(name, async (...args) => {
      const [pick] = targets(session, args, fits);
      if (pick === undefined || fits?.(pick.item) === false) nothingHere();
      else await action(pick);
    });
  return vscode.Disposable.from(
    command('nextSuggestion', () => step(session, 1)),
    command('previousSuggestion', () => step(session, -1)),
    onOne('changeKind', (pick) => changeKind(session, pick), isQuotation),
    onOne('editNote', (pick) => editNote(session, pick)),
    onOne(
      'confirmPlace',
      (pick) => confirm(session, pick),
      ({ annotation }) => annotation !== undefined,
    ),
    onOne('linkRendering', (pick) => linkRendering(session, pick), isQuotation),
    command('useSelection', () => useSelection(session)),
    command('acceptAll', (node) => acceptAll(session, node)),
    command('relinkOrphan', (node) => relinkOrphan(session, node)),
    command('removeOrphan', async (node) => {
      if (isOrphan(node)) await remove(session, node.state, [node.annotation.id]);
    }),
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

const kinds: readonly { readonly label: string; readonly description: string; readonly wanted: NonNullable<Annotation['kind']> }[] = [
  { label: 'Direct', description: 'all of it between quotation marks', wanted: 'direct' },
  { label: 'Mixed', description: 'reported, with quoted parts', wanted: 'mixed' },
  { label: 'Indirect', description: 'reported without quotation marks', wanted: 'indirect' },
  { label: 'Scare', description: 'marks that quote nobody', wanted: 'scare' },
];

async function changeKind(session: Session, pick: Picked): Promise<void> {
  const picked = await vscode.window.showQuickPick(kinds, { placeHolder: 'What kind of quotation is it?' });
  if (picked) await update(session, pick, 'Change kind', { kind: picked.wanted });
}

async function editNote(session: Session, pick: Picked): Promise<void> {
  const value = pick.item.annotation?.note ?? '';
  const note = await vscode.window.showInputBox({ prompt: 'Your note on this passage', value });
  if (note !== undefined && note !== value) await update(session, pick, 'Note', { note });
}

/** The selected words become the extent of what they touch. */
async function useSelection(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  if (editor === undefined || state === undefined || editor.selection.isEmpty) {
    void vscode.window.showInformationMessage('Select the words that belong to the annotation first.');
    return;
  }
  const span = state.lines.span(editor.selection);
  const touched = state.items.filter((item) => item.span.start < span.end && span.start < item.span.end);
  const picks = touched.map((item) => ({
    label: shortened(proseOf(state, item.span).replace(/\s+/g, ' '), 80),
    description: item.kind ?? item.type,
    item,
  }));
  const picked =
    picks.length > 1 ? await vscode.window.showQuickPick(picks, { placeHolder: 'Which one is to have the selected words?' }) : picks[0];
  if (picked) await setExtent(session, { state, item: picked.item }, span);
  else if (picks.length === 0) nothingHere();
}

async function linkRendering(session: Session, from: Picked): Promise<void> {
  const project = session.projectOf(from.state.uri);
  if (project === undefined) return;
  const picks = renderingsOf(project, from.state, from.item.span).flatMap(({ match, state, item }) =>
    item
      ? [{ label: outletOf(state), description: match.relation, detail: shortened(proseOf(state, item.span), 160), match, state, item }]
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

interface OrphanNode {
  readonly state: ArticleState;
  readonly annotation: Annotation;
}

function isOrphan(node: unknown): node is OrphanNode {
  return typeof node === 'object' && node !== null && 'state' in node && 'annotation' in node;
}

/** The selection in the article becomes the place of an annotation that has lost its own. */
async function relinkOrphan(session: Session, node: unknown): Promise<void> {
  if (!isOrphan(node)) return;
  const state = session.article(node.state.uri);
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === node.state.uri.toString());
  if (state === undefined || editor === undefined || editor.selection.isEmpty) {
    void vscode.window.showInformationMessage(`Select the words in ${node.state.path} where this annotation belongs, then relink it.`);
    return;
  }
  await relink(session, state, node.annotation.id, state.lines.span(editor.selection));
}
