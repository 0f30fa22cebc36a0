import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { targetOf } from '../../disk/wholeFile';
import { makeFolder } from '../output';

/** A file that is written piece by piece and takes its name when it is whole. What is no file, as /dev/null, is written into. */
export class GrowingFile {
  readonly #stream: WriteStream;
  readonly #target: string;
  readonly #temporary: string | undefined;
  /** Tells of what goes wrong, also between two pieces. */
  readonly #finished: Promise<void>;

  private constructor(target: string, temporary: string | undefined) {
    this.#target = target;
    this.#temporary = temporary;
    this.#stream = createWriteStream(temporary ?? target, { flush: temporary !== undefined });
    this.#finished = finished(this.#stream);
    this.#finished.catch(() => undefined);
  }

  /** A link is followed where a person has named it; in a `folder` that was named, as far as that. */
  static async begin(path: string, folder: string | undefined): Promise<GrowingFile> {
    if (folder !== undefined) await targetOf(path, folder);
    const there = await stat(path).catch(() => undefined);
    if (there && !there.isFile()) return new GrowingFile(path, undefined);
    const target = there ? await realpath(path) : path;
    if (!there) await makeFolder(dirname(path));
    return new GrowingFile(target, `${target}.${process.pid}.tmp`);
  }

  /** Waits while the disk is slower. */
  async write(text: string): Promise<void> {
    if (this.#stream.errored) throw this.#stream.errored;
    if (this.#stream.write(text)) return;
    await Promise.race([new Promise<void>((resolve) => this.#stream.once('drain', resolve)), this.#finished]);
  }

  async end(): Promise<void> {
    this.#stream.end();
    await this.#finished;
    if (this.#temporary !== undefined) await rename(this.#temporary, this.#target);
  }

  /** Leaves what was there before, also after `end`. */
  async discard(): Promise<void> {
    this.#stream.destroy();
    await this.#finished.catch(() => undefined);
    if (this.#temporary !== undefined) await rm(this.#temporary, { force: true });
  }
}
