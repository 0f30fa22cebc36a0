import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

const lead =
  'The salt works of Dunmarrow were the talk of the village on Friday, and Hedda Morane of the saltmakers’ guild spoke for an hour before the hall.';

/** Levels of what is told of two sentences in two articles about one event. */
function told(here: string, there: string): readonly string[] {
  return corpusOf({ 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` })
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

type Pair = readonly [here: string, there: string];

interface Kind {
  readonly conflict?: readonly Pair[];
  readonly differs?: readonly Pair[];
  readonly none: readonly Pair[];
}

const kinds: Readonly<Record<string, Kind>> = {
  'one name in one office': {
    conflict: [
      ['The guild’s treasurer, Otto Brannick, opened the gate.', 'Emil Brannick, the treasurer of the guild, opened the gate.'],
      ['The guild’s artistic director, Vera Quell, left early.', 'Vera Hollin, artistic director of the guild, left early.'],
      ['The captain of the barge, Otto Brannick, slept.', 'The captain, Emil Brannick, slept.'],
    ],
    none: [
      ['The guild’s treasurer, Bob Brannick, opened the gate.', 'Robert Brannick, the treasurer of the guild, opened the gate.'],
      ['The guild’s treasurer, O. Brannick, opened the gate.', 'Otto Brannick, the treasurer of the guild, opened the gate.'],
      ['The guild’s treasurer, Otto Brannick, opened the gate.', 'Emil Brannick, a brother of the treasurer, opened the gate.'],
      ['The guild’s treasurer, Otto Brannick, opened the gate.', 'Emil Brannick, the treasurer of the rowing club, swept the yard.'],
      ['The guild’s former treasurer, Otto Brannick, wept.', 'Emil Brannick, the treasurer of the guild, wept.'],
    ],
  },
  'two people in one office': {
    conflict: [['Salt Minister Nils Aber stepped down over the lease.', 'Salt Minister Sven Tolk stepped down over the lease.']].map(
      ([here = '', there = '']) => [here.replaceAll('Salt', 'Health'), there.replaceAll('Salt', 'Health')] as const,
    ),
    none: [['Health Minister Nils Aber stepped down over the lease.', 'The new Health Minister, Sven Tolk, defended the lease.']],
  },
  'what somebody is': {
    conflict: [
      ['Odile Renn, who chairs the guild, wept.', 'Odile Renn, the guild’s treasurer, wept.'],
      ['Odile Renn, the guild’s finance director, wept.', 'Odile Renn, the guild’s chief engineer, wept.'],
      ['Senator Piet Loom, a Republican, came by boat.', 'Senator Piet Loom, a Democrat, came by boat.'],
      ['The driver’s uncle, Piet Loom, came by boat.', 'The driver’s brother, Piet Loom, came by boat.'],
    ],
    differs: [['The driver’s brother, Piet Loom, called the guild.', 'The driver’s neighbour, Piet Loom, called the guild.']],
    none: [
      ['Odile Renn, the guild’s treasurer, wept.', 'Odile Renn, a mother of three, wept.'],
      ['Odile Renn, the guild’s treasurer, wept.', 'Odile Renn, who chairs the rowing club, wept.'],
      ['The driver’s brother, Piet Loom, came by boat.', 'Piet Loom, the father of two girls, came by boat.'],
      ['Jon Brack, the captain of the eleven, limped.', 'Jon Brack, the goalkeeper of the eleven, limped.'],
    ],
  },
  'who did it to whom': {
    conflict: [
      ['Marsh Rovers beat Dune Athletic 3-1 in the derby.', 'Dune Athletic won the derby 3-1 against Marsh Rovers.'],
      ['Saltbank is to buy its smaller rival Brinetrust.', 'Brinetrust will take over Saltbank.'],
      ['The driver of the cart hit the heron.', 'The heron hit the cart.'],
    ],
    none: [
      ['Marsh Rovers beat Dune Athletic 3-1 in the derby.', 'Dune Athletic lost the derby 3-1 to Marsh Rovers.'],
      ['Marsh Rovers beat Dune Athletic 3-1 in the derby.', 'Dune Athletic had won the league match against Marsh Rovers in March.'],
      ['Saltbank is to buy its smaller rival Brinetrust.', 'Brinetrust will be taken over by Saltbank.'],
    ],
  },
  'on which side of something it lies': {
    conflict: [
      ['Carters found a crack near the northern sluice.', 'A crack was discovered by carters close to the southern sluice.'],
      ['Carters found the barrel east of the mill.', 'The barrel was found by carters to the west of the mill.'],
    ],
    none: [
      ['Carters found a crack near the northern sluice.', 'Carters found a rope near the southern sluice.'],
      ['Carters found a crack near the northern sluice.', 'Carters found a crack in the sluice.'],
    ],
  },
  'in which place': {
    differs: [['The stolen barrel was found in Torbeck.', 'Carters found the stolen barrel in Ulmar.']],
    none: [
      ['The stolen barrel was found in Torbeck.', 'The stolen barrel was found in a shed in Ulmar.'],
      ['The stolen barrel was found in Torbeck.', 'The stolen rope was found in Ulmar.'],
      ['The stolen barrel was found in Torbeck.', 'The stolen barrel was found on Monday.'],
    ],
  },
  'who it is': {
    conflict: [
      ['Police named the dead rower as Carl Nyberg.', 'The dead rower was named as Peter Hallin.'],
      ['The medal for bravery went to Hassan Idrin.', 'The medal for bravery was given to Yusuf Bellor.'],
      ['The warden will be succeeded by Hana Kimm.', 'The warden will be succeeded by Yuki Tanab.'],
    ],
    none: [
      ['Police named the dead rower as Carl Nyberg.', 'Police named the injured rower as Peter Hallin.'],
      ['The medal for bravery went to Hassan Idrin.', 'The medal for patience was given to Yusuf Bellor.'],
      ['Police named one of the dead rowers as Carl Nyberg.', 'Police named one of the dead rowers as Peter Hallin.'],
    ],
  },
  'by whom': {
    differs: [['The shed was set on fire by lodgers, Morane said.', 'The shed was set on fire by its owner, Morane said.']],
    none: [
      ['The shed was set on fire by lodgers.', 'The shed was set on fire on Friday.'],
      ['The shed was given to the guild by the founder’s widow.', 'The shed was given to the guild by Lise Holmen.'],
    ],
  },
  'decided, and how': {
    conflict: [
      ['The council passed the bill that caps salt prices.', 'The salt price bill was rejected by the council.'],
      ['The guild board has approved the lease of the old pans.', 'The guild board has yet to vote on the lease of the old pans.'],
      ['The warden signed the salt bill.', 'The warden vetoed the salt bill.'],
      ['Carters threw out the motion to lower the toll.', 'The motion to lower the toll was carried.'],
      ['The bill on tolls was read. Odile Renn voted for the bill.', 'The bill on tolls was read. Odile Renn voted against it.'],
    ],
    none: [
      ['The guild board has approved the lease of the old pans.', 'The guild board has yet to vote on the wages of the carters.'],
      ['Carters threw out the motion to lower the toll.', 'Carters carried a motion to lower the fee for boats.'],
      ['The court acquitted the carter Ute Bock of arson.', 'The court convicted the carter Ute Bock of theft.'],
      ['The jury cleared the carter Ute Bock of manslaughter.', 'Ute Bock was found guilty of forging a bill.'],
    ],
  },
  'done or not': {
    conflict: [
      ['The new sluice has been completed.', 'The new sluice is still unfinished.'],
      ['The salt river has stopped rising.', 'The salt river is still rising.'],
      ['The fire in the yard of the guild has been put out.', 'The fire in the yard of the guild is still burning.'],
      ['Hedda Morane said she would sign a new lease.', 'Hedda Morane said that she would not sign a new lease.'],
      ['The two wardens met in private for an hour.', 'The two wardens never met.'],
    ],
    none: [
      ['The new sluice has been completed.', 'The old sluice is still unfinished.'],
      ['There were strong warnings not to scrap the lease.', 'The warden scrapped the lease.'],
      ['The footbridge is open again.', 'The path beside the footbridge is still closed.'],
    ],
  },
  'from where to where': {
    conflict: [
      ['The barge Lark was on its way from Torbeck to Ulmar.', 'The barge Lark was bound for Torbeck from the island of Ulmar.'],
      ['The convoy drove from Torbeck to Ulmar.', 'The convoy drove from Ulmar to Torbeck.'],
    ],
    none: [
      ['The convoy drove from Torbeck to Ulmar.', 'The convoy drove back from Ulmar to Torbeck.'],
      ['The convoy drove from Torbeck to Ulmar.', 'The mayor drove from Ulmar to Torbeck.'],
      ['Barges go from Torbeck to Ulmar.', 'Barges go from Ulmar to Torbeck.'],
    ],
  },
  'always and never, between marks': {
    conflict: [['“We were never in danger,” Piet Loom said.', '“We were always in danger,” said Piet Loom.']],
    none: [['“We were always in danger,” Piet Loom said.', '“We were in danger,” said Piet Loom.']],
  },
  'somebody whom only the other article calls so': {
    conflict: [
      [
        'The Rovers manager, Lars Ekholm, said he would sign a new contract.',
        'The plans of Ekholm are open. The manager said that he would not sign a new contract.',
      ],
    ],
    none: [
      [
        'The Rovers manager, Lars Ekholm, said he would sign a new contract.',
        'The plans of Brill are open. The manager said that he would not sign a new contract with the brewer.',
      ],
    ],
  },
  'found guilty and cleared': {
    conflict: [
      ['A jury found Jory Tammond guilty of burning the shed, which was built in 1961.', 'Jory Tammond was cleared of arson.'],
      ['A jury found Jory Tammond guilty of setting fire to the shed.', 'Jory Tammond was cleared of arson.'],
    ],
    none: [['A jury found Jory Tammond guilty of arson.', 'A jury found Emil Tammond not guilty of arson.']],
  },
};

describe('who, what, where and whether in two sentences of other words', () => {
  for (const [kind, { conflict = [], differs = [], none }] of Object.entries(kinds)) {
    for (const [level, pairs] of [
      ['conflict', conflict],
      ['differs', differs],
    ] as const)
      for (const [here, there] of pairs)
        it(`${kind}: “${here}” against “${there}”`, () => assert.deepEqual(told(here, there).map((one) => one.split(':')[0]), [level])); // prettier-ignore
    for (const [here, there] of none) it(`${kind}, none: “${here}” beside “${there}”`, () => assert.deepEqual(told(here, there), []));
  }
});
