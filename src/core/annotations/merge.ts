import { byId, byStart, editEntries, type EntryChanges, type NewEntry } from './yaml/entryList';
import { openYaml, type ProjectYaml } from './yaml/fields';
import type { TextEdit } from './model';
import { applyEdits } from './yaml/textEdit';
import { mergeText } from './yaml/textMerge';
import { editMap, endsLine, finishEdits, type KeyChanges, lineStart, withVersion } from './yaml/yamlEdit';
import { itemEnd } from './yaml/yamlListEdit';
import { pairOf, resolved, type YamlItem, type YamlMap, type YamlNode } from './yaml/yamlNode';
import { mostNodes, writeNode, writeValue, Written } from './yaml/yamlWrite';

/** Something both sides changed. */
export interface MergeFinding {
  /** The id of the entry, `document` or `file`. */
  readonly entry: string;
  readonly field: string;
}

export interface Merged {
  readonly text: string;
  /** Empty where everything could be joined. */
  readonly conflicts: readonly MergeFinding[];
}

/** The lists of our files and the fields that tell their entries apart; a file is known by those it has. */
const lists = [
  { list: 'annotations', key: 'id', compare: byStart },
  { list: 'links', key: 'id', compare: byId },
  { list: 'conflicts', key: 'key' },
  { list: 'outlets', key: 'id' },
  { list: 'speakers', key: 'id' },
] as const;

/** Fields whose members are joined one by one, so that two people adding to them do not conflict. */
const joined = new Set(['tags', 'comments', 'aliases', 'roles', 'match', 'articles', 'conflict']);

/**
 * Merges three versions of one of our YAML files by the ids of entries; bytes of `ours` that nothing changes stay.
 * A field that both sides changed keeps ours and gets a `conflict` beside it; an entry deleted on one side and changed on
 * the other is kept. Where a version cannot be read, lines are merged and what meets stands between git's markers.
 */
export function mergeYaml(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [] };
  if (ours === base) return { text: theirs, conflicts: [] };
  const files = [openYaml(base), openYaml(ours), openYaml(theirs)] as const;
  if (!files.some((file) => file.locked || file.problems.some((problem) => problem.code === 'not-a-map'))) {
    try {
      return new Merge(...files).result();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const { text, conflicts } = mergeText(base, ours, theirs);
  return { text, conflicts: Array.from({ length: conflicts }, () => ({ entry: 'file', field: 'lines' })) };
}

/** A value as it would be written, and its members where it is a list. */
interface Value {
  readonly text: string;
  readonly members?: readonly string[];
}

type Entry = ReadonlyMap<string, Value>;

interface Side {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly items: ReadonlyMap<string, YamlItem>;
}

class Merge {
  readonly #base: ProjectYaml;
  readonly #ours: ProjectYaml;
  readonly #theirs: ProjectYaml;
  readonly #conflicts: MergeFinding[] = [];
  readonly #budget = { nodes: mostNodes };

  constructor(base: ProjectYaml, ours: ProjectYaml, theirs: ProjectYaml) {
    this.#base = base;
    this.#ours = ours;
    this.#theirs = theirs;
  }

  result(): Merged {
    const { yaml } = this.#ours;
    const edits = [...this.#rootEdits(), ...lists.flatMap((list) => this.#listEdits(list))];
    return { text: applyEdits(yaml.text, finishEdits(yaml, withVersion(yaml, edits))), conflicts: this.#conflicts };
  }

  #rootEdits(): TextEdit[] {
    const { yaml, root } = this.#ours;
    const [base, ours, theirs] = [this.#base, this.#ours, this.#theirs].map((file) => this.#entry(file.root?.map, 'file')) as [
      Entry,
      Entry,
      Entry,
    ];
    const changes = new Map(this.#fields('file', base, ours, theirs));
    const documents = [this.#base, this.#ours, this.#theirs].map((file) => mapOf(file, 'document'));
    const [inBase, inOurs, inTheirs] = documents.map((map) => this.#entry(map, 'document')) as [Entry, Entry, Entry];
    const facts = new Map(this.#fields('document', inBase, inOurs, inTheirs));
    const edits: TextEdit[] = [];
    const map = documents[1];
    if (map !== undefined) for (const edit of editMap(yaml, map, facts, [])) edits.push(edit);
    else if (facts.size > 0) changes.set('document', Object.fromEntries(facts));
    if (root !== undefined && changes.size > 0)
      for (const edit of editMap(yaml, root.map, changes, ['version', 'document'])) edits.push(edit);
    else if (changes.size > 0) throw new RangeError('An empty file has no place for single keys.');
    return edits;
  }

  #listEdits({ list, key, compare }: Pick<EntryChanges, 'list' | 'key' | 'compare'>): TextEdit[] {
    const [base, ours, theirs] = [this.#base, this.#ours, this.#theirs].map((file) => this.#side(file, list, key)) as [Side, Side, Side];
    const updated = new Map<string, KeyChanges>();
    const removed = new Set<string>();
    const added: NewEntry[] = [];
    for (const [id, entry] of ours.entries) {
      const [was, other] = [base.entries.get(id), theirs.entries.get(id)];
      if (other !== undefined) {
        const changes = this.#fields(id, was ?? new Map<string, Value>(), entry, other);
        if (changes.size > 0) updated.set(id, changes);
      } else if (was !== undefined && isSame(was, entry)) removed.add(id);
      else if (was !== undefined) updated.set(id, this.#halfDeleted(id, entry, 'changed', 'deleted'));
    }
    for (const [id, entry] of theirs.entries) {
      if (ours.entries.has(id)) continue;
      const was = base.entries.get(id);
      if (was !== undefined && isSame(was, entry)) continue;
      const item = theirs.items.get(id);
      const lines = item && linesOf(this.#theirs, list, item);
      if (was === undefined) added.push({ value: Object.fromEntries(written(entry)), ...(lines && { lines }) });
      else {
        const kept = { ...Object.fromEntries(written(entry)), ...Object.fromEntries(this.#halfDeleted(id, entry, 'deleted', 'changed')) };
        added.push({ value: kept });
      }
    }
    return editEntries(this.#ours, { list, key, order: [], added, updated, removed, ...(compare && { compare }) });
  }

  /** An entry that one side deleted and the other changed is kept, for a person to keep or delete. */
  #halfDeleted(id: string, entry: Entry, ours: string, theirs: string): KeyChanges {
    this.#conflicts.push({ entry: id, field: 'entry' });
    const known = entry.get('conflict');
    const all = [...(known?.members ?? (known ? [known.text] : [])), writeValue({ field: 'entry', ours, theirs })];
    return new Map([['conflict', new Written(all.length === 1 ? all.join('') : `[${[...new Set(all)].join(', ')}]`)]]);
  }

  /** What ours must take over so that both sides' changes are in it. */
  #fields(entry: string, base: Entry, ours: Entry, theirs: Entry): KeyChanges {
    const changes = new Map<string, Written | undefined>();
    const conflicts: string[] = [];
    for (const field of new Set([...ours.keys(), ...theirs.keys()])) {
      const [was, our, their] = [base.get(field), ours.get(field), theirs.get(field)];
      if (our?.text === their?.text || their?.text === was?.text) continue;
      const members = joined.has(field) ? joinMembers(was, our, their) : undefined;
      if (our?.text === was?.text) changes.set(field, their && new Written(their.text));
      else if (members !== undefined) changes.set(field, new Written(`[${members.join(', ')}]`));
      // Two hashes of two texts: neither vouches for the positions of the joined file.
      else if (entry === 'document' && field === 'sha256') changes.set(field, undefined);
      else {
        const sides = { ours: our && new Written(our.text), theirs: their && new Written(their.text) };
        conflicts.push(writeValue({ field, ...sides }));
        this.#conflicts.push({ entry, field });
      }
    }
    if (conflicts.length > 0) {
      const known = joinMembers(base.get('conflict'), ours.get('conflict'), theirs.get('conflict')) ?? [];
      const all = [...new Set([...known, ...conflicts])];
      changes.set('conflict', new Written(all.length === 1 ? all.join('') : `[${all.join(', ')}]`));
    }
    return changes;
  }

  #side(file: ProjectYaml, list: string, key: string): Side {
    const entries = new Map<string, Entry>();
    const items = new Map<string, YamlItem>();
    const pair = file.root && pairOf(file.root.map, list);
    const node = pair && resolved(pair.value);
    if (node !== undefined && node.kind !== 'list' && !(node.kind === 'scalar' && node.value === undefined)) {
      throw new RangeError(`"${list}" is not a list.`);
    }
    for (const item of node?.kind === 'list' ? node.items : []) {
      const map = resolved(item.node);
      if (map?.kind !== 'map') throw new RangeError(`"${list}" has an entry that is not a map.`);
      const entry = this.#entry(map, list);
      const id = map.pairs.find((one) => one.key === key)?.value;
      const told = id && resolved(id);
      const name =
        told?.kind === 'scalar' && told.value !== undefined ? (typeof told.value === 'string' ? told.value : told.source) : undefined;
      if (name === undefined || entries.has(name)) throw new RangeError(`"${list}" has entries that cannot be told apart.`);
      entries.set(name, entry);
      items.set(name, item);
    }
    return { entries, items };
  }

  #entry(map: YamlMap | undefined, of: string): Entry {
    const entry = new Map<string, Value>();
    for (const { key, value } of map?.pairs ?? []) {
      if (of === 'file' && (key === 'version' || key === 'document' || lists.some(({ list }) => list === key))) continue;
      if (entry.has(key)) throw new RangeError(`"${key}" stands twice in one entry.`);
      entry.set(key, this.#value(value));
    }
    return entry;
  }

  #value(given: YamlNode): Value {
    const text = writeNode(given, this.#budget);
    const node = resolved(given);
    return node?.kind === 'list' ? { text, members: node.items.map((item) => writeNode(item.node, this.#budget)) } : { text };
  }
}

function mapOf(file: ProjectYaml, key: string): YamlMap | undefined {
  const pair = file.root && pairOf(file.root.map, key);
  const node = pair && resolved(pair.value);
  if (node !== undefined && node.kind !== 'map') throw new RangeError(`"${key}" is not a map.`);
  return node;
}

function isSame(a: Entry, b: Entry): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key)?.text === value.text);
}

const written = (entry: Entry): [string, Written][] => [...entry].map(([key, value]) => [key, new Written(value.text)]);

/** Ours without what theirs took away and with what theirs added; a single map counts as a list of one. */
function joinMembers(was: Value | undefined, our: Value | undefined, their: Value | undefined): readonly string[] | undefined {
  const [before, ours, theirs] = [was, our, their].map((value) => (value === undefined ? [] : (value.members ?? [value.text])));
  if (before === undefined || ours === undefined || theirs === undefined) return undefined;
  const kept = ours.filter((member) => theirs.includes(member) || !before.includes(member));
  return [...kept, ...theirs.filter((member) => !ours.includes(member) && !before.includes(member))];
}

/** The lines of an item, comments inside included, for a copy; not where it has properties that mean something only in its file. */
function linesOf({ yaml, root }: ProjectYaml, list: string, item: YamlItem): readonly string[] | undefined {
  const node = root && pairOf(root.map, list)?.value;
  if (node?.kind !== 'list' || node.flow || hasProperties(item.node)) return undefined;
  const from = lineStart(yaml.text, item.start);
  const end = itemEnd(item);
  const lineEnd = yaml.text.indexOf('\n', end);
  const to = endsLine(yaml.text, end) ? end - 1 : lineEnd < 0 ? yaml.text.length : lineEnd;
  const indent = ' '.repeat(node.indent);
  const lines = yaml.text.slice(from, to).split('\n');
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).replace(/\r$/, ''));
}

function hasProperties(node: YamlNode): boolean {
  if (node.propertyStart !== node.start || node.kind === 'alias') return true;
  if (node.kind === 'map') return node.pairs.some((pair) => hasProperties(pair.value));
  return node.kind === 'list' && node.items.some((item) => hasProperties(item.node));
}
