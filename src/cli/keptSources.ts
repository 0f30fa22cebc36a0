import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { decodePage, isPageText, isPdf, whatLiesThere } from '../core/index';
import type { KeptFile, KeptPage } from '../pages/kept/kept';
import { Unusable } from './failure';
import { readBytes, unreadable } from './input';

/** Endings of files that a folder is searched for. */
const importable = /\.(?:html?|xhtml|mht|mhtml|warc|warc\.gz|wacz|rss|atom|xml|eml|mbox|docx|srt|vtt|pdf)$/i;

/** What a file holds: pages, or a text as it stands; or why nothing is taken from it. */
export type KeptSource =
  { readonly pages: readonly KeptPage[]; readonly problem?: string } | { readonly text: string } | { readonly reason: string };

/** The files of a folder, not of those below it: what a browser saves beside a page are its parts. */
export async function filesOf(name: string): Promise<readonly string[]> {
  if (name === '-') return [name];
  const found = await stat(name).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (!found.isDirectory()) return [name];
  const all = await readdir(name);
  const files = all.filter((file) => importable.test(file)).sort();
  if (files.length > 0) return files.map((file) => join(name, file));
  throw new Unusable(
    `${name}: nothing to import in this folder (pages, MHTML, WARC, WACZ, feeds, mail, DOCX, PDF, subtitles); ${whatLiesThere(all)}`,
  );
}

export async function sourceOf(file: string): Promise<KeptSource> {
  const bytes = await readBytes(file);
  const kept = await keptFile(bytes);
  if (kept) return kept;
  const text = decodePage(bytes, undefined, decode);
  if (text === undefined) return { reason: 'is not a text file' };
  return isPageText(text) ? { pages: [{ html: text }] } : { text };
}

/** Loaded when first needed: no other command pays for it; what reads PDF is a file of its own beside this program. */
async function keptFile(bytes: Uint8Array): Promise<KeptFile> {
  if (!isPdf(bytes)) return (await import('../pages/kept/keptFile')).keptFile(bytes);
  const { pdfPages } = createRequire(__filename)('./pdf.js') as typeof import('../pages/kept/pdf');
  return pdfPages(bytes);
}

/** By the encodings that browsers know. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}
