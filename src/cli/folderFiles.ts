import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeBytes, type FileProblem, isArticlePath, isOwnReport } from '../core/index';
import { isOutside } from '../disk/wholeFile';
import { bytesOf, passedOver, unreadable } from './input';
import { warn, warnOfLeftOut } from './output';

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
  const there = await stat(join(root, path)).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (!(there instanceof Error)) {
    if (!there.isDirectory())
      warnOfLeftOut(path, 'is no regular file but a pipe or a device, and was passed over; take it out of the folder');
  } else if (there.code === 'ENOENT') warnOfLeftOut(path, 'is a link that leads nowhere, and was passed over; mend or delete the link');
  else warnOfLeftOut(path, passedOver(there));
}

/** Where a file of a folder is in truth, if it is a link that leads out of the folder. */
export async function linkedOut(root: string, path: string): Promise<string | undefined> {
  const file = join(root, path);
  if (!(await lstat(file).catch(() => undefined))?.isSymbolicLink()) return undefined;
  const [target, folder] = await Promise.all([file, root].map((one) => realpath(one).catch(() => undefined)));
  return target !== undefined && folder !== undefined && isOutside(folder, target) ? target : undefined;
}

/** An article that has gone since the folder was listed, or whose folder may not be entered, is told, and undefined. */
export async function articleStats(root: string, path: string): Promise<Stats | undefined> {
  return stat(join(root, path)).catch((error: unknown) => {
    warnOfLeftOut(path, passedOver(error));
    return undefined;
  });
}

/**
 * The text of an article of a folder; undefined where the file is none. One that has gone since the folder was listed, is too large, or
 * cannot be read is told and passed over: it hides nothing in the others.
 */
export async function readArticleText(root: string, path: string): Promise<string | undefined> {
  const stats = await articleStats(root, path);
  if (stats === undefined) return undefined;
  if (stats.size > mostBytes) {
    warnOfLeftOut(path, `is larger than ${mostBytes / 1e6} MB, and was passed over; split it, or take it out of the folder`);
    return undefined;
  }
  const bytes = await bytesOf(join(root, path)).catch((error: unknown) => {
    warnOfLeftOut(path, passedOver(error));
    return undefined;
  });
  if (bytes === undefined) return undefined;
  const { text, encoding, problem } = decodeBytes(bytes);
  if (problem !== undefined) warn(`${path}: ${problem}`);
  else if (text.trim() === '') warn(`${path}: has no text`);
  return encoding === 'binary' || isOwnReport(text) ? undefined : text;
}

/**
 * A file of ours, where it is there. What cannot be read, or is not UTF-8, as a file of zero bytes after a power cut, counts as broken:
 * nobody writes into it.
 */
export async function readYaml<T extends { readonly problems: readonly FileProblem[]; readonly locked: boolean }>(
  root: string,
  spelled: (path: string) => string | undefined,
  named: string,
  read: (text: string) => T,
): Promise<YamlFile<T> | undefined> {
  const path = spelled(named);
  if (path === undefined) return undefined;
  const broken = (text: string, code: string, message: string) => {
    const value = read(text);
    const problem: FileProblem = { start: 0, end: 0, code, severity: 'error', message };
    return { path, text, value: { ...value, problems: [problem, ...value.problems], locked: true } };
  };
  const bytes = await bytesOf(join(root, path)).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (bytes instanceof Error) return bytes.code === 'ENOENT' ? undefined : broken('', 'unreadable', `This file ${passedOver(bytes)}.`);
  const { text, encoding, problem } = decodeBytes(bytes);
  if (encoding === 'utf-8' && problem === undefined) return { path, text, value: read(text) };
  return broken(text, 'not-utf8', 'This file is not UTF-8 text and is left as it is: save it as UTF-8, or take it from a copy.');
}

/**
 * Files below a folder but those in dot folders and node_modules. Links to folders are not followed: they may lead back here. A name that
 * is not UTF-8 opens nothing under Node; it is told and passed over, and so is a folder below it that may not be read.
 */
export async function filesBelow(root: string): Promise<readonly string[]> {
  if (root === '') throw unreadable(root, undefined);
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      if (folder === '') throw unreadable(root, error);
      warnOfLeftOut(folder.slice(0, -1), passedOver(error));
      return [];
    });
    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.name.includes('\uFFFD') && !(await stat(join(root, path)).catch(() => undefined))) {
        warnOfLeftOut(path, 'has a name that is not UTF-8, and was passed over; rename it');
        continue;
      }
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(join(root, path)).catch(() => undefined))?.isFile());
      if (isFile) found.push(path);
      const target = isFile && entry.isSymbolicLink() && isAwaited(path) ? await linkedOut(root, path) : undefined;
      if (target !== undefined) warn(`${path}: is a link that leads out of the folder, to ${target}; nothing is written there`);
      if (isFile) continue;
      if (!entry.isDirectory() && isAwaited(path)) await warnOfIrregular(root, path);
      else if (entry.isDirectory() && isOwnFile(entry.name)) warn(`${path}: is a folder where a file was expected, and was passed over`);
      else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(`${path}/`);
    }
  }
  return found.sort();
}
