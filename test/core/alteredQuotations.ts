import type { Texts } from './corpusStory';

/** What is changed between the marks of a quotation, in invented sentences: pairs that alter it, and pairs that any outlet may print. */
export interface AlteredPair {
  readonly kind: string;
  readonly isAltered: boolean;
  readonly here: string;
  readonly there: string;
}

/** Invented sentences, each as another translator has it, as the speaker says something like it another day, and with what may be changed in it. */
const SENTENCES = [
  {
    words: 'We will rebuild the old harbour wall before the autumn storms reach our town again',
    translated: 'Before the storms of autumn come back to us we are going to put up the harbour wall once more',
    again: 'We will rebuild the old town hall first, and the harbour wall comes in the autumn',
    swap: ['rebuild', 'repair'],
    drop: 'old ',
    add: ['wall', 'wall completely'],
    clause: 'reach our town again',
    spelled: ['harbour', 'harbor'],
  },
  {
    words: 'Nobody in this council was told that the ferry company had sold its two newest ships',
    translated: 'Not one of us councillors knew of the sale of the two newest vessels by the ferry firm',
    again: 'Nobody in this council was asked, and nobody was told what the ships were worth',
    swap: ['told', 'warned'],
    drop: 'newest ',
    add: ['council', 'council of fools'],
    clause: 'had sold its two newest ships',
    spelled: ['two', '2'],
  },
  {
    words: "The inspectors didn't find a single crack in the northern pillar and they signed the report",
    translated: 'There was no crack in the pillar in the north, the inspectors found, and so they put their names under it',
    again: "The inspectors came twice; they didn't find a crack, and I told them to look again",
    swap: ['signed', 'burned'],
    drop: 'single ',
    add: ['report', 'false report'],
    clause: 'and they signed the report',
    spelled: ["didn't", 'did not'],
  },
  {
    words: 'Every child who walks to the Lindholm school has to cross a road without any traffic light',
    translated: 'All the children on their way to the school of Lindholm must get over a street that has no lights',
    again: 'A child who walks to school has to cross this road, and the council counts cars',
    swap: ['walks', 'cycles'],
    drop: 'any ',
    add: ['road', 'dangerous road'],
    clause: 'without any traffic light',
    spelled: ['Lindholm', 'Lindholm'],
  },
  {
    words: 'Our theatre has lost half of its visitors since the tram stopped and nobody seems to care',
    translated: 'After the end of the tram one of two spectators stayed away from our theatre, and it leaves everybody cold',
    again: 'Our theatre has lost its director, and since the tram stopped it has lost visitors',
    swap: ['half', 'most'],
    drop: 'seems to ',
    add: ['lost', 'already lost'],
    clause: 'and nobody seems to care',
    spelled: ['theatre', 'theater'],
  },
  {
    words: 'I asked the minister for a clear answer on Monday and I am still waiting for his letter',
    translated: 'On Monday I wanted to hear clearly from the minister what he thinks, and to this day he has not written',
    again: 'I asked the minister twice; his letter of Monday was no answer to me',
    swap: ['letter', 'apology'],
    drop: 'clear ',
    add: ['waiting', 'waiting patiently'],
    clause: 'and I am still waiting for his letter',
    spelled: ['I am', "I'm"],
  },
  {
    words: 'The orchards and the vineyards of this valley were organised by farmers long before the company came',
    translated: 'Peasants had laid out the fruit gardens and vines here an age before any firm arrived',
    again: 'The vineyards of this valley belong to the farmers, and the company knows that',
    swap: ['farmers', 'monks'],
    drop: 'long ',
    add: ['valley', 'beautiful valley'],
    clause: 'long before the company came',
    spelled: ['organised', 'organized'],
  },
  {
    words: 'Ten percent of the seed money went into a house by the lake that no farmer has ever seen',
    translated: 'A tenth of what was meant for seed was spent on a villa at the lake, which none of us farmers knows',
    again: 'The seed money went to the lake, and no farmer has seen a coin of it',
    swap: ['house', 'boat'],
    drop: 'seed ',
    add: ['lake', 'frozen lake'],
    clause: 'that no farmer has ever seen',
    spelled: ['percent', 'per cent'],
  },
  {
    words: 'This bridge carried soldiers and brides and coffins and it deserves a better end than scrap metal',
    translated: 'Warriors, wives and the dead went over this bridge: to be sold as old iron is not what it should come to',
    again: 'This bridge deserves a better name, and it carried more than soldiers',
    swap: ['deserves', 'demands'],
    drop: 'better ',
    add: ['end', 'quiet end'],
    clause: 'than scrap metal',
    spelled: ['soldiers and brides', 'soldiers & brides'],
  },
  {
    words: 'My grandmother baked for the whole street during the flood and she never asked for a coin',
    translated: 'While the water stood in the street my grandmother made bread for all, and took no money for it',
    again: 'My grandmother never asked for help in the flood, and the whole street knew her',
    swap: ['asked', 'begged'],
    drop: 'whole ',
    add: ['never', 'never once'],
    clause: 'and she never asked for a coin',
    spelled: ['grandmother', 'grand-mother'],
  },
] as const;

export const alteredPairs: readonly AlteredPair[] = SENTENCES.flatMap((sentence): AlteredPair[] => {
  const { words, translated, again, swap, drop, add, clause, spelled } = sentence;
  const altered = (kind: string, there: string): AlteredPair => ({ kind, isAltered: true, here: words, there });
  const harmless = (kind: string, there: string): AlteredPair => ({ kind, isAltered: false, here: words, there });
  return [
    altered('a word swapped', words.replace(swap[0], swap[1])),
    altered('a word dropped', words.replace(drop, '')),
    altered('a word added', words.replace(add[0], add[1])),
    altered('swapped and dropped', words.replace(swap[0], swap[1]).replace(drop, '')),
    altered('swapped and cut', words.replace(swap[0], swap[1]).split(' ').slice(0, -1).join(' ')),
    altered('added and begun later', words.replace(add[0], add[1]).split(' ').slice(1).join(' ')),
    harmless('an ellipsis', words.replace(drop, '… ')),
    harmless('brackets', words.replace(swap[0], `[${swap[1]}]`)),
    harmless('spelling', words.replace(spelled[0], spelled[1])),
    harmless('cut at the end', words.replace(` ${clause}`, '')),
    harmless('another translation', translated),
    harmless('said another time', again),
  ];
});

/** Two articles of one event, each with its words of one speaker. */
export function articlesOf(here: string, there: string): Texts {
  return {
    'a.txt': `The council of Pellworth met on Monday about the harbour, the ferry and the tram. Mayor Ana Ruiz spoke for an hour.

“${here},” Ana Ruiz said. The meeting in Pellworth ended at ten.`,
    'b.txt': `Mayor Ana Ruiz spoke to the council of Pellworth on Monday, which dealt with the tram, the ferry and the harbour.

Ana Ruiz said: “${there}.” Then the meeting of Pellworth’s council went on.`,
  };
}
