// Bundles the product (node and web extension, command line), the core alone as a check that it needs nothing of its host,
// and with --tests the tests. --watch is for development.
import { build } from 'esbuild';
import { buildWordnet } from './scripts/buildWordnet.mjs';

const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2023',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
};

buildWordnet('dist/resources/wordnet.bin');

await Promise.all([
  build({
    ...common,
    entryPoints: ['src/extension.node.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  }),
  build({ ...common, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', format: 'cjs', platform: 'node' }),
  build({
    ...common,
    entryPoints: ['src/core/index.ts'],
    outfile: 'out/core.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  }),
  tests &&
    build({
      ...common,
      entryPoints: ['test/core/**/*.test.ts', 'test/cli/**/*.test.ts'],
      outdir: 'out/test',
      outbase: 'test',
      format: 'cjs',
      platform: 'node',
      packages: 'external',
      sourcemap: 'inline',
    }),
]);
