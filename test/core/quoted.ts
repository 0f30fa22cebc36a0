import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation that is no scare quote, as "type, speaker: words". */
export function quoted(text: string, path = 'a.txt'): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return analyse(article)
    .quotations.filter(({ type }) => type !== 'scare')
    .map(({ type, speakerName, parts }) => {
      return `${type}, ${speakerName ?? 'unknown'}: ${parts.map(({ start, end }) => article.raw.slice(start, end)).join(' … ')}`;
    });
}

/** A test for each text: these are its quotations. */
export function table(cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>>): void {
  for (const [name, [text, ...expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(quoted(text), expected));
}
