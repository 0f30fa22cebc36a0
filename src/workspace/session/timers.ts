/** Things that are done a little later, each under a name: said again before it is done, it waits again. */
export class Timers {
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>();

  isWaiting(name: string): boolean {
    return this.#running.has(name);
  }

  later(name: string, pause: number, action: () => void): void {
    clearTimeout(this.#running.get(name));
    this.#running.set(
      name,
      setTimeout(() => {
        this.#running.delete(name);
        action();
      }, pause),
    );
  }

  dispose(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
  }
}

/** Lets the host do something else: draw, take a key, cancel. */
export function turn(): Promise<void> {
  return new Promise((next) => setTimeout(next, 0));
}
