/** Two versions of an invented article: what the outlet has replaced, and what of it a reader must be told. */
export interface VersionPair {
  readonly title: string;
  readonly article: string;
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** kind: before -> after; - stands for nothing. */
  readonly changes: readonly string[];
}

const quay = `---
outlet: Basin Herald
title: Quay wall gives way in Ostrey
published: "2025-03-12T09:40:00Z"
---

# Quay wall gives way in Ostrey

Eleven people were hurt on Tuesday when a quay wall gave way in the old harbour of Ostrey, the harbour office said.

The wall, which was built in 1931, had been closed to lorries since February 20.

“We had asked for money to mend this wall three times,” said Tilda Marsh, the harbour master. “Nobody answered our letters.”

Repairs will cost about £4.2 million, according to the port authority. The town council has set aside 15 per cent of that sum.

Two ferries were sent to Kelling. Passengers waited for four hours at the quay.

A spokesman for the Ministry of Waters said the inspection had been done by Harrow Engineering in the spring of 2024.

Engineers will begin their work on March 18. “The ground under the wall is still moving,” said Piet Lorne of Harrow Engineering.
`;

const strike = `Drivers of Lindhaven trams walk out for a second day

By Jory Feld

Tram drivers in Lindhaven walked out for a second day on Wednesday, and 62 of 80 trams stayed in their depots.

"We will not go back before the night shifts are paid," the union's leader, Mara Osten, told reporters outside the Sandgate depot.

The tram company offered 3.5% in April. The union asks for 6%.

Ms Osten said that 420 drivers had joined the strike. The company put the number at 310.

Talks are to go on at 9 a.m. on Friday in the town hall. Mayor Colm Verrity said he had called both sides.

"I don't believe that anybody wants a summer without trams," Verrity said.
`;

const flood = `# Villages cut off as the Aune rises

Three villages on the Aune were cut off on Saturday after the river rose by 2.4 metres in a night.

The regional centre said 1,200 people had left their homes in Brede, Osk and Little Tarn.

“People were sitting on the roofs when we came with the boats,” said Henk Dall, who leads the volunteers of Brede.

The army sent 140 soldiers and nine boats. Colonel Ida Brandt said the soldiers would stay until the water fell.

The railway between Osk and Varnholt is to open again on May 6.

“It is the worst flood that I have seen in forty years,” said Rosa Tellin, a farmer from Little Tarn.
`;

export const changedPairs: readonly VersionPair[] = [
  {
    title: 'a figure in digits',
    article: strike,
    edits: [['62 of 80 trams', '58 of 80 trams']],
    changes: ['figure: 62 -> 58'],
  },
  {
    title: 'a figure in words, with the sentence reworded beside it',
    article: quay,
    edits: [['Eleven people were hurt on Tuesday when', 'Fourteen people were injured on Tuesday after']],
    changes: ['figure: Eleven people -> Fourteen people'],
  },
  {
    title: 'a sum of money',
    article: quay,
    edits: [['about £4.2 million', 'about £42 million']],
    changes: ['figure: £4.2 million -> £42 million'],
  },
  {
    title: 'a share',
    article: strike,
    edits: [['asks for 6%', 'asks for 8%']],
    changes: ['figure: 6% -> 8%'],
  },
  {
    title: 'a figure that is taken out',
    article: flood,
    edits: [['1,200 people had left their homes', 'people had left their homes']],
    changes: ['figure: 1,200 people -> -'],
  },
  {
    title: 'how long something took',
    article: quay,
    edits: [['waited for four hours', 'waited for six hours']],
    changes: ['figure: four hours -> six hours'],
  },
  {
    title: 'a surname',
    article: quay,
    edits: [['Piet Lorne of', 'Piet Larsen of']],
    changes: ['name: Piet Lorne -> Piet Larsen'],
  },
  {
    title: 'a whole name',
    article: flood,
    edits: [['Rosa Tellin, a farmer', 'Anneke Moor, a farmer']],
    changes: ['name: Rosa Tellin -> Anneke Moor'],
  },
  {
    title: 'a place',
    article: quay,
    edits: [['ferries were sent to Kelling', 'ferries were sent to Dunmouth']],
    changes: ['name: Kelling -> Dunmouth'],
  },
  {
    title: 'an organisation',
    article: quay,
    edits: [['inspection had been done by Harrow Engineering', 'inspection had been done by Stone Brothers']],
    changes: ['name: Harrow Engineering -> Stone Brothers'],
  },
  {
    title: 'one letter of a name',
    article: flood,
    edits: [['said Henk Dall, who', 'said Henk Dahl, who']],
    changes: ['name: Henk Dall -> Henk Dahl'],
  },
  {
    title: 'a date',
    article: quay,
    edits: [['their work on March 18', 'their work on March 25']],
    changes: ['date: March 18 -> March 25'],
  },
  {
    title: 'a day of the week',
    article: strike,
    edits: [['at 9 a.m. on Friday in', 'at 9 a.m. on Monday in']],
    changes: ['date: 9 a.m. on Friday -> 9 a.m. on Monday'],
  },
  {
    title: 'a year',
    article: quay,
    edits: [['built in 1931', 'built in 1913']],
    changes: ['date: 1931 -> 1913'],
  },
  {
    title: 'words of a quotation',
    article: strike,
    edits: [['"We will not go back before the night shifts are paid,"', '"We may not go back before the night shifts are paid,"']],
    changes: ['quotation: We will not go back before the night shifts are paid -> We may not go back before the night shifts are paid'],
  },
  {
    title: 'a figure in a quotation, told once',
    article: flood,
    edits: [['I have seen in forty years', 'I have seen in thirty years']],
    changes: ['quotation: It is the worst flood that I have seen in forty years -> It is the worst flood that I have seen in thirty years'],
  },
  {
    title: 'a quotation that ends earlier',
    article: quay,
    edits: [['“We had asked for money to mend this wall three times,”', '“We had asked for money to mend this wall,”']],
    changes: ['quotation: We had asked for money to mend this wall three times -> We had asked for money to mend this wall'],
  },
  {
    title: 'a quotation that is taken out with its sentence',
    article: flood,
    edits: [['“People were sitting on the roofs when we came with the boats,” said Henk Dall, who leads the volunteers of Brede.\n\n', '']],
    changes: ['quotation: People were sitting on the roofs when we came with the boats -> -'],
  },
  {
    title: 'a note of correction, with what it is about',
    article: flood,
    edits: [
      ['sent 140 soldiers', 'sent 40 soldiers'],
      [
        'from Little Tarn.\n',
        'from Little Tarn.\n\nCorrection: an earlier version of this article said that the army sent 140 soldiers.\n',
      ],
    ],
    changes: [
      'figure: 140 soldiers -> 40 soldiers',
      'correction: - -> Correction: an earlier version of this article said that the army sent 140 soldiers',
    ],
  },
  {
    title: 'a note of correction alone, as houses put it at the foot',
    article: strike,
    edits: [
      [
        'without trams," Verrity said.\n',
        'without trams," Verrity said.\n\n• This story was amended on 14 June to make clear where the talks are held.\n',
      ],
    ],
    changes: ['correction: - -> This story was amended on 14 June to make clear where the talks are held'],
  },
  {
    title: 'several at once, in a paragraph that has moved',
    article: flood,
    edits: [
      ['The railway between Osk and Varnholt is to open again on May 6.\n\n', ''],
      [
        '# Villages cut off as the Aune rises\n\n',
        '# Villages cut off as the Aune rises\n\nThe railway between Osk and Varnholt is to open again on May 16.\n\n',
      ],
      ['Colonel Ida Brandt', 'Colonel Ida Brask'],
      ['nine boats', '12 boats'],
    ],
    changes: ['date: May 6 -> May 16', 'figure: nine boats -> 12 boats', 'name: Ida Brandt -> Ida Brask'],
  },
];

export const unchangedPairs: readonly VersionPair[] = [
  {
    title: 'slips of the pen, in and out of quotations',
    article: quay.replace('harbour office said', 'harbor ofice siad').replace('Nobody answered our letters', 'Nobody anwsered our leters'),
    edits: [
      ['harbor ofice siad', 'harbour office said'],
      ['Nobody anwsered our leters', 'Nobody answered our letters'],
    ],
    changes: [],
  },
  {
    title: 'white space and line ends',
    article: strike,
    edits: [
      ['By Jory Feld\n\n', 'By  Jory Feld \n\n\n'],
      ['for a second day on Wednesday', 'for a  second day on\u00a0Wednesday'],
    ],
    changes: [],
  },
  {
    title: 'the style of quotation marks, apostrophes and dashes',
    article: strike,
    edits: [
      ['"We will not go back before the night shifts are paid,"', '“We will not go back before the night shifts are paid,”'],
      ["the union's leader, Mara Osten,", 'the union’s leader – Mara Osten –'],
      ['"I don\'t believe that anybody wants a summer without trams,"', '“I don’t believe that anybody wants a summer without trams”,'],
    ],
    changes: [],
  },
  {
    title: 'how figures and dates are written',
    article: flood + quay.slice(quay.indexOf('Repairs')),
    edits: [
      ['1,200 people', '1200 people'],
      ['nine boats', '9 boats'],
      ['£4.2 million', '£4.2m'],
      ['15 per cent', '15%'],
      ['on March 18', 'on 18 March'],
    ],
    changes: [],
  },
  {
    title: 'other wording, and what was only added',
    article: quay,
    edits: [
      ['The wall, which was built in 1931, had been closed to lorries', 'Built in 1931, the wall was closed to heavy lorries'],
      ['Passengers waited for four hours at the quay.', 'Passengers had to wait for four hours at the quay in the rain, and 30 went home.'],
      ['said Tilda Marsh, the harbour master', 'the harbour master, Tilda Marsh, said'],
      [
        'said Piet Lorne of Harrow Engineering.\n',
        'said Piet Lorne of Harrow Engineering.\n\nThe harbour of Venn has offered two cranes. “We lend them gladly,” said its master, Ole Brix, on Thursday.\n',
      ],
    ],
    changes: [],
  },
  {
    title: 'spelling of another house, and contractions',
    article: flood.replace('2.4 metres', '2.4 meters'),
    edits: [
      ['2.4 meters', '2.4 metres'],
      ['It is the worst flood that I have seen', 'It’s the worst flood that I’ve seen'],
    ],
    changes: [],
  },
  {
    title: 'a name that is shortened, or given whole',
    article: strike,
    edits: [
      ['Ms Osten said that', 'Mara Osten said that'],
      ['Mayor Colm Verrity said he', 'Verrity said he'],
    ],
    changes: [],
  },
  {
    title: 'letters of a name in the wrong order',
    article: flood.replace('Rosa Tellin, a farmer', 'Rosa Teliln, a farmer'),
    edits: [['Rosa Teliln, a farmer', 'Rosa Tellin, a farmer']],
    changes: [],
  },
];
