import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFile } from '../../core/index';
import { Unusable } from '../failure';
import { print, writeFileWhole } from '../output';
import { refuseLinkOut, refuseTarget } from './target';

/** To a file, below a folder where there are several, or `-`; never over an article or over `from`, which the export is made of. */
export async function writeExport(out: string, files: readonly ExportFile[], from: string): Promise<void> {
  const [only, ...more] = files;
  if (out === '-') {
    if (!only || more.length > 0) throw new Unusable('export: this format makes several files; name a folder for them');
    for (const chunk of typeof only.content === 'string' ? [only.content] : only.content) await print(chunk);
    return;
  }
  const there = await stat(out).catch(() => undefined);
  const isFolder = out.endsWith('/') || there?.isDirectory() === true;
  if (more.length > 0 && there && !isFolder) throw new Unusable(`${out}: is not a folder, which this format needs for its files`);
  const isInFolder = more.length > 0 || isFolder;
  const targets = files.map(({ path, content }) => ({ target: isInFolder ? join(out, path) : out, content }));
  if (isInFolder) await refuseLinkOut(out, from);
  for (const { target } of targets) await refuseTarget(target, from);
  for (const { target, content } of targets) await writeFileWhole(target, content, isInFolder ? out : undefined);
}
