import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

const lead =
  'The curling club of Brenholt held its yearly tournament on Friday, and Orla Fenwick of the Thistles was watched by the whole of Brenholt.';

/** What is told of two sentences in two articles about one event. */
function told(here: string, there: string, published: Readonly<Record<string, string>> = {}): readonly string[] {
  return corpusOf({ 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` }, published)
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

const contradictions: readonly (readonly [what: string, here: string, there: string, told: string])[] = [
  [
    'a crowd, by two nouns for it',
    'The Thistles won in front of 31,204 spectators.',
    'The Thistles won in front of 13,204 fans.',
    'conflict: “31,204 spectators” against “13,204 fans”',
  ],
  [
    'those who protested, as people and as protesters',
    'About 300 people protested outside the rink against the ice machine.',
    'Some 900 protesters gathered outside the rink against the ice machine.',
    'conflict: “About 300 people” against “Some 900 protesters”',
  ],
  [
    'a share in per cent',
    'The members voted for new brooms by 81 per cent.',
    'The members voted for new brooms by 67 per cent.',
    'conflict: “81 per cent” against “67 per cent”',
  ],
  [
    'a share with its sign',
    'The members voted for new brooms by 81%.',
    'The members voted for new brooms by 67%.',
    'conflict: “81%” against “67%”',
  ],
  [
    'how long a ban lasts',
    'Fenwick was banned for nine years for waxing the ice.',
    'Fenwick was banned for eight years for waxing the ice.',
    'conflict: “nine years for waxing” against “eight years for waxing”',
  ],
  [
    'how long somebody must go to prison, in other words',
    'A court in Brenholt sentenced Fenwick to six years in prison for the theft of a stone.',
    'Fenwick must go to prison for four years for the theft of a stone, the court in Brenholt ruled.',
    'conflict: “six years in prison” against “four years”',
  ],
  [
    'how a game ended',
    'The Thistles beat the Herons of Lower Brenholt 7-3 in the final.',
    'The Thistles of Brenholt won 7-4 against the Herons in the final.',
    'conflict: “7-3” against “7-4”',
  ],
  [
    'how a vote ended',
    'The club voted 22 to 17 for a new roof of the rink.',
    'The club voted 24 to 15 for a new roof of the rink.',
    'conflict: “22 to 17” against “24 to 15”',
  ],
  [
    'nobody, and somebody of whom it is told how badly',
    'Nobody was hurt when the scoreboard fell, the police of Brenholt said.',
    'Three of the players were seriously injured when the scoreboard fell, the police of Brenholt said.',
    'conflict: “Nobody was hurt” against “Three of the players were seriously injured”',
  ],
  [
    'a part of one whole',
    'The Thistles hold 48 of the 130 seats in the rink.',
    'The Thistles hold 44 seats in the rink.',
    'conflict: “48 of the 130 seats” against “44 seats”',
  ],
  [
    'an act and its refusal',
    'Chairman Piet Solberg resigned on Friday after the quarrel about the ice.',
    'Chairman Piet Solberg refused to resign on Friday after the quarrel about the ice.',
    'conflict: “resigned” against “refused to resign”',
  ],
  [
    'a state and its denial',
    'The man who broke into the rink at Brenholt was armed, police in Kolby said.',
    'The man who broke into the rink at Brenholt was not armed, police in Kolby said.',
    'conflict: “armed” against “not armed”',
  ],
  [
    'the home of a person who is named',
    'A stone hit Tessa Quayle, 29, of Harrowfell, on the knee.',
    'A stone hit Tessa Quayle, a teacher from Selbrook, on the knee.',
    'differs: “Tessa Quayle, 29, of Harrowfell” against “Tessa Quayle, a teacher from Selbrook”',
  ],
  [
    'the home of somebody without a name',
    'A stone hit a Harrowfell woman who had come to watch.',
    'A stone hit a 40-year-old woman from Selbrook who had come to watch.',
    'differs: “a Harrowfell woman” against “a 40-year-old woman from Selbrook”',
  ],
];

const alike: readonly (readonly [what: string, here: string, there: string])[] = [
  [
    'shares of two years',
    'The members voted for new brooms by 81 per cent.',
    'In 2024 the members had voted for new brooms by 67 per cent.',
  ],
  [
    'a share and the same, rounded',
    'The members voted for new brooms by 81.3 per cent.',
    'The members voted for new brooms by 81 per cent.',
  ],
  ['what is expected and what came', 'The club had expected 900 guests at the rink.', 'The club had 600 guests at the rink.'],
  ['a rate and a sum', 'The club pays 900 crowns a month for the ice of the rink.', 'The club paid 1,400 crowns for the ice of the rink.'],
  [
    'what then happened elsewhere in time',
    'The accident in the rink killed four people.',
    'In 2019 the roof of the rink fell in. Nine people were killed in the accident in the rink.',
  ],
  [
    'some who are badly hurt among all who are',
    'Three of the players were seriously injured when the scoreboard fell.',
    'Eight players were injured when the scoreboard fell.',
  ],
  ['a part of one whole and the whole', 'The Thistles hold 48 of the 130 seats in the rink.', 'The rink has 130 seats.'],
  [
    'the most somebody may get, and what was asked for',
    'Fenwick was sentenced to six years in prison for the theft of a stone.',
    'Fenwick faces up to nine years in prison for the theft of a stone.',
  ],
  [
    'a time in months and in years',
    'A court in Brenholt sentenced Fenwick to three years in prison for the theft of a stone.',
    'A court in Brenholt sentenced Fenwick to 36 months in jail for the theft of a stone.',
  ],
  [
    'when something was, and how long it lasts',
    'Fenwick was banned for nine years for waxing the ice.',
    'Fenwick was banned two years ago for waxing the ice.',
  ],
  [
    'the scores of two games',
    'The Thistles beat the Herons of Lower Brenholt 7-3 in the final.',
    'The Otters beat the Magpies 7-4 in the match for the third place.',
  ],
  [
    'half of a game and all of it',
    'The Thistles beat the Herons of Brenholt 7-3.',
    'The Thistles and the Herons of Brenholt drew 2-2 in the first half.',
  ],
  [
    'an act and a call for it',
    'Chairman Piet Solberg refused to resign on Friday after the quarrel about the ice.',
    'Members urged chairman Piet Solberg to resign on Friday after the quarrel about the ice.',
  ],
  [
    'a town and its country',
    'A stone hit a Harrowfell woman who had come to watch.',
    'A stone hit a 40-year-old woman from Scotland who had come to watch.',
  ],
  [
    'homes of which one article knows both',
    'A stone hit a Harrowfell woman who had come to watch.',
    'A stone hit a 40-year-old woman from Selbrook near Harrowfell who had come to watch.',
  ],
];

describe('what two reports of one event say of one thing', () => {
  for (const [what, here, there, expected] of contradictions) {
    it(`is a contradiction: ${what}`, () => {
      assert.deepEqual(told(here, there), [expected]);
    });
  }
  for (const [what, here, there] of alike) {
    it(`is none: ${what}`, () => {
      assert.deepEqual(told(here, there), []);
    });
  }
});
