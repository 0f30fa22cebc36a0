import { unzipSync } from 'fflate';
import { decodeBytes } from '../text/encoding/bytes';

/** Files in an archive, and bytes of all of them together, that are taken in: a project of texts is far smaller. */
const mostFiles = 10_000;
const mostBytes = 200_000_000;

/** What has been taken in of an archive and of those inside it. */
export interface ArchiveBudget {
  files: number;
  bytes: number;
}

/**
 * Files of a ZIP archive by their names in it. Names are only looked up, never written to. Throws an Error that says why where the
 * archive is broken, or says that it holds more than a project of texts does.
 */
export function archivedFiles(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  budget: ArchiveBudget = { files: 0, bytes: 0 },
): ReadonlyMap<string, Uint8Array> {
  const contents = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      budget.files += 1;
      budget.bytes += originalSize;
      if (budget.files > mostFiles || budget.bytes > mostBytes) throw new Error('the archive holds more than 10,000 texts or 200 MB');
      return true;
    },
  });
  return new Map(Object.entries(contents));
}

export function archivedTexts(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, string> {
  return new Map(Array.from(archivedFiles(bytes, wanted), ([name, content]) => [name, decodeBytes(content).text]));
}
