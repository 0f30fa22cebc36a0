// What the editor says: every text that goes through `vscode.l10n.t`, and those that do not.
//   node scripts/texts.mjs   brings l10n/bundle.l10n.json up to date and lists what the German one lacks
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './command.mjs';

const english = path.join(root, 'l10n', 'bundle.l10n.json');
const german = path.join(root, 'l10n', 'bundle.l10n.de.json');

/** Files that people and programs keep, and what programs are answered, are English whoever reads them. */
const kept = new Set(['src/editor/folder/matrixFiles.ts', 'src/editor/exchange/toolAnswers.ts']);
/** Names, keys that nobody reads, and what is put through `t` where it is shown. */
const notSaid = new Set([
  'Second Source',
  'quoted differently',
  'Unavailable',
  'FileNotFound',
  'Markdown',
  'An item is an annotation or a suggestion.',
]);
const keys =
  /^(?:\{0\} (?:group|orphan) \{1\}|\{0\} (?:tick|doubtful|lost)|\/\{0\}\/Preview of \{1\}|id: \{0\}|(?:is|has|cannot) |(?:yaml|save|folder|progress) \{0\})$/;
const markup = /<\/?\w+[ >]|^\n?(?:body|const) |color-mix|underline \{|none; font|default-src|^\*\*\/|text\/html/;

/**
 * @returns {{ readonly texts: ReadonlyMap<string, string>, readonly outside: readonly string[] }} each text with the place where it stands
 *   first; `outside`: what reads like a text and goes past `l10n.t`
 */
export function textsOfEditor() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {string[]} */
  const outside = [];
  for (const folder of ['src/editor', 'src/workspace', 'src/core/statements'])
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
      /** @param {ts.Node} node */
      const visit = (node) => {
        const text = textOf(node);
        if (text !== undefined) {
          const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
          if (isTranslated(node)) texts.set(text, texts.get(text) ?? place);
          else if (folder !== 'src/core/statements' && !kept.has(file) && isRead(node) && isSaid(text))
            outside.push(`${place} ${JSON.stringify(text)}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
  return { texts, outside };
}

/** @param {ts.Node} node */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('');
}

/**
 * In the first argument of `t` or `vscode.l10n.t`, be it one of two.
 * @param {ts.Node} node
 */
function isTranslated(node) {
  for (let at = node; ; at = at.parent) {
    const { parent } = at;
    if (ts.isCallExpression(parent)) return parent.arguments[0] === at && /^(?:t|vscode\.l10n\.t)$/.test(parent.expression.getText());
    if (!ts.isConditionalExpression(parent) || parent.condition === at) return false;
  }
}

/** @param {ts.Node} node */
function isRead({ parent }) {
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false;
  if (!ts.isCallExpression(parent)) return true;
  // The names of modules, what is told in the console, and what was done when the program failed.
  return !/^(?:import|require|console\.\w+|attempt)$/.test(parent.expression.getText());
}

/** @param {string} text */
function isSaid(text) {
  if (notSaid.has(text) || keys.test(text) || markup.test(text)) return false;
  const words = text.replace(/\{\d+\}/g, '').replace(/\$\([\w-]+\)/g, '');
  if (/^[\w.$:/*{},-]*$/.test(words) && /[./:*]|^[a-z][\w-]*$/.test(words)) return false; // an id, a path, one word in lower case
  return /\p{L}[’,.:;…?!“”]* +[“„(]?\p{L}/u.test(words) || /^\p{Lu}\p{Ll}+[…?!.]?$/u.test(words.trim()) || /\p{Ll}{2,}…$/u.test(words);
}

if (process.argv[1] === import.meta.filename) {
  const { relationNames } = await import(new URL('../out/core.mjs', import.meta.url).href);
  const { texts, outside } = textsOfEditor();
  const all = [...new Set([...texts.keys(), ...Object.values(relationNames), 'statement'])].sort();
  writeFileSync(english, `${JSON.stringify(Object.fromEntries(all.map((text) => [text, text])), undefined, 2)}\n`);
  const translated = new Set(Object.keys(JSON.parse(readFileSync(german, 'utf8'))));
  for (const text of all) if (!translated.has(text)) console.log(`not in German: ${JSON.stringify(text)}`);
  for (const text of translated) if (!all.includes(text)) console.log(`nowhere said: ${JSON.stringify(text)}`);
  for (const text of outside) console.log(`goes past l10n: ${text}`);
}
