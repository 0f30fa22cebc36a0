import { unzipSync } from 'fflate';
import { decodeBytes } from '../text/encoding/bytes';

/** Files in an archive, and bytes of all of them together, that are taken in: a project of texts is far smaller. */
const mostFiles = 10_000;
const mostBytes = 200_000_000;

/**
 * The text files of a ZIP archive by their names in it. Names are only looked up, never written to. Throws an Error that says why where
 * the archive is broken, or says that it holds more than a project of texts does.
 */
export function archivedTexts(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, string> {
  let files = 0;
  let size = 0;
  const contents = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      files += 1;
      size += originalSize;
      if (files > mostFiles || size > mostBytes) throw new Error('the archive holds more than 10,000 texts or 200 MB');
      return true;
    },
  });
  return new Map(Object.entries(contents).map(([name, content]) => [name, decodeBytes(content).text]));
}
