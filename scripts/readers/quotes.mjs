// Lets a reader of web annotations find the quotations of our W3C export in the pages of a story: node quotes.mjs MODULES WHICH STORY FILE.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules = '', which, story = '', file = ''] = process.argv.slice(2);
const from = createRequire(path.join(modules, 'package.json'));
/** @param {string} name */
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { JSDOM } = await load('jsdom');

/** @typedef {{ type: string, exact: string, prefix?: string, suffix?: string }} Selector */
/** @type {{ id: string, motivation: string, target: { selector: Selector[] }[] }[]} */
const annotations = JSON.parse(readFileSync(file, 'utf8'));
const pages = readdirSync(story).filter((name) => /\.html?$/.test(name));
let anchored = 0;
let wrong = 0;
for (const page of pages) {
  const { window } = new JSDOM(readFileSync(path.join(story, page), 'utf8'));
  Object.assign(globalThis, { document: window.document, NodeFilter: window.NodeFilter, Node: window.Node, Range: window.Range });
  const own = annotations.filter(
    ({ id, motivation }) => id.includes(`path=${page}&`) && motivation !== 'linking' && motivation !== 'questioning',
  );
  for (const { target } of own) {
    const selector = target[0]?.selector.find(({ type }) => type === 'TextQuoteSelector');
    if (selector === undefined) continue;
    const range = await rangeOf(window.document.body, selector);
    if (range !== undefined && plain(range.toString()) === plain(selector.exact)) anchored += 1;
    else wrong += 1;
  }
}
console.log(JSON.stringify({ pages: pages.length, anchored, wrong }));

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** @param {unknown} body @param {Selector} selector @returns {Promise<{ toString(): string } | undefined>} */
async function rangeOf(body, selector) {
  if (which === 'dom-anchor-text-quote') {
    const { toRange } = await load('dom-anchor-text-quote');
    return toRange(body, selector) ?? undefined;
  }
  const { createTextQuoteSelectorMatcher } = await load('@apache-annotator/dom');
  for await (const range of createTextQuoteSelectorMatcher(selector)(body)) return range;
  return undefined;
}
