// Runs the suites of test/vscode in the desktop VS Code, which @vscode/test-electron downloads: node desktopRun.mjs WORKSPACE USER_DATA_DIR
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './command.mjs';
import { vscodeVersion } from './setupVscode.mjs';

const [workspace, userDataDir] = process.argv.slice(2);
if (workspace === undefined || userDataDir === undefined) throw new Error('desktopRun.mjs: WORKSPACE and USER_DATA_DIR');

process.exitCode = await runTests({
  version: vscodeVersion,
  extensionDevelopmentPath: [root, path.join(root, 'out', 'test', 'secondExtension')],
  extensionTestsPath: path.join(root, 'out', 'test', 'vscode', 'node.js'),
  launchArgs: [workspace, '--user-data-dir', userDataDir, '--disable-extensions', '--disable-gpu'],
});
