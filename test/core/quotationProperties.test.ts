import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuotations } from '../../src/core/analysis/quotations/quotations';
import { analyse, readArticle } from '../../src/core/index';

const pieces = [
  ..."“ ” \" ' ‘ ’ « » '' ( ) [ ] , . : ; ? ! — - … ... 5 \u00ad \ud83d".split(' '),
  ...'Ana Ruiz Mr. U.S. Oslo she who both said says told saying according to that and but the mayor reporters was quoted by called it'.split(
    ' ',
  ),
  ...['\n', '\n\n', ' ', ' ', 'RUIZ:', "'s", 'a spokesman for', 'in a statement'],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .chain((words) => fc.constantFrom('', ' ').map((joint) => words.join(joint)));

describe('quotations of any text', () => {
  it('lie inside it, with their segments inside them, and do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        const { quotations } = findQuotations(text, { english: true });
        for (const { start, end: last, parts } of quotations) assert.deepEqual([start, last], [parts[0]?.start, parts.at(-1)?.end]);
        for (const quotation of quotations.flatMap(({ parts }) => parts).sort((a, b) => a.start - b.start)) {
          assert.ok(quotation.start >= end && quotation.end > quotation.start && quotation.end <= text.length);
          for (const segment of quotation.segments) assert.ok(segment.start >= quotation.start && segment.end <= quotation.end);
          for (const span of [quotation.mention, quotation.cue])
            assert.ok(span === undefined || (span.start >= 0 && span.end <= text.length));
          end = quotation.end;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('keep their places when a paragraph is added after a blank line', () => {
    fc.assert(
      fc.property(texts, texts, (text, more) => {
        // A quotation may go on in what is added; its parts stay.
        const partsOf = (prose: string) =>
          findQuotations(prose, { english: true })
            .quotations.flatMap(({ parts }) => parts.map(({ start, end, type }) => ({ start, end, type })))
            .sort((a, b) => a.start - b.start);
        const before = partsOf(text);
        assert.deepEqual(partsOf(`${text}\n\n${more}`).slice(0, before.length), before);
      }),
      { numRuns: 600 },
    );
  });

  it('are the same with either line end', () => {
    const quotationsOf = (text: string, path: string) => analyse(readArticle({ uri: path, path, text, version: 1 })).quotations;
    fc.assert(
      fc.property(texts, fc.constantFrom('a.txt', 'a.md', 'a.html'), (text, path) => {
        assert.deepEqual(quotationsOf(text.replaceAll('\n', '\r\n'), path), quotationsOf(text, path));
      }),
      { numRuns: 600 },
    );
  });
});

describe('the work of finding quotations', () => {
  const worst: Readonly<Record<string, (size: number) => string>> = {
    'a million quotation marks': (size) => '"'.repeat(size),
    'words between marks that never close': (size) => '“so '.repeat(size / 4),
    'single marks': (size) => "'so it's ".repeat(size / 9),
    'one paragraph of verbs of speech': (size) => 'said '.repeat(size / 5),
    'one paragraph of clauses': (size) => 'she said that he said so, and '.repeat(size / 30),
    'quotations without an end': (size) => '"Go," he said, '.repeat(size / 15),
    'capitalised names': (size) => Array.from({ length: size / 20 }, (_, at) => `Ab${at} Cd${at} said.`).join(' '),
    'according to': (size) => 'according to '.repeat(size / 13),
    brackets: (size) => '(a '.repeat(size / 3),
    commas: (size) => 'Ana, '.repeat(size / 5),
  };
  /** Half of what is counted in the end: a million marks, a paragraph of 1 MB, 10,000 names. */
  const fullSizes: Readonly<Record<string, number>> = {
    'a million quotation marks': 500_000,
    'one paragraph of verbs of speech': 500_000,
    'capitalised names': 100_000,
  };
  for (const [name, make] of Object.entries(worst)) {
    it(`grows with the text and no faster: ${name}`, () => {
      const size = fullSizes[name] ?? 40_000;
      const [once, twice] = [size, 2 * size].map((length) => {
        const count = { steps: 0 };
        findQuotations(make(length), { english: true, count });
        return count.steps;
      });
      assert.ok(once !== undefined && twice !== undefined && twice < 2.2 * once, `${once} steps, then ${twice}`);
    }).timeout(60_000);
  }
});
