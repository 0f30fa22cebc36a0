import type { Naming } from './asked';
import { EngineFailure } from './failure';

/** Whether `--index` or `--to` names an engine rather than a folder. */
export function isEngineAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The nodes of an engine, separated by commas; without a slash at the end. Over plain http only this machine is asked. */
export function engineNodes(text: string, naming: Naming): readonly string[] {
  return text.split(',').map((part) => {
    // A login in the address must not come back in the message about it.
    const shown = part.trim().replace(/\/\/[^/]*@/, '//…@');
    let url: URL;
    try {
      url = new URL(part.trim());
    } catch {
      throw new EngineFailure(`${shown}: is no address of a search engine`);
    }
    if (url.username !== '' || url.password !== '') throw new EngineFailure(`${shown}: holds a login; put it into ${naming.login}`);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
      throw new EngineFailure(`${shown}: outside this machine a search engine is asked over https only`);
    if (url.search !== '' || url.hash !== '')
      throw new EngineFailure(`${shown}: holds more than an address; name the index with ${naming.index}`);
    return url.href.replace(/\/+$/, '');
  });
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
