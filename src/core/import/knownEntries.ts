import { describeSpan, placeAnnotations } from '../annotations/anchoring/anchor';
import type { Annotation, Placed } from '../annotations/model';
import { selectionGuid } from '../annotations/selectionGuid';
import { overlaps } from '../text/span';
import type { ImportContent } from './imported';
import type { ImportTarget } from './importTargets';
import type { ImportEntry } from './importEntry';

type Holding = Pick<ImportContent, 'lacks' | 'holds'>;

/** What a sidecar has already of what is imported into its article, and what of it is not in the import any more. */
export class KnownEntries {
  readonly #target: ImportTarget;
  readonly #content: Holding;
  readonly #asSuggestions: boolean;
  readonly #byId: ReadonlyMap<string, Annotation>;
  readonly #byContent: ReadonlyMap<string, Annotation>;
  #byGuid: ReadonlyMap<string, string> | undefined;
  #placed: ReadonlyMap<string, Placed> | undefined;

  constructor(target: ImportTarget, content: Holding, asSuggestions: boolean) {
    this.#target = target;
    this.#content = content;
    this.#asSuggestions = asSuggestions;
    this.#byId = new Map(target.annotations.map((annotation) => [annotation.id, annotation]));
    this.#byContent = new Map(target.annotations.map((annotation) => [this.#contentKey(annotation), annotation]));
  }

  /** The id of the annotation whose passage a REFI-QDA project calls so. */
  idOf(guid: string): string | undefined {
    const { path, annotations } = this.#target;
    this.#byGuid ??= new Map(annotations.map(({ id }) => [selectionGuid(path, id), id]));
    return this.#byGuid.get(guid);
  }

  /** What the sidecar has of an entry; `unread`: fields of which the import says nothing. */
  look(written: Annotation, unread: readonly (keyof Annotation)[] = []): Pick<ImportEntry, 'annotation' | 'known'> {
    const twin = this.#byId.get(written.id);
    if (twin) return this.#compared(twin, written, unread);
    const double = this.#byContent.get(this.#contentKey(written));
    if (double === undefined) return { annotation: written, known: 'new' };
    // what was decided here stays decided, whatever is suggested
    if (written.status === 'suggested' || double.status === written.status) return { annotation: double, known: 'same' };
    if (double.status !== 'suggested') return { annotation: written, known: 'new' };
    // it was kept as a suggestion, and comes as somebody's decision now
    return { annotation: this.#completed({ ...written, id: double.id }, double), known: 'different' };
  }

  /**
   * An export of ours that comes back, from another program or a colleague, lacks what was taken away there. It is told by having at least
   * half of what the format can hold. A new entry that overlaps the only one of its type that is missing is that one, at another place.
   */
  withMissing(entries: readonly ImportEntry[], isOwnId: (entry: ImportEntry) => boolean): readonly ImportEntry[] {
    const { holds } = this.#content;
    const statuses = holds?.filter((status) => status === 'accepted' || !this.#asSuggestions);
    const held = this.#target.annotations.filter(({ status }) => statuses?.includes(status));
    const there = new Set(entries.filter(({ known }) => known !== 'new').map(({ annotation }) => annotation.id));
    const missing = held.filter(({ id }) => !there.has(id));
    if (missing.length === 0 || missing.length * 2 > held.length) return entries;
    const placed = this.#placedNow();
    const gone = missing.flatMap((annotation): ImportEntry[] => {
      const place = placed.get(annotation.id);
      // what has no place today is in no export
      return place?.how === 'exact' || place?.how === 'moved' ? [{ annotation, placed: place, known: 'gone' }] : [];
    });
    const replaced = new Map<ImportEntry, ImportEntry>();
    const moved = new Set<ImportEntry>();
    for (const entry of entries) {
      if (entry.known !== 'new' || isOwnId(entry)) continue;
      const [before, another] = gone.filter((one) => isBeside(one, entry));
      if (!before || another || entries.filter((one) => one.known === 'new' && isBeside(before, one)).length > 1) continue;
      replaced.set(entry, { ...entry, ...this.#compared(before.annotation, { ...entry.annotation, id: before.annotation.id }) });
      moved.add(before);
    }
    return [...entries.map((entry) => replaced.get(entry) ?? entry), ...gone.filter((entry) => !moved.has(entry))];
  }

  #compared(twin: Annotation, written: Annotation, unread: readonly (keyof Annotation)[] = []): Pick<ImportEntry, 'annotation' | 'known'> {
    const annotation = this.#completed(written, twin, unread);
    // as a suggestion it says nothing about what was decided here
    const ignored = written.status === 'suggested' ? (['status', 'by', 'reviewed'] as const) : [];
    if (isSame(twin, annotation, ignored)) return { annotation: twin, known: 'same' };
    const standing = this.#whereItStood(twin, annotation);
    return isSame(twin, standing, ignored) ? { annotation: twin, known: 'same' } : { annotation: standing, known: 'different' };
  }

  /** What the format has no place for says nothing by being absent. */
  #completed(written: Annotation, twin: Annotation, unread: readonly (keyof Annotation)[] = []): Annotation {
    const lacks = [...this.#content.lacks, ...unread];
    const isLacked = ([key]: readonly [string, unknown]) => lacks.some((field) => field === key);
    const own = Object.entries(written).filter((field) => !isLacked(field));
    return Object.fromEntries([...own, ...Object.entries(twin).filter(isLacked)]) as unknown as Annotation;
  }

  /** An export has an annotation at its place of today: one that comes back there keeps the words and the position it was made with. */
  #whereItStood(twin: Annotation, { found, ...given }: Annotation): Annotation {
    const annotation = this.#content.lacks.includes('found') || found === undefined ? given : { ...given, found };
    const place = this.#placedNow().get(twin.id);
    if (place?.how !== 'exact' && place?.how !== 'moved') return annotation;
    const now = describeSpan(this.#target.article.raw, place.span);
    if (now.start !== given.start || now.end !== given.end) return annotation;
    const { exact, prefix, suffix, start, end } = twin;
    const shift = start - given.start;
    const { mention: near } = given;
    const mention = near && near.start + shift >= 0 && { mention: { start: near.start + shift, end: near.end + shift } };
    return { ...given, ...mention, exact, prefix, suffix, start, end, ...(twin.found && { found: twin.found }) };
  }

  #placedNow(): ReadonlyMap<string, Placed> {
    const { annotations, article } = this.#target;
    this.#placed ??= new Map(placeAnnotations(article.raw, annotations, false).map((placed) => [placed.annotation.id, placed]));
    return this.#placed;
  }

  #contentKey({ type, exact, start, end, note = '' }: Annotation): string {
    return JSON.stringify([type, exact, start, end, this.#content.lacks.includes('note') ? '' : note]);
  }
}

function isBeside({ annotation, placed: one }: ImportEntry, { annotation: { type }, placed: other }: ImportEntry): boolean {
  return annotation.type === type && one.how !== 'orphan' && other.how !== 'orphan' && overlaps(one.span, other.span);
}

/** Which of several equal passages it is (`copy`) follows from the article: an entry without it says the same. */
function isSame(a: Annotation, b: Annotation, ignored: readonly (keyof Annotation)[]): boolean {
  const without = Object.fromEntries(['copy', ...ignored].map((field) => [field, undefined]));
  return canonical({ ...a, ...without }) === canonical({ ...b, ...without });
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
