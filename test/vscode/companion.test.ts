import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printNote } from '../../scripts/testEvents.mjs';
import { cardsAt, until } from './articles';
import { host } from './host';
import { clearStory, hasFound, opened, told } from './otherWords';

type Companion = { readonly activate: (context: Partial<vscode.ExtensionContext>) => Promise<void> };

/** As it is built (scripts/encoder/companion.mjs), loaded as a host loads an extension: the browser's runs no second one beside ours. */
async function companionIn(folder: vscode.Uri): Promise<Companion> {
  const file = vscode.Uri.joinPath(folder, 'dist', ...(host === 'web' ? ['web'] : []), 'extension.js');
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const threads: unknown = host === 'node' ? await import('node:worker_threads') : undefined;
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is what a host does
  const load = new Function('module', 'exports', 'require', code) as (...given: unknown[]) => void;
  load(module, module.exports, (name: string) => (name === 'vscode' ? vscode : threads));
  return module.exports as Companion;
}

describe('an encoder that another extension brings: the companion', function () {
  this.timeout(60_000);
  const used: vscode.Disposable[] = [];
  let folder: vscode.Uri;
  let storage: vscode.Uri;

  before(async function () {
    const extension = vscode.extensions.getExtension('second-source.second-source');
    assert.ok(extension);
    folder = vscode.Uri.joinPath(extension.extensionUri, 'out', 'companion');
    storage = vscode.Uri.joinPath(folder, `storage-${host}`);
    if (await isThere(folder)) return;
    printNote('skipped: the companion is not built (npm run encoder -- --vsix, which wants Maven)');
    this.skip();
  });

  afterEach(async () => {
    for (const one of used.splice(0)) one.dispose();
    await clearStory();
  });

  after(async () => {
    if (await isThere(storage)) await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  async function start(extensionUri: vscode.Uri): Promise<void> {
    const { activate } = await companionIn(folder);
    await activate({ extensionUri, globalStorageUri: storage, subscriptions: used });
  }

  it('finds with its model what is told in other words, and asks it for nothing twice', async () => {
    const editor = await opened();
    assert.equal(hasFound(await cardsAt(editor, told)), false);
    const began = performance.now();
    await start(folder);
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card', 50_000);
    printNote(`read by the model in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    for (const one of used.splice(0)) one.dispose();
    await until(() => cardsAt(editor, told), (card) => !hasFound(card), 'it is gone'); // prettier-ignore
    await start(vscode.Uri.joinPath(folder, 'no', 'model'));
    await until(() => cardsAt(editor, told), hasFound, 'what it has read before is kept');
    const files = await vscode.workspace.fs.readDirectory(storage);
    assert.deepEqual(
      files.map(([name]) => /^vectors-[0-9a-f]{16}\.bin$/.test(name)),
      [true],
      'and nothing lies beside it',
    );
  });
});

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
