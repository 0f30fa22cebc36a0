import { EngineFailure, strange, TooLarge } from './failure';
import { field, textOf } from './json';

export interface Answer {
  /** 2xx or 404. */
  readonly status: number;
  readonly value: unknown;
}

/** A line of `_bulk`: what to do, and the document where there is one. */
export interface Action {
  readonly head: Readonly<Record<string, unknown>>;
  readonly document?: unknown;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly type: string;
  readonly seconds: number;
  /** Aborted where nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface Limits {
  /** Bytes of an answer. */
  readonly most: number;
  /** Seconds for a question, and for a bulk. */
  readonly question: number;
  readonly bulk: number;
}

export interface ClientOptions {
  /** The value of the `authorization` header. */
  readonly login?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly tell?: (line: string) => void;
}

const usual: Limits = { most: 20e6, question: 10, bulk: 120 };
/** How often a bulk is offered again to an engine that is too busy, after a quarter of a second, then twice as long each time. */
const TRIES = 6;
const busy = 429;
const passing: ReadonlySet<number> = new Set([busy, 502, 503, 504]);

/**
 * The requests that OpenSearch and Elasticsearch from 7.10 on share, for one index. A question that a node does not answer goes to the
 * next one, once. No redirect is followed: the login and the text go to the addresses that were given, and nowhere else.
 */
export class EngineClient {
  /** For messages. */
  readonly name: string;
  /** Says what was left out of an answer, in one line. */
  readonly tell: (line: string) => void;
  readonly #nodes: readonly string[];
  readonly #index: string;
  readonly #login: string | undefined;
  readonly #limits: Limits;
  #at = 0;

  constructor(nodes: readonly string[], index: string, { login, limits, tell }: ClientOptions = {}) {
    this.name = `${nodes.join(',')} (${index})`;
    this.#nodes = nodes;
    this.#index = index;
    this.#login = login;
    this.#limits = { ...usual, ...limits };
    this.tell = tell ?? (() => undefined);
  }

  /** `path` stands behind the index's name. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.#send({ method, path, body: text, type: 'application/json', seconds: this.#limits.question, signal });
  }

  /**
   * Does what is asked with each document; returns the reasons of those that the engine refuses. What is gone already, or has been changed
   * by somebody else in between, is none: nothing is done then.
   */
  async bulk(actions: readonly Action[]): Promise<readonly string[]> {
    const refused: string[] = [];
    let left = actions;
    for (let attempt = 1; left.length > 0; attempt++) {
      const items = await this.#bulkOnce(left, attempt);
      const again: Action[] = [];
      for (const [i, action] of left.entries()) {
        const item = items === undefined ? undefined : Object.values(Object(items[i] ?? {}) as Record<string, unknown>)[0];
        const status = items === undefined ? busy : field(item, 'status');
        if (typeof status !== 'number') throw strange(this.name);
        if (status === busy && attempt < TRIES) again.push(action);
        else if (status >= 300 && status !== 404 && status !== 409)
          refused.push(oneLine(textOf(field(item, 'error', 'reason')) ?? String(status)));
      }
      left = again;
      const pause = 250 * 2 ** (attempt - 1);
      if (left.length > 0) await new Promise((next) => setTimeout(next, pause));
    }
    return refused;
  }

  /** The items of the answer; undefined where the engine is too busy for the whole and there is a next time. */
  async #bulkOnce(actions: readonly Action[], attempt: number): Promise<readonly unknown[] | undefined> {
    const body = actions
      .flatMap(({ head, document }) => (document === undefined ? [head] : [head, document]))
      .map((line) => `${JSON.stringify(line)}\n`);
    try {
      const path = '/_bulk?filter_path=items.*.status,items.*.error.reason';
      const { value } = await this.#send({
        method: 'POST',
        path,
        body: body.join(''),
        type: 'application/x-ndjson',
        seconds: this.#limits.bulk,
      });
      const items = field(value, 'items');
      if (!Array.isArray(items) || items.length !== actions.length) throw strange(this.name);
      return items as readonly unknown[];
    } catch (error) {
      if (error instanceof EngineFailure && error.isPassing && attempt < TRIES) return undefined;
      throw error;
    }
  }

  async #send(request: Request): Promise<Answer> {
    const first = this.#at;
    try {
      return await this.#sendOnce(request, first);
    } catch (error) {
      if (this.#nodes.length < 2 || !(error instanceof EngineFailure) || !error.isPassing) throw error;
      this.#leave(first);
      const second = this.#at;
      return this.#sendOnce(request, second).catch((again: unknown) => {
        if (again instanceof EngineFailure && again.isPassing) this.#leave(second);
        throw again;
      });
    }
  }

  /** Where several questions meet a dead node at once, the first one to find out moves on for all. */
  #leave(node: number): void {
    if (this.#at === node) this.#at = (node + 1) % this.#nodes.length;
  }

  async #sendOnce({ method, path, body, type, seconds, signal: wanted }: Request, at: number): Promise<Answer> {
    const node = this.#nodes[at] ?? '';
    const late = AbortSignal.timeout(1000 * seconds);
    const signal = wanted ? AbortSignal.any([late, wanted]) : late;
    try {
      const response = await fetch(`${node}/${this.#index}${path}`, {
        method,
        signal,
        redirect: 'manual',
        headers: { ...(this.#login !== undefined && { authorization: this.#login }), ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body }),
      });
      const text = await this.#read(response, node);
      return this.#checked(response.status, text, node);
    } catch (error) {
      if (error instanceof EngineFailure) throw error;
      if (wanted?.aborted === true) throw new EngineFailure(`${node}: nobody waits for the answer any more`);
      const reason = late.aborted ? `no answer in ${seconds} s` : codeOf(error);
      throw new EngineFailure(`${node}: the search engine does not answer (${reason})`, true);
    }
  }

  async #read(response: Response, node: string): Promise<string> {
    const decoder = new TextDecoder();
    let [text, size] = ['', 0];
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > this.#limits.most) throw new TooLarge(`${node}: the answer is over ${this.#limits.most / 1e6} MB and was not read`);
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }

  #checked(status: number, text: string, node: string): Answer {
    if (status >= 300 && status < 400)
      throw new EngineFailure(`${node}: sends us elsewhere (${status}), which is not followed; name the address itself`);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      if (status < 300) throw strange(node);
    }
    if (status < 300 || (status === 404 && value !== undefined)) return { status, value };
    if (status === 401 || status === 403) throw new EngineFailure(`${node}: the search engine refuses the login (${status})`);
    const reason = textOf(field(value, 'error', 'reason')) ?? textOf(field(value, 'error')) ?? 'no reason given';
    if (reason.startsWith('no handler found'))
      throw new EngineFailure(`${node}: answers nothing under this path; an index is named beside the address, not in it`);
    throw new EngineFailure(`${node}: the search engine refuses (${status}): ${oneLine(reason)}`, passing.has(status));
  }
}

function codeOf(error: unknown): string {
  const { cause, message } = error as Error;
  const { code } = (cause ?? {}) as { readonly code?: string };
  return code ?? oneLine(cause instanceof Error ? cause.message : message);
}

/** What an engine says may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').slice(0, 200);
}
