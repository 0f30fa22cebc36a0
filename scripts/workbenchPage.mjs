// What a person does in the workbench, done through its page: open a file, run a command, point at words, look.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

const screenshotDir = path.join(root, 'out', 'screenshots');

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{backgroundColor: string, borderBottom: string, textDecoration: string}} Decoration computed style of one piece of decoration
 */

export class WorkbenchPage {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder the folder that is open
   */
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  /** Waits until the workbench is drawn and its file tree is filled. */
  async ready() {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 30_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 30_000 });
  }

  /** @param {string} file relative to the folder */
  async openFile(file) {
    // An absolute path in Quick Open needs no file search to have ended.
    await this.#quickInput('Control+P', path.join(this.folder, file), path.basename(file));
    await this.page.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /** @param {string} title as in the command palette, with its category */
  async runCommand(title) {
    await this.#quickInput('F1', `>${title}`, title.split(': ').at(-1) ?? title);
  }

  /** @param {number} line first line is 1
   *  @param {number} [column] */
  async goTo(line, column = 1) {
    await this.#quickInput('Control+G', `:${line}:${column}`, `line ${line}`);
  }

  /**
   * Takes an entry of the list that VS Code shows.
   * @param {string} entry some of its words
   */
  async pick(entry) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first().click();
  }

  /**
   * Takes an entry of the menu of a file or folder in the explorer.
   * @param {string} file its name
   * @param {string} entry
   */
  async explorerMenu(file, entry) {
    const rows = '.explorer-folders-view .monaco-list-row';
    const named = `[aria-label^="${file}"]`;
    const wanted = this.page.locator('.monaco-menu .action-label', { hasText: entry }).first();
    const timeout = 3000;
    for (let tries = 1; ; tries++) {
      try {
        await this.page.locator(`${rows}${named}`).first().click({ button: 'right' });
        // Rows move under the mouse while files come in, and the menu is another's.
        await this.page.locator(`${rows}.focused${named}`).waitFor({ timeout });
        await wanted.waitFor({ timeout });
        // A menu takes no click in its first 100 ms.
        await this.page.waitForTimeout(200);
        await wanted.click({ timeout });
        await wanted.waitFor({ state: 'hidden', timeout });
        return;
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /**
   * Presses a button of a notification or of a question.
   * @param {string} name
   */
  async press(name) {
    const button = this.page.locator('.notification-toast, .monaco-dialog-box').getByRole('button', { name, exact: true });
    await button.first().click();
  }

  /**
   * Answers VS Code's question where to save by the file that it proposes.
   * @param {string} extension which that file has
   * @returns {Promise<string>} that file
   */
  async saveAsProposed(extension) {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    const proposed = await this.page.waitForFunction((wanted) => {
      const element = document.querySelector('.quick-input-widget input[type="text"]');
      return element instanceof HTMLInputElement && element.value.endsWith(wanted) && element.value;
    }, extension);
    await input.press('Enter');
    return String(await proposed.jsonValue());
  }

  /**
   * Waits for something outside the page.
   * @param {() => boolean} condition
   */
  async until(condition) {
    for (let tries = 0; tries < 100; tries++) {
      if (condition()) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`did not come about in 10 s: ${condition}`);
  }

  /**
   * Types into the quick input that a key opens, and takes the entry at the top once that is the one meant.
   * @param {string} key
   * @param {string} text
   * @param {string} entry some of its words
   */
  async #quickInput(key, text, entry) {
    const input = this.page.locator('.quick-input-widget input');
    const wanted = this.page.locator('.quick-input-list .monaco-list-row').first().filter({ hasText: entry });
    for (let tries = 1; ; tries++) {
      const timeout = tries < 3 ? 10_000 : 30_000;
      try {
        await this.page.keyboard.press(key);
        await input.fill(text, { timeout });
        await wanted.waitFor({ timeout }); // the list is filled a moment after the input
        break;
      } catch (error) {
        // An editor that takes the focus in its own time closes the input.
        if (tries === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.keyboard.press('Enter');
    // Closed, or open with the next question.
    await this.page.waitForFunction((typed) => {
      const element = document.querySelector('.quick-input-widget input');
      return !(element instanceof HTMLInputElement && element.checkVisibility() && element.value === typed);
    }, text);
  }

  /**
   * Puts the cursor before the words, which must be drawn.
   * @param {string} text
   * @param {number} [occurrence]
   */
  async click(text, occurrence = 0) {
    const box = await this.boxOf(text, occurrence);
    await this.page.mouse.click(box.x + 1, box.y + box.height / 2);
  }

  /** @returns {Promise<{file: string, line: number, column: number}>} where the cursor is, by the tab and the status bar */
  async cursor() {
    const file = await this.page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name');
    const position = await this.page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+/ }).innerText();
    const [line = 0, column = 0] = (position.match(/\d+/g) ?? []).map(Number);
    return { file: file ?? '', line, column };
  }

  /**
   * Where words stand on the screen, in the active editor. They may run over the end of a wrapped line; the first line's part counts.
   * @param {string} text
   * @param {number} [occurrence] of the ones that are drawn, from 0
   * @returns {Promise<Box>}
   */
  async boxOf(text, occurrence = 0) {
    const find = () => this.page.evaluate(boxOfText, { text, occurrence });
    for (let tries = 0; tries < 50; tries++) {
      const box = await find();
      if (box !== undefined) return box;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`not drawn in the active editor: ${JSON.stringify(text)} (go to its line first)`);
  }

  /**
   * Points at the middle of the words and waits for the hover.
   * @param {string} text
   * @param {number} [occurrence]
   * @returns {Promise<import('playwright-core').Locator>} the hover
   */
  async hover(text, occurrence = 0) {
    const hover = this.page
      .locator('.monaco-hover:visible')
      .filter({ has: this.page.locator('.monaco-hover-content'), hasNotText: 'Loading...' })
      .first();
    const box = await this.boxOf(text, occurrence);
    // VS Code asks once for each arrival of the mouse, and an extension that is still starting has no answer.
    for (let tries = 0; tries < 4; tries++) {
      await this.page.mouse.move(0, 0);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
      if (await appears(hover, 8000)) break;
    }
    await hover.waitFor({ timeout: 1000 });
    return hover;
  }

  /** Waits until an extension has decorated the active editor. */
  async decorated() {
    await this.page.locator('.editor-group-container.active .view-overlays [class*="ced-"]').first().waitFor({ timeout: 20_000 });
  }

  /**
   * The decorations of extensions that lie over the middle of the first character of the words, with their computed style.
   * @param {string} text
   * @param {number} [occurrence]
   * @returns {Promise<Decoration[]>}
   */
  async decorationsAt(text, occurrence = 0) {
    const box = await this.boxOf(text, occurrence);
    return this.page.evaluate(decorationsAtPoint, { x: box.x + 2, y: box.y + box.height / 2 });
  }

  /**
   * @param {string} name without extension
   * @returns {Promise<string>} the file
   */
  async screenshot(name) {
    mkdirSync(screenshotDir, { recursive: true });
    const file = path.join(screenshotDir, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}

/**
 * @param {import('playwright-core').Locator} locator
 * @param {number} milliseconds
 */
function appears(locator, milliseconds) {
  return locator.waitFor({ timeout: milliseconds }).then(
    () => true,
    () => false,
  );
}

/**
 * Runs in the page. A view line draws a space as U+00A0, and cuts its text into spans at every change of style.
 * @param {{text: string, occurrence: number}} wanted
 * @returns {Box | undefined}
 */
function boxOfText({ text, occurrence }) {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor .view-lines');
  if (editor === null) return undefined;
  const lines = [...editor.querySelectorAll('.view-line')].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  /** @type {{node: Node, at: number}[]} */
  const characters = [];
  let drawn = '';
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const content = node.textContent ?? '';
      for (let at = 0; at < content.length; at++) characters.push({ node, at });
      drawn += content;
    }
  }
  drawn = drawn.replaceAll('\u00a0', ' ').replaceAll('\u200c', '\u0000');
  let start = -1;
  for (let n = 0; n <= occurrence; n++) {
    start = drawn.indexOf(text, start + 1);
    if (start < 0) return undefined;
  }
  const first = characters[start];
  const last = characters[start + text.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  const rect = range.getClientRects()[0];
  return rect && { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
}

/**
 * Runs in the page.
 * @param {{x: number, y: number}} point
 */
function decorationsAtPoint({ x, y }) {
  const pieces = document.querySelectorAll('.editor-group-container.active .monaco-editor [class*="ced-"]');
  return [...pieces]
    .filter((piece) => {
      const box = piece.getBoundingClientRect();
      return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
    })
    .map((piece) => {
      const style = getComputedStyle(piece);
      return { backgroundColor: style.backgroundColor, borderBottom: style.borderBottom, textDecoration: style.textDecoration };
    });
}
