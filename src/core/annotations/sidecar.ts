import { defined, entriesOf, type Fields, openYaml, type ProjectYaml } from './yaml/fields';
import { languageDoubt } from '../text/metadata/language';
import { primaryDoubt } from '../text/metadata/primary';
import { isoDate } from '../text/publicationDate';
import { dateValueProblem } from './dateValue';
import type { Annotation, Comment, FileProblem, MergeConflict, Sidecar, SidecarDocument } from './model';
import { pairOf } from './yaml/yamlNode';
import { readOrLocked } from './yaml/readOrLocked';

const types = ['quotation', 'statement', 'speaker', 'date', 'cue', 'note'] as const;
const statuses = ['accepted', 'rejected', 'suggested'] as const;
const kinds = ['direct', 'mixed', 'indirect', 'scare'] as const;

/**
 * Reads a sidecar entry by entry; offsets of problems are UTF-16 into `text`. Never throws: what is wrong is in `problems`,
 * an entry that cannot be used is left out and stays in the file.
 */
export function readSidecar(text: string): Sidecar {
  const read = () => {
    const file = openYaml(text);
    return file.yaml.problems.length > 0 ? readPieces(text, sidecarOf(file)) : sidecarOf(file, dateValueProblem);
  };
  return readOrLocked<Sidecar>(read, (problems) => ({ version: 1, annotations: [], problems, locked: true }));
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
    // which ids there are only the whole file tells
    sidecar.problems
      .filter(({ code }) => code !== 'unknown-outer')
      .map((problem) => ({
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

/** `doubtOf`: what is wrong with the value of a date, where a person is to hear of it; it is taken all the same. */
export function sidecarOf(file: ProjectYaml, doubtOf?: (value: string) => string | undefined): Sidecar {
  const { problems } = file;
  const annotations: Annotation[] = [];
  const ids = new Set<string>();
  const inner: { readonly outer: string; readonly fields: Fields }[] = [];
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
    const doubt = annotation.type === 'date' && annotation.value !== undefined ? doubtOf?.(annotation.value) : undefined;
    if (doubt !== undefined) problems.push(valueProblem(fields, 'value', doubt));
    if (annotation.in !== undefined) inner.push({ outer: annotation.in, fields });
  }
  for (const { outer, fields } of inner) {
    if (ids.has(outer)) continue;
    const message = `There is no annotation ${outer} around this one; name the id of the quotation it stands in, or remove "in".`;
    problems.push({ ...valueProblem(fields, 'in', message), code: 'unknown-outer' });
  }
  const document = readDocument(file);
  return { version: file.version, ...(document && { document }), annotations, problems, locked: file.locked };
}

/** Something that can be read and cannot be right. */
function valueProblem(fields: Fields, key: string, message: string): FileProblem {
  const place = pairOf(fields.map, key);
  return { code: 'wrong-value', message, severity: 'warning', start: place?.start ?? 0, end: place?.value.end ?? 0 };
}

function readDocument(file: ProjectYaml): SidecarDocument | undefined {
  const fields = file.root?.fields('document');
  if (fields === undefined) return undefined;
  const path = fields.text('path') ?? '';
  const published = fields.text('published');
  // A year or a month is a date of which something is not known.
  const isRead = published === undefined || /^\d{4}(?:-\d\d)?$/.test(published) || isoDate(published) !== undefined;
  if (!isRead)
    file.problems.push(valueProblem(fields, 'published', `“${published.slice(0, 40)}” is no day of publication: write it as 2025-05-11.`));
  const facts = { sha256: fields.text('sha256'), outlet: fields.text('outlet'), ...(published !== undefined && isRead && { published }) };
  const [primary, language] = [fields.text('primary'), fields.text('language')];
  const doubts = [
    ['primary', primary && primaryDoubt(primary)],
    ['language', language && languageDoubt(language)],
  ] as const;
  for (const [key, doubt] of doubts) if (doubt) file.problems.push(valueProblem(fields, key, doubt));
  return defined({
    path,
    offsets: 'codepoint' as const,
    ...facts,
    title: fields.text('title'),
    url: fields.text('url'),
    primary,
    language,
  });
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
    in: fields.text('in'),
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
