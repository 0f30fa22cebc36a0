import * as vscode from 'vscode';
import { movedByWord, overlaps, wordingOf } from '../../core/index';
import { amend, type Picked, setExtent, setType } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createQuickPick, setStatusBarMessage, showInformationMessage, showInputBox, showQuickPick } from '../../workspace/window/index';
import { nothingHere, registerCommand, registerItemCommand, reveal, shortened, targets } from '../shared/index';
import { askDateValue } from './dateChoice';
import { askType, typeNamed } from './typeChoice';

/** What a person may say about a finding or an annotation beside yes and no; a finding is accepted with it, but for a mere note. */
export function registerAmendments(session: Session): vscode.Disposable {
  // A held key asks faster than a file is written, and each step counts from the one before.
  let turn: Promise<unknown> = Promise.resolve();
  const byWord = (name: string, edge: 'start' | 'end', by: 1 | -1) =>
    registerCommand(name, (...args) => {
      turn = turn.catch(() => undefined).then(() => moveEdge(session, args, edge, by));
      return turn;
    });
  return vscode.Disposable.from(
    registerItemCommand(session, 'changeType', (pick, [, , type, kind]) => changeType(session, pick, type, kind)),
    registerItemCommand(session, 'editNote', (pick) => editNote(session, pick)),
    registerItemCommand(session, 'editTags', (pick, [, , tags]) => editTags(session, pick, tags)),
    registerItemCommand(
      session,
      'editDate',
      (pick, [, , value]) => editDate(session, pick, value),
      ({ type }) => type === 'date',
    ),
    registerCommand('useSelection', () => useSelection(session)),
    byWord('extendEnd', 'end', 1),
    byWord('shrinkEnd', 'end', -1),
    byWord('extendStart', 'start', 1),
    byWord('shrinkStart', 'start', -1),
  );
}

async function changeType(session: Session, pick: Picked, type: unknown, kind: unknown): Promise<void> {
  const chosen = typeNamed(type, kind) ?? (await askType(pick.item));
  if (chosen) await setType(session, pick, chosen.type, chosen.kind);
}

async function editNote(session: Session, pick: Picked): Promise<void> {
  const value = pick.item.annotation?.note ?? '';
  const note = await showInputBox({ prompt: vscode.l10n.t('Your note on this passage'), value });
  if (note === undefined || note === value) return;
  // What a reader thinks of a suggestion does not accept it.
  if (note === '') await amend(session, pick, vscode.l10n.t('Remove note'), {}, ['note'], undefined, 'suggested');
  else await amend(session, pick, vscode.l10n.t('Note'), { note }, [], undefined, 'suggested');
}

async function editTags(session: Session, pick: Picked, given: unknown): Promise<void> {
  const project = session.projectOf(pick.state.uri);
  if (project === undefined) return;
  const now = pick.item.annotation?.tags ?? [];
  const tags = Array.isArray(given) ? given.filter((tag) => typeof tag === 'string') : await askTags(project, now);
  if (tags === undefined || tags.join('\n') === now.join('\n')) return;
  if (tags.length === 0) await amend(session, pick, vscode.l10n.t('Remove tags'), {}, ['tags']);
  else await amend(session, pick, vscode.l10n.t('Tags'), { tags });
}

/** The tags in use in the folder, those used most first; what is typed and not among them is offered as a new one. */
function askTags(project: Project, now: readonly string[]): Promise<readonly string[] | undefined> {
  const counts = new Map<string, number>(now.map((tag) => [tag, 0]));
  for (const { sidecar } of project.together.states())
    for (const tag of sidecar.annotations.flatMap(({ tags = [] }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const known = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([label, n]) => ({ label, description: `${n}` }));
  const picker = createQuickPick();
  picker.canSelectMany = true;
  picker.placeholder = vscode.l10n.t('Tags of this passage; type a new one');
  picker.items = known;
  picker.selectedItems = known.filter(({ label }) => now.includes(label));
  return new Promise((resolve) => {
    picker.onDidChangeValue((value) => {
      const typed = value.trim();
      const chosen = picker.selectedItems;
      const kept = [...known, ...chosen.filter(({ label }) => !counts.has(label))];
      const isNew = typed !== '' && !kept.some(({ label }) => label === typed);
      const added = { label: typed, description: vscode.l10n.t('new tag') };
      picker.items = isNew ? [added, ...kept] : kept;
      picker.selectedItems = chosen;
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.map(({ label }) => label));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

async function editDate(session: Session, pick: Picked, given: unknown): Promise<void> {
  const now = pick.item.annotation?.value ?? pick.item.date?.value ?? '';
  const value = typeof given === 'string' ? given : await askDateValue(now);
  if (value !== undefined && value !== '' && value !== pick.item.annotation?.value)
    await amend(session, pick, vscode.l10n.t('Date'), { value });
}

/** The selected words become the extent of what they touch. */
async function useSelection(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  if (editor === undefined || state === undefined || editor.selection.isEmpty) {
    void showInformationMessage(vscode.l10n.t('Select the words that belong to the annotation first.'));
    return;
  }
  const span = state.lines.span(editor.selection);
  const touched = state.items.filter((item) => overlaps(item.span, span));
  const picks = touched.map((item) => ({
    label: shortened(wordingOf(state, item.span), 80),
    description: item.kind ?? item.type,
    item,
  }));
  const picked =
    picks.length > 1 ? await showQuickPick(picks, { placeHolder: vscode.l10n.t('Which one is to have the selected words?') }) : picks[0];
  if (picked) await setExtent(session, { state, item: picked.item }, span);
  else if (picks.length === 0) nothingHere();
}

async function moveEdge(session: Session, args: readonly unknown[], edge: 'start' | 'end', by: 1 | -1): Promise<void> {
  const [pick] = targets(session, args);
  if (pick === undefined) {
    nothingHere();
    return;
  }
  const { state, item } = pick;
  const span = movedByWord(state.article.prose, item.span, edge, by);
  if (span === undefined) {
    const why = by > 0 ? vscode.l10n.t('the text ends here') : vscode.l10n.t('one word is left');
    void setStatusBarMessage(vscode.l10n.t('Second Source: {0}', why), 4000);
    return;
  }
  await setExtent(session, pick, span);
  await reveal(session.article(state.uri) ?? state, span);
}
