import assert from 'node:assert/strict';
import { wordingChanges } from '../../src/core/export/report/wording';

const shown = (own: string, other: string) =>
  wordingChanges(own, other)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}[${text}]`))
    .join('');

describe('differences in reports', () => {
  for (const [own, other, expected] of [
    ['we will rebuild the old bridge', 'we will rebuild the old bridge', 'we will rebuild the old bridge'],
    ['we will rebuild the old bridge', 'we shall now rebuild the old bridge', 'we -[will]+[shall now] rebuild the old bridge'],
    [
      'the big red house by the river burned',
      'the small green house by the river burned',
      'the -[big red]+[small green] house by the river burned',
    ],
    ['the house by the river', 'the house by the river burned', 'the house by the river+[ burned]'],
    ['“we will rebuild,”', 'we will rebuild', 'we will rebuild'],
    ['“we will rebuild,”', '“we will rebuild”', '“we will rebuild”'],
    ['wholly other words here', 'nothing in common at all', 'nothing in common at all'],
  ] as const)
    it(`are phrases: “${own}” against “${other}”`, () => {
      assert.equal(
        shown(own, other)
          .replace(/\s+/g, ' ')
          .replace(/ \+\[ /, '+[ '),
        expected,
      );
    });

  it('give back the other wording when what is left out is left out', () => {
    for (const [own, other] of [
      ['a b c d e f g', 'a x y d e f z'],
      ['one two  three', 'one\u00a0two three four'],
      ['', 'x'],
    ] as const) {
      const words = wordingChanges(own, other)
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join('');
      assert.equal(words.replace(/\s+/g, ' ').trim(), other.replace(/\s+/g, ' '));
    }
  });
});
