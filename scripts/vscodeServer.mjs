// Starts the VS Code server: the workbench at a loopback address, with its Node extension host behind it.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { run, start, withTimeout } from './command.mjs';
import { setUpVscode } from './setupVscode.mjs';

/** Settings of every VS Code that we start: nothing that moves, asks or calls home. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir settings, state and logs of this server
 * @property {string} extensionsDir
 * @property {string} [token] without it every process and every page on this machine may connect: for tests only
 * @property {number} [port] any free one if not given, or if it is taken
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [testDriver] lets a test runner be loaded, and reports its end to the page
 * @property {(line: string) => void} [onLine]
 *
 * @typedef {object} Server
 * @property {string} origin host and port
 * @property {Promise<number>} exit
 * @property {() => Promise<void>} stop
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>} when it listens
 */
export async function startServer({ dataDir, extensionsDir, token, port, env, testDriver = false, onLine = () => {} }) {
  const vscode = await setUpVscode();
  const listenOn = await freePort(port);
  /** @type {string[]} */
  const log = [];
  /** @type {() => void} */
  let listening = () => {};
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    listening = () => resolve('ready');
  });
  const running = start(
    vscode.node,
    [
      vscode.main,
      ...['--host', '127.0.0.1', '--port', String(listenOn)],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token-file', tokenFile(dataDir, token)]),
      ...serverArguments(dataDir, extensionsDir),
      '--disable-workspace-trust',
      ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      env: { ...process.env, ...noGallery, ...env },
      onLine: (line) => {
        log.push(line);
        onLine(line);
        if (line.includes('Extension host agent listening')) listening();
      },
    },
  );
  const outcome = await withTimeout(Promise.race([ready, running.exit.then(() => 'ended')]), 60);
  if (outcome !== 'ready') {
    await running.stop();
    throw new Error(`The VS Code server did not start on port ${listenOn}:\n${log.join('\n')}`);
  }
  return { origin: `127.0.0.1:${listenOn}`, ...running };
}

/**
 * A process's arguments are read by everybody on the machine, a file of this mode by its owner.
 * @param {string} dataDir
 * @param {string} token
 */
function tokenFile(dataDir, token) {
  const file = path.join(dataDir, 'token');
  writePrivate(file, token);
  return file;
}

/**
 * Writes a file that only its owner can read, in a folder that only its owner can enter: logs beside it may repeat what is in it.
 * @param {string} file
 * @param {string} content
 */
export function writePrivate(file, content) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  chmodSync(path.dirname(file), 0o700);
  // the mode counts for new files only
  rmSync(file, { force: true });
  writeFileSync(file, content, { mode: 0o600 });
}

/**
 * @param {string} vsix
 * @param {{dataDir: string, extensionsDir: string}} where
 */
export async function installExtension(vsix, { dataDir, extensionsDir }) {
  const vscode = await setUpVscode();
  const args = [vscode.main, ...serverArguments(dataDir, extensionsDir), '--install-extension', vsix, '--force'];
  await run('install extension', vscode.node, args, { env: { ...process.env, ...noGallery }, seconds: 120 });
}

/**
 * Sets user settings; others that stand there stay. What belongs to a machine is read from a file of its own.
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
export function writeUserSettings(dataDir, settings) {
  const ofMachine = Object.fromEntries(Object.entries(settings).filter(([name]) => name.startsWith('secondSource.archive.')));
  for (const [place, wanted] of Object.entries({ User: settings, Machine: ofMachine })) {
    const file = path.join(dataDir, 'data', place, 'settings.json');
    if (place === 'Machine' && Object.keys(wanted).length === 0) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    const kept = existsSync(file) ? readSettings(file) : {};
    writeFileSync(file, JSON.stringify({ ...(place === 'User' && quietSettings), ...kept, ...wanted }, undefined, 2));
  }
}

/** @param {string} file */
function readSettings(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file} is not plain JSON (comments?): mend it, or delete it to start with our settings.`);
  }
}

/**
 * @param {string} dataDir
 * @param {string} extensionsDir
 */
function serverArguments(dataDir, extensionsDir) {
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--accept-server-license-terms', '--telemetry-level', 'off'];
}

/**
 * @param {number} [wanted]
 * @returns {Promise<number>} the wanted one unless it is taken
 */
function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
