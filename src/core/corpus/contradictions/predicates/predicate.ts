import type { Side } from '../contradiction';
import type { Subject } from './subjects';

/** What a clause says of somebody or something: one side of a row, or a verb that may be denied. */
export interface Predicate extends Side {
  /** -1 for a verb that is in none. */
  readonly row: number;
  readonly side: 0 | 1;
  /** The verb of one that is in no row. */
  readonly lemma: number;
  readonly negated: boolean;
  readonly subject: Subject;
  /** Whether the subject is named in another sentence. */
  readonly isMeant: boolean;
  /** Words with content behind it in its clause, those of them before the next preposition, and figures. */
  readonly rest: readonly number[];
  readonly object: readonly number[];
  readonly numbers: readonly number[];
  /** Where the words stand that say it. */
  readonly at: number;
  readonly end: number;
  readonly future: boolean;
  readonly had: boolean;
  /** "Urged the workers to". */
  readonly urged: boolean;
}

/** What tells whom it is said of, for finding the other sides of it. */
export function keyWordsOf({ row, lemma, subject }: Predicate): readonly string[] {
  const of = row < 0 ? `v${lemma}` : `r${row}`;
  return subject.names.length > 0 ? [`${of} ${subject.names.at(-1) ?? ''}`] : subject.heads.map((head) => `${of} ${head}`);
}
