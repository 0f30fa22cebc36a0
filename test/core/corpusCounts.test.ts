import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

const lead = 'A ferry struck the pier of Lunde on Friday morning, and divers searched the harbour of Lunde for the rest of the day.';

/** What is told of the counts in two sentences of two articles about one accident. */
function told(here: string, there: string): readonly { readonly level: string | undefined; readonly message: string }[] {
  const texts = { 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` };
  return corpusOf(texts)
    .conflicts()
    .map(({ level, message }) => ({ level, message }));
}

const cases: readonly (readonly [name: string, here: string, there: string, level: 'conflict' | 'differs' | undefined])[] = [
  [
    'nobody against some',
    'None of the passengers were injured, the harbour police said.',
    'Six passengers were injured, the harbour police said.',
    'conflict',
  ],
  [
    'pages joined by a hyphen',
    'The police wrote a 52-page report about the ferry.',
    'The 57-page report of the police about the ferry came out.',
    'conflict',
  ],
  [
    'lives and deaths',
    'The accident of the ferry claimed 6 lives in Lunde.',
    'Nine deaths were reported in Lunde after the accident of the ferry.',
    'conflict',
  ],
  [
    'who died and who was killed',
    'Among the eight people who died in the accident was the captain.',
    'The accident had left five people dead, the captain among them.',
    'conflict',
  ],
  [
    'a least number that is over the other',
    'At least 30 passengers were injured in the accident.',
    'The accident injured 24 passengers.',
    'conflict',
  ],
  [
    'two least numbers far apart',
    'More than 700 passengers were injured in the accident.',
    'More than 300 passengers were injured in the accident.',
    'differs',
  ],
  [
    'two most numbers',
    'The ferry may carry up to 1.6 million passengers a year.',
    'The ferry may carry as many as 1.5 million passengers a year.',
    'differs',
  ],
  [
    'a least number that leaves the other open',
    'At least 8 passengers were injured in the accident.',
    'The accident injured 9 passengers.',
    undefined,
  ],
  ['a rounded number', 'The ferry carried 1,200 passengers on Friday.', 'The ferry carried 1,214 passengers on Friday.', undefined],
  [
    'another place',
    'The storm killed eleven people in Osk before it came to Lunde.',
    'The storm killed four people in Karsk before it came to Lunde.',
    undefined,
  ],
  ['the dead and the injured', 'The accident killed three passengers.', 'The accident injured nine passengers.', undefined],
  [
    'ages',
    'A 40-year-old horse from the stables of Lunde swam ashore.',
    'A 51-year-old sailor from the harbour of Lunde swam ashore.',
    undefined,
  ],
  ['a number in two words', 'About 60 passengers were injured.', 'Sixty-two passengers were injured.', undefined],
  ['a number in two words and another', 'Forty-six passengers were injured.', 'Thirty-one passengers were injured.', 'conflict'],
  [
    'those counted apart and in one sum',
    'Three deckhands and four passengers died in the accident, the harbour master said.',
    'Seven people died in the accident, the harbour master said.',
    undefined,
  ],
  [
    'those counted apart and in another sum',
    'Three deckhands and four passengers died in the accident, the harbour master said.',
    'Eight people died in the accident, the harbour master said.',
    'conflict',
  ],
  [
    'one who is told beside those counted',
    'The pilot and five passengers were killed in the accident.',
    'Six people were killed in the accident.',
    undefined,
  ],
  ['half of a whole', 'Half of the 300 passengers were rescued by a tug.', '150 passengers were rescued by a tug.', undefined],
  ['a part of a whole', 'Tugs towed 35 of 70 barges back to Lunde.', 'Tugs towed 35 barges back to Lunde.', undefined],
  [
    'a count of those with so many hands and another',
    'The fourteen-man Lunde crew left the ferry.',
    'The Lunde crew left the ferry two hours late, with 3 Lunde dogs.',
    undefined,
  ],
  [
    'the same places in another order',
    'In the east 14 barges sank, and in the west 40, the harbour master said.',
    'In the west 40 barges sank, and in the east 14, the harbour master said.',
    undefined,
  ],
  [
    'what is now known',
    'Five passengers drowned in the accident, the harbour police said.',
    'Eight passengers are now known to have drowned in the accident, the harbour police said.',
    'differs',
  ],
  [
    'what was known to be more before',
    'Eight passengers drowned in the accident, the harbour police said.',
    'Five passengers are now known to have drowned in the accident, the harbour police said.',
    'conflict',
  ],
  [
    'a score and those who play',
    'Lunde Anglers 3-1 Osk Rowers\n\nLunde beat Osk on Friday.',
    'Nine-man Osk Rowers lost 3-1 at Lunde Anglers on Friday.',
    undefined,
  ],
];

describe('counts of one thing', () => {
  for (const [name, here, there, level] of cases) {
    it(`${level === undefined ? 'say nothing of' : level === 'conflict' ? 'contradict each other:' : 'differ:'} ${name}`, () => {
      assert.deepEqual(
        told(here, there).map((conflict) => conflict.level),
        level === undefined ? [] : [level],
      );
    });
  }

  it('stand together with what else the articles say of it, three places an article at most', () => {
    const again = 'Six passengers were injured when the ferry struck the pier.';
    const texts = {
      'a.txt': `${lead}\n\nSix passengers were injured.\n\n${again}\n\n${again}\n\n${again}`,
      'b.txt': `${lead}\n\nNo passengers were injured when the ferry struck the pier.`,
    };
    const [conflict, ...others] = corpusOf(texts).conflicts();
    assert.deepEqual(others, []);
    assert.ok(conflict && conflict.passages.filter(({ uri }) => uri === 'a.txt').length <= 3);
  });
});
