import * as vscode from 'vscode';
import type { SpeakerName } from '../workspace/items';
import { projectChange } from '../workspace/fileChanges';
import { RefusedError } from '../workspace/journal';
import { itemAt } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { messageOf } from '../workspace/files';
import { articleSelector } from './selector';

/** F2 on a speaker or on what one says: the name the folder knows the speaker by. The articles keep their words. */
export function registerSpeakerRename(session: Session): vscode.Disposable {
  const speakerAt = (document: vscode.TextDocument, position: vscode.Position) => {
    const state = session.shown(document);
    const item = state && itemAt(state, state.lines.offset(position));
    const [speaker] = item?.speakers ?? [];
    return state && item && speaker && { speaker, range: state.lines.range(item.mention ?? item.span) };
  };
  return vscode.languages.registerRenameProvider(articleSelector, {
    prepareRename(document, position) {
      const found = speakerAt(document, position);
      if (found === undefined) throw new Error('Point at a speaker, or at what a speaker says.');
      return { range: found.range, placeholder: found.speaker.name };
    },
    async provideRenameEdits(document, position, newName) {
      const found = speakerAt(document, position);
      const name = newName.trim();
      if (found === undefined || name === '' || name === found.speaker.name) return undefined;
      try {
        await rename(session, document.uri, found.speaker, name);
      } catch (error) {
        throw error instanceof RefusedError ? new Error(messageOf(error)) : error;
      }
      return new vscode.WorkspaceEdit(); // the registry is written by our own journal, so that our own undo takes it back
    },
  });
}

/** The old name stays as an alias, since the articles go on using it. */
async function rename(session: Session, uri: vscode.Uri, { id, name: oldName }: SpeakerName, name: string): Promise<void> {
  const project = session.projectOf(uri);
  if (project === undefined) return;
  const entry = project.registry.speakers.find((speaker) => speaker.id === id);
  const aliases = [...new Set([...(entry?.aliases ?? []), oldName])].filter((alias) => alias !== name);
  const change = entry
    ? ({ kind: 'update-speaker', id, set: { name, aliases } } as const)
    : ({ kind: 'add-speaker', id, name, aliases } as const);
  await session.journal.apply(`Rename ${oldName}`, [projectChange(project, [change])]);
}
