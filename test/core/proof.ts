/** What the tests have shown of each format, over all test files of one run: each file is a bundle of its own, so that the host keeps it. */
type Column = 'schema' | 'attacks' | 'story' | 'articles' | 'round trip';

const key = Symbol.for('second-source.proof');
type Results = Map<string, Map<Column, (boolean | string)[]>>;
const results = (Reflect.get(globalThis, key) as Results | undefined) ?? (new Map() as Results);
Reflect.set(globalThis, key, results);

/** A passed or failed test of a format, or why it was skipped. */
export function record(format: string, column: Column, result: boolean | string): void {
  const columns = results.get(format) ?? new Map<Column, (boolean | string)[]>();
  results.set(format, columns.set(column, [...(columns.get(column) ?? []), result]));
}

/** Records each test of a suite under the formats that it is about, by its title; a skipped one proves nothing. */
export function recordEach(column: Column, formatsOf: (title: string) => readonly string[]): void {
  afterEach(function () {
    const { title, state } = this.currentTest ?? {};
    if (state === 'passed' || state === 'failed') for (const format of formatsOf(title ?? '')) record(format, column, state === 'passed');
  });
}

/** A cell of the table: how many tests of how many have passed, in a word where it was one. */
export function shown(format: string, column: Column): string {
  const found = results.get(format)?.get(column) ?? [];
  const [why] = found.filter((result) => typeof result === 'string');
  const tried = found.filter((result) => typeof result === 'boolean');
  if (tried.length === 0) return why ?? '–';
  const passed = tried.filter(Boolean).length;
  return tried.length === 1 ? (passed === 1 ? 'ok' : 'FAILED') : `${passed}/${tried.length}`;
}
