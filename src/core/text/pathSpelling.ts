/**
 * The same name may be written with composed letters or with letters and marks (Unicode Standard Annex 15, NFC and NFD); disks, archives
 * and git make one of the other, so that what a file says and what lies in the folder differ. Both mean one file.
 */
export function isSamePath(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}

/** A path in each of its spellings, as it is given first. */
export function spellings(path: string): readonly string[] {
  return [path, path.normalize('NFC'), path.normalize('NFD')];
}

/** How a path is spelled among these: as it is given where that is there, else in the other way; undefined where neither is. */
export function speller(paths: Iterable<string>): (path: string) => string | undefined {
  const exact = new Set<string>();
  const known = new Map<string, string>();
  for (const path of paths) {
    exact.add(path);
    known.set(path.normalize('NFC'), path);
  }
  return (path) => (exact.has(path) ? path : known.get(path.normalize('NFC')));
}
