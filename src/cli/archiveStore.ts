import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { Archive, decodeBytes, engineVersion, readArticle, type Article, type SetFacts } from '../core/index';
import { Unusable } from './failure';
import { readBytes } from './input';
import { warn, writeFileWhole } from './output';

/** What an article of a JSONL archive says about itself. */
export interface ArchivedText {
  readonly text: string;
  readonly set: SetFacts;
}

interface Manifest {
  readonly version: 2;
  readonly engine: string;
  /** The archive, from the index's folder: texts of a folder are read there. */
  readonly source: string;
  readonly kind: 'folder' | 'jsonl';
  /** File names; the order counts. */
  readonly segments: readonly string[];
}

const manifestName = 'archive.json';
const textsName = 'texts.bin';
/** Articles of a JSONL archive are plain text. */
export const archivedPath = 'line.txt';

/**
 * An index on disk: segments named by their content, so that only new ones are written and a run that is cut off harms nothing;
 * `archive.json`, replaced last, says which count. Texts of a folder stay where they are; those of a JSONL file, which cannot be
 * read at random where it is compressed, are kept beside the segments, and each article's stamp says where.
 */
export class ArchiveStore {
  readonly archive: Archive;
  readonly #folder: string;
  readonly #manifest: Manifest;
  readonly #names = new WeakMap<Uint8Array, string>();
  #saved = '';
  #texts: FileHandle | undefined;
  #textsEnd = 0;

  private constructor(folder: string, manifest: Manifest, archive: Archive) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.archive = archive;
  }

  /** The index that was built into `folder`. */
  static async open(folder: string, wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const manifest = await readManifest(folder);
    if (!manifest) throw new Unusable(`${folder}: is no index; build one with second-source index ARCHIVE --out ${folder}`);
    if (manifest.engine !== engineVersion) throw new Unusable(`${folder}: is the index of another version; build it again`);
    const store = new ArchiveStore(folder, manifest, new Archive(wordnet ? { wordnet } : {}));
    const damaged = await store.#load();
    if (damaged > 0) warn(`${folder}: ${damaged} of ${manifest.segments.length} parts are damaged and left out; index again to mend it`);
    return store;
  }

  /** The index in `folder` for writing: what is there of this archive and version is kept. */
  static async create(folder: string, source: string, kind: Manifest['kind'], wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const fresh: Manifest = { version: 2, engine: engineVersion, source: relative(folder, source), kind, segments: [] };
    const found = await readManifest(folder);
    const files = found ? [] : await readdir(folder).catch(() => []);
    if (!files.every(isOurs)) throw new Unusable(`${folder}: is not empty and no index`);
    const usable = found?.engine === fresh.engine && found.source === fresh.source && found.kind === kind;
    await mkdir(folder, { recursive: true });
    const store = new ArchiveStore(folder, usable ? found : fresh, new Archive(wordnet ? { wordnet } : {}));
    await store.#load();
    // Without its segments what the texts hold cannot be found again.
    if (kind === 'jsonl') {
      store.#texts = await open(join(folder, textsName), store.archive.size > 0 ? 'a+' : 'w+');
      store.#textsEnd = (await store.#texts.stat()).size;
    }
    return store;
  }

  /** Whether the index has the article as it is: `hash` is whatever tells that it has changed, without a colon. */
  async isCurrent(uri: string, hash: string): Promise<boolean> {
    const stamp = this.archive.stampOf(uri);
    if (stamp?.split(':')[0] !== hash) return false;
    return this.#manifest.kind === 'folder' || (await this.#readText(stamp)) !== undefined;
  }

  /** Keeps the text of an article of a JSONL archive; returns the stamp to index it with. */
  async keep(hash: string, archived: ArchivedText): Promise<string> {
    const bytes = deflateSync(JSON.stringify(archived), { level: 4 });
    await this.#texts?.write(bytes, 0, bytes.length);
    const stamp = `${hash}:${this.#textsEnd.toString(36)}:${bytes.length.toString(36)}`;
    this.#textsEnd += bytes.length;
    return stamp;
  }

  /** Drops what is no longer there; returns how many articles that were. */
  dropOthers(present: ReadonlySet<string>): number {
    const gone = [...this.archive.uris()].filter((uri) => !present.has(uri));
    for (const uri of gone) this.archive.drop(uri);
    return gone.length;
  }

  /** Reads an article of the archive; `undefined` where it is gone, damaged, or has never been there. */
  async read(uri: string): Promise<Article | undefined> {
    const stamp = this.archive.stampOf(uri);
    if (stamp === undefined) return undefined;
    if (this.#manifest.kind === 'jsonl') {
      const archived = await this.#readText(stamp);
      return archived && readArticle({ uri, path: archivedPath, version: 1, ...archived });
    }
    const bytes = await readBytes(join(this.#folder, this.#manifest.source, uri)).catch(() => undefined);
    return bytes && readArticle({ uri, path: uri, text: decodeBytes(bytes).text, version: 1 });
  }

  /** Takes in the segments of a builder and saves, so that a run that ends here need not read their articles again. */
  async add(segments: readonly Uint8Array[]): Promise<void> {
    if (segments.length === 0) return;
    for (const bytes of segments) this.archive.add(bytes);
    await this.save();
  }

  /** Writes what is new; returns the bytes the index takes, and those of the texts it keeps. */
  async save(): Promise<{ readonly index: number; readonly texts: number }> {
    while (this.archive.merge());
    const segments = this.archive.save();
    const names = segments.map((bytes) => this.#nameOf(bytes));
    const manifest = JSON.stringify({ ...this.#manifest, segments: names } satisfies Manifest);
    if (manifest !== this.#saved) {
      const present = new Set(await readdir(this.#folder));
      await this.#texts?.sync();
      for (const [i, bytes] of segments.entries()) {
        const name = names[i] ?? '';
        if (!present.has(name)) await writeFileWhole(join(this.#folder, name), [bytes]);
      }
      await writeFileWhole(join(this.#folder, manifestName), manifest);
      this.#saved = manifest;
      for (const name of present) if (/\.(?:segment|tmp)$/.test(name) && !names.includes(name)) await rm(join(this.#folder, name));
    }
    return { index: this.archive.byteLength, texts: this.#textsEnd };
  }

  async close(): Promise<void> {
    await this.#texts?.close();
  }

  /** Returns how many segments are missing or damaged. */
  async #load(): Promise<number> {
    let damaged = 0;
    for (const name of this.#manifest.segments) {
      const bytes = await readFile(join(resolve(this.#folder), basename(name))).catch(() => undefined);
      if (!bytes || !this.archive.add(bytes)) damaged += 1;
      else this.#names.set(bytes, name);
    }
    return damaged;
  }

  #nameOf(bytes: Uint8Array): string {
    let name = this.#names.get(bytes);
    if (name === undefined) {
      name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.segment`;
      this.#names.set(bytes, name);
    }
    return name;
  }

  async #readText(stamp: string): Promise<ArchivedText | undefined> {
    const [, offset, length] = stamp.split(':');
    const bytes = new Uint8Array(Number.parseInt(length ?? '', 36) || 0);
    try {
      this.#texts ??= await open(join(this.#folder, textsName), 'r');
      await this.#texts.read(bytes, 0, bytes.length, Number.parseInt(offset ?? '', 36));
      // zlib's checksum tells of damage
      return JSON.parse(inflateSync(bytes).toString()) as ArchivedText;
    } catch {
      return undefined;
    }
  }
}

/** What a run that was cut off before its first save may leave. */
function isOurs(name: string): boolean {
  return name === textsName || /\.(?:segment|tmp)$/.test(name);
}

/** What is broken or of another make is no index: it is built again. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
    const whole = manifest.version === 2 && Array.isArray(manifest.segments) && manifest.segments.every((name) => typeof name === 'string');
    return whole && typeof manifest.source === 'string' ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
