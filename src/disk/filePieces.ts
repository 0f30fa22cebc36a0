import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

type Failure = (path: string, error: unknown) => Error;

/** A file that is read piece by piece, at once: a question to an index needs a few of its bytes, in the middle of other work. */
export class FilePieces {
  readonly length: number;
  readonly #path: string;
  readonly #file: number;
  readonly #failure: Failure;

  private constructor(path: string, file: number, failure: Failure) {
    this.#path = path;
    this.#file = file;
    this.#failure = failure;
    this.length = fstatSync(file).size;
  }

  /** Undefined where there is no such file, or nobody may read it. `failure`: what is thrown where it cannot be read later on. */
  static open(path: string, failure: Failure): FilePieces | undefined {
    try {
      return new FilePieces(path, openSync(path, 'r'), failure);
    } catch {
      return undefined;
    }
  }

  read(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, to - from));
    for (let at = 0; at < bytes.length;) {
      const read = this.#readInto(bytes, at, from + at);
      // What is checked when it is opened ends too early only where somebody has cut it since.
      if (read === 0) throw this.#failure(this.#path, new Error('has been cut while it was read'));
      at += read;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
  }

  #readInto(bytes: Uint8Array, at: number, position: number): number {
    try {
      return readSync(this.#file, bytes, at, bytes.length - at, position);
    } catch (error) {
      throw this.#failure(this.#path, error);
    }
  }
}
