import { realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExportFile } from '../../core/index';
import { Unusable } from '../failure';
import { isOwnFile } from '../folderFiles';
import { print, writeFileWhole } from '../output';

/** What an export is made of, which it never takes the place of. */
export interface ExportedFrom {
  readonly root: string;
  readonly articles: readonly { readonly path: string }[];
}

/** To a file, below a folder where there are several, or `-`; never over what it is made of. */
export async function writeExport(out: string, files: readonly ExportFile[], from: ExportedFrom): Promise<void> {
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
  await refuseSources(
    targets.map(({ target }) => target),
    from,
  );
  for (const { target, content } of targets) {
    await writeFileWhole(target, content, isInFolder ? out : undefined).catch(notWritten(target));
  }
}

/** An export goes beside what it is made of, never over it. */
export async function refuseSources(targets: readonly string[], { root, articles }: ExportedFrom): Promise<void> {
  const sources = new Set(await Promise.all(articles.map(({ path }) => realpath(join(root, path)).catch(() => undefined))));
  const whole = await realpath(root).catch(() => undefined);
  for (const target of targets) {
    if (isOwnFile(basename(target))) throw new Unusable(`${target}: is a name for our own YAML; give --out another one`);
    const file = await realpath(target).catch(() => undefined);
    if (file !== undefined && file === whole) throw new Unusable(`${target}: is what is exported; give --out another name`);
    if (file !== undefined && sources.has(file)) throw new Unusable(`${target}: is an article of ${root}; give --out another name`);
  }
}

export function notWritten(target: string): (error: unknown) => never {
  return (error) => {
    throw new Unusable(`${target}: cannot be written (${(error as Error).message})`);
  };
}
