import type { Line } from '../worker/index';
import type { IndexCalls } from './indexServer';

/** Sentences of articles in memory, for an encoder to read. */
export interface Sentences {
  /** Some that are not read, those of some articles first; undefined where all are. */
  unread(first: readonly string[]): Promise<readonly string[] | undefined>;
  /** Takes what the encoder says of them; false where that is no vectors. */
  take(sentences: readonly string[], vectors: unknown): Promise<boolean>;
  /** The articles are as if nothing had been read. */
  forget(): Promise<void>;
}

/** Those of the events of a large folder that were looked at last, which its worker holds. */
export class EventSentences implements Sentences {
  readonly #line: () => Promise<Line<IndexCalls>>;

  constructor(line: () => Promise<Line<IndexCalls>>) {
    this.#line = line;
  }

  async unread(): Promise<readonly string[] | undefined> {
    return (await this.#line()).call('unread');
  }

  async take(sentences: readonly string[], vectors: unknown): Promise<boolean> {
    return (await this.#line()).call('takeVectors', sentences, vectors);
  }

  async forget(): Promise<void> {
    await (await this.#line()).call('forgetVectors');
  }
}
