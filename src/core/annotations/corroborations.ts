import { byId, editLists, EntryError, idsOf } from './yaml/entryList';
import { defined, entriesOf, type Fields, openYaml, type ProjectYaml, requireUnlocked } from './yaml/fields';
import type { AnnotationAddress, ConflictDecision, Corroborations, FileProblem, Link, TextEdit } from './model';
import { finishEdits, withVersion } from './yaml/yamlEdit';
import { pairOf } from './yaml/yamlNode';
import { readOrLocked } from './yaml/readOrLocked';
import { inOrder } from './yaml/yamlWrite';

const relations = ['verbatim', 'trimmed', 'retranslated', 'indirect', 'contradicts'] as const;
const linkStatuses = ['accepted', 'rejected'] as const;
const decisionStatuses = ['explained', 'dismissed'] as const;
const linkOrder = ['id', 'from', 'to', 'relation', 'status', 'reason', 'by', 'at'] as const;
const decidedOrder = ['status', 'reason', 'by', 'at'] as const;
const decisionOrder = ['key', ...decidedOrder] as const;

/** Reads `corroborations.yaml` entry by entry. Never throws: what is wrong is in `problems`. */
export function readCorroborations(text: string): Corroborations {
  return readOrLocked<Corroborations>(
    () => corroborationsOf(openYaml(text)),
    (problems) => ({ version: 1, links: [], conflicts: [], problems, locked: true }),
  );
}

export function corroborationsOf(file: ProjectYaml): Corroborations {
  const { problems, version, locked } = file;
  const links = firstOfEach(entriesOf(file, 'links', 'A link'), 'id', readLink, problems);
  const conflicts = firstOfEach(entriesOf(file, 'conflicts', 'A decision'), 'key', readDecision, problems);
  return { version, links, conflicts, problems, locked };
}

function firstOfEach<T extends Readonly<Record<K, string>>, K extends 'id' | 'key'>(
  entries: readonly { readonly fields: Fields }[],
  key: K,
  read: (fields: Fields) => T | undefined,
  problems: FileProblem[],
): T[] {
  const seen = new Set<string>();
  return entries.flatMap(({ fields }) => {
    const entry = read(fields);
    if (entry === undefined) return [];
    if (seen.has(entry[key])) {
      const pair = pairOf(fields.map, key);
      const message = `The ${key} ${entry[key]} is taken by an entry above; the first counts.`;
      problems.push({ code: 'duplicate-id', message, severity: 'error', start: pair?.start ?? 0, end: pair?.value.end ?? 0 });
      return [];
    }
    seen.add(entry[key]);
    return [entry];
  });
}

function readLink(fields: Fields): Link | undefined {
  const id = fields.need('id', fields.text('id'));
  const from = fields.need('from', readAddress(fields.fields('from')));
  const to = fields.need('to', readAddress(fields.fields('to')));
  const relation = fields.need('relation', fields.oneOf('relation', relations));
  const status = fields.need('status', fields.oneOf('status', linkStatuses));
  if (id === undefined || from === undefined || to === undefined || relation === undefined || status === undefined) return undefined;
  return defined({ id, from, to, relation, status, reason: fields.text('reason'), by: fields.text('by'), at: fields.text('at') });
}

function readAddress(fields: Fields | undefined): AnnotationAddress | undefined {
  const path = fields?.need('path', fields.text('path'));
  const id = fields?.need('id', fields.text('id'));
  return path === undefined || id === undefined ? undefined : { path, id };
}

function readDecision(fields: Fields): ConflictDecision | undefined {
  const key = fields.need('key', fields.text('key'));
  const status = fields.need('status', fields.oneOf('status', decisionStatuses));
  if (key === undefined || status === undefined) return undefined;
  return defined({ key, status, reason: fields.text('reason'), by: fields.text('by'), at: fields.text('at') });
}

export type CorroborationChange =
  | { readonly kind: 'add-link'; readonly link: Link }
  | { readonly kind: 'update-link'; readonly id: string; readonly set: Partial<Omit<Link, 'id'>> }
  | { readonly kind: 'remove-link'; readonly id: string }
  | { readonly kind: 'decide-conflict'; readonly decision: ConflictDecision }
  | { readonly kind: 'reopen-conflict'; readonly key: string };

/**
 * Edits for `corroborations.yaml`; for an empty or missing file pass ''. Links are kept in order of id.
 * Throws an EntryError for an id that is taken or not there, a LockedError where the file is locked.
 */
export function editCorroborations(text: string, changes: readonly CorroborationChange[]): readonly TextEdit[] {
  const file = openYaml(text);
  requireUnlocked(file);
  const added = new Map<string, Link>();
  const updated = new Map<string, Map<string, never>>();
  const removed = new Set<string>();
  const decided = new Map<string, ConflictDecision | undefined>();
  const present = idsOf(file, 'links', 'id');
  const exists = (id: string) => added.has(id) || (!removed.has(id) && present.has(id));
  for (const change of changes) {
    if (change.kind === 'decide-conflict') decided.set(change.decision.key, change.decision);
    else if (change.kind === 'reopen-conflict') decided.set(change.key, undefined);
    else if (change.kind === 'add-link') {
      if (exists(change.link.id)) throw new EntryError(change.link.id, true);
      added.set(change.link.id, change.link);
    } else if (!exists(change.id)) throw new EntryError(change.id, false);
    else if (change.kind === 'remove-link') {
      if (!added.delete(change.id)) removed.add(change.id);
    } else {
      const fresh = added.get(change.id);
      if (fresh !== undefined) added.set(change.id, { ...fresh, ...change.set });
      else updated.set(change.id, new Map([...(updated.get(change.id) ?? []), ...(Object.entries(change.set) as [string, never][])]));
    }
  }
  const known = idsOf(file, 'conflicts', 'key');
  const decisions = [...decided];
  const edits = editLists(file, [
    {
      list: 'links',
      key: 'id',
      order: linkOrder,
      added: [...added.values()].map((link) => ({ value: inOrder(link, linkOrder) })),
      updated,
      removed,
      compare: byId,
    },
    {
      list: 'conflicts',
      key: 'key',
      order: decisionOrder,
      added: decisions.flatMap(([key, decision]) =>
        decision === undefined || known.has(key) ? [] : [{ value: inOrder(decision, decisionOrder) }],
      ),
      updated: new Map(
        decisions.flatMap(([key, decision]) =>
          decision === undefined || !known.has(key) ? [] : [[key, new Map(Object.entries(inOrder(decision, decidedOrder)))] as const],
        ),
      ),
      removed: new Set(decisions.flatMap(([key, decision]) => (decision === undefined ? [key] : []))),
    },
  ]);
  return finishEdits(file.yaml, withVersion(file.yaml, edits));
}
