import type { Annotation } from '../../annotations/model';
import { suggest } from '../../annotations/suggest';
import { type Decided, withOuter } from '../../statements/index';
import type { Registry } from '../../text/metadata/registry';
import { overlaps, type Span } from '../../text/span';
import { decidedItem, finder, isPlaced, suggestedItem } from './items';
import type { Report, ReportConflict, ReportDocument, ReportItem } from './report';
import { type ReportCorpus, ReportFolder, type ReportSource } from './reportFolder';

/** What goes into a report; a list that is absent lets everything through. */
export interface ReportFilter {
  readonly statuses?: readonly ReportItem['status'][];
  readonly types?: readonly ReportItem['type'][];
  /** Speakers' ids or names, as an article has them or the fullest in the folder. */
  readonly speakers?: readonly string[];
  /** Outlets' ids or names. */
  readonly outlets?: readonly string[];
  /** Articles, by relative path. */
  readonly paths?: readonly string[];
  /** Annotations that touch this selection (UTF-16 into `raw`) of one article. */
  readonly selection?: Span & { readonly path: string };
  /** Quotations and statements at just these places (UTF-16 into `raw`), as a query has found them. */
  readonly statements?: readonly (Span & { readonly path: string })[];
}

/**
 * Gathers a report. Renderings are looked up in every source, also in those the filter leaves out of the documents.
 * Orphans, and changed annotations whose new place nobody has confirmed, are `unplaced`.
 */
export function gatherReport(
  sources: readonly ReportSource[],
  corpus: ReportCorpus,
  registry: Registry,
  filter: ReportFilter = {},
  corroborations?: Decided,
): Report {
  const steps = gatherSteps(sources, corpus, registry, filter, corroborations);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one document, each of which gives how many are done: for whoever must stay able to answer, or to stop. */
export function* gatherSteps(
  sources: readonly ReportSource[],
  corpus: ReportCorpus,
  registry: Registry,
  filter: ReportFilter = {},
  corroborations?: Decided,
): Generator<number, Report, undefined> {
  const folder = new ReportFolder(sources, corpus, registry, corroborations);
  const documents: ReportDocument[] = [];
  const statements = filter.statements && placesByPath(filter.statements);
  for (const source of sources) {
    if (!inScope(source, filter, folder) || statements?.has(source.path) === false) continue;
    documents.push(gatherDocument(source, folder, filter, statements?.get(source.path)));
    yield documents.length;
  }
  const paths = new Set(documents.map((document) => document.path));
  const addresses = new Set(
    documents.flatMap(({ path, items, unplaced }) => [...items, ...unplaced].map((entry) => `${path}\n${entry.id}`)),
  );
  const origins = folder.origins
    .map((origin) => ({ ...origin, paths: origin.uris.flatMap((uri) => folder.pathOf(uri) ?? []) }))
    .filter((origin) => origin.paths.some((path) => paths.has(path)));
  // An article that is out of scope is not compared.
  const all = documents.length === 0 ? [] : corpus.conflicts();
  const keyNow = new Map(all.map(({ key, formerKey = key }) => [formerKey, key]));
  const conflicts = all
    .toSorted((a, b) => Number(a.level === 'differs') - Number(b.level === 'differs'))
    .map(({ kind, level, message, key, passages }): ReportConflict => {
      return { kind, ...(level && { level }), message, key, passages: passages.flatMap((passage) => folder.locate(passage) ?? []) };
    })
    .filter((conflict) => conflict.passages.some((passage) => paths.has(passage.path)));
  const keys = new Set(conflicts.map((conflict) => conflict.key));
  const links = (corroborations?.links ?? []).filter(({ from, to }) => [from, to].every((end) => addresses.has(`${end.path}\n${end.id}`)));
  const unfiltered = Object.keys(filter).length === 0;
  // a decision outlives the finding it is about; the whole folder's report keeps it, a part's report does not
  const decisions = (corroborations?.conflicts ?? [])
    .map((decision) => ({ ...decision, key: keyNow.get(decision.key) ?? decision.key }))
    .filter((decision) => unfiltered || keys.has(decision.key));
  return { documents, registry, origins, conflicts, links, decisions };
}

function isStatement({ type }: ReportItem): boolean {
  return type === 'quotation' || type === 'statement';
}

function inScope(source: ReportSource, { paths, outlets, selection }: ReportFilter, folder: ReportFolder): boolean {
  if (paths && !paths.includes(source.path)) return false;
  if (selection && selection.path !== source.path) return false;
  const outlet = outlets && folder.outletOf(source);
  return !outlets || (outlet !== undefined && outlets.some((wanted) => wanted === outlet.id || wanted === outlet.name));
}

function placesByPath(statements: NonNullable<ReportFilter['statements']>): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { path, start, end } of statements) places.set(path, (places.get(path) ?? new Set()).add(`${start}-${end}`));
  return places;
}

function gatherDocument(
  source: ReportSource,
  folder: ReportFolder,
  filter: ReportFilter,
  statements: ReadonlySet<string> | undefined,
): ReportDocument {
  const items: ReportItem[] = [];
  const withins = new Map<string, Span>();
  const unplaced: Annotation[] = [];
  const wanted = (item: ReportItem) =>
    (!filter.statuses || filter.statuses.includes(item.status)) &&
    (!filter.types || filter.types.includes(item.type)) &&
    (!filter.selection || overlaps(filter.selection, item.span)) &&
    (!statements || (isStatement(item) && statements.has(`${item.span.start}-${item.span.end}`))) &&
    (!filter.speakers ||
      item.speakers.some(({ id, name, joined }) => filter.speakers?.some((speaker) => [id, name, joined].includes(speaker))));
  const add = (item: ReportItem) => {
    if (wanted(item)) items.push(folder.withRenderings(item, source));
  };
  const find = finder(source.analysis);
  const nameOf = (id: string) => folder.speaker(id, source);
  for (const placed of source.placed) {
    if (isPlaced(placed)) add(decidedItem(placed, source.article.raw, find, nameOf));
    else if (!filter.selection && !filter.speakers && !statements) unplaced.push(placed.annotation);
  }
  const ids = new Set(source.placed.map(({ annotation }) => annotation.id));
  for (const suggestion of suggest(source.analysis, source.placed)) {
    const item = suggestedItem(suggestion, nameOf);
    let id = item.id;
    for (let n = 2; ids.has(id); n++) id = `${item.id}-${n}`;
    ids.add(id);
    if (suggestion.type === 'quotation' && suggestion.within) withins.set(id, suggestion.within);
    add({ ...item, id });
  }
  items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1));
  const outlet = folder.outletOf(source)?.name;
  const label = folder.labelOf(source);
  const { path, article, sha256, changed } = source;
  return {
    path,
    label,
    article,
    sha256,
    items: withOuter(items, ({ id }) => withins.get(id)),
    unplaced: unplaced.filter(({ type, status }) => (filter.types?.includes(type) ?? true) && (filter.statuses?.includes(status) ?? true)),
    ...(outlet !== undefined && { outlet }),
    ...(changed && { changed }),
  };
}
