import { byStart, editEntries, EntryError, hasKey, idsOf } from './yaml/entryList';
import { defined, entriesOf, type Fields, openYaml, type ProjectYaml, requireUnlocked } from './yaml/fields';
import type { Annotation, Comment, FileProblem, MergeConflict, Sidecar, SidecarDocument, TextEdit } from './model';
import { appendLines, editMap, finishEdits, type Insertion, itemLines, type KeyChanges, withVersion } from './yaml/yamlEdit';
import { pairOf, resolved, type YamlData } from './yaml/yamlNode';
import { inOrder, writeLines, type YamlValue } from './yaml/yamlWrite';

const types = ['quotation', 'statement', 'speaker', 'date', 'cue', 'note'] as const;
const statuses = ['accepted', 'rejected'] as const;
const kinds = ['direct', 'mixed', 'indirect', 'scare'] as const;
const rootOrder = ['version', 'document', 'annotations'];
const documentOrder = ['path', 'offsets', 'sha256', 'outlet', 'published', 'title', 'url'] as const;
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
  'tags',
  'found',
  'by',
  'reviewed',
  'note',
  'comments',
  'resolved',
  'conflict',
] as const satisfies readonly (keyof Annotation)[];

/**
 * Reads a sidecar entry by entry; offsets of problems are UTF-16 into `text`. Never throws: what is wrong is in `problems`,
 * an entry that cannot be used is left out and stays in the file.
 */
export function readSidecar(text: string): Sidecar {
  const file = openYaml(text);
  return file.yaml.problems.length > 0 ? readPieces(text, sidecarOf(file)) : sidecarOf(file);
}

/** Where one entry breaks the YAML of the whole file, each is read for itself; the file stays locked. */
function readPieces(text: string, whole: Sidecar): Sidecar {
  const key = /^annotations:[ \t]*(?:#.*)?$/m.exec(text);
  const first = key && /^( *)- /m.exec(text.slice(key.index));
  if (!key || !first) return whole;
  const head = 'version: 1\nannotations:\n';
  const starts: number[] = [];
  const dash = `\n${first[1] ?? ''}- `;
  for (let at = text.indexOf(dash, key.index); at >= 0; at = text.indexOf(dash, at + 1)) starts.push(at + 1);
  const pieces = starts.map((start, index) => {
    const rest = text.slice(start, starts[index + 1] ?? text.length);
    // Behind the last entry the root map may go on.
    const next = index + 1 < starts.length ? -1 : rest.search(/\n[A-Za-z]/);
    return { start, sidecar: sidecarOf(openYaml(head + (next < 0 ? rest : rest.slice(0, next + 1)))) };
  });
  const ids = new Set<string>();
  const annotations = pieces.flatMap(({ sidecar }) => (sidecar.locked ? [] : sidecar.annotations));
  const problems = pieces.flatMap(({ start, sidecar }) =>
    sidecar.problems.map((problem) => ({
      ...problem,
      start: Math.max(start, problem.start + start - head.length),
      end: Math.max(start, problem.end + start - head.length),
    })),
  );
  const markers = whole.problems.filter((problem) => problem.code === 'merge-markers');
  return {
    ...whole,
    annotations: annotations.filter(({ id }) => !ids.has(id) && ids.add(id)),
    problems: problems.some((problem) => problem.code === 'yaml-syntax') ? [...markers, ...problems] : whole.problems,
    locked: true,
  };
}

export function sidecarOf(file: ProjectYaml): Sidecar {
  const { problems } = file;
  const annotations: Annotation[] = [];
  const ids = new Set<string>();
  for (const { fields } of entriesOf(file, 'annotations', 'An annotation')) {
    const annotation = readAnnotation(fields, problems);
    if (annotation === undefined) continue;
    if (ids.has(annotation.id)) {
      const pair = pairOf(fields.map, 'id');
      const message = `The id ${annotation.id} is taken by an annotation above; give this one another id.`;
      problems.push({ code: 'duplicate-id', message, severity: 'error', start: pair?.start ?? 0, end: pair?.value.end ?? 0 });
      continue;
    }
    ids.add(annotation.id);
    annotations.push(annotation);
  }
  const document = readDocument(file);
  return { version: file.version, ...(document && { document }), annotations, problems, locked: file.locked };
}

function readDocument(file: ProjectYaml): SidecarDocument | undefined {
  const fields = file.root?.fields('document');
  if (fields === undefined) return undefined;
  const path = fields.text('path') ?? '';
  const facts = { sha256: fields.text('sha256'), outlet: fields.text('outlet'), published: fields.text('published') };
  return defined({ path, offsets: 'codepoint' as const, ...facts, title: fields.text('title'), url: fields.text('url') });
}

function readAnnotation(fields: Fields, problems: FileProblem[]): Annotation | undefined {
  const id = fields.need('id', fields.text('id'));
  const type = fields.need('type', fields.oneOf('type', types));
  const status = fields.need('status', fields.oneOf('status', statuses));
  const exact = fields.need('exact', fields.text('exact'));
  const start = fields.need('start', fields.count('start'));
  const end = fields.need('end', fields.count('end'));
  if (id === undefined || type === undefined || status === undefined || exact === undefined || start === undefined || end === undefined) {
    return undefined;
  }
  if (end < start || exact === '') {
    const message = exact === '' ? 'An annotation needs words: "exact" is empty.' : 'An annotation cannot end before it starts.';
    problems.push({ code: 'wrong-value', message, severity: 'error', start: fields.map.start, end: fields.map.start + 1 });
    return undefined;
  }
  return defined({
    id,
    type,
    kind: fields.oneOf('kind', kinds),
    status,
    exact,
    prefix: fields.text('prefix') ?? '',
    suffix: fields.text('suffix') ?? '',
    start,
    end,
    copy: readCopy(fields.fields('copy')),
    speakers: fields.texts('speakers'),
    mention: readSpan(fields.fields('mention')),
    provenance: fields.text('provenance'),
    value: fields.text('value'),
    tags: fields.texts('tags'),
    found: readFound(fields.fields('found')),
    by: fields.text('by'),
    reviewed: readReviewed(fields.fields('reviewed')),
    note: fields.text('note'),
    comments: fields.list('comments')?.flatMap(readComment),
    resolved: readReviewed(fields.fields('resolved')),
    conflict: fields.list('conflict')?.flatMap(readConflict),
  });
}

function readSpan(fields: Fields | undefined): Annotation['mention'] {
  const start = fields?.need('start', fields.count('start'));
  const end = fields?.need('end', fields.count('end'));
  return start === undefined || end === undefined ? undefined : { start, end };
}

function readCopy(fields: Fields | undefined): Annotation['copy'] {
  const number = fields?.need('number', fields.count('number'));
  const of = fields?.need('of', fields.count('of'));
  return number === undefined || of === undefined
    ? undefined
    : defined({ number, of, same: fields?.count('same'), rank: fields?.count('rank'), close: fields?.count('close') });
}

function readFound(fields: Fields | undefined): Annotation['found'] {
  const span = readSpan(fields);
  const exact = fields?.need('exact', fields.text('exact'));
  if (fields === undefined || span === undefined || exact === undefined) return undefined;
  const contexts = { prefix: fields.text('prefix'), suffix: fields.text('suffix'), copy: readCopy(fields.fields('copy')) };
  return defined({ ...span, exact, ...contexts, at: fields.text('at') ?? '' });
}

function readReviewed(fields: Fields | undefined): Annotation['reviewed'] {
  const by = fields?.need('by', fields.text('by'));
  return by === undefined ? undefined : { by, at: fields?.text('at') ?? '' };
}

function readComment(fields: Fields): Comment[] {
  const text = fields.need('text', fields.text('text'));
  return text === undefined ? [] : [{ by: fields.text('by') ?? '', at: fields.text('at') ?? '', text }];
}

function readConflict(fields: Fields): MergeConflict[] {
  const field = fields.need('field', fields.text('field'));
  return field === undefined ? [] : [defined({ field, ours: fields.value('ours'), theirs: fields.value('theirs') })];
}

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
