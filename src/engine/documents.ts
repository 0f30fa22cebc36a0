import type { SetFacts } from '../core/index';
import type { EngineClient } from './client';
import { EngineFailure, strange, TooLarge } from './failure';
import { field, textOf } from './json';

/** Characters of an article that is read. */
export const mostText = 2e6;

/** Statistics of all shards, so that an article's score does not depend on where it lies; and no answer of some shards alone. */
export const searching = '/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false';

export interface Hit {
  readonly _id?: unknown;
  readonly fields?: unknown;
}

/** The hits of a search that all shards have answered in time. */
export function hitsOf(value: unknown, name: string): readonly Hit[] {
  const hits = field(value, 'hits', 'hits');
  if (!Array.isArray(hits)) throw unlisted(value, name);
  if (field(value, 'timed_out') === true || field(value, '_shards', 'failed') !== 0)
    throw new EngineFailure(`${name}: a part of the index does not answer; what the rest knows was not taken for the whole`);
  return hits.filter((hit): hit is Hit => typeof hit === 'object' && hit !== null);
}

function unlisted(value: unknown, name: string): EngineFailure {
  return field(value, 'error', 'type') === 'index_not_found_exception' ? new EngineFailure(`${name}: no such index`) : strange(name);
}

/** Documents by their ids, those that are there; in several answers where one would be too large. */
export async function readWhole(
  client: EngineClient,
  ids: readonly string[],
  fields: readonly string[],
  signal?: AbortSignal,
): Promise<readonly { readonly id: string; readonly source: unknown }[]> {
  if (ids.length === 0) return [];
  try {
    const { value } = await client.ask('POST', `/_mget?_source_includes=${fields.map(encodeURIComponent).join(',')}`, { ids }, signal);
    const documents = field(value, 'docs');
    if (!Array.isArray(documents)) throw unlisted(value, client.name);
    return documents.flatMap((document: unknown) => {
      if (field(document, 'error') !== undefined) throw new EngineFailure(`${client.name}: a part of the index does not answer`);
      const id = textOf(field(document, '_id'));
      return id !== undefined && field(document, 'found') === true ? [{ id, source: field(document, '_source') }] : [];
    });
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    if (ids.length === 1) {
      client.tell(`${error.message}: the article ${ids[0]} is left out`);
      return [];
    }
    const half = ids.length >> 1;
    return [
      ...(await readWhole(client, ids.slice(0, half), fields, signal)),
      ...(await readWhole(client, ids.slice(half), fields, signal)),
    ];
  }
}

/** What is known of an article; only texts count. */
export function factsOf(value: unknown): SetFacts {
  const facts = (['outlet', 'published', 'title', 'url'] as const).map((name) => [name, textOf(field(value, name))] as const);
  return Object.fromEntries(facts.filter(([, content]) => content !== undefined && content !== ''));
}
