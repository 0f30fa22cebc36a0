import * as vscode from 'vscode';
import {
  type Annotation,
  type AnnotationType,
  CodePoints,
  decide,
  describeSpan,
  type Item,
  type SidecarChange,
  type Span,
} from '../../core/index';
import type { ArticleState } from '../articles/index';
import { type FileChange, RefusedError } from '../files/index';
import { type Desk, newId, projectOf, review, type Reviewed } from './desk';
import { foundAt, projectChange, refuseChanged, sidecarChange } from './fileChanges';
import { registrations, type SpeakerChoice } from './speakers';

/** An item where it was shown. */
export interface Picked {
  readonly state: ArticleState;
  readonly item: Item;
}

export async function accept(desk: Desk, picks: readonly Picked[]): Promise<void> {
  await decideAll(desk, picks, 'accepted', picks.length === 1 ? vscode.l10n.t('Accept') : vscode.l10n.t('Accept {0}', picks.length));
}

/** The items as their files are at this moment: somebody else, or git, may have been there since they were shown. */
export async function current(desk: Desk, picks: readonly Picked[]): Promise<readonly Picked[]> {
  for (const state of new Set(picks.map((pick) => pick.state))) {
    const project = projectOf(desk, state);
    await project.reader.readYaml(project.shelf.names.sidecarOf(state.uri));
  }
  return picks.map(({ state, item }) => {
    const now = desk.article(state.uri);
    const { start, end } = item.span;
    const same = now?.items.find(({ id }) => id === item.id);
    const there = same ?? now?.items.find(({ type, span }) => type === item.type && span.start === start && span.end === end);
    if (now === undefined || there === undefined)
      throw new RefusedError(vscode.l10n.t('{0} or its annotations have changed: look at it again.', state.path));
    return { state: now, item: there };
  });
}

/** A finding is hidden for good; a person's own annotation, which no engine would find again, is taken out. */
export async function reject(desk: Desk, picks: readonly Picked[]): Promise<void> {
  await decideAll(desk, picks, 'rejected', picks.length === 1 ? vscode.l10n.t('Reject') : vscode.l10n.t('Reject {0}', picks.length));
}

async function decideAll(desk: Desk, shown: readonly Picked[], status: 'accepted' | 'rejected', label: string): Promise<void> {
  const now = await current(desk, shown);
  const picks = now.filter((pick, index) => isUndecided(desk, shown[index], pick, status));
  const changes: FileChange[] = [];
  for (const state of new Set(picks.map((pick) => pick.state))) {
    const project = projectOf(desk, state);
    const reviewed = await review(project);
    const own = picks.filter((pick) => pick.state === state);
    changes.push(
      sidecarChange(
        project,
        state,
        own.map(({ item }) => decision(state, item, status, reviewed)),
      ),
    );
  }
  await desk.journal.apply(label, changes);
}

/** Whether there is still something to decide. What somebody else has decided meanwhile is not rejected unseen. */
function isUndecided(desk: Desk, shown: Picked | undefined, now: Picked, status: 'accepted' | 'rejected'): boolean {
  if (status === 'rejected') refuseDecided(desk, shown, now);
  return shown?.item.annotation !== undefined || now.item.annotation?.status !== status;
}

/** Throws where a finding has become an annotation since it was shown, or fields of the annotation (all, if none are named) have changed. */
export function refuseDecided(desk: Desk, shown: Picked | undefined, now: Picked, fields?: readonly string[]): void {
  const uri = projectOf(desk, now.state).shelf.names.sidecarOf(now.state.uri);
  refuseChanged(uri, shown?.item.annotation ?? {}, now.item.annotation, fields);
}

function decision(state: ArticleState, item: Item, status: 'accepted' | 'rejected', reviewed: Reviewed): SidecarChange {
  const { annotation, suggestion } = item;
  if (annotation) {
    const own = annotation.by === undefined;
    if (status === 'rejected' && own) return { kind: 'remove', id: annotation.id };
    const confirmed = item.how === 'exact' ? {} : { found: foundAt(state, item.span, reviewed.at) };
    return { kind: 'update', id: annotation.id, set: { status, reviewed, ...confirmed } };
  }
  if (suggestion === undefined) throw new Error('An item is an annotation or a suggestion.');
  return { kind: 'add', annotation: decide(suggestion, status, state.article.raw, newId(), reviewed) };
}

export interface NewAnnotation {
  readonly type: AnnotationType;
  readonly kind?: NonNullable<Annotation['kind']>;
  readonly value?: string;
  readonly note?: string;
  readonly speakers?: readonly SpeakerChoice[];
}

/** A person's own annotation of any span. */
export async function annotate(desk: Desk, state: ArticleState, span: Span, made: NewAnnotation): Promise<string> {
  const project = projectOf(desk, state);
  const reviewed = await review(project);
  const id = newId();
  const { speakers = [], ...rest } = made;
  const registered = registrations(speakers);
  const annotation: Annotation = {
    id,
    status: 'accepted',
    ...describeSpan(state.article.raw, span),
    ...rest,
    ...(speakers.length > 0 && { speakers: speakers.map((speaker) => speaker.id) }),
    reviewed,
  };
  const changes = registered.length > 0 ? [projectChange(project.yaml, registered)] : [];
  await desk.journal.apply(vscode.l10n.t('Annotate {0}', made.type), [
    ...changes,
    sidecarChange(project, state, [{ kind: 'add', annotation }]),
  ]);
  return id;
}

/** The same annotation at several places, as one decision. */
export async function annotateAll(
  desk: Desk,
  places: readonly { readonly state: ArticleState; readonly span: Span }[],
  { speakers = [], ...made }: NewAnnotation,
): Promise<void> {
  const changes: FileChange[] = [];
  for (const state of new Set(places.map((place) => place.state))) {
    const project = projectOf(desk, state);
    const reviewed = await review(project);
    const registered = registrations(speakers);
    if (changes.length === 0 && registered.length > 0) changes.push(projectChange(project.yaml, registered));
    const named = speakers.length > 0 ? { speakers: speakers.map(({ id }) => id) } : {};
    const added = places.flatMap((place): SidecarChange[] => {
      if (place.state !== state) return [];
      const selectors = describeSpan(state.article.raw, place.span);
      return [{ kind: 'add', annotation: { id: newId(), status: 'accepted', ...selectors, ...made, ...named, reviewed } }];
    });
    changes.push(sidecarChange(project, state, added));
  }
  if (changes.length > 0) await desk.journal.apply(vscode.l10n.t('Annotate {0}', places.length), changes);
}

/**
 * Changes fields of an annotation. A finding is accepted with them, or only kept where they decide nothing, as a note. `also` goes into
 * the same file.
 */
export async function amend(
  desk: Desk,
  shown: Picked,
  label: string,
  set: Partial<Annotation>,
  unset: readonly (keyof Annotation)[] = [],
  also: (now: Picked, reviewed: Reviewed) => readonly SidecarChange[] = () => [],
  decides: 'accepted' | 'suggested' = 'accepted',
): Promise<void> {
  const [{ state, item } = shown] = await current(desk, [shown]);
  refuseDecided(desk, shown, { state, item }, [...Object.keys(set), ...unset]);
  const project = projectOf(desk, state);
  const reviewed = await review(project);
  const { annotation, suggestion } = item;
  const changes: SidecarChange[] = [...also({ state, item }, reviewed)];
  if (annotation)
    changes.push({ kind: 'update', id: annotation.id, set: { ...set, ...acceptedWith(annotation, decides), reviewed }, unset });
  else if (suggestion) {
    const kept = decide(suggestion, decides, state.article.raw, newId(), reviewed);
    changes.push({ kind: 'add', annotation: { ...without(kept, unset), ...set } });
  }
  await desk.journal.apply(label, [sidecarChange(project, state, changes)]);
}

/** An annotation that was only kept so far is accepted by what decides. */
export function acceptedWith({ status }: Annotation, decides: 'accepted' | 'suggested' = 'accepted'): Partial<Annotation> {
  return status === 'suggested' && decides === 'accepted' ? { status: decides } : {};
}

export function without(annotation: Annotation, fields: readonly (keyof Annotation)[]): Annotation {
  const kept = Object.entries(annotation).filter(([field]) => !fields.some((gone) => gone === field));
  return Object.fromEntries(kept) as unknown as Annotation;
}

/** Says that an annotation that has moved or changed stands rightly where it was found. */
export async function confirm(desk: Desk, shown: Picked): Promise<void> {
  await relink(desk, shown.state, shown.item.id, shown.item.span);
}

/** Gives an annotation a place in today's text; the words it was made on stay beside it. */
export async function relink(desk: Desk, state: ArticleState, id: string, span: Span): Promise<void> {
  const project = projectOf(desk, state);
  const reviewed = await review(project);
  const set = { found: foundAt(state, span, reviewed.at), reviewed };
  await desk.journal.apply(vscode.l10n.t('Confirm place'), [sidecarChange(project, state, [{ kind: 'update', id, set }])]);
}

/** Gives an item another extent; a finding is accepted with it. */
export async function setExtent(desk: Desk, shown: Picked, span: Span): Promise<void> {
  const { state, item } = shown;
  const { raw } = state.article;
  const selectors = describeSpan(raw, span);
  const points = new CodePoints(raw);
  const mention = item.mention && { start: points.fromUtf16(item.mention.start), end: points.fromUtf16(item.mention.end) };
  const set = { ...selectors, ...(mention && { mention }) };
  await amend(desk, shown, vscode.l10n.t('Change extent'), set, selectors.copy ? ['found'] : ['found', 'copy']);
}

export async function remove(desk: Desk, state: ArticleState, ids: readonly string[]): Promise<void> {
  const project = projectOf(desk, state);
  await desk.journal.apply(vscode.l10n.t('Remove annotation'), [
    sidecarChange(
      project,
      state,
      ids.map((id) => ({ kind: 'remove', id })),
    ),
  ]);
}
