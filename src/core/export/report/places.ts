import { linePosition, lineStarts } from '../../text/lines';

/** Where offsets (UTF-16) of one text are, as editors show it. */
export class Places {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = lineStarts(text);
  }

  /** `line:column`, both from 1. */
  at(offset: number): string {
    const { line, column } = linePosition(this.#starts, offset);
    return `${line}:${column}`;
  }
}
