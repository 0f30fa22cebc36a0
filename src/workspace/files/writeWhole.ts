import * as vscode from 'vscode';
import { folderOf, nameOf, readBytes } from './files';

/** Ends in the target's name, so that it is never taken for an article or a sidecar, and starts with a dot. */
const siblingOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(folderOf(uri), `.${nameOf(uri)}.writing`);

/**
 * `workspace.fs` has no rename that replaces in one step: a whole copy stands beside the target while the target is written,
 * and `restore` puts it back if we die in between. Nor can it compare and write in one step: the sibling keeps other windows
 * waiting, and what was read back tells whether one of them wrote at the same moment.
 */
export async function replaceThroughWorkspace(
  uri: vscode.Uri,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
): Promise<boolean> {
  const { fs } = vscode.workspace;
  const sibling = siblingOf(uri);
  await turnOf(sibling);
  await restore(uri); // of a window that died over it
  if (!isEqual(await readBytes(uri), before)) return false;
  if (after === undefined) {
    if (before !== undefined) await fs.delete(uri, { useTrash: false });
    return true;
  }
  await fs.writeFile(sibling, sealed(after));
  const copy = await readBytes(sibling);
  if (copy === undefined || !isEqual(unseal(copy), after) || !isEqual(await readBytes(uri), before)) return false;
  await fs.writeFile(uri, after);
  const isOurs = isEqual(await readBytes(uri), after);
  await remove(sibling);
  return isOurs;
}

/** Another window may have finished with it. */
async function remove(sibling: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(sibling).then(undefined, () => undefined);
}

/** Waits while another window writes; one that died leaves its sibling, which is older than any write takes. */
async function turnOf(sibling: vscode.Uri): Promise<void> {
  const longest = 3000;
  const end = Date.now() + longest;
  while (Date.now() < end) {
    const found = await vscode.workspace.fs.stat(sibling).then(
      ({ mtime }) => mtime,
      () => 0,
    );
    if (found < Date.now() - longest) return;
    await new Promise((next) => setTimeout(next, 50));
  }
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && startsWith(a, b);
}

/** Finishes a write that was cut off: a whole sibling beside a target that is missing or cut replaces it; any sibling goes. */
export async function restore(uri: vscode.Uri): Promise<boolean> {
  const sibling = siblingOf(uri);
  const copy = await readBytes(sibling);
  if (copy === undefined) return false;
  const whole = unseal(copy);
  const target = await readBytes(uri);
  const cut = whole !== undefined && (target === undefined || (target.length < whole.length && startsWith(whole, target)));
  if (cut) await vscode.workspace.fs.writeFile(uri, whole);
  await remove(sibling);
  return cut;
}

/** Eight bytes of length and sum at the end tell a whole sibling from a cut one. */
function sealed(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + 8);
  out.set(bytes);
  const view = new DataView(out.buffer);
  view.setUint32(bytes.length, bytes.length);
  view.setUint32(bytes.length + 4, checksum(bytes));
  return out;
}

function unseal(sealedBytes: Uint8Array): Uint8Array | undefined {
  const length = sealedBytes.length - 8;
  if (length < 0) return undefined;
  const bytes = sealedBytes.slice(0, length);
  const view = new DataView(sealedBytes.buffer, sealedBytes.byteOffset + length, 8);
  return view.getUint32(0) === length && view.getUint32(4) === checksum(bytes) ? bytes : undefined;
}

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

function startsWith(whole: Uint8Array, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (part[i] !== whole[i]) return false;
  return true;
}
