import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

describe('the rule against objects asked with words', () => {
  // on CI typescript-eslint takes the types of the file on the disk, and not of the text handed in, unless it is told
  const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } } });
  const found = async (text: string) => {
    const [result] = await eslint.lintText(text, { filePath: 'src/core/text/span.ts' });
    return result?.messages.some(({ ruleId }) => ruleId === 'house/word-tables');
  };
  const table = "const table: Readonly<Record<string, string>> = { a: 'b' };\n";
  const known = "const table = { a: 'b', c: 'd' } as const;\n";

  it('stops a look-up with a word of a text', async () => {
    assert.ok(await found(`${table}export const of = (word: string) => table[word];\n`));
    assert.ok(await found(`${table}export const has = (word: string) => word in table;\n`));
  });

  it('stops a word that is only said to be one of the known keys', async () => {
    assert.ok(await found(`${known}export const of = (word: string) => table[word as keyof typeof table];\n`));
  });

  it('lets known keys, lists, Maps and what is asked for its own through', async () => {
    for (const text of [
      `${known}export const of = (key: 'a' | 'c') => table[key];\n`,
      'export const of = (list: readonly string[], at: number) => list[at];\n',
      'export const of = (map: ReadonlyMap<string, string>, word: string) => map.get(word);\n',
      `${table}export const of = (word: string) => (Object.hasOwn(table, word) ? table[word] : undefined);\n`,
    ])
      assert.equal(await found(text), false, text);
  });
}).timeout(120_000);
