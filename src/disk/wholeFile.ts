import { createHash } from 'node:crypto';
import { link, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isRunning, startOf } from './processes';

/** A file that may not or cannot be written now; the message is one line for the person who asked. */
export class WriteRefused extends Error {}

/** What becomes of a file's bytes; `undefined` stands for no such file, before and after. */
export type FileTurn = (before: Uint8Array | undefined) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/**
 * Changes a file so that at any moment the old one or the new one is there, and so that nobody else's change between our reading
 * and our writing is lost: windows and programs that write by this function take turns. Links are followed as far as `folder`, modes
 * kept. Throws WriteRefused where the file must not be written.
 */
export async function changeFile(path: string, turn: FileTurn, folder = dirname(path)): Promise<void> {
  await refuseUnwritable(path);
  const target = await targetOf(path, folder);
  const lock = await Lock.take(target);
  try {
    await lock.clear();
    const before = await bytesOf(target);
    const after = await turn(before);
    if (after === undefined) {
      if (before !== undefined) await unlink(target);
    } else if (before === undefined || !isEqual(before, after)) await lock.write(after);
  } catch (error) {
    throw refusal(target, error);
  } finally {
    await lock.release();
  }
}

/** Puts `after` in the place of `before`; false, and nothing written, where the file is no longer `before`. */
export async function replaceFile(
  path: string,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
  folder?: string,
): Promise<boolean> {
  let isSame = false;
  const turn: FileTurn = (now) => {
    isSame = now === undefined || before === undefined ? now === before : isEqual(now, before);
    return isSame ? after : now;
  };
  await changeFile(path, turn, folder);
  return isSame;
}

/** Where a file is with all links followed; a folder that others have made may hold some that lead to files which are none of its. */
export async function targetOf(path: string, folder: string): Promise<string> {
  const [target, beside, root] = await Promise.all([realpath(path).catch(() => undefined), realOf(dirname(path)), realOf(folder)]);
  const found = target ?? join(beside, basename(path));
  if (isOutside(root, found)) throw new WriteRefused(`${basename(path)} is a link that leads out of the folder. Nothing was written.`);
  return found;
}

/** Whether a path, with all links followed, is not below a folder, nor the folder itself. */
export function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Of a folder that is not there yet, where it would be. */
async function realOf(folder: string): Promise<string> {
  const above = dirname(resolve(folder));
  return realpath(folder).catch(async () => (above === resolve(folder) ? above : join(await realOf(above), basename(folder))));
}

/** Somebody who holds a lock for longer is asleep or gone; milliseconds. */
const longestHold = 10_000;
/** A lock without a name in it is one whose maker died at that very moment. */
const shortestHold = 1000;
const pause = 15;
/** Names of 255 bytes are as long as most disks take, and those that stand beside a file while it is written are longer than its own. */
const longestStem = 150;

/** A file beside the target that only one program can make; it names its maker, so that the lock of one that died is not waited for. */
class Lock {
  readonly #target: string;
  readonly #stem: string;
  readonly #path: string;
  readonly #holder: string;
  readonly #temporary: string;

  private constructor(target: string) {
    this.#stem = stemOf(basename(target));
    const beside = join(dirname(target), this.#stem);
    this.#target = target;
    this.#path = `${beside}lock`;
    this.#holder = `${process.pid} ${crypto.randomUUID()} ${hostname()} ${startOf(process.pid) ?? ''}`;
    this.#temporary = `${beside}${process.pid}.new`;
  }

  static async take(target: string): Promise<Lock> {
    const lock = new Lock(target);
    const began = Date.now();
    while (!(await lock.#make())) {
      if (Date.now() - began > 2 * longestHold) throw new WriteRefused(`${basename(target)} is being written by another program.`);
      if (!(await lock.#takeOver())) await new Promise((next) => setTimeout(next, pause));
    }
    return lock;
  }

  async #make(): Promise<boolean> {
    try {
      const file = await open(this.#path, 'wx');
      try {
        await file.writeFile(this.#holder);
      } finally {
        await file.close();
      }
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw refusal(this.#target, error);
    }
  }

  /** Takes away what programs that died over this file have left beside it. */
  async clear(): Promise<void> {
    const folder = dirname(this.#target);
    for (const name of await readdir(folder)) {
      if (!name.startsWith(this.#stem)) continue;
      const rest = name.slice(this.#stem.length);
      const path = join(folder, name);
      const pid = /^(\d+)\.new$/.exec(rest)?.[1];
      const age = await ageOf(path).catch(() => 0);
      const isLeft = pid === undefined ? rest.startsWith('lock.') && age > shortestHold : !isRunning(Number(pid)) || age > longestHold;
      if (isLeft) await unlink(path).catch(() => undefined);
    }
  }

  /** Takes the lock of a dead holder away. */
  async #takeOver(): Promise<boolean> {
    const [text, age] = await Promise.all([readFile(this.#path, 'utf8'), ageOf(this.#path)]).catch(() => ['', 0] as const);
    const [pid = '', , host, start] = text.split(' ');
    const isDead = host === hostname() && !isRunning(Number(pid), start);
    if (!isDead && age <= (text === '' ? shortestHold : longestHold)) return false;
    const aside = `${this.#path}.${crypto.randomUUID()}`;
    try {
      await rename(this.#path, aside);
      // Somebody else was quicker, and this is already the next one's lock.
      if ((await readFile(aside, 'utf8')) !== text) await link(aside, this.#path);
      await unlink(aside);
    } catch {
      // The file that was to go is gone already.
    }
    return true;
  }

  /** A temporary sibling, fsync, rename. */
  async write(bytes: Uint8Array): Promise<void> {
    const mode = await stat(this.#target).then(
      (found) => found.mode & 0o777,
      () => undefined,
    );
    try {
      const file = await open(this.#temporary, 'w', mode);
      try {
        await file.writeFile(bytes);
        if (mode !== undefined) await file.chmod(mode).catch(() => undefined); // the umask counts for new files only
        await file.sync();
      } finally {
        await file.close();
      }
      if (!(await this.#isOurs())) throw new WriteRefused(`${basename(this.#target)} took too long to be written.`);
      await rename(this.#temporary, this.#target);
    } catch (error) {
      await unlink(this.#temporary).catch(() => undefined);
      throw error;
    }
  }

  async #isOurs(): Promise<boolean> {
    return (await readFile(this.#path, 'utf8').catch(() => '')) === this.#holder;
  }

  async release(): Promise<void> {
    if (await this.#isOurs()) await unlink(this.#path).catch(() => undefined);
  }
}

/** What the names of all that stands beside a file begin with. */
function stemOf(name: string): string {
  if (Buffer.byteLength(name) <= longestStem) return `.${name}.`;
  return `.${createHash('sha256').update(name).digest('hex').slice(0, 32)}.`;
}

async function ageOf(path: string): Promise<number> {
  return Date.now() - (await stat(path)).mtimeMs;
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A rename would replace such a file without asking; a pipe or a device would be waited for, or replaced by a file. */
async function refuseUnwritable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw new WriteRefused(`${basename(path)} is no regular file. Nothing was written.`);
  if (found !== undefined && (found.mode & 0o222) === 0) throw new WriteRefused(`${basename(path)} is read-only. Nothing was written.`);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'its folder may not be written to'],
  ['EPERM', 'its folder may not be written to'],
  ['EROFS', 'its folder is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENOENT', 'its folder is gone'],
  ['ENAMETOOLONG', 'its name is too long for this disk'],
  ['ELOOP', 'its links lead round'],
]);

function refusal(path: string, error: unknown): unknown {
  const reason = reasons.get(codeOf(error) ?? '');
  return reason === undefined ? error : new WriteRefused(`${basename(path)} could not be written: ${reason}. Nothing was changed.`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
