import { meantKey } from '../text/metadata/meantKey';
import type { OutletEntry, Registry, SpeakerEntry } from '../text/metadata/registry';
import { editLists, type EntryChanges, EntryError, idsOf } from './yaml/entryList';
import { entriesOf, type Fields, openYaml, type ProjectYaml, requireUnlocked } from './yaml/fields';
import type { FileProblem, TextEdit } from './model';
import { finishEdits, withVersion } from './yaml/yamlEdit';
import { pairOf } from './yaml/yamlNode';
import { readOrLocked } from './yaml/readOrLocked';
import { inOrder, type YamlValue } from './yaml/yamlWrite';

const outletOrder = ['id', 'name', 'match'] as const;
const speakerOrder = ['id', 'name', 'aliases', 'roles'] as const;
const rootKeys = ['version', 'articles', 'outlets', 'speakers'];

/** A `second-source.yaml` as read; entries that cannot be used are problems and stay in the file. */
export interface ProjectFile {
  readonly registry: Registry;
  readonly problems: readonly FileProblem[];
  /** True where the file must not be written: broken as a whole, or from a newer version. */
  readonly locked: boolean;
}

/** Reads `second-source.yaml` entry by entry. Never throws: what is wrong is in `problems`. */
export function readProjectFile(text: string): ProjectFile {
  return readOrLocked<ProjectFile>(
    () => projectOf(openYaml(text)),
    (problems) => ({ registry: { outlets: [], speakers: [], articles: [] }, problems, locked: true }),
  );
}

export function projectOf(file: ProjectYaml): ProjectFile {
  const { problems, locked } = file;
  if (file.root) tellMisspelt(problems, file.root, rootKeys);
  const outlets = readEntries(file.problems, entriesOf(file, 'outlets', 'An outlet'), (fields, id, name): OutletEntry => {
    tellMisspelt(problems, fields, outletOrder);
    return { id, name, match: fields.texts('match') ?? [] };
  });
  const speakers = readEntries(file.problems, entriesOf(file, 'speakers', 'A speaker'), (fields, id, name): SpeakerEntry => {
    tellMisspelt(problems, fields, speakerOrder);
    return { id, name, aliases: fields.texts('aliases') ?? [], roles: fields.texts('roles') ?? [] };
  });
  return { registry: { outlets, speakers, articles: file.root?.texts('articles') ?? [] }, problems, locked };
}

/** Keys of a person's own are no matter; one that is nearly one of ours is more likely meant for that. */
function tellMisspelt(problems: FileProblem[], { map }: Fields, known: readonly string[]): void {
  for (const { key, start, keyEnd } of map.pairs) {
    const meant = meantKey(key, known);
    if (meant === undefined || pairOf(map, meant)) continue;
    const message = `"${key}" is no key that is read: is "${meant}" meant?`;
    problems.push({ code: 'unknown-key', message, severity: 'warning', start, end: keyEnd });
  }
}

function readEntries<T>(
  problems: FileProblem[],
  entries: readonly { readonly fields: Fields }[],
  read: (fields: Fields, id: string, name: string) => T,
): T[] {
  const ids = new Set<string>();
  return entries.flatMap(({ fields }) => {
    const id = fields.need('id', fields.text('id'));
    const name = fields.need('name', fields.text('name'));
    if (id === undefined || name === undefined) return [];
    if (ids.has(id)) {
      const pair = pairOf(fields.map, 'id');
      const message = `The id ${id} is taken by an entry above; the first counts.`;
      problems.push({ code: 'duplicate-id', message, severity: 'error', start: pair?.start ?? 0, end: pair?.value.end ?? 0 });
      return [];
    }
    ids.add(id);
    return [read(fields, id, name)];
  });
}

export type ProjectChange =
  | {
      readonly kind: 'add-speaker';
      readonly id: string;
      readonly name: string;
      readonly aliases?: readonly string[];
      readonly roles?: readonly string[];
    }
  | {
      readonly kind: 'update-speaker';
      readonly id: string;
      readonly set: { readonly name?: string; readonly aliases?: readonly string[]; readonly roles?: readonly string[] };
    }
  | { readonly kind: 'remove-speaker'; readonly id: string }
  | { readonly kind: 'add-outlet'; readonly id: string; readonly name: string; readonly match: readonly string[] }
  | {
      readonly kind: 'update-outlet';
      readonly id: string;
      readonly set: { readonly name?: string; readonly match?: readonly string[] };
    }
  | { readonly kind: 'remove-outlet'; readonly id: string };

/**
 * Edits for `second-source.yaml`, spliced at node ranges; for an empty or missing file pass ''.
 * Throws an EntryError for an id that is taken or not there, a LockedError where the file is locked.
 */
export function editProjectFile(text: string, changes: readonly ProjectChange[]): readonly TextEdit[] {
  const file = openYaml(text);
  requireUnlocked(file);
  const speakers = gather(
    changes.filter((change) => change.kind.endsWith('speaker')),
    idsOf(file, 'speakers', 'id'),
  );
  const outlets = gather(
    changes.filter((change) => change.kind.endsWith('outlet')),
    idsOf(file, 'outlets', 'id'),
  );
  const edits = editLists(file, [
    { list: 'outlets', key: 'id', order: outletOrder, ...outlets },
    { list: 'speakers', key: 'id', order: speakerOrder, ...speakers },
  ]);
  return finishEdits(file.yaml, withVersion(file.yaml, edits));
}

function gather(changes: readonly ProjectChange[], present: ReadonlySet<string>): Pick<EntryChanges, 'added' | 'updated' | 'removed'> {
  const added = new Map<string, Record<string, YamlValue | undefined>>();
  const updated = new Map<string, Map<string, YamlValue | undefined>>();
  const removed = new Set<string>();
  for (const change of changes) {
    const { id } = change;
    const exists = added.has(id) || (!removed.has(id) && present.has(id));
    const adds = change.kind === 'add-speaker' || change.kind === 'add-outlet';
    if (exists === adds) throw new EntryError(id, exists);
    if (change.kind === 'add-speaker') added.set(id, inOrder({ aliases: [], roles: [], ...change }, speakerOrder));
    else if (change.kind === 'add-outlet') added.set(id, inOrder(change, outletOrder));
    else if (change.kind === 'update-speaker' || change.kind === 'update-outlet') {
      const fresh = added.get(id);
      const settings = Object.entries(change.set) as [string, YamlValue | undefined][];
      if (fresh !== undefined) added.set(id, { ...fresh, ...Object.fromEntries(settings) });
      else updated.set(id, new Map([...(updated.get(id) ?? []), ...settings]));
    } else if (!added.delete(id)) removed.add(id);
  }
  return { added: [...added.values()].map((value) => ({ value })), updated, removed };
}

/** The text of a first `second-source.yaml`. */
export function newProjectFile(): string {
  return 'version: 1\noutlets: []\nspeakers: []\n';
}
