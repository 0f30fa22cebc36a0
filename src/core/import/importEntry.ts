import type { Annotation, Corroborations, Placed } from '../annotations/model';
import type { Registry } from '../text/metadata/registry';
import type { Span } from '../text/span';

export interface ImportEntry {
  /** As it would be written. */
  readonly annotation: Annotation;
  readonly placed: Placed;
  /** Whether the sidecar has it: not at all, just so, or under this id with other content; or it alone, and the import no longer. */
  readonly known: 'new' | 'same' | 'different' | 'gone';
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
  /** `suggested`: nothing counts as decided here, whatever was decided where it comes from; else as the import says. */
  readonly as?: 'suggested' | 'accepted';
  /** The article that a person has before him. */
  readonly open?: string;
  /** The places that a person chose for entries that offer several, by the entry's id: where they begin. */
  readonly chosen?: ReadonlyMap<string, number>;
}
