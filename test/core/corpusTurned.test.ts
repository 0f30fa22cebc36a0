import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';
import { corpusOf } from './corpusStory';

const lead = 'The ropeway of Halm has stood still since Friday, and engineers of Halm looked at the ropeway for the whole weekend.';

/** What is told of two articles about one thing. */
function told(here: string, there: string): readonly (readonly [string, string])[] {
  const texts = { 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` };
  return corpusOf(texts)
    .conflicts()
    .map(({ level, message }) => [level ?? 'conflict', message]);
}

describe('a sentence turned into its opposite', () => {
  for (const [name, here, there, message] of [
    [
      'two reports of one speaker',
      'The guild accepted the offer of the council, Tilda Marn said.',
      'The guild rejected the offer of the council, Tilda Marn said.',
      '“accepted” against “rejected”',
    ],
    [
      'two sentences of the outlets themselves',
      'Tickets for the Halm ropeway rose sharply in March.',
      'Tickets for the Halm ropeway fell sharply in March.',
      '“rose” against “fell”',
    ],
    [
      'what is promised and refused',
      'Tilda Marn promised to repaint the upper cabins.',
      'Tilda Marn refused to repaint the upper cabins.',
      '“refused” only on one side',
    ],
    [
      'what never was, and was twice',
      '"The warning bell never rang," Oskar Brill said.',
      '"The warning bell rang twice," Oskar Brill said.',
      '“never” only on one side',
    ],
    [
      'what came before and after',
      '"We checked the cable before the storm," Oskar Brill said.',
      '"We checked the cable after the storm," Oskar Brill said.',
      '“before” against “after”',
    ],
    [
      'two clauses of one sentence',
      '"The cabin was locked, and I have nothing to add," Oskar Brill said.',
      '"The cabin was never locked in all those weeks," Oskar Brill said.',
      '“never” only on one side',
    ],
    [
      'who did and did not',
      'Inspector Brill retired on Sunday.',
      'Inspector Brill apologised to the passengers but did not retire.',
      '“not” only on one side',
    ],
    [
      'a part between marks, and the whole',
      '"The brakes were open when the cabin reached the top," Oskar Brill said.',
      'The brakes “were shut” when the cabin reached the top, according to Oskar Brill.',
      '“open” against “shut”',
    ],
    [
      'another year',
      'The ropeway was opened in 1963, the keeper said.',
      'The ropeway was opened in 1936, the keeper said.',
      '“in 1963” against “in 1936”',
    ],
    [
      'another share',
      'Fares of the Halm ropeway rose by 4.5 percent in May.',
      'Fares of the Halm ropeway rose by 5.4 percent in May.',
      '“4.5 percent” against “5.4 percent”',
    ],
    [
      'another score',
      'Halm Climbers beat Orrin Rovers 3-1 on Sunday.',
      'Halm Climbers beat Orrin Rovers 2-1 on Sunday.',
      '“3-1” against “2-1”',
    ],
  ] as const) {
    it(`contradicts it: ${name}`, () => {
      assert.deepEqual(told(here, there), [['conflict', message]]);
    });
  }

  for (const [name, here, there] of [
    ['a denied negation and a statement', 'The cabins were not empty, Tilda Marn said.', 'The cabins were full, Tilda Marn said.'],
    ['what two people say', '"The offer is fair to all of us," Tilda Marn said.', '"The offer is unfair to all of us," Oskar Brill said.'],
    [
      'both sides of a dispute, and one of them',
      'Tilda Marn said the old cable was safe. Later Tilda Marn said the old cable was unsafe.',
      'Tilda Marn said the old cable was unsafe.',
    ],
    [
      'what somebody had hoped for',
      'Tilda Marn had hoped to reopen the upper ropeway of Halm in June.',
      'Tilda Marn will not reopen the upper ropeway of Halm in June.',
    ],
    [
      'a question and a statement',
      'Oskar Brill was asked whether the warning bell of the ropeway had worked.',
      'The warning bell of the ropeway had not worked, Oskar Brill said.',
    ],
    [
      'what there is no proof of',
      'Oskar Brill said there was no proof that the cable of the ropeway had snapped.',
      'Oskar Brill said that the cable of the ropeway had snapped in the storm.',
    ],
    ['not only', 'The ropeway not only carries skiers up the mountain.', 'The ropeway carries skiers up the mountain.'],
    ['other years', 'The ropeway did not carry skiers in 2011, the keeper said.', 'The ropeway did carry skiers in 2015, the keeper said.'],
    ['opposites in two things', 'The lower gate was open on Sunday.', 'The upper hatch was shut on Sunday.'],
    [
      'another way to measure',
      'The top station is 3 miles from Halm, the keeper said.',
      'The top station is five kilometres from Halm, the keeper said.',
    ],
    [
      'what is named, and nothing said of it',
      'That is for the council, not the ropeway guild, Tilda Marn said.',
      'The ropeway guild met on Sunday.',
    ],
    [
      'what both only ask',
      'Oskar Brill asked why the keepers do not shut the ropeway.',
      'Oskar Brill asked why the keepers shut the ropeway.',
    ],
    [
      'words told, and said to somebody',
      '"I told them, if you want to live, then walk," Oskar Brill said.',
      '"I said to them: if you want to live, then walk," Oskar Brill said.',
    ],
    [
      'a negation behind the words that both have',
      '"Every guest who rides to the upper station has to cross a field without any shelter," Oskar Brill said.',
      '"Every guest who rides to the upper station has to cross a field," Oskar Brill said.',
    ],
    ['two matches', 'Halm Climbers beat Orrin Rovers 3-1 on Sunday.', 'Halm Climbers beat Tarn United 2-1 on Sunday.'],
  ] as const) {
    it(`is not seen in ${name}`, () => {
      assert.deepEqual(told(here, there), []);
    });
  }

  it('only differs where the negation stands elsewhere', () => {
    const here = '"I will not carry this burden for him," Tilda Marn said.';
    const there = '"I will carry this burden for him no longer," Tilda Marn said.';
    assert.deepEqual(told(here, there).map(([level]) => level), ['differs']); // prettier-ignore
  });

  it('is seen between a pasted sentence and the articles that have it', () => {
    const corpus = corpusOf({ 'a.txt': `${lead}\n\nThe guild accepted the offer of the council, Tilda Marn said.`, 'b.txt': lead });
    const text = 'The guild rejected the offer of the council, Tilda Marn said.';
    const article = readArticle({ uri: 'pasted', path: 'pasted', text, version: 1 });
    const conflicts = corpus.conflictsWith({ article, analysis: analyse(article) }, corpus.matchText(text));
    assert.deepEqual(
      conflicts.map(({ message, passages }) => [message, passages.map(({ uri }) => uri).sort()]),
      [['“rejected” against “accepted”', ['a.txt', 'pasted']]],
    );
  });

  it('differs where one of the two has a condition', () => {
    const here = '"I have run this ropeway for years, and I will not retire," Oskar Brill said.';
    const there = '"I have run this ropeway for years, but I will retire if the council asks me to," Oskar Brill said.';
    assert.deepEqual(told(here, there), [['differs', '“not” only on one side']]);
  });
});

describe('who said it', () => {
  const saying = ['The cable is tired.', 'It has only not noticed yet.'] as const;

  it('is told where short sentences together are given to two people', () => {
    const given = (who: string) => `"${saying[0]}" said ${who}. "${saying[1]}"`;
    const [only, ...others] = told(given('engineer Tilda Marn'), given('foreman Oskar Brill'));
    assert.deepEqual(others, []);
    assert.match(only?.join() ?? '', /^conflict,Tilda Marn or Oskar Brill: /);
  });

  it('only differs where one of them is meant by a pronoun', () => {
    const here = `Engineer Tilda Marn came down at noon. "${saying[0]} ${saying[1]}" she said.`;
    const there = `"${saying[0]} ${saying[1]}" said foreman Oskar Brill.`;
    assert.deepEqual(told(here, there).map(([level]) => level), ['differs']); // prettier-ignore
  });

  it('is no other where a name is misprinted', () => {
    const given = (who: string) => `"${saying[0]}" said ${who}. "${saying[1]}"`;
    assert.deepEqual(told(given('foreman Oskar Brill'), given('foreman Brilll')), []);
  });

  it('says nothing of a set phrase', () => {
    assert.deepEqual(told('"This is great," said Tilda Marn.', '"This is great," said Oskar Brill.'), []);
  });
});
