import { type Bundle, isList, recordOf, recordsOf, textOf, type YamlRecord } from './bundle';
import type { YamlData } from './yaml/yamlNode';

export interface BundleDifference {
  readonly part: 'article' | 'facts' | 'annotation' | 'outlet' | 'speaker' | 'articles' | 'link' | 'conflict';
  /** The article's path, where it is about one. */
  readonly file: string | null;
  /** Whose own file of annotations it is; null for what all share. */
  readonly annotator: string | null;
  readonly id: string | null;
  readonly change: 'added' | 'removed' | 'changed';
  /** What a reader knows it by: the words of an annotation, the name of a speaker. */
  readonly words: string | null;
  /** Of what is changed; null where one side has no such field. */
  readonly fields: readonly { readonly field: string; readonly before: YamlData | null; readonly after: YamlData | null }[];
}

type Entry = Pick<BundleDifference, 'part' | 'file' | 'annotator' | 'id' | 'words'> & { readonly fields: YamlRecord };

/** What one bundle has otherwise than another, by the ids of entries and not by their order. */
export function compareBundles(before: Bundle, after: Bundle): readonly BundleDifference[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const isKnown = before.articles !== undefined && after.articles !== undefined;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly BundleDifference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const entry = is ?? was;
    if (entry === undefined || (entry.part === 'article' && !isKnown)) return [];
    const { part, file, annotator, id, words } = entry;
    const named = { part, file, annotator, id, words };
    if (was === undefined) return [{ ...named, change: 'added', fields: [] }];
    if (is === undefined) return [{ ...named, change: 'removed', fields: [] }];
    const fields = changedFields(was.fields, is.fields);
    return fields.length > 0 ? [{ ...named, change: 'changed', fields }] : [];
  });
}

function changedFields(was: YamlRecord, is: YamlRecord): BundleDifference['fields'] {
  const [old, now] = [was, is].map((record) => new Map(Object.entries(record)));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((field) => {
    const [before, after] = [old?.get(field) ?? null, now?.get(field) ?? null];
    return inOneOrder(before) === inOneOrder(after) ? [] : [{ field, before, after }];
  });
}

/** Equal for values that differ in nothing but the order of their keys. */
function inOneOrder(value: YamlData | null | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(inOneOrder).join()}]`;
  const keys = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${keys.map(([key, one]) => `${JSON.stringify(key)}:${inOneOrder(one)}`).toSorted().join()}}`; // prettier-ignore
}

/** Everything that has an id, by what it is and where it stands. */
function entriesOf({ articles = [], project, sidecars, annotators = [], corroborations }: Bundle): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const add = (entry: Entry) => {
    const { part, file, annotator, id } = entry;
    const key = JSON.stringify([part, file, annotator, id]);
    // An id that stands twice, or none, is known by its turn.
    let turn = 1;
    while (found.has(`${key} ${turn}`)) turn++;
    found.set(`${key} ${turn}`, entry);
  };
  const shared = { file: null, annotator: null };
  for (const { path, sha256 } of articles) add({ ...shared, part: 'article', file: path, id: null, words: null, fields: { sha256 } });
  const listed = (part: Entry['part'], list: YamlData | undefined, keys: (entry: YamlRecord) => readonly (YamlData | undefined)[]) => {
    for (const entry of recordsOf(list)) {
      const [id, words] = keys(entry).map((value) => textOf(value) || null);
      add({ ...shared, part, id: id ?? null, words: words ?? null, fields: entry });
    }
  };
  listed('outlet', project?.outlets, ({ id, name }) => [id, name]);
  listed('speaker', project?.speakers, ({ id, name }) => [id, name]);
  const globs = project?.articles;
  if (globs !== undefined && (!isList(globs) || globs.length > 0))
    add({ ...shared, part: 'articles', id: null, words: null, fields: { articles: globs } });
  for (const sidecar of sidecars) addSidecar(sidecar, null, add);
  for (const { annotator, sidecars: own } of annotators) for (const sidecar of own) addSidecar(sidecar, annotator, add);
  listed('link', corroborations?.links, ({ id, relation }) => [id, relation]);
  listed('conflict', corroborations?.conflicts, ({ key }) => [key, key]);
  return found;
}

/** What the positions of a file count in follows from the text, and is compared with the articles. */
function addSidecar({ document, annotations }: YamlRecord, annotator: string | null, add: (entry: Entry) => void): void {
  const about = recordOf(document) ?? {};
  const file = textOf(about.path);
  const facts = Object.fromEntries(Object.entries(about).filter(([key]) => !['path', 'sha256', 'offsets'].includes(key)));
  if (Object.keys(facts).length > 0) add({ part: 'facts', file, annotator, id: null, words: null, fields: facts });
  for (const entry of recordsOf(annotations)) {
    const { id, exact } = entry;
    add({ part: 'annotation', file, annotator, id: textOf(id) || null, words: textOf(exact) || null, fields: entry });
  }
}
