import * as vscode from 'vscode';
import { relinkChanges, type Sidecar } from '../../core/index';
import type { ArticleState } from '../articles/index';
import { type Desk, projectOf, review } from './desk';
import { editOfSidecar, placedIn } from './fileChanges';

/** What came of relinking all annotations of some articles. */
export interface RelinkedAll {
  readonly renewed: number;
  readonly changed: number;
  readonly orphans: number;
}

/** Counts the positions of all annotations in today's text; what has changed or is gone waits for a person, as before. */
export async function relinkAll(desk: Desk, shown: readonly ArticleState[]): Promise<RelinkedAll> {
  const total = { renewed: 0, changed: 0, orphans: 0 };
  const changes = [];
  for (const { uri } of shown) {
    const project = desk.projectOf(uri);
    if (project === undefined) continue;
    await project.reader.readYaml(project.shelf.names.sidecarOf(uri));
    const state = desk.article(uri);
    if (state === undefined || state.sidecar.annotations.length === 0) continue;
    const { at } = await review(projectOf(desk, state));
    const relinked = (sidecar: Sidecar) => relinkChanges({ ...state, raw: state.article.raw, at }, sidecar, placedIn(state, sidecar));
    const { renewed, waiting } = relinked(state.sidecar);
    total.renewed += renewed;
    total.changed += waiting.filter(({ how }) => how === 'changed').length;
    total.orphans += waiting.filter(({ how, annotation }) => how === 'orphan' && annotation.status !== 'rejected').length;
    changes.push(editOfSidecar(project, state, (sidecar) => relinked(sidecar).changes));
  }
  await desk.journal.apply(vscode.l10n.t('Relink all'), changes);
  return total;
}
