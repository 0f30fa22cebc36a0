import * as vscode from 'vscode';
import type { ImportEntry } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { isNews, type PendingImport } from '../../workspace/decisions/index';

export interface Look {
  readonly name: string;
  readonly icon: string;
  readonly color?: vscode.ThemeColor;
}

export const places = {
  exact: { name: 'placed', icon: 'pass' },
  moved: { name: 'moved', icon: 'arrow-right' },
  changed: { name: 'changed', icon: 'edit', color: new vscode.ThemeColor('list.warningForeground') },
  orphan: { name: vscode.l10n.t('no place'), icon: 'debug-disconnect', color: new vscode.ThemeColor('list.errorForeground') },
} satisfies Record<string, Look>;

export const knowledge = {
  new: 'new',
  same: vscode.l10n.t('here already'),
  different: vscode.l10n.t('replaces another version'),
  gone: vscode.l10n.t('no longer in the import'),
} as const;

/** A person may say which place is meant. */
export function isOpen({ placed, choices = [] }: ImportEntry): boolean {
  return placed.how === 'orphan' && choices.length > 0;
}

export function placesToChoose({ choices = [] }: ImportEntry): string {
  return choices.length === 1 ? vscode.l10n.t('perhaps here: choose') : vscode.l10n.t('{0} places: choose one', choices.length);
}

export function placeSentence(entry: ImportEntry, state: ArticleState): string {
  const { placed, known, choices = [] } = entry;
  if (isOpen(entry))
    return vscode.l10n.t(
      'These words stand {0} in {1}, and nothing tells for certain which words are meant. Choose their place by a click; then they are imported.',
      choices.length === 1 ? vscode.l10n.t('once') : vscode.l10n.t('{0} times', choices.length),
      state.path,
    );
  const sentences = {
    exact: vscode.l10n.t('These words stand in {0}.', state.path),
    moved: vscode.l10n.t('These words stand at another place of {0} than they were annotated at.', state.path),
    changed: placed.how === 'changed' ? vscode.l10n.t('In {0} it reads now: {1}', state.path, placed.now) : '',
    orphan: vscode.l10n.t(
      'Where in {0} these words belong cannot be told. Imported all the same, they are listed as lost until you give them a place.',
      state.path,
    ),
  };
  if (known === 'gone') return vscode.l10n.t('The import has it no more, and much of what else is here: tick to delete it here, too.');
  return known === 'different'
    ? vscode.l10n.t('{0} The annotation with this id says something else: tick to replace it.', sentences[placed.how])
    : sentences[placed.how];
}

export function summary({ name, preview }: PendingImport, isTicked: (entry: ImportEntry) => boolean): string {
  const entries = preview.documents.flatMap((document) => document.entries);
  const count = (how: keyof typeof places) => entries.filter(({ placed, known }) => known !== 'gone' && placed.how === how).length;
  const here = entries.filter((entry) => !isNews(entry)).length;
  const gone = entries.filter(({ known }) => known === 'gone').length;
  const counts = [
    [count('exact'), 'placed'],
    [count('moved'), 'moved'],
    [count('changed'), 'changed'],
    [entries.filter(isOpen).length, vscode.l10n.t('whose place is to be chosen')],
    [entries.filter((entry) => entry.placed.how === 'orphan' && !isOpen(entry)).length, vscode.l10n.t('without a place')],
    [here, vscode.l10n.t('here already')],
    [gone, vscode.l10n.t('no longer in the import')],
  ] as const;
  const parts = counts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  const ticked = entries.filter(isTicked).length;
  return vscode.l10n.t(
    '{0}: {1}. Nothing is written yet. {2} {3} ticked.',
    name,
    parts.length > 0 ? parts.join(', ') : vscode.l10n.t('no annotations of these articles'),
    ticked,
    ticked === 1 ? vscode.l10n.t('is') : vscode.l10n.t('are'),
  );
}
