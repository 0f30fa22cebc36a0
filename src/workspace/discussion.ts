import { type Annotation, type Comment, describeSpan, type SidecarChange, type Span } from '../core/index';
import type { ArticleState } from './articleEntry';
import { current, newId, type Picked, projectOf, review } from './decisions';
import { sidecarChange } from './fileChanges';
import type { Item } from './items';
import { RefusedError } from './journal';
import type { Session } from './session';

/**
 * Adds to the discussion of an annotation, whose id it gives; where there is none, the whole line around the place becomes a note.
 * A closed one is open again.
 */
export async function addComment(
  session: Session,
  shown: ArticleState,
  about: Item | undefined,
  span: Span,
  text: string,
): Promise<string> {
  const project = projectOf(session, shown);
  const reviewed = await review(project);
  const comment = { ...reviewed, text };
  const [now] = about ? await current(session, [{ state: shown, item: about }]) : [];
  const state = now?.state ?? session.article(shown.uri) ?? shown;
  const { annotation } = now?.item ?? {};
  const id = annotation?.id ?? newId();
  const change: SidecarChange = annotation
    ? { kind: 'update', id: annotation.id, set: { comments: [...(annotation.comments ?? []), comment] }, unset: ['resolved'] }
    : {
        kind: 'add',
        annotation: {
          id,
          type: 'note',
          status: 'accepted',
          ...describeSpan(state.article.raw, lineAround(state.article.raw, span)),
          reviewed,
          comments: [comment],
        },
      };
  await session.journal.apply('Comment', [sidecarChange(project, state, [change])]);
  return id;
}

/** A comment's place may be no more than a line's number. */
function lineAround(raw: string, { start, end }: Span): Span {
  if (end > start) return { start, end };
  const next = raw.indexOf('\n', start);
  return { start: start === 0 ? 0 : raw.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? raw.length : next };
}

/** Says something else in a comment that is there; its time stays that of its first writing. */
export async function editComment(session: Session, shown: Picked, comment: Comment, text: string): Promise<void> {
  await rewrite(session, shown, 'Edit comment', comment, [{ ...comment, text }]);
}

/** Takes a comment out, and with the last one a note that was made for them alone. */
export async function deleteComment(session: Session, shown: Picked, comment: Comment): Promise<void> {
  await rewrite(session, shown, 'Delete comment', comment, []);
}

async function rewrite(session: Session, shown: Picked, label: string, comment: Comment, instead: readonly Comment[]): Promise<void> {
  const [{ state, item } = shown] = await current(session, [shown]);
  const { annotation } = item;
  const comments = annotation?.comments ?? [];
  const at = comments.findIndex(({ by, at: when, text }) => by === comment.by && when === comment.at && text === comment.text);
  if (annotation === undefined || at < 0) throw new RefusedError('This comment has changed since: look at it again.');
  const left = comments.toSpliced(at, 1, ...instead);
  const change: SidecarChange =
    left.length > 0
      ? { kind: 'update', id: annotation.id, set: { comments: left } }
      : isForCommentsAlone(annotation)
        ? { kind: 'remove', id: annotation.id }
        : { kind: 'update', id: annotation.id, set: {}, unset: ['comments', 'resolved'] };
  await session.journal.apply(label, [sidecarChange(projectOf(session, state), state, [change])]);
}

function isForCommentsAlone({ type, note, tags = [], by }: Annotation): boolean {
  return type === 'note' && by === undefined && note === undefined && tags.length === 0;
}

/** Closes a discussion, or opens it again. */
export async function resolve(session: Session, shown: Picked, isResolved: boolean): Promise<void> {
  const [{ state, item } = shown] = await current(session, [shown]);
  const { annotation } = item;
  if (annotation === undefined) return;
  const project = projectOf(session, state);
  const change: SidecarChange = isResolved
    ? { kind: 'update', id: annotation.id, set: { resolved: await review(project) } }
    : { kind: 'update', id: annotation.id, set: {}, unset: ['resolved'] };
  await session.journal.apply(isResolved ? 'Resolve discussion' : 'Reopen discussion', [sidecarChange(project, state, [change])]);
}
