import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { decodeBytes, isExportedText, isOwnReport } from '../../core/index';
import { isOutside, targetOf, WriteRefused } from '../../disk/wholeFile';
import { Unusable } from '../failure';
import { isOwnFile } from '../folderFiles';

/** What may be an article, of whatever folder. */
const articleEnding = /\.(?:txt|md|markdown|html?)$/i;

/**
 * Unusable where a file that a person has named with --out must not be written: under a name of our own YAML, in the place of `from`, of an
 * article or of any other text that no export has written, or through a link that leads out of the folder, which is `from` where the target
 * lies in it, else the target's own.
 */
export async function refuseTarget(target: string, from: string): Promise<void> {
  await refuseLinkOut(target, from);
  const [file, source, found] = await Promise.all(
    [realpath(target), realpath(from), stat(target)].map((asked) => asked.catch(() => undefined)),
  );
  const name = typeof file === 'string' ? basename(file) : '';
  if ([basename(target), name].some(isOwnFile)) throw new Unusable(`${target}: is a name for our own YAML; give --out another one`);
  if (typeof file !== 'string' || typeof found !== 'object' || !found.isFile()) return;
  if (file === source) throw new Unusable(`${target}: is what is exported; give --out another name`);
  if (found.size === 0 || !articleEnding.test(name) || isExportedText(name)) return;
  const { text } = decodeBytes(await readFile(file).catch(() => new Uint8Array()));
  if (!isOwnReport(text))
    throw new Unusable(`${target}: is there and may be an article, since no export has written it; give --out another name, or delete it`);
}

/** Unusable where a link, or what lies behind one, leads out of `from` where it lies in that, else out of the folder it lies in itself. */
export async function refuseLinkOut(target: string, from?: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  // /dev/stdout is a link on many systems.
  if (found && !found.isFile() && !found.isDirectory()) return;
  const path = resolve(target);
  if (from !== undefined && resolve(from) === path) return;
  const folder = from === undefined || isOutside(resolve(from), path) ? dirname(path) : from;
  await targetOf(path, folder).catch((error: unknown) => {
    if (!(error instanceof WriteRefused)) throw error;
    throw new Unusable(`${target}: a link there leads out of the folder; name the place that it leads to, or another one`);
  });
}
