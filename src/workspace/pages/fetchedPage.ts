import * as vscode from 'vscode';
import { isPrivateHost } from '../../core/index';

/** A page as it came over the network. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly url: string;
  /** What its server says of the encoding. */
  readonly encoding: string | undefined;
}

const mostBytes = 10_000_000;
const longestWait = 30_000;
/** The web extension host is a worker of the browser. */
const isBrowser = 'importScripts' in globalThis;

/**
 * Fetches a page from an address that a person has typed: the one place where anything of ours opens a connection. Sends no cookie
 * and no referrer. Throws with one sentence that says what to do instead.
 */
export async function fetchPage(address: string, cancel: vscode.CancellationToken): Promise<FetchedPage> {
  if (!vscode.workspace.isTrusted)
    throw new Error(vscode.l10n.t('in an untrusted workspace nothing is fetched: save the page and import the file'));
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(vscode.l10n.t('no answer in {0} seconds', longestWait / 1000))), longestWait);
  const cancelled = cancel.onCancellationRequested(() => stop.abort());
  try {
    const response = await followed(address, stop.signal);
    if (!response.ok) throw new Error(vscode.l10n.t('its server answers {0}', response.status));
    const type = response.headers.get('content-type') ?? '';
    if (!/^(?:|text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type.trim()))
      throw new Error(vscode.l10n.t('it is no web page ({0})', type.split(';')[0] ?? ''));
    const encoding = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1];
    return { bytes: await bytesOf(response), url: response.url, encoding };
  } catch (error) {
    const reason: unknown = stop.signal.aborted ? stop.signal.reason : error;
    throw new Error(
      vscode.l10n.t('{0} could not be fetched: {1}. Save the page in your browser and import the file.', address, sentence(reason)),
      {
        cause: error,
      },
    );
  } finally {
    clearTimeout(timer);
    cancelled.dispose();
  }
}

const mostRedirects = 10;

/** Goes where a page leads, but never from the web into this machine or the network behind it: a person did not type that address. */
async function followed(address: string, signal: AbortSignal): Promise<Response> {
  let url = address;
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await fetch(url, {
      signal,
      // in a browser, redirects cannot be looked at: the browser keeps pages out of private networks itself
      redirect: isBrowser ? 'follow' : 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'text/html,application/xhtml+xml' },
    });
    const place = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || place === null) {
      if (!/^https?:\/\//i.test(response.url)) throw new Error(vscode.l10n.t('it leads to an address that is not http or https'));
      return response;
    }
    await response.body?.cancel();
    const next = new URL(place, url);
    if (next.protocol !== 'http:' && next.protocol !== 'https:')
      throw new Error(vscode.l10n.t('it leads to an address that is not http or https'));
    if (next.host !== new URL(address).host && isPrivateHost(next.hostname))
      throw new Error(vscode.l10n.t('it leads into this machine or the network behind it ({0})', next.host));
    url = next.href;
  }
  throw new Error(vscode.l10n.t('it leads from one address to another without end'));
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      throw new Error(vscode.l10n.t('it is larger than {0} MB', mostBytes / 1_000_000));
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** "fetch failed" and "Failed to fetch" say nothing; in a browser it is as a rule the site that does not allow it. */
function sentence(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  if (!/fetch/i.test(reason.message)) return reason.message;
  const { cause } = reason;
  return cause instanceof Error && cause.message !== ''
    ? cause.message
    : vscode.l10n.t('the site does not answer, or does not allow it from here');
}
