import type { KeptFile } from './kept';
import { docxPages } from './docx';
import { feedPages } from './feed';
import { messagePages } from './message';
import { transcriptPages } from './transcript';
import { warcPages, waczPages } from './warc';

/** Larger files are no articles, and would be held in memory several times. */
const mostBytes = 200_000_000;

/** Reads what is no web page by itself, told by its content: mail and MHTML, feeds, WARC and WACZ, DOCX, subtitles. PDF: `pdf.ts`. */
export async function keptFile(bytes: Uint8Array): Promise<KeptFile> {
  try {
    return await read(bytes);
  } catch (error) {
    return { reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Each comment ends at the first end there is: where it might end at any, many in a row are tried in ever more ways. */
const feed =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[^]){0,1000}-->\s*)*(?:<\?(?:(?!\?>)[^>]){0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)\b/i;

async function read(bytes: Uint8Array): Promise<KeptFile> {
  if (bytes.length > mostBytes) return { reason: `is larger than ${mostBytes / 1_000_000} MB` };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (head.startsWith('PK\u0003\u0004')) return docxPages(bytes) ?? waczPages(bytes) ?? other('a ZIP archive');
  if (head.startsWith('\u001f\u008b') || /^WARC\/[01]\.\d/.test(head)) return warcPages(bytes);
  if (feed.test(head)) return feedPages(textOf(bytes, head));
  if (isMessage(head)) return messagePages(bytes);
  if (/^\s*WEBVTT(?:\s|$)/.test(head) || /^\s*\d+\s*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> /.test(head))
    return transcriptPages(textOf(bytes, head));
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|\u00d0\u00cf\u0011\u00e0|7z|Rar!)/.test(head)) return other('no text');
  return undefined;
}

function other(what: string): KeptFile {
  return { reason: `is ${what}: pages (HTML, MHTML, WARC, WACZ), feeds, mail, DOCX, PDF, subtitles (SRT, VTT) and text can be imported` };
}

/** Header lines as mail has them, some of which say that it is a message. */
function isMessage(head: string): boolean {
  const lines = /^(?:From [^\r\n]*\r?\n)?(?:[\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}/.exec(head)?.[0] ?? '';
  const has = (names: string) => new RegExp(`^(?:${names}):`, 'im').test(lines);
  return has('mime-version|snapshot-content-location|received|message-id') || (has('from') && has('subject') && has('to|date'));
}

function textOf(bytes: Uint8Array, head: string): string {
  const declared = /^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w-]{1,40})/i.exec(head)?.[1];
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of [mark, 'utf-8', declared]) {
    if (encoding === undefined) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
