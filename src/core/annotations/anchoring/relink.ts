import { CodePoints } from '../../text/encoding/codePoints';
import type { Span } from '../../text/span';
import { describeSpan, quoteSpan, type Selectors } from './anchor';
import type { Annotation, Placed, Sidecar } from '../model';
import type { SidecarChange } from '../sidecarEdit';

/** The text that positions are to be counted in from now on. */
export interface RelinkTarget {
  /** Path of the article, relative to the folder. */
  readonly path: string;
  readonly raw: string;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `raw`. */
  readonly sha256: string;
  /** Now, ISO 8601. */
  readonly at: string;
}

export interface Relinked {
  readonly changes: readonly SidecarChange[];
  /** How many annotations get another position or other surroundings. */
  readonly renewed: number;
  /** Those that wait for a person: their words have changed or are gone. They stay as they are. */
  readonly waiting: readonly Placed[];
}

/**
 * The changes that count a sidecar's positions in today's text, for every annotation that stands there. The hash vouches for all
 * positions of the file, so that it is renewed only where none waits for a person; otherwise content goes on deciding.
 */
export function relinkChanges(target: RelinkTarget, sidecar: Sidecar, placed: readonly Placed[]): Relinked {
  return renewed(target, sidecar, placed, (_, span) => describeSpan(target.raw, span));
}

/**
 * The same at the cost of copying: what is known of look-alikes stays as it is, as finding them takes a search of the text for
 * each annotation (a millisecond). For what goes along with another decision.
 */
export function shiftChanges(target: RelinkTarget, sidecar: Sidecar, placed: readonly Placed[]): Relinked {
  const points = new CodePoints(target.raw);
  return renewed(target, sidecar, placed, ({ copy, found }, span) => {
    const known = found ? found.copy : copy;
    return { ...quoteSpan(target.raw, span, points), ...(known && { copy: known }) };
  });
}

function renewed(
  { path, sha256, at }: RelinkTarget,
  { document }: Sidecar,
  placed: readonly Placed[],
  describe: (annotation: Annotation, span: Span) => Selectors,
): Relinked {
  const waiting = placed.filter(({ how }) => how === 'changed' || how === 'orphan');
  const updates = placed.flatMap((place) => {
    if (place.how === 'orphan' || place.how === 'changed') return [];
    return update(place.annotation, describe(place.annotation, place.span), at) ?? [];
  });
  const set = {
    ...(document?.path !== path && { path }),
    ...(waiting.length === 0 && document?.sha256 !== sha256 && { sha256 }),
  };
  const facts: SidecarChange[] = Object.keys(set).length > 0 ? [{ kind: 'document', set }] : [];
  return { changes: [...facts, ...updates], renewed: updates.length, waiting };
}

/** `exact` is never rewritten: where other signs stand for the same words today, these go beside it. */
function update({ id, found, mention, ...annotation }: Annotation, now: Selectors, at: string): SidecarChange | undefined {
  if (now.exact !== annotation.exact) {
    const renewed = { ...now, at: found?.exact === now.exact ? found.at : at };
    return found !== undefined && isSame(found, now) ? undefined : { kind: 'update', id, set: { found: renewed } };
  }
  if (found === undefined && isSame(annotation, now)) return undefined;
  const { start, end, prefix, suffix, copy } = now;
  const shift = start - annotation.start;
  return {
    kind: 'update',
    id,
    set: {
      start,
      end,
      prefix,
      suffix,
      ...(copy && { copy }),
      ...(mention && shift !== 0 && { mention: { start: mention.start + shift, end: mention.end + shift } }),
    },
    unset: [...(copy ? [] : (['copy'] as const)), ...(found ? (['found'] as const) : [])],
  };
}

function isSame(one: Partial<Selectors>, other: Selectors): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.prefix === other.prefix &&
    one.suffix === other.suffix &&
    one.copy?.number === other.copy?.number &&
    one.copy?.of === other.copy?.of &&
    one.copy?.same === other.copy?.same &&
    one.copy?.rank === other.copy?.rank &&
    one.copy?.close === other.copy?.close
  );
}
