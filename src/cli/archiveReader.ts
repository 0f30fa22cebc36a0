import { stat } from 'node:fs/promises';
import { isoDate, type SetFacts } from '../core/index';
import type { ArchivedText } from './archiveTexts';
import { Unusable } from './failure';
import { articlePaths } from './folder';
import { linkedOut, readArticleText } from './folderFiles';
import { readJsonLines, unreadable } from './input';
import { warn, warnOfLeftOut } from './output';

/** Articles of a JSONL archive are plain text. */
export const archivedPath = 'line.txt';

/** An article as it stands in its archive. */
export interface ArchiveArticle {
  readonly uri: string;
  /** Its ending tells what kind of text it is. */
  readonly path: string;
  readonly text: string;
  readonly set: SetFacts;
}

/** Whether the archive is a folder; else it is a JSONL file. */
export async function isFolderArchive(archive: string): Promise<boolean> {
  const found = await stat(archive).catch((error: unknown) => {
    throw unreadable(archive, error);
  });
  if (!found.isDirectory() && !/\.jsonl(?:\.gz)?$/.test(archive))
    throw new Unusable(`${archive}: is neither a folder nor an archive (.jsonl, .jsonl.gz)`);
  return found.isDirectory();
}

/** The articles of an archive that is sent away, one at a time: what a link leads to outside of the folder stays here. */
export async function* readArchive(archive: string): AsyncGenerator<ArchiveArticle> {
  if (!(await isFolderArchive(archive))) {
    for await (const { uri, text, set } of readLines(archive)) yield { uri, path: archivedPath, text, set };
    return;
  }
  for (const path of await articlePaths(archive)) {
    if ((await linkedOut(archive, path)) !== undefined) {
      warnOfLeftOut(path, 'was not sent, since it lies outside of the folder; put a copy in its place');
      continue;
    }
    const text = await readArticleText(archive, path);
    if (text !== undefined) yield { uri: path, path, text, set: {} };
  }
}

/** Half a character, which neither a file nor an engine can keep, becomes what every program makes of it. */
export function idOf(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** What a line says of its day of publication; what is none is told, and left out. */
export function dayOf(published: unknown, place: string): string | undefined {
  if (typeof published !== 'string' || published === '') return undefined;
  if (isoDate(published) !== undefined) return published;
  warn(
    `${place}: ${JSON.stringify(published.slice(0, 40))} is no day of publication that can be read, and was left out; write it as 2025-05-11`,
  );
  return undefined;
}

/** The articles of a JSONL file; Unusable where an id stands twice. */
export async function* readLines(path: string): AsyncGenerator<ArchivedText & { readonly uri: string }> {
  const seen = new Set<string>();
  for await (const { value, place } of readJsonLines(path)) {
    const { id, text, published, date, outlet, title, url } = value;
    if (typeof id !== 'string' && typeof id !== 'number') throw new Unusable(`${place}: "id" is missing`);
    if (typeof text !== 'string') throw new Unusable(`${place}: "text" is missing`);
    const uri = idOf(String(id));
    if (uri === '') throw new Unusable(`${place}: "id" is empty`);
    if (seen.has(uri)) throw new Unusable(`${place}: the id ${uri} stands twice`);
    seen.add(uri);
    const fact = (name: string, content: unknown) => (typeof content === 'string' && content !== '' ? { [name]: content } : {});
    const set = {
      ...fact('published', dayOf(published ?? date, place)),
      ...fact('outlet', outlet),
      ...fact('title', title),
      ...fact('url', url),
    };
    yield { uri, text, set };
  }
}
