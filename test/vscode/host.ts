/** Which extension host runs the tests. */
export const host: 'node' | 'web' = 'importScripts' in globalThis ? 'web' : 'node';

/** A test that the web-worker host cannot run; there it is listed as skipped, with the reason. */
export function onlyInNode(title: string, reason: string, body?: Mocha.AsyncFunc): void {
  if (host === 'node') it(title, body);
  else it.skip(`${title} (only in Node: ${reason})`);
}
