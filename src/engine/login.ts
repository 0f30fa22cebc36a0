import { EngineFailure } from './failure';

/**
 * The value of the `authorization` header for NAME:PASSWORD, or for a whole value (`ApiKey …`, `Bearer …`); undefined where there is none.
 * `place` is where it stands; messages never hold it.
 */
export function authorisation(text: string, place: string): string | undefined {
  const login = text.trim();
  if (login === '') return undefined;
  if (/^(?:ApiKey|Basic|Bearer) [\x21-\x7e]+$/.test(login)) return login;
  if (!login.includes(':') || /[\x00-\x1f]/.test(login))
    throw new EngineFailure(`${place}: holds no login (NAME:PASSWORD, "ApiKey …" or "Bearer …")`);
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(login)))}`;
}
