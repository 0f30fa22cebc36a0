import assert from 'node:assert/strict';
import { corpusOf, passage, type Texts, textOf } from './corpusStory';

/** More articles than are all compared with each other: what is looked at closely is picked. */
const towns = 'Halden Ostrow Skarn Tolmi Venn Basin Lowen Kess Pörtal Umber'.split(' ');
const goods = 'turnips lanterns herrings barrels ropes candles ladders'.split(' ');
const filler: Texts = Object.fromEntries(
  towns.flatMap((town, i) =>
    goods.map((good, k) => [
      `filler-${i}-${k}.txt`,
      `The market of ${town} sold ${good} until ${i + 3} in the evening. “Nobody here wants ${k + 12} more ${good},” the warden of ${town} said.\n\nIt rained on the road to ${town}, and ${k + 40} carts turned back.`,
    ]),
  ),
);
const lamps = '“The lamps of the old pier will burn again before the herring comes,”';
const told: Texts = {
  'a.txt': `It had rained all morning. ${lamps} Mayor Ada Brandt told the fishermen.`,
  'b.txt': `Nets hung from every window. ${lamps} Ada Brandt, the mayor, said at the quay.`,
  'c.txt':
    'A brass band played. Mayor Ada Brandt promised the fishermen that the lamps of the old pier would burn again before the herring came.',
};

describe('a corpus of many articles', () => {
  it('finds what stands in a few of them, in the same words and in reported speech', () => {
    const texts = { ...filler, ...told };
    const found = corpusOf(texts).match(passage(texts, 'a.txt', lamps));
    assert.deepEqual(
      found
        .filter(({ level }) => level === 'match')
        .map(({ uri }) => uri)
        .sort(),
      ['b.txt', 'c.txt'],
    );
    assert.match(textOf(texts, found.find(({ uri }) => uri === 'c.txt') ?? assert.fail()), /lamps of the old pier/);
  });

  it('finds the same as a corpus of few', () => {
    const texts = { ...filler, ...told };
    const [few, many] = [told, texts].map((of) =>
      corpusOf(of)
        .match(passage(of, 'b.txt', lamps))
        .filter(({ level }) => level === 'match')
        .map(({ uri, relation }) => `${uri} ${relation}`)
        .sort(),
    );
    assert.deepEqual(many, few);
  });
});
