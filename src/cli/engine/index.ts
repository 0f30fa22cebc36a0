import { type AskedArchive, clientOf, type EngineAddress, type Naming, openArchive, OwnIndex } from '../../engine/index';
import type { ArchiveOf } from '../archiveSource';
import { Unusable } from '../failure';
import { readWordnet } from '../folder';
import { warn } from '../output';
import { EngineArchive } from './engineArchive';
import { readLogin } from './login';

export { isEngineAddress } from '../../engine/index';
export { EngineIndexing } from './indexing';

/** What the command line says of an engine. */
export interface EngineOptions {
  readonly name?: string | undefined;
  readonly 'login-file'?: string | undefined;
  readonly fields?: string | undefined;
}

const naming: Naming = { login: 'SECOND_SOURCE_LOGIN or a file for --login-file', index: '--name', fields: '--fields' };

/**
 * An index in a search engine for questions: one of ours, or with `fields` one of somebody else. `fields`: how that is asked, where the
 * command itself cannot.
 */
export async function openEngine(url: string, options: EngineOptions, fields = naming.fields): Promise<ArchiveOf> {
  const asked = await openArchive(await addressOf(url, options), await readWordnet(), { ...naming, fields });
  return asked instanceof OwnIndex ? new EngineArchive(asked) : askedAlone(asked);
}

/** An index of ours in a search engine for writing, made where it is not there. */
export async function createInEngine(url: string, options: EngineOptions): Promise<EngineArchive> {
  return EngineArchive.create(clientOf(await addressOf(url, options), naming), await readWordnet());
}

async function addressOf(url: string, options: EngineOptions): Promise<EngineAddress> {
  return { url, index: options.name, fields: options.fields, login: await readLogin(options['login-file']), tell: warn };
}

/** Documents of somebody else have no order that every engine can go through. */
function askedAlone(asked: AskedArchive): ArchiveOf {
  const why = () => new Unusable(`${asked.name}: is an index of somebody else, of which only passages can be asked`);
  return {
    name: asked.name,
    nearest: (passage, prose, most) => asked.nearest(passage, prose, most),
    read: (uris) => asked.read(uris),
    uris: () => {
      throw why();
    },
    size: () => Promise.reject(why()),
    close: () => Promise.resolve(),
  };
}
