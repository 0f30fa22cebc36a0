import * as vscode from 'vscode';
import type { SidecarDocument } from '../../core/index';
import type { ArticleState } from '../articles/index';
import { type Desk, projectOf } from './desk';
import { sidecarChange } from './fileChanges';

/** A person's facts about an article. */
export type Facts = Partial<Pick<SidecarDocument, 'outlet' | 'published' | 'title' | 'url' | 'primary' | 'language'>>;

export async function setFacts(desk: Desk, state: ArticleState, set: Facts): Promise<void> {
  await setFactsOf(desk, [{ state, set }]);
}

/** Of several articles, as one decision. */
export async function setFactsOf(desk: Desk, facts: readonly { readonly state: ArticleState; readonly set: Facts }[]): Promise<void> {
  const changes = facts.map(({ state, set }) => sidecarChange(projectOf(desk, state), state, [{ kind: 'document', set }]));
  await desk.journal.apply(vscode.l10n.t('Set article facts'), changes);
}
