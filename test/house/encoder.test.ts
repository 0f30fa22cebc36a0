import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildEncoder, encoderFolder, missingForEncoder } from '../../scripts/encoder/build.mjs';

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
