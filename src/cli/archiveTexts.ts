import { readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import type { SetFacts } from '../core/index';

/** What an article of a JSONL archive says about itself. */
export interface ArchivedText {
  readonly text: string;
  readonly set: SetFacts;
}

/** The texts of a JSONL file, which cannot be read at random where it is compressed: one behind the other, each found by its article's stamp. */
export class ArchiveTexts {
  readonly #file: FileHandle;
  #size: number;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  /** `r` to read, `a+` to go on writing, `w+` to begin anew. */
  static async open(path: string, flags: 'r' | 'a+' | 'w+'): Promise<ArchiveTexts> {
    const file = await open(path, flags);
    return new ArchiveTexts(file, (await file.stat()).size);
  }

  /** Bytes, those of texts that no article has any more included. */
  get size(): number {
    return this.#size;
  }

  /** Returns the stamp to index the article with; `hash` tells its content and has no colon. */
  keep(hash: string, archived: ArchivedText): Promise<string> {
    return this.#append(hash, deflateSync(JSON.stringify(archived), { level: 4 }));
  }

  /** Takes a text over as it is; returns its stamp here. */
  async take(from: ArchiveTexts, stamp: string): Promise<string> {
    return this.#append(hashOf(stamp), from.#bytes(stamp));
  }

  /** Undefined where the text is damaged. */
  read(stamp: string): ArchivedText | undefined {
    try {
      // zlib's checksum tells of damage
      return JSON.parse(inflateSync(this.#bytes(stamp)).toString()) as ArchivedText;
    } catch {
      return undefined;
    }
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #append(hash: string, bytes: Uint8Array): Promise<string> {
    await this.#file.write(bytes, 0, bytes.length);
    const stamp = `${hash}:${this.#size.toString(36)}:${bytes.length.toString(36)}`;
    this.#size += bytes.length;
    return stamp;
  }

  /** At once: waiting for thirty small reads takes a question longer than they do. */
  #bytes(stamp: string): Uint8Array {
    const [, offset = ''] = stamp.split(':');
    const bytes = new Uint8Array(lengthOf(stamp));
    readSync(this.#file.fd, bytes, 0, bytes.length, Number.parseInt(offset, 36));
    return bytes;
  }
}

export function hashOf(stamp: string): string {
  return stamp.split(':', 1)[0] ?? '';
}

/** Bytes that the text of a stamp takes. */
export function lengthOf(stamp: string): number {
  return Number.parseInt(stamp.split(':')[2] ?? '', 36) || 0;
}
