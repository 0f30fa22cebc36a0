/** Rows of differing length: where each ends, and all values. */
export interface Rows {
  readonly ends: Uint32Array;
  readonly values: Uint32Array;
}

export const NONE: Rows = { ends: new Uint32Array(0), values: new Uint32Array(0) };

/** Where a row begins among all values; it goes on to `ends[index]`. */
export function from(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : (ends[index - 1] ?? 0);
}

export function has({ ends, values }: Rows, index: number, value: number): boolean {
  for (let k = from(ends, index); k < (ends[index] ?? 0); k++) if (values[k] === value) return true;
  return false;
}

/** For each value the rows that have it, in their order. */
export function invert(rows: Rows, size: number): Rows {
  const ends = new Uint32Array(size);
  for (const value of rows.values) ends[value] = (ends[value] ?? 0) + 1;
  for (let i = 1; i < size; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const values = new Uint32Array(rows.values.length);
  const fill = ends.slice();
  for (let i = rows.ends.length - 1; i >= 0; i--) {
    for (let k = from(rows.ends, i); k < (rows.ends[i] ?? 0); k++) {
      const value = rows.values[k] ?? 0;
      const at = (fill[value] ?? 1) - 1;
      fill[value] = at;
      values[at] = i;
    }
  }
  return { ends, values };
}
