/** The highest of the scores offered, in a heap whose root is the lowest kept. */
export class Best<T> {
  readonly #most: number;
  readonly #heap: { readonly score: number; readonly item: T }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** What a score has to exceed to be kept. */
  get floor(): number {
    return this.#heap.length < this.#most ? 0 : (this.#heap[0]?.score ?? Infinity);
  }

  offer(score: number, item: T): void {
    if (!(score > this.floor)) return;
    const heap = this.#heap;
    const entry = { score, item };
    if (heap.length < this.#most) {
      let at = heap.push(entry) - 1;
      while (at > 0) {
        const parent = heap[(at - 1) >> 1];
        if (!parent || parent.score <= score) break;
        heap[at] = parent;
        at = (at - 1) >> 1;
      }
      heap[at] = entry;
      return;
    }
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const [child, next] = right && left && right.score < left.score ? [right, 2 * at + 2] : [left, 2 * at + 1];
      if (!child || child.score >= score) break;
      heap[at] = child;
      at = next;
    }
    heap[at] = entry;
  }

  /** Best first. */
  sorted(): readonly { readonly score: number; readonly item: T }[] {
    return this.#heap.toSorted((a, b) => b.score - a.score);
  }
}
