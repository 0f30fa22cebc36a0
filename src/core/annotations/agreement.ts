import type { Span } from '../text/span';
import type { Placed } from './model';
import { observedDisagreement, expectedDisagreement, united } from './unitizing';

/** A passage one person has marked, with the type it is counted under. */
export interface Unit extends Span {
  readonly type: string;
  /** Ids of who is said to speak, where the type has speakers. */
  readonly speakers?: readonly string[];
}

/** What two people have marked in one text; all spans and the length in one unit, such as UTF-16 of `raw`. */
export interface MarkedText {
  readonly length: number;
  readonly ours: readonly Unit[];
  readonly theirs: readonly Unit[];
}

export interface TypeAgreement {
  readonly type: string;
  /** How many units each side has. */
  readonly ours: number;
  readonly theirs: number;
  /** F1 of equal spans and of overlapping spans (one to one), 0 to 1; absent where neither side has any. */
  readonly exact?: number;
  readonly overlapping?: number;
  /** Share of the overlapping pairs that name the same speakers, 0 to 1; absent where no pair has speakers. */
  readonly speakers?: number;
  /** Krippendorff's alpha for unitizing: 1 for full agreement, 0 for chance; absent where it is not defined. */
  readonly alpha?: number;
}

export interface Agreement extends Omit<TypeAgreement, 'type'> {
  readonly types: readonly TypeAgreement[];
  /** Units that have no equal of the same speakers on the other side, by the index of their text; overlapping ones paired. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly text: number;
  readonly ours?: Unit;
  readonly theirs?: Unit;
}

/** The units of what a person has accepted and where it stands; changed annotations wait for their person. */
export function unitsOf(placed: readonly Placed[]): readonly Unit[] {
  return placed.flatMap((place) => {
    const { status, type, speakers } = place.annotation;
    if (status !== 'accepted' || (place.how !== 'exact' && place.how !== 'moved')) return [];
    return [{ ...place.span, type, ...(type === 'quotation' && { speakers: speakers ?? [] }) }];
  });
}

/**
 * Agreement of two people: F1 over spans (Hripcsak and Rothschild 2005) and the alpha for unitizing of Krippendorff
 * ("Measuring the reliability of qualitative text analysis data", 2004), with the texts laid end to end.
 */
export function agree(texts: readonly MarkedText[]): Agreement {
  const names = [...new Set(texts.flatMap(({ ours, theirs }) => [...ours, ...theirs].map((unit) => unit.type)))].sort();
  const differences: Difference[] = [];
  const measured = names.map((type) => measure(type, texts, differences));
  const sum = (count: (one: Measured) => number) => measured.reduce((total, one) => total + count(one), 0);
  differences.sort((a, b) => a.text - b.text || (a.ours ?? a.theirs ?? zero).start - (b.ours ?? b.theirs ?? zero).start);
  const total = ratios(
    sum((one) => one.ours),
    sum((one) => one.theirs),
    sum((one) => one.equal),
    sum((one) => one.touching),
    measured.reduce(([alike, of], { said }) => [alike + said[0], of + said[1]], [0, 0]),
  );
  const alpha = alphaOf(
    sum((one) => one.observed),
    sum((one) => one.expected),
  );
  return { ...total, ...(alpha !== undefined && { alpha }), types: measured.map((one) => one.result), differences };
}

const zero: Span = { start: 0, end: 0 };

/** Pairs that name the same speakers, and pairs that name any or could. */
type Said = readonly [alike: number, of: number];

interface Measured {
  readonly result: TypeAgreement;
  readonly ours: number;
  readonly theirs: number;
  readonly equal: number;
  readonly touching: number;
  readonly said: Said;
  readonly observed: number;
  readonly expected: number;
}

function measure(type: string, texts: readonly MarkedText[], differences: Difference[]): Measured {
  let [ours, theirs, equal, touching, alike, of, from] = [0, 0, 0, 0, 0, 0, 0];
  const line: [Span[], Span[]] = [[], []];
  texts.forEach((text, index) => {
    const [mine, yours] = [text.ours, text.theirs].map((units) => units.filter((unit) => unit.type === type).sort(inOrder)) as [
      Unit[],
      Unit[],
    ];
    ours += mine.length;
    theirs += yours.length;
    const pairs = pairUp(mine, yours);
    for (const [a, b] of pairs) {
      const isEqual = a !== undefined && a.start === b?.start && a.end === b.end;
      const isAlike = isSaidAlike(a, b);
      if (a !== undefined && b !== undefined) touching++;
      if (a?.speakers && b?.speakers) {
        of++;
        if (isAlike) alike++;
      }
      if (isEqual) equal++;
      if (!isEqual || !isAlike) differences.push({ text: index, ...(a && { ours: a }), ...(b && { theirs: b }) });
    }
    const offset = from;
    [mine, yours].forEach((units, side) => {
      for (const { start, end } of united(units)) line[side]?.push({ start: start + offset, end: end + offset });
    });
    from += text.length;
  });
  const observed = observedDisagreement(line, from);
  const expected = expectedDisagreement(line, from);
  const alpha = alphaOf(observed, expected);
  const result = { type, ...ratios(ours, theirs, equal, touching, [alike, of]), ...(alpha !== undefined && { alpha }) };
  return { result, ours, theirs, equal, touching, said: [alike, of], observed, expected };
}

function isSaidAlike(a: Unit | undefined, b: Unit | undefined): boolean {
  const [ours, theirs] = [a, b].map((unit) => [...(unit?.speakers ?? [])].sort().join(' '));
  return ours === theirs;
}

function ratios(ours: number, theirs: number, equal: number, touching: number, [alike, of]: Said): Omit<TypeAgreement, 'type'> {
  const count = ours + theirs;
  return {
    ...{ ours, theirs },
    ...(count > 0 && { exact: (2 * equal) / count, overlapping: (2 * touching) / count }),
    ...(of > 0 && { speakers: alike / of }),
  };
}

function alphaOf(observed: number, expected: number): number | undefined {
  return expected > 0 ? 1 - observed / expected : undefined;
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Pairs equal units first, then overlapping ones; each unit once. Both lists are in reading order. */
export function pairUp<T extends Span>(ours: readonly T[], theirs: readonly T[]): [T | undefined, T | undefined][] {
  const pairs: [T | undefined, T | undefined][] = [];
  const left = new Set(theirs);
  const byPlace = new Map<string, T[]>();
  for (const unit of theirs) {
    const key = `${unit.start}-${unit.end}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), unit]);
  }
  const open = ours.filter((unit) => {
    const same = byPlace.get(`${unit.start}-${unit.end}`)?.pop();
    if (same === undefined) return true;
    left.delete(same);
    pairs.push([unit, same]);
    return false;
  });
  const rest = [...left];
  let first = 0;
  for (const unit of open) {
    while (first < rest.length && (rest[first]?.end ?? 0) <= unit.start) first++;
    let at = first;
    while (at < rest.length && !left.has(rest[at] ?? unit)) at++;
    const next = rest[at];
    const other = next !== undefined && next.start < unit.end && unit.start < next.end ? next : undefined;
    if (other !== undefined) left.delete(other);
    pairs.push([unit, other]);
  }
  for (const other of left) pairs.push([undefined, other]);
  return pairs;
}
