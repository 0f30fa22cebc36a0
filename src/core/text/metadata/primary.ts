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
