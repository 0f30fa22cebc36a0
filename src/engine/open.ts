import { engineNodes, indexName } from './address';
import type { AskedArchive, Naming } from './asked';
import { EngineClient } from './client';
import { OwnIndex } from './ownIndex';
import { TextIndex, textFields } from './textIndex';

/** Where an archive is and how it is asked, as a person has set it. */
export interface EngineAddress {
  /** Of its nodes, with commas between. */
  readonly url: string;
  readonly index?: string | undefined;
  /** Of somebody else's index: `text=FIELD,…`. */
  readonly fields?: string | undefined;
  /** The value of the `authorization` header. */
  readonly login?: string | undefined;
  /** Says what was left out of an answer, in one line. */
  readonly tell?: (line: string) => void;
}

export function clientOf({ url, index, login, tell }: EngineAddress, naming: Naming): EngineClient {
  return new EngineClient(engineNodes(url, naming), indexName(index), { login, ...(tell && { tell }) });
}

/** An index in a search engine for questions: one of ours, or with `fields` one of somebody else, which is never written to. */
export async function openArchive(address: EngineAddress, wordnet: Uint8Array | undefined, naming: Naming): Promise<AskedArchive> {
  const fields = address.fields === undefined ? undefined : textFields(address.fields, naming);
  const client = clientOf(address, naming);
  return fields ? TextIndex.open(client, fields, wordnet) : OwnIndex.open(client, wordnet, naming);
}
