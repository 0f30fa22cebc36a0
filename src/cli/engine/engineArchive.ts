import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { analyseSpeech, type AskedTerm, engineVersion, readAnalysis, readToAnalyse, Terms, writeAnalysis } from '../../core/index';
import type { Archived, ArchiveOf, Candidate } from '../archiveSource';
import { Unusable } from '../failure';
import type { Unread } from '../indexReaders';
import { type Action, type EngineClient, EngineFailure, strange } from './client';
import { factsOf, hitsOf, mostText, readWhole, searching } from './documents';
import { field, firstText, textOf } from './json';

/** Of the documents: what an index of another one cannot be asked. */
const format = 1;
const product = 'second-source';
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

/**
 * An index of ours in a search engine: the terms of each article, its text, where its quotations stand and who speaks them. An article is
 * one document wherever it was indexed from, by its id; its stamp tells its content and the version of our engines that read it.
 */
export class EngineArchive implements ArchiveOf {
  readonly name: string;
  readonly #client: EngineClient;
  readonly #terms: Terms;

  private constructor(client: EngineClient, wordnet: Uint8Array | undefined) {
    this.name = client.name;
    this.#client = client;
    this.#terms = new Terms(wordnet ? { wordnet } : {});
  }

  /** The index for questions. */
  static async open(client: EngineClient, wordnet: Uint8Array | undefined): Promise<EngineArchive> {
    const made = await versionOf(client);
    if (made === undefined) throw new Unusable(`${client.name}: is no index of Second Source; --fields asks an index of somebody else`);
    if (made !== engineVersion) throw new Unusable(`${client.name}: is the index of another version; index its archives again`);
    return new EngineArchive(client, wordnet);
  }

  /** The index for writing, made where it is not there; one of another version stays, and its articles count as changed. */
  static async create(client: EngineClient, wordnet: Uint8Array | undefined): Promise<EngineArchive> {
    const { status } = await client.ask('GET', '/_mapping');
    if (status === 404) {
      // Where two make it at once, the second one is refused, and finds the first one's.
      await client
        .ask('PUT', '', { settings, mappings: { ...mappings, _meta: { product, format, engine: engineVersion } } })
        .catch((error: unknown) => {
          if (!(error instanceof EngineFailure)) throw error;
        });
    }
    if ((await versionOf(client)) === undefined)
      throw new Unusable(`${client.name}: is an index of somebody else, which is not written to`);
    const archive = new EngineArchive(client, wordnet);
    await archive.#settled();
    return archive;
  }

  async nearest(passage: string, prose: string | undefined, most: number): Promise<readonly Candidate[]> {
    const should = this.#terms.asked(passage, prose ?? passage).map(termQuery);
    if (should.length === 0) return [];
    const { value } = await this.#client.ask('POST', searching, {
      size: most,
      track_total_hits: false,
      // Ids and sources lie beside the texts, which would all be unpacked for them.
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['path', 'stamp'],
      query: { bool: { should } },
    });
    return hitsOf(value, this.name).flatMap((hit) => {
      const uri = firstText(field(hit, 'fields', 'path'));
      return uri === undefined ? [] : [{ uri, stamp: firstText(field(hit, 'fields', 'stamp')) ?? '' }];
    });
  }

  async read(uris: readonly string[]): Promise<readonly Archived[]> {
    const wanted = new Map(uris.map((uri) => [idOf(uri), uri]));
    const documents = await readWhole(this.#client, [...wanted.keys()], ['path', 'name', 'text', 'facts', 'record']);
    const found: Archived[] = [];
    for (const { id, source } of documents) {
      const [uri, text, name] = [wanted.get(id), textOf(field(source, 'text')), textOf(field(source, 'name'))];
      if (uri === undefined || field(source, 'path') !== uri || text === undefined || text.length > mostText || name === undefined)
        continue;
      const article = await readToAnalyse({ uri, path: name, text, version: 1, set: factsOf(field(source, 'facts')) });
      const record = Buffer.from(textOf(field(source, 'record')) ?? '', 'base64');
      found.push({ article, analysis: readAnalysis(record, article.raw) ?? analyseSpeech(article) });
    }
    return found;
  }

  /** The stamps of those of the articles that are there, as of the last refresh. */
  async stamps(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { value } = await this.#client.ask('POST', searching, {
      size: uris.length,
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['path', 'stamp'],
      query: { ids: { values: uris.map(idOf) } },
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
    const terms = termsText(this.#terms.of(article.prose.text));
    return { head: { index: { _id: idOf(uri) } }, document: { path: uri, stamp, archive, terms, name: path, text, facts: set, record } };
  }

  /** Returns the reasons of those that the engine refuses. */
  write(actions: readonly Action[]): Promise<readonly string[]> {
    return this.#client.bulk(actions);
  }

  /** Every article of an archive, or of all, with what deletes it as long as nobody changes it. */
  async *articles(archive?: string): AsyncGenerator<{ readonly uri: string; readonly deleting: Action }> {
    for (let after: string | undefined; ;) {
      const { value } = await this.#client.ask('POST', searching, {
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
        yield { uri, deleting: { head: { delete: { _id: idOf(uri), ...unchanged } } } };
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
    for (let wait = 250; ; wait *= 2) {
      try {
        await this.#client.ask('POST', searching, { size: 0, query: { match_all: {} } });
        return;
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
    await this.#client.ask('PUT', '/_mapping', { _meta: { product, format, engine: engineVersion } });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function termQuery({ hash, weight }: AskedTerm) {
  return { term: { terms: { value: hash.toString(36), boost: weight } } };
}

/** Each term as often as it stands in the article. */
function termsText(counted: Uint32Array): string {
  const terms: string[] = [];
  for (let i = 0; i < counted.length; i += 2) for (let n = counted[i + 1] ?? 0; n > 0; n--) terms.push((counted[i] ?? 0).toString(36));
  return terms.join(' ');
}

/** An id of any length and letters, as the engine takes it. */
function idOf(uri: string): string {
  return createHash('sha256').update(uri).digest('base64url').slice(0, 22);
}

/** The version of our engines that an index was made by; undefined where it is not ours. */
async function versionOf(client: EngineClient): Promise<string | undefined> {
  const { status, value } = await client.ask('GET', '/_mapping');
  if (status === 404) throw new Unusable(`${client.name}: no such index; second-source index ARCHIVE --to URL --name INDEX makes it`);
  if (typeof value !== 'object' || value === null) return undefined;
  // The answer is by index, whose name is another one where an alias was asked.
  const [meta, ...more] = Object.values(value).map((of) => field(of, 'mappings', '_meta'));
  if (more.length > 0 || field(meta, 'product') !== product) return undefined;
  return field(meta, 'format') === format ? textOf(field(meta, 'engine')) : 'another';
}
