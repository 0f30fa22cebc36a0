import * as vscode from 'vscode';
import {
  type Annotation,
  type CorroborationChange,
  describeSpan,
  editCorroborations,
  editProjectFile,
  editSidecar,
  EntryError,
  LockedError,
  newProjectFile,
  newSidecar,
  type Placed,
  type ProjectChange,
  readProjectFile,
  type Registry,
  shiftChanges,
  type Sidecar,
  type SidecarChange,
  type SidecarDocument,
  type Span,
  type TextEdit,
} from '../../core/index';
import type { ArticleState } from '../articles/index';
import { applied, type FileChange, nameOf, RefusedError, type YamlFiles } from '../files/index';
import type { Project } from '../folder/index';

/**
 * Changes of the project file, which is made where there is none. They are refused where somebody else has changed the same fields
 * since the project has read it, unless they are made of what stands there when they are written.
 */
export function projectChange(
  yaml: YamlFiles,
  changes: readonly ProjectChange[] | ((now: Registry) => readonly ProjectChange[]),
): FileChange {
  const uri = yaml.projectFile;
  const { speakers: shown } = yaml.registry;
  return {
    uri,
    change: (text) => {
      const before = text ?? newProjectFile();
      const { registry, locked } = readProjectFile(before);
      if (locked) throw refused(uri);
      const made = typeof changes === 'function' ? changes(registry) : changes;
      if (made.length === 0) return text;
      if (made === changes)
        for (const change of made) {
          if (change.kind !== 'update-speaker' && change.kind !== 'remove-speaker') continue;
          const [was, is] = [shown, registry.speakers].map((speakers) => speakers.find(({ id }) => id === change.id));
          refuseChanged(uri, was, is, change.kind === 'update-speaker' ? Object.keys(change.set) : undefined);
        }
      return applied(
        before,
        edited(uri, () => editProjectFile(before, made)),
      );
    },
  };
}

/** Throws where somebody else has changed some fields, or any, since they were shown. */
export function refuseChanged(uri: vscode.Uri, was: object | undefined, is: object | undefined, fields?: readonly string[]): void {
  if (was === undefined || is === undefined) return;
  const said = (value: object) => {
    const all = new Map<string, unknown>(Object.entries(value));
    return JSON.stringify(fields === undefined ? value : fields.map((field) => all.get(field)));
  };
  if (said(was) !== said(is))
    throw new RefusedError(
      vscode.l10n.t('{0}: somebody else has changed this meanwhile. Nothing was written: look at it again.', nameOf(uri)),
    );
}

/** Changes of `corroborations.yaml`, which is made where there is none. */
export function corroborationChange(yaml: Pick<YamlFiles, 'corroborationsFile'>, changes: readonly CorroborationChange[]): FileChange {
  const uri = yaml.corroborationsFile;
  return {
    uri,
    change: (text) => {
      return applied(
        text ?? '',
        edited(uri, () => editCorroborations(text ?? '', changes)),
      );
    },
  };
}

/** What a sidecar's positions depend on: the text, and where each annotation of that sidecar stands in it. */
type Standing = Pick<ArticleState, 'path' | 'sha256' | 'article' | 'placed'>;

/**
 * Changes of the sidecar that the state was read from, which is made where there is none. They are refused where somebody else has
 * changed the same fields since, unless they are made of what stands there when they are written.
 */
export function sidecarChange(project: Project, state: ArticleState, changes: Changes): FileChange {
  return sidecarChangeAt(project.shelf.names.sidecarOf(state.uri), state, changes);
}

type Changes = readonly SidecarChange[] | ((now: Sidecar) => readonly SidecarChange[]);

export function sidecarChangeAt(uri: vscode.Uri, state: Standing, changes: Changes): FileChange {
  const document = { path: state.path, offsets: 'codepoint', sha256: state.sha256 } as const;
  const edit = editOfSidecarAt(uri, (sidecar) => {
    if (typeof changes === 'function') return [...refreshed(state, sidecar), ...changes(sidecar)];
    refuseOthers(uri, state, sidecar, changes);
    return [...refreshed(state, sidecar), ...changes];
  });
  const fresh = typeof changes !== 'function' && changes.every(({ kind }) => kind === 'add' || kind === 'document') ? changes : undefined;
  return { ...edit, change: (text) => (text === undefined && fresh ? newSidecarOf(document, fresh) : edit.change(text)) };
}

function refuseOthers(uri: vscode.Uri, { placed }: Standing, { annotations }: Sidecar, changes: readonly SidecarChange[]): void {
  const shown = new Map(placed.map(({ annotation }) => [annotation.id, annotation]));
  const now = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const change of changes) {
    if (change.kind !== 'update' && change.kind !== 'remove') continue;
    const fields = change.kind === 'update' ? [...Object.keys(change.set), ...(change.unset ?? [])] : undefined;
    refuseChanged(
      uri,
      shown.get(change.id),
      now.get(change.id),
      fields?.filter((field) => field !== 'reviewed'),
    );
  }
}

/** Changes, made from its text, of an article's sidecar that is there. */
export function editOfSidecar(project: Project, state: ArticleState, changes: (sidecar: Sidecar) => readonly SidecarChange[]): SidecarEdit {
  return editOfSidecarAt(project.shelf.names.sidecarOf(state.uri), changes);
}

type SidecarEdit = FileChange & { readonly change: (text: string | undefined) => readonly TextEdit[] };

function editOfSidecarAt(uri: vscode.Uri, changes: (sidecar: Sidecar) => readonly SidecarChange[]): SidecarEdit {
  return {
    uri,
    change: (text) => {
      if (text === undefined) throw new RefusedError(vscode.l10n.t('{0} is gone.', nameOf(uri)));
      return edited(uri, () => editSidecar(text, changes));
    },
  };
}

/** The file may be damaged, and somebody else may have taken out of it what a person is about to change. */
function edited<T>(uri: vscode.Uri, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (error instanceof LockedError) throw refused(uri);
    if (!(error instanceof EntryError)) throw error;
    throw new RefusedError(
      vscode.l10n.t(
        '{0} has changed meanwhile ({1}). Nothing was written: look at it again.',
        nameOf(uri),
        error.message.replace(/\.$/, ''),
      ),
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
  return new RefusedError(
    vscode.l10n.t('{0} is damaged or from a newer version of Second Source. It was left as it is: see Problems.', nameOf(uri)),
  );
}
