import type { Content } from './contents';
import type { Phrase } from '../words/phrases';

/** Somebody reported as saying, writing or thinking something: units of one sentence. */
export interface Attribution {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly subject: Phrase | undefined;
  readonly contents: readonly Content[];
  readonly sieve: string;
  /** Speech rather than thought. */
  readonly speech: boolean;
}
