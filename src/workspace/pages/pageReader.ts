import { isPdf } from '../../core/index';
import type { KeptFile } from '../../pages/kept/kept';
import type { keptFile } from '../../pages/kept/keptFile';
import type { pdfPages } from '../../pages/kept/pdf';
import type { mainContent } from '../../pages/mainContent';
import { Line, type WorkerHandle } from '../worker/index';

/** What the workers answer. Types, not interfaces, since those have no index signature. */
type PageCalls = { readonly keptFile: typeof keptFile; readonly mainContent: typeof mainContent };
type PdfCalls = { readonly pdfPages: typeof pdfPages };

type Program = 'pages' | 'pdf';
type Started = readonly [WorkerHandle, Line<PageCalls & PdfCalls>];

/**
 * Reads pages and what else people keep, in workers of its own: what reads HTML, and what reads PDF, is loaded with the first file of
 * its kind and gone with the last.
 */
export class PageReader {
  readonly #start: (program: Program) => Promise<WorkerHandle>;
  readonly #started = new Map<Program, Promise<Started>>();

  constructor(start: (program: Program) => Promise<WorkerHandle>) {
    this.#start = start;
  }

  async mainContent(html: string): Promise<ReturnType<typeof mainContent>> {
    return (await this.#line('pages')).call('mainContent', html);
  }

  /** The articles that a file holds, or why there are none; `undefined` where it is a page itself, or plain text. */
  async keptFile(bytes: Uint8Array): Promise<KeptFile> {
    return isPdf(bytes) ? (await this.#line('pdf')).call('pdfPages', bytes) : (await this.#line('pages')).call('keptFile', bytes);
  }

  dispose(): void {
    for (const started of this.#started.values())
      void started.then(
        ([handle]) => handle.dispose(),
        () => undefined,
      );
  }

  async #line(program: Program): Promise<Started[1]> {
    let started = this.#started.get(program);
    if (started === undefined) this.#started.set(program, (started = this.#begin(program)));
    return (await started)[1];
  }

  async #begin(program: Program): Promise<Started> {
    const handle = await this.#start(program);
    const line = new Line<PageCalls & PdfCalls>(handle, {});
    handle.onEnd((reason) => line.end(reason));
    return [handle, line];
  }
}
