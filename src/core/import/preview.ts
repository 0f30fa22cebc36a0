import type { ConflictDecision, Link, SidecarDocument } from '../annotations/model';
import type { SidecarChange } from '../annotations/sidecarEdit';
import type { OutletEntry, SpeakerEntry } from '../text/metadata/registry';
import type { ImportContent, Imported, ImportProblem } from './imported';
import { ImportTargets, type ImportTarget } from './importTargets';
import type { ImportContext, ImportEntry } from './importEntry';
import { entriesOf, isDescribed, withoutOuter } from './placedEntries';

/** What an import would do, before anything is written. */
export interface ImportPreview {
  readonly documents: readonly {
    readonly path: string;
    readonly entries: readonly ImportEntry[];
    /** Facts the import has and the sidecar has not. */
    readonly facts: Partial<SidecarDocument>;
    /** What the sidecar has already. */
    readonly ids: readonly string[];
  }[];
  /** Annotations of articles that are not in this folder, by what the import calls the article. */
  readonly elsewhere: readonly { readonly name: string; readonly count: number }[];
  /** Links and decisions that are not in the folder yet. */
  readonly links: readonly Link[];
  readonly conflicts: readonly ConflictDecision[];
  readonly speakers: readonly SpeakerEntry[];
  readonly outlets: readonly OutletEntry[];
  readonly labels: ImportContent['labels'];
  readonly skipped: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
}

/** Finds the articles and places of everything read, and what of it the folder has already. Writes nothing. */
export function previewImport(content: ImportContent, targets: readonly ImportTarget[], context: ImportContext): ImportPreview {
  const folder = new ImportTargets(targets);
  const byTarget = new Map<ImportTarget, Imported[]>();
  const elsewhere = new Map<string, number>();
  // what nobody has decided here is not rejected either
  const isLeftOut = ({ annotation: { status } }: Imported) => context.as === 'suggested' && status === 'rejected';
  const rejected = content.annotations.filter(isLeftOut).length;
  for (const imported of content.annotations) {
    if (isLeftOut(imported)) continue;
    const { article, annotation } = imported;
    const target = article.file === undefined ? folder.find(article) : folder.findNameless(article, annotation, context.open);
    if (target) append(byTarget, target, imported);
    else {
      const { path, url, sha256, file } = article;
      const name = path ?? url ?? sha256 ?? (file === undefined ? 'a text that is not here' : `${file}, which names no article,`);
      elsewhere.set(name, (elsewhere.get(name) ?? 0) + 1);
    }
  }
  const facts = new Map<ImportTarget, Partial<SidecarDocument>>();
  for (const document of content.documents) {
    const target = folder.find(document);
    const news = target && newFacts(document, target.document);
    if (target && news && Object.keys(news).length > 0) facts.set(target, news);
  }
  const skipped = new Map(Object.entries(content.skipped));
  const leave = (what: string, count = 1) => skipped.set(what, (skipped.get(what) ?? 0) + count);
  if (rejected > 0) leave('rejected annotations', rejected);
  const documents = targets
    .filter((target) => byTarget.has(target) || facts.has(target))
    .map((target) => ({
      path: target.path,
      entries: entriesOf(byTarget.get(target) ?? [], target, content, context, leave),
      facts: facts.get(target) ?? {},
      ids: target.annotations.map(({ id }) => id),
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
    skipped: Object.fromEntries(skipped),
    labels: content.labels,
    problems: content.problems,
  };
}

/**
 * The sidecar changes of one document of a preview. Entries known under their id with other content change only where `replace` says so,
 * those that the import no longer has are taken away only where `remove` does; one that has no place, nor any position of its own,
 * changes nothing.
 */
export function importChanges(
  document: ImportPreview['documents'][number],
  { replace = false, remove = false }: { readonly replace?: boolean; readonly remove?: boolean } = {},
): readonly SidecarChange[] {
  const facts: SidecarChange[] = Object.keys(document.facts).length > 0 ? [{ kind: 'document', set: document.facts }] : [];
  const there = new Set([
    ...document.ids,
    ...document.entries.flatMap(({ annotation, known }) => (known === 'new' && isDescribed(annotation) ? annotation.id : [])),
  ]);
  const entries = document.entries.flatMap(({ annotation: given, known }): SidecarChange[] => {
    // the words around it may have no place, or not have been chosen
    const annotation = given.in === undefined || there.has(given.in) ? given : withoutOuter(given);
    if (known === 'gone') return remove ? [{ kind: 'remove', id: annotation.id }] : [];
    if (!isDescribed(annotation)) return [];
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

function newFacts(document: SidecarDocument, present: SidecarDocument | undefined): Partial<SidecarDocument> {
  const news = (['outlet', 'published', 'title', 'url', 'primary', 'language'] as const).flatMap((key) => {
    const value = document[key];
    return value === undefined || present?.[key] !== undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(news);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
