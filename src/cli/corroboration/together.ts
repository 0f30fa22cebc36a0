import { SharedWork } from './sharedWork';

/** Another thread that takes pieces of the work. */
export interface Helper<T> {
  /** `told`: a piece that it has done; `gone`: it does no more. */
  start(shared: SharedArrayBuffer, who: number, told: (at: number, done: T) => void, gone: () => void): void;
  stop(): void;
}

/** Does pieces of work in their order, together with others; what one of these leaves undone is done here. */
export async function* inOrder<T>(size: number, own: (at: number) => T | Promise<T>, helpers: readonly Helper<T>[]): AsyncGenerator<T> {
  const work = new SharedWork(size);
  const done = new Map<number, T>();
  let next = 0;
  let wake = () => undefined as unknown;
  for (const [i, helper] of helpers.entries()) {
    const who = i + 2;
    const told = (at: number, piece: T) => {
      if (at >= next) done.set(at, piece);
      wake();
    };
    const gone = () => {
      work.leave(who, (at) => at < next || done.has(at));
      wake();
    };
    helper.start(work.shared, who, told, gone);
  }
  try {
    for (; next < size; next++) {
      work.write(next);
      while (!done.has(next)) {
        const taken = work.take(1);
        if (taken !== undefined) {
          done.set(taken, await own(taken));
          await new Promise<void>((resolve) => setImmediate(resolve));
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      const piece = done.get(next) as T;
      done.delete(next);
      yield piece;
    }
  } finally {
    for (const helper of helpers) helper.stop();
  }
}
