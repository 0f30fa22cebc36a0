import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replaceThroughWorkspace, restore } from '../../src/workspace/files/writeWhole';
import { clear, exists, file, read, write } from './articles';

const target = 'kept.yaml';
const sibling = `.${target}.writing`;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A whole copy as it stands beside the target during a write: the bytes, their count, their FNV-1a sum. */
function sealed(text: string): Uint8Array {
  const content = bytes(text);
  const sum = content.reduce((last, byte) => Math.imul(last ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  const out = new Uint8Array(content.length + 8);
  out.set(content);
  new DataView(out.buffer).setUint32(content.length, content.length);
  new DataView(out.buffer).setUint32(content.length + 4, sum);
  return out;
}

describe('writing where files cannot be replaced in one step', () => {
  afterEach(() => clear(target, sibling));

  it('leaves the new text and nothing else', async () => {
    await write(target, 'old\n');
    assert.equal(await replaceThroughWorkspace(file(target), bytes('old\n'), bytes('new and longer\n')), true);
    assert.equal(await read(target), 'new and longer\n');
    assert.equal(await exists(sibling), false);
  });

  it('restores a target that was cut or never written from its whole copy', async () => {
    for (const cut of ['new and lo', '', undefined]) {
      if (cut === undefined) await vscode.workspace.fs.delete(file(target));
      else await write(target, cut);
      await write(sibling, sealed('new and longer\n'));
      assert.equal(await restore(file(target)), true);
      assert.equal(await read(target), 'new and longer\n');
      assert.equal(await exists(sibling), false);
    }
  });

  it('keeps the old target where the copy itself was cut, or where somebody has changed the target since', async () => {
    await write(target, 'old\n');
    await write(sibling, sealed('new and longer\n').slice(0, 12));
    assert.equal(await restore(file(target)), false);
    assert.equal(await read(target), 'old\n');
    await write(sibling, sealed('new and longer\n'));
    assert.equal(await restore(file(target)), false);
    assert.equal(await read(target), 'old\n');
    assert.equal(await exists(sibling), false);
  });
});
