import type { Texts } from './corpusStory';

/** An invented story in three outlets, with what contradicts what: words that two of the passages must hold. */
export interface ConflictStory {
  readonly name: string;
  readonly texts: Texts;
  readonly conflicts: readonly { readonly kind: string; readonly words: readonly (readonly [uri: string, words: string])[] }[];
}

export const conflictStories: readonly ConflictStory[] = [
  {
    name: 'a ferry aground',
    texts: {
      'echo.txt': `The ferry Halcyon ran aground off Pellworth early on Saturday, and 14 passengers were injured, the coast guard said.

Three of the injured were in serious condition, said Marta Quill, a spokeswoman for Pellworth hospital. Six people were kept in hospital overnight.

Captain Jonas Reed, 54, had commanded the ferry for nine years. "The beacon on the southern reef was dark," Reed told reporters.

The shipping company Norland Lines put the damage at $12 million. Divers began to pump oil out of the tanks on Sunday. In 1987 a freighter sank on the same reef, killing 21 sailors.`,
      'mirror.txt': `At least 22 passengers were injured when the ferry Halcyon ran aground on a reef off Pellworth on Saturday morning.

Doctors said one of the wounded was in a serious condition. Nine people remained in the hospital on Saturday night.

"The beacon on the southern reef was not dark," said Jonas Reed, 57, the captain. He had taken a nap before the accident, a sailor said.

Norland Lines, which owns the ship, estimated the damage at $30 million. The minister of transport, Ida Falk, is to visit Pellworth on Monday.`,
      'daily.txt': `PELLWORTH - Rescuers brought 160 people ashore after the ferry Halcyon hit a reef on Saturday. Some 20 passengers were hurt.

"We could see the lights of the harbour and nobody told us anything," said Anna Brook, a passenger.

Police are searching for the first officer, who left the ship in a dinghy. The minister of transport, Ida Falk, visited a shipyard in Cray for two hours on Friday.`,
    },
    conflicts: [
      {
        kind: 'number',
        words: [
          ['echo.txt', '14 passengers'],
          ['mirror.txt', '22 passengers'],
        ],
      },
      {
        kind: 'number',
        words: [
          ['echo.txt', 'Three of the injured'],
          ['mirror.txt', 'one of the wounded'],
        ],
      },
      {
        kind: 'number',
        words: [
          ['echo.txt', 'Six people'],
          ['mirror.txt', 'Nine people'],
        ],
      },
      {
        kind: 'number',
        words: [
          ['echo.txt', '54'],
          ['mirror.txt', '57'],
        ],
      },
      {
        kind: 'number',
        words: [
          ['echo.txt', '$12 million'],
          ['mirror.txt', '$30 million'],
        ],
      },
      {
        kind: 'wording',
        words: [
          ['echo.txt', 'dark'],
          ['mirror.txt', 'not dark'],
        ],
      },
    ],
  },
  {
    name: 'a museum robbed',
    texts: {
      'globe.txt': `Thieves stole four paintings from the Lindqvist Museum in Osterby on Tuesday night, police said.

Two men cut a hole into the roof at around 11 p.m., according to a guard. "They knew exactly where the cameras were," said museum director Greta Holm.

Police arrested a man in connection with the theft on Wednesday, spokesman Erik Dahl of the Osterby police said. The paintings are worth 8 million crowns, the museum said.

A video of the men, posted on YouTube by "NightOwl77x", was watched 40,000 times.`,
      'standard.txt': `Seven paintings were stolen from the Lindqvist Museum in Osterby on Monday night, police said on Wednesday.

"They knew exactly where the cameras were," said Erik Dahl, a police spokesman. The men came through the roof at about 3 a.m., he said.

Police were still hunting a man in connection with the theft on Wednesday. The collection of the museum, worth 900 million crowns, was given to the city in 1951. A guard who was on duty that night is 61.`,
      'post.txt': `Police in Osterby have no trace of the paintings that were taken from the Lindqvist Museum.

"We do not believe that it was an inside job," a police officer said. The director, Greta Holm, said the alarm had been switched off.

The museum had 52,000 visitors last year. The men were filmed by a neighbour; the video appeared under the user name "OsterbyWatch2".`,
    },
    conflicts: [
      {
        kind: 'number',
        words: [
          ['globe.txt', 'four paintings'],
          ['standard.txt', 'Seven paintings'],
        ],
      },
      {
        kind: 'date',
        words: [
          ['globe.txt', 'Tuesday night'],
          ['standard.txt', 'Monday night'],
        ],
      },
      {
        kind: 'date',
        words: [
          ['globe.txt', '11 p.m.'],
          ['standard.txt', '3 a.m.'],
        ],
      },
      {
        kind: 'speaker',
        words: [
          ['globe.txt', 'They knew exactly'],
          ['standard.txt', 'They knew exactly'],
        ],
      },
      {
        kind: 'state',
        words: [
          ['globe.txt', 'arrested'],
          ['standard.txt', 'hunting'],
        ],
      },
      {
        kind: 'name',
        words: [
          ['globe.txt', 'NightOwl77x'],
          ['post.txt', 'OsterbyWatch2'],
        ],
      },
    ],
  },
  {
    name: 'a strike, told without contradictions',
    texts: {
      'wire.txt': `Some 900 tram drivers in Vellin walked off the job on Thursday, the union said. The strike is the second this year; the first, in February, lasted three days.

"We have not had a rise since 2019," union leader Paula Stern said. The drivers ask for 6 percent. The city has offered 4 percent.

Mayor Leo Hart, 48, flies to Brussels on Friday for a two-day visit.`,
      'journal.txt': `About 1,000 drivers joined the strike that stopped the trams of Vellin on Thursday. Twelve lines were closed, three ran with replacement buses.

Union leader Paula Stern, who is to spend four days at a congress in Oslo next week, said that the drivers had had no rise since 2019. "The mayor does not answer letters," she said.

By Thursday evening two of the twelve lines were running again.`,
      'herald.txt': `VELLIN - Commuters walked on Thursday. Of the 1,400 employees of the tram company, more than 850 stayed at home.

"We have not had a rise in years," a driver said. Stern said talks would go on next week. The mayor's office said the offer of 4 percent stood.

A strike of bus drivers in Karsk ended on Wednesday after five days; 300 drivers had taken part. Five people were slightly hurt when a bus there hit a wall.`,
    },
    conflicts: [],
  },
  {
    name: 'a minister resigns',
    texts: {
      'tribune.txt': `Minister of agriculture Viktor Sand resigned on Wednesday, hours after prosecutors opened an inquiry into 17 contracts.

"I have done nothing wrong and I will return," Sand said in a statement. The prime minister, Nora Feld, accepted his resignation at noon.

Sand, 62, had been in office for six years. Prosecutor Karl Wiese said that the minister had taken money from the seed company Agrosol. The ministry employs 3,000 people.`,
      'chronicle.txt': `The minister of agriculture, Viktor Sand, stepped down on Wednesday over an inquiry into 25 contracts with the seed company Agrosol.

"I have done nothing wrong and I may return," Sand said in a statement.

Prime minister Nora Feld accepted his resignation and will name a successor within a week. Opposition leader Hugo Barr called for an election. The inquiry of 2016 concerned 4 contracts of another ministry.`,
      'observer.txt': `Hugo Barr asked for an early election on Thursday after the fall of the minister of agriculture. "The whole cabinet knew about the seed money," said Barr.

Nora Feld rejected the demand. "The whole cabinet knew about the seed money," said Karl Wiese, the prosecutor, according to the news site Klar.

Sand spent Thursday at his farm. Officials said he will stay in parliament, where he has had a seat for 20 years.`,
    },
    conflicts: [
      {
        kind: 'number',
        words: [
          ['tribune.txt', '17 contracts'],
          ['chronicle.txt', '25 contracts'],
        ],
      },
      {
        kind: 'wording',
        words: [
          ['tribune.txt', 'I will return'],
          ['chronicle.txt', 'I may return'],
        ],
      },
    ],
  },
];
