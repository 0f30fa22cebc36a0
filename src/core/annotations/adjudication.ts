import { sharedLength, type Span } from '../text/span';
import { pairUp } from './agreement';
import type { Annotation, Placed } from './model';

/** A person's annotation where it stands in today's text (UTF-16 of `raw`). */
export interface Standing extends Span {
  readonly annotation: Annotation;
}

/** In what two people differ about a passage; `missing`: one of them has nothing there. */
export type Difference = 'missing' | 'type' | 'status' | 'span' | 'kind' | 'speakers' | 'value';

/** What two people have at one passage; at least one of them has something. */
export interface Comparison {
  readonly ours?: Standing;
  readonly theirs?: Standing;
  /** Empty where they agree. */
  readonly differs: readonly Difference[];
}

export interface Adjudication {
  /** In reading order: both have the same, and the shared annotations have nothing there. */
  readonly agreed: readonly Comparison[];
  /** In reading order: they differ, and nobody has settled it. */
  readonly open: readonly Comparison[];
  /** How many passages the shared annotations have settled, by an accepted or a rejected one of their type. */
  readonly settled: number;
  /** How many annotations wait for their own person, because their words have changed or are gone. */
  readonly waiting: number;
}

/**
 * Compares what two people have made of one text, against what they share already. Annotations are paired by type, equal places
 * first, then overlapping ones; what is left over is paired across types where it is mostly the same passage. A rejection
 * matters only where the other person has accepted; two rejections, and one without a counterpart, agree with each other.
 */
export function compareAnnotations(ours: readonly Placed[], theirs: readonly Placed[], shared: readonly Placed[]): Adjudication {
  const [mine, yours, common] = [ours, theirs, shared].map(standing) as [Standing[], Standing[], Standing[]];
  const settledBy = new Settled(common);
  const agreed: Comparison[] = [];
  const open: Comparison[] = [];
  let settled = 0;
  for (const [a, b] of pairs(mine, yours)) {
    if ((a === undefined || isRejected(a)) && (b === undefined || isRejected(b))) continue;
    const comparison = { ...(a && { ours: a }), ...(b && { theirs: b }), differs: differences(a, b) };
    if (settledBy.has(a) || settledBy.has(b)) settled++;
    else if (comparison.differs.length === 0) agreed.push(comparison);
    else open.push(comparison);
  }
  const inOrder = (x: Comparison, y: Comparison) => placeOf(x).start - placeOf(y).start || placeOf(x).end - placeOf(y).end;
  const waiting = [...ours, ...theirs].filter(({ how, annotation }) => annotation.status === 'accepted' && isLost(how)).length;
  return { agreed: agreed.sort(inOrder), open: open.sort(inOrder), settled, waiting };
}

/** The passage that a comparison is about: the first one's where both have one. */
export function placeOf({ ours, theirs }: Comparison): Span {
  return ours ?? theirs ?? { start: 0, end: 0 };
}

/**
 * What is taken of two people where a passage is as both say: both annotations, or one with the speakers and remarks of both
 * where they are of one type and on the very same words. `undefined` where one cannot be as both say: accepted and rejected, of
 * two kinds, or with two values.
 */
export function bothOf({ ours, theirs }: Comparison): readonly Standing[] | undefined {
  if (ours === undefined || theirs === undefined) return [ours, theirs].filter((side) => side !== undefined);
  const [a, b] = [ours.annotation, theirs.annotation];
  if (a.status !== b.status) return undefined;
  if (a.type !== b.type || ours.start !== theirs.start || ours.end !== theirs.end) return [ours, theirs];
  if (a.kind !== b.kind || a.value !== b.value) return undefined;
  const speakers = [...new Set([...(a.speakers ?? []), ...(b.speakers ?? [])])];
  const { mention, ...rest } = a;
  // The mention names ours alone.
  const named = { ...(speakers.length > 0 && { speakers }), ...(mention && speakers.length === a.speakers?.length && { mention }) };
  return [{ ...ours, annotation: { ...rest, ...named, ...remarksOfBoth(a, b) } }];
}

/** What two people who agree have said beside it: tags and comments of both, and both notes. */
export function remarksOfBoth(ours: Annotation, theirs: Annotation): Pick<Annotation, 'tags' | 'note' | 'comments'> {
  const tags = [...new Set([...(ours.tags ?? []), ...(theirs.tags ?? [])])];
  const comments = [...(ours.comments ?? []), ...(theirs.comments ?? [])];
  const once = comments.filter(
    ({ by, at, text }, index) => comments.findIndex((other) => other.by === by && other.at === at && other.text === text) === index,
  );
  const note = [...new Set([ours.note, theirs.note].filter((one) => one !== undefined && one !== ''))].join('\n\n');
  return { ...(tags.length > 0 && { tags }), ...(once.length > 0 && { comments: once }), ...(note !== '' && { note }) };
}

function isLost(how: Placed['how']): boolean {
  return how === 'changed' || how === 'orphan';
}

function standing(placed: readonly Placed[]): Standing[] {
  const standing = placed.flatMap((place): Standing[] => {
    // What is only kept for a note has been decided by nobody.
    const isThere = (place.how === 'exact' || place.how === 'moved') && place.annotation.status !== 'suggested';
    return isThere ? [{ ...place.span, annotation: place.annotation }] : [];
  });
  return standing.sort((a, b) => a.start - b.start || a.end - b.end);
}

const isRejected = ({ annotation }: Standing): boolean => annotation.status === 'rejected';
const isAccepted = (one: Standing): boolean => !isRejected(one);

type Pair = readonly [Standing | undefined, Standing | undefined];

function pairs(ours: readonly Standing[], theirs: readonly Standing[]): readonly Pair[] {
  const found: Pair[] = [];
  let [mine, yours] = [[...ours], [...theirs]];
  const take = (pairing: readonly Pair[]) => {
    const taken = new Set<Standing>();
    for (const [a, b] of pairing) {
      if (a === undefined || b === undefined) continue;
      found.push([a, b]);
      taken.add(a).add(b);
    }
    [mine, yours] = [mine.filter((one) => !taken.has(one)), yours.filter((one) => !taken.has(one))];
  };
  const types = new Set([...ours, ...theirs].map(({ annotation }) => annotation.type));
  for (const type of types) {
    const ofType = (one: Standing) => one.annotation.type === type && isAccepted(one);
    take(pairUp(mine.filter(ofType), yours.filter(ofType)));
  }
  take(pairUp(mine.filter(isAccepted), yours.filter(isAccepted)).filter(isSamePassage));
  // Then those that the one has accepted and the other rejected.
  for (const type of types) {
    const ofType = (one: Standing) => one.annotation.type === type;
    for (const [a, b] of [
      [isAccepted, isRejected],
      [isRejected, isAccepted],
    ] as const)
      take(
        pairUp(
          mine.filter((one) => ofType(one) && a(one)),
          yours.filter((one) => ofType(one) && b(one)),
        ).filter(isSamePassage),
      );
  }
  return [...found, ...mine.map((one): Pair => [one, undefined]), ...yours.map((one): Pair => [undefined, one])];
}

function isSamePassage([a, b]: Pair): boolean {
  return a !== undefined && b !== undefined && isMostly(a, b);
}

function isMostly(a: Span, b: Span): boolean {
  return sharedLength(a, b) * 2 >= Math.max(a.end - a.start, b.end - b.start);
}

function differences(ours: Standing | undefined, theirs: Standing | undefined): readonly Difference[] {
  if (ours === undefined || theirs === undefined) return ['missing'];
  const [a, b] = [ours.annotation, theirs.annotation];
  const members = ({ speakers = [] }: Annotation) => [...speakers].sort().join('\n');
  const found: [Difference, boolean][] = [
    ['type', a.type !== b.type],
    ['status', a.status !== b.status],
    ['span', ours.start !== theirs.start || ours.end !== theirs.end],
    ['kind', a.kind !== b.kind],
    ['speakers', members(a) !== members(b)],
    ['value', a.value !== b.value],
  ];
  return found.flatMap(([difference, differs]) => (differs ? [difference] : []));
}

/** The shared annotations by type, each asked by the place of another. */
class Settled {
  readonly #byType = new Map<string, Standing[]>();
  readonly #longest = new Map<string, number>();

  constructor(shared: readonly Standing[]) {
    for (const one of shared) {
      const { type } = one.annotation;
      const list = this.#byType.get(type);
      if (list) list.push(one);
      else this.#byType.set(type, [one]);
      this.#longest.set(type, Math.max(this.#longest.get(type) ?? 0, one.end - one.start));
    }
  }

  /** They are in order of their start, so that only those that can reach the place are looked at. */
  has(one: Standing | undefined): boolean {
    if (one === undefined) return false;
    const { type } = one.annotation;
    const list = this.#byType.get(type) ?? [];
    const from = one.start - (this.#longest.get(type) ?? 0);
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < list.length; at++) {
      const other = list[at];
      if (other === undefined || other.start >= one.end) return false;
      if (isMostly(other, one)) return true;
    }
    return false;
  }
}
