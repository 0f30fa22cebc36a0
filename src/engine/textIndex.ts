import { analyseSpeech, readToAnalyse, Terms } from '../core/index';
import type { Archived, AskedArchive, Candidate, Naming } from './asked';
import type { EngineClient } from './client';
import { factsOf, hitsOf, mostText, readWhole, searching } from './documents';
import { EngineFailure } from './failure';
import { field, textOf, valuesAt } from './json';

const facts = ['outlet', 'published', 'title', 'url'] as const;

/** The names of the fields of somebody else's index. */
export interface TextFields extends Partial<Readonly<Record<(typeof facts)[number], string>>> {
  readonly text: string;
}

/** `text=FIELD` and perhaps `outlet=`, `published=`, `title=`, `url=`, separated by commas. */
export function textFields(option: string, { fields }: Naming): TextFields {
  const found = new Map<string, string>();
  for (const part of option.split(',')) {
    const [, name = '', path = ''] = /^\s*(text|outlet|published|title|url)=([\w@.-]+)\s*$/.exec(part) ?? [];
    if (name === '' || found.has(name))
      throw new EngineFailure(`${fields} ${option}: is no list of text=FIELD, outlet=, published=, title=, url=`);
    found.set(name, path);
  }
  const text = found.get('text');
  if (text === undefined) throw new EngineFailure(`${fields} ${option}: name the field of the text with text=FIELD`);
  return { ...Object.fromEntries(found), text };
}

/**
 * An index of somebody else, which is read and never written: its text field, cut into words in its own way, is asked for the rarest words
 * of a passage and the names of its article. Ids of documents are those of the articles.
 */
export class TextIndex implements AskedArchive {
  readonly name: string;
  readonly #client: EngineClient;
  readonly #fields: TextFields;
  readonly #terms: Terms;

  private constructor(client: EngineClient, fields: TextFields, wordnet: Uint8Array | undefined) {
    this.name = client.name;
    this.#client = client;
    this.#fields = fields;
    this.#terms = new Terms(wordnet ? { wordnet } : {});
  }

  static async open(client: EngineClient, fields: TextFields, wordnet: Uint8Array | undefined): Promise<TextIndex> {
    const { status, value } = await client.ask('GET', '/_mapping');
    if (status === 404) throw new EngineFailure(`${client.name}: no such index`);
    const indexes = typeof value === 'object' && value !== null ? Object.values(value) : [];
    if (indexes.length !== 1) throw new EngineFailure(`${client.name}: is not one index`);
    const path = fields.text.split('.').flatMap((name) => ['properties', name]);
    const type = field(indexes[0], 'mappings', ...path, 'type');
    if (type !== 'text')
      throw new EngineFailure(`${client.name}: ${fields.text} is no text field of it${typeof type === 'string' ? `, but ${type}` : ''}`);
    if (field(indexes[0], 'mappings', '_source', 'enabled') === false) throw unread(client.name, fields);
    return new TextIndex(client, fields, wordnet);
  }

  async nearest(passage: string, prose: string | undefined, most: number, signal?: AbortSignal): Promise<readonly Candidate[]> {
    const should = this.#terms
      .asked(passage, prose ?? passage)
      .map(({ word, weight }) => ({ match: { [this.#fields.text]: { query: word, boost: weight } } }));
    if (should.length === 0) return [];
    const query = { size: most, track_total_hits: false, _source: false, seq_no_primary_term: true, query: { bool: { should } } };
    const { value } = await this.#client.ask('POST', searching, query, signal);
    return hitsOf(value, this.name).flatMap((hit) => {
      const uri = textOf(hit._id);
      return uri === undefined ? [] : [{ uri, stamp: `${String(field(hit, '_seq_no'))}.${String(field(hit, '_primary_term'))}` }];
    });
  }

  async read(uris: readonly string[], signal?: AbortSignal): Promise<readonly Archived[]> {
    const documents = await readWhole(this.#client, uris, Object.values(this.#fields), signal);
    const found: Archived[] = [];
    let hasTexts = documents.length === 0;
    for (const { id, source } of documents) {
      signal?.throwIfAborted();
      const texts = this.#values(source, 'text').flatMap((part) => textOf(part) ?? []);
      hasTexts ||= texts.length > 0;
      const text = texts.join('\n\n');
      if (text === '' || text.length > mostText) continue;
      const known = facts.map((name) => [name, factOf(this.#values(source, name)[0], name)] as const);
      const article = await readToAnalyse({ uri: id, path: 'line.txt', text, version: 1, set: factsOf(Object.fromEntries(known)) });
      found.push({ article, analysis: analyseSpeech(article) });
      // Reading takes ten milliseconds and more: whoever waits beside gets a turn.
      await new Promise((next) => setTimeout(next, 0));
    }
    // What it was found by can not be read: nothing is known of who has the words.
    if (!hasTexts) throw unread(this.name, this.#fields);
    return found;
  }

  /** Each once. */
  #values(source: unknown, name: keyof TextFields): readonly unknown[] {
    return [...new Set(valuesAt(source, this.#fields[name]?.split('.') ?? ['']))];
  }
}

/** A date may be a number: milliseconds since 1970. */
function factOf(value: unknown, name: (typeof facts)[number]): unknown {
  const isDate = name === 'published' && typeof value === 'number' && Math.abs(value) < 8.64e15;
  return isDate ? new Date(value).toISOString() : value;
}

function unread(name: string, { text }: TextFields): EngineFailure {
  return new EngineFailure(`${name}: does not give the texts of its documents (${text} in _source)`);
}
