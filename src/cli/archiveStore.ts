import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { Archive, decodeBytes, engineVersion, readToAnalyse, type Article } from '../core/index';
import { FilePieces } from '../disk/filePieces';
import { targetOf } from '../disk/wholeFile';
import { archivedPath } from './archiveReader';
import { type ArchivedText, ArchiveTexts, hashOf, lengthOf } from './archiveTexts';
import { Unusable } from './failure';
import { FolderLock, lockName } from './folderLock';
import { readBytes, unreadable, unwritable } from './input';
import { makeFolder, warn, writeFileWhole } from './output';
import { refused } from './yamlFile';

interface Manifest {
  readonly version: 2;
  readonly engine: string;
  /** The archive, from the index's folder: texts of a folder are read there. */
  readonly source: string;
  readonly kind: 'folder' | 'jsonl';
  /** File names; the order counts. */
  readonly segments: readonly string[];
  /** The file of texts of a JSONL archive. */
  readonly texts?: string;
}

const manifestName = 'archive.json';
const isTexts = /^texts\.(?:\d+\.)?bin$/;

/**
 * An index on disk: segments named by their content, so that only new ones are written and a run that is cut off harms nothing;
 * `archive.json`, replaced last, says which count. Texts of a folder stay where they are; those of a JSONL file, which cannot be
 * read at random where it is compressed, are kept beside the segments, and each article's stamp says where.
 */
export class ArchiveStore {
  readonly archive: Archive;
  readonly #folder: string;
  #manifest: Manifest;
  readonly #lock: FolderLock | undefined;
  readonly #names = new WeakMap<Uint8Array, string>();
  /** Articles of which it was said that they are not there. */
  readonly #missed = new Set<string>();
  /** Of an index that is only asked: its segments stay where they are. */
  readonly #pieces: FilePieces[] = [];
  #saved = '';
  #texts: ArchiveTexts | undefined;

  private constructor(folder: string, manifest: Manifest, archive: Archive, lock?: FolderLock) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.archive = archive;
    this.#lock = lock;
  }

  /** The index that was built into `folder`. */
  static async open(folder: string, wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const manifest = await readManifest(folder);
    if (!manifest) throw await noIndex(folder);
    if (manifest.engine !== engineVersion) throw new Unusable(`${folder}: is the index of another version; build it again`);
    const store = new ArchiveStore(folder, manifest, new Archive(wordnet ? { wordnet } : {}));
    const damaged = store.#open();
    if (damaged > 0) warn(`${folder}: ${damaged} of ${manifest.segments.length} parts are damaged and left out; index again to mend it`);
    if (manifest.kind === 'jsonl') store.#texts = await ArchiveTexts.open(store.#textsPath, 'r').catch(() => undefined);
    return store;
  }

  /** The index in `folder` for writing: what is there of this archive and version is kept. Nobody else writes until it is closed. */
  static async create(folder: string, source: string, kind: Manifest['kind'], wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const files = (await readManifest(folder)) ? [] : await readdir(folder).catch(() => []);
    if (!isDamagedIndex(files) && !files.every(isOurs))
      throw new Unusable(`${folder}: is not empty and no index; choose a folder that is empty or not there yet`);
    await makeFolder(folder).catch((error: unknown) => {
      const isFile = ['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw isFile ? unreadable(folder, error) : unwritable(folder, error);
    });
    const lock = await FolderLock.take(folder);
    const fresh: Manifest = { version: 2, engine: engineVersion, source: relative(folder, source), kind, segments: [] };
    const found = await readManifest(folder);
    const usable = found?.engine === fresh.engine && found.source === fresh.source && found.kind === kind;
    const store = new ArchiveStore(folder, usable ? found : fresh, new Archive(wordnet ? { wordnet } : {}), lock);
    await store.#load();
    // Without its segments what the texts hold cannot be found again.
    if (kind === 'jsonl')
      store.#texts = await ArchiveTexts.open(await targetOf(store.#textsPath, folder).catch(refused), store.archive.size > 0 ? 'a+' : 'w+');
    return store;
  }

  /** Whether the index has the article as it is: `hash` is whatever tells that it has changed, without a colon. */
  isCurrent(uri: string, hash: string): boolean {
    const stamp = this.archive.stampOf(uri);
    if (stamp === undefined || hashOf(stamp) !== hash) return false;
    return this.#manifest.kind === 'folder' || this.#texts?.read(stamp) !== undefined;
  }

  /** Keeps the text of an article of a JSONL archive; returns the stamp to index it with. */
  async keep(hash: string, archived: ArchivedText): Promise<string> {
    return (await this.#texts?.keep(hash, archived)) ?? hash;
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
      const archived = this.#texts?.read(stamp);
      if (archived === undefined) this.#miss(uri, 'its text in the index is damaged');
      return archived && readToAnalyse({ uri, path: archivedPath, version: 1, ...archived });
    }
    const bytes = await readBytes(join(this.#folder, this.#manifest.source, uri)).catch(() => undefined);
    if (bytes === undefined) this.#miss(uri, 'is gone since it was indexed');
    return bytes && readToAnalyse({ uri, path: uri, text: decodeBytes(bytes).text, version: 1 });
  }

  /** Says once of an article that the index knows and nobody can read why it is missing from the answers. */
  #miss(uri: string, reason: string): void {
    if (!this.#missed.has(uri)) warn(`${uri}: ${reason}, and was left out; index again to bring ${this.#folder} up to date`);
    this.#missed.add(uri);
  }

  /** Takes in the segments of a builder and saves, so that a run that ends here need not read their articles again. */
  async add(segments: readonly Uint8Array[]): Promise<void> {
    if (segments.length === 0) return;
    for (const bytes of segments) this.archive.add(bytes);
    await this.save();
  }

  /** Writes the texts again without those that no article has any more, where these take a third of the room. */
  async compact(): Promise<void> {
    const old = this.#texts;
    if (!old) return;
    const stamps = new Map([...this.archive.uris()].map((uri) => [uri, this.archive.stampOf(uri) ?? '']));
    const live = [...stamps.values()].reduce((sum, stamp) => sum + lengthOf(stamp), 0);
    if (3 * (old.size - live) <= old.size) return;
    this.#manifest = { ...this.#manifest, texts: `texts.${1 + Number(/\d+/.exec(this.#textsName)?.[0] ?? 0)}.bin` };
    const texts = await ArchiveTexts.open(this.#textsPath, 'w+');
    for (const [uri, stamp] of stamps) stamps.set(uri, await texts.take(old, stamp));
    this.archive.rewrite((uri) => stamps.get(uri) ?? '');
    this.#texts = texts;
    await old.close();
  }

  /** Writes what is new; returns the bytes the index takes, and those of the texts it keeps. */
  async save(): Promise<{ readonly index: number; readonly texts: number }> {
    while (this.archive.merge());
    const segments = this.archive.save();
    const names = segments.map((bytes) => this.#nameOf(bytes));
    const manifest = JSON.stringify({ ...this.#manifest, segments: names } satisfies Manifest);
    if (manifest !== this.#saved) {
      await this.#lock?.check();
      const present = new Set(await readdir(this.#folder));
      await this.#texts?.sync();
      for (const [i, bytes] of segments.entries()) {
        const name = names[i] ?? '';
        if (!present.has(name)) await writeFileWhole(join(this.#folder, name), [bytes], this.#folder);
      }
      await writeFileWhole(join(this.#folder, manifestName), manifest, this.#folder);
      this.#saved = manifest;
      const wanted = new Set([...names, this.#textsName, lockName, manifestName]);
      for (const name of present) if (isOurs(name) && !wanted.has(name)) await rm(join(this.#folder, name));
    }
    return { index: this.archive.byteLength, texts: this.#texts?.size ?? 0 };
  }

  async close(): Promise<void> {
    for (const pieces of this.#pieces.splice(0)) pieces.close();
    await this.#texts?.close();
    await this.#lock?.release();
  }

  get #textsName(): string {
    return basename(this.#manifest.texts ?? 'texts.bin');
  }

  get #textsPath(): string {
    return join(this.#folder, this.#textsName);
  }

  /** Of all segments only what questions need is read; returns how many are missing or damaged. */
  #open(): number {
    for (const name of this.#manifest.segments) {
      const pieces = FilePieces.open(join(resolve(this.#folder), basename(name)), unreadable);
      if (pieces && this.#isTaken(pieces)) this.#pieces.push(pieces);
      else pieces?.close();
    }
    return this.#manifest.segments.length - this.#pieces.length;
  }

  #isTaken(pieces: FilePieces): boolean {
    try {
      return this.archive.add(pieces);
    } catch (error) {
      if (error instanceof Unusable) return false;
      throw error;
    }
  }

  /** All segments, to write more; those that are missing or damaged are left out. */
  async #load(): Promise<void> {
    for (const name of this.#manifest.segments) {
      const bytes = await readFile(join(resolve(this.#folder), basename(name))).catch(() => undefined);
      if (bytes && this.archive.add(bytes)) this.#names.set(bytes, name);
    }
  }

  #nameOf(bytes: Uint8Array): string {
    let name = this.#names.get(bytes);
    if (name === undefined) {
      name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.segment`;
      this.#names.set(bytes, name);
    }
    return name;
  }
}

/** Why a folder cannot be asked, and what is to be done so that it can. */
async function noIndex(folder: string): Promise<Unusable> {
  const files = await readdir(folder).catch(() => []);
  const again = `with second-source index ARCHIVE --out ${folder}`;
  if (isDamagedIndex(files)) return new Unusable(`${folder}: is a damaged index; build it again ${again}`);
  if (files.every(isOurs)) return new Unusable(`${folder}: is no index; build one ${again}`);
  return new Unusable(`${folder}: is no index, and not empty; build one in another folder with second-source index ARCHIVE --out DIR`);
}

/** Whether only the list of its parts is none any more: the parts are written anew, and nothing of somebody else's lies there. */
function isDamagedIndex(files: readonly string[]): boolean {
  return files.every((name) => isOurs(name) || name === manifestName) && files.some((name) => name.endsWith('.segment'));
}

/** What a run that was cut off before its first save may leave. */
function isOurs(name: string): boolean {
  return name === lockName || isTexts.test(name) || /\.(?:segment|tmp)$/.test(name);
}

/** What is broken or of another make is no index: it is built again. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
    const whole = manifest.version === 2 && Array.isArray(manifest.segments) && manifest.segments.every((name) => typeof name === 'string');
    return whole && typeof manifest.source === 'string' && isTexts.test(manifest.texts ?? 'texts.bin') ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
