import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { changeMessage, type ImportedArticle, leftOutMessage, pageArticle, textArticle } from '../core/index';
import type { KeptPage } from '../pages/kept/kept';
import { ArticleFolder } from './articleFolder';
import { Unusable, type ExitCode } from './failure';
import { readBytes, unreadable } from './input';
import { filesOf, sourceOf, type KeptSource } from './keptSources';
import { print, printLine, warn, writeFileWhole } from './output';
import { refuseLinkOut } from './exporting/target';

export const help = `second-source import-article FILE... [--url URL] [--out DIR] [--keep] [--new-version] [--whole] [--json]

Makes articles of what people keep: Markdown with what the file says about itself as front matter, its words as they stand.
FILE is a web page (HTML, SingleFile, MHTML), a web archive (WARC, WACZ: an article a page), a feed (RSS, Atom: an article an
item), mail or a mailbox, a Word document (DOCX), a PDF file with a text layer, subtitles (SRT, VTT), a plain text, a folder of
such files (plain texts in it are articles as they stand), or - for standard input. Prints the files it has written; an article
that is there already, by its address or by title and text, is left as it is; another one of the same name gets a number. Where
something may be missing a line says what, and the article extracted: partial. Ends with 1 where a file has no article, or one
that is there with other words.

  --url URL      where the page is from, for a single one
  --out DIR      where the articles go, otherwise here; - prints the article of a single page
  --keep         keeps each file beside its articles, in the folder .originals; they name it and its hash under source
  --new-version  where an article is there with other words: keeps those in NAME.EXT.versions and writes the new ones
  --whole        all the text of a page, where its article cannot be told from the rest
  --json         prints a line of JSON for each article or refusal instead of names and messages`;

interface Options {
  readonly url: string | undefined;
  readonly out: string;
  readonly keep: boolean;
  readonly newVersion: boolean;
  readonly whole: boolean;
  readonly json: boolean;
}

/** Where the originals of articles lie, in a folder that no article is looked for in. */
const originals = '.originals';

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      out: { type: 'string' },
      keep: { type: 'boolean' },
      'new-version': { type: 'boolean' },
      whole: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const { url, out = '.', keep = false, 'new-version': newVersion = false, whole = false, json = false } = values;
  const files = (await Promise.all(positionals.map(filesOf))).flat();
  if (files.length === 0) throw new Unusable('import-article: name the pages to import: files, a folder of them, or -');
  if (url !== undefined && (files.length > 1 || !/^https?:\/\//i.test(url)))
    throw new Unusable('import-article: --url is the http or https address of a single page');
  if (out === '') throw new Unusable('import-article: --out is a folder, or - for standard output');
  if (out === '-' && files.length > 1) throw new Unusable('import-article: --out - takes a single page');
  if (keep && (out === '-' || files.includes('-'))) throw new Unusable('import-article: --keep goes with files and a folder');
  if (out !== '-') await refuseLinkOut(out);
  let isWhole = true;
  const folder = new ArticleFolder(out, newVersion);
  for (const file of files) {
    const options = { url, out, keep, newVersion, whole, json };
    const source = await sourceOf(file).catch((error: unknown) => {
      // One that cannot be read hides nothing in the others.
      if (!(error instanceof Unusable) || files.length === 1) throw error;
      warn(error.message);
    });
    if (!source || !(await importSource(file, source, folder, options))) isWhole = false;
  }
  return isWhole ? 0 : 1;
}

/** Whether all that the file holds has become articles. */
async function importSource(file: string, source: KeptSource, folder: ArticleFolder, options: Options): Promise<boolean> {
  if ('reason' in source) {
    await refuse(file, source.reason, options);
    return false;
  }
  const parts = 'pages' in source ? source.pages : [source];
  if (options.out === '-' && parts.length > 1) throw new Unusable(`${file}: holds ${parts.length} articles; --out names a folder for them`);
  const original = options.keep ? await keepOriginal(file, options.out) : undefined;
  let isWhole = true;
  for (const part of parts) {
    const label = 'label' in part ? part.label : undefined;
    const name = label === undefined ? file : `${file} (${label})`;
    const article = await articleOf(file, part, original, options);
    if (typeof article === 'string') {
      await refuse(name, article, options);
      isWhole = false;
      continue;
    }
    if (article.leftOut && !options.json)
      warn(`${name}: ${leftOutMessage(article.leftOut)}${article.leftOut.paragraphs > 0 ? '; --whole takes everything' : ''}`);
    if (options.out === '-') await print(article.text);
    else if (!(await write(article, folder, name, options))) isWhole = false;
  }
  if ('problem' in source) {
    await refuse(file, source.problem, options);
    isWhole = false;
  }
  return isWhole;
}

async function refuse(file: string, reason: string, { json }: Options): Promise<void> {
  if (json) await printLine({ file, reason });
  else warn(`${file}: ${reason}`);
}

/** The article, or why there is none. */
async function articleOf(
  file: string,
  part: KeptPage | { readonly text: string },
  source: Original | undefined,
  { url, whole }: Options,
): Promise<ImportedArticle | string> {
  const saved = file === '-' ? undefined : isoTime((await stat(file)).mtime);
  const known = { ...(url !== undefined && { url }), ...(source && { source }) };
  if ('text' in part) {
    const article = textArticle(part.text, { ...known, ...(saved !== undefined && { retrieved: saved }) });
    return article.words === 0 ? 'this file has no text' : article;
  }
  const { content, html, leftOut } = part;
  const { mainContent } = await import('../pages/mainContent');
  const main = content !== undefined ? { content, headings: [], ...(leftOut && { leftOut }) } : whole ? undefined : mainContent(html);
  if (main && 'reason' in main) return `${main.reason}; --whole takes all of its text`;
  try {
    const article = pageArticle({
      html,
      ...known,
      ...(main && { main }),
      ...(file !== '-' && { fileName: basename(file) }),
      ...(saved !== undefined && { saved }),
    });
    return article.words === 0 ? 'this page has no text' : article;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Original {
  readonly path: string;
  readonly sha256: string;
}

/** Keeps the file as it is beside the articles; another one of its name gets a number, the same one is there once. */
async function keepOriginal(file: string, folder: string): Promise<Original> {
  const bytes = await readBytes(file);
  const ending = extname(file);
  for (let number = 1; ; number += 1) {
    const name = `${basename(file, ending)}${number === 1 ? '' : `-${number}`}${ending}`;
    const target = join(folder, originals, name);
    const there = await existing(target);
    if (there && Buffer.compare(there, bytes) !== 0) continue;
    if (!there) await writeFileWhole(target, [bytes], folder);
    return { path: `${originals}/${name}`, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

async function existing(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  });
}

function isoTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** False where the article is there with other words, which stay. */
async function write(article: ImportedArticle, folder: ArticleFolder, page: string, { json }: Options): Promise<boolean> {
  const kept = await folder.keep(article);
  const { kind, path } = kept;
  const reason = `is there already, as ${path}, with other words; --new-version keeps those as an earlier version and writes these`;
  if (json && kind === 'differs') await printLine({ file: page, article: path, reason });
  else if (json) {
    const { words, leftOut } = article;
    const version = kind === 'version' && { earlier: kept.earlier, changes: kept.changes };
    await printLine({
      file: page,
      article: path,
      words,
      ...(kind === 'known' && { known: true }),
      ...version,
      ...(leftOut && { leftOut }),
    });
  } else if (kind === 'differs') warn(`${page}: ${reason}`);
  else if (kind === 'known') warn(`${page}: is there already, as ${path}, with the same words`);
  else await printLine(path);
  if (!json && kind === 'version') {
    warn(`${page}: ${path} has the new words, the earlier ones are kept as ${kept.earlier}`);
    for (const change of kept.changes) warn(`${path}: changed by the outlet: ${changeMessage(change)}`);
  }
  return kind !== 'differs';
}
