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
});
