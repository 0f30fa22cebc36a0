import { readFile, stat } from 'node:fs/promises';
import { Unusable } from '../failure';
import { unreadable } from '../input';

/**
 * The value of the `authorization` header: of `SECOND_SOURCE_LOGIN`, or of a file that nobody else may read. Both hold NAME:PASSWORD, or
 * a whole value (`ApiKey …`, `Bearer …`). Messages never hold it.
 */
export async function readLogin(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return headerOf(process.env.SECOND_SOURCE_LOGIN ?? '', 'SECOND_SOURCE_LOGIN');
  try {
    const { mode } = await stat(file);
    // Windows has no such bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Unusable(`${file}: others may read this login; chmod 600 ${file}`);
    return headerOf(await readFile(file, 'utf8'), file);
  } catch (error) {
    throw error instanceof Unusable ? error : unreadable(file, error);
  }
}

function headerOf(text: string, place: string): string | undefined {
  const login = text.trim();
  if (login === '') return undefined;
  if (/^(?:ApiKey|Basic|Bearer) [\x21-\x7e]+$/.test(login)) return login;
  if (!login.includes(':') || /[\x00-\x1f]/.test(login))
    throw new Unusable(`${place}: holds no login (NAME:PASSWORD, "ApiKey …" or "Bearer …")`);
  return `Basic ${Buffer.from(login).toString('base64')}`;
}
