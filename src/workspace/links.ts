import { decide, type Conflict, type Link, type SidecarChange } from '../core/index';
import { newId, type Picked, projectOf, review } from './decisions';
import { corroborationChange, sidecarChange } from './fileChanges';
import type { FileChange } from './journal';
import type { Project } from './project';
import type { Session } from './session';

/** Says that two passages render, or contradict, each other; both are accepted with it, since a link joins two annotations. */
export async function link(session: Session, from: Picked, to: Picked, relation: Link['relation'], status: Link['status']): Promise<void> {
  const project = projectOf(session, from.state);
  const reviewed = await review(project);
  const changes: FileChange[] = [];
  const [fromId, toId] = [from, to].map(({ state, item }) => {
    if (item.annotation) return item.annotation.id;
    if (item.suggestion === undefined) throw new Error('An item is an annotation or a suggestion.');
    const annotation = decide(item.suggestion, 'accepted', state.article.raw, newId(), reviewed);
    const change: SidecarChange = { kind: 'add', annotation };
    changes.push(sidecarChange(project, state, [change]));
    return annotation.id;
  });
  if (fromId === undefined || toId === undefined) return;
  const made: Link = {
    id: newId(),
    from: { path: from.state.path, id: fromId },
    to: { path: to.state.path, id: toId },
    relation,
    status,
    by: reviewed.by,
    at: reviewed.at,
  };
  changes.push(corroborationChange(project, [{ kind: 'add-link', link: made }]));
  await session.journal.apply(status === 'accepted' ? 'Link' : 'Unlink', changes);
}

export async function decideConflict(
  session: Session,
  project: Project,
  { key }: Conflict,
  status: 'explained' | 'dismissed',
  reason: string,
): Promise<void> {
  const { by, at } = await review(project);
  const decision = { key, status, ...(reason !== '' && { reason }), by, at };
  await session.journal.apply(status === 'explained' ? 'Explain conflict' : 'Dismiss conflict', [
    corroborationChange(project, [{ kind: 'decide-conflict', decision }]),
  ]);
}
