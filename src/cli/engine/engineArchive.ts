import { setTimeout as sleep } from 'node:timers/promises';
import { analyseSpeech, readToAnalyse, writeAnalysis } from '../../core/index';
import {
  type Action,
  type Archived,
  type Candidate,
  documentId,
  type EngineClient,
  EngineFailure,
  field,
  firstText,
  hitsOf,
  madeBy,
  OwnIndex,
  searching,
  signature,
  strange,
} from '../../engine/index';
import type { ArchiveOf } from '../archiveSource';
import { Unusable } from '../failure';
import type { Unread } from '../indexReaders';

/** Documents a page when all are looked through. */
const PAGE = 1000;

const kept = { type: 'keyword', index: false, doc_values: false };
const listed = { type: 'keyword', index: false, doc_values: true };
const settings = {
  number_of_shards: 3,
  auto_expand_replicas: '0-1',
  refresh_interval: '30s',
  codec: 'best_compression',
};
const mappings = {
  dynamic: 'strict',
  _source: { excludes: ['terms'] },
  properties: {
    path: listed,
    stamp: listed,
    archive: { type: 'keyword', doc_values: false },
    // Hashes of lemmas: how often each stands in the article is all that BM25 asks for.
    terms: { type: 'text', analyzer: 'whitespace', index_options: 'freqs' },
    name: kept,
    text: { type: 'text', index: false },
    facts: { type: 'object', enabled: false },
    record: { type: 'binary' },
  },
};

/** An index of ours in a search engine, whole: for questions, for writing, and to go through all of it. */
export class EngineArchive implements ArchiveOf {
  readonly name: string;
  readonly #client: EngineClient;
  readonly #asked: OwnIndex;

  constructor(asked: OwnIndex) {
    this.name = asked.name;
    this.#client = asked.client;
    this.#asked = asked;
  }

  /** The index for writing, made where it is not there; one of another version stays, and its articles count as changed. */
  static async create(client: EngineClient, wordnet: Uint8Array | undefined): Promise<EngineArchive> {
    const { status } = await client.ask('GET', '/_mapping');
    if (status === 404) {
      // Where two make it at once, the second one is refused, and finds the first one's.
      await client.ask('PUT', '', { settings, mappings: { ...mappings, _meta: signature } }).catch((error: unknown) => {
        if (!(error instanceof EngineFailure)) throw error;
      });
    }
    if ((await madeBy(client)) === undefined) throw new Unusable(`${client.name}: is an index of somebody else, which is not written to`);
    const archive = new EngineArchive(new OwnIndex(client, wordnet));
    await archive.#settled();
    return archive;
  }

  nearest(passage: string, prose: string | undefined, most: number): Promise<readonly Candidate[]> {
    return this.#asked.nearest(passage, prose, most);
  }

  read(uris: readonly string[]): Promise<readonly Archived[]> {
    return this.#asked.read(uris);
  }

  /** The stamps of those of the articles that are there, as of the last refresh. */
  async stamps(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { value } = await this.#patiently({
      size: uris.length,
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['path', 'stamp'],
      query: { ids: { values: await Promise.all(uris.map(documentId)) } },
    });
    const found = hitsOf(value, this.name).map(
      ({ fields }) => [firstText(field(fields, 'path')), firstText(field(fields, 'stamp'))] as const,
    );
    return new Map(found.flatMap(([uri, stamp]) => (uri === undefined || stamp === undefined ? [] : [[uri, stamp]])));
  }

  /** What puts the article there as it is; `archive` is the name of the archive it is of. */
  async putting(unread: Unread, archive: string): Promise<Action> {
    const { uri, path, text, set, stamp } = unread;
    const article = await readToAnalyse({ uri, path, text, version: 1, set });
    const record = Buffer.from(writeAnalysis(analyseSpeech(article), article.raw)).toString('base64');
    const { terms } = this.#asked.terms.of(article.prose.text, article.language);
    return {
      head: { index: { _id: await documentId(uri) } },
      document: { path: uri, stamp, archive, terms: termsText(terms), name: path, text, facts: set, record },
    };
  }

  /** Returns the reasons of those that the engine refuses. */
  write(actions: readonly Action[]): Promise<readonly string[]> {
    return this.#client.bulk(actions);
  }

  /** Every article of an archive, or of all, with what deletes it as long as nobody changes it. */
  async *articles(archive?: string): AsyncGenerator<{ readonly uri: string; readonly deleting: Action }> {
    for (let after: string | undefined; ;) {
      const { value } = await this.#patiently({
        size: PAGE,
        _source: false,
        stored_fields: '_none_',
        docvalue_fields: ['path'],
        seq_no_primary_term: true,
        query: archive === undefined ? { match_all: {} } : { term: { archive } },
        sort: [{ path: 'asc' }],
        ...(after !== undefined && { search_after: [after] }),
      });
      const hits = hitsOf(value, this.name);
      const before = after;
      for (const hit of hits) {
        const uri = firstText(field(hit, 'fields', 'path'));
        if (uri === undefined) continue;
        after = uri;
        const unchanged = { if_seq_no: field(hit, '_seq_no'), if_primary_term: field(hit, '_primary_term') };
        yield { uri, deleting: { head: { delete: { _id: await documentId(uri), ...unchanged } } } };
      }
      if (hits.length < PAGE) return;
      if (after === before) throw strange(this.name);
    }
  }

  async *uris(): AsyncGenerator<string> {
    for await (const { uri } of this.articles()) yield uri;
  }

  /** How many articles there are, of all archives. What was written before counts. */
  async size(): Promise<number> {
    const { value } = await this.#client.ask('GET', '/_count');
    const count = field(value, 'count');
    if (typeof count !== 'number') throw strange(this.name);
    return count;
  }

  /** Waits for the parts of an index that somebody else is just making: a count answers without them, a question does not. */
  async #settled(): Promise<void> {
    await this.#patiently({ size: 0, query: { match_all: {} } });
  }

  /** A question in long work, asked again after a while where the engine is too busy with what was written before. */
  async #patiently(question: unknown): ReturnType<EngineClient['ask']> {
    for (let wait = 250; ; wait *= 2) {
      try {
        return await this.#client.ask('POST', searching, question);
      } catch (error) {
        if (!(error instanceof EngineFailure && error.isPassing) || wait > 8000) throw error;
        await sleep(wait);
      }
    }
  }

  /** Makes what was written answer. */
  async refresh(): Promise<void> {
    await this.#client.ask('POST', '/_refresh');
  }

  /** Says that all articles are of this version of our engines. */
  async sign(): Promise<void> {
    await this.#client.ask('PUT', '/_mapping', { _meta: signature });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Each term as often as it stands in the article. */
function termsText(counted: Uint32Array): string {
  const terms: string[] = [];
  for (let i = 0; i < counted.length; i += 2) for (let n = counted[i + 1] ?? 0; n > 0; n--) terms.push((counted[i] ?? 0).toString(36));
  return terms.join(' ');
}
