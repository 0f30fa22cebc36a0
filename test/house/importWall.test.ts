import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Lints a source text as if it stood in that file, and returns the rules that it breaks. */
async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked }); // the wall needs no types, and they take seconds
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const importRule = '@typescript-eslint/no-restricted-imports';

describe('the import wall', () => {
  const forbidden: [string, string][] = [
    ['src/core/text/span.ts', "import * as vscode from 'vscode';\nexport const uri = vscode.Uri;\n"],
    ['src/core/text/span.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
    ['src/core/text/span.ts', "import { analyse } from '../analysis/analyse';\nexport const a = analyse;\n"],
    ['src/core/analysis/analyse.ts', "export { Corpus } from '../corpus/corpus';\n"],
    ['src/cli/main.ts', "import { analyse } from '../core/analysis/analyse';\nexport const a = analyse;\n"],
    ['src/engine/client.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
    ['src/engine/client.ts', "export { Terms } from '../core/corpus/archive/terms';\n"],
    ['src/workspace/files/files.ts', "import type { Project } from '../folder/index';\nexport type P = Project;\n"],
    ['src/workspace/folder/project.ts', "export { applied } from '../files/journal';\n"],
    ['src/workspace/folder/project.ts', "export { analyse } from '../../core/analysis/analyse';\n"],
    ['src/editor/read/card.ts', "export { deciding } from '../decide/index';\n"],
    ['src/editor/read/card.ts', "export { reveal } from '../shared/reveal';\n"],
    ['src/editor/read/card.ts', "export { Project } from '../../workspace/folder/project';\n"],
    ['src/extension.ts', "export { registerHovers } from './editor/read/hovers';\n"],
    ['src/extension.ts', "import { analyse } from './cli/main';\nexport const a = analyse;\n"],
  ];
  for (const [file, text] of forbidden) {
    it(`stops in ${file}: ${text.split('\n')[0] ?? ''}`, async () => {
      assert.ok((await rulesBroken(file, text)).includes(importRule));
    });
  }

  it('lets what is allowed through', async () => {
    const broken = await rulesBroken('src/core/analysis/analyse.ts', "import type { Span } from '../text/span';\nexport type S = Span;\n");
    assert.deepEqual(broken, []);
    assert.deepEqual(await rulesBroken('src/editor/read/card.ts', "export { reveal } from '../shared/index';\n"), []);
    assert.deepEqual(await rulesBroken('src/workspace/index/worker.web.ts', "export { hostPort } from '../worker/hostPort.web';\n"), []);
  });

  it('lets no clock into the core', async () => {
    assert.deepEqual(await rulesBroken('src/core/text/span.ts', 'export const now = Date.now();\n'), ['no-restricted-syntax']);
  });
});
