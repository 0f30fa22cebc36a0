import * as vscode from 'vscode';
import { engineVersion } from '../../core/index';
import { readBytes, type ReplaceWhole, restore, sha256 } from '../files/index';
import type { StoredSegment } from './indexServer';

interface Manifest {
  readonly version: 1;
  readonly engine: string;
  /** Names of the files of segments; their order counts. */
  readonly segments: readonly string[];
}

const manifestName = 'index.json';

/**
 * A folder's index on disk, in the workspace's own storage: segments in files named by their content, and a manifest, replaced as the
 * last, that says which count. A run that is cut off harms nothing: what the manifest does not name, or what is damaged, is left out,
 * and its articles are read again. The index of another version of the engines is not read at all.
 */
export class IndexStore {
  readonly #folder: vscode.Uri;
  readonly #replace: ReplaceWhole;
  /** Names of the segments that are on disk and whole. */
  stored: readonly string[] = [];

  constructor(storage: vscode.Uri, root: vscode.Uri, replace: ReplaceWhole) {
    this.#folder = vscode.Uri.joinPath(storage, 'index', sha256(root.toString()).slice(0, 16));
    this.#replace = replace;
  }

  async read(): Promise<readonly StoredSegment[]> {
    const manifest = await this.#manifest();
    const segments: StoredSegment[] = [];
    for (const name of manifest?.engine === engineVersion ? manifest.segments : []) {
      const bytes = await readBytes(this.#file(name)).catch(() => undefined);
      if (bytes) segments.push({ name, bytes });
    }
    return segments;
  }

  async write(segments: readonly (readonly [name: string, bytes?: Uint8Array])[]): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    for (const [name, bytes] of segments) {
      if (bytes) await vscode.workspace.fs.writeFile(this.#file(name), bytes);
    }
    const names = segments.map(([name]) => name);
    const manifest: Manifest = { version: 1, engine: engineVersion, segments: names };
    const uri = vscode.Uri.joinPath(this.#folder, manifestName);
    await this.#replace(uri, await readBytes(uri), new TextEncoder().encode(JSON.stringify(manifest)));
    this.stored = names;
    const wanted = new Set(names.map((name) => `${name}.segment`));
    for (const [name] of await vscode.workspace.fs.readDirectory(this.#folder)) {
      if (name.endsWith('.segment') && !wanted.has(name)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#folder, name));
    }
  }

  #file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${name}.segment`);
  }

  async #manifest(): Promise<Manifest | undefined> {
    try {
      const uri = vscode.Uri.joinPath(this.#folder, manifestName);
      await restore(uri);
      const bytes = await readBytes(uri);
      const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest>;
      const isWhole = manifest.version === 1 && typeof manifest.engine === 'string' && Array.isArray(manifest.segments);
      return isWhole && manifest.segments.every((name) => /^[0-9a-f]+$/.test(String(name))) ? (manifest as Manifest) : undefined;
    } catch {
      return undefined; // what cannot be read is no index: it is built again
    }
  }
}
