interface Entry<T> {
  readonly score: number;
  readonly item: T;
}

/** The highest of the scores offered, in a heap whose root is the lowest kept; of equal ones those that come first. */
export class Best<T> {
  readonly #most: number;
  readonly #isBefore: (one: T, other: T) => boolean;
  readonly #heap: Entry<T>[] = [];

  /** `isBefore` is asked of equal ones only; without it those stay that were offered first. */
  constructor(most: number, isBefore: (one: T, other: T) => boolean = () => false) {
    this.#most = most;
    this.#isBefore = isBefore;
  }

  /** What a score has to reach to be kept. */
  get floor(): number {
    return this.#heap.length < this.#most ? 0 : (this.#heap[0]?.score ?? Infinity);
  }

  offer(score: number, item: T): void {
    const heap = this.#heap;
    const entry = { score, item };
    if (heap.length < this.#most) {
      let at = heap.push(entry) - 1;
      while (at > 0) {
        const parent = heap[(at - 1) >> 1];
        if (!parent || !this.#isBetter(parent, entry)) break;
        heap[at] = parent;
        at = (at - 1) >> 1;
      }
      heap[at] = entry;
      return;
    }
    const [root] = heap;
    if (!root || !this.#isBetter(entry, root)) return;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const [child, next] = right && left && this.#isBetter(left, right) ? [right, 2 * at + 2] : [left, 2 * at + 1];
      if (!child || !this.#isBetter(entry, child)) break;
      heap[at] = child;
      at = next;
    }
    heap[at] = entry;
  }

  /** Best first. */
  sorted(): readonly Entry<T>[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || (this.#isBetter(a, b) ? -1 : this.#isBetter(b, a) ? 1 : 0));
  }

  #isBetter(one: Entry<T>, other: Entry<T>): boolean {
    return one.score > other.score || (one.score === other.score && this.#isBefore(one.item, other.item));
  }
}
