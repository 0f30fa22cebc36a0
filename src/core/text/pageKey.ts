import { webAddress } from './webAddress';

/** Parameters that say where a reader came from, and not which page it is. */
const tracking =
  /^(?:utm_\w+|wt\.\w+|[gd]clid|gclsrc|fbclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|cmpid|icid|ncid|ocid|smid|sref|ref_src|ref_url)$/i;

/**
 * One key for the spellings of one page's address, as annotation services compare them: without scheme, `www.`, fragment, default port,
 * tracking parameters and the proxy through which a page was annotated, parameters in order, the host in small letters.
 */
export function pageKey(url: string | undefined): string | undefined {
  const address = webAddress(
    url?.replace(/^https?:\/\/via\.hypothes\.is\/(?:https?:\/\/)?/i, (proxy) =>
      /\/https?:\/\/$/i.test(proxy) ? proxy.replace(/^.*\/(https?:\/\/)$/i, '$1') : 'https://',
    ),
  );
  const parts = address === undefined ? null : /^https?:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(address);
  if (parts === null) return undefined;
  const [, host = '', path = '', query = ''] = parts;
  const kept = query.split('&').filter((parameter) => parameter !== '' && !tracking.test(parameter.replace(/=.*$/s, '')));
  const site = host
    .toLowerCase()
    .replace(/:(?:80|443)$/, '')
    .replace(/^www\./, '');
  return `${site}${path.replace(/\/$/, '')}${kept.length > 0 ? `?${kept.sort().join('&')}` : ''}`;
}
