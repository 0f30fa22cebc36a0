import type * as vscode from 'vscode';
import {
  type Annotation,
  type CorroborationChange,
  describeSpan,
  editCorroborations,
  editProjectFile,
  editSidecar,
  EntryError,
  newProjectFile,
  newSidecar,
  type Placed,
  type ProjectChange,
  readCorroborations,
  readProjectFile,
  readSidecar,
  shiftChanges,
  type Sidecar,
  type SidecarChange,
  type SidecarDocument,
  type Span,
  type TextEdit,
} from '../core/index';
import type { ArticleState } from './articleEntry';
import { nameOf } from './files';
import { applied, type FileChange, RefusedError } from './journal';
import type { Project } from './project';

/** Changes of the project file, which is made where there is none. */
export function projectChange(project: Project, changes: readonly ProjectChange[]): FileChange {
  return {
    uri: project.projectFile,
    change: (text) => {
      const before = text ?? newProjectFile();
      if (readProjectFile(before).locked) throw refused(project.projectFile);
      return applied(
        before,
        edited(project.projectFile, () => editProjectFile(before, changes)),
      );
    },
  };
}

/** Changes of `corroborations.yaml`, which is made where there is none. */
export function corroborationChange(project: Pick<Project, 'corroborationsFile'>, changes: readonly CorroborationChange[]): FileChange {
  const uri = project.corroborationsFile;
  return {
    uri,
    change: (text) => {
      if (text !== undefined && readCorroborations(text).locked) throw refused(uri);
      return applied(
        text ?? '',
        edited(uri, () => editCorroborations(text ?? '', changes)),
      );
    },
  };
}

/** What a sidecar's positions depend on: the text, and where each annotation of that sidecar stands in it. */
type Standing = Pick<ArticleState, 'path' | 'sha256' | 'article' | 'placed'>;

/** Changes of the sidecar that the state was read from, which is made where there is none. */
export function sidecarChange(project: Project, state: ArticleState, changes: readonly SidecarChange[]): FileChange {
  return sidecarChangeAt(project.sidecarOf(state.uri), state, changes);
}

export function sidecarChangeAt(uri: vscode.Uri, state: Standing, changes: readonly SidecarChange[]): FileChange {
  const document = { path: state.path, offsets: 'codepoint', sha256: state.sha256 } as const;
  const edit = editOfSidecarAt(uri, (sidecar) => [...refreshed(state, sidecar), ...changes]);
  const isForNew = changes.every(({ kind }) => kind === 'add' || kind === 'document');
  return { ...edit, change: (text) => (text === undefined && isForNew ? newSidecarOf(document, changes) : edit.change(text)) };
}

/** Changes, made from its text, of an article's sidecar that is there. */
export function editOfSidecar(project: Project, state: ArticleState, changes: (sidecar: Sidecar) => readonly SidecarChange[]): SidecarEdit {
  return editOfSidecarAt(project.sidecarOf(state.uri), changes);
}

type SidecarEdit = FileChange & { readonly change: (text: string | undefined) => readonly TextEdit[] };

function editOfSidecarAt(uri: vscode.Uri, changes: (sidecar: Sidecar) => readonly SidecarChange[]): SidecarEdit {
  return {
    uri,
    change: (text) => {
      if (text === undefined) throw new RefusedError(`${nameOf(uri)} is gone.`);
      const sidecar = readSidecar(text);
      if (sidecar.locked) throw refused(uri);
      return edited(uri, () => editSidecar(text, changes(sidecar)));
    },
  };
}

/** Somebody else may have taken out of the file what a person is about to change. */
function edited<T>(uri: vscode.Uri, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    throw new RefusedError(
      `${nameOf(uri)} has changed meanwhile (${error.message.replace(/\.$/, '')}). Nothing was written: look at it again.`,
    );
  }
}

function newSidecarOf(document: SidecarDocument, changes: readonly SidecarChange[]): string {
  let facts: Partial<SidecarDocument> = {};
  for (const change of changes) if (change.kind === 'document') facts = { ...facts, ...change.set };
  return newSidecar(
    { ...document, ...facts },
    changes.flatMap((change) => (change.kind === 'add' ? [change.annotation] : [])),
  );
}

/**
 * The hash vouches for every position of the file, so that it is renewed only where every annotation stands unchanged in
 * today's text, together with the positions that have shifted. Otherwise the old hash stays and content goes on deciding.
 */
function refreshed(state: Standing, sidecar: Sidecar): readonly SidecarChange[] {
  const { document } = sidecar;
  if (document?.sha256 === state.sha256) return document.path === state.path ? [] : [{ kind: 'document', set: { path: state.path } }];
  const placed = placedIn(state, sidecar);
  if (placed.some(({ how }) => how !== 'exact')) return [];
  return shiftChanges({ ...state, raw: state.article.raw, at: '' }, sidecar, placed).changes;
}

/** Where a sidecar's annotations stand; one that somebody has added since waits until it is shown. */
export function placedIn({ placed }: Pick<ArticleState, 'placed'>, { annotations }: Sidecar): readonly Placed[] {
  const places = new Map(placed.map((place) => [place.annotation.id, place]));
  return annotations.map((annotation): Placed => {
    const place = places.get(annotation.id);
    return place ? { ...place, annotation } : { annotation, how: 'orphan' };
  });
}

export function foundAt(state: Pick<ArticleState, 'article'>, span: Span, at: string): NonNullable<Annotation['found']> {
  return { ...describeSpan(state.article.raw, span), at };
}

export function refused(uri: vscode.Uri): RefusedError {
  return new RefusedError(`${nameOf(uri)} is damaged or from a newer version of Second Source. It was left as it is: see Problems.`);
}
