import assert from 'node:assert/strict';
import { dateValueProblem, movedByWord, readArticle } from '../../src/core/index';

const read = (path: string, text: string) => readArticle({ uri: path, path, text, version: 1 });

/** The words between ‹ and ›, and where their edge stands after one step. */
function moved(marked: string, edge: 'start' | 'end', by: 1 | -1, path = 'a.txt'): string | undefined {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const { raw, prose } = read(path, marked.replace(/[‹›]/g, ''));
  const span = movedByWord(prose, { start, end }, edge, by);
  return span && raw.slice(span.start, span.end);
}

describe('moving the edge of a passage by a word', () => {
  const cases: [marked: string, edge: 'start' | 'end', by: 1 | -1, after: string | undefined][] = [
    ['She said ‹we will› sail, and left.', 'end', 1, 'we will sail,'],
    ['She said ‹we will sail,› and left.', 'end', -1, 'we will'],
    ['She said ‹we will› sail.', 'start', 1, 'said we will'],
    ['She ‹said we will› sail.', 'start', -1, 'we will'],
    ['“We ‹will sail›,” she said.', 'end', 1, 'will sail,”'],
    ['“‹We will› sail,” she said.', 'start', 1, '“We will'],
    ['One ‹two›\n\nthree', 'end', 1, 'two\n\nthree'],
    ['‹One› two', 'start', 1, undefined],
    ['One ‹two›', 'end', 1, undefined],
    ['One ‹two›\n', 'end', 1, undefined],
    ['One ‹two› three', 'end', -1, undefined],
    ['One ‹two› three', 'start', -1, undefined],
    ['‹😀 one› two', 'end', 1, '😀 one two'],
  ];
  for (const [marked, edge, by, after] of cases) {
    it(`${by > 0 ? 'extends' : 'shrinks'} the ${edge} of ${JSON.stringify(marked)}`, () => {
      assert.equal(moved(marked, edge, by), after);
    });
  }

  it('reads no markup as words', () => {
    assert.equal(moved('<p>She said ‹we will› <a href="x y">sail</a> now</p>', 'end', 1, 'a.html'), 'we will <a href="x y">sail');
  });
});

describe('the value of a date annotation', () => {
  const right =
    '2025-05-11 2025-05 2025 202X 20XX XXXX-05-11 2025-02-28 2024-02-29 2025-W20 2025-W20-WE 2025-W20-3 2025-Q2 2025-H1 2025-SU XXXX-WXX-1 2025-05-11T21:15 ' +
    '2025-05-11T21:15Z 2025-05-11T21:15:30+02:00 2025-05-11TMO P3D P2W P1Y6M PT4H30M P1DT2H PXD P1DE PAST_REF PRESENT_REF';
  for (const value of right.split(' ')) it(`may be ${value}`, () => assert.equal(dateValueProblem(value), undefined));

  const wrong =
    '11.5.2025 2025-5-11 2025-02-30 2025-13-01 2025-04-31 2025-00-10 2025-01-00 tomorrow P PT 3D 2025-W54 2025-Q5 2025-05-11T25:00 2025-05-11T T21:15 2025-05-11-01 REF';
  for (const value of wrong.split(' ')) it(`is not ${value}`, () => assert.ok(dateValueProblem(value)));

  it('names the month that has no such day', () => assert.match(dateValueProblem('2025-04-31') ?? '', /2025-04 has no day 31/));
});
