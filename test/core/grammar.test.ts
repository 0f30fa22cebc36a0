import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const grammarFile = (name: string) => path.join('syntaxes', `${name}.tmLanguage.json`);

async function tokenise(lines: readonly string[]): Promise<{ text: string; scopes: string[] }[]> {
  const wasm = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(grammarFile('article'), 'utf8'), 'article.json')),
  });
  const grammar = await registry.loadGrammar('text.article');
  assert.ok(grammar);
  let state = INITIAL;
  return lines.flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }));
  });
}

async function scoped(scope: string, ...lines: string[]): Promise<string[]> {
  return (await tokenise(lines)).filter((token) => token.scopes.some((name) => name.startsWith(scope))).map((token) => token.text);
}

describe('the grammar for articles', () => {
  it('marks quotation marks of every style and no apostrophe', async () => {
    const marks = (line: string) => scoped('string.other.quotation-mark', line);
    assert.deepEqual(await marks('“Not now,” she said of the crew’s plan.'), ['“', '”']);
    assert.deepEqual(await marks('"Not now," she said. It wasn\'t his.'), ['"', '"']);
    assert.deepEqual(await marks('„Nein“ and «non»'), ['„', '“', '«', '»']);
    assert.deepEqual(await marks('He called it a ‘quiet tide’ in the ’90s.'), ['‘', '’']);
  });

  it('keeps an unbalanced mark from colouring what follows it', async () => {
    const tokens = await tokenise(['“We begin here and never end', 'The next line is plain.']);
    assert.deepEqual(tokens.at(-1)?.scopes, ['text.article']);
  });

  it('marks datelines with their agency, and no sentence in capitals', async () => {
    assert.deepEqual(await scoped('entity.name.section.dateline', 'LOWEN, May 11 (Kesnet) — Two ministers met.'), ['LOWEN']);
    assert.deepEqual(await scoped('entity.name.type.agency', 'LOWEN, May 11 (Kesnet) — Two ministers met.'), ['Kesnet']);
    assert.deepEqual(await scoped('entity.name.section.dateline', 'Lowen is quiet — for now.'), []);
  });

  it('marks publication lines, and no date inside a sentence', async () => {
    const dates = (line: string) => scoped('constant.other.date.publication', line);
    assert.deepEqual(await dates('May 12, 2025 07:41 UTC'), ['May 12, 2025 07:41 UTC']);
    assert.deepEqual(await dates('(last modified Mon, 12 May 2025 07:41:05 GMT)'), ['(last modified Mon, 12 May 2025 07:41:05 GMT)']);
    assert.deepEqual(await dates('date 2025-05-12 Share:'), ['2025-05-12']);
    assert.deepEqual(await dates('They met on May 12, 2025 in Lowen.'), []);
  });
});
