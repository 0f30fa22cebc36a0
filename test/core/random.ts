/** A small seeded generator (mulberry32), so that every run tests the same cases and a failure can be run again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('Nothing to pick from.');
    return value;
  }

  shuffled<T>(values: readonly T[]): T[] {
    const result = [...values];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [result[i], result[j]] = [result[j] as T, result[i] as T];
    }
    return result;
  }
}

/** How many seeded cases to run: all under `npm test`, a twentieth while developing. */
export function seeds(all: number): number {
  return process.env.SECOND_SOURCE_ALL_SEEDS === undefined ? Math.ceil(all / 20) : all;
}

/** Runs a check over seeded cases; a failure tells the seed and what it was about. */
export function forSeeds(runs: number, check: (seed: number, tell: (text: string) => void) => void): void {
  for (let seed = 1; seed <= runs; seed++) {
    const told: string[] = [];
    try {
      check(seed, (text) => told.push(text));
    } catch (error) {
      throw new Error(`seed ${seed}: ${String(error)}\n${told.join('\n---\n')}`, { cause: error });
    }
  }
}
