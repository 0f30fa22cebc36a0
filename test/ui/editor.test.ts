import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Decoration } from '../../scripts/workbenchPage.mjs';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

type Line = 'speakerLine' | 'directLine' | 'mixedLine' | 'indirectLine' | 'dateLine';

/** What the manifest promises for light themes, as the browser writes a colour. */
function lightColour(line: Line): string {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { colors: { id: string; defaults: { light: string } }[] };
  };
  const hex = manifest.contributes.colors.find(({ id }) => id === `secondSource.${line}`)?.defaults.light ?? '';
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}

/** How the computed style of each kind draws its line: speakers and dates as a border, quotations as an underline. */
const drawn: Record<Line, (decoration: Decoration, colour: string) => boolean> = {
  speakerLine: ({ borderBottom }, colour) => borderBottom === `1px solid ${colour}`,
  dateLine: ({ borderBottom }, colour) => borderBottom === `3px double ${colour}`,
  directLine: ({ textDecoration }, colour) => textDecoration === `underline 1px ${colour}`,
  mixedLine: ({ textDecoration }, colour) => textDecoration === `underline 1px dashed ${colour}`,
  indirectLine: ({ textDecoration }, colour) => textDecoration === `underline 1px dotted ${colour}`,
};

interface Place {
  readonly text: string;
  /** Of the ones that are drawn. */
  readonly occurrence?: number;
}

describe('the installed extension in the editor', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    opened = await openFolder({ settings: { 'workbench.colorTheme': 'Light Modern' } });
    ({ vscode } = opened);
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  async function isDrawn(line: Line, { text, occurrence = 0 }: Place): Promise<boolean> {
    const decorations = await vscode.decorationsAt(text, occurrence);
    return decorations.some((decoration) => drawn[line](decoration, lightColour(line)));
  }

  async function open(file: string): Promise<void> {
    await vscode.openFile(file);
    await vscode.decorated();
  }

  const spans: { file: string; line: Line; start: Place; before?: Place; after: Place }[] = [
    {
      file: 'kesnet.article.txt',
      line: 'speakerLine',
      start: { text: 'Arendt said, and' },
      before: { text: ' Arendt said, and' },
      after: { text: ' said, and voiced' },
    },
    {
      file: 'kesnet.article.txt',
      line: 'dateLine',
      start: { text: 'Sunday to' },
      before: { text: ' Sunday to' },
      after: { text: ' to reopen the joint' },
    },
    { file: 'kesnet.article.txt', line: 'directLine', start: { text: '“Our harbours' }, after: { text: ' Sen said.' } },
    {
      file: 'kesnet.article.txt',
      line: 'mixedLine',
      start: { text: 'Kess is willing' },
      after: { text: ' Sen said.', occurrence: 1 },
    },
    {
      file: 'northgate-daily.md',
      line: 'indirectLine',
      start: { text: 'that the harbours' },
      before: { text: ' that the harbours' },
      after: { text: '.', occurrence: 5 },
    },
  ];
  for (const { file, line, start, before, after } of spans) {
    it(`draws the ${line} of ${file} at ${start.text}, and not one character outside`, async () => {
      await open(file);
      assert.ok(await isDrawn(line, start), 'at its start');
      if (before) assert.ok(!(await isDrawn(line, before)), 'one character before');
      assert.ok(!(await isDrawn(line, after)), 'one character after');
    });
  }

  it('draws the words of a quotation in parts, and not who says them', async () => {
    writeFileSync(
      path.join(opened.folder, 'ferry.article.txt'),
      'The ferry\n\n“It sails at dawn,” Mira Olsen said. “It returns at dusk.”\n',
    );
    await open('ferry.article.txt');
    for (const text of ['“It sails', '“It returns', '.”']) assert.ok(await isDrawn('directLine', { text }), text);
    assert.ok(!(await isDrawn('directLine', { text: 'said. ' })));
  });

  it('shows on hover what other outlets have of a passage, in the same words and in reported speech', async () => {
    await open('kesnet.article.txt');
    const card = await (await vscode.hover('Our harbours')).innerText();
    assert.match(card, /Tidewater Times · same words/);
    assert.match(card, /Northgate Daily · reported/);
    assert.match(card, /outlived/);
  });

  it('goes to the next rendering, in another outlet', async () => {
    await open('kesnet.article.txt');
    await vscode.click('Our harbours');
    await vscode.runCommand('Second Source: Next Rendering');
    await vscode.page.locator('.tab.active:not([data-resource-name="kesnet.article.txt"])').waitFor();
    const { file, line } = await vscode.cursor();
    const text = readFileSync(path.join(vscode.folder, file), 'utf8').split('\n')[line - 1] ?? '';
    assert.match(text, /harbours|ports|older/);
  });

  it('goes to the definition with the key for it', async () => {
    await open('northgate-daily.md');
    await vscode.click('that the harbours were');
    await vscode.page.keyboard.press('F12');
    await vscode.page.locator('.tab.active:not([data-resource-name="northgate-daily.md"])').waitFor();
    const { file, line } = await vscode.cursor();
    assert.deepEqual({ file, line }, { file: 'kesnet.article.txt', line: 8 });
  });

  it('exports a file', async () => {
    await open('kesnet.article.txt');
    await vscode.runCommand('Second Source: Export…');
    await vscode.pick('The whole folder');
    await vscode.page.locator('.quick-input-title', { hasText: 'Export (2 of 3)' }).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.pick('W3C Web Annotation');
    const target = await vscode.saveAsProposed('.jsonld');
    assert.equal(path.dirname(target), vscode.folder);
    await vscode.until(() => existsSync(target));
    const exported = readFileSync(target, 'utf8');
    assert.match(exported, /"http:\/\/www.w3.org\/ns\/anno.jsonld"/);
    assert.match(exported, /Our harbours are older than our quarrels/);
  });

  it('writes an accepted quotation as YAML beside the article', async () => {
    await open('kesnet.article.txt');
    const sidecar = path.join(vscode.folder, 'kesnet.article.txt.annotations.yaml');
    assert.ok(!existsSync(sidecar));
    await vscode.click('Our harbours');
    await vscode.runCommand('Second Source: Accept');
    await vscode.until(() => existsSync(sidecar));
    const yaml = readFileSync(sidecar, 'utf8');
    assert.match(yaml, /^version: 1$/m);
    assert.match(yaml, /^ {4}status: accepted$/m);
    assert.match(yaml, /“Our harbours are older than our quarrels\./);
    assert.match(yaml, /^ {4}speakers: \[\s*sen-maroa\s*\]$/m);
  });

  it('takes an outlet and a date that are typed, and says when it is no date', async () => {
    await open('lowen-courier.article.txt');
    const sidecar = path.join(vscode.folder, 'lowen-courier.article.txt.annotations.yaml');
    const facts = () => (existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '');
    const entry = (words: string) => vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).waitFor();
    await vscode.runCommand('Second Source: Set Outlet of Article…');
    await entry('An outlet of the typed name');
    await vscode.page.keyboard.type('The Venn Observer');
    await vscode.page.keyboard.press('Enter');
    await vscode.until(() => /outlet: .*The Venn Observer/.test(facts()));
    await vscode.runCommand('Second Source: Set Publication Date of Article…');
    await entry('The typed date');
    await vscode.page.keyboard.type('yesterday');
    await vscode.page.keyboard.press('Enter');
    await entry('Not a date');
    await vscode.page.keyboard.press('Control+A');
    await vscode.page.keyboard.type('2025-05-13');
    await vscode.page.keyboard.press('Enter');
    await vscode.until(() => /published: .*2025-05-13/.test(facts()));
  });
});
