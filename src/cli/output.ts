import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Article, type Fault, shownJson, shownLine, shownText } from '../core/index';
import { targetOf } from '../disk/wholeFile';
import { unwritable } from './input';

/** Writes to standard output and waits while the reader is slower, so that nothing piles up in memory. */
async function put(text: string | Uint8Array): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** A part of a file's content: exactly that for a program or a file, and shown but not obeyed where a terminal reads it. */
export function print(content: string | Uint8Array): Promise<void> {
  return put(process.stdout.isTTY && typeof content === 'string' ? shownText(content) : content);
}

/** A line of text, or a value as JSON. */
export function printLine(value: unknown): Promise<void> {
  return put(`${typeof value === 'string' ? shownLine(value) : shownJson(value)}\n`);
}

/** Says something about the input that does not stop the work. */
export function warn(message: string): void {
  process.stderr.write(`second-source: ${shownLine(message)}\n`);
}

let hasLeftOut = false;

/** Says of what should have been read why it is missing from the answer; the rest of the work goes on, and the program ends with 1. */
export function warnOfLeftOut(path: string, reason: string): void {
  warn(`${path}: ${reason}`);
  hasLeftOut = true;
}

export function hadLeftOut(): boolean {
  return hasLeftOut;
}

const faulty = new Set<string>();

/** Says once, of what and where, that the program has failed over an article; the rest of the work goes on, and the program ends with 2. */
export function warnOfFault(path: string, { what, message }: Fault): void {
  const line = `${path === '' ? 'the folder' : path}: ${what} could not be found, by a fault of the program; please report it: ${message}`;
  if (!faulty.has(line)) warn(line);
  faulty.add(line);
}

/** Says of articles in a language that is not read what is found in them. */
export function warnOfLanguage(path: string, { language }: Pick<Article, 'language'>): void {
  if (language === 'other') warn(`${path}: ${unreadLanguage}`);
}
const unreadLanguage =
  'in a language that is not read: only quotation marks and dates in figures are found (language: in the front matter sets another)';

export function hadFault(): boolean {
  return faulty.size > 0;
}

/** Makes a folder with those above it. Node's own way of doing so never comes back where a file system takes no folders (/proc). */
export async function makeFolder(path: string): Promise<void> {
  const reason = await mkdir(path).then(
    () => undefined,
    (error: unknown) => error as NodeJS.ErrnoException,
  );
  if (reason?.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path));
    await mkdir(path);
  } else if (reason && !(await stat(path).catch(() => undefined))?.isDirectory()) throw reason;
}

/**
 * Writes a file whole or not at all, with the folders it needs. A link is followed where a person has named it; in a `folder` that was
 * named, as far as that. What is no file, as /dev/null, is written into. Unusable where it cannot be written.
 */
export async function writeFileWhole(path: string, content: string | Iterable<string | Uint8Array>, folder?: string): Promise<void> {
  await writeWhole(path, typeof content === 'string' ? [content] : content, folder).catch((error: unknown) => {
    throw unwritable(path, error);
  });
}

async function writeWhole(path: string, chunks: Iterable<string | Uint8Array>, folder: string | undefined): Promise<void> {
  if (folder !== undefined) await targetOf(path, folder);
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile()) {
    await pipeline(Readable.from(chunks), createWriteStream(path));
    return;
  }
  const target = there ? await realpath(path) : path;
  const temporary = `${target}.${process.pid}.tmp`;
  if (!there) await makeFolder(dirname(path));
  try {
    await pipeline(Readable.from(chunks), createWriteStream(temporary, { flush: true }));
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
