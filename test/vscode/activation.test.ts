import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { host } from './host';

describe('activation', () => {
  const extension = vscode.extensions.getExtension('second-source.second-source');

  it('finds the extension installed', () => {
    assert.ok(extension);
  });

  it('activates without an error', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('runs in the host that it is meant to', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, host === 'node' ? 'file' : 'vscode-remote');
  });

  it('every command that it offers exists', async () => {
    await extension?.activate();
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
