import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeBytes, isOwnReport } from '../core/index';
import { archivedPath, ArchiveStore } from './archiveStore';
import type { ArchivedText } from './archiveTexts';
import { Unusable, type ExitCode } from './failure';
import { articlePaths, readWordnet } from './folder';
import { IndexReaders } from './indexReaders';
import { readBytes, readJsonLines, unreadable } from './input';
import { printLine, Progress, warn } from './output';

export const help = `second-source index ARCHIVE --out DIR

Builds or updates an index of an archive, for second-source match --index DIR. ARCHIVE is a folder of articles, or a
.jsonl or .jsonl.gz file with {"id","text"} and perhaps "published", "outlet", "title", "url" a line; the ids become "file".
Only what is new or has changed is read again. A run that is cut off loses at most the last few hundred articles: run it again.`;

/** Does the work of one run over an archive. */
class Indexing {
  readonly #store: ArchiveStore;
  readonly #readers: IndexReaders;
  readonly #progress = new Progress((count) => `${count} articles looked at, ${this.#read} of them new or changed`);
  #read = 0;
  #kept = 0;

  constructor(store: ArchiveStore) {
    this.#store = store;
    this.#readers = new IndexReaders(store.archive, (segments) => store.add(segments));
  }

  async run(archive: string, isFolder: boolean): Promise<string> {
    try {
      const present = isFolder ? await this.#folder(archive) : await this.#lines(archive);
      await this.#readers.finish();
      const gone = this.#store.dropOthers(present);
      await this.#store.compact();
      const { index, texts } = await this.#store.save();
      const size = `${(index / 1e6).toFixed(1)} MB${texts > 0 ? ` and ${(texts / 1e6).toFixed(1)} MB of texts` : ''}`;
      return `${this.#store.archive.size} articles (${this.#read} read, ${this.#kept} unchanged, ${gone} gone), ${size}`;
    } catch (error) {
      // What has been read until here is kept.
      await this.#readers
        .finish()
        .then(() => this.#store.save())
        .catch(() => undefined);
      throw error;
    } finally {
      this.#progress.end();
    }
  }

  async #folder(root: string): Promise<ReadonlySet<string>> {
    const paths = await articlePaths(root);
    for (const path of paths) {
      const { mtimeMs, size } = await stat(join(root, path));
      const stamp = `${mtimeMs.toString(36)}-${size.toString(36)}`;
      if (!(await this.#isNew(path, stamp))) continue;
      const { text, encoding, problem } = decodeBytes(await readBytes(join(root, path)));
      if (problem !== undefined) warn(`${path}: ${problem}`);
      if (encoding === 'binary' || isOwnReport(text)) {
        this.#store.archive.drop(path);
        this.#read -= 1;
      } else await this.#readers.read({ uri: path, path, text, set: {}, stamp });
    }
    return new Set(paths);
  }

  async #lines(path: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for await (const { value, place } of readJsonLines(path)) {
      const { id } = value;
      if (typeof id !== 'string' && typeof id !== 'number') throw new Unusable(`${place}: "id" is missing`);
      const uri = String(id);
      const archived = archivedText(value, place);
      if (seen.has(uri)) throw new Unusable(`${place}: the id ${uri} stands twice`);
      seen.add(uri);
      const hash = createHash('sha256').update(JSON.stringify(archived)).digest('base64url').slice(0, 12);
      if (!(await this.#isNew(uri, hash))) continue;
      await this.#readers.read({ uri, path: archivedPath, ...archived, stamp: await this.#store.keep(hash, archived) });
    }
    return seen;
  }

  async #isNew(uri: string, hash: string): Promise<boolean> {
    const isNew = !(await this.#store.isCurrent(uri, hash));
    if (isNew) this.#read += 1;
    else this.#kept += 1;
    this.#progress.step();
    return isNew;
  }
}

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' } } });
  const [archive, ...more] = positionals;
  if (archive === undefined || more.length > 0 || values.out === undefined) throw new Unusable('index: name one archive and --out DIR');
  const found = await stat(archive).catch((error: unknown) => {
    throw unreadable(archive, error);
  });
  const isFolder = found.isDirectory();
  if (!isFolder && !/\.jsonl(?:\.gz)?$/.test(archive)) throw new Unusable(`${archive}: is neither a folder nor .jsonl or .jsonl.gz`);
  const store = await ArchiveStore.create(values.out, archive, isFolder ? 'folder' : 'jsonl', await readWordnet());
  try {
    await printLine(await new Indexing(store).run(archive, isFolder));
  } finally {
    await store.close();
  }
  return 0;
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
