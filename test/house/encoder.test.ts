import { unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildEncoder, encoderFolder, missingForEncoder } from '../../scripts/encoder/build.mjs';
import { packageCompanion } from '../../scripts/encoder/companion.mjs';

const texts = {
  'a.txt': `The bakery in Orsund closed its doors for good on Monday. Its owner, Per Holt, had run it for forty years.

Neighbours brought flowers and stood along the street.

The rent had been raised twice since the spring. Mr Holt means to travel to the north by train. His ovens are to be sold next month.
`,
  'b.txt': `The mayor of Orsund was abroad when it happened. A museum has asked for the oldest of the ovens.

People who live nearby lined the street with bouquets. Some of them sang.

Customers had feared the end for a long time. The building belongs to a fund in the capital. It wants flats there.
`,
};

describe('the companion extension as it is packaged', () => {
  it('brings the model, the runtime and their licences along, and has no settings', async function () {
    this.timeout(120_000);
    if (!existsSync('out/companion/package.json')) {
      console.log(`      skipped: ${missingForEncoder() ?? 'the companion is not built (npm run encoder -- --vsix)'}`);
      this.skip();
    }
    const files = unzipSync(readFileSync(await packageCompanion()), { filter: ({ name }) => !name.endsWith('.onnx') });
    const names = ['dist/extension.js', 'dist/web/extension.js', 'dist/web/worker.js', 'dist/worker.js', 'model/runtime.wasm', 'model/tokenizer.json']; // prettier-ignore
    assert.deepEqual(Object.keys(files).filter((name) => /^extension\/(?:dist|model)\//.test(name)).sort(), names.map((name) => `extension/${name}`)); // prettier-ignore
    const read = (name: string) => new TextDecoder().decode(files[`extension/${name}`]);
    const { extensionDependencies, contributes, version } = JSON.parse(read('package.json')) as Record<string, unknown>;
    assert.deepEqual(extensionDependencies, ['second-source.second-source']);
    assert.equal(contributes, undefined);
    assert.equal(version, (JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>).version);
    for (const holder of ['staoxiao', 'Microsoft Corporation']) assert.ok(read('THIRD_PARTY_NOTICES.txt').includes(holder), holder);
    for (const name of names.filter((file) => file.endsWith('.js'))) assert.doesNotMatch(read(name), /sourceMappingURL/);
  });
});

describe('the encoder as it is built', () => {
  it('is surer of what is told in other words, with the real model', async function () {
    this.timeout(600_000);
    const missing = missingForEncoder();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    if (!existsSync(path.join(encoderFolder, 'encoder.js'))) await buildEncoder();
    const folder = mkdtempSync(path.join(tmpdir(), 'second-source-encoder-'));
    try {
      for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
      const start = texts['a.txt'].indexOf('Neighbours');
      const match = (...options: readonly string[]) => {
        const args = ['dist/cli.js', 'match', folder, '--jsonl', '-', ...options];
        const input = JSON.stringify({ file: 'a.txt', start, end: start + 54 });
        const { stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
        assert.equal(stderr, '');
        return (JSON.parse(stdout) as { matches: { start: number; end: number; score: number }[] }).matches;
      };
      const before = match()[0]?.score ?? 0;
      const [found] = match('--encoder', encoderFolder);
      assert.ok(found);
      assert.match(texts['b.txt'].slice(found.start, found.end), /bouquets/);
      assert.ok(found.score > before + 0.03, `${found.score} over ${before}`);
      assert.ok(readFileSync(path.join(encoderFolder, 'vectors.bin')).length > 1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
