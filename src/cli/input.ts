import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Unusable } from './failure';

/** Bytes of a file, or of standard input for `-`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (path !== '-') return await readFile(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The lines of a text file, `.gz` or not, or of standard input for `-`, one at a time. */
export async function* readLines(path: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  const bytes: NodeJS.ReadableStream = path === '-' ? process.stdin : createReadStream(path);
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // readline does not pass errors of its input on.
  let failure: unknown;
  const lines = createInterface({ input, crlfDelay: Infinity });
  for (const stream of new Set([bytes, input])) {
    stream.on('error', (error: unknown) => {
      failure = error;
      lines.close();
    });
  }
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield { line, number };
  }
  if (failure !== undefined) throw unreadable(path, failure);
}

export function unreadable(path: string, error: unknown): Unusable {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EISDIR: 'is a folder; name its files',
    ENOTDIR: 'is not a folder',
    EACCES: 'may not be read (permissions)',
  };
  return new Unusable(`${path}: ${reasons[code ?? ''] ?? message}`);
}
