import type { Strength } from './strength';
import type { Content } from './content';
import type { Phrase } from '../words/index';

/** Somebody reported as saying, writing or thinking something: units of one sentence. */
export interface Attribution {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly subject: Phrase | undefined;
  readonly contents: readonly Content[];
  readonly sieve: string;
  /** Speech rather than thought. */
  readonly speech: boolean;
  /** How often its construction is speech; sure where nothing is said of it. */
  readonly strength?: Strength;
}

/** An attribution by something else than a verb of speech, and how far it has been read. */
export interface FoundSource {
  readonly attribution: Attribution | undefined;
  readonly to: number;
  /** The whole sentence is this source's: what was found in it before is not reported by itself. */
  readonly replaces?: boolean;
}
