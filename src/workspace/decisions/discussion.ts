import * as vscode from 'vscode';
import {
  type Annotation,
  type Comment,
  decide,
  describeSpan,
  type Item,
  type Sidecar,
  type SidecarChange,
  type Span,
} from '../../core/index';
import type { ArticleState } from '../articles/index';
import { RefusedError } from '../files/index';
import { current, type Picked } from './decisions';
import { type Desk, newId, projectOf, review } from './desk';
import { sidecarChange } from './fileChanges';

/**
 * Adds to the discussion of an annotation or of a suggestion, whose id it gives; where there is none, the whole line around the place
 * becomes a note. A closed one is open again, and a suggestion stays one.
 */
export async function addComment(desk: Desk, shown: ArticleState, about: Item | undefined, span: Span, text: string): Promise<string> {
  const project = projectOf(desk, shown);
  const reviewed = await review(project);
  const comment = { ...reviewed, text };
  const [now] = about ? await current(desk, [{ state: shown, item: about }]) : [];
  const state = now?.state ?? desk.article(shown.uri) ?? shown;
  const { annotation, suggestion } = now?.item ?? {};
  const id = annotation?.id ?? newId();
  const kept = suggestion && decide(suggestion, 'suggested', state.article.raw, id, reviewed);
  const note = {
    id,
    type: 'note',
    status: 'accepted',
    ...describeSpan(state.article.raw, lineAround(state.article.raw, span)),
    reviewed,
    comments: [comment],
  } as const;
  const joined = (sidecar: Sidecar): readonly SidecarChange[] => {
    const { comments = [] } = entryOf(sidecar, id);
    return [{ kind: 'update', id, set: { comments: [...comments, comment] }, unset: ['resolved'] }];
  };
  await desk.journal.apply(vscode.l10n.t('Comment'), [
    sidecarChange(project, state, annotation ? joined : [{ kind: 'add', annotation: kept ? { ...kept, comments: [comment] } : note }]),
  ]);
  return id;
}

/** A comment's place may be no more than a line's number. */
function lineAround(raw: string, { start, end }: Span): Span {
  if (end > start) return { start, end };
  const next = raw.indexOf('\n', start);
  return { start: start === 0 ? 0 : raw.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? raw.length : next };
}

/** Says something else in a comment that is there; its time stays that of its first writing. */
export async function editComment(desk: Desk, shown: Picked, comment: Comment, text: string): Promise<void> {
  await rewrite(desk, shown, vscode.l10n.t('Edit comment'), comment, [{ ...comment, text }]);
}

/** Takes a comment out, and with the last one a note that was made for them alone. */
export async function deleteComment(desk: Desk, shown: Picked, comment: Comment): Promise<void> {
  await rewrite(desk, shown, vscode.l10n.t('Delete comment'), comment, []);
}

async function rewrite(desk: Desk, shown: Picked, label: string, comment: Comment, instead: readonly Comment[]): Promise<void> {
  const [{ state, item } = shown] = await current(desk, [shown]);
  const project = projectOf(desk, state);
  const changes = (sidecar: Sidecar): readonly SidecarChange[] => {
    const annotation = entryOf(sidecar, item.id);
    const { id, comments = [] } = annotation;
    const at = comments.findIndex(({ by, at: when, text }) => by === comment.by && when === comment.at && text === comment.text);
    if (at < 0) throw new RefusedError(vscode.l10n.t('This comment has changed since: look at it again.'));
    const left = comments.toSpliced(at, 1, ...instead);
    if (left.length > 0) return [{ kind: 'update', id, set: { comments: left } }];
    const isLinked = project.yaml.corroborations.links.some((link) => [link.from, link.to].some((end) => end.id === id));
    return isForCommentsAlone(annotation) && !isLinked
      ? [{ kind: 'remove', id }]
      : [{ kind: 'update', id, set: {}, unset: ['comments', 'resolved'] }];
  };
  await desk.journal.apply(label, [sidecarChange(project, state, changes)]);
}

/** Others may have added to it since it was shown. */
function entryOf({ annotations }: Sidecar, id: string): Annotation {
  const annotation = annotations.find((one) => one.id === id);
  if (annotation === undefined)
    throw new RefusedError(vscode.l10n.t('This annotation is gone: somebody has taken it out. Nothing was written.'));
  return annotation;
}

function isForCommentsAlone({ type, status, note, tags = [], by }: Annotation): boolean {
  const isMade = status === 'suggested' || (type === 'note' && by === undefined);
  return isMade && note === undefined && tags.length === 0;
}

/** Closes a discussion, or opens it again. */
export async function resolve(desk: Desk, shown: Picked, isResolved: boolean): Promise<void> {
  const [{ state, item } = shown] = await current(desk, [shown]);
  const { annotation } = item;
  if (annotation === undefined) return;
  const project = projectOf(desk, state);
  const change: SidecarChange = isResolved
    ? { kind: 'update', id: annotation.id, set: { resolved: await review(project) } }
    : { kind: 'update', id: annotation.id, set: {}, unset: ['resolved'] };
  await desk.journal.apply(isResolved ? vscode.l10n.t('Resolve discussion') : vscode.l10n.t('Reopen discussion'), [
    sidecarChange(project, state, [change]),
  ]);
}
