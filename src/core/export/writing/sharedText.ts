import type { Report, SharedFile } from '../report/report';

/** Writes a file of the entries of many articles, one report after the other. */
export class SharedText {
  readonly #file: SharedFile;
  #begun = false;

  constructor(file: SharedFile) {
    this.#file = file;
  }

  *of(report: Report, number: number): Iterable<string> {
    const { head, separator, entries } = this.#file;
    for (const entry of entries(report, number)) {
      const before = this.#begun ? separator : head;
      if (before !== '') yield before;
      this.#begun = true;
      yield entry;
    }
  }

  /** What is missing from a whole file. */
  end(): string {
    return this.#begun ? this.#file.tail : this.#file.empty;
  }
}

/** The file of one report. */
export function* wholeText(file: SharedFile, report: Report): Iterable<string> {
  const text = new SharedText(file);
  yield* text.of(report, 0);
  const end = text.end();
  if (end !== '') yield end;
}

/** A list in JSON, an entry each. */
export const jsonList = { head: '[\n', separator: ',\n', tail: '\n]\n', empty: '[]\n' } as const;
