import { unzipSync } from 'fflate';

/** What a ZIP archive may open to, in all. */
const mostBytes = 400_000_000;

/** The entries of a ZIP archive whose names are wanted. Throws where it is damaged or opens to too much. */
export function zipEntries(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let left = mostBytes;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted(name)) return false;
      left -= originalSize;
      if (left < 0) throw new Error(`it opens to more than ${mostBytes / 1_000_000} MB`);
      return true;
    },
  });
  return new Map(Object.entries(entries));
}
