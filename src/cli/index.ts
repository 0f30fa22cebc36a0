import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeBytes, isOwnReport, readArticle } from '../core/index';
import { type ArchivedText, archivedArticle, ArchiveStore } from './archiveStore';
import { Unusable, type ExitCode } from './failure';
import { articlePaths, readWordnet } from './folder';
import { readBytes, readJsonLines, unreadable } from './input';
import { printLine, warn } from './output';

export const help = `second-source index ARCHIVE --out DIR

Builds or updates an index of an archive, for second-source match --index DIR. ARCHIVE is a folder of articles, or a
.jsonl or .jsonl.gz file with {"id","text"} and perhaps "published", "outlet", "title", "url" a line; the ids become "file".
Only what is new or has changed is read again.`;

interface Counts {
  read: number;
  kept: number;
  gone: number;
}

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' } } });
  const [archive, ...more] = positionals;
  if (archive === undefined || more.length > 0 || values.out === undefined) throw new Unusable('index: name one archive and --out DIR');
  const found = await stat(archive).catch((error: unknown) => {
    throw unreadable(archive, error);
  });
  if (!found.isDirectory() && !/\.jsonl(?:\.gz)?$/.test(archive))
    throw new Unusable(`${archive}: is neither a folder nor .jsonl or .jsonl.gz`);
  const store = await ArchiveStore.create(values.out, archive, found.isDirectory() ? 'folder' : 'jsonl', await readWordnet());
  const { read, kept, gone } = found.isDirectory() ? await indexFolder(archive, store) : await indexLines(archive, store);
  const size = await store.save();
  await store.close();
  await printLine(`${store.archive.size} articles (${read} read, ${kept} unchanged, ${gone} gone), ${(size / 1e6).toFixed(1)} MB`);
  return 0;
}

async function indexFolder(root: string, store: ArchiveStore): Promise<Counts> {
  const counts: Counts = { read: 0, kept: 0, gone: 0 };
  const paths = await articlePaths(root);
  for (const path of paths) {
    const { mtimeMs, size } = await stat(join(root, path));
    const stamp = `${mtimeMs}:${size}`;
    if (store.archive.stampOf(path) === stamp) {
      counts.kept += 1;
      continue;
    }
    const { text, encoding, problem } = decodeBytes(await readBytes(join(root, path)));
    if (problem !== undefined) warn(`${path}: ${problem}`);
    if (encoding === 'binary' || isOwnReport(text)) continue;
    const article = readArticle({ uri: path, path, text, version: 1 });
    await store.put(article, stamp);
    counts.read += 1;
  }
  return { ...counts, gone: store.dropOthers(new Set(paths)) };
}

async function indexLines(path: string, store: ArchiveStore): Promise<Counts> {
  const counts: Counts = { read: 0, kept: 0, gone: 0 };
  const seen = new Set<string>();
  for await (const { value, place } of readJsonLines(path)) {
    const { id } = value;
    if (typeof id !== 'string' && typeof id !== 'number') throw new Unusable(`${place}: "id" is missing`);
    const uri = String(id);
    const archived = archivedText(value, place);
    const stamp = createHash('sha256').update(JSON.stringify(archived)).digest('hex').slice(0, 16);
    if (seen.has(uri)) throw new Unusable(`${place}: the id ${uri} stands twice`);
    seen.add(uri);
    if (store.archive.stampOf(uri) === stamp) {
      counts.kept += 1;
      continue;
    }
    const article = archivedArticle(uri, archived);
    await store.put(article, stamp, archived);
    counts.read += 1;
  }
  return { ...counts, gone: store.dropOthers(seen) };
}

function archivedText(value: Readonly<Record<string, unknown>>, place: string): ArchivedText {
  const { text, published, date, outlet, title, url } = value;
  if (typeof text !== 'string') throw new Unusable(`${place}: "text" is missing`);
  const fact = (name: string, content: unknown) => (typeof content === 'string' && content !== '' ? { [name]: content } : {});
  return {
    text,
    set: { ...fact('published', published ?? date), ...fact('outlet', outlet), ...fact('title', title), ...fact('url', url) },
  };
}
