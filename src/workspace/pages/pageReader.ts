import type { mainContent } from '../../pages/mainContent';
import { Line, type WorkerHandle } from '../worker/index';

/** What the worker of pages answers. A type, not an interface, since those have no index signature. */
type PageCalls = { readonly mainContent: typeof mainContent };

/** Looks for articles in pages, in a worker of its own: what reads HTML is loaded with the first page and gone with the last. */
export class PageReader {
  readonly #start: () => Promise<WorkerHandle>;
  #started: Promise<readonly [WorkerHandle, Line<PageCalls>]> | undefined;

  constructor(start: () => Promise<WorkerHandle>) {
    this.#start = start;
  }

  async mainContent(html: string): Promise<ReturnType<typeof mainContent>> {
    const [, line] = await (this.#started ??= this.#begin());
    return line.call('mainContent', html);
  }

  dispose(): void {
    void this.#started?.then(
      ([handle]) => handle.dispose(),
      () => undefined,
    );
  }

  async #begin(): Promise<readonly [WorkerHandle, Line<PageCalls>]> {
    const handle = await this.#start();
    const line = new Line<PageCalls>(handle, {});
    handle.onEnd((reason) => line.end(reason));
    return [handle, line];
  }
}
