import { analyseSpeech, type AskedTerm, engineVersion, readAnalysis, readToAnalyse, Terms } from '../core/index';
import type { Archived, AskedArchive, Candidate, Naming } from './asked';
import type { EngineClient } from './client';
import { factsOf, hitsOf, mostText, readWhole, searching } from './documents';
import { EngineFailure } from './failure';
import { field, firstText, textOf } from './json';

/** Of the documents: what an index of another one cannot be asked. */
const format = 1;
const product = 'second-source';

/** What an index of ours says of itself, in its `_meta`. */
export const signature = { product, format, engine: engineVersion };

/**
 * An index of ours in a search engine, for questions: the terms of each article, its text, where its quotations stand and who speaks them.
 * An article is one document wherever it was indexed from, by its id; its stamp tells its content and the version of our engines that read it.
 */
export class OwnIndex implements AskedArchive {
  readonly name: string;
  readonly terms: Terms;
  readonly client: EngineClient;

  constructor(client: EngineClient, wordnet: Uint8Array | undefined) {
    this.name = client.name;
    this.client = client;
    this.terms = new Terms(wordnet ? { wordnet } : {});
  }

  static async open(client: EngineClient, wordnet: Uint8Array | undefined, naming: Naming): Promise<OwnIndex> {
    const made = await madeBy(client);
    if (made === undefined)
      throw new EngineFailure(`${client.name}: is no index of Second Source; ${naming.fields} asks an index of somebody else`);
    if (made !== engineVersion) throw new EngineFailure(`${client.name}: is the index of another version; index its archives again`);
    return new OwnIndex(client, wordnet);
  }

  async nearest(passage: string, prose: string | undefined, most: number, signal?: AbortSignal): Promise<readonly Candidate[]> {
    const should = this.terms.asked(passage, prose ?? passage).map(termQuery);
    if (should.length === 0) return [];
    const query = {
      size: most,
      track_total_hits: false,
      // Ids and sources lie beside the texts, which would all be unpacked for them.
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['path', 'stamp'],
      query: { bool: { should } },
      // Of equal ones the same come first wherever they lie, and whichever node answers.
      sort: ['_score', { path: 'asc' }],
    };
    const { value } = await this.client.ask('POST', searching, query, signal);
    return hitsOf(value, this.name).flatMap((hit) => {
      const uri = firstText(field(hit, 'fields', 'path'));
      return uri === undefined ? [] : [{ uri, stamp: firstText(field(hit, 'fields', 'stamp')) ?? '' }];
    });
  }

  async read(uris: readonly string[], signal?: AbortSignal): Promise<readonly Archived[]> {
    const wanted = new Map(await Promise.all(uris.map(async (uri) => [await documentId(uri), uri] as const)));
    const documents = await readWhole(this.client, [...wanted.keys()], ['path', 'name', 'text', 'facts', 'record'], signal);
    const found: Archived[] = [];
    for (const { id, source } of documents) {
      signal?.throwIfAborted();
      const [uri, text, name] = [wanted.get(id), textOf(field(source, 'text')), textOf(field(source, 'name'))];
      if (uri === undefined || field(source, 'path') !== uri || text === undefined || text.length > mostText || name === undefined)
        continue;
      const article = await readToAnalyse({ uri, path: name, text, version: 1, set: factsOf(field(source, 'facts')) });
      const record = bytesOf(textOf(field(source, 'record')) ?? '');
      found.push({ article, analysis: readAnalysis(record, article.raw) ?? analyseSpeech(article) });
    }
    return found;
  }
}

function termQuery({ hash, weight }: AskedTerm) {
  return { term: { terms: { value: hash.toString(36), boost: weight } } };
}

/** Nothing where it is no base64. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** An id of any length and letters, as the engine takes it. */
export async function documentId(uri: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(uri));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}

/** The version of our engines that an index was made by; undefined where it is not ours. */
export async function madeBy(client: EngineClient): Promise<string | undefined> {
  const { status, value } = await client.ask('GET', '/_mapping');
  if (status === 404) throw new EngineFailure(`${client.name}: no such index; second-source index ARCHIVE --to URL --name INDEX makes it`);
  if (typeof value !== 'object' || value === null) return undefined;
  // The answer is by index, whose name is another one where an alias was asked.
  const [meta, ...more] = Object.values(value).map((of) => field(of, 'mappings', '_meta'));
  if (more.length > 0 || field(meta, 'product') !== product) return undefined;
  return field(meta, 'format') === format ? textOf(field(meta, 'engine')) : 'another';
}
