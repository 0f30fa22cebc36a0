// npm start [FOLDER]: builds and installs the extension, and opens VS Code on the folder, or on a copy of the sample story:
// the desktop's `code` where there is one, else a VS Code server at a loopback address, in the browser.
//   npm start -- --no-open    serves, prints the address and opens nothing
import { cpSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { installExtension, startServer, writePrivate, writeUserSettings } from './vscodeServer.mjs';
import { buildVsix } from './vsix.mjs';

const usualPort = 3456; // always the same where it is free: the browser keeps the state of the workbench by address

const { values, positionals } = typed();
if (values.help) {
  console.log(usage());
  process.exit(0);
}
const mayOpen = !values['no-open'];
const [given] = positionals;
// npm runs scripts in the package's folder and says in INIT_CWD where the person stood.
const folder = given === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? '.', given);
if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`npm start: no such folder: ${folder}`);
  process.exit(2);
}

// Of this checkout, and kept from one start to the next: settings, the state of the workbench, what was done to the samples.
const kept = path.join(root, '.vscode-server', 'kept');
// A folder that somebody names is meant to be annotated, though none of our files is in it yet.
const settings = { 'secondSource.annotate': folder === undefined ? 'detected' : 'always' };
const installed = { dataDir: path.join(kept, 'data'), extensionsDir: path.join(kept, 'extensions') };

await ensureDependencies();
console.log('[start] building the extension');
const vsix = await buildVsix();
const opened = folder ?? copySamples();
const firstFile = folder === undefined ? path.join(opened, 'kesnet.article.txt') : undefined;
const code = mayOpen && hasDisplay() ? onPath('code') : undefined;
if (code === undefined) await serve();
else await openDesktop(code);

function typed() {
  const options = /** @type {const} */ ({ 'no-open': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } });
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    console.error(`npm start: ${error instanceof Error ? error.message.split('. ', 1)[0] : String(error)}\n${usage()}`);
    process.exit(2);
  }
}

function usage() {
  return 'npm start [-- FOLDER] [-- --no-open]: opens VS Code on the sample story or on FOLDER; --no-open only prints the address';
}

async function serve() {
  await installExtension(vsix, installed);
  writeUserSettings(installed.dataDir, settings);
  const token = randomBytes(16).toString('hex'); // without it any page in the person's browser could reach a server that runs code
  const server = await startServer({ ...installed, token, port: usualPort });
  const query = new URLSearchParams({ tkn: token, folder: opened });
  if (firstFile !== undefined) query.set('payload', JSON.stringify([['openFile', `vscode-remote://${server.origin}${firstFile}`]]));
  const address = `http://${server.origin}/?${query}`;
  console.log(`\nSecond Source on ${opened}\n\n  ${address}\n\nCtrl+C stops it.`);
  const opener = process.platform === 'darwin' ? 'open' : onPath('xdg-open');
  if (mayOpen && hasDisplay() && opener !== undefined) {
    // a page of its own that leads there: an address among a program's arguments is read by everybody on the machine
    const page = path.join(installed.dataDir, 'open.html');
    writePrivate(
      page,
      `<!doctype html><meta http-equiv="refresh" content="0; url=${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`,
    );
    await run('browser', opener, [page], { seconds: 20 }).catch(() => console.log('No browser could be opened: open the address above.'));
  }
  const exitCode = await server.exit; // until Ctrl+C, which ends this process and with it the server
  console.error(`The VS Code server ended by itself, with exit code ${exitCode}.`);
  process.exit(1);
}

/** @param {string} executable */
async function openDesktop(executable) {
  const own = ['--user-data-dir', path.join(installed.dataDir, 'data'), '--extensions-dir', installed.extensionsDir];
  await run('install extension', executable, [...own, '--install-extension', vsix, '--force'], { seconds: 120 });
  writeUserSettings(installed.dataDir, settings);
  console.log(`Second Source on ${opened}, in ${executable} with settings and extensions of its own`);
  await run('code', executable, [...own, '--new-window', opened, ...(firstFile === undefined ? [] : [firstFile])], { seconds: 60 });
}

/** @returns {string} a copy that may be annotated without changing this checkout; what is in it stays */
function copySamples() {
  const copy = path.join(kept, 'samples');
  cpSync(path.join(root, 'samples'), copy, { recursive: true, force: false });
  return copy;
}

function hasDisplay() {
  return process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * @param {string} command
 * @returns {string | undefined}
 */
function onPath(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((place) => path.join(place, command)).find(existsSync);
}
