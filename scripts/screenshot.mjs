// Looks at the extension: opens a folder in VS Code, does steps in the order in which they are given, writes pictures.
//   node scripts/screenshot.mjs [--folder DIR] STEP...
//   --open FILE  --goto LINE  --hover TEXT  --click TEXT  --command TITLE  --key KEY  --type TEXT  --wait MS  --shot NAME
//   --menu "FILE: ENTRY" (of the explorer)  --press BUTTON (of a notification or question)  --pick ENTRY (of a list)
//   --theme "Dark 2026"  --setting NAME=JSON (both before the first step)
import { ensureDependencies } from './dependencies.mjs';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './command.mjs';

const string = { type: /** @type {const} */ ('string') };
const { tokens } = parseArgs({
  options: {
    ...{ folder: string, theme: string, setting: { ...string, multiple: true } },
    ...{ open: string, goto: string, hover: string, click: string, command: string, key: string, type: string, wait: string, shot: string },
    ...{ menu: string, press: string, pick: string },
  },
  tokens: true,
});
const steps = tokens.flatMap((token) => (token.kind === 'option' ? [{ name: token.name, value: token.value ?? '' }] : []));

await ensureDependencies();
const { openWorkbench } = await import('./workbench.mjs');
const { WorkbenchPage } = await import('./workbenchPage.mjs');
const { buildVsix } = await import('./vsix.mjs');
const { installExtension } = await import('./vscodeServer.mjs');

/** @type {Record<string, unknown>} */
const settings = { 'editor.minimap.enabled': false, 'editor.hover.delay': 100 };
let source = path.join(root, 'samples');
for (const { name, value } of steps) {
  if (name === 'folder') source = path.resolve(value);
  if (name === 'theme') settings['workbench.colorTheme'] = value;
  if (name === 'setting') {
    const equals = value.indexOf('=');
    settings[value.slice(0, equals)] = JSON.parse(value.slice(equals + 1));
  }
}
if (!existsSync(source)) throw new Error(`no such folder: ${source}`);

const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-screenshot-'));
const folder = path.join(scratch, path.basename(source));
cpSync(source, folder, { recursive: true }); // steps may change files
const installed = { dataDir: path.join(scratch, 'data'), extensionsDir: path.join(scratch, 'extensions') };
await installExtension(await buildVsix(), installed);
const workbench = await openWorkbench({ folder, settings, extensionsDir: installed.extensionsDir });
try {
  const page = new WorkbenchPage(workbench.page, folder);
  await page.ready();
  for (const { name, value } of steps) {
    try {
      await step(page, name, value);
    } catch (error) {
      console.error(`--${name} ${value}: ${error instanceof Error ? error.message : String(error)}`);
      console.error(`what it looked like: ${await page.screenshot('failed-step')}`);
      process.exitCode = 1;
      break;
    }
  }
} finally {
  await workbench.close();
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * @param {InstanceType<typeof WorkbenchPage>} page
 * @param {string} name
 * @param {string} value
 */
async function step(page, name, value) {
  switch (name) {
    case 'open':
      return page.openFile(value);
    case 'goto':
      return page.goTo(Number(value));
    case 'hover':
      return void (await page.hover(value));
    case 'click':
      return page.click(value);
    case 'menu': {
      const [file = '', entry = ''] = value.split(/: (.*)/);
      return page.explorerMenu(file, entry);
    }
    case 'press':
      return page.press(value);
    case 'pick':
      return page.pick(value);
    case 'command':
      return page.runCommand(value);
    case 'key':
      return page.page.keyboard.press(value);
    case 'type':
      return page.page.keyboard.type(value);
    case 'wait':
      return page.page.waitForTimeout(Number(value));
    case 'shot':
      console.log(await page.screenshot(value));
  }
}
