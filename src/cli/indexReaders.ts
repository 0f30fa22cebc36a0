import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { analyseSpeech, Archive, attempt, type Fault, readToAnalyse, type SetFacts } from '../core/index';
import { readWordnet } from './folder';
import { warnOfFault } from './output';

/** An article that is to be read into an index. */
export interface Unread {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly set: SetFacts;
  readonly stamp: string;
}

const BATCH = 40;
/** Workers beyond two gain little: the thread that reads the archive and writes the index has its own work. */
const MOST = 2;
/** Batches a worker may have before it, so that neither side waits and nothing piles up. */
const AHEAD = 2;

type Request = readonly Unread[] | 'finish';

async function readInto(archive: Archive, { uri, path, text, set, stamp }: Unread): Promise<void> {
  const article = await readToAnalyse({ uri, path, text, version: 1, set });
  const analysis = analyseSpeech(article);
  const tell = (fault: Fault) => warnOfFault(uri, fault);
  analysis.faults?.forEach(tell);
  const put = () => archive.put(article, analysis, stamp);
  attempt('its place in the index', put, () => undefined, tell);
}

/** Reads articles in workers that each build segments of their own; a handful is read here, where starting a worker would take longer. */
export class IndexReaders {
  readonly #archive: Archive;
  readonly #take: (segments: readonly Uint8Array[]) => Promise<void>;
  #batch: Unread[] = [];
  #workers: IndexWorker[] = [];

  /** `take` gets every segment that a worker has finished; the few articles that are read here go into `archive`. */
  constructor(archive: Archive, take: (segments: readonly Uint8Array[]) => Promise<void>) {
    this.#archive = archive;
    this.#take = take;
  }

  /** Waits while the workers have enough to do. */
  async read(article: Unread): Promise<void> {
    if (this.#batch.push(article) < BATCH) return;
    if (this.#workers.length < Math.min(MOST, availableParallelism())) this.#workers.push(new IndexWorker());
    const batch = this.#batch;
    this.#batch = [];
    const ready = await Promise.race(this.#workers.map((worker) => worker.ready()));
    await this.#take(ready.segments());
    ready.send(batch);
  }

  /** Reads the rest; all segments have been taken when it ends. */
  async finish(): Promise<void> {
    if (this.#workers.length === 0) {
      for (const article of this.#batch) await readInto(this.#archive, article);
    } else {
      const [first] = this.#workers;
      first?.send(this.#batch);
      for (const worker of this.#workers) {
        await worker.finish();
        await this.#take(worker.segments());
      }
    }
    this.#batch = [];
    this.#workers = [];
  }

  /** For work that has failed: a worker that nobody ends keeps the program alive. */
  async stop(): Promise<void> {
    for (const worker of this.#workers.splice(0)) await worker.stop();
  }
}

/** Our end of a worker. */
class IndexWorker {
  readonly #worker = new Worker(__filename);
  #waiting = 0;
  #segments: Uint8Array[] = [];
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  constructor() {
    this.#worker.on('message', (segments: readonly Uint8Array[]) => {
      this.#waiting -= 1;
      this.#segments.push(...segments);
      this.#wake();
    });
    this.#worker.on('error', (error) => {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#wake();
    });
  }

  send(request: Request): void {
    this.#waiting += 1;
    this.#worker.postMessage(request);
  }

  async ready(): Promise<this> {
    await this.#until(AHEAD - 1);
    return this;
  }

  async finish(): Promise<void> {
    this.send('finish');
    await this.#until(0);
    await this.stop();
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** The segments finished since the last call. */
  segments(): readonly Uint8Array[] {
    return this.#segments.splice(0);
  }

  async #until(waiting: number): Promise<void> {
    while (this.#waiting > waiting && !this.#failure) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure) throw this.#failure;
  }
}

/** The worker's end: answers every batch with the segments that it filled. */
export async function serveReading(): Promise<void> {
  if (isMainThread || !parentPort) throw new Error('Not in a worker');
  const port = parentPort;
  const wordnet = await readWordnet();
  const archive = new Archive(wordnet ? { wordnet } : {});
  const answer = async (request: Request) => {
    if (request !== 'finish') for (const article of request) await readInto(archive, article);
    const segments = archive.take(request === 'finish');
    port.postMessage(
      segments,
      segments.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  let last = Promise.resolve();
  // One after the other: the reading of a language may be waited for.
  port.on('message', (request: Request) => {
    last = last.then(() => answer(request));
  });
}
