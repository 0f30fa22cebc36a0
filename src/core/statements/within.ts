import type { Annotation, AnnotationType } from '../annotations/model';
import { contains, type Span } from '../text/span';

/** What an article shows or a report tells of one place. */
interface Placed {
  readonly id: string;
  readonly type: AnnotationType;
  readonly span: Span;
  readonly annotation?: Annotation;
}

/**
 * Says of words inside the words of another which entry these are, as `in`: the one that the annotation names, else the one that
 * stands where `withinOf` says that the suggestion's are. Where none does, nothing is said.
 */
export function withOuter<T extends Placed>(entries: readonly T[], withinOf: (entry: T) => Span | undefined): readonly T[] {
  return entries.map((entry) => {
    const named = entry.annotation?.in;
    const within = withinOf(entry);
    if (named === undefined && within === undefined) return entry;
    const outer =
      entries.find(({ id }) => id === named) ??
      (within && entries.find((other) => other !== entry && other.type === 'quotation' && contains(other.span, within)));
    return outer === undefined ? entry : { ...entry, in: outer.id };
  });
}
