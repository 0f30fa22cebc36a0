import { createHash } from 'node:crypto';
import { open, mkdir, readdir, readFile, rm, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { analyse, Archive, decodeBytes, engineVersion, readArticle, type Article } from '../core/index';
import { Unusable } from './failure';
import { readBytes } from './input';
import { writeFileWhole } from './output';

/** What an article of a JSONL archive says about itself. */
export interface ArchivedText {
  readonly text: string;
  readonly set: { readonly outlet?: string; readonly published?: string; readonly title?: string; readonly url?: string };
}

interface Manifest {
  readonly version: 1;
  readonly engine: string;
  /** The archive, from the index's folder: texts of a folder are read there. */
  readonly source: string;
  readonly kind: 'folder' | 'jsonl';
  readonly segments: readonly string[];
  /** The articles, and where the texts of a JSONL archive lie in `texts.bin`: offset and length. */
  readonly articles: readonly (readonly [uri: string, offset: number, length: number])[];
}

const manifestName = 'archive.json';
const textsName = 'texts.bin';

/**
 * An index on disk: segments named by their content, so that only new ones are written and a run that is cut off harms nothing;
 * `archive.json`, replaced last, says which count. Texts of a folder stay where they are; those of a JSONL file, which cannot be
 * read at random where it is compressed, are kept beside the segments.
 */
export class ArchiveStore {
  readonly archive: Archive;
  readonly #folder: string;
  readonly #manifest: Manifest;
  readonly #texts: Map<string, { readonly offset: number; readonly length: number }>;
  #textsFile: FileHandle | undefined;
  #textsEnd = 0;

  private constructor(folder: string, manifest: Manifest, archive: Archive) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.archive = archive;
    this.#texts = new Map(manifest.articles.map(([uri, offset, length]) => [uri, { offset, length }]));
  }

  /** The index that was built into `folder`. */
  static async open(folder: string, wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const manifest = await readManifest(folder);
    if (!manifest) throw new Unusable(`${folder}: is no index; build one with second-source index ARCHIVE --out ${folder}`);
    if (manifest.engine !== engineVersion) throw new Unusable(`${folder}: is the index of another version; build it again`);
    return new ArchiveStore(folder, manifest, await openArchive(folder, manifest, wordnet));
  }

  /** The index in `folder` for writing: what is there of this archive and version is kept. */
  static async create(folder: string, source: string, kind: Manifest['kind'], wordnet: Uint8Array | undefined): Promise<ArchiveStore> {
    const fresh: Manifest = { version: 1, engine: engineVersion, source: relative(folder, source), kind, segments: [], articles: [] };
    const found = await readManifest(folder);
    if (!found && (await readdir(folder).catch(() => [])).length > 0) throw new Unusable(`${folder}: is not empty and no index`);
    const usable = found?.engine === fresh.engine && found.source === fresh.source && found.kind === kind;
    await mkdir(folder, { recursive: true });
    const store = new ArchiveStore(folder, usable ? found : fresh, await openArchive(folder, usable ? found : fresh, wordnet));
    if (kind === 'jsonl') {
      store.#textsFile = await open(join(folder, textsName), usable ? 'r+' : 'w+');
      store.#textsEnd = (await store.#textsFile.stat()).size;
    }
    return store;
  }

  /** Puts an article into the index; `archived` is the text to keep, for a JSONL archive. */
  async put(article: Article, stamp: string, archived?: ArchivedText): Promise<void> {
    this.archive.put(article, analyse(article), stamp);
    const bytes = archived ? deflateRawSync(JSON.stringify(archived)) : new Uint8Array();
    this.#texts.set(article.uri, { offset: this.#textsEnd, length: bytes.length });
    await this.#textsFile?.write(bytes, 0, bytes.length, this.#textsEnd);
    this.#textsEnd += bytes.length;
  }

  /** Drops what is no longer there; returns how many articles that were. */
  dropOthers(present: ReadonlySet<string>): number {
    const gone = [...this.#texts.keys()].filter((uri) => !present.has(uri));
    for (const uri of gone) {
      this.archive.drop(uri);
      this.#texts.delete(uri);
    }
    return gone.length;
  }

  /** Reads an article of the archive; `undefined` where it is gone or has never been there. */
  async read(uri: string): Promise<Article | undefined> {
    if (this.#manifest.kind === 'jsonl') {
      const place = this.#texts.get(uri);
      if (!place) return undefined;
      this.#textsFile ??= await open(join(this.#folder, textsName), 'r');
      const bytes = new Uint8Array(place.length);
      await this.#textsFile.read(bytes, 0, place.length, place.offset);
      return archivedArticle(uri, JSON.parse(inflateRawSync(bytes).toString()) as ArchivedText);
    }
    if (this.archive.stampOf(uri) === undefined) return undefined;
    const bytes = await readBytes(join(this.#folder, this.#manifest.source, uri)).catch(() => undefined);
    return bytes && readArticle({ uri, path: uri, text: decodeBytes(bytes).text, version: 1 });
  }

  /** Writes what is new; returns the bytes the index takes. */
  async save(): Promise<number> {
    this.archive.seal();
    while (this.archive.merge());
    const segments = this.archive.save();
    const names = segments.map((bytes) => `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.segment`);
    const present = new Set(await readdir(this.#folder));
    for (const [i, bytes] of segments.entries()) {
      const name = names[i] ?? '';
      if (!present.has(name)) await writeFileWhole(join(this.#folder, name), bytes);
    }
    const articles = [...this.#texts].map(([uri, { offset, length }]): [string, number, number] => [uri, offset, length]);
    await this.#textsFile?.sync();
    await writeFileWhole(
      join(this.#folder, manifestName),
      JSON.stringify({ ...this.#manifest, segments: names, articles } satisfies Manifest),
    );
    for (const name of present) if (name.endsWith('.segment') && !names.includes(name)) await rm(join(this.#folder, name));
    return segments.reduce((sum, bytes) => sum + bytes.length, this.#textsEnd);
  }

  async close(): Promise<void> {
    await this.#textsFile?.close();
  }
}

export function archivedArticle(uri: string, { text, set }: ArchivedText): Article {
  return readArticle({ uri, path: 'line.txt', text, version: 1, set });
}

/** What is broken or of another make is no index: it is built again. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
    const whole = manifest.version === 1 && Array.isArray(manifest.segments) && Array.isArray(manifest.articles);
    return whole && typeof manifest.source === 'string' ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

async function openArchive(folder: string, { segments }: Manifest, wordnet: Uint8Array | undefined): Promise<Archive> {
  const saved: Uint8Array[] = [];
  for (const name of segments) {
    const bytes = await readFile(join(resolve(folder), basename(name))).catch(() => undefined);
    if (bytes) saved.push(bytes);
  }
  return Archive.open(saved, wordnet ? { wordnet } : {});
}
