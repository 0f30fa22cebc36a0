import assert from 'node:assert/strict';
import { corpusOf, passage, textOf, type Texts } from './corpusStory';

const messages = (texts: Texts) =>
  corpusOf(texts)
    .conflicts()
    .map(({ message }) => message);

describe('what a reader of invented stories found wrong', () => {
  it('an amount alone makes no match: of something else it may be as much', () => {
    const texts: Texts = {
      'a.txt':
        'Captain fined\n\nThe captain of the ferry Maribel was fined on Monday for steering while drunk.\n\n“This was no moment’s slip. It was forty miles of it,” prosecutor Ines Tolle told the court in Osk.\n',
      'b.txt':
        'Ferry captain pays\n\nThe captain of the ferry Maribel, who was drunk, has been fined by the court in Osk.\n\nHe had steered some 40 miles along the coast before the crew took the helm.\n',
    };
    const found = corpusOf(texts).match(passage(texts, 'a.txt', '“This was no moment’s slip. It was forty miles of it,”'));
    assert.deepEqual(
      found.filter(({ level }) => level === 'match'),
      [],
    );
  });

  it('a rendering does not begin in a headline and go on below it', () => {
    const texts: Texts = {
      'a.txt':
        'Lowmoor, the café chain, said on Thursday that profits fell 18 per cent in the first half as the price of coffee beans rose to a record.\n',
      'b.txt':
        'What Lowmoor tells us about the price of coffee\n\nShares in Lowmoor tumbled on Thursday after the group reported its first fall in profits for six years.\n',
    };
    const words = 'profits fell 18 per cent in the first half as the price of coffee beans rose to a record';
    for (const match of corpusOf(texts).match(passage(texts, 'a.txt', words))) assert.doesNotMatch(textOf(texts, match), /\n/);
  });

  it('people have one age, also those who say nothing', () => {
    const jailed = (who: string, rest: string) =>
      `A lorry driver who hit the bridge at Osk in October was jailed on Monday. ${who} ${rest}\n\nThe court in Osk heard that he had driven for 17 hours.\n`;
    const texts: Texts = {
      'a.txt': jailed('Denis Okell, 52, of Larken,', 'admitted it.'),
      'b.txt': jailed('The 53-year-old Denis Okell', 'was led away.'),
      'c.txt': jailed('Denis Okell, 52,', 'said nothing.'),
    };
    assert.deepEqual(messages({ 'a.txt': texts['a.txt'] ?? '', 'b.txt': texts['b.txt'] ?? '' }), [
      '“Denis Okell, 52” against “53-year-old Denis Okell”',
    ]);
    assert.deepEqual(messages({ 'a.txt': texts['a.txt'] ?? '', 'c.txt': texts['c.txt'] ?? '' }), []);
  });

  it('words that differ next to the end or the beginning of a quotation are told, as the articles spell them', () => {
    const said = (words: string) => `“${words},” Mayor Ana Ruiz told the council of Osk on Friday about the old harbour pool.\n`;
    const told = (a: string, b: string) => messages({ 'a.txt': said(a), 'b.txt': said(b) });
    assert.deepEqual(told('From September a flat white will cost a little more', 'From September a flat white will cost a bit more'), [
      'Quoted differently: “little” against “bit”',
    ]);
    assert.deepEqual(told('Nobody walks that line to close a pool', 'Nobody toes that line to close a pool'), [
      'Quoted differently: “walks” against “toes”',
    ]);
  });
});
