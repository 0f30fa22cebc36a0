/** Endings of the files of a folder in which there is nothing to import, for a person. */
export function whatLiesThere(names: readonly string[]): string {
  const endings = Array.from(new Set(names.map((name) => /\.[^.]+$/.exec(name)?.[0] ?? 'no ending')));
  return endings.length === 0 ? 'it is empty' : `what lies there: ${endings.slice(0, 8).join(', ')}`;
}
