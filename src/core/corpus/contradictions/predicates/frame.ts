import type { Side } from '../contradiction';
import type { ArticleWords } from '../deeds/articleWords';
import type { Subject } from './subjects';

/** A verb in its clause; who does what to whom and where is read when another article has the verb, too. */
export interface Frame extends Side {
  readonly words: ArticleWords;
  readonly at: number;
  readonly subject: Subject;
  readonly isMeant: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Wished, asked for, planned or possible. */
  readonly open: boolean;
  readonly future: boolean;
  readonly had: boolean;
}
