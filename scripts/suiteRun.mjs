// Runs the suites of test/vscode in a real VS Code: in its Node extension host or in its web-worker extension host.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, start } from './command.mjs';
import { startEngine } from './engine.mjs';
import { writeGeneratedArticles } from './generatedArticles.mjs';
import { TestLog } from './testEvents.mjs';
import { writeUserSettings } from './vscodeServer.mjs';
import { openWorkbench } from './workbench.mjs';

const stallSeconds = 60;
const downloadSeconds = 300;
const largeFolder = 2000;

/**
 * @typedef {object} SuiteOptions
 * @property {string} [grep] part of the titles of the tests to run
 * @property {boolean} [verbose] with the log of VS Code
 */

/**
 * With VSCODE_TEST_HOST=desktop the Node host is that of a downloaded desktop VS Code; otherwise both are the VS Code server's.
 * @param {'node' | 'web'} host
 * @param {SuiteOptions} [options]
 * @returns {Promise<import('./testEvents.mjs').Tally>}
 */
export async function runSuites(host, options = {}) {
  const log = new TestLog(host, { each: true });
  const workspace = copySamples();
  try {
    if (host === 'node' && process.env.VSCODE_TEST_HOST === 'desktop') await runInDesktop(log, workspace, options);
    else await runInServer(host, log, workspace, options);
  } finally {
    rmSync(path.dirname(workspace), { recursive: true, force: true });
  }
  return log.end();
}

/**
 * The suites of test/vscode/large on a folder of 2,000 articles. They ask for their host to be killed in the middle, and then run the
 * rest on the folder opened again.
 * @param {'node' | 'web'} host
 * @param {SuiteOptions} [options]
 * @returns {Promise<import('./testEvents.mjs').Tally>}
 */
export async function runLargeFolder(host, options = {}) {
  const log = new TestLog(`large folder, ${host}`, { each: true });
  const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-workspace-'));
  const workspace = path.join(scratch, 'large');
  try {
    mkdirSync(workspace);
    writeGeneratedArticles(workspace, largeFolder);
    await runInServer(host, log, workspace, options);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return log.end();
}

/**
 * The suites of an archive behind a real search engine, where there can be one.
 * @param {SuiteOptions} [options]
 * @returns {Promise<import('./testEvents.mjs').Tally>}
 */
export async function runWithEngine(options = {}) {
  const log = new TestLog('node, search engine', { each: true });
  const engine = await startEngine({ say: (line) => log.say(line) });
  if ('missing' in engine) {
    log.say(`the editor's tests with a search engine are skipped: ${engine.missing}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const workspace = copySamples('engine');
  try {
    await runInServer('node', log, workspace, options, { 'secondSourceTests.engine': engine.nodes[0]?.url });
  } finally {
    await engine.stop();
    rmSync(path.dirname(workspace), { recursive: true, force: true });
  }
  return log.end();
}

/**
 * @param {'node' | 'web'} host
 * @param {TestLog} log
 * @param {string} workspace
 * @param {SuiteOptions} options
 * @param {Record<string, unknown>} [settings]
 */
async function runInServer(host, log, workspace, { grep = '', verbose = false }, settings = {}) {
  /** @type {(exitCode: number) => void} */
  let exited = () => {};
  const nextExit = () =>
    /** @type {Promise<number>} */ (
      new Promise((resolve) => {
        exited = resolve;
      })
    );
  let exit = nextExit();
  /** @type {Promise<string>} */
  let crash = new Promise(() => {});

  const workbench = await openWorkbench({
    folder: workspace,
    ...(host === 'node' && { extensionsDir: secondExtension() }),
    testDriver: true,
    settings: {
      'secondSourceTests.grep': grep,
      ...settings,
      ...(host === 'web' && { 'remote.extensionKind': { 'second-source.second-source': ['web'] } }),
    },
    payload: [
      ['extensionDevelopmentPath', `vscode-remote://{origin}${root}`],
      ['extensionTestsPath', `vscode-remote://{origin}${path.join(root, 'out', 'test', 'vscode', `${host}.js`)}`],
    ],
    prepare: async (page) => {
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exited(code)); // VS Code calls it when the extension host of the tests has ended
      page.on('console', (message) => {
        if (!log.read(message.text()) && verbose) log.say(message.text());
      });
      crash = new Promise((resolve) => page.once('crash', () => resolve('the page crashed')));
    },
    ...(verbose && { onServerLine: (line) => log.say(line) }),
  });
  const serverEnd = workbench.serverExit.then((code) => `the VS Code server ended with exit code ${code}`);
  try {
    let outcome = await Promise.race([exit, crash, serverEnd, log.killed, log.stalled(stallSeconds)]);
    if (log.isKilled) {
      exit = nextExit();
      await workbench.kill();
      await workbench.reopen();
      outcome = await Promise.race([exit, crash, serverEnd, log.stalled(stallSeconds)]);
    }
    if (typeof outcome === 'string') {
      log.fail(`${outcome} (picture: ${await takePicture(workbench.page, `stalled-${host}`)})`);
    } else if (outcome !== 0 && log.tally.failed === 0) {
      log.fail(`the extension host ended with exit code ${outcome}; --verbose shows why`);
    }
  } finally {
    await workbench.close();
  }
}

/**
 * @param {TestLog} log
 * @param {string} workspace
 * @param {SuiteOptions} options
 */
async function runInDesktop(log, workspace, { grep = '', verbose = false }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'second-source-desktop-'));
  writeUserSettings(dataDir, { 'secondSourceTests.grep': grep });
  const running = start(process.execPath, [path.join(import.meta.dirname, 'desktopRun.mjs'), workspace, path.join(dataDir, 'data')], {
    onLine: (line) => void (log.read(line) || (verbose && log.say(line))),
  });
  const outcome = await Promise.race([running.exit, log.stalled(downloadSeconds)]);
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (typeof outcome === 'string') log.fail(outcome);
  else if (outcome !== 0 && log.tally.failed === 0) log.fail(`the desktop VS Code ended with exit code ${outcome}; --verbose shows why`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function takePicture(page, name) {
  const file = path.join(root, 'out', 'screenshots', `${name}.png`);
  try {
    await page.screenshot({ path: file, timeout: 5000 });
    return path.relative(root, file);
  } catch (error) {
    return `none: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @returns {string} a copy of the sample story that a test may change */
function copySamples(name = 'samples') {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'second-source-workspace-')), name);
  cpSync(path.join(root, 'samples'), copy, { recursive: true });
  return copy;
}

/** A folder of installed extensions that has the one which asks ours (test/secondExtension). The web host runs none that are installed. */
function secondExtension() {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-source-extensions-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const name = 'second-source-tests.reader-0.0.1';
  cpSync(path.join(root, 'out', 'test', 'secondExtension'), path.join(folder, name), { recursive: true });
  const installed = {
    identifier: { id: 'second-source-tests.reader' },
    version: '0.0.1',
    location: { $mid: 1, path: path.join(folder, name), scheme: 'file' },
    relativeLocation: name,
  };
  writeFileSync(path.join(folder, 'extensions.json'), JSON.stringify([installed]));
  return folder;
}
