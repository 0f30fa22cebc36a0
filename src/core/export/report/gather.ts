import { type Analysis, type DateExpression, type Quotation, quotationOf } from '../../analysis/index';
import type { Annotation, Corroborations, Placed } from '../../annotations/model';
import { LinkedPassages, withLinks } from '../../annotations/linked';
import { suggest, type Suggestion } from '../../annotations/suggest';
import type { Corpus } from '../../corpus/corpus';
import { isCorroborating, withContradictions } from '../../corpus/contradictions/contradicted';
import type { Conflict, Match, Origin, Passage } from '../../corpus/model';
import type { Article } from '../../text/article';
import type { OutletEntry, Registry } from '../../text/metadata/registry';
import { overlaps, sharedLength, type Span } from '../../text/span';
import { CodePoints } from '../../text/encoding/codePoints';
import { joinSpeakers } from '../../corpus/speakers';
import { spokenText } from './proseText';
import type { Rendering, Report, ReportConflict, ReportDocument, ReportItem, ReportPassage, ReportSpeaker } from './report';

export interface ReportSource {
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly analysis: Analysis;
  readonly placed: readonly Placed[];
}

/** What a report asks of the corpus. */
export type ReportCorpus = Pick<Corpus, 'match' | 'origins' | 'originsOf' | 'conflicts'>;

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
  const folder = new Folder(sources, corpus, registry, corroborations);
  const documents: ReportDocument[] = [];
  for (const source of sources) {
    if (!inScope(source, filter, folder)) continue;
    documents.push(gatherDocument(source, folder, filter));
    yield documents.length;
  }
  const paths = new Set(documents.map((document) => document.path));
  const addresses = new Set(
    documents.flatMap(({ path, items, unplaced }) => [...items, ...unplaced].map((entry) => `${path}\n${entry.id}`)),
  );
  const origins = folder.origins
    .map((origin) => ({ ...origin, paths: origin.uris.flatMap((uri) => folder.byUri.get(uri)?.path ?? []) }))
    .filter((origin) => origin.paths.some((path) => paths.has(path)));
  const all = corpus.conflicts();
  const keyNow = new Map(all.map(({ key, formerKey = key }) => [formerKey, key]));
  const conflicts = all
    .map(({ kind, message, key, passages }): ReportConflict => {
      return { kind, message, key, passages: passages.flatMap((passage) => folder.locate(passage) ?? []) };
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

type Decided = Pick<Corroborations, 'links' | 'conflicts'>;

/** The folder's sources as looked up by the corpus's answers. */
class Folder {
  readonly byUri: ReadonlyMap<string, ReportSource>;
  readonly origins: readonly Origin[];
  /** Conflicts that nobody has decided. */
  readonly #open: readonly Conflict[];
  readonly #originOf = new Map<string, string>();
  /** By article and the speaker's id there: the fullest name in the folder. */
  readonly #joined: ReadonlyMap<string, string>;
  readonly corpus: ReportCorpus;
  readonly registry: Registry;
  readonly linked: LinkedPassages;

  constructor(sources: readonly ReportSource[], corpus: ReportCorpus, registry: Registry, corroborations: Decided | undefined) {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    this.linked = new LinkedPassages(corroborations?.links ?? [], (path) => byPath.get(path));
    this.byUri = new Map(sources.map((source) => [source.article.uri, source]));
    this.corpus = corpus;
    this.registry = registry;
    this.#joined = new Map(
      joinSpeakers(sources.map(({ article, analysis }) => ({ uri: article.uri, speakers: analysis.speakers }))).flatMap(
        ({ name, members }) => members.map(({ uri, speaker }) => [`${uri}\n${speaker.id}`, name] as const),
      ),
    );
    this.origins = corpus.origins();
    const decided = new Set(corroborations?.conflicts.map(({ key }) => key));
    this.#open = corpus.conflicts().filter(({ key }) => !decided.has(key));
    for (const origin of this.origins) for (const uri of origin.uris) this.#originOf.set(uri, origin.id);
  }

  outletOf(source: ReportSource): OutletEntry | { readonly id?: undefined; readonly name: string } | undefined {
    const value = source.article.metadata.outlet?.value;
    if (value === undefined) return undefined;
    return this.registry.outlets.find((outlet) => outlet.id === value || outlet.name === value) ?? { name: value };
  }

  locate(passage: Passage): ReportPassage | undefined {
    const source = this.byUri.get(passage.uri);
    if (source === undefined) return undefined;
    const outlet = this.outletOf(source)?.name;
    const exact = source.article.raw.slice(passage.start, passage.end);
    const text = spokenText(source.article, passage, source.analysis.quotations);
    const { uri, start, end } = passage;
    return { uri, start, end, path: source.path, exact, text, ...(outlet !== undefined && { outlet }) };
  }

  matches(passage: Passage, source: ReportSource, span: Span) {
    return withLinks(withContradictions(passage, this.corpus.match(passage), this.#open), this.linked.of(source, span));
  }

  rendering(match: Match): Rendering | undefined {
    const passage = this.locate(match);
    const origin = this.#originOf.get(match.uri);
    return passage && { ...match, ...passage, ...(origin !== undefined && { origin }) };
  }

  speaker(id: string, { article, analysis }: ReportSource): ReportSpeaker {
    const registered = this.registry.speakers.find((speaker) => speaker.id === id);
    if (registered) return { id, name: registered.name };
    const name = analysis.speakers.find((speaker) => speaker.id === id)?.name ?? id;
    const joined = this.#joined.get(`${article.uri}\n${id}`);
    return { id, name, ...(joined !== undefined && joined !== name && { joined }) };
  }
}

function inScope(source: ReportSource, { paths, outlets, selection }: ReportFilter, folder: Folder): boolean {
  if (paths && !paths.includes(source.path)) return false;
  if (selection && selection.path !== source.path) return false;
  const outlet = outlets && folder.outletOf(source);
  return !outlets || (outlet !== undefined && outlets.some((wanted) => wanted === outlet.id || wanted === outlet.name));
}

function gatherDocument(source: ReportSource, folder: Folder, filter: ReportFilter): ReportDocument {
  const points = new CodePoints(source.article.raw);
  const items: ReportItem[] = [];
  const unplaced: Annotation[] = [];
  const wanted = (item: ReportItem) =>
    (!filter.statuses || filter.statuses.includes(item.status)) &&
    (!filter.types || filter.types.includes(item.type)) &&
    (!filter.selection || overlaps(filter.selection, item.span)) &&
    (!filter.speakers ||
      item.speakers.some(({ id, name, joined }) => filter.speakers?.some((speaker) => [id, name, joined].includes(speaker))));
  const add = (item: ReportItem) => {
    if (wanted(item)) items.push(withRenderings(item, source, folder));
  };
  const find = finder(source.analysis);
  for (const placed of source.placed) {
    if (isPlaced(placed)) add(decidedItem(placed, source, points, find, folder));
    else if (!filter.selection && !filter.speakers) unplaced.push(placed.annotation);
  }
  const ids = new Set(source.placed.map(({ annotation }) => annotation.id));
  for (const suggestion of suggest(source.analysis, source.placed)) {
    const item = suggestedItem(suggestion, source, folder);
    let id = item.id;
    for (let n = 2; ids.has(id); n++) id = `${item.id}-${n}`;
    ids.add(id);
    add({ ...item, id });
  }
  items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1));
  const outlet = folder.outletOf(source)?.name;
  const { path, article, sha256 } = source;
  return {
    path,
    article,
    sha256,
    items,
    unplaced: unplaced.filter(({ type, status }) => (filter.types?.includes(type) ?? true) && (filter.statuses?.includes(status) ?? true)),
    ...(outlet !== undefined && { outlet }),
  };
}

type InPlace = Exclude<Placed, { readonly how: 'orphan' }>;

/** A changed annotation counts once a person has confirmed the very words it now stands on. */
function isPlaced(placed: Placed): placed is InPlace {
  if (placed.how === 'orphan') return false;
  return placed.how !== 'changed' || placed.annotation.found?.exact === placed.now;
}

function decidedItem(placed: InPlace, source: ReportSource, points: CodePoints, find: Finder, folder: Folder): ReportItem {
  const { annotation, how, span } = placed;
  const { id, type, status, kind, provenance, value, tags, note, comments, by, reviewed } = annotation;
  const quotation = type === 'quotation' ? find.quotation(span) : undefined;
  const date = type === 'date' ? find.date(span) : undefined;
  // the mention's stored position counts on the text it was stored with: after a move only the engines can say where it is
  const stored = points.fromUtf16(span.start) === annotation.start ? annotation.mention : undefined;
  const mention = stored ? { start: points.toUtf16(stored.start), end: points.toUtf16(stored.end) } : quotation?.mention;
  return {
    id,
    type,
    status,
    how,
    span,
    annotation,
    speakers: (annotation.speakers ?? []).map((speaker) => folder.speaker(speaker, source)),
    tags: tags ?? [],
    comments: comments ?? [],
    renderings: [],
    origins: [],
    ...(quotation && { quotation }),
    ...(quotation?.cue && { cue: quotation.cue }),
    ...(date && { date }),
    ...(mention && { mention }),
    ...(kind && { kind }),
    ...(provenance !== undefined && { provenance }),
    ...(value !== undefined && { value }),
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(reviewed && { reviewed }),
  };
}

function suggestedItem(suggestion: Suggestion, source: ReportSource, folder: Folder): ReportItem {
  const { type, span } = suggestion;
  const item: ReportItem = {
    id: `${type}-${span.start}-${span.end}`,
    type,
    status: 'suggested',
    how: 'exact',
    span,
    speakers: [],
    tags: [],
    comments: [],
    renderings: [],
    origins: [],
    by: `second-source/${type}`,
  };
  switch (suggestion.type) {
    case 'quotation': {
      const { quotation } = suggestion;
      const speakers = quotation.speakers.map((id) => folder.speaker(id, source));
      const { speakerName } = quotation;
      return {
        ...item,
        quotation,
        kind: quotation.type,
        speakers: speakers.length === 0 && speakerName !== undefined ? [{ id: speakerName, name: speakerName }] : speakers,
        by: `second-source/quotation ${quotation.confidence.toFixed(2)}`,
        ...(quotation.mention && { mention: quotation.mention }),
        ...(quotation.cue && { cue: quotation.cue }),
        ...(quotation.provenance && { provenance: quotation.provenance.name }),
      };
    }
    case 'date':
      return { ...item, date: suggestion.date, value: suggestion.date.value };
    case 'speaker':
      return { ...item, speakers: [folder.speaker(suggestion.speaker, source)] };
  }
}

function withRenderings(item: ReportItem, source: ReportSource, folder: Folder): ReportItem {
  if (item.status === 'rejected' || (item.type !== 'quotation' && item.type !== 'statement')) return item;
  const passage: Passage = { uri: source.article.uri, start: item.span.start, end: item.span.end };
  const matches = folder.matches(passage, source, item.span);
  return {
    ...item,
    renderings: matches.flatMap((match) => folder.rendering(match) ?? []),
    origins: folder.corpus.originsOf(passage, matches.filter(isCorroborating)).map((origin) => origin.id),
  };
}

interface Finder {
  quotation(span: Span): Quotation | undefined;
  date(span: Span): DateExpression | undefined;
}

function length(span: Span | undefined): number {
  return span ? span.end - span.start : Infinity;
}

/** The finding that shares at least half of its length with a span, found by bisection: findings are in reading order. */
function finder(analysis: Analysis): Finder {
  const by = <T extends Span>(findings: readonly T[]) => {
    const sorted = findings.toSorted((a, b) => a.start - b.start);
    const longest = sorted.reduce((length, { start, end }) => Math.max(length, end - start), 0);
    return (span: Span): T | undefined => {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.start ?? 0) < span.start - longest) low = middle + 1;
        else high = middle;
      }
      let best: T | undefined;
      let most = 0;
      for (let i = low; i < sorted.length; i++) {
        const finding = sorted[i];
        if (finding === undefined || finding.start >= span.end) break;
        const shared = sharedLength(finding, span);
        const closer = shared > most || (shared === most && finding.end - finding.start < length(best));
        if (2 * shared >= finding.end - finding.start && shared > 0 && closer) [best, most] = [finding, shared];
      }
      return best;
    };
  };
  // a part has its own entry: annotations may stand on one
  const quotations = analysis.quotations.flatMap((quotation) => [
    quotation,
    ...(quotation.parts.length > 1 ? quotation.parts.map((part) => quotationOf([part], quotation.speakers, quotation.speakerName)) : []),
  ]);
  return { quotation: by(quotations), date: by(analysis.dates) };
}
