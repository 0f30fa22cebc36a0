import type { Lexicon } from './lexicon';
import { Flag, type Tokens } from './tokens';

/** Words in a row that prove copying. */
const RUN = 5;
export const COPY = 0.25;
export const PARTIAL_COPY = 0.05;

/** Hashes of all runs of five words that lie outside quotation marks: quoted words are shared without copying. */
export function runsOf(tokens: Tokens, lexicon: Lexicon): ReadonlySet<number> {
  const runs = new Set<number>();
  let length = 0;
  for (let i = 0; i < tokens.lemma.length; i++) {
    const flags = tokens.flags[i] ?? 0;
    length = flags & Flag.quoted ? 0 : flags & Flag.paragraph ? 1 : length + 1;
    if (length < RUN) continue;
    let hash = 0;
    for (let k = i - RUN + 1; k <= i; k++) hash = Math.imul(hash ^ lexicon.hash(tokens.lemma[k] ?? 0), 0x9e3779b1);
    runs.add(hash);
  }
  return runs;
}

/** Share of the smaller set that the larger one has (containment; Broder 1997). */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared / small.size;
}

/** Groups of indices, by merging linked ones. */
export class Groups {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  link(a: number, b: number): void {
    this.#parent[this.find(a)] = this.find(b);
  }

  find(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    this.#parent[index] = root;
    return root;
  }

  lists(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const list = byRoot.get(this.find(i));
      if (list) list.push(i);
      else byRoot.set(this.find(i), [i]);
    }
    return [...byRoot.values()];
  }
}
