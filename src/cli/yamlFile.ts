import { basename, join } from 'node:path';
import { changeFile, WriteRefused } from '../disk/wholeFile';
import { Unusable } from './failure';

/**
 * Changes the text of a file of ours of a folder as it is at this moment, in turns with the editor; an empty text where there is no file.
 * Byte order mark and line ends stay. What is not UTF-8 is left alone.
 */
export async function changeYaml(root: string, name: string, change: (text: string) => string): Promise<void> {
  const path = join(root, name);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const turn = (before: Uint8Array | undefined) => {
      const text = decoded(before ?? new Uint8Array());
      const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      return new TextEncoder().encode(mark + change(text.slice(mark.length)));
    };
    await changeFile(path, turn, root);
  } catch (error) {
    refused(error);
  }

  function decoded(bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new Unusable(`${basename(path)}: is not UTF-8 and was left as it is`);
    }
  }
}

export function refused(error: unknown): never {
  throw error instanceof WriteRefused ? new Unusable(error.message) : error;
}
