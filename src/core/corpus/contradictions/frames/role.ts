import type { Side } from '../contradiction';
import type { Subject } from '../predicates/subjects';

/** What stands behind a preposition in a clause. */
export interface Slot extends Side {
  readonly preposition: string;
  /** Words with content. */
  readonly lemmas: readonly number[];
  /** Whether all of them are names. */
  readonly isName: boolean;
  readonly subject: Subject | undefined;
}

/** Who does it, to whom or what, and where, with whom or as what. */
export interface Roles {
  readonly agent: Subject | undefined;
  readonly theme: Subject | undefined;
  readonly slots: readonly Slot[];
  /** Words with content of the whole clause but the verb, in order, with the tokens at which they stand. */
  readonly lemmas: readonly number[];
  readonly tokens: readonly number[];
  readonly numbers: readonly number[];
}
