// Bundles the product (node and web extension with their workers, command line), the core alone as a check that it needs nothing of its host,
// and with --tests the tests. --watch is for development.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { buildWordnet } from './scripts/buildWordnet.mjs';
import { writeNotices } from './scripts/notices.mjs';
import { splitProgram } from './scripts/splitting.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  define: { 'process.env.npm_package_version': JSON.stringify(version) },
  bundle: true,
  target: 'es2023',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @param {import('esbuild').BuildOptions} options */
async function shipped(options) {
  const { metafile } = await build({ ...common, ...options, metafile: true });
  return metafile;
}

/** What a window loads that has annotated articles. */
const annotated = ['src/features.ts', 'src/workspace/folder/index.ts'];
/** Small commands about passages, which who decides needs one after the other; a file each would be more files than a VSIX should have. */
const deciding = ['review', 'bulk', 'amendments', 'lost', 'why', 'occurrences', 'links'].map((name) => `src/editor/decide/${name}.ts`);

/**
 * In parts where it ships, as one file with a source map otherwise: what is asked for with `import()` is there in both.
 * @param {string} entry
 * @param {string} outfile
 * @param {'node' | 'web'} host
 * @param {string} folder of the parts
 */
function program(entry, outfile, host, folder) {
  const platform = host === 'node' ? 'node' : 'browser';
  if (production)
    return splitProgram({
      ...common,
      entry,
      outfile,
      host,
      folder,
      platform,
      external: ['vscode'],
      together: { 'annotated.js': annotated, 'deciding.js': deciding },
    });
  rmSync(path.join(path.dirname(outfile), folder), { recursive: true, force: true });
  return shipped({ entryPoints: [entry], outfile, format: 'cjs', platform, external: ['vscode'] });
}

buildWordnet('dist/resources/wordnet.bin');

/**
 * PDF.js is told that it runs nowhere in particular: under Node it would look for a native library to draw with. Nothing is drawn.
 * @type {import('esbuild').BuildOptions}
 */
const pdf = { define: { ...common.define, process: 'undefined', navigator: '{"platform":"","userAgent":""}' } };

const [node, web, nodeWorker, webWorker, nodePages, webPages, nodePdf, webPdf, cli, core] = await Promise.all([
  program('src/extension.node.ts', 'dist/extension.js', 'node', 'parts'),
  program('src/extension.ts', 'dist/web/extension.js', 'web', 'parts'),
  shipped({ entryPoints: ['src/workspace/index/worker.node.ts'], outfile: 'dist/worker.js', format: 'cjs', platform: 'node' }),
  shipped({ entryPoints: ['src/workspace/index/worker.web.ts'], outfile: 'dist/web/worker.js', format: 'iife', platform: 'browser' }),
  shipped({ entryPoints: ['src/workspace/pages/pages.node.ts'], outfile: 'dist/pages.js', format: 'cjs', platform: 'node' }),
  shipped({ entryPoints: ['src/workspace/pages/pages.web.ts'], outfile: 'dist/web/pages.js', format: 'iife', platform: 'browser' }),
  shipped({ ...pdf, entryPoints: ['src/workspace/pages/pdf.node.ts'], outfile: 'dist/pdf.js', format: 'cjs', platform: 'node' }),
  shipped({ ...pdf, entryPoints: ['src/workspace/pages/pdf.web.ts'], outfile: 'dist/web/pdf.js', format: 'iife', platform: 'browser' }),
  program('src/cli/main.ts', 'dist/cli.js', 'node', 'cli'),
  shipped({
    entryPoints: ['src/core/index.ts'],
    outfile: 'out/core.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  }),
  ...(tests ? testBundles() : []),
]);
const bundles = { node, web, nodeWorker, webWorker, nodePages, webPages, nodePdf, webPdf, cli, core };
writeFileSync('out/bundles.json', JSON.stringify(bundles)); // read by test/house/bundles.test.ts
writeNotices(Object.values(bundles).flatMap(({ inputs }) => Object.keys(inputs)));

/**
 * Another extension that asks ours, loaded beside it in the tests.
 * @param {import('esbuild').BuildOptions} options
 */
async function secondExtension(options) {
  const outdir = 'out/test/secondExtension';
  await build({
    ...options,
    entryPoints: ['test/secondExtension/extension.ts'],
    outdir,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  });
  cpSync('test/secondExtension/package.json', `${outdir}/package.json`);
}

function testBundles() {
  /** @type {import('esbuild').BuildOptions} */
  const test = { ...common, minify: false, sourcemap: 'inline' };
  /** @type {import('esbuild').BuildOptions} */
  const vscodeTests = {
    ...test,
    entryPoints: ['test/vscode/index.ts'],
    external: ['vscode'],
    // not cjs: mocha's browser build sets module.exports wherever it sees a module, and the footer takes it back
    format: 'iife',
    globalName: 'vscodeTests',
    footer: { js: 'module.exports = vscodeTests;' },
  };
  return [
    build({
      ...test,
      entryPoints: ['test/core/**/*.test.ts', 'test/cli/**/*.test.ts'],
      outdir: 'out/test',
      outbase: 'test',
      format: 'cjs',
      platform: 'node',
      packages: 'external',
    }),
    build({ ...vscodeTests, outfile: 'out/test/vscode/node.js', platform: 'node' }),
    build({
      ...vscodeTests,
      outfile: 'out/test/vscode/web.js',
      external: ['vscode', 'node:*'], // node:* only in suites that the list keeps from this host
      platform: 'browser',
      alias: { 'node:assert/strict': './test/web/assert.ts' },
      banner: { js: 'globalThis.process ??= { env: {} };' }, // npm's `assert` looks at process.env.NODE_DEBUG
    }),
    secondExtension(test),
    // ES modules with scripts/ left outside: what they import of it must know where it lies
    build({
      ...test,
      entryPoints: ['test/house/*.test.ts', 'test/ui/*.test.ts', 'test/engine/*.test.ts'],
      outdir: 'out/test',
      outbase: 'test',
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      platform: 'node',
      packages: 'external',
      plugins: [
        {
          name: 'scripts-outside',
          setup: ({ onResolve }) =>
            onResolve({ filter: /\/scripts\// }, ({ path: file, resolveDir }) => ({
              path: pathToFileURL(path.resolve(resolveDir, file)).href,
              external: true,
            })),
        },
      ],
    }),
  ];
}
