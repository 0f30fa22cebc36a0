import { gunzipSync } from 'fflate';
import type { KeptFile, KeptPage } from './kept';
import { zipEntries } from './zip';

const mostRecords = 20_000;

/** The pages of a WARC file (ISO 28500), whole or record by record in gzip: what answered with HTML. */
export function warcPages(bytes: Uint8Array): KeptFile {
  let source: Uint8Array;
  try {
    source = opened(bytes);
  } catch {
    return { reason: 'is compressed and cannot be opened: it is damaged, or no gzip' };
  }
  const found = records(source);
  if (found === undefined) return { reason: 'is compressed and no WARC file: open it first' };
  return keptPages([found], 'a WARC file');
}

/** The WARC files in a WACZ archive. */
export function waczPages(bytes: Uint8Array): KeptFile {
  const entries = zipEntries(bytes, (name) => /^archive\/.+\.warc(?:\.gz)?$/.test(name));
  if (entries.size === 0) return undefined;
  return keptPages(
    Array.from(entries.values(), (entry) => records(opened(entry)) ?? nothing),
    'a WACZ archive',
  );
}

interface Records {
  readonly pages: readonly KeptPage[];
  /** How many records with a page cannot be opened. */
  readonly damaged: number;
}

const nothing: Records = { pages: [], damaged: 0 };

function keptPages(all: readonly Records[], what: string): KeptFile {
  const pages = all.flatMap((each) => each.pages);
  const damaged = all.reduce((sum, each) => sum + each.damaged, 0);
  const problem = `${damaged} ${damaged === 1 ? 'page' : 'pages'} in it cannot be opened (damaged, or packed by other means than gzip)`;
  if (pages.length === 0) return { reason: damaged > 0 ? problem : `is ${what} without a web page` };
  return { pages, ...(damaged > 0 && { problem }) };
}

function opened(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f ? members(bytes) : bytes;
}

/** fflate opens the first member only; each begins where the one before has ended. */
function members(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    let next = at + 18;
    // A member's end is told by the header of the one behind it.
    while (
      next < bytes.length &&
      !(bytes[next] === 0x1f && bytes[next + 1] === 0x8b && bytes[next + 2] === 8 && (bytes[next + 3] ?? 255) < 32)
    )
      next += 1;
    try {
      parts.push(gunzipSync(bytes.subarray(at, next)));
      at = next;
    } catch (error) {
      if (next >= bytes.length) throw error;
      // The same bytes inside compressed data.
      const whole = gunzipSync(bytes.subarray(at));
      parts.push(whole);
      break;
    }
  }
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }
  return all;
}

function records(source: Uint8Array): Records | undefined {
  const latin = new TextDecoder('latin1');
  const pages: KeptPage[] = [];
  let damaged = 0;
  let at = 0;
  for (let count = 0; count < mostRecords && at < source.length; count += 1) {
    const head = latin.decode(source.subarray(at, at + 16_384));
    const headers = /^(?:\r?\n)*WARC\/[01]\.\d\r?\n([^]*?\r?\n)\r?\n/.exec(head);
    if (!headers) return count === 0 ? undefined : { pages, damaged };
    const of = (name: string) => new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(headers[1] ?? '')?.[1];
    const length = Number(of('content-length') ?? NaN);
    if (!Number.isSafeInteger(length)) break;
    const from = at + headers[0].length;
    try {
      const page = responsePage(of, source.subarray(from, from + length));
      if (page) pages.push(page);
    } catch {
      damaged += 1;
    }
    at = from + length;
  }
  return { pages, damaged };
}

function responsePage(of: (name: string) => string | undefined, block: Uint8Array): KeptPage | undefined {
  const type = of('warc-type');
  const url = of('warc-target-uri')?.replace(/^<|>$/g, '');
  let body = block;
  let kind = of('content-type') ?? '';
  if (type === 'response') {
    const head = /^HTTP\/[\d.]+ 200[^]*?\r?\n\r?\n/.exec(new TextDecoder('latin1').decode(block.subarray(0, 65_536)));
    if (!head) return undefined;
    const header = (name: string) => new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(head[0])?.[1] ?? '';
    kind = header('content-type');
    if (!/html/i.test(kind)) return undefined;
    body = block.subarray(head[0].length);
    if (/chunked/i.test(header('transfer-encoding'))) body = joinedChunks(body);
    // Some crawlers open the body and leave the header.
    if (/gzip/i.test(header('content-encoding'))) body = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
    else if (/\S/.test(header('content-encoding').replace(/identity/i, ''))) throw new Error('packed in another way');
  } else if (type !== 'resource') return undefined;
  if (!/html/i.test(kind)) return undefined;
  const charset =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(kind)?.[1] ??
    /<meta\b[^>]{0,500}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(
      new TextDecoder('latin1').decode(body.subarray(0, 2048)),
    )?.[1];
  const date = of('warc-date');
  const note = `<!-- saved from ${url === undefined ? '' : `url: ${url.replaceAll('--', '%2D%2D')} `}${date === undefined ? '' : `saved date: ${date}`}\n-->`;
  return { html: `${note}\n${decoded(body, charset)}`, ...(url !== undefined && { label: url }) };
}

function decoded(body: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    try {
      return new TextDecoder(charset ?? 'windows-1252').decode(body);
    } catch {
      return new TextDecoder('windows-1252').decode(body);
    }
  }
}

/** "Transfer-Encoding: chunked" (RFC 9112, 7.1), which some crawlers keep as it came. */
function joinedChunks(body: Uint8Array): Uint8Array {
  const joined = new Uint8Array(body.length);
  let at = 0;
  let to = 0;
  while (at < body.length) {
    const line = /^([\da-f]{1,8})[^\r\n]*\r?\n/i.exec(new TextDecoder('latin1').decode(body.subarray(at, at + 200)));
    if (!line) return to === 0 ? body : joined.subarray(0, to);
    const length = parseInt(line[1] ?? '', 16);
    if (length === 0) break;
    at += line[0].length;
    joined.set(body.subarray(at, at + length), to);
    to += Math.min(length, body.length - at);
    at += length + 2;
  }
  return joined.subarray(0, to);
}
