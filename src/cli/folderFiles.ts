import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeBytes, type FileProblem, isArticlePath, isOwnReport } from '../core/index';
import { readBytes, unreadable } from './input';
import { warn } from './output';

/** A file of ours, as read. */
export interface YamlFile<T> {
  /** Relative to the folder, '/' separated. */
  readonly path: string;
  readonly text: string;
  readonly value: T;
}

/** No article is as long; what is told of such a file is its size. */
const mostBytes = 200_000_000;
const ownFile = /^(?:second-source|corroborations)\.yaml$|\.annotations(?:\.[^.]+)?\.yaml$/;

/** Whether a file of this name is read as decisions, links or names. */
export function isOwnFile(name: string): boolean {
  return ownFile.test(name);
}

function isAwaited(path: string): boolean {
  return isArticlePath(path, []) || isOwnFile(basename(path));
}

/** Nothing is said of a link to a folder, which is not followed. */
async function warnOfIrregular(root: string, path: string): Promise<void> {
  const there = await stat(join(root, path)).catch(() => undefined);
  if (there?.isDirectory()) return;
  warn(`${path}: is ${there ? 'no regular file but a pipe or a device' : 'a link that leads nowhere'}, and was passed over`);
}

/** An article that has gone since the folder was listed is told, and undefined. */
export async function articleStats(root: string, path: string): Promise<Stats | undefined> {
  const file = join(root, path);
  return stat(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(file, error);
    warn(`${path}: is gone, and was passed over`);
    return undefined;
  });
}

/**
 * The text of an article of a folder; undefined where the file is none. One that has gone since the folder was listed, or is too large, is
 * told and passed over: it hides nothing in the others.
 */
export async function readArticleText(root: string, path: string): Promise<string | undefined> {
  const file = join(root, path);
  const stats = await articleStats(root, path);
  if (stats === undefined) return undefined;
  if (stats.size > mostBytes) {
    warn(`${path}: is larger than ${mostBytes / 1e6} MB, and was passed over`);
    return undefined;
  }
  const { text, encoding, problem } = decodeBytes(await readBytes(file));
  if (problem !== undefined) warn(`${path}: ${problem}`);
  else if (text.trim() === '') warn(`${path}: has no text`);
  return encoding === 'binary' || isOwnReport(text) ? undefined : text;
}

/** A file of ours, where it is there. What is not UTF-8, as a file of zero bytes after a power cut, counts as broken: nobody writes into it. */
export async function readYaml<T extends { readonly problems: readonly FileProblem[]; readonly locked: boolean }>(
  root: string,
  spelled: (path: string) => string | undefined,
  named: string,
  read: (text: string) => T,
): Promise<YamlFile<T> | undefined> {
  const path = spelled(named);
  if (path === undefined) return undefined;
  const { text, encoding, problem } = decodeBytes(await readBytes(join(root, path)));
  const value = read(text);
  if (encoding === 'utf-8' && problem === undefined) return { path, text, value };
  const message = 'This file is not UTF-8 text and is left as it is: save it as UTF-8, or take it from a copy.';
  const broken: FileProblem = { start: 0, end: 0, code: 'not-utf8', severity: 'error', message };
  return { path, text, value: { ...value, problems: [broken, ...value.problems], locked: true } };
}

/**
 * Files below a folder but those in dot folders and node_modules. Links to folders are not followed: they may lead back here. A name that
 * is not UTF-8 opens nothing under Node; it is told and passed over.
 */
export async function filesBelow(root: string): Promise<readonly string[]> {
  if (root === '') throw unreadable(root, undefined);
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      throw unreadable(join(root, folder), error);
    });
    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.name.includes('\uFFFD') && !(await stat(join(root, path)).catch(() => undefined))) {
        warn(`${path}: has a name that is not UTF-8, and was passed over; rename it`);
        continue;
      }
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(join(root, path)).catch(() => undefined))?.isFile());
      if (isFile) found.push(path);
      else if (!entry.isDirectory() && isAwaited(path)) await warnOfIrregular(root, path);
      else if (entry.isDirectory() && isOwnFile(entry.name)) warn(`${path}: is a folder where a file was expected, and was passed over`);
      else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(`${path}/`);
    }
  }
  return found.sort();
}
