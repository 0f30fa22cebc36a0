import { describeSpan, placeAnnotations, placesOf } from '../annotations/anchoring/anchor';
import type { Annotation, Placed } from '../annotations/model';
import { CodePoints } from '../text/encoding/codePoints';
import { lineStarts } from '../text/lines';
import type { ImportContent, Imported } from './imported';
import { plain, type ImportTarget } from './importTargets';
import type { ImportContext, ImportEntry } from './importEntry';
import { KnownEntries } from './knownEntries';

export function entriesOf(
  given: readonly Imported[],
  target: ImportTarget,
  content: Pick<ImportContent, 'lacks' | 'holds'>,
  { newId, chosen, as }: ImportContext,
  leave: (what: string) => void,
): readonly ImportEntry[] {
  const { raw } = target.article;
  const points = new CodePoints(raw);
  const folder = new KnownEntries(target, content, as === 'suggested');
  const imports = given.map((imported) => arriving(imported, folder, as));
  const lines = imports.some((imported) => imported.lines) ? lineStarts(raw) : [];
  const completed = imports.map((imported) => complete(withWords(onLines(imported, raw, lines, points), raw, points), raw, points, newId));
  const taken = new Set<string>();
  const named = completed.map(({ annotation }) => {
    // an id that the import itself uses twice names only the first
    const own = taken.has(annotation.id) ? { ...annotation, id: newId() } : annotation;
    taken.add(own.id);
    return own;
  });
  for (const { id } of target.annotations) taken.add(id);
  const annotations = named.map((annotation) => {
    if (annotation.in === undefined || taken.has(annotation.in)) return annotation;
    leave('names of the words around a passage that are not there');
    return withoutOuter(annotation);
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
  const entries = annotations.map((annotation, i): ImportEntry => {
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
    return { ...folder.look(written, imports[i]?.unread), placed, ...marks };
  });
  const own = new Set(imports.flatMap(({ annotation: { id } }) => id ?? []));
  const isBack = entries.some(({ known }) => known === 'same');
  const whole = entries.filter(({ known }, i) => known !== 'new' || !isBack || imports[i]?.isPart === undefined);
  return folder.withMissing(whole, ({ annotation: { id } }) => own.has(id));
}

/** As a suggestion it keeps who made it, for whoever decides it here is named as its reviewer then. */
function arriving({ guid, ...imported }: Imported, folder: KnownEntries, as: ImportContext['as']): Imported {
  const { annotation } = imported;
  const id = annotation.id ?? (guid === undefined ? undefined : folder.idOf(guid));
  const known = id === undefined ? annotation : { ...annotation, id };
  if (as !== 'suggested') return { ...imported, annotation: known };
  const { by = 'import', reviewed } = annotation;
  const author = reviewed === undefined || reviewed.by === by ? by : `${reviewed.by} (${by})`;
  return { ...imported, annotation: { ...known, status: 'suggested', by: author } };
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
  // a name without a letter is nobody's
  const { speakers, ...rest } = imported;
  const named = speakers?.filter((speaker) => speaker !== '') ?? [];
  const annotation = { ...rest, id, exact, prefix, suffix, start, end, ...standingThere };
  return { annotation: { ...annotation, ...(named.length > 0 && { speakers: named }) }, isStanding: standingThere !== undefined };
}

export function withoutOuter(annotation: Annotation): Annotation {
  const { in: outer, ...rest } = annotation;
  return outer === undefined ? annotation : rest;
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
  const isNear = mention && isDescribed(annotation) && mention.start + shift >= 0;
  const moved = isNear ? { mention: { start: mention.start + shift, end: mention.end + shift } } : {};
  return { ...rest, ...moved, ...now, exact: annotation.exact };
}

/** The offsets of lines and columns in today's text; without the white space at the ends of whole lines. */
function onLines(imported: Imported, raw: string, starts: readonly number[], points: CodePoints): Imported {
  const { lines, annotation } = imported;
  const [first, last] = [starts[lines?.start ?? 0], starts[lines?.end ?? 0]];
  if (lines === undefined || first === undefined || last === undefined) return imported;
  const end = starts[lines.end + 1] ?? raw.length;
  const whole = raw.slice(first, end);
  const place =
    lines.from === undefined || lines.to === undefined
      ? { start: points.fromUtf16(end - whole.trimStart().length), end: points.fromUtf16(first + whole.trimEnd().length) }
      : { start: points.fromUtf16(first) + lines.from, end: points.fromUtf16(last) + lines.to };
  return place.end > place.start && place.end <= points.fromUtf16(raw.length)
    ? { ...imported, annotation: { ...annotation, ...place } }
    : imported;
}

/** Words that a file names by their position alone are the article's. */
function withWords({ annotation, byPosition, isRewritten }: Imported, raw: string, points: CodePoints): Imported['annotation'] {
  const { start, end, prefix = '', suffix = '' } = annotation;
  if (start === undefined || end === undefined || !(byPosition ?? isRewritten)) return annotation;
  const [from, to] = [points.toUtf16(start), points.toUtf16(end)];
  const words = { ...annotation, exact: raw.slice(from, to) };
  if (byPosition) return words;
  const isBetween =
    prefix.length + suffix.length > 20 &&
    plain(raw.slice(Math.max(0, from - prefix.length), from)) === plain(prefix) &&
    plain(raw.slice(to, to + suffix.length)) === plain(suffix);
  return isBetween && words.exact.trim() !== '' && !words.exact.includes('\n') ? words : annotation;
}
