import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

const lead =
  'Ostrel, a small town on the Wenn, talks of nothing else, wrote Berit Kalle of the town hall in her letter to the miller of Ostrel.';

/** Levels of what is told of two sentences in two articles about one event, published on one day. */
function told(here: string, there: string): readonly string[] {
  const text = (sentence: string) => `---\npublished: 2031-05-14\n---\n\n${lead}\n\n${sentence}\n`;
  return corpusOf({ 'a.txt': text(here), 'b.txt': text(there) })
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

type Pair = readonly [here: string, there: string];

const kinds: Readonly<Record<string, { readonly told: readonly Pair[]; readonly none: readonly Pair[] }>> = {
  'a year or a day of a deed': {
    told: [
      ['The water mill was built in 1791.', 'Built in 1719, the water mill is the oldest house of Ostrel.'],
      ['The guild bought the granary in 2014.', 'The granary was bought by the guild in 2009.'],
      ['The storm began on 4 May.', 'Ostrel saw a storm. It had started on 9 May.'],
      ['The granary, which burned down on 14 August 2029, was never insured.', 'The old granary had burned to the ground on 14 July 2029.'],
      ['The toll takes effect on 1 September.', 'The toll on the bridge is to come into force on 1 November.'],
      ['The ferry will reopen in spring.', 'The ferry will reopen in autumn.'],
      ['The granary of Vell will reopen on 3 June.', 'The granary of Vell is to open again on 17 June.'],
      ['The coopers have been on strike since 7 May.', 'The strike of the coopers started on 2 May.'],
      ['The Wennbach weir was opened in 1952.', 'The Wennbach weir is old. Wennbach was opened in 1925 by a bishop.'],
    ],
    none: [
      ['The water mill was built in 1791.', 'The water mill was rebuilt in 1822.'],
      ['The water mill was built in 1791.', 'The wind mill was built in 1719.'],
      ['The guild bought the granary in 2014.', 'The guild bought the orchard in 2019.'],
      ['The granary closed in 2011.', 'The granary closed its canteen in 2009.'],
      ['The ferry was to have reopened in spring.', 'The ferry will reopen in autumn.'],
      ['The siege of Ostrel began on 4 April.', 'The siege of Ostrel ended on 2 May.'],
      ['The toll applies from 1 September.', 'The toll was announced on 1 March.'],
      ['Prices in Ostrel have risen since 2027.', 'Since 2021 prices in Ostrel have gone up.'],
      ['The council opened the first weir in 1931.', 'The council opened the second weir in 1974.'],
    ],
  },
  'an hour': {
    told: [['The barge Swallow ran aground off Elm Point shortly before 7 a.m.', 'A barge ran aground off Elm Point just after 9 a.m.']],
    none: [
      ['The barge Swallow ran aground off Elm Point shortly before 7 a.m.', 'The barge Swallow ran aground off Elm Point at 6.50 a.m.'],
      ['The barge Swallow ran aground shortly before 7 a.m.', 'Divers reached the barge Swallow just after 9 a.m.'],
    ],
  },
  'how long something lasts': {
    told: [
      ['The nine-week trial heard the miller.', 'The trial had lasted six weeks.'],
      ['The hearing lasted three weeks.', 'The five-week hearing ended on Tuesday.'],
    ],
    none: [
      ['The hearing lasted three weeks.', 'The last part of the hearing lasted two days.'],
      ['The hearing lasted less than a month.', 'The hearing lasted two days.'],
    ],
  },
  'a length, a weight': {
    told: [
      ['The weir is 800 metres long.', 'The weir has a length of 1.2 kilometres.'],
      ['The bell weighs 900 kilograms.', 'The bell has a weight of two tonnes.'],
      ['The shaft lies 340 metres below ground.', 'The men are in a shaft 430 metres below the surface.'],
    ],
    none: [
      ['The weir is 800 metres long.', 'The road to the weir is 2 kilometres long.'],
      ['The mast is 120 metres high.', 'The mast is 394 feet tall.'],
      ['The weir is 800 metres long.', 'The weir is 12 metres high.'],
    ],
  },
  'a share, a part': {
    told: [
      ['Half of the beds in Ostrel are empty.', 'Nine out of ten of the beds in Ostrel are empty.'],
      ['Turnout at the ballot was 38 per cent.', 'Sixty-one per cent of voters turned out for the ballot.'],
      [
        'The deal raises pay by 4.5 per cent this year and by 3 per cent next year.',
        'Under the deal pay will go up 5.4 per cent this year.',
      ],
    ],
    none: [
      ['A third of the poplars were felled.', 'Thirty-four per cent of the poplars were felled.'],
      [
        'The deal raises pay by 4.5 per cent this year and by 3 per cent next year.',
        'Under the deal pay will go up 3 per cent in the second year.',
      ],
      ['Shares of the mill fell 4 per cent on Monday.', 'Shares of the mill were down 6 per cent by Tuesday noon.'],
    ],
  },
  'votes, spectators, minutes of a game': {
    told: [
      ['The council approved the bylaw 61-38.', 'The bylaw was approved by 68 votes to 31 in the council.'],
      ['A crowd of 41,300 saw Ole Marn score the opening goal.', 'Herons won before a crowd of 43,100.'],
      ['Ole Marn scored the opening goal in the 12th minute.', 'Ole Marn opened the scoring in the 21st minute.'],
      ['Captain Ivo Dance was sent off in the 14th minute.', 'Ivo Dance, the captain, saw red after 41 minutes.'],
    ],
    none: [
      ['Ole Marn scored the opening goal in the 12th minute.', 'Ole Marn opened the scoring after 11 minutes.'],
      ['Ole Marn scored the first goal in the 12th minute.', 'Ole Marn scored the second goal in the 41st minute.'],
    ],
  },
  'how many live, work, leave': {
    told: [
      ['The hamlet of Osk has 1,100 inhabitants.', 'Only 700 people live in the hamlet of Osk.'],
      ['Vell Glass employs 1,900 people.', 'Vell Glass has a workforce of 1,300.'],
      ['Some 3,200 residents were ordered to leave.', 'Some 2,300 residents of Ostrel were ordered to leave their homes.'],
    ],
    none: [
      ['The hamlet of Osk has 1,100 inhabitants.', 'The parish of Vell has 2,300 inhabitants.'],
      ['The brickworks employs 610 people.', 'A second brickworks of the firm has 440 workers.'],
    ],
  },
  'a share': {
    told: [
      [
        'Unemployment in Vell rose to 7.4 per cent, the mayor said.',
        'The jobless rate in Vell climbed to 6.9 per cent, according to the mayor.',
      ],
    ],
    none: [['Unemployment in Vell rose to 7.4 per cent.', 'Turnout in Vell rose to 61 per cent.']],
  },
  'how long somebody stays': {
    told: [],
    none: [['Renn is in Vell for a three-day visit.', 'They spoke of the weir in April. Marn’s visit lasted two days.']],
  },
  'a year that is no year of the deed': {
    told: [],
    none: [['In 2023 the guild sold its kiln to Brandel.', 'Sales of the guild in 2024 were 655 million crowns.']],
  },
  'a sum': {
    told: [
      ['The town will build a park on the slaughterhouse, at a cost of 18 million crowns.', 'The project will cost 24 million crowns.'],
      ['The weir of Vell will cost 14 million crowns.', 'The weir of Vell is to cost 19 million crowns.'],
    ],
    none: [
      ['The guild bought the orchard for 3.1 million crowns.', 'The guild sold the orchard for 4.8 million crowns.'],
      ['Berit Kalle bought the orchard for 3.1 million crowns.', 'Berit Kalle bought the granary for 4.8 million crowns.'],
    ],
  },
};

describe('values that hang on one deed or measure of one thing', () => {
  for (const [kind, { told: pairs, none }] of Object.entries(kinds)) {
    for (const [here, there] of pairs)
      it(`${kind} is told: ${here} ${there}`, () => {
        const found = told(here, there);
        assert.equal(found.length, 1, found.join('\n'));
        assert.match(found[0] ?? '', /^conflict: /);
      });
    for (const [here, there] of none)
      it(`${kind} of something else is not: ${here} ${there}`, () => {
        assert.deepEqual(told(here, there), []);
      });
  }
});
