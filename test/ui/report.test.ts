import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/command.mjs';

const millimetre = 96 / 25.4;
/** What the report's own margins leave of A4. */
const paper = { width: 180 * millimetre, height: 265 * millimetre };

describe('the printed report', () => {
  it('fills its pages', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'second-source-report-'));
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const report = path.join(folder, 'report.html');
      const program = path.join(root, 'dist', 'cli.js');
      await run('export', process.execPath, [program, 'export', path.join(root, 'samples'), '--format', 'html', '--out', report]);
      const page = await browser.newPage({ viewport: { width: Math.round(paper.width), height: 1000 } });
      await page.goto(pathToFileURL(report).href);
      const printed =
        (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      await page.emulateMedia({ media: 'print' });
      const height = await page.evaluate(() => document.body.scrollHeight);
      assert.ok(printed > 4 && printed <= Math.ceil(height / paper.height) * 1.1 + 1, `${printed} pages for ${height} pixels`);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
