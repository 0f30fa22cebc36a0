import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/command.mjs';
import { packageVsix } from '../../scripts/vsix.mjs';

const megabyte = 1_000_000;

describe('what ships', function () {
  this.timeout(120_000);
  let scratch: string;

  before(() => {
    scratch = mkdtempSync(path.join(tmpdir(), 'second-source-packages-'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('names the licences of what is bundled', () => {
    const notices = readFileSync('THIRD_PARTY_NOTICES.txt', 'utf8');
    for (const part of ['yaml', 'WordNet']) assert.match(notices, new RegExp(`^${part} \\d`, 'm'));
  });

  it('names those of files in it that were taken over from somebody else', () => {
    const notices = readFileSync('THIRD_PARTY_NOTICES.txt', 'utf8');
    for (const part of ['Christopher Jeffrey', 'Google LLC', 'Mozilla Foundation']) assert.ok(notices.includes(part), part);
    // Every notice at the head of a bundled file that names a year is there.
    const bundles = JSON.parse(readFileSync('out/bundles.json', 'utf8')) as Readonly<Record<string, { readonly inputs: object }>>;
    for (const file of new Set(Object.values(bundles).flatMap(({ inputs }) => Object.keys(inputs)))) {
      if (!file.includes('node_modules/')) continue;
      const line = /copyright (?:\(c\) )?\d{4}.*/i.exec(readFileSync(file, 'utf8').slice(0, 2000))?.[0];
      if (line !== undefined) assert.ok(notices.includes(line.trim()), `${file}: ${line}`);
    }
  });

  it('packages as a VSIX without a warning, in 5 MB with resources', async () => {
    assert.ok(statSync(await packageVsix()).size < 5 * megabyte);
  });

  it('has under 3 MB of code in the VSIX', () => {
    const code = ['dist/extension.js', 'dist/web/extension.js'].reduce((sum, file) => sum + statSync(file).size, 0);
    assert.ok(code < 3 * megabyte, `${code} bytes`);
  });

  it('holds in the VSIX what the manifest names and nothing of the sources', async () => {
    const listing = await run('vsce ls', process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies']);
    const files = listing.split('\n').filter((line) => line !== '');
    const manifest = readFileSync('package.json', 'utf8');
    for (const [, named = ''] of manifest.matchAll(/"\.?\/?((?:dist|media|schemas|syntaxes)\/[^"]+)"/g)) {
      if (named !== 'dist/cli.js') assert.ok(files.includes(named), `${named} is not in the VSIX`);
    }
    for (const wanted of ['LICENSE', 'THIRD_PARTY_NOTICES.txt', 'dist/resources/wordnet.bin']) assert.ok(files.includes(wanted), wanted);
    assert.deepEqual(
      files.filter((file) => /^(src|test|scripts|out|node_modules|samples)\/|\.(ts|mjs|map)$/.test(file)),
      [],
    );
  });

  it('packs for npm without a warning and runs from there', async () => {
    const output = await run('npm pack', 'npm', ['pack', '--pack-destination', scratch]);
    const warnings = output.split('\n').filter((line) => line.startsWith('npm warn') && !/Unknown \w+ config/.test(line)); // the person's own settings
    assert.deepEqual(warnings, []);
    const [tarball = ''] = readdirSync(scratch).filter((file) => file.endsWith('.tgz'));
    const project = path.join(scratch, 'project');
    cpSync('samples', path.join(project, 'samples'), { recursive: true });
    writeFileSync(path.join(project, 'package.json'), '{"private": true}');
    await run('npm install', 'npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(scratch, tarball)], { cwd: project });
    const program = path.join(project, 'node_modules', '.bin', 'second-source');
    const printed = await run('second-source', program, ['analyse', '--json', 'samples/kesnet.article.txt'], { cwd: project });
    assert.match(printed, /"quotations":/);
    const described = path.join(project, 'node_modules', 'second-source', 'schemas', 'output');
    assert.deepEqual(readdirSync(described), readdirSync('schemas/output'));
  });
});
