import type * as vscode from 'vscode';

/** Where messages go and come from: a worker seen from its host, or the host seen from the worker. */
export interface Port {
  post(message: unknown): void;
  /** Called once, before anything is posted. */
  listen(receive: (message: unknown) => void): void;
}

/** A started worker. */
export interface WorkerHandle extends Port {
  /** Called at most once, when it ends by itself; what it was asked will not be answered. */
  onEnd(ended: (reason: Error) => void): void;
  dispose(): void;
}

/**
 * Starts a worker whose program lies in the extension's folder: `worker` knows the folder, `pages` finds articles in web pages, `pdf` reads
 * PDF files.
 */
export type StartWorker = (extension: vscode.Uri, program: 'worker' | 'pages' | 'pdf') => Promise<WorkerHandle>;

// `any`, since a function of given arguments is no function of unknown ones.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Calls = Readonly<Record<string, (...args: any[]) => unknown>>;

interface Question {
  readonly id: number;
  readonly call: string;
  readonly args: readonly unknown[];
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** One end of a conversation in which both sides may ask: `call` asks what the other end's `calls` answer. */
export class Line<Theirs extends Calls> {
  readonly #port: Port;
  readonly #calls: Calls;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: Error | undefined;

  constructor(port: Port, calls: Calls) {
    this.#port = port;
    this.#calls = calls;
    port.listen((message) => this.#receive(message as Question | Answer));
  }

  call<K extends keyof Theirs & string>(name: K, ...args: Parameters<Theirs[K]>): Promise<Awaited<ReturnType<Theirs[K]>>> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#port.post({ id, call: name, args } satisfies Question);
    });
  }

  /** Whatever is waited for, and whatever is asked from now on, fails. */
  end(reason: Error): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #receive(message: Question | Answer): void {
    if ('call' in message) {
      void this.#answer(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.error));
  }

  async #answer({ id, call, args }: Question): Promise<void> {
    let answer: Answer;
    try {
      answer = { id, value: Object.hasOwn(this.#calls, call) ? await this.#calls[call]?.(...args) : undefined };
    } catch (error) {
      answer = { id, error: error instanceof Error ? error.message : String(error) };
    }
    this.#port.post(answer);
  }
}
