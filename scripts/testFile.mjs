// The quick loop: builds one file of tests of the core or the command line, nothing else, and runs it.
//   npm run test:file -- test/core/dates.test.ts [--grep "leap"]
// Tests of the command line run the program as it was built last.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

const [file = '', ...options] = process.argv.slice(2);
if (!/^test\/(?:core|cli)\/.+\.test\.ts$/.test(file)) {
  console.error('Say which file: npm run test:file -- test/core/NAME.test.ts');
  process.exit(2);
}
const outfile = path.join('out', file.replace(/\.ts$/, '.js'));
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'es2023',
  packages: 'external',
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'warning',
});
const mocha = path.join('node_modules', 'mocha', 'bin', 'mocha.js');
const args = ['--enable-source-maps', mocha, '--no-config', '--timeout', '20000', outfile, ...options];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
