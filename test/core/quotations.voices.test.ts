import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation that is no scare quote, as "type, speaker: words". */
function quoted(text: string, path = 'a.txt'): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return analyse(article)
    .quotations.filter(({ type }) => type !== 'scare')
    .map(({ type, speakerName, parts }) => {
      return `${type}, ${speakerName ?? 'unknown'}: ${parts.map(({ start, end }) => article.raw.slice(start, end)).join(' … ')}`;
    });
}
function table(cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>>): void {
  for (const [name, [text, ...expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(quoted(text), expected));
}

describe('a sentence that opens with', () => {
  table({
    '"According to" has the source’s words, and nobody of that name': [
      'It rained. According to the harbourmaster, the log was answered for, and a copy was told of. He calls the crew “my lads.”',
      'indirect, harbourmaster: the log was answered for, and a copy was told of',
      'mixed, harbourmaster: the crew “my lads.”',
    ],
    'a participle names nobody by it': [
      'Asked whether she had paid, Paula Venn shook her head. “Nobody asked me,” she said.',
      'direct, Paula Venn: “Nobody asked me,”',
    ],
  });
});
