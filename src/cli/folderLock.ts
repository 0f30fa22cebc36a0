import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning, startOf } from '../disk/processes';
import { Unusable } from './failure';
import { unreadable, unwritable } from './input';

export const lockName = 'index.lock';

interface Owner {
  readonly process: number;
  readonly host: string;
  readonly since: string;
  readonly start?: string | undefined;
}

/** How often a run says that it is at work, and after how long a silence it is not; milliseconds. */
const beat = 5000;
const longestSilence = 60_000;

/**
 * Keeps two runs from writing to one folder. A run that was killed leaves its lock, which the next one on the same machine takes over,
 * also where another process has got its number: the file's time says when it was last held.
 */
export class FolderLock {
  readonly #folder: string;
  readonly #path: string;
  readonly #mark: string;
  #beat: NodeJS.Timeout | undefined;

  private constructor(folder: string, mark: string) {
    this.#folder = folder;
    this.#path = join(folder, lockName);
    this.#mark = mark;
  }

  /** Unusable where another run is at work on the folder, which must be there. */
  static async take(folder: string): Promise<FolderLock> {
    const mine: Owner = { process: process.pid, host: hostname(), since: new Date().toISOString(), start: startOf(process.pid) };
    const lock = new FolderLock(folder, JSON.stringify(mine));
    while (!(await lock.#create())) {
      const found = await lock.#read();
      if (found === undefined) continue;
      const owner = ownerOf(found);
      if (owner?.host !== hostname() || (isRunning(owner.process, owner.start) && !(await lock.#isSilent()))) {
        const who = owner ? ` (process ${owner.process} on ${owner.host}, since ${owner.since})` : '';
        throw new Unusable(`${folder}: another second-source index is at work on it${who}; if it is not, delete ${lock.#path}`);
      }
      await rm(lock.#path, { force: true });
    }
    lock.#beat = setInterval(() => void lock.#touch(), beat).unref();
    return lock;
  }

  /** Unusable where somebody has taken the lock away. */
  async check(): Promise<void> {
    if ((await this.#read()) !== this.#mark) throw new Unusable(`${this.#folder}: another run is at work on it now; this one has stopped`);
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    if ((await this.#read()) === this.#mark) await rm(this.#path, { force: true });
  }

  async #create(): Promise<boolean> {
    try {
      await writeFile(this.#path, this.#mark, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw unwritable(this.#folder, error);
    }
  }

  async #touch(): Promise<void> {
    const now = new Date();
    // Where somebody has taken it away, the next check says so.
    await utimes(this.#path, now, now).catch(() => undefined);
  }

  async #isSilent(): Promise<boolean> {
    const touched = await stat(this.#path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    return Date.now() - touched > longestSilence;
  }

  /** Undefined where it is gone. */
  #read(): Promise<string | undefined> {
    return readFile(this.#path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw unreadable(this.#path, error);
    });
  }
}

function ownerOf(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Partial<Owner>;
    return typeof owner.process === 'number' && typeof owner.host === 'string' ? (owner as Owner) : undefined;
  } catch {
    return undefined;
  }
}
