// The moving picture of the README, made of the real product: node scripts/demo.mjs [light|dark]. Writes docs/demo.png (APNG) and, dark,
// docs/demo-dark.png; each step of it is one frame. Not in media/: the packaged extension stays under 5 MB.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { root } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';

/** @typedef {{ readonly png: Buffer, readonly milliseconds: number }} Picture */

const size = { width: 900, height: 560 };

/**
 * One animated PNG of several (https://www.w3.org/TR/png-3/, section 11.3.6), shown round and round; all of one size and kind.
 * @param {readonly Picture[]} pictures
 */
export function animated(pictures) {
  let number = 0;
  const parts = pictures.flatMap(({ png, milliseconds }, index) => {
    const chunks = chunksOf(png);
    const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(0);
    const control = Buffer.alloc(26);
    control.writeUInt32BE(number++, 0);
    header.copy(control, 4, 0, 8); // width and height
    control.writeUInt16BE(milliseconds, 20);
    control.writeUInt16BE(1000, 22);
    const image = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const sequence = Buffer.alloc(4);
    if (index > 0) sequence.writeUInt32BE(number++);
    const data = index === 0 ? chunk('IDAT', image) : chunk('fdAT', Buffer.concat([sequence, image]));
    const begins = index === 0 ? [chunk('IHDR', header), chunk('acTL', counts(pictures.length))] : [];
    return [...begins, chunk('fcTL', control), data];
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** @param {number} frames */
function counts(frames) {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(frames);
  return data;
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @param {'light' | 'dark'} shade */
async function record(shade) {
  const { openWorkbench } = await import('./workbench.mjs');
  const { WorkbenchPage } = await import('./workbenchPage.mjs');
  const { buildVsix } = await import('./vsix.mjs');
  const { installExtension } = await import('./vscodeServer.mjs');
  const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-demo-'));
  const folder = path.join(scratch, 'samples');
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  const installed = { dataDir: path.join(scratch, 'data'), extensionsDir: path.join(scratch, 'extensions') };
  await installExtension(await buildVsix(), installed);
  const settings = {
    'editor.minimap.enabled': false,
    'editor.hover.delay': 100,
    'workbench.colorTheme': shade === 'light' ? 'Light 2026' : 'Dark 2026',
    'workbench.activityBar.location': 'hidden',
  };
  const workbench = await openWorkbench({ folder, settings, extensionsDir: installed.extensionsDir, viewport: size });
  /** @type {Picture[]} */
  const pictures = [];
  try {
    const vscode = new WorkbenchPage(workbench.page, folder);
    const { page } = vscode;
    const take = async (/** @type {number} */ milliseconds) => {
      await page.waitForTimeout(700);
      pictures.push({ png: await page.screenshot(), milliseconds });
    };
    await vscode.ready();
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    await vscode.runCommand('View: Close Primary Side Bar');
    await take(1800);
    await vscode.hover('Our harbours');
    await take(3500);
    await page.keyboard.press('Escape');
    await vscode.runCommand('Second Source: Show the Contradictions');
    await take(2500);
    await vscode.runCommand('View: Close Primary Side Bar');
    await vscode.runCommand('Second Source: Show Statements by Outlet');
    await page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .getByRole('columnheader', { name: 'Northgate Daily' })
      .waitFor({ timeout: 15_000 });
    await take(3000);
  } finally {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  const file = path.join(root, 'docs', shade === 'light' ? 'demo.png' : 'demo-dark.png');
  writeFileSync(file, animated(pictures));
  console.log(file);
}

if (process.argv[1] === import.meta.filename) {
  await ensureDependencies();
  await record(process.argv[2] === 'dark' ? 'dark' : 'light');
}
