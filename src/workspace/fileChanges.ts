import type * as vscode from 'vscode';
import {
  type Annotation,
  type CorroborationChange,
  describeSpan,
  editCorroborations,
  editProjectFile,
  editSidecar,
  newProjectFile,
  newSidecar,
  type ProjectChange,
  readCorroborations,
  readProjectFile,
  readSidecar,
  type Sidecar,
  type SidecarChange,
  type SidecarDocument,
  type Span,
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
      return applied(before, editProjectFile(before, changes));
    },
  };
}

/** Changes of `corroborations.yaml`, which is made where there is none. */
export function corroborationChange(project: Project, changes: readonly CorroborationChange[]): FileChange {
  const uri = project.corroborationsFile;
  return {
    uri,
    change: (text) => {
      if (text !== undefined && readCorroborations(text).locked) throw refused(uri);
      return applied(text ?? '', editCorroborations(text ?? '', changes));
    },
  };
}

export function sidecarChange(project: Project, state: ArticleState, changes: readonly SidecarChange[]): FileChange {
  const uri = project.sidecarOf(state.uri);
  return {
    uri,
    change: (text) => {
      const document = { path: state.path, offsets: 'codepoint', sha256: state.sha256 } as const;
      if (text === undefined) return newSidecarOf(document, changes);
      const sidecar = readSidecar(text);
      if (sidecar.locked) throw refused(uri);
      return editSidecar(text, [...refreshed(state, sidecar, changes), ...changes]);
    },
  };
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
function refreshed(state: ArticleState, sidecar: Sidecar, changes: readonly SidecarChange[]): readonly SidecarChange[] {
  if (sidecar.document?.sha256 === state.sha256) return [];
  const standing = new Map(state.placed.map((placed) => [placed.annotation.id, placed]));
  const touched = new Set(changes.flatMap((change) => (change.kind === 'update' || change.kind === 'remove' ? [change.id] : [])));
  const updates: SidecarChange[] = [];
  for (const annotation of sidecar.annotations) {
    const placed = standing.get(annotation.id);
    if (placed?.how !== 'exact') return [];
    const { start, end, prefix, suffix } = describeSpan(state.article.raw, placed.span);
    const shift = start - annotation.start;
    const { mention } = annotation;
    const moved = mention && shift !== 0 && { mention: { start: mention.start + shift, end: mention.end + shift } };
    const same = shift === 0 && prefix === annotation.prefix && suffix === annotation.suffix;
    if (!same && touched.has(annotation.id)) return [];
    if (!same) updates.push({ kind: 'update', id: annotation.id, set: { start, end, prefix, suffix, ...moved } });
  }
  return [{ kind: 'document', set: { sha256: state.sha256 } }, ...updates];
}

export function foundAt(state: ArticleState, span: Span, at: string): NonNullable<Annotation['found']> {
  return { ...describeSpan(state.article.raw, span), at };
}

function refused(uri: vscode.Uri): RefusedError {
  return new RefusedError(`${nameOf(uri)} is damaged or from a newer version of Second Source. It was left as it is: see Problems.`);
}
