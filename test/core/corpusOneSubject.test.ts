import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

/** Two articles of one subject that tell much beside it of their own. */
const harbour =
  'The harbour board of Quellin met on Friday over the dredging of the Quellin channel, which fishermen and the pilots of the harbour have asked for.';
const here = `${harbour}\n\nThe orchestra of the town rehearsed an oratorio by a forgotten organist. Beekeepers complained of mites. Cherries ripened early in the orchards of the monastery.`;
const there = `${harbour}\n\nA ski instructor taught slalom to pensioners. The bakery sold out of rye loaves. Astronomers at the observatory waited for a comet behind clouds.`;

function told(a: string, b: string, published: Readonly<Record<string, string>> = {}): readonly string[] {
  return corpusOf({ 'a.txt': `${here}\n\n${a}`, 'b.txt': `${there}\n\n${b}` }, published)
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

describe('articles of one subject are not told to contradict each other by', () => {
  for (const [what, a, b] of [
    [
      'sums that are for different things',
      'The pilots paid $2.4 million into the fund of the channel last month.',
      'The dredgers took $9.1 million out of a reserve for the channel.',
    ],
    [
      'sums of two currencies',
      'The auction for the lighthouse of Quellin raised £777,000 in three hours.',
      'The auction for the lighthouse of Quellin raised $1.9 million in a day.',
    ],
    [
      'a count that one of them has, too, beside its own',
      'The plan for the channel names 14 villages with wells and 36 villages without any.',
      'The plan for the channel names 36 villages.',
    ],
    [
      'counts of one noun in other company',
      'The harbour board hired 251 people for its kitchens.',
      'A rival shipyard keeps 130 people in its loft.',
    ],
    [
      'nobody, where no harm is denied',
      'The report has no bearing on the charges against the pilots.',
      'Two pilots were charged over the report.',
    ],
    [
      'an office that is sought and a man who is held',
      'Both pilots of the harbour are seeking a seat on the board of Quellin.',
      'A pilot of the harbour was arrested in Quellin on his way to the board.',
    ],
    [
      'pictures of other days',
      'Fishermen outside the harbour of Quellin, May 20, 2031. REUTERS/Otto Brandel',
      'Fishermen outside the harbour of Quellin, May 21, 2031. REUTERS/Otto Brandel',
    ],
    [
      'an hour in figures that may be one of the evening',
      'The board put the fireworks over the harbour of Quellin at 10:00.',
      'The board put the fireworks over the harbour of Quellin at 10 p.m.',
    ],
    [
      'two days on which different things were done',
      'Crews of the harbour of Quellin towed a barge out of the channel late on 5 May.',
      'Crews of the harbour of Quellin painted a barge in the channel on 8 May.',
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(told(a, b, { 'a.txt': '2031-05-22', 'b.txt': '2031-05-22' }), []);
    });
  }

  it('but are by a count of one thing in one sentence', () => {
    assert.deepEqual(
      told('The dredgers sank 31 barges in the mouth of the channel.', 'The dredgers sank 13 barges in the mouth of the channel.'),
      ['conflict: “31 barges” against “13 barges”'],
    );
  });

  it('and only differ where those of a kind may be among all', () => {
    assert.deepEqual(
      told(
        'Twelve people were killed when the channel flooded a tunnel, the harbour police said.',
        'Four divers were killed when the channel flooded a tunnel, the harbour police said.',
      ),
      ['differs: “Twelve people” against “Four divers”'],
    );
  });

  it('and are by a person of whom one says that he is sought and the other that he is held', () => {
    assert.deepEqual(
      told(
        'Police in Quellin were seeking a man who had run from the harbour with an axe.',
        'Police in Quellin were holding a man who had run from the harbour with an axe.',
      ),
      ['conflict: “seeking” against “holding”'],
    );
  });
});

describe('reports of one event contradict each other by', () => {
  const lead = 'A crane fell onto the deck of the ferry Ludmila in Quellin on Friday while divers cleaned her rudder.';
  const of = (a: string, b: string) =>
    corpusOf({ 'a.txt': `${lead}\n\n${a}`, 'b.txt': `${lead}\n\n${b}` })
      .conflicts()
      .map(({ level = 'conflict', message }) => `${level}: ${message}`);

  it('things that were done, and that were not done at all', () => {
    assert.deepEqual(
      of('The captain said that no flares were fired from the deck.', 'The captain said that nine flares were fired from the deck.'),
      ['conflict: “no flares” against “nine flares”'],
    );
  });

  it('counts behind which no verb stands, though the noun could be one', () => {
    assert.deepEqual(of('The rescue had the help of 3,400 volunteers.', 'The rescue had the help of 4,300 volunteers.'), [
      'conflict: “3,400 volunteers” against “4,300 volunteers”',
    ]);
  });

  it('the first of things that are told in one row', () => {
    assert.deepEqual(of('The crane crushed four cars and a lorry.', 'The crane crushed five cars and a lorry.'), [
      'conflict: “four cars” against “five cars”',
    ]);
  });
});
