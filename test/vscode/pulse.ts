/** Counts time between the turns of this extension host: nobody else got one for so long. */
export class Pulse {
  #longest = 0;
  #longestWork = 0;
  #turns = 0;
  #running = true;

  constructor() {
    let last = performance.now();
    let lastWork = threadWork();
    const tick = () => {
      const now = performance.now();
      const work = threadWork();
      this.#turns++;
      this.#longest = Math.max(this.#longest, now - last);
      if (work !== undefined && lastWork !== undefined) this.#longestWork = Math.max(this.#longestWork, work - lastWork);
      last = now;
      lastWork = work;
      if (this.#running) setTimeout(tick, 1);
    };
    setTimeout(tick, 1);
  }

  /** On a busy machine the time says more about the machine; the processor time of this thread, where it is known, is ours. */
  end(): string {
    this.#running = false;
    const work = this.#longestWork > 0 ? `, of it at most ${this.#longestWork.toFixed(0)} ms of processor time` : '';
    return `longest time between two turns of the host ${this.#longest.toFixed(0)} ms${work} (${this.#turns} turns)`;
  }
}

/** Milliseconds of processor time of this thread; Node 24 tells it, the browser does not. */
function threadWork(): number | undefined {
  if (!('process' in globalThis) || !('threadCpuUsage' in process)) return undefined;
  const { user, system } = (process.threadCpuUsage as () => { user: number; system: number })();
  return (user + system) / 1000;
}

export function memory(): string {
  if (!('process' in globalThis) || !('memoryUsage' in process)) return 'the web host does not tell its memory';
  const { heapUsed, rss } = process.memoryUsage();
  return `the extension host uses ${(heapUsed / 1e6).toFixed(0)} MB of heap, ${(rss / 1e6).toFixed(0)} MB in all with its worker`;
}
