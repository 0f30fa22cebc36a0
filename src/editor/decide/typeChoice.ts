import * as vscode from 'vscode';
import type { Annotation, AnnotationType } from '../../core/index';
import { showQuickPick } from '../../workspace/window/index';

export interface ChosenType {
  readonly type: AnnotationType;
  readonly kind?: NonNullable<Annotation['kind']>;
}

/** What an annotation can be, in a person's words. */
const choices: readonly (ChosenType & { readonly label: string; readonly description: string })[] = [
  {
    label: vscode.l10n.t('Direct quotation'),
    description: vscode.l10n.t('all of it between quotation marks'),
    type: 'quotation',
    kind: 'direct',
  },
  { label: vscode.l10n.t('Mixed quotation'), description: vscode.l10n.t('reported, with quoted parts'), type: 'quotation', kind: 'mixed' },
  {
    label: vscode.l10n.t('Indirect quotation'),
    description: vscode.l10n.t('reported without quotation marks'),
    type: 'quotation',
    kind: 'indirect',
  },
  { label: vscode.l10n.t('Scare quotes'), description: vscode.l10n.t('marks that quote nobody'), type: 'quotation', kind: 'scare' },
  { label: vscode.l10n.t('Statement'), description: vscode.l10n.t('a claim of the outlet itself'), type: 'statement' },
  { label: vscode.l10n.t('Speaker'), description: vscode.l10n.t('words that name who speaks'), type: 'speaker' },
  { label: vscode.l10n.t('Date'), description: vscode.l10n.t('a day, a time, a length of time'), type: 'date' },
  { label: vscode.l10n.t('Cue'), description: vscode.l10n.t('the verb of saying, or “according to”'), type: 'cue' },
  { label: vscode.l10n.t('Note'), description: vscode.l10n.t('any passage with a remark'), type: 'note' },
];

/** Asks what a passage is; says what it is taken for now. */
export async function askType(now?: {
  readonly type: AnnotationType;
  readonly kind?: Annotation['kind'];
}): Promise<ChosenType | undefined> {
  const picks = choices.map((choice) => {
    const isNow = choice.type === now?.type && (choice.type !== 'quotation' || choice.kind === now.kind);
    return { label: choice.label, description: `${choice.description}${isNow ? vscode.l10n.t(' · now') : ''}`, choice };
  });
  return (await showQuickPick(picks, { placeHolder: vscode.l10n.t('What is it?'), matchOnDescription: true }))?.choice;
}

/** The type that a keybinding or another extension names; a quotation by its kind, too. */
export function typeNamed(type: unknown, kind: unknown): ChosenType | undefined {
  return choices.find((choice) => choice.type === type && (type !== 'quotation' || choice.kind === kind));
}
