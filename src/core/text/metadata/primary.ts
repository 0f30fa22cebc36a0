/** What a primary source can be: the words themselves, and not what an outlet reports of them. */
export const primaryKinds = ['transcript', 'readout', 'press release', 'recording'] as const;

/** `primary source`: nobody has said which. */
export type PrimaryKind = (typeof primaryKinds)[number] | 'primary source';

/** As a person or front matter writes it; `report` says that an article is none, also where it looks like one. Undefined for other words. */
export function readPrimary(written: string): PrimaryKind | 'report' | undefined {
  const value = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  if (value === 'true' || value === 'yes' || value === 'primary source') return 'primary source';
  if (value === 'false' || value === 'no' || value === 'report') return 'report';
  return primaryKinds.find((kind) => kind === value);
}

/** Why a value is not taken, in words for its writer; undefined where it is. */
export function primaryDoubt(written: string): string | undefined {
  if (readPrimary(written) !== undefined) return undefined;
  return `“${written.slice(0, 40)}” is no kind of primary source: write ${primaryKinds.join(', ')}, yes, or report for none.`;
}
