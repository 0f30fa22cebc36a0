import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

async function isStopped(filePath: string, line: string): Promise<boolean> {
  const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
  const [result] = await eslint.lintText(`import * as vscode from 'vscode';\nexport const x = ${line};\n`, { filePath });
  return result?.messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax') ?? false;
}

describe('what the window says', () => {
  const said = [
    "vscode.window.showInformationMessage('a')",
    "vscode.window.showQuickPick(['a'])",
    "vscode.window.createTreeView('a', { treeDataProvider: vscode.x })",
    "vscode.window.setStatusBarMessage('a', 1)",
    "vscode.window.createWebviewPanel('a', 'b', 1)",
    "new vscode.Diagnostic(vscode.x, 'a')",
    "new vscode.DocumentSymbol('a', 'b', 1, vscode.x, vscode.x)",
    "new vscode.CodeAction('a')",
  ];
  for (const line of said)
    it(`is said by the room for it alone: ${line}`, async () => {
      assert.ok(await isStopped('src/editor/read/card.ts', line));
      assert.ok(await isStopped('src/workspace/files/files.ts', line));
      assert.equal(await isStopped('src/workspace/window/views.ts', line), false);
    });

  it('is nothing that shows no words', async () => {
    assert.equal(await isStopped('src/editor/read/card.ts', 'vscode.window.activeTextEditor'), false);
    assert.equal(await isStopped('src/editor/read/card.ts', 'new vscode.Range(0, 0, 0, 0)'), false);
  });
}).timeout(60_000);
