import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

/** Sentences that say themselves that they tell of two things, or of two times, and such as do not. */
// prettier-ignore
const pairs: readonly (readonly [told: boolean, what: string, here: string, there: string])[] = [
  [false, 'the eastern one and the western one', 'The eastern lock of Brod harbour will be closed from 4 to 9 June.', 'Brod harbour’s western lock will be shut from 18 to 30 June.'],
  [true, 'one lock', 'The eastern lock of Brod harbour will be closed on 4 June.', 'Brod harbour’s eastern lock will be closed on 18 June.'],
  [false, 'the north one and the south one', 'The north tower of the minster at Brod is 60 metres high.', 'The south tower of the minster at Brod is 54 metres high.'],
  [false, 'the first one and the second one', 'The first well of the Brod farm is 30 metres deep.', 'At the Brod farm the second well goes down to 54 metres.'],
  [true, 'the first one twice', 'The first well of the Brod farm is 30 metres deep.', 'The first well of the Brod farm is 54 metres deep.'],
  [false, 'two years', 'In 2019 the Weir medal for poetry went to Ada Fenn.', 'In 2022 the Weir medal for poetry went to Ode Lunn.'],
  [true, 'one year', 'In 2019 the Weir medal for poetry went to Ada Fenn.', 'In 2019 the Weir medal for poetry went to Ode Lunn.'],
  [false, 'late and on time', 'On Monday the bus to Tolla left two hours late.', 'On Wednesday the bus to Tolla left on time.'],
  [false, 'out of control and under control', 'At noon the fire at the Brod sawmill was out of control.', 'In the evening the fire at the Brod sawmill was under control.'],
  [false, 'some of all', 'The flood destroyed 40 barns in Tolla alone.', 'Across the district 310 barns were destroyed by the flood.'],
  [false, 'some that got there', 'Twenty-three riders set out for Brod on Sunday.', 'Four riders reached Brod on Sunday evening; the others had turned back.'],
  [false, 'what is shown of what is owned', 'The mill museum owns 600 prints by Ada Fenn.', 'Ninety prints by Ada Fenn are on show in the mill museum.'],
  [false, 'more than a hundred', 'More than a hundred geese were killed by hail at Tolla.', 'Hail killed 113 geese at Tolla.'],
  [true, 'less than more than a hundred', 'More than a hundred geese were killed by hail at Tolla.', 'Hail killed 63 geese at Tolla.'],
  [false, 'what had been planned', 'The choir had planned twelve concerts at Brod.', 'The choir gave nine concerts at Brod.'],
  [false, 'what is planned', 'The planned bridge at Brod is 300 metres long.', 'The bridge at Brod is 120 metres long.'],
  [true, 'what is there', 'The bridge at Brod is 300 metres long.', 'The bridge at Brod is 120 metres long.'],
  [false, 'there and back', 'The coach from Ostrel to Vell took nine hours.', 'The coach from Vell to Ostrel took eleven hours.'],
  [true, 'one way told as the other', 'The coach was on its way from Ostrel to Vell.', 'The coach was bound for Ostrel from Vell.'],
  [false, 'bought and sold', 'The guild bought the granary for 3.1 million crowns.', 'The guild sold the granary for 4.8 million crowns.'],
  [true, 'bought or sold', 'The guild bought the granary on Monday.', 'The guild sold the granary on Monday.'],
  [false, 'nobody who survived', 'Nobody survived the crash of the balloon near Tolla.', 'Both people on board the balloon died in the crash near Tolla.'],
];

describe('two sentences of which each says of which of two it tells', () => {
  for (const [told, what, here, there] of pairs)
    it(`${told ? 'contradict each other' : 'do not'}: ${what}`, () => {
      const conflicts = corpusOf({ 'a.txt': here, 'b.txt': there }, { 'a.txt': '2031-05-06', 'b.txt': '2031-05-06' }).conflicts();
      assert.equal(conflicts.length > 0, told, conflicts.map(({ message }) => message).join('; '));
    });
});

describe('what two articles say again and again', () => {
  for (const [what, here, there] of [
    ['the way of a coach', 'The coach went from Ostrel to Vell. ', 'The coach went from Vell to Ostrel. '],
    ['who has an office', 'The mayor of Brod, Elin Roos, spoke. ', 'The mayor of Brod, Elin Marn, spoke. '],
  ] as const)
    it(`contradicts each other once: ${what}`, () => {
      const conflicts = corpusOf({ 'a.txt': here.repeat(60), 'b.txt': there.repeat(60) }).conflicts();
      assert.equal(conflicts.length, 1, conflicts.map(({ message }) => message).join('; '));
    });
});
