// Pictures of what a person sees, by theme and size, to be looked at: node scripts/pictures.mjs [SCENE...]
// Writes out/screenshots/SCENE THEME SIZE.png; 200 % is VS Code in half as many pixels each way, as a screen twice as fine shows it.
// The scenes of the walkthrough are taken only when they are named, and go to media/; make them small (64 colours) before they are kept.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { importedFiles } from './importedFiles.mjs';
import { archiveFields, startArchive } from './pictureArchive.mjs';

/** @typedef {InstanceType<typeof import('./workbenchPage.mjs').WorkbenchPage>} WorkbenchPage */

const themes = [
  ['light', 'Light 2026', '.monaco-workbench.vs'],
  ['dark', 'Dark 2026', '.monaco-workbench.vs-dark'],
  ['high contrast', 'Default High Contrast', '.monaco-workbench.hc-black'],
];
const sizes = /** @type {const} */ ([
  ['100', { width: 1280, height: 800 }],
  ['200', { width: 640, height: 400 }],
]);

const plainStory = path.join('test', 'fixtures', 'plainStory');
const councilStory = path.join('test', 'fixtures', 'councilStory');

/** Of the walkthrough's pictures, which are shown small. */
const small = { width: 800, height: 450 };

/**
 * `prepare` is done once, `show` before each picture; `media` is the picture's name there; `once`: in one theme and size; `archive`: with an
 * archive set.
 * @typedef {{ folder: string, media?: string, once?: true, archive?: boolean, prepare?: (vscode: WorkbenchPage) => Promise<unknown>, show: (vscode: WorkbenchPage) => Promise<unknown> }} Scene
 * @type {Record<string, Scene>}
 */
const scenes = {
  'first minute': {
    folder: plainStory,
    prepare: async (vscode) => {
      await vscode.openFile('3f9a27c1.txt');
      await vscode.runCommand('Second Source: Annotate This Folder');
      await vscode.decorated();
    },
    show: (vscode) => vscode.runCommand('Second Source: Focus on Articles View'),
  },
  card: {
    folder: 'samples',
    prepare: (vscode) => article(vscode),
    show: async (vscode) => {
      await vscode.page.keyboard.press('Escape');
      await vscode.hover('Our harbours');
    },
  },
  'card of an altered quotation': {
    folder: councilStory,
    prepare: (vscode) => article(vscode, 'brannock-mail.txt'),
    show: async (vscode) => {
      await vscode.page.keyboard.press('Escape');
      await vscode.hover('The bath has cost');
    },
  },
  'card of what a primary source has': {
    folder: councilStory,
    prepare: (vscode) => article(vscode, 'fjord-radio.txt'),
    show: async (vscode) => {
      await vscode.page.keyboard.press('Escape');
      await vscode.hover('that the swimming bath');
    },
  },
  'problems of a council': { folder: councilStory, prepare: (vscode) => article(vscode, 'brannock-mail.txt'), show: problems },
  'problems of a ferry': {
    folder: plainStory,
    prepare: async (vscode) => {
      await vscode.openFile('3f9a27c1.txt');
      await vscode.runCommand('Second Source: Annotate This Folder');
      await vscode.decorated();
    },
    show: problems,
  },
  compare: {
    folder: 'samples',
    prepare: article,
    show: async (vscode) => {
      await vscode.runCommand('Second Source: Compare Renderings Side by Side…');
      await vscode.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await vscode.page.keyboard.press('Enter');
      await vscode.page.waitForTimeout(1500);
    },
  },
  archive: {
    folder: 'samples',
    archive: true,
    prepare: (vscode) => article(vscode),
    show: archiveCard,
  },
  'archive article': {
    folder: 'samples',
    archive: true,
    prepare: async (vscode) => {
      await article(vscode);
      await archiveCard(vscode);
      await vscode.page.locator('.monaco-hover a', { hasText: 'Dune Courier' }).first().click();
    },
    show: async () => undefined,
  },
  'archive silent': {
    folder: 'samples',
    archive: true,
    prepare: async (vscode) => {
      archives.forEach(({ close }) => close());
      await article(vscode);
    },
    show: async (vscode) => {
      await vscode.page.keyboard.press('Escape');
      await vscode.goTo(14);
      await vscode.hover('The pilot service');
    },
  },
  contradiction: {
    folder: 'samples',
    show: async (vscode) => {
      await vscode.runCommand('View: Close All Editors');
      await vscode.runCommand('Second Source: Show the Contradictions');
    },
  },
  review: {
    folder: 'samples',
    prepare: async (vscode) => {
      await article(vscode);
      await vscode.runCommand('Second Source: Review Suggestions…');
      await vscode.page.waitForTimeout(800);
      await vscode.page.keyboard.press('Enter');
    },
    show: async () => undefined,
  },
  matrix: {
    folder: 'samples',
    prepare: async (vscode) => {
      await vscode.runCommand('View: Close All Editors');
      await vscode.runCommand('Second Source: Show Statements by Outlet');
    },
    show: async () => undefined,
  },
  views: {
    folder: 'samples',
    prepare: (vscode) => article(vscode),
    show: async (vscode) => {
      for (const view of ['Days', 'Contradictions', 'Speakers', 'Articles'])
        await vscode.runCommand(`Second Source: Focus on ${view} View`);
    },
  },
  'export preview': {
    folder: 'samples',
    prepare: async (vscode) => {
      await article(vscode);
      await vscode.runCommand('Second Source: Export…');
      const title = (/** @type {string} */ words) => vscode.page.locator('.quick-input-title', { hasText: words }).waitFor();
      await title('Export (1 of 3)');
      await vscode.pick('The whole folder');
      await title('Export (2 of 3)');
      await vscode.page.keyboard.press('Enter');
      await title('Export (3 of 3)');
      const report = vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: /HTML/ }).first();
      await report.waitFor();
      await report.hover();
      await report.locator('.quick-input-list-entry-action-bar .action-label').first().click();
      await vscode.page.waitForTimeout(1500);
      await vscode.page.keyboard.press('Escape');
    },
    show: async () => undefined,
  },
  'walkthrough annotate': {
    folder: 'samples',
    media: 'walkthrough-annotate',
    prepare: (vscode) => article(vscode),
    show: (vscode) => vscode.goTo(4),
  },
  'walkthrough compare': {
    folder: 'samples',
    media: 'walkthrough-compare',
    prepare: (vscode) => article(vscode),
    show: async (vscode) => {
      await vscode.page.keyboard.press('Escape');
      await vscode.hover('Our harbours');
    },
  },
  'walkthrough decide': {
    folder: 'samples',
    media: 'walkthrough-decide',
    prepare: async (vscode) => {
      await article(vscode);
      await vscode.click('Our harbours');
      await vscode.page.keyboard.press('Control+Alt+Enter');
      const file = path.join(vscode.folder, 'kesnet.article.txt.annotations.yaml');
      await vscode.until(() => existsSync(file));
      await vscode.openFile(path.basename(file));
    },
    show: async () => undefined,
  },
};
const kesnet = 'kesnet.article.txt';
const imported = importedFiles(readFileSync(path.join(root, 'samples', kesnet), 'utf8'), kesnet);
for (const [format, files] of Object.entries(imported))
  scenes[`import ${format}`] = {
    folder: 'samples',
    once: true,
    prepare: async (vscode) => {
      await article(vscode);
      // the dialog shows no more than a dozen files
      for (const others of Object.values(imported))
        for (const name of Object.keys(others)) rmSync(path.join(vscode.folder, name), { force: true });
      for (const [name, content] of Object.entries(files)) writeFileSync(path.join(vscode.folder, name), content);
      await vscode.runCommand('Second Source: Import Annotations…');
      await vscode.pick(Object.keys(files)[0] ?? '');
      await vscode.page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'Nothing is written yet' }).waitFor();
      for (const closed of ['Labels and what they are read as', 'Left out', 'Not in this folder']) {
        const row = vscode.page.locator('.pane-body .monaco-list-row', { hasText: closed });
        // the row of the preview before may be about to go
        if ((await row.count()) > 0)
          await row
            .first()
            .click({ timeout: 2000 })
            .catch(() => undefined);
      }
    },
    show: async () => undefined,
  };
scenes['walkthrough export'] = {
  ...scene('export preview'),
  media: 'walkthrough-export',
  show: (vscode) =>
    vscode.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator('blockquote', { hasText: 'Our harbours' })
      .first()
      .evaluate((quotation) => {
        quotation.scrollIntoView({ block: 'start' });
        window.scrollBy(0, -30);
      }),
};

/** @param {string} name */
function scene(name) {
  const found = scenes[name];
  if (found === undefined) throw new Error(`no such scene: ${name}; there are ${Object.keys(scenes).join(', ')}`);
  return found;
}

/**
 * As wide as VS Code opens it: at 200 % it has become narrow, and stays so.
 * @param {WorkbenchPage} vscode
 */
async function widenSideBar(vscode) {
  const bar = await vscode.page.locator('.part.sidebar').boundingBox();
  if (bar === null || bar.width > 290) return;
  await vscode.page.mouse.move(bar.x + bar.width + 1, bar.y + bar.height / 2);
  await vscode.page.mouse.down();
  await vscode.page.mouse.move(bar.x + 305, bar.y + bar.height / 2, { steps: 5 });
  await vscode.page.mouse.up();
}

/** @param {WorkbenchPage} vscode */
async function problems(vscode) {
  await vscode.runCommand('Problems: Focus on Problems View');
}

/**
 * @param {WorkbenchPage} vscode
 * @param {string} [file]
 */
async function article(vscode, file = 'kesnet.article.txt') {
  await vscode.runCommand('View: Close All Editor Groups');
  await vscode.openFile(file);
  await vscode.decorated();
  if (await vscode.page.locator('.part.sidebar').isVisible()) await vscode.runCommand('View: Close Primary Side Bar');
}

/** @param {WorkbenchPage} vscode */
async function archiveCard(vscode) {
  await vscode.page.keyboard.press('Escape');
  await vscode.goTo(16);
  await vscode.hover('keep the channel');
}

/** @type {Awaited<ReturnType<typeof startArchive>>[]} */
const archives = [];

await ensureDependencies();
const { openWorkbench } = await import('./workbench.mjs');
const { WorkbenchPage } = await import('./workbenchPage.mjs');
const { buildVsix } = await import('./vsix.mjs');
const { installExtension } = await import('./vscodeServer.mjs');
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenes).filter((name) => scene(name).media === undefined);
const chosen = names.map((name) => /** @type {const} */ ([name, scene(name)]));
const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-pictures-'));
try {
  const installed = { dataDir: path.join(scratch, 'data'), extensionsDir: path.join(scratch, 'extensions') };
  await installExtension(await buildVsix(), installed);
  const kinds = new Map(chosen.map(([, { folder, archive }]) => [`${folder} ${archive}`, { folder, archive: archive === true }]));
  for (const { folder, archive } of kinds.values())
    await take(
      folder,
      archive,
      chosen.filter(([, scene]) => scene.folder === folder && (scene.archive === true) === archive),
      installed.extensionsDir,
    );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * @param {string} source
 * @param {boolean} withArchive
 * @param {(readonly [string, Scene])[]} wanted
 * @param {string} extensionsDir
 */
async function take(source, withArchive, wanted, extensionsDir) {
  const folder = path.join(scratch, withArchive ? 'archive' : '', path.basename(source));
  cpSync(path.join(root, source), folder, { recursive: true });
  mkdirSync(path.join(folder, '.vscode'));
  if (withArchive) archives.push(await startArchive());
  const set = archives.map(({ url }) => ({
    'secondSource.archive.url': url,
    'secondSource.archive.index': 'press',
    'secondSource.archive.fields': archiveFields,
  }));
  const workbench = await openWorkbench({
    folder,
    settings: { 'editor.minimap.enabled': false, 'editor.hover.delay': 100, ...(withArchive && set[0]) },
    extensionsDir,
  });
  try {
    const vscode = new WorkbenchPage(workbench.page, folder);
    await vscode.ready();
    for (const [name, { media, once, prepare, show }] of wanted) {
      await vscode.page.setViewportSize(sizes[0][1]);
      await prepare?.(vscode);
      for (const [word, theme = '', sign = ''] of once ? themes.slice(0, 1) : media === undefined ? themes : themes.slice(0, 2)) {
        writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
        await vscode.page.locator(sign).first().waitFor({ timeout: 20_000 });
        if (media !== undefined) {
          await vscode.page.setViewportSize(small);
          await show(vscode);
          await vscode.page.waitForTimeout(1500);
          await vscode.page.screenshot({ path: path.join(root, 'media', `${media}${word === 'dark' ? '-dark' : ''}.png`) });
          continue;
        }
        for (const [percent, size] of once ? sizes.slice(0, 1) : sizes) {
          await vscode.page.setViewportSize(size);
          try {
            if (percent === '100') await widenSideBar(vscode);
            await show(vscode);
            // What is shown may have opened it.
            if (percent === '100') await widenSideBar(vscode);
          } catch (error) {
            console.error(`${name}, ${word}, ${percent} %: ${error instanceof Error ? error.message : String(error)}`);
            process.exitCode = 1;
          }
          await vscode.page.waitForTimeout(1200);
          console.log(await vscode.screenshot(`${name} ${word} ${percent}`));
        }
      }
      await vscode.page.setViewportSize(sizes[0][1]);
      await vscode.page.keyboard.press('Escape');
    }
  } finally {
    await workbench.close();
    archives.forEach(({ close }) => close());
  }
}
