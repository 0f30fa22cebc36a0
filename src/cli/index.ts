import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { articleStats, readArticleText } from './folderFiles';
import { archivedPath, isFolderArchive, readArchive, readLines } from './archiveReader';
import { ArchiveStore } from './archiveStore';
import { createInEngine, EngineIndexing, type EngineOptions } from './engine/index';
import { Unusable, type ExitCode } from './failure';
import { articlePaths, readWordnet } from './folder';
import { IndexReaders } from './indexReaders';
import { printLine } from './output';
import { Steps } from './steps';
import { refuseLinkOut } from './exporting/target';

export const help = `second-source index ARCHIVE --out DIR [--quiet]
second-source index ARCHIVE --to URL [--name INDEX] [--login-file FILE] [--quiet]

Builds or updates an index of an archive, for second-source match --index. ARCHIVE is a folder of articles, or a
.jsonl or .jsonl.gz file with {"id","text"} and perhaps "published", "outlet", "title", "url" a line; the ids become "file".
Only what is new or has changed is read again. After Ctrl+C what has been read stays; a run that is cut off loses at most the last few hundred articles: run it again.

  --to URL           into a search engine, OpenSearch or Elasticsearch from 7.10 on: https, or this machine; several nodes
                     with commas between. The texts are sent there, and nowhere else
  --name INDEX       the index there (second-source)
  --login-file FILE  of mode 0600, with NAME:PASSWORD, "ApiKey ..." or "Bearer ..."; or the environment has it as
                     SECOND_SOURCE_LOGIN
  --quiet            no progress on standard error, where it is a terminal`;

/** Does the work of one run over an archive. */
class Indexing {
  readonly #store: ArchiveStore;
  readonly #readers: IndexReaders;
  readonly #steps: Steps;
  #read = 0;
  #kept = 0;

  constructor(store: ArchiveStore, steps: Steps) {
    this.#store = store;
    this.#steps = steps;
    this.#readers = new IndexReaders(store.archive, (segments) => store.add(segments));
  }

  /** `paths`: of the articles, where the archive is a folder. */
  async run(archive: string, paths: readonly string[] | undefined): Promise<string> {
    try {
      const present = paths ? await this.#folder(archive, paths) : await this.#lines(archive);
      // More often the wrong file, or one that is just being written, than meant to be empty.
      if (present.size === 0 && this.#store.archive.size > 0)
        throw new Unusable(`${archive}: no articles in this archive; the index stays as it is`);
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
      this.#steps.end();
      await this.#readers.stop();
    }
  }

  async #folder(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const present = new Set<string>();
    for (const path of paths) {
      const stats = await articleStats(root, path);
      if (stats === undefined) continue;
      present.add(path);
      const { mtimeMs, size } = stats;
      const stamp = `${mtimeMs.toString(36)}-${size.toString(36)}`;
      if (!(await this.#isNew(path, stamp))) continue;
      const text = await readArticleText(root, path);
      if (text === undefined) {
        this.#store.archive.drop(path);
        this.#read -= 1;
      } else await this.#readers.read({ uri: path, path, text, set: {}, stamp });
    }
    return present;
  }

  async #lines(path: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for await (const { uri, ...archived } of readLines(path)) {
      seen.add(uri);
      const hash = createHash('sha256').update(JSON.stringify(archived)).digest('base64url').slice(0, 12);
      if (!(await this.#isNew(uri, hash))) continue;
      await this.#readers.read({ uri, path: archivedPath, ...archived, stamp: await this.#store.keep(hash, archived) });
    }
    return seen;
  }

  async #isNew(uri: string, hash: string): Promise<boolean> {
    const isNew = !this.#store.isCurrent(uri, hash);
    if (isNew) this.#read += 1;
    else this.#kept += 1;
    await this.#steps.done();
    return isNew;
  }
}

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      to: { type: 'string' },
      name: { type: 'string' },
      'login-file': { type: 'string' },
      quiet: { type: 'boolean' },
    },
  });
  const [archive, ...more] = positionals;
  if (values.out === '') throw new Unusable('index: --out is a folder');
  if (archive === undefined || more.length > 0 || (values.out === undefined) === (values.to === undefined))
    throw new Unusable('index: name one archive, and --out DIR or --to URL');
  const isFolder = await isFolderArchive(archive);
  const { out = '', to, quiet = false } = values;
  await printLine(to === undefined ? await intoFolder(archive, isFolder, out, quiet) : await intoEngine(archive, to, values, quiet));
  return 0;
}

/** Builds or updates an index; returns what there is to say of it. After Ctrl+C what has been read stays. */
async function intoFolder(archive: string, isFolder: boolean, folder: string, quiet: boolean): Promise<string> {
  await refuseLinkOut(folder);
  const paths = isFolder ? await articlePaths(archive) : undefined;
  const steps = new Steps('reading', paths?.length, quiet);
  const store = await ArchiveStore.create(folder, archive, isFolder ? 'folder' : 'jsonl', await readWordnet());
  try {
    return await new Indexing(store, steps).run(archive, paths);
  } finally {
    await store.close();
  }
}

/** An index of a JSONL archive for the time being, in the folder for temporary files. */
export async function indexedMeanwhile<T>(archive: string, quiet: boolean, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'second-source-'));
  try {
    await intoFolder(archive, false, folder, quiet);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function intoEngine(archive: string, address: string, options: EngineOptions, quiet: boolean): Promise<string> {
  const steps = new Steps('reading', undefined, quiet);
  return new EngineIndexing(await createInEngine(address, options), basename(resolve(archive)), steps).run(readArchive(archive));
}
