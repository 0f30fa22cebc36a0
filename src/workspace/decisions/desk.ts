import * as vscode from 'vscode';
import type { Annotation } from '../../core/index';
import type { ArticleState } from '../articles/index';
import { authorOf, type Journal, RefusedError } from '../files/index';
import type { Project } from '../folder/index';

/** Where decisions are made and written down: what they need of the window's session. */
export interface Desk {
  readonly journal: Journal;
  projectOf(uri: vscode.Uri): Project | undefined;
  /** An article at today's text. */
  article(uri: vscode.Uri): ArticleState | undefined;
}

export type Reviewed = NonNullable<Annotation['reviewed']>;

export function projectOf(desk: Desk, state: ArticleState): Project {
  const project = desk.projectOf(state.uri);
  if (project === undefined) throw new RefusedError(vscode.l10n.t('This folder is no longer annotated.'));
  return project;
}

export async function review(project: Project): Promise<Reviewed> {
  return { by: await authorOf(project.root), at: new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => base32[byte & 31]).join('');
}
