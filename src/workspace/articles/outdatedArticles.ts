/** Work this long (milliseconds) is not noticed; then the host gets a turn. */
export const turn = 20;

/** What has to be computed again, article by article. */
export class OutdatedArticles {
  readonly #keys = new Set<string>();
  readonly #update: (key: string) => void;

  constructor(update: (key: string) => void) {
    this.#update = update;
  }

  add(key: string): void {
    this.#keys.add(key);
  }

  /** Works off everything, with turns for the host in between; false once there is nobody left to work for. */
  async work(pause: () => Promise<boolean>): Promise<boolean> {
    let start = performance.now();
    for (const key of this.#keys) {
      this.#take(key);
      if (performance.now() - start < turn) continue;
      if (!(await pause())) return false;
      start = performance.now();
    }
    return true;
  }

  refresh(): void {
    for (const key of this.#keys) this.#take(key);
  }

  #take(key: string): void {
    this.#keys.delete(key);
    this.#update(key);
  }
}
