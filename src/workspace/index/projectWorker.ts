import { Line, type WorkerHandle } from '../worker/index';
import type { HostCalls, IndexCalls } from './indexServer';

/** The worker of one folder, started when something is asked of it. */
export class ProjectWorker {
  readonly #start: () => Promise<WorkerHandle>;
  readonly #answers: HostCalls;
  /** Told when the worker has ended by itself: what it knew is lost, and the next question starts another one. */
  readonly #onEnd: (reason: Error) => void;
  #handle: WorkerHandle | undefined;
  #started: Promise<Line<IndexCalls>> | undefined;
  #isDisposed = false;

  constructor(start: () => Promise<WorkerHandle>, answers: HostCalls, onEnd: (reason: Error) => void) {
    this.#start = start;
    this.#answers = answers;
    this.#onEnd = onEnd;
  }

  line(): Promise<Line<IndexCalls>> {
    return (this.#started ??= this.#begin());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#handle?.dispose();
  }

  async #begin(): Promise<Line<IndexCalls>> {
    const handle = await this.#start();
    if (this.#isDisposed) handle.dispose();
    this.#handle = handle;
    const line = new Line<IndexCalls>(handle, this.#answers);
    handle.onEnd((reason) => {
      line.end(reason);
      if (this.#handle !== handle || this.#isDisposed) return;
      this.#handle = undefined;
      this.#started = undefined;
      this.#onEnd(reason);
    });
    return line;
  }
}
