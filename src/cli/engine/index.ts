import type { ArchiveOf } from '../archiveSource';
import { readWordnet } from '../folder';
import { engineNodes, indexName } from './address';
import { EngineClient } from './client';
import { EngineArchive } from './engineArchive';
import { readLogin } from './login';
import { TextArchive, textFields } from './textArchive';

export { isEngineAddress } from './address';
export { EngineIndexing } from './indexing';

/** What the command line says of an engine. */
export interface EngineOptions {
  readonly name?: string | undefined;
  readonly 'login-file'?: string | undefined;
  readonly fields?: string | undefined;
}

/** An index in a search engine for questions: one of ours, or with `fields` one of somebody else. */
export async function openEngine(address: string, options: EngineOptions): Promise<ArchiveOf> {
  const fields = options.fields === undefined ? undefined : textFields(options.fields);
  const client = await clientOf(address, options);
  const wordnet = await readWordnet();
  return fields ? TextArchive.open(client, fields, wordnet) : EngineArchive.open(client, wordnet);
}

/** An index of ours in a search engine for writing, made where it is not there. */
export async function createInEngine(address: string, options: EngineOptions): Promise<EngineArchive> {
  return EngineArchive.create(await clientOf(address, options), await readWordnet());
}

async function clientOf(address: string, options: EngineOptions): Promise<EngineClient> {
  return new EngineClient(engineNodes(address), indexName(options.name), await readLogin(options['login-file']));
}
