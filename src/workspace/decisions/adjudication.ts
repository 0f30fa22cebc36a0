import * as vscode from 'vscode';
import {
  type Adjudication,
  agree,
  type Agreement,
  type Annotation,
  bothOf,
  compareAnnotations,
  type Comparison,
  describeSpan,
  type Placed,
  placedOrLost,
  readSidecar,
  remarksOfBoth,
  type SidecarChange,
  type Span,
  type Standing,
  unitsOf,
} from '../../core/index';
import type { ArticleState } from '../articles/index';
import {
  decodeYaml,
  type FileChange,
  isSidecarName,
  nameOf,
  openDocument,
  readBytes,
  RefusedError,
  walk,
  withoutMark,
} from '../files/index';
import type { Project } from '../folder/index';
import { without } from './decisions';
import { type Desk, newId, review } from './desk';
import { projectChange, sidecarChangeAt } from './fileChanges';
import { registrations, type SpeakerChoice } from './speakers';

/** An article that two people have annotated, and how their work compares. */
export interface ComparedArticle extends Adjudication {
  readonly state: ArticleState;
  readonly shared: { readonly uri: vscode.Uri; readonly placed: readonly Placed[] };
  readonly sides: readonly [readonly Placed[], readonly Placed[]];
}

export interface ComparedFolder {
  readonly who: readonly [string, string];
  /** In the order of the paths. */
  readonly articles: readonly ComparedArticle[];
  readonly agreement: Agreement;
}

/** What becomes of a passage about which two people differ; a draft is what the person made of it. */
export type Verdict = 'ours' | 'theirs' | 'both' | 'neither' | Draft;

export interface Draft extends Span {
  readonly annotation: Annotation;
  /** Speakers that were chosen for it, new ones among them. */
  readonly speakers?: readonly SpeakerChoice[];
}

/** Names of those who have annotation files of their own in the folder, in alphabetical order. */
export async function annotatorsOf(project: Project): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const uri of walk(project.root)) {
    const who = isSidecarName(uri.path) ? /\.annotations\.([^./]+)\.yaml$/i.exec(uri.path)?.[1] : undefined;
    if (who !== undefined) names.add(who);
  }
  return [...names].sort();
}

/** Reads what both have made of each article that both have annotated. Throws a RefusedError for a file that cannot be read. */
export async function compareFolder(project: Project, who: readonly [string, string]): Promise<ComparedFolder> {
  const articles: ComparedArticle[] = [];
  for (const state of project.together.states()) {
    const compared = await compareArticle(project, state, who);
    if (compared) articles.push(compared);
  }
  const texts = articles.map(({ state, sides: [ours, theirs] }) => ({
    length: state.article.raw.length,
    ours: unitsOf(ours),
    theirs: unitsOf(theirs),
  }));
  return { who, articles, agreement: agree(texts) };
}

async function compareArticle(
  project: Project,
  state: ArticleState,
  [first, second]: readonly [string, string],
): Promise<ComparedArticle | undefined> {
  const fileOf = (who: string) => project.shelf.names.sidecarOf(state.uri, who);
  const [ours, theirs] = [await readPlaced(state, fileOf(first)), await readPlaced(state, fileOf(second))];
  if (ours === undefined || theirs === undefined) return undefined;
  const uri = fileOf('');
  const placed = (await readPlaced(state, uri)) ?? [];
  return { state, shared: { uri, placed }, sides: [ours, theirs], ...compareAnnotations(ours, theirs, placed) };
}

async function readPlaced(state: ArticleState, uri: vscode.Uri): Promise<readonly Placed[] | undefined> {
  const bytes = openDocument(uri) ? undefined : await readBytes(uri);
  const text = openDocument(uri)?.getText() ?? (bytes && decodeYaml(bytes));
  if (text === undefined) {
    if (bytes) throw new RefusedError(vscode.l10n.t('{0} is not UTF-8 text: mend it first.', nameOf(uri)));
    return undefined;
  }
  const sidecar = readSidecar(withoutMark(text));
  if (sidecar.locked)
    throw new RefusedError(vscode.l10n.t('{0} is damaged or from a newer version of Second Source: mend it first.', nameOf(uri)));
  return placedOrLost(state.article.raw, sidecar.annotations, sidecar.document?.sha256 === state.sha256, () => undefined);
}

/** Tells comparisons apart while both files stand as they are. */
export function keyOf({ ours, theirs }: Comparison): string {
  return `${ours?.annotation.id ?? ''} ${theirs?.annotation.id ?? ''}`;
}

/** Writes the verdict into the shared annotations of the article. */
export async function settle(
  desk: Desk,
  project: Project,
  { who }: ComparedFolder,
  shown: ComparedArticle,
  comparison: Comparison,
  verdict: Verdict,
): Promise<void> {
  const now = desk.article(shown.state.uri);
  const article = now && (await compareArticle(project, now, who));
  const same = article?.open.find((open) => keyOf(open) === keyOf(comparison));
  if (article === undefined || same === undefined)
    throw new RefusedError(vscode.l10n.t('{0} or its annotations have changed: look at it again.', shown.state.path));
  const drafts = verdictOf(same, verdict);
  if (drafts === undefined)
    throw new RefusedError(vscode.l10n.t('It cannot be as both say, on the same words: take one side, or edit. Nothing was written.'));
  const registered = drafts.flatMap(({ speakers = [] }) => registrations(speakers));
  const changes = registered.length > 0 ? [projectChange(project.yaml, registered)] : [];
  await desk.journal.apply(vscode.l10n.t('Adjudicate'), [...changes, await writing(project, article, drafts)]);
}

/** Writes everything on which both agree into the shared annotations; says how much it was. One undo for all articles. */
export async function takeAgreed(desk: Desk, project: Project, folder: ComparedFolder): Promise<number> {
  const changes: FileChange[] = [];
  let count = 0;
  for (const { state } of folder.articles) {
    const now = desk.article(state.uri);
    const article = now && (await compareArticle(project, now, folder.who));
    if (article === undefined || article.agreed.length === 0) continue;
    count += article.agreed.length;
    const taken = article.agreed.flatMap(({ ours, theirs }) =>
      ours && theirs ? [{ ...ours, annotation: { ...ours.annotation, ...remarksOfBoth(ours.annotation, theirs.annotation) } }] : [],
    );
    changes.push(await writing(project, article, taken));
  }
  await desk.journal.apply(vscode.l10n.t('Take over {0}', count), changes);
  return count;
}

/** What goes into the shared file. A side that is not taken is rejected where its type would bring the engine's finding back. */
function verdictOf(comparison: Comparison, verdict: Verdict): readonly Draft[] | undefined {
  if (verdict === 'both') return bothOf(comparison);
  const { ours, theirs } = comparison;
  const present = [ours, theirs].filter((side) => side !== undefined);
  const rejected = (sides: readonly Standing[]) =>
    sides.map((side): Draft => ({ ...side, annotation: { ...side.annotation, status: 'rejected' } }));
  const firstOfEachType = present.filter(
    ({ annotation }, index) => present.findIndex((other) => other.annotation.type === annotation.type) === index,
  );
  if (verdict === 'neither') return rejected(firstOfEachType);
  const taken: Draft | undefined = verdict === 'ours' ? ours : verdict === 'theirs' ? theirs : verdict;
  if (taken === undefined) return rejected(firstOfEachType);
  return [taken, ...rejected(firstOfEachType.filter(({ annotation }) => annotation.type !== taken.annotation.type))];
}

async function writing(project: Project, { state, shared }: ComparedArticle, drafts: readonly Draft[]): Promise<FileChange> {
  const reviewed = await review(project);
  const { raw } = state.article;
  const ids = new Set(shared.placed.map(({ annotation }) => annotation.id));
  const changes = drafts.map((draft): SidecarChange => {
    const { annotation } = draft;
    const kept = without(annotation, ['found', 'copy', 'conflict', 'mention']);
    const selectors = describeSpan(raw, draft);
    // The place of the mention was counted in the text that the annotation's own position was counted in.
    const isWhole = annotation.found === undefined && annotation.exact === selectors.exact;
    const shift = selectors.start - annotation.start;
    const mention = isWhole ? annotation.mention : undefined;
    const moved = mention && { mention: { start: mention.start + shift, end: mention.end + shift } };
    const id = ids.has(kept.id) ? newId() : kept.id;
    ids.add(id);
    return { kind: 'add', annotation: { ...kept, ...selectors, ...moved, id, reviewed } };
  });
  return sidecarChangeAt(shared.uri, { ...state, placed: shared.placed }, changes);
}
