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
