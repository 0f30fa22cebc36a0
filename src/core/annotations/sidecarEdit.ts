import { byStart, editEntries, EntryError, hasKey, idsOf } from './yaml/entryList';
import { defined, openYaml, type ProjectYaml, requireUnlocked } from './yaml/fields';
import type { Annotation, Sidecar, SidecarDocument, TextEdit } from './model';
import { appendLines, editMap, finishEdits, type KeyChanges, withVersion } from './yaml/yamlEdit';
import { type Insertion, itemLines } from './yaml/yamlListEdit';
import { pairOf, resolved, type YamlData } from './yaml/yamlNode';
import { inOrder, writeLines, type YamlValue } from './yaml/yamlWrite';
import { sidecarOf } from './sidecar';

const rootOrder = ['version', 'document', 'annotations'];

const documentOrder = ['path', 'offsets', 'sha256', 'outlet', 'published', 'title', 'url', 'primary', 'language'] as const;

const entryOrder = [
  'id',
  'type',
  'kind',
  'status',
  'exact',
  'prefix',
  'suffix',
  'start',
  'end',
  'copy',
  'speakers',
  'mention',
  'provenance',
  'value',
  'in',
  'tags',
  'found',
  'by',
  'reviewed',
  'note',
  'comments',
  'resolved',
  'conflict',
] as const satisfies readonly (keyof Annotation)[];

/** The whole text of a new sidecar, LF line ends. */
export function newSidecar(document: SidecarDocument, annotations: readonly Annotation[]): string {
  const head = writeLines({ version: 1, document: inOrder(document, documentOrder) });
  const entries = [...annotations].sort(byStart).flatMap((annotation) => itemLines({ value: entryOf(annotation) }));
  const list = entries.length === 0 ? ['annotations: []'] : ['annotations:', ...entries.map((line) => `  ${line}`)];
  return [...head, ...list, ''].join('\n');
}

export type SidecarChange =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'update'; readonly id: string; readonly set: Partial<Annotation>; readonly unset?: readonly (keyof Annotation)[] }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'document'; readonly set: Partial<SidecarDocument> };

/**
 * The edits that bring the changes, in their order, into a sidecar; spliced at node ranges: everything outside them stays byte
 * for byte. A new entry goes before the first one that starts later. For an empty file pass ''.
 * Throws an EntryError for an id that is not there or is taken, a LockedError where the sidecar is locked.
 * Changes may be made of what the sidecar says: then it is read only once.
 */
export function editSidecar(
  text: string,
  changes: readonly SidecarChange[] | ((now: Sidecar) => readonly SidecarChange[]),
): readonly TextEdit[] {
  const file = openYaml(text);
  requireUnlocked(file);
  const { yaml } = file;
  const { added, updated, removed, document } = fold(
    typeof changes === 'function' ? changes(sidecarOf(file)) : changes,
    idsOf(file, 'annotations', 'id'),
  );
  const head = document.size === 0 ? [] : editDocument(file, document);
  const entries = editEntries(file, {
    list: 'annotations',
    key: 'id',
    order: entryOrder,
    added: [...added.values()].map((annotation) => ({ value: entryOf(annotation) })),
    updated,
    removed,
    compare: byStart,
  });
  // A new `document` can meet a new entry at the end of the list, a new list the end of `document`.
  const edits = hasKey(file, 'annotations') ? [...entries, ...head] : [...head, ...entries];
  return finishEdits(yaml, withVersion(yaml, edits));
}

function editDocument({ yaml, root }: ProjectYaml, facts: KeyChanges): TextEdit[] {
  const value = Object.fromEntries(facts);
  if (root === undefined) return [appendLines(yaml, writeLines({ document: value }))];
  const pair = pairOf(root.map, 'document');
  const map = pair && resolved(pair.value);
  return map?.kind === 'map'
    ? editMap(yaml, map, facts, documentOrder)
    : editMap(yaml, root.map, new Map([['document', value]]), rootOrder);
}

/** One merge conflict is written as a map, several as a list of them. */
function entryOf(annotation: Annotation): Insertion['value'] {
  const entry = inOrder(annotation, entryOrder);
  return annotation.conflict?.length === 1 ? { ...entry, conflict: annotation.conflict[0] as unknown as YamlValue } : entry;
}

interface Folded {
  readonly added: ReadonlyMap<string, Annotation>;
  readonly updated: ReadonlyMap<string, Map<string, YamlValue | undefined>>;
  readonly removed: ReadonlySet<string>;
  readonly document: Map<string, YamlValue | undefined>;
}

/** What a list of changes comes to for each id, so that no two edits meet in one place. */
function fold(changes: readonly SidecarChange[], present: ReadonlySet<string>): Folded {
  const added = new Map<string, Annotation>();
  const updated = new Map<string, Map<string, YamlValue | undefined>>();
  const removed = new Set<string>();
  const document = new Map<string, YamlValue | undefined>();
  const exists = (id: string) => added.has(id) || (!removed.has(id) && present.has(id));
  for (const change of changes) {
    if (change.kind === 'document') {
      for (const [key, value] of Object.entries(change.set)) document.set(key, value);
      continue;
    }
    const id = change.kind === 'add' ? change.annotation.id : change.id;
    if (exists(id) === (change.kind === 'add')) throw new EntryError(id, exists(id));
    if (change.kind === 'add') added.set(id, change.annotation);
    else if (change.kind === 'remove') {
      if (!added.delete(id)) removed.add(id);
      updated.delete(id);
    } else {
      const settings = new Map(Object.entries(change.set) as [string, YamlData | undefined][]);
      for (const key of change.unset ?? []) settings.set(key, undefined);
      const fresh = added.get(id);
      if (fresh === undefined) updated.set(id, new Map([...(updated.get(id) ?? []), ...settings]));
      else {
        const merged = new Map<string, unknown>([...Object.entries(fresh), ...settings]);
        added.set(id, defined(Object.fromEntries(merged)) as unknown as Annotation);
      }
    }
  }
  return { added, updated, removed, document };
}
