import { createReadStream, type Stats } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Unusable } from './failure';

/** Bytes of a file, or of standard input for `-`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (path !== '-') return await bytesOf(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Bytes of a file; throws what Node says, and Unusable where it is no regular one. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  refuseIrregular(path, await stat(path));
  return readFile(path);
}

/** Bytes of a line: more than any article has, and less than a text may be long. */
const longestLine = 200_000_000;

/** Stops where a line does not end: readline would go on until no text can hold it. */
class LineBound extends Transform {
  #length = 0;

  override _transform(chunk: Buffer, _: string, done: TransformCallback): void {
    const last = chunk.lastIndexOf(10);
    this.#length = last < 0 ? this.#length + chunk.length : chunk.length - last - 1;
    if (this.#length > longestLine) done(new Error(`has a line of more than ${longestLine / 1e6} MB`));
    else done(undefined, chunk);
  }
}

/** The lines of a text file, `.gz` or not, or of standard input for `-`, one at a time. */
async function* readLines(path: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  // A file that is not there must be told before readline sees the stream's error.
  if (path !== '-') {
    const found = await access(path, constants.R_OK)
      .then(() => stat(path))
      .catch((error: unknown) => {
        throw unreadable(path, error);
      });
    refuseIrregular(path, found);
  }
  const bytes: NodeJS.ReadableStream = path === '-' ? process.stdin : createReadStream(path);
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // Not every version of readline passes the errors of its input on.
  let failure: unknown;
  const bounded = input.pipe(new LineBound());
  const lines = createInterface({ input: bounded, crlfDelay: Infinity });
  for (const stream of new Set<NodeJS.EventEmitter>([bytes, input, bounded])) {
    stream.on('error', (error: unknown) => {
      failure = error;
      lines.close();
    });
  }
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') yield { line: text, number };
    }
  } catch (error) {
    failure ??= error;
  }
  if (failure !== undefined) throw unreadable(path, failure);
}

/** The JSON objects of a JSONL file, with the place to name in messages. */
export async function* readJsonLines(
  path: string,
): AsyncGenerator<{ readonly value: Readonly<Record<string, unknown>>; readonly place: string }> {
  for await (const { line, number } of readLines(path)) {
    const place = `${path}:${number}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Unusable(`${place}: not JSON`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unusable(`${place}: not a JSON object`);
    yield { value: value as Readonly<Record<string, unknown>>, place };
  }
}

/** A pipe that nobody writes into would be waited for, and a device has no end. */
function refuseIrregular(path: string, found: Stats): void {
  if (found.isDirectory()) throw unreadable(path, { code: 'EISDIR' });
  if (!found.isFile()) throw new Unusable(`${path}: is no regular file but a pipe or a device; - reads standard input`);
}

const unread: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EISDIR', 'is a folder; name its files'],
  ['ENOTDIR', 'is not a folder'],
  ['EEXIST', 'is not a folder'],
  ['Z_DATA_ERROR', 'is no gzip file, or a damaged one'],
  ['Z_BUF_ERROR', 'is a gzip file that is cut off'],
  ['EACCES', 'may not be read (permissions)'],
  ['EPERM', 'may not be read (permissions)'],
  ['EIO', 'cannot be read (the disk or the connection to it fails)'],
  ['ELOOP', 'is a link that leads round'],
]);

export function unreadable(path: string, error: unknown): Unusable {
  if (error instanceof Unusable) return error;
  if (path === '') return new Unusable('the name of a file or folder is empty');
  const { code, message } = error as NodeJS.ErrnoException;
  return new Unusable(`${path}: ${unread.get(code ?? '') ?? message}`);
}

/** What to do about what lies in a folder and cannot be read. */
const mending: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'let yourself read it, or take it out of the folder'],
  ['EPERM', 'let yourself read it, or take it out of the folder'],
  ['EIO', 'try again, or put a copy in its place'],
  ['ELOOP', 'mend or delete the link'],
]);

/** Why something in a folder was passed over, and what to do, in half a sentence. */
export function passedOver(error: unknown): string {
  if (error instanceof Unusable) return 'is no regular file, and was passed over; take it out of the folder';
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'is gone, and was passed over';
  return `${unread.get(code) ?? message}, and was passed over; ${mending.get(code) ?? 'mend it, or take it out of the folder'}`;
}

/** Why a file or folder cannot be written, without the name of the file it would have been until it is whole. */
export function unwritable(path: string, error: unknown): Unusable {
  if (error instanceof Unusable) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: ReadonlyMap<string, string> = new Map([
    ['EISDIR', 'it is a folder; name a file'],
    ['ENOTDIR', 'what should be its folder is a file'],
    ['EEXIST', 'what should be its folder is a file'],
    ['ENOENT', 'its folder cannot be made'],
    ['EACCES', 'its folder may not be written to'],
    ['EPERM', 'its folder may not be written to'],
    ['EROFS', 'its folder is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['ENAMETOOLONG', 'its name is too long for this disk'],
    ['ELOOP', 'its links lead round'],
  ]);
  return new Unusable(`${path}: cannot be written (${reasons.get(code ?? '') ?? message})`);
}
