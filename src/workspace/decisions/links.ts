import * as vscode from 'vscode';
import { type Conflict, decide, describeSpan, type Link, overlaps, type SidecarChange, type Span } from '../../core/index';
import type { ArticleState } from '../articles/index';
import type { FileChange } from '../files/index';
import type { Project } from '../folder/index';
import { current, type Picked } from './decisions';
import { type Desk, newId, projectOf, review } from './desk';
import { corroborationChange, sidecarChange } from './fileChanges';

/** Any words of an article; what is linked to them becomes a statement. */
export interface Words {
  readonly state: ArticleState;
  readonly span: Span;
}

/** What a person says about two passages. */
export type LinkVerdict = Pick<Link, 'relation' | 'status' | 'reason'>;

/**
 * Says how two passages relate. A suggestion is kept in its file, since a link joins two annotations, and stays one; where they are
 * linked already, the link says the new thing.
 */
export async function link(desk: Desk, from: Picked, to: Picked | Words, verdict: LinkVerdict): Promise<void> {
  const project = projectOf(desk, from.state);
  const reviewed = await review(project);
  const changes: FileChange[] = [];
  const annotationOf = (state: ArticleState, annotation: Extract<SidecarChange, { kind: 'add' }>['annotation']) => {
    changes.push(sidecarChange(project, state, [{ kind: 'add', annotation }]));
    return { path: state.path, id: annotation.id };
  };
  const addressOf = async (end: Picked | Words) => {
    if (!('item' in end)) {
      const { raw } = end.state.article;
      const place = { id: newId(), type: 'statement', status: 'accepted', ...describeSpan(raw, end.span), reviewed } as const;
      return annotationOf(end.state, place);
    }
    const [{ state, item } = end] = await current(desk, [end]);
    if (item.annotation) return { path: state.path, id: item.annotation.id };
    if (item.suggestion === undefined) throw new Error('An item is an annotation or a suggestion.');
    return annotationOf(state, decide(item.suggestion, 'suggested', state.article.raw, newId(), reviewed));
  };
  const [here, there] = [await addressOf(from), await addressOf(to)];
  const isEnd = (one: Link['from'], other: Link['from']) => one.path === other.path && one.id === other.id;
  const known = project.yaml.corroborations.links.find(
    (made) => (isEnd(made.from, here) && isEnd(made.to, there)) || (isEnd(made.from, there) && isEnd(made.to, here)),
  );
  const said = { ...verdict, ...reviewed };
  changes.push(
    corroborationChange(project.yaml, [
      known
        ? { kind: 'update-link', id: known.id, set: said }
        : { kind: 'add-link', link: { id: newId(), from: here, to: there, ...said } },
    ]),
  );
  await desk.journal.apply(verdict.status === 'accepted' ? vscode.l10n.t('Link') : vscode.l10n.t('Reject link'), changes);
}

export async function updateLink(desk: Desk, project: Project, { id }: Link, set: Partial<LinkVerdict>): Promise<void> {
  const reviewed = await review(project);
  await desk.journal.apply(vscode.l10n.t('Change link'), [
    corroborationChange(project.yaml, [{ kind: 'update-link', id, set: { ...set, ...reviewed } }]),
  ]);
}

export async function removeLink(desk: Desk, project: Project, id: string): Promise<void> {
  await desk.journal.apply(vscode.l10n.t('Remove link'), [corroborationChange(project.yaml, [{ kind: 'remove-link', id }])]);
}

/** The quotation or statement that selected words belong to, where they are one. */
export function passageOf(state: ArticleState, span: Span): Picked | Words {
  const item = state.items.find(({ type, span: own }) => (type === 'quotation' || type === 'statement') && overlaps(own, span));
  return item ? { state, item } : { state, span };
}

export async function decideConflict(
  desk: Desk,
  project: Project,
  { key }: Conflict,
  status: 'explained' | 'dismissed',
  reason: string,
): Promise<void> {
  const { by, at } = await review(project);
  const decision = { key, status, ...(reason !== '' && { reason }), by, at };
  await desk.journal.apply(status === 'explained' ? vscode.l10n.t('Explain conflict') : vscode.l10n.t('Dismiss conflict'), [
    corroborationChange(project.yaml, [{ kind: 'decide-conflict', decision }]),
  ]);
}
