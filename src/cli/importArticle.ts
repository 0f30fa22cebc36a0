import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodePage, type ImportedArticle, isSameArticle, leftOutMessage, numberedName, pageArticle } from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { readBytes, unreadable } from './input';
import { print, printLine, warn, writeFileWhole } from './output';

export const help = `second-source import-article PAGE... [--url URL] [--out DIR] [--whole]

Makes articles of saved web pages: Markdown with what the page says about itself as front matter, its words as they stand.
PAGE is an HTML file, a folder of them, or - for standard input. Prints the files it has written; an article that is there
already is left as it is, and another one of the same name gets a number. Ends with 1 where a page has no article.

  --url URL    where the page is from, for a single one
  --out DIR    where the articles go, otherwise here; - prints the article of a single page
  --whole      all the text of the page, where its article cannot be told from the rest`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' }, out: { type: 'string' }, whole: { type: 'boolean' } },
  });
  const pages = (await Promise.all(positionals.map(pagesOf))).flat();
  if (pages.length === 0) throw new Unusable('import-article: name the pages to import: HTML files, a folder of them, or -');
  if (values.url !== undefined && (pages.length > 1 || !/^https?:\/\//i.test(values.url)))
    throw new Unusable('import-article: --url is the http or https address of a single page');
  if (values.out === '') throw new Unusable('import-article: --out is a folder, or - for standard output');
  if (values.out === '-' && pages.length > 1) throw new Unusable('import-article: --out - takes a single page');
  let whole = true;
  for (const page of pages) {
    const article = await articleOf(page, values.url, values.whole === true);
    if (typeof article === 'string') {
      warn(`${page}: ${article}`);
      whole = false;
      continue;
    }
    if (article.leftOut) warn(`${page}: ${leftOutMessage(article.leftOut)}; --whole takes everything`);
    if (values.out === '-') await print(article.text);
    else await write(article, values.out ?? '.', page);
  }
  return whole ? 0 : 1;
}

/** The pages of a folder, not of those below it: what a browser saves beside a page are its parts. */
async function pagesOf(name: string): Promise<readonly string[]> {
  if (name === '-') return [name];
  const found = await stat(name).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (!found.isDirectory()) return [name];
  const files = (await readdir(name)).filter((file) => /\.(?:html?|xhtml)$/i.test(file)).sort();
  if (files.length === 0) throw new Unusable(`${name}: no saved pages in this folder (.html, .htm, .xhtml)`);
  return files.map((file) => join(name, file));
}

/** The article, or why there is none. */
async function articleOf(page: string, url: string | undefined, whole: boolean): Promise<ImportedArticle | string> {
  const html = decodePage(await readBytes(page), undefined, decode);
  if (html === undefined) return 'is not a text file';
  if (!/<[a-z!]/i.test(html)) return 'is plain text and no page: it is an article as it stands';
  // Loaded when first needed: no other command pays for it.
  const { mainContent } = await import('../pages/mainContent');
  const main = whole ? undefined : mainContent(html);
  if (main && 'reason' in main) return `${main.reason}; --whole takes all of its text`;
  const written = page === '-' ? undefined : (await stat(page)).mtime;
  try {
    const article = pageArticle({
      html,
      ...(main && { main }),
      ...(url !== undefined && { url }),
      ...(page !== '-' && { fileName: basename(page) }),
      ...(written && { saved: isoTime(written) }),
    });
    return article.words === 0 ? 'this page has no text' : article;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** By the encodings that browsers know. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function isoTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

async function write({ name, text }: ImportedArticle, folder: string, page: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const target = join(folder, numberedName(name, number));
    const there = await readFile(target, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw unreadable(target, error);
    });
    if (there === undefined) {
      await writeFileWhole(target, text).catch((error: unknown) => {
        throw new Unusable(`${target}: cannot be written (${(error as Error).message})`);
      });
      return printLine(target);
    }
    if (isSameArticle(there, text)) {
      warn(`${page}: is there already, as ${target}`);
      return;
    }
  }
}
