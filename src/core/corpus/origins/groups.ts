/** Groups of indices, by merging linked ones. */
export class Groups {
  readonly #parent: Int32Array;
  /** How many groups there are. */
  count: number;

  constructor(size: number) {
    this.count = size;
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  link(a: number, b: number): void {
    const [one, other] = [this.#find(a), this.#find(b)];
    if (one === other) return;
    this.#parent[other] = one;
    this.count--;
  }

  areOne(a: number, b: number): boolean {
    return this.#find(a) === this.#find(b);
  }

  lists(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const list = byRoot.get(this.#find(i));
      if (list) list.push(i);
      else byRoot.set(this.#find(i), [i]);
    }
    return [...byRoot.values()];
  }

  #find(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    this.#parent[index] = root;
    return root;
  }
}
