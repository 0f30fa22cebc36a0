import { entriesOf, type ProjectYaml } from './fields';
import type { TextEdit } from '../model';
import { editMap, type KeyChanges } from './yamlEdit';
import { editList, type Insertion, startList } from './yamlListEdit';
import { pairOf, resolved } from './yamlNode';
import { writeValue } from './yamlWrite';

/** What becomes of the entries of one list in the root map of a file, told by a key that is theirs alone. */
export interface EntryChanges {
  readonly list: string;
  /** The field that tells entries apart. */
  readonly key: string;
  readonly order: readonly string[];
  readonly added: readonly NewEntry[];
  readonly updated: ReadonlyMap<string, KeyChanges>;
  readonly removed: ReadonlySet<string>;
  /** Compares entries for the place of new ones; without it they go to the end. */
  readonly compare?: (a: EntryPlace, b: EntryPlace) => number;
}

export type NewEntry = Omit<Insertion, 'before'>;

export interface EntryPlace {
  readonly id: string;
  readonly start: number;
}

/**
 * The edits for some lists. Lists that are not there yet go behind everything else, and so come last where an entry goes to the
 * end of the file, too.
 */
export function editLists(file: ProjectYaml, lists: readonly EntryChanges[]): TextEdit[] {
  const isThere = ({ list }: EntryChanges) => hasKey(file, list);
  return [...lists.filter(isThere), ...lists.filter((list) => !isThere(list))].flatMap((list) => editEntries(file, list));
}

export function hasKey(file: ProjectYaml, key: string): boolean {
  return file.root !== undefined && pairOf(file.root.map, key) !== undefined;
}

/** The edits for one list. Of two entries with one id the first is meant: it is the one that was read. */
export function editEntries(file: ProjectYaml, changes: EntryChanges): TextEdit[] {
  const { yaml } = file;
  const root = file.root?.map;
  const { order, compare } = changes;
  const edits: TextEdit[] = [];
  const removed = new Set<number>();
  const seen = new Set<string>();
  const places: (EntryPlace & { readonly index: number })[] = [];
  for (const { index, fields } of entriesOf(file, changes.list, 'An entry')) {
    const id = fields.text(changes.key) ?? '';
    places.push({ id, start: fields.count('start') ?? 0, index });
    if (seen.has(id)) continue;
    seen.add(id);
    const update = changes.updated.get(id);
    if (changes.removed.has(id)) removed.add(index);
    else if (update !== undefined) for (const edit of editMap(yaml, fields.map, update, order)) edits.push(edit);
  }
  const added = changes.added.map((entry) => {
    const { [changes.key]: id = '', start = 0 } = entry.value;
    return { ...entry, id: typeof id === 'string' ? id : writeValue(id), start: Number(writeValue(start)) };
  });
  if (compare !== undefined) added.sort(compare);
  const value = root && pairOf(root, changes.list)?.value;
  const list = value && resolved(value);
  if (root !== undefined && removed.size > 0 && list?.kind === 'list' && removed.size === list.items.length && added.length === 0) {
    for (const edit of editMap(yaml, root, new Map([[changes.list, []]]), [])) edits.push(edit);
  } else if (list?.kind === 'list' && list.items.length > 0) {
    const insertions = added.map((entry): Insertion => {
      const next = compare && places.find((place) => compare(entry, place) < 0);
      return { ...entry, before: next?.index ?? list.items.length };
    });
    for (const edit of editList(yaml, list, insertions, removed)) edits.push(edit);
  } else if (added.length > 0) {
    for (const edit of startList(yaml, root, changes.list, added)) edits.push(edit);
  }
  return edits;
}

/** An entry that is to be changed is not there, or the id of a new one is taken: somebody else has been at the file. */
export class EntryError extends RangeError {
  constructor(id: string, isTaken: boolean) {
    super(isTaken ? `${id} is taken.` : `${id} is not there.`);
  }
}

export function idsOf(file: ProjectYaml, list: string, key: string): ReadonlySet<string> {
  return new Set(entriesOf(file, list, 'An entry').flatMap(({ fields }) => fields.text(key) ?? []));
}

export function byId(a: EntryPlace, b: EntryPlace): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export function byStart(a: EntryPlace, b: EntryPlace): number {
  return a.start - b.start || byId(a, b);
}
