import * as vscode from 'vscode';
import { nameOf } from '../../workspace/files/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showQuickPick } from '../../workspace/window/index';

/** The annotated folder that is given, else that of the file in front, else the only one, else the one a person picks; a message where there is none. */
export async function projectInFront(session: Session, given?: vscode.Uri): Promise<Project | undefined> {
  const meant = given && session.projectOf(given);
  if (meant) return meant;
  const editor = vscode.window.activeTextEditor;
  const { projects } = session;
  const front = (editor && session.projectOf(editor.document.uri)) ?? (projects.length === 1 ? projects[0] : undefined);
  if (front) return front;
  if (projects.length === 0) {
    void showInformationMessage(vscode.l10n.t('Nothing here is annotated yet: choose “Annotate This Folder” first.'));
    return undefined;
  }
  const picks = projects.map((project) => ({ label: nameOf(project.root), project }));
  return (await showQuickPick(picks, { placeHolder: vscode.l10n.t('Which folder? Each is a story of its own') }))?.project;
}
