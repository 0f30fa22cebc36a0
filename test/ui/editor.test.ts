import assert from 'node:assert/strict';
import { openFolder, type OpenFolder } from './workbench';

describe('the installed extension in the editor', () => {
  let opened: OpenFolder;

  before(async () => {
    opened = await openFolder();
  });
  after(() => opened.close());

  it('opens an article of the sample story', async () => {
    await opened.vscode.openFile('kesnet.article.txt');
    const box = await opened.vscode.boxOf('the');
    assert.ok(box.width > 0 && box.height > 0);
  });
});
