import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

type Bundles = Record<
  'node' | 'web' | 'nodePages' | 'webPages' | 'webPdf' | 'cli' | 'core',
  { inputs: Record<string, unknown>; outputs: Record<string, { imports: { path: string; external?: boolean }[] }> }
>;

function bundle(name: keyof Bundles): Bundles[keyof Bundles] {
  return (JSON.parse(readFileSync('out/bundles.json', 'utf8')) as Bundles)[name];
}

/** What each bundle leaves to its host, by the build's own account. */
function externals(name: keyof Bundles): string[] {
  const imports = Object.values(bundle(name).outputs).flatMap((output) => output.imports.filter(({ external }) => external === true));
  return [...new Set(imports.map(({ path }) => path))].sort();
}

describe('the bundles', () => {
  it('ask of the web host nothing but vscode', () => {
    assert.deepEqual(externals('web'), ['vscode']);
  });

  it('ask nothing at all for the core alone, and for the worker that reads PDF in a browser', () => {
    assert.deepEqual(externals('core'), []);
    assert.deepEqual(externals('webPdf'), []);
  });

  it('ask of Node nothing but vscode and its own modules', () => {
    const foreign = [...externals('node'), ...externals('cli')].filter((path) => !builtinModules.includes(path.replace(/^node:/, '')));
    assert.deepEqual(foreign, ['vscode']);
  });

  it('name no builtin of Node in the web extension, required in any other way', () => {
    const parts = existsSync('dist/web/parts') ? readdirSync('dist/web/parts').map((file) => `parts/${file}`) : [];
    for (const file of ['extension.js', ...parts]) {
      const text = readFileSync(`dist/web/${file}`, 'utf8');
      assert.deepEqual(text.match(/require\(["'](?!vscode["'])[^"']*["']\)/g) ?? [], [], file);
    }
  });

  it('leave what reads web pages to a worker that only a command starts', () => {
    for (const name of ['node', 'web'] as const)
      assert.deepEqual(
        Object.keys(bundle(name).inputs).filter((file) => /domino|readability|src\/pages\//.test(file)),
        [],
      );
  });

  it('leave what reads PDF to a file that only a PDF file loads', () => {
    for (const name of ['node', 'web', 'nodePages', 'webPages', 'cli'] as const)
      assert.deepEqual(
        Object.keys(bundle(name).inputs).filter((file) => file.includes('pdfjs')),
        [],
      );
  });

  it('load in a bare Node: the core', async () => {
    const core = (await import(new URL('../../core.mjs', import.meta.url).href)) as Record<string, unknown>;
    assert.equal(typeof core.analyse, 'function');
  });
});
