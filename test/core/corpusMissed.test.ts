import assert from 'node:assert/strict';
import { corpusOf, passage } from './corpusStory';

const lead =
  'The cider press of Ravelock was sold at auction on Friday, and Hedda Morane of the growers’ guild spoke for an hour before the hall of Ravelock.';

/** Levels of what is told of two sentences in two articles about one event. */
function told(here: string, there: string): readonly string[] {
  return corpusOf({ 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` })
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

type Pair = readonly [here: string, there: string];

const kinds: Readonly<Record<string, { readonly told: readonly Pair[]; readonly none: readonly Pair[] }>> = {
  'up or down': {
    told: [
      ['The takings of the guild climbed by 9 per cent in the autumn.', 'In the autumn, the takings of the guild dropped by 9 per cent.'],
      ['Shares in the cellar of Ravelock closed up 3.1 per cent.', 'Shares in the cellar of Ravelock closed down 3.1 per cent.'],
    ],
    none: [
      ['The takings of the guild rose 9 per cent in the third quarter.', 'The takings of the guild fell 9 per cent in the second quarter.'],
      ['Sales of pears rose 9 per cent.', 'Sales of apples fell 9 per cent.'],
      ['The sales of the guild rose in the autumn.', 'The bottled sales of the guild fell in the autumn.'],
      ['The price of cider climbed by 9 per cent.', 'The price of cider could drop by 9 per cent.'],
    ],
  },
  'accepted or rejected': {
    told: [
      ['The guild approved the lease of the old barn.', 'The lease of the old barn was turned down by the guild.'],
      ['The auctioneer granted the request of the growers for a pause.', 'The auctioneer refused the request of the growers for a pause.'],
      ['The members backed the new charter by a wide margin.', 'The members voted down the new charter by a wide margin.'],
      ['The council gave the go-ahead to the repair of the cellar roof.', 'The council turned down the repair of the cellar roof.'],
    ],
    none: [
      ['The guild approved the lease of the old barn.', 'The guild turned down the lease of the old mill.'],
      ['The guild approved the lease of the old barn.', 'Last year the guild had rejected the lease of the old barn.'],
      ['The guild accepted the lease of the old barn.', 'Morane had asked the guild to reject the lease of the old barn.'],
      ['The members backed the new charter.', 'A group of older members rejected the new charter.'],
      ['The council approved the repair of the cellar roof.', 'The council first turned down the repair of the cellar roof, then agreed.'],
      ['The council approved the repair of the cellar roof.', 'Should the council have rejected the repair of the cellar roof?'],
    ],
  },
  'confirmed or denied, active or passive': {
    told: [
      ['The loss of two barrels was denied by the cellar.', 'The cellar confirmed the loss of two barrels.'],
      ['The guild confirmed that the cellar had mixed in sugar.', 'That the cellar had mixed in sugar was denied by the guild.'],
    ],
    none: [
      ['The loss of two barrels was denied by the porter.', 'The cellar confirmed the loss of two barrels.'],
      ['Morane admitted that two presses would be sold.', 'Morane denied that forty growers would be dismissed.'],
      ['The cellar denied the loss of two barrels at first.', 'The cellar later confirmed the loss of two barrels.'],
    ],
  },
  'stays or goes, takes place or not': {
    told: [
      ['Hedda Morane is to step down at the end of the harvest.', 'Hedda Morane will stay in office beyond the end of the harvest.'],
      ['The cider feast on the green has been called off.', 'The cider feast on the green will go ahead.'],
      ['The path through the orchards reopens on Sunday.', 'The path through the orchards remains closed on Sunday.'],
    ],
    none: [
      ['The cider feast on the green has been called off.', 'The cider run on the green will go ahead.'],
      ['The growers plan to end the boycott next week.', 'The hall wants the growers to continue the boycott next week.'],
      ['Hedda Morane will stay in office.', 'A rumour that Hedda Morane will leave office is false.'],
      ['The path through the orchards reopens on Sunday.', 'The path through the orchards remained closed on Friday.'],
    ],
  },
  'who said a few words': {
    told: [
      ['“Nobody here will lose apples,” said Hedda Morane.', '“Nobody here will lose apples,” said the cooper Anders Vell.'],
      ['Hedda Morane spoke of “a river of cider”.', 'The cooper Anders Vell spoke of “a river of cider”.'],
    ],
    none: [
      ['Hedda Morane spoke of “a river of cider”.', 'The cooper Anders Vell agreed with Morane about “a river of cider”.'],
      ['Hedda Morane spoke of “a river of cider”.', 'The head of the guild spoke of “a river of cider”.'],
      ['“No comment at this time,” said Hedda Morane.', '“No comment at this time,” said the cooper Anders Vell.'],
    ],
  },
  'where it was': {
    told: [
      ['The signing of the lease took place in Torbeck.', 'The signing of the lease took place in Ulmar.'],
      ['Next spring the guild will open a new press in Torbeck.', 'The guild will open a new press in Ulmar next spring.'],
    ],
    none: [
      ['The signing of the lease took place in Torbeck.', 'The signing of the charter took place in Ulmar.'],
      ['The cooper was born in Torbeck.', 'The cooper lives in Ulmar.'],
      ['The signing of the lease took place in Torbeck.', 'The signing of the lease took place in Ulmar, a part of Torbeck.'],
    ],
  },
  'the minute of a match': {
    told: [['Anders Vell scored the winner in the 87th minute.', 'Anders Vell scored the winner in the 78th minute.']],
    none: [
      ['Anders Vell scored the winner in the 87th minute.', 'Anders Vell hit the post in the 78th minute.'],
      ['Ravelock took the lead after 12 minutes.', 'Ravelock took the lead in the 13th minute.'],
    ],
  },
  'who did it to whom': {
    told: [
      ['The growers’ guild sued the Torbeck Bank over unpaid rent.', 'The Torbeck Bank sued the growers’ guild over unpaid rent.'],
      ['The cart was hit by a milk van near the green.', 'A milk van was hit by the cart near the green.'],
      ['Morane accused Vell of watering the cider.', 'Vell accused Morane of watering the cider.'],
    ],
    none: [
      ['The growers’ guild sued the Torbeck Bank over unpaid rent.', 'The Torbeck Bank was sued by the growers’ guild over unpaid rent.'],
      ['Morane married Vell in the chapel of the orchard.', 'Vell married Morane in the chapel of the orchard.'],
      ['Morane and Vell argued about the barrels.', 'Vell and Morane argued about the barrels.'],
    ],
  },
  'what became of somebody, whatever else is told': {
    told: [
      ['The cooper, Anders Vell, was unhurt.', 'The cooper, Anders Vell, broke an arm and was taken to hospital.'],
      ['A carter, Jory Tamm, was rescued from the mill pond.', 'Jory Tamm, a carter of 58, drowned in the mill pond.'],
      ['The missing drover, Per Halk, was found alive on Sunday.', 'The body of the missing drover, Per Halk, was found on Sunday.'],
      ['Vell was sent off after an hour. Anders Vell is the captain.', 'The captain, Anders Vell, stayed on the pitch to the end.'],
    ],
    none: [
      ['The cooper, Anders Vell, was unhurt.', 'His driver, Ole Brink, broke an arm and was taken to hospital.'],
      ['A carter, Jory Tamm, was rescued from the mill pond.', 'Two dogs drowned in the mill pond.'],
      ['The cooper, Anders Vell, was unhurt.', 'Anders Vell could have broken an arm, a doctor said.'],
      ['Anders Vell was rescued from the mill pond.', 'Anders Vell was rescued from the mill pond, but died on the way to hospital.'],
    ],
  },
  'whether a thing stands or has fallen': {
    told: [
      ['The weir at Oldmere held through the night.', 'The weir at Oldmere gave way before dawn.'],
      ['The village school is undamaged.', 'The village school was destroyed by the flood.'],
      ['The chapel in Torbeck stayed open all day.', 'The chapel in Torbeck was evacuated at noon.'],
    ],
    none: [
      ['The weir at Oldmere held through the night.', 'The weir at Torbeck gave way before dawn.'],
      ['The village school is undamaged.', 'The music school was destroyed by the flood.'],
      ['The chapel in Torbeck was closed on Monday.', 'The chapel in Torbeck has been open since Wednesday.'],
    ],
  },
  'how somebody took it': {
    told: [
      ['Hedda Morane wept when the price was read out.', 'Hedda Morane showed no emotion when the price was read out.'],
      ['The seller, Otto Prahl, said he was delighted.', 'Otto Prahl, who sold it, said he was furious.'],
    ],
    none: [
      ['Hedda Morane wept when the price was read out.', 'Her sister, Ilka Morane, showed no emotion when the price was read out.'],
      ['The seller, Otto Prahl, said he was delighted.', 'The seller, Otto Prahl, said he was not unhappy.'],
    ],
  },
  'for or against, there or away': {
    told: [
      ['Anders Vell urged the growers to accept the charter.', 'Anders Vell called on the growers to fight the charter.'],
      [
        'Ilka Brandt, who leads the young growers, voted against the sale.',
        'Ilka Brandt, the leader of the young growers, voted for the sale.',
      ],
      ['Jon Pettick attended every day of the auction.', 'Jon Pettick stayed away from the auction.'],
    ],
    none: [
      ['Anders Vell backed the charter of the guild.', 'Anders Vell opposed the lease of the cellar.'],
      ['Ilka Brandt voted against the sale of the press.', 'Ilka Brandt voted for the sale of the barn.'],
      ['Jon Pettick attended the auction.', 'Jon Pettick missed the harvest feast.'],
    ],
  },
  'refused to do it, or did it': {
    told: [
      ['Hedda Morane refused to shake hands with the auctioneer.', 'Hedda Morane shook hands with the auctioneer.'],
      ['Anders Vell gave evidence at the hearing.', 'Anders Vell chose not to give evidence at the hearing.'],
      ['Jory Tamm pleaded guilty to the theft of a barrel.', 'Jory Tamm denied the theft of a barrel.'],
    ],
    none: [
      ['Hedda Morane refused to shake hands with the auctioneer.', 'Hedda Morane shook hands with the growers.'],
      ['Jory Tamm pleaded guilty to theft in Torbeck.', 'Jory Tamm denied arson in Torbeck.'],
      ['Hedda Morane refused to meet the bank.', 'Hedda Morane will meet the bank.'],
    ],
  },
  'a few words between marks, turned or altered': {
    told: [
      ['“We know where the barrel is,” said Hedda Morane.', '“We do not know where the barrel is,” said Hedda Morane.'],
      ['“We were ready for this,” said Hedda Morane.', '“Nobody was ready for this,” said Hedda Morane.'],
      ['“We will plant every orchard,” said Hedda Morane.', '“We will plant every hedge,” said Hedda Morane.'],
    ],
    none: [
      ['“We know him,” said Hedda Morane.', '“We do not know her,” said Hedda Morane.'],
      ['“We know where the barrel is,” said Hedda Morane.', '“We do not know where the barrel is,” said Anders Vell.'],
      ['“Do we know where the barrel is?” said Hedda Morane.', '“We do not know where the barrel is,” said Hedda Morane.'],
    ],
  },
  'which office somebody has': {
    told: [
      ['Transport minister Elsa Roon spoke after the auction.', 'Finance minister Elsa Roon spoke after the auction.'],
      ['Sergeant Karl Udd guarded the door of the hall.', 'Inspector Karl Udd guarded the door of the hall.'],
    ],
    none: [
      ['Transport minister Elsa Roon spoke after the auction.', 'Finance minister Otto Roon spoke before the auction.'],
      ['Transport minister Elsa Roon spoke after the auction.', 'Elsa Roon, the former finance minister, spoke after the auction.'],
      ['Sergeant Karl Udd guarded the door of the hall.', 'Detective Sergeant Karl Udd guarded the door of the hall.'],
    ],
  },
  'how old somebody is, in other words': {
    told: [['Per Halk, 61, bought the press. Halk wept.', 'The buyer is Per Halk. Halk, who is 66, wept.']],
    none: [['Per Halk, 61, bought the press.', 'The buyer was led in by the son of Per Halk, who is 36.']],
  },
  'the same with another figure': {
    told: [['Jory Tamm was sentenced to three years in prison.', 'Jory Tamm was jailed for four years.']],
    none: [
      ['Jory Tamm was sentenced to three years in prison.', 'Jory Tamm was jailed for about three and a half years.'],
      ['The mill will close if no buyer is found.', 'The mill will not close if a buyer is found.'],
    ],
  },
  'a quotation without the “not” that turns it': {
    told: [
      ['“It is not, whatever Vell says, a good press for the village,” Morane said.', 'Morane spoke of “a good press for the village”.'],
      [
        '“I would never call this a good year for growers,” Morane told the hall.',
        'Morane told the hall it was “a good year for growers”.',
      ],
    ],
    none: [
      ['“It is a good press for the village, not a toy,” Morane said.', 'Morane spoke of “a good press for the village”.'],
      ['“It is not a good press for the village,” Morane said.', 'Morane denied that it was “a good press for the village”.'],
      ['“I don’t doubt it is a good press for the village,” Morane said.', 'Morane spoke of “a good press for the village”.'],
    ],
  },
};

describe('what two outlets tell the other way round', () => {
  for (const [kind, pairs] of Object.entries(kinds)) {
    for (const [here, there] of pairs.told) it(`${kind}: “${here}” against “${there}”`, () => assert.equal(told(here, there).length, 1));
    for (const [here, there] of pairs.none) it(`${kind}, none: “${here}” beside “${there}”`, () => assert.deepEqual(told(here, there), []));
  }
});

/** What a match is told to say otherwise. */
function shades(here: string, there: string): readonly string[] {
  const texts = { 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` };
  const matches = corpusOf(texts).match(passage(texts, 'a.txt', here));
  assert.ok(matches.length > 0, 'is found');
  return [...new Set(matches.flatMap(({ because }) => because.flatMap(({ kind, text }) => (kind === 'sense' ? [text] : []))))];
}

describe('what a match leaves open, limits or doubts', () => {
  for (const [kind, here, there, said] of [
    [
      'what will be and what could',
      'The press will be closed to visitors from May.',
      'The press could be closed to visitors from May.',
      '“will” against “could”',
    ],
    [
      'all and most',
      'Most of the growers had left the hall before noon.',
      'All of the growers had left the hall before noon.',
      '“most” against “all”',
    ],
    [
      'a doubt left out',
      'The alleged thief worked in the cellar for nine years.',
      'The thief worked in the cellar for nine years.',
      '“alleged” only on one side',
    ],
    [
      'another word in one place',
      'The barn was set alight by lightning, the fire brigade of Ravelock said.',
      'The barn was set alight by children, the fire brigade of Ravelock said.',
      '“lightning” against “children”',
    ],
    [
      'a little word turned',
      'The seal on the door of the cellar broke earlier than planned.',
      'The seal on the door of the cellar broke later than planned.',
      '“earlier” against “later”',
    ],
    [
      'a condition left out',
      '“We will build two new cellars if the bank pays,” Morane said.',
      '“We will build two new cellars,” Morane said.',
      '“if the bank pays” only on one side',
    ],
  ] as const) {
    it(`is told: ${kind}`, () => assert.deepEqual(shades(here, there), [said]));
  }
  for (const [kind, here, there] of [
    ['two words for what may be', 'The press could be closed to visitors from May.', 'The press may be closed to visitors from May.'],
    [
      'two words for most',
      'Most of the growers had left the hall before noon.',
      'The majority of the growers had left the hall before noon.',
    ],
    [
      'two words for a doubt',
      'The alleged thief worked in the cellar for nine years.',
      'The suspected thief worked in the cellar for nine years.',
    ],
    [
      'a condition of both',
      '“We will build two new cellars if the bank pays,” Morane said.',
      'Morane said the guild would build two new cellars if the bank pays.',
    ],
  ] as const) {
    it(`is not told: ${kind}`, () => assert.deepEqual(shades(here, there), []));
  }
});
