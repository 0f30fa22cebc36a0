import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/command.mjs';
import { openWorkbench } from '../../scripts/workbench.mjs';
import { WorkbenchPage } from '../../scripts/workbenchPage.mjs';

export interface OpenFolder {
  readonly vscode: WorkbenchPage;
  /** The copy. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/**
 * VS Code with the packaged extension installed, on a copy of the folder (the samples, if not given) that a test may change; `workspace`:
 * the file in it that names the folders of a workspace of several.
 */
export async function openFolder({ folder = path.join(root, 'samples'), settings = {}, workspace = '' } = {}): Promise<OpenFolder> {
  const extensionsDir = process.env.SECOND_SOURCE_EXTENSIONS_DIR;
  if (extensionsDir === undefined) throw new Error('Run the UI tests by `npm test -- --only=ui`: it installs the extension first.');
  const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-ui-'));
  const copy = path.join(scratch, path.basename(folder));
  cpSync(folder, copy, { recursive: true });
  const workbench = await openWorkbench({
    folder: path.join(copy, workspace),
    extensionsDir,
    settings: { 'editor.minimap.enabled': false, 'editor.hover.delay': 100, ...settings },
  });
  const said: string[] = [];
  workbench.page.on('console', (message) => {
    const text = message.text();
    // Also what the extension host hands on to the page. Of VS Code's own frames around a webview the browser says something, too.
    if (['error', 'warning'].includes(message.type()) && /second-source\.second-source|secondSource|Second Source/.test(text))
      said.push(text);
  });
  const vscode = new WorkbenchPage(workbench.page, copy);
  await vscode.ready();
  return {
    vscode,
    folder: copy,
    close: async () => {
      await workbench.close();
      rmSync(scratch, { recursive: true, force: true });
      assert.deepEqual(said, [], 'no error and no warning of ours stands in the console');
    },
  };
}

/** Says where the picture of a failed test is. */
export function pictureFailures(vscode: () => WorkbenchPage): void {
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.isFailed()) console.log(`see ${await vscode().screenshot(`failed ${test.title.replaceAll(/\W+/g, ' ').slice(0, 60)}`)}`);
  });
}
