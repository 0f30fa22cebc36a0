import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/command.mjs';
import { violations } from './axe';

const millimetre = 96 / 25.4;
/** What the report's own margins leave of A4. */
const paper = { width: 180 * millimetre, height: 265 * millimetre };

describe('the report', () => {
  it('fills its pages when it is printed', async () => {
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

  it('breaks no rule of axe-core, light, dark and in high contrast, wide and narrow, as it is exported and previewed', async function () {
    this.timeout(240_000); // each of eight pages is looked through whole
    const folder = mkdtempSync(path.join(tmpdir(), 'second-source-report-'));
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const report = path.join(folder, 'report.html');
      await run('export', process.execPath, [
        path.join(root, 'dist', 'cli.js'),
        'export',
        path.join(root, 'samples'),
        '--format',
        'html',
        '--out',
        report,
      ]);
      for (const colorScheme of ['light', 'dark'] as const)
        for (const [width, forcedColors] of [
          [1280, 'none'],
          [640, 'none'],
          [360, 'none'],
          [1280, 'active'],
        ] as const) {
          const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, forcedColors });
          await page.goto(pathToFileURL(report).href);
          assert.deepEqual(await violations(page.mainFrame()), [], `${colorScheme}, ${width}, forced colours ${forcedColors}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 1, `nothing lies beyond the right edge at ${width}: ${over}`);
          await page.close();
        }
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
