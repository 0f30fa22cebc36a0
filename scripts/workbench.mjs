// VS Code's workbench in a headless Chromium, for tests and screenshots: one server, one page, one folder; nothing is kept.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { startServer, writeUserSettings } from './vscodeServer.mjs';

const chromiumArguments = [
  '--no-sandbox', // Chromium refuses to sandbox as root, which is what containers are
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder the folder to open, or the file of a workspace of several
 * @property {string} [extensionsDir] where extensions are installed; none if not given
 * @property {Record<string, unknown>} [settings] user settings
 * @property {[string, string][]} [payload] what the workbench is told in its address, for instance which tests to run; {origin} is filled in
 * @property {boolean} [testDriver]
 * @property {{width: number, height: number}} [viewport]
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] before the workbench is loaded
 * @property {(line: string) => void} [onServerLine]
 *
 * @typedef {object} OpenWorkbench
 * @property {import('playwright-core').Page} page
 * @property {Promise<number>} serverExit
 * @property {() => Promise<void>} kill ends the page and its worker extension host at once, as a crash would
 * @property {() => Promise<import('playwright-core').Page>} reopen the same folder in a new page of the same browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {WorkbenchOptions} options
 * @returns {Promise<OpenWorkbench>} once the page is loaded, which is before VS Code has drawn itself
 */
export async function openWorkbench({
  folder,
  extensionsDir,
  settings = {},
  payload = [],
  testDriver = false,
  viewport = { width: 1280, height: 800 },
  prepare = async () => {},
  onServerLine,
}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'second-source-vscode-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', removeData);
  writeUserSettings(dataDir, settings);
  const emptyDir = path.join(dataDir, 'no-extensions');
  mkdirSync(emptyDir, { recursive: true });

  const executablePath = await ensureChromium();
  const server = await startServer({
    dataDir,
    extensionsDir: extensionsDir ?? emptyDir,
    testDriver,
    ...(onServerLine && { onLine: onServerLine }),
  });
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
    removeData();
    process.off('exit', removeData);
  };
  try {
    browser = await chromium.launch({ executablePath, args: chromiumArguments });
    const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(), // nothing leaves this machine
    );
    const filled = payload.map(([key, value]) => [key, value.replace('{origin}', server.origin)]);
    const opens = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const query = new URLSearchParams({ [opens]: folder, payload: JSON.stringify(filled) });
    const openPage = async () => {
      const opened = await context.newPage();
      await prepare(opened);
      await opened.goto(`http://${server.origin}/?${query}`);
      return opened;
    };
    const page = await openPage();
    return { page, serverExit: server.exit, kill: () => page.close({ runBeforeUnload: false }), reopen: openPage, close };
  } catch (error) {
    await close();
    throw error;
  }
}
