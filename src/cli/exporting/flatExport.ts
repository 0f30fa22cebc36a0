import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleByArticle, type ExportFile, type Report, SharedText } from '../../core/index';
import { Unusable } from '../failure';
import { unwritable } from '../input';
import { print, writeFileWhole } from '../output';
import { refuseLinkOut, refuseTarget } from './target';
import { GrowingFile } from './growingFile';

/** Writes one report after the other: files of single articles at once, those of all of them as they grow, whole when it ends. */
export class FlatExport {
  readonly #format: ArticleByArticle;
  readonly #out: string;
  readonly #folder: string | undefined;
  readonly #from: string;
  readonly #shared: { readonly text: SharedText; readonly to: GrowingFile | undefined; readonly target: string }[] = [];
  #number = 0;

  private constructor(format: ArticleByArticle, out: string, folder: string | undefined, from: string) {
    this.#format = format;
    this.#out = out;
    this.#folder = folder;
    this.#from = from;
  }

  /** `out`: a file, or a folder where there are several; `-` is standard output. */
  static async begin(format: ArticleByArticle, out: string, from: string): Promise<FlatExport> {
    const { shared, own, beside = [] } = format;
    const several = own !== undefined || shared.length + beside.length > 1;
    if (out === '-' && several) throw new Unusable('export: this format makes several files; name a folder for them');
    const there = out === '-' ? undefined : await stat(out).catch(() => undefined);
    const isFolder = out.endsWith('/') || there?.isDirectory() === true;
    if (several && there && !isFolder) throw new Unusable(`${out}: is not a folder, which this format needs for its files`);
    const flat = new FlatExport(format, out, several || isFolder ? out : undefined, from);
    if (flat.#folder !== undefined) await refuseLinkOut(flat.#folder, from);
    await flat.#begin();
    return flat;
  }

  async add(report: Report): Promise<void> {
    for (const { text, to, target } of this.#shared)
      for (const piece of text.of(report, this.#number)) await (to?.write(piece).catch(notWritten(target)) ?? print(piece));
    for (const file of this.#format.own?.(report, this.#number) ?? []) await this.#write(file);
    this.#number += report.documents.length;
  }

  /** What is written is whole from here on. */
  async end(): Promise<void> {
    for (const { text, to, target } of this.#shared) {
      await (to?.write(text.end()).catch(notWritten(target)) ?? print(text.end()));
      await to?.end().catch(notWritten(target));
    }
    for (const file of this.#format.beside ?? []) await this.#write(file);
  }

  /** Leaves files of all articles that are not whole as they were before. */
  async close(): Promise<void> {
    for (const { to } of this.#shared) await to?.discard();
  }

  async #begin(): Promise<void> {
    for (const file of this.#format.shared) {
      const target = this.#targetOf(file.path);
      if (this.#out !== '-') await refuseTarget(target, this.#from);
      const to = this.#out === '-' ? undefined : await GrowingFile.begin(target, this.#folder).catch(notWritten(target));
      this.#shared.push({ text: new SharedText(file), to, target });
    }
  }

  async #write({ path, content }: ExportFile): Promise<void> {
    const target = this.#targetOf(path);
    await refuseTarget(target, this.#from);
    await writeFileWhole(target, content, this.#folder);
  }

  #targetOf(path: string): string {
    return this.#folder === undefined ? this.#out : join(this.#folder, path);
  }
}

function notWritten(target: string): (error: unknown) => never {
  return (error) => {
    throw unwritable(target, error);
  };
}
