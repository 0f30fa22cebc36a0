import * as vscode from 'vscode';
import { applyEdits, editCorroborations, editSidecar, mergeYaml, movedLinks, readCorroborations, readSidecar } from '../../core/index';
import { type FileChange, nameOf, openDocument, RefusedError, withoutMark } from '../files/index';
import { idsOf, type Project, type Stray, textOf } from '../folder/index';
import type { Desk } from './desk';

/** Puts sidecars beside their articles, with the links that lead to them; one decision, which can be undone. */
export async function takeAlong(desk: Desk, project: Project, pairs: readonly { stray: Stray; article: string }[]): Promise<void> {
  const changes: FileChange[] = [];
  const ids = idsOf(project);
  for (const { stray, article } of pairs) {
    if (openDocument(stray.uri)?.isDirty === true)
      throw new RefusedError(vscode.l10n.t('{0} has unsaved changes: save it first.', nameOf(stray.uri)));
    const text = await textOf(stray.uri);
    if (text === undefined) throw new RefusedError(vscode.l10n.t('{0} cannot be read and was left where it is.', nameOf(stray.uri)));
    const moved = pathSet(text, article);
    for (const { id } of readSidecar(withoutMark(text)).annotations) ids.set(article, new Set([...(ids.get(article) ?? []), id]));
    const uri = project.shelf.names.sidecarOf(vscode.Uri.joinPath(project.root, article), stray.who);
    changes.push({ uri, change: (there) => (there === undefined ? moved : joined(there, withoutMark(moved), uri)) });
    changes.push({
      uri: stray.uri,
      change: (now) => {
        if (now !== withoutMark(text)) throw new RefusedError(vscode.l10n.t('{0} has changed: try again.', nameOf(stray.uri)));
        return undefined;
      },
    });
  }
  if (project.yaml.corroborations.links.length > 0 && !project.yaml.corroborations.locked) {
    changes.push({
      uri: project.yaml.corroborationsFile,
      change: (now) => {
        const links = movedLinks(readCorroborations(now ?? '').links, ids);
        return editCorroborations(
          now ?? '',
          links.map(({ id, from, to }) => ({ kind: 'update-link', id, set: { from, to } })),
        );
      },
    });
  }
  await desk.journal.apply(vscode.l10n.t('Take annotations along'), changes);
}

/** A damaged file is taken along as it is. */
function pathSet(text: string, path: string): string {
  const mark = text.slice(0, text.length - withoutMark(text).length);
  const { locked, document } = readSidecar(withoutMark(text));
  if (locked || document?.path === path) return text;
  return mark + applyEdits(withoutMark(text), editSidecar(withoutMark(text), [{ kind: 'document', set: { path } }]));
}

/** Somebody has annotated the article in its new place already: both sets stand in one file, or each stays where it is. */
function joined(there: string, moved: string, uri: vscode.Uri): string {
  const merged = mergeYaml('', there, moved);
  if (merged.conflicts.some(({ entry }) => entry !== 'document'))
    throw new RefusedError(vscode.l10n.t('{0} has other annotations under the same ids; nothing was moved.', nameOf(uri)));
  return merged.text;
}
