import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  analyse,
  changedFrom,
  decodeBytes,
  type ImportedArticle,
  isArticlePath,
  isSameArticle,
  KnownArticles,
  likenessOf,
  nextVersionName,
  numberedName,
  readToAnalyse,
  type VersionChange,
  versionsFolder,
  withKeptFacts,
} from '../core/index';
import { readWordnet } from './folder';
import { unreadable } from './input';
import { writeFileWhole } from './output';

/** What has become of an imported article: `path` is its file, `earlier` where the text that was there is kept now. */
export type Kept =
  | { readonly kind: 'written' | 'known' | 'differs'; readonly path: string }
  | { readonly kind: 'version'; readonly path: string; readonly earlier: string; readonly changes: readonly VersionChange[] };

/** The folder that articles are imported to. Nothing that lies there is ever lost. */
export class ArticleFolder {
  readonly #root: string;
  readonly #keepsVersions: boolean;
  #known: KnownArticles | undefined;

  /** `keepsVersions`: other words of an article that is there take its place, and its text is kept as an earlier version. */
  constructor(root: string, keepsVersions: boolean) {
    this.#root = root;
    this.#keepsVersions = keepsVersions;
  }

  /** Writes the article under the first name that is free, unless it is there already; `differs`: it is there with other words. */
  async keep(article: ImportedArticle): Promise<Kept> {
    const known = (this.#known ??= await this.#read());
    let earlier: string | undefined;
    for (const name of known.candidates(article)) {
      const path = join(this.#root, name);
      const text = await textOf(path);
      const likeness = text === undefined ? 'other' : likenessOf(article, name, text);
      if (likeness === 'same') return { kind: 'known', path };
      if (likeness === 'version') earlier ??= path;
    }
    if (earlier !== undefined) return this.#keepsVersions ? this.#replace(earlier, article) : { kind: 'differs', path: earlier };
    return this.#write(article);
  }

  async #read(): Promise<KnownArticles> {
    const known = new KnownArticles();
    const names = await readdir(this.#root).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw unreadable(this.#root, error);
    });
    for (const name of names.filter((each) => isArticlePath(each, []))) {
      const text = await textOf(join(this.#root, name)).catch(() => undefined);
      if (text !== undefined) known.add(name, text, false);
    }
    return known;
  }

  async #write(article: ImportedArticle): Promise<Kept> {
    for (let number = 1; ; number += 1) {
      const name = numberedName(article.name, number);
      const path = join(this.#root, name);
      const there = await textOf(path);
      if (there !== undefined && isSameArticle(there, article.text)) return { kind: 'known', path };
      if (there !== undefined) continue;
      await writeFileWhole(path, article.text, this.#root);
      this.#known?.add(name, article.text, true);
      return { kind: 'written', path };
    }
  }

  /** The text that is there is kept before the new one takes its place. */
  async #replace(path: string, { text }: ImportedArticle): Promise<Kept> {
    const name = basename(path);
    const folder = versionsFolder(path);
    const bytes = await readFile(path);
    const earlier = join(folder, nextVersionName(await readdir(folder).catch(() => []), name));
    const before = decodeBytes(bytes).text;
    const after = withKeptFacts(text, before);
    await writeFileWhole(earlier, [bytes], this.#root);
    await writeFileWhole(path, after, this.#root);
    const own = await readToAnalyse({ uri: path, path, text: after, version: 1 });
    const changed = changedFrom({ text: before }, { article: own, analysis: analyse(own) }, await readWordnet());
    return { kind: 'version', path, earlier, changes: changed?.changes ?? [] };
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(path, error);
  });
  return bytes && decodeBytes(bytes).text;
}
