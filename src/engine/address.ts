import type { Naming } from './asked';
import { EngineFailure } from './failure';

/** Whether `--index` or `--to` names an engine rather than a folder; also one whose address is not whole, which must be told. */
export function isEngineAddress(text: string): boolean {
  return /^(?:https?:\/\/|(?![a-z]:[\\/])[^@]*:[^@]*@|[\w.-]+:\d+(?:\/|,|$))/i.test(text);
}

/** The nodes of an engine, separated by commas; without a slash at the end. Over plain http only this machine is asked. */
export function engineNodes(text: string, naming: Naming): readonly string[] {
  // What stands before an @ may be a password, in which there may be anything: none of it comes back in a message.
  const [, scheme = '', rest] = /^\s*(https?:\/\/)?.*@(.*?)\s*$/is.exec(text) ?? [];
  if (rest !== undefined)
    throw new EngineFailure(`${scheme}…@${rest}: ${urlOf(`https://${rest}`) ? `holds a login; put it into ${naming.login}` : notAddress}`);
  return text.split(',').map((part) => {
    const url = urlOf(part.trim());
    const shown = part.trim().replace(/[?#].*/s, (more) => `${more.charAt(0)}…`);
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new EngineFailure(`${shown}: ${notAddress}`);
    if (url.protocol !== 'https:' && !isLoopback(url.hostname))
      throw new EngineFailure(`${shown}: outside this machine a search engine is asked over https only`);
    if (url.search !== '' || url.hash !== '')
      throw new EngineFailure(`${shown}: holds more than an address; name the index with ${naming.index}`);
    return url.href.replace(/\/+$/, '');
  });
}

const notAddress = 'is no address of a search engine, which begins with https:// or, on this machine, with http://';

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The name of an index, or of an alias of one, as it may stand in a path: no pattern and no list. */
export function indexName(text = 'second-source'): string {
  if (!/^[a-z0-9.][a-z0-9._-]{0,199}$/.test(text) || /^\.+$/.test(text))
    throw new EngineFailure(`${text}: is no name of an index (small letters, digits, ".", "_" and "-")`);
  return text;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
