import { join } from 'node:path';
import {
  articleOfVersion,
  changedFrom,
  type ChangedSince,
  decodeBytes,
  versionNames,
  versionsFolder,
  type VersionText,
} from '../core/index';
import { committed } from '../disk/committed';
import { bytesOf, passedOver } from './input';
import { warnOfLeftOut } from './output';

interface Earlier {
  readonly bytes: Uint8Array;
  /** When it was committed. */
  readonly at?: string;
}

/** What the outlets have changed in the articles of a folder since their earlier versions. */
export class EarlierVersions {
  readonly #earlier: ReadonlyMap<string, Earlier>;
  readonly #wordnet: Uint8Array | undefined;
  readonly #changed = new Map<string, ChangedSince | undefined>();

  /** `earlier`: by the path of the article. */
  constructor(earlier: ReadonlyMap<string, Earlier>, wordnet: Uint8Array | undefined) {
    this.#earlier = earlier;
    this.#wordnet = wordnet;
  }

  /** Of the article at a path; `undefined` where it has no earlier version, or where its words are the same. */
  changedIn(path: string, later: VersionText): ChangedSince | undefined {
    if (!this.#changed.has(path)) this.#changed.set(path, this.#compare(path, later));
    return this.#changed.get(path);
  }

  #compare(path: string, later: VersionText): ChangedSince | undefined {
    const earlier = this.#earlier.get(path);
    if (earlier === undefined) return undefined;
    const { text, encoding } = decodeBytes(earlier.bytes);
    if (encoding === 'binary') return undefined;
    return changedFrom({ text, ...(earlier.at !== undefined && { at: earlier.at }) }, later, this.#wordnet);
  }
}

/** The latest text that is kept of each article, else the one that was committed last. `paths` are all files of the folder. */
export async function earlierVersions(
  root: string,
  paths: readonly string[],
  articles: readonly string[],
  readWordnet: () => Promise<Uint8Array | undefined>,
): Promise<EarlierVersions> {
  const earlier = new Map<string, Earlier>();
  const kept = new Map<string, string[]>();
  for (const path of paths) {
    const article = articleOfVersion(path);
    if (article !== undefined) kept.set(article, [...(kept.get(article) ?? []), path.slice(path.lastIndexOf('/') + 1)]);
  }
  for (const path of articles) {
    const [name] = versionNames(kept.get(path) ?? [], path);
    if (name === undefined) continue;
    const version = `${versionsFolder(path)}/${name}`;
    const bytes = await bytesOf(join(root, version)).catch((error: unknown) => {
      warnOfLeftOut(version, passedOver(error));
      return undefined;
    });
    if (bytes !== undefined) earlier.set(path, { bytes });
  }
  const rest = articles.filter((path) => !earlier.has(path));
  const last = await committed(root, rest);
  for (const [path, bytes] of last?.files ?? []) earlier.set(path, { bytes, ...(last?.at !== undefined && { at: last.at }) });
  return new EarlierVersions(earlier, earlier.size === 0 ? undefined : await readWordnet());
}
