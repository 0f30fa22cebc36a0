import * as vscode from 'vscode';
import type { SpeakerName } from '../../core/index';
import { type ArticleState, itemAt } from '../../workspace/articles/index';
import { editSpeaker, knownSpeakers } from '../../workspace/decisions/index';
import { messageOf, RefusedError } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { articleSelector } from '../shared/index';

/** F2 on a speaker or on what one says: the name the folder knows the speaker by. The articles keep their words. */
export function registerSpeakerRename(session: Session): vscode.Disposable {
  const speakerAt = (document: vscode.TextDocument, position: vscode.Position) => {
    const state = session.shown(document);
    const item = state && itemAt(state, state.lines.offset(position));
    const [speaker] = item?.speakers ?? [];
    return state && item && speaker && { state, speaker, range: state.lines.range(item.mention ?? item.span) };
  };
  return vscode.languages.registerRenameProvider(articleSelector, {
    prepareRename(document, position) {
      const found = speakerAt(document, position);
      if (found === undefined) throw new Error(vscode.l10n.t('Point at a speaker, or at what a speaker says.'));
      return { range: found.range, placeholder: found.speaker.name };
    },
    async provideRenameEdits(document, position, newName) {
      const found = speakerAt(document, position);
      const name = newName.trim();
      if (found === undefined || name === '' || name === found.speaker.name) return undefined;
      try {
        await rename(session, found.state, found.speaker, name);
      } catch (error) {
        throw error instanceof RefusedError ? new Error(messageOf(error)) : error;
      }
      return new vscode.WorkspaceEdit(); // the registry is written by our own journal, so that our own undo takes it back
    },
  });
}

async function rename(session: Session, state: ArticleState, { id, registered }: SpeakerName, name: string): Promise<void> {
  const project = session.projectOf(state.uri);
  const speaker = project && knownSpeakers(project).find((one) => (registered ? one.id === id : one.ids.get(state.path)?.has(id) === true));
  if (project && speaker) await editSpeaker(session, project, speaker, { name });
}
