// What VS Code loads as its test runner, in either extension host. The browser build of mocha serves both, as it needs nothing of Node.
import 'mocha/mocha';
import * as vscode from 'vscode';
import { printEvents } from '../../scripts/testEvents.mjs';
import { host, onlyInNode } from './host';
import { exists, folder } from './articles';
import { suitesOf } from './suites';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20_000, retries: 1, reporter: 'base' });
  const grep = vscode.workspace.getConfiguration('secondSourceTests').get<string>('grep', '');
  if (grep !== '') mocha.grep(grep);
  const name = folder().path.split('/').at(-1) ?? '';
  for (const suite of suitesOf(name, await exists('.killed'))) {
    const { nodeOnly } = suite;
    if (nodeOnly !== undefined && host === 'web') describe(suite.name, () => onlyInNode('all of it', nodeOnly));
    else await suite.load();
  }
  const failures = await new Promise<number>((resolve) => {
    // of Mocha.prototype, since the browser build's own run() reads a location, which Node's extension host has not
    printEvents(Mocha.prototype.run.call(mocha, resolve));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
