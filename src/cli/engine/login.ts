import { readFile, stat } from 'node:fs/promises';
import { authorisation } from '../../engine/index';
import { Unusable } from '../failure';
import { unreadable } from '../input';

/** The login of `SECOND_SOURCE_LOGIN`, or of a file that nobody else may read. */
export async function readLogin(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return authorisation(process.env.SECOND_SOURCE_LOGIN ?? '', 'SECOND_SOURCE_LOGIN');
  let text: string;
  try {
    const { mode } = await stat(file);
    // Windows has no such bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Unusable(`${file}: others may read this login; chmod 600 ${file}`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw error instanceof Unusable ? error : unreadable(file, error);
  }
  return authorisation(text, file);
}
