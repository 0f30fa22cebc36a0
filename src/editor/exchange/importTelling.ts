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
  orphan: { name: 'no place', icon: 'debug-disconnect', color: new vscode.ThemeColor('list.errorForeground') },
} satisfies Record<string, Look>;

export const knowledge = { new: 'new', same: 'here already', different: 'replaces another version' } as const;

/** A person may say which place is meant. */
export function isOpen({ placed, choices = [] }: ImportEntry): boolean {
  return placed.how === 'orphan' && choices.length > 0;
}

export function placesToChoose({ choices = [] }: ImportEntry): string {
  return choices.length === 1 ? 'perhaps here: choose' : `${choices.length} places: choose one`;
}

export function placeSentence(entry: ImportEntry, state: ArticleState): string {
  const { placed, known, choices = [] } = entry;
  if (isOpen(entry))
    return `These words stand ${choices.length === 1 ? 'once' : `${choices.length} times`} in ${state.path}, and nothing tells for certain which words are meant. Choose their place by a click; then they are imported.`;
  const sentences = {
    exact: `These words stand in ${state.path}.`,
    moved: `These words stand at another place of ${state.path} than they were annotated at.`,
    changed: placed.how === 'changed' ? `In ${state.path} it reads now: ${placed.now}` : '',
    orphan: `Where in ${state.path} these words belong cannot be told. Imported all the same, they are listed as lost until you give them a place.`,
  };
  return known === 'different'
    ? `${sentences[placed.how]} The annotation with this id says something else: tick to replace it.`
    : sentences[placed.how];
}

export function summary({ name, preview }: PendingImport, isTicked: (entry: ImportEntry) => boolean): string {
  const entries = preview.documents.flatMap((document) => document.entries);
  const count = (how: keyof typeof places) => entries.filter(({ placed }) => placed.how === how).length;
  const here = entries.filter((entry) => !isNews(entry)).length;
  const counts = [
    [count('exact'), 'placed'],
    [count('moved'), 'moved'],
    [count('changed'), 'changed'],
    [entries.filter(isOpen).length, 'whose place is to be chosen'],
    [entries.filter((entry) => entry.placed.how === 'orphan' && !isOpen(entry)).length, 'without a place'],
    [here, 'here already'],
  ] as const;
  const parts = counts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  const ticked = entries.filter(isTicked).length;
  return `${name}: ${parts.length > 0 ? parts.join(', ') : 'no annotations of these articles'}. Nothing is written yet. ${ticked} ${ticked === 1 ? 'is' : 'are'} ticked.`;
}
