import { describeSpan, placeAnnotations, placesOf } from '../annotations/anchoring/anchor';
import type { Corroborations, Annotation, Placed } from '../annotations/model';
import { CodePoints } from '../text/encoding/codePoints';
import type { Span } from '../text/span';
import type { Registry } from '../text/metadata/registry';
import type { ImportContent, Imported } from './imported';
import { plain, type ImportTarget } from './importTargets';

export interface ImportEntry {
  /** As it would be written. */
  readonly annotation: Annotation;
  readonly placed: Placed;
  /** Whether the sidecar has it: not at all, just so, or under this id with other content. */
  readonly known: 'new' | 'same' | 'different';
  /** Where the words stand, of which the import does not say which place it means (UTF-16 into `raw`): a person may choose one. */
  readonly choices?: readonly Span[];
  /** The import names no words, only a position. */
  readonly byPosition?: true;
}

export interface ImportContext {
  readonly registry: Registry;
  readonly corroborations?: Pick<Corroborations, 'links' | 'conflicts'>;
  /** A new id, 10 characters of lower-case base32, for entries that bring none. */
  readonly newId: () => string;
  /** The places that a person chose for entries that offer several, by the entry's id: where they begin. */
  readonly chosen?: ReadonlyMap<string, number>;
}

export function entriesOf(
  imports: readonly Imported[],
  target: ImportTarget,
  lacks: ImportContent['lacks'],
  { newId, chosen }: ImportContext,
): ImportEntry[] {
  const { raw } = target.article;
  const points = new CodePoints(raw);
  const completed = imports.map((imported) => complete(withWords(imported, raw, points), raw, points, newId));
  const taken = new Set<string>();
  const annotations = completed.map(({ annotation }) => {
    // an id that the import itself uses twice names only the first
    const own = taken.has(annotation.id) ? { ...annotation, id: newId() } : annotation;
    taken.add(own.id);
    return own;
  });
  // where words and surroundings stand at the position, it was counted in this text
  const sameText = (i: number) => imports[i]?.article.sha256 === target.sha256 || completed[i]?.isStanding === true;
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
  const contents = new Map(target.annotations.map((annotation) => [contentKey(annotation), annotation]));
  return annotations.map((annotation, i): ImportEntry => {
    const standing = annotation.exact === '' ? undefined : (here.get(annotation) ?? there.get(annotation));
    const known = standing ?? { annotation, how: 'orphan' };
    const choices = known.how === 'orphan' && annotation.exact !== '' ? placesOf(raw, annotation.exact) : [];
    const choice = choices.find(({ start }) => start === chosen?.get(annotation.id));
    const found: Placed = choice ? { annotation, how: 'moved', span: choice } : known;
    const marks = {
      ...(choices.length > 0 && { choices }),
      ...(imports[i]?.byPosition && { byPosition: true as const }),
    };
    const written = found.how === 'moved' || !isDescribed(annotation) ? redescribed(annotation, found, raw, points) : annotation;
    // what came without a position has not moved
    const placed: Placed = found.how === 'moved' && !isDescribed(annotation) ? { ...found, how: 'exact' } : found;
    const twin = byId.get(written.id);
    const kept = twin
      ? { ...written, ...Object.fromEntries(Object.entries(twin).filter(([key]) => lacks.some((field) => field === key))) }
      : written;
    if (twin) return { annotation: kept, placed, known: isSame(twin, kept) ? 'same' : 'different', ...marks };
    const double = contents.get(contentKey(written));
    return double ? { annotation: double, placed, known: 'same', ...marks } : { annotation: written, placed, known: 'new', ...marks };
  });
}

function placeAll(raw: string, annotations: readonly Annotation[], hashMatches: boolean): Map<Annotation, Placed> {
  const places = annotations.length === 0 ? [] : placeAnnotations(raw, annotations, hashMatches);
  return new Map(places.map((placed) => [placed.annotation, placed]));
}

interface Completed {
  readonly annotation: Annotation;
  /** Its words, and what surroundings it names, stand at its position. */
  readonly isStanding: boolean;
}

/** An entry with every field a sidecar needs; where the words stand at its position, they and their surroundings are taken from the article. */
function complete(imported: Imported['annotation'], raw: string, points: CodePoints, newId: () => string): Completed {
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
  const standingThere = around && (bare || clean) ? around : undefined;
  return { annotation: { ...imported, id, exact, prefix, suffix, start, end, ...standingThere }, isStanding: standingThere !== undefined };
}

export function isDescribed({ exact, start, end }: Annotation): boolean {
  return exact !== '' && end > start;
}

/** Positions are today's; the words stay as they were annotated. What has no place keeps the position it came with, if any. */
function redescribed(annotation: Annotation, placed: Placed, raw: string, points: CodePoints): Annotation {
  if (placed.how === 'orphan') return annotation;
  if (placed.how === 'changed') {
    const { start, end } = placed.span;
    return isDescribed(annotation) ? annotation : { ...annotation, start: points.fromUtf16(start), end: points.fromUtf16(end) };
  }
  const { mention, ...rest } = annotation;
  const now = describeSpan(raw, placed.span);
  const shift = now.start - annotation.start;
  // a mention has no words of its own: it goes along with the annotation's, from where those stood
  const moved = mention && isDescribed(annotation) ? { mention: { start: mention.start + shift, end: mention.end + shift } } : {};
  return { ...rest, ...moved, ...now, exact: annotation.exact };
}

/** Words that a file names by their position alone are the article's. */
function withWords({ annotation, byPosition }: Imported, raw: string, points: CodePoints): Imported['annotation'] {
  const { start, end } = annotation;
  if (!byPosition || start === undefined || end === undefined) return annotation;
  return { ...annotation, exact: raw.slice(points.toUtf16(start), points.toUtf16(end)) };
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
