import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

type Json = Record<string, unknown>;
interface Document {
  readonly source: Json;
  readonly changed: number;
}
interface Index {
  mappings: Json & { _meta?: Json };
  readonly documents: Map<string, Document>;
}
interface Request {
  readonly method: string;
  readonly path: string;
  readonly login: string | undefined;
  readonly body: string;
}
type Reply = { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> } | 'silence';

const json = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) });
const wordsOf = (text: unknown): readonly string[] =>
  String(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A search engine as small as the requests that are made of it, on loopback, which can be told to fail. */
export class StandInEngine {
  readonly requests: Request[] = [];
  /** Answers instead of the engine, where it answers. */
  instead: (request: Request) => Reply | undefined | Promise<Reply | undefined> = () => undefined;
  readonly indexes = new Map<string, Index>();
  readonly #server: Server;
  #changes = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<StandInEngine> {
    const engine = new StandInEngine();
    await new Promise<void>((resolve) => engine.#server.listen(0, '127.0.0.1', resolve));
    return engine;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const request = { method, path: url.replace(/\?.*/, ''), login: headers.authorization, body: await textOf(incoming) };
    this.requests.push(request);
    const reply = (await this.instead(request)) ?? this.#answer(request);
    if (reply === 'silence') return;
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body);
  }

  #answer({ method, path, body }: Request): Reply {
    const [, name = '', what = ''] = path.split('/');
    const index = this.indexes.get(name);
    if (method === 'PUT' && what === '') {
      if (index) return json({ error: { reason: 'it is there' } }, 400);
      const { mappings } = JSON.parse(body) as { mappings: Json };
      this.indexes.set(name, { mappings, documents: new Map() });
      return json({ acknowledged: true });
    }
    if (!index) return json({ error: { reason: 'no such index' } }, 404);
    if (what === '_mapping' && method === 'PUT') index.mappings = { ...index.mappings, ...(JSON.parse(body) as Json) };
    if (what === '_mapping') return json({ [name]: { mappings: index.mappings } });
    if (what === '_bulk') return json({ items: this.#bulk(index, body) });
    if (what === '_mget') {
      const { ids } = JSON.parse(body) as { ids: string[] };
      return json({ docs: ids.map((_id) => ({ _id, found: index.documents.has(_id), _source: index.documents.get(_id)?.source })) });
    }
    if (what === '_count') return json({ count: index.documents.size });
    if (what === '_search')
      return json({ timed_out: false, _shards: { failed: 0 }, hits: { hits: search(index, JSON.parse(body) as Search) } });
    return json({});
  }

  #bulk({ documents }: Index, body: string): Json[] {
    const items: Json[] = [];
    const lines = body.trimEnd().split('\n');
    while (lines.length > 0) {
      const { index, delete: gone } = JSON.parse(lines.shift() ?? '') as {
        index?: { _id: string };
        delete?: { _id: string; if_seq_no: number };
      };
      if (index) documents.set(index._id, { source: JSON.parse(lines.shift() ?? '') as Json, changed: ++this.#changes });
      const isConflict = gone && documents.get(gone._id)?.changed !== gone.if_seq_no;
      if (gone && !isConflict) documents.delete(gone._id);
      items.push({ index: { status: isConflict ? 409 : 200 } });
    }
    return items;
  }
}

interface Search {
  readonly size: number;
  readonly query: Query;
  readonly docvalue_fields?: readonly string[];
  readonly sort?: readonly unknown[];
  readonly search_after?: readonly [string];
}
interface Query {
  readonly bool?: { readonly should: readonly Query[] };
  readonly term?: Readonly<Record<string, string | { readonly value: string; readonly boost: number }>>;
  readonly match?: Readonly<Record<string, { readonly query: string; readonly boost: number }>>;
  readonly ids?: { readonly values: readonly string[] };
}

function search({ documents }: Index, { size, query, docvalue_fields: fields = [], sort, search_after: after }: Search): Json[] {
  const hits = [...documents]
    .map(([id, document]) => ({ id, document, score: score(query, id, document.source, documents) }))
    .filter(({ score, document }) => score > 0 && (!after || String(document.source.path) > after[0]));
  const isByScore = !sort || sort[0] === '_score';
  const byPath = (a: Document, b: Document) => (String(a.source.path) < String(b.source.path) ? -1 : 1);
  hits.sort((a, b) => (isByScore ? b.score - a.score : 0) || (sort ? byPath(a.document, b.document) : 0));
  return hits.slice(0, size).map(({ id, document: { source, changed } }) => ({
    _id: id,
    _seq_no: changed,
    _primary_term: 1,
    fields: Object.fromEntries(fields.map((name) => [name, [source[name]]])),
  }));
}

function score({ bool, term, match, ids }: Query, id: string, source: Json, documents: ReadonlyMap<string, Document>): number {
  if (bool) return bool.should.reduce((sum, query) => sum + score(query, id, source, documents), 0);
  if (ids) return ids.values.includes(id) ? 1 : 0;
  if (term) {
    const [[field, asked] = ['', '']] = Object.entries(term);
    if (typeof asked === 'object') return weigh(field, asked.value, asked.boost);
    return source[field] === asked ? 1 : 0;
  }
  const [[field, asked] = ['', undefined]] = Object.entries(match ?? {});
  return asked ? weigh(field, asked.query, asked.boost) : 1;

  function weigh(name: string, words: string, boost: number): number {
    const holds = (text: unknown) => wordsOf(words).some((word) => wordsOf(text).includes(word));
    if (!holds(source[name])) return 0;
    const frequency = [...documents.values()].filter((document) => holds(document.source[name])).length;
    return boost * Math.log(1 + documents.size / frequency);
  }
}
