import { describeSpan, placeAnnotations } from '../annotations/anchoring/anchor';
import type { Corroborations } from '../annotations/model';
import type { Annotation, ConflictDecision, Link, Placed, SidecarDocument } from '../annotations/model';
import type { SidecarChange } from '../annotations/sidecar';
import type { Article } from '../text/article';
import { cleanText } from '../text/cleanText';
import { CodePoints } from '../text/encoding/codePoints';
import type { OutletEntry, Registry, SpeakerEntry } from '../text/metadata/registry';
import type { ArticleName, ImportContent, Imported, ImportProblem } from './imported';
import { pageKey } from './pageKey';

/** An article of the folder, and what its sidecar holds already. */
export interface ImportTarget {
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly annotations: readonly Annotation[];
  readonly document?: SidecarDocument;
}

export interface ImportEntry {
  /** As it would be written. */
  readonly annotation: Annotation;
  readonly placed: Placed;
  /** Whether the sidecar has it: not at all, just so, or under this id with other content. */
  readonly known: 'new' | 'same' | 'different';
}

/** What an import would do, before anything is written. */
export interface ImportPreview {
  readonly documents: readonly {
    readonly path: string;
    readonly entries: readonly ImportEntry[];
    /** Facts the import has and the sidecar has not. */
    readonly facts: Partial<SidecarDocument>;
  }[];
  /** Annotations of articles that are not in this folder, by what the import calls the article. */
  readonly elsewhere: readonly { readonly name: string; readonly count: number }[];
  /** Links and decisions that are not in the folder yet. */
  readonly links: readonly Link[];
  readonly conflicts: readonly ConflictDecision[];
  readonly speakers: readonly SpeakerEntry[];
  readonly outlets: readonly OutletEntry[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
}

export interface ImportContext {
  readonly registry: Registry;
  readonly corroborations?: Pick<Corroborations, 'links' | 'conflicts'>;
  /** A new id, 10 characters of lower-case base32, for entries that bring none. */
  readonly newId: () => string;
}

/** Finds the articles and places of everything read, and what of it the folder has already. Writes nothing. */
export function previewImport(content: ImportContent, targets: readonly ImportTarget[], context: ImportContext): ImportPreview {
  const folder = new TargetIndex(targets);
  const byTarget = new Map<ImportTarget, Imported[]>();
  const elsewhere = new Map<string, number>();
  for (const imported of content.annotations) {
    const target = folder.find(imported.article);
    if (target) append(byTarget, target, imported);
    else {
      const { path, url, sha256 } = imported.article;
      const name = path ?? url ?? sha256 ?? 'a text that is not here';
      elsewhere.set(name, (elsewhere.get(name) ?? 0) + 1);
    }
  }
  const facts = new Map<ImportTarget, Partial<SidecarDocument>>();
  for (const document of content.documents) {
    const target = folder.find(document);
    const news = target && newFacts(document, target.document);
    if (target && news && Object.keys(news).length > 0) facts.set(target, news);
  }
  const documents = targets
    .filter((target) => byTarget.has(target) || facts.has(target))
    .map((target) => ({
      path: target.path,
      entries: entriesOf(byTarget.get(target) ?? [], target, content.lacks, context.newId),
      facts: facts.get(target) ?? {},
    }));
  const { links, conflicts } = context.corroborations ?? { links: [], conflicts: [] };
  const without = <T>(list: readonly T[], known: readonly T[], key: (value: T) => string) => {
    const keys = new Set(known.map(key));
    return list.filter((value) => !keys.has(key(value)));
  };
  return {
    documents,
    elsewhere: [...elsewhere].map(([name, count]) => ({ name, count })),
    links: without(content.links, links, ({ id }) => id),
    conflicts: without(content.conflicts, conflicts, ({ key }) => key),
    speakers: without(content.registry?.speakers ?? [], context.registry.speakers, ({ id }) => id),
    outlets: without(content.registry?.outlets ?? [], context.registry.outlets, ({ id }) => id),
    skipped: content.skipped,
    problems: content.problems,
  };
}

/** The sidecar changes of one document of a preview. Entries known under their id with other content change only where `replace` says so. */
export function importChanges(document: ImportPreview['documents'][number], replace = false): readonly SidecarChange[] {
  const facts: SidecarChange[] = Object.keys(document.facts).length > 0 ? [{ kind: 'document', set: document.facts }] : [];
  const entries = document.entries.flatMap(({ annotation, known }): SidecarChange[] => {
    if (known === 'new') return [{ kind: 'add', annotation }];
    if (known === 'same' || !replace) return [];
    const unset = optionalFields.filter((field) => annotation[field] === undefined);
    return [{ kind: 'update', id: annotation.id, set: annotation, unset }];
  });
  return [...facts, ...entries];
}

const optionalFields = [
  'kind',
  'speakers',
  'mention',
  'provenance',
  'value',
  'tags',
  'by',
  'reviewed',
  'note',
  'comments',
  'resolved',
  'copy',
  'found',
  'resolved',
  'conflict',
] as const;

class TargetIndex {
  readonly #byPath = new Map<string, ImportTarget>();
  readonly #byHash = new Map<string, ImportTarget>();
  readonly #byUrl = new Map<string, ImportTarget>();
  readonly #byText = new Map<string, ImportTarget>();
  readonly #targets: readonly ImportTarget[];

  constructor(targets: readonly ImportTarget[]) {
    this.#targets = targets;
    for (const target of targets) {
      const url = pageKey(target.article.metadata.url?.value);
      this.#byPath.set(target.path, target);
      if (!this.#byHash.has(target.sha256)) this.#byHash.set(target.sha256, target);
      if (url !== undefined && !this.#byUrl.has(url)) this.#byUrl.set(url, target);
    }
  }

  find({ path, sha256, url, text }: ArticleName): ImportTarget | undefined {
    return (
      (path === undefined ? undefined : this.#byPath.get(path)) ??
      (sha256 === undefined ? undefined : this.#byHash.get(sha256)) ??
      this.#byUrl.get(pageKey(url) ?? '') ??
      (text === undefined ? undefined : this.#withText(text))
    );
  }

  #withText(text: string): ImportTarget | undefined {
    if (this.#byText.size === 0) for (const target of this.#targets) this.#byText.set(plain(target.article.raw), target);
    return this.#byText.get(plain(text));
  }
}

/** Exports put other characters for controls and tabs, one for one. */
function plain(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}

function newFacts(document: SidecarDocument, present: SidecarDocument | undefined): Partial<SidecarDocument> {
  const news = (['outlet', 'published', 'title', 'url'] as const).flatMap((key) => {
    const value = document[key];
    return value === undefined || present?.[key] !== undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(news);
}

function entriesOf(imports: readonly Imported[], target: ImportTarget, lacks: ImportContent['lacks'], newId: () => string): ImportEntry[] {
  const { raw } = target.article;
  const points = new CodePoints(raw);
  const annotations = imports.map((imported) => complete(imported.annotation, raw, points, newId));
  const sameText = (i: number) => imports[i]?.article.sha256 === target.sha256;
  const here = placeAll(
    raw,
    annotations.filter((_, i) => sameText(i)),
    true,
  );
  const there = placeAll(
    raw,
    annotations.filter((_, i) => !sameText(i)),
    false,
  );
  const byId = new Map(target.annotations.map((annotation) => [annotation.id, annotation]));
  const taken = new Set<string>();
  const contents = new Map(target.annotations.map((annotation) => [contentKey(annotation), annotation]));
  return annotations.map((annotation): ImportEntry => {
    const found = here.get(annotation) ?? there.get(annotation) ?? { annotation, how: 'orphan' };
    const written = found.how === 'moved' || !isDescribed(annotation) ? redescribed(annotation, found, raw) : annotation;
    // what came without a position has not moved
    const placed: Placed = found.how === 'moved' && !isDescribed(annotation) ? { ...found, how: 'exact' } : found;
    const twin = byId.get(written.id);
    const kept = twin
      ? { ...written, ...Object.fromEntries(Object.entries(twin).filter(([key]) => lacks.some((field) => field === key))) }
      : written;
    // an id that the import itself uses twice names only the first
    if (taken.has(written.id)) return { annotation: { ...written, id: newId() }, placed, known: 'new' };
    taken.add(written.id);
    if (twin) return { annotation: kept, placed, known: isSame(twin, kept) ? 'same' : 'different' };
    const double = contents.get(contentKey(written));
    return double ? { annotation: double, placed, known: 'same' } : { annotation: written, placed, known: 'new' };
  });
}

function placeAll(raw: string, annotations: readonly Annotation[], hashMatches: boolean): Map<Annotation, Placed> {
  const places = annotations.length === 0 ? [] : placeAnnotations(raw, annotations, hashMatches);
  return new Map(places.map((placed) => [placed.annotation, placed]));
}

/** An entry with every field a sidecar needs; where the words stand at its position, they and their surroundings are taken from the article. */
function complete(imported: Imported['annotation'], raw: string, points: CodePoints, newId: () => string): Annotation {
  const { start = 0, exact, prefix = '', suffix = '' } = imported;
  const id = /^[^\p{C}\p{Z}]{1,64}$/u.test(imported.id ?? '') && imported.id !== undefined ? imported.id : newId();
  const end = imported.end ?? start;
  const span = { start: points.toUtf16(start), end: points.toUtf16(end) };
  const bare = imported.prefix === undefined && imported.suffix === undefined;
  const standing = raw.slice(span.start, span.end);
  // what an export cannot hold stands there as another character: the article's own counts
  const same = standing !== '' && plain(standing) === plain(exact);
  const around = same ? describeSpan(raw, span) : undefined;
  const clean = around && plain(around.prefix) === plain(prefix) && plain(around.suffix) === plain(suffix);
  return { ...imported, id, exact, prefix, suffix, start, end, ...(around && (bare || clean) ? around : {}) };
}

function isDescribed({ start, end }: Annotation): boolean {
  return end > start;
}

/** Positions are today's; the words stay as they were annotated. */
function redescribed(annotation: Annotation, placed: Placed, raw: string): Annotation {
  if (placed.how === 'orphan') return { ...annotation, end: Math.max(annotation.end, annotation.start + 1) };
  if (placed.how === 'changed') return annotation;
  return { ...annotation, ...describeSpan(raw, placed.span), exact: annotation.exact };
}

function contentKey({ type, status, exact, start, end, note = '' }: Annotation): string {
  return JSON.stringify([type, status, exact, start, end, note]);
}

/** Which of several equal passages it is (`copy`) follows from the article: an entry without it says the same. */
function isSame(a: Annotation, b: Annotation): boolean {
  return canonical({ ...a, copy: undefined }) === canonical({ ...b, copy: undefined });
}

/** JSON with sorted keys; empty lists and texts are as good as absent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const kept = Object.entries(part).filter(
      ([, entry]) => entry !== undefined && entry !== '' && !(Array.isArray(entry) && entry.length === 0),
    );
    return Object.fromEntries(kept.sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
