import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodePage, type ImportedArticle, isSameArticle, leftOutMessage, numberedName, pageArticle } from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { readBytes, unreadable } from './input';
import { print, printLine, warn, writeFileWhole } from './output';

export const help = `second-source import-article FILE... [--url URL] [--out DIR] [--whole] [--json]

Makes articles of what people keep: Markdown with what the file says about itself as front matter, its words as they stand.
FILE is a web page (HTML, SingleFile, MHTML), a web archive (WARC, WACZ: an article a page), a feed (RSS, Atom: an article an
item), mail, a Word document (DOCX), subtitles (SRT, VTT), a folder of such files, or - for standard input. Prints the files it
has written; an article that is there already is left as it is, and another one of the same name gets a number. Ends with 1
where a file has no article.

  --url URL    where the page is from, for a single one
  --out DIR    where the articles go, otherwise here; - prints the article of a single page
  --whole      all the text of a page, where its article cannot be told from the rest
  --json       prints a line of JSON for each article or refusal instead of names and messages`;

/** Endings of files that a folder is searched for. */
const importable = /\.(?:html?|xhtml|mht|mhtml|warc|warc\.gz|wacz|rss|atom|xml|eml|docx|srt|vtt|pdf)$/i;

interface Source {
  readonly html: string;
  readonly content?: string;
  readonly label?: string;
}

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' }, out: { type: 'string' }, whole: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const files = (await Promise.all(positionals.map(filesOf))).flat();
  if (files.length === 0) throw new Unusable('import-article: name the pages to import: files, a folder of them, or -');
  if (values.url !== undefined && (files.length > 1 || !/^https?:\/\//i.test(values.url)))
    throw new Unusable('import-article: --url is the http or https address of a single page');
  if (values.out === '') throw new Unusable('import-article: --out is a folder, or - for standard output');
  if (values.out === '-' && files.length > 1) throw new Unusable('import-article: --out - takes a single page');
  let whole = true;
  for (const file of files) {
    const sources = await sourcesOf(file);
    if (typeof sources === 'string') {
      await tell(file, sources, values.json === true);
      whole = false;
      continue;
    }
    if (values.out === '-' && sources.length > 1)
      throw new Unusable(`${file}: holds ${sources.length} articles; --out names a folder for them`);
    for (const source of sources) {
      const name = source.label === undefined ? file : `${file} (${source.label})`;
      const article = await articleOf(file, source, values.url, values.whole === true);
      if (typeof article === 'string') {
        await tell(name, article, values.json === true);
        whole = false;
        continue;
      }
      if (article.leftOut && values.json !== true) warn(`${name}: ${leftOutMessage(article.leftOut)}; --whole takes everything`);
      if (values.out === '-') await print(article.text);
      else await write(article, values.out ?? '.', name, values.json === true);
    }
  }
  return whole ? 0 : 1;
}

async function tell(file: string, reason: string, json: boolean): Promise<void> {
  if (json) await printLine(JSON.stringify({ file, reason }));
  else warn(`${file}: ${reason}`);
}

/** The files of a folder, not of those below it: what a browser saves beside a page are its parts. */
async function filesOf(name: string): Promise<readonly string[]> {
  if (name === '-') return [name];
  const found = await stat(name).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (!found.isDirectory()) return [name];
  const all = await readdir(name);
  const files = all.filter((file) => importable.test(file)).sort();
  if (files.length > 0) return files.map((file) => join(name, file));
  const endings = Array.from(new Set(all.map((file) => /\.[^.]+$/.exec(file)?.[0] ?? 'no ending'))).slice(0, 8); // prettier-ignore
  const there = endings.length === 0 ? 'it is empty' : `what lies there: ${endings.join(', ')}`;
  throw new Unusable(`${name}: nothing to import in this folder (pages, MHTML, WARC, WACZ, feeds, mail, DOCX, subtitles); ${there}`);
}

/** The pages that a file holds, or why there are none. */
async function sourcesOf(file: string): Promise<readonly Source[] | string> {
  const bytes = await readBytes(file);
  // Loaded when first needed: no other command pays for it.
  const { keptFile } = await import('../pages/kept/keptFile');
  const kept = await keptFile(bytes);
  if (kept) return 'reason' in kept ? kept.reason : kept.pages;
  const html = decodePage(bytes, undefined, decode);
  if (html === undefined) return 'is not a text file';
  if (!/<[a-z!]/i.test(html)) return 'is plain text and no page: it is an article as it stands';
  return [{ html }];
}

/** The article, or why there is none. */
async function articleOf(file: string, source: Source, url: string | undefined, whole: boolean): Promise<ImportedArticle | string> {
  const { html, content } = source;
  const { mainContent } = await import('../pages/mainContent');
  const main = content !== undefined ? { content, headings: [] } : whole ? undefined : mainContent(html);
  if (main && 'reason' in main) return `${main.reason}; --whole takes all of its text`;
  const written = file === '-' ? undefined : (await stat(file)).mtime;
  try {
    const article = pageArticle({
      html,
      ...(main && { main }),
      ...(url !== undefined && { url }),
      ...(file !== '-' && { fileName: basename(file) }),
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

async function write({ name, text, words, leftOut }: ImportedArticle, folder: string, page: string, json: boolean): Promise<void> {
  for (let number = 1; ; number += 1) {
    const target = join(folder, numberedName(name, number));
    const there = await readFile(target, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw unreadable(target, error);
    });
    const isKnown = there !== undefined && isSameArticle(there, text);
    if (there !== undefined && !isKnown) continue;
    if (!isKnown)
      await writeFileWhole(target, text).catch((error: unknown) => {
        throw new Unusable(`${target}: cannot be written (${(error as Error).message})`);
      });
    if (json)
      await printLine(JSON.stringify({ file: page, article: target, words, ...(isKnown && { known: true }), ...(leftOut && { leftOut }) }));
    else if (isKnown) warn(`${page}: is there already, as ${target}`);
    else await printLine(target);
    return;
  }
}
