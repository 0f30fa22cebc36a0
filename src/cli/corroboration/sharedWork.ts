/** How far beyond what is written next anybody works: what is done waits in memory. */
const AHEAD = 64;

/** What several threads do piece by piece: each piece is taken by one of them, and nobody runs far ahead of what is written. */
export class SharedWork {
  /** To be sent to the other threads. */
  readonly shared: SharedArrayBuffer;
  readonly #size: number;
  /** Who has taken each piece; 0 where nobody has. Behind them the piece that is written next. */
  readonly #cells: Int32Array;

  constructor(size: number, shared = new SharedArrayBuffer(4 * (size + 1))) {
    this.#size = size;
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  /** The first piece that nobody has taken; undefined where all within reach are. `who`: from 1 on. */
  take(who: number): number | undefined {
    const written = Atomics.load(this.#cells, this.#size);
    for (let at = written; at < Math.min(this.#size, written + AHEAD); at++)
      if (Atomics.compareExchange(this.#cells, at, 0, who) === 0) return at;
    return undefined;
  }

  /** The same, and waits where all within reach are taken; undefined where all are. Not for the thread that writes. */
  wait(who: number): number | undefined {
    for (;;) {
      const written = Atomics.load(this.#cells, this.#size);
      const taken = this.take(who);
      if (taken !== undefined || written + AHEAD >= this.#size) return taken;
      Atomics.wait(this.#cells, this.#size, written, 1000);
    }
  }

  /** All pieces before one are written. */
  write(next: number): void {
    Atomics.store(this.#cells, this.#size, next);
    Atomics.notify(this.#cells, this.#size);
  }

  /** Somebody will not do what he has taken; `isDone` tells what of it he has done. */
  leave(who: number, isDone: (at: number) => boolean): void {
    for (let at = 0; at < this.#size; at++) if (!isDone(at)) Atomics.compareExchange(this.#cells, at, who, 0);
  }
}
