import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';
import { pointedAt } from '../../src/core/corpus/matching/pointing';
import { voicesOf } from '../../src/core/corpus/matching/voices';
import { Lexicon } from '../../src/core/corpus/words/lexicon';
import { areOthers, doersIn, isNamedIn, namesIn } from '../../src/core/corpus/matching/doers';
import { goesOnTheSame } from '../../src/core/corpus/matching/sameWords';
import { query } from '../../src/core/corpus/matching/query';
import { tokenise } from '../../src/core/corpus/words/tokens';
import { EventWeights } from '../../src/core/corpus/words/weights';
import { WordNet } from '../../src/core/corpus/words/wordnet';
import { corpusOf, passage, wordnet } from './corpusStory';

describe('where a rendering is pointed at', () => {
  const lexicon = new Lexicon(WordNet.of(wordnet));
  const text = 'The Ostrand Rail Workers League issued a statement accusing the harbour board of hiding "rotten beams" in the shed.';
  const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  const there = tokenise(article.prose.text, lexicon);
  const voices = voicesOf(analyse(article), article.prose, there);
  /** The words pointed at for a passage that is found in all of the sentence. */
  const pointed = (passage: string) => {
    const here = tokenise(passage, lexicon);
    const weights = new EventWeights([here, there], lexicon);
    const asked = query(weights.weigh(here), 0, here.lemma.length, lexicon);
    const { from, to } = pointedAt(asked, weights.weigh(there), voices, { from: 0, to: there.lemma.length }, lexicon);
    return text.slice(there.start[from], there.end[to - 1]);
  };

  it('is what was said, without who said it', () => {
    assert.match(pointed('the harbour board hid rotten beams'), /^the harbour board/);
  });

  it('is who said it where a passage shares that alone', () => {
    assert.match(pointed('a fire near the office of the Ostrand Rail Workers League'), /^The Ostrand Rail Workers League/);
  });
});

describe('a rendering between marks that open below or turn inwards', () => {
  const words = 'Wir öffnen das Mahlwerk am Montag, wenn der Regen endlich aufhört';
  for (const [kind, open, close] of [
    ['„…“', '„', '“'],
    ['„…”', '„', '”'],
    ['»…«', '»', '«'],
    ['«…»', '«', '»'],
  ] as const)
    it(`ends where they close: ${kind}`, () => {
      const corpus = corpusOf({
        'a.txt': `Die Mühle bleibt zu. ${open}${words}${close}, sagte die Müllerin Nela Porrick.`,
        'b.txt': `Es regnet seit Tagen. ${open}${words}${close}, erklärte Müllerin Nela Porrick. Danach soll das ganze Dorf feiern.`,
      });
      const start = `Die Mühle bleibt zu. ${open}`.length;
      const [match] = corpus.match({ uri: 'a.txt', start, end: start + words.length });
      assert.ok(match);
      assert.equal(match.relation, 'verbatim');
      assert.equal(match.end - match.start, words.length);
    });
});

describe('who does what a passage tells', () => {
  const lexicon = new Lexicon(WordNet.of(wordnet));
  const read = (text: string) => tokenise(text, lexicon);
  const texts = [
    read('The bridge at Selwyn was blamed on Brandt, and Mayor Brandt blamed the Kelm council.'),
    read('Later the Kelm council closed it.'),
  ];
  const names = namesIn(texts, lexicon);
  const doers = (text: string) => {
    const tokens = read(text);
    return doersIn(tokens, { from: 0, to: tokens.lemma.length }, names, lexicon);
  };
  const areNamedOtherwise = (a: string, b: string) => areOthers(doers(a), doers(b));

  it('is named otherwise where another name stands before the verb', () => {
    assert.equal(areNamedOtherwise('Brandt closed the bridge', 'Kelm closed the bridge'), true);
    assert.equal(areNamedOtherwise('which Brandt closed at once', 'Selwyn closed the bridge'), true);
  });

  it('is the same where one name is shared, and unknown where nobody is named', () => {
    assert.equal(areNamedOtherwise('Mayor Brandt closed the bridge', 'Brandt of Kelm closed the bridge'), false);
    assert.equal(areNamedOtherwise('Brandt closed the bridge', 'the mayor closed the bridge'), false);
    assert.equal(areNamedOtherwise('Brandt closed the bridge', 'the bridge was closed in Kelm'), false);
  });

  it('is looked for in the whole sentence where a passage begins with the verb', () => {
    const tokens = read('Kelm blamed the bridge');
    const found = doersIn(tokens, { from: 1, to: 4 }, names, lexicon);
    assert.deepEqual(
      [...found].map((id) => lexicon.word(id)),
      ['kelm'],
    );
  });

  it('is no other where the sentence names both', () => {
    const tokens = read('Brandt blamed the bridge, Kelm said');
    assert.equal(isNamedIn(doers('Kelm blamed the bridge'), tokens, { from: 0, to: 4 }), true);
    assert.equal(isNamedIn(doers('Selwyn blamed the bridge'), tokens, { from: 0, to: 4 }), false);
  });

  it('makes a report of another doer possible at most', () => {
    const told = (who: string) => ({
      'a.txt': `The ferry ran aground off Port Selwyn.\n\nThe inquiry heard that Odile Brandt had ordered the night crossing despite the gale warning.\n\nThe Kelm council meets on Friday.`,
      'b.txt': `Salvage crews reached the ferry.\n\n${who} had ordered the night crossing despite the gale warning.\n\nAt noon the divers left the quay.`,
    });
    const levelOf = (who: string) => {
      const of = told(who);
      return corpusOf(of).match(passage(of, 'b.txt', `${who} had ordered the night crossing despite the gale warning`))[0]?.level;
    };
    assert.equal(levelOf('Odile Brandt'), 'match');
    assert.notEqual(levelOf('Tomas Vey'), 'match');
  });
});

describe('what is printed on every page', () => {
  it('goes on the same around a passage, for a row of words', () => {
    const lexicon = new Lexicon(WordNet.of(wordnet));
    const read = (text: string) => tokenise(text, lexicon);
    const menu = 'Puddings for winter. Seven ways to store a boat. Why owls like barns. Our week in pictures from the coast.';
    const [a, b, c] = [read(menu), read(`A flood. ${menu}`), read('Seven ways to store a boat were shown on the quay.')];
    const weights = new EventWeights([a, b, c], lexicon);
    const asked = query(weights.weigh(a), 3, 9, lexicon);
    assert.equal(goesOnTheSame(asked, b, { from: 5, to: 11 }), true);
    assert.equal(goesOnTheSame(asked, c, { from: 0, to: 6 }), false);
  });

  it('is no rendering where two articles share nothing else', () => {
    const menu = 'READ MORE "The lighthouse will be sold to the highest bidder," the owner said. Puddings for winter and other recipes.';
    const of = {
      'a.txt': `The orchestra of Kelm has a new conductor.\n\nViola players applauded when the cellist Ida Lorne was named.\n\nShe learnt music from an uncle. A concert follows in spring.\n\n${menu}`,
      'b.txt': `A glacier above Ostrand lost nine metres of ice.\n\nGeologists drilled through the moraine and weighed the sediment.\n\nTheir hut burnt down. Two sledges remain.\n\n${menu}`,
    };
    assert.deepEqual(corpusOf(of).match(passage(of, 'a.txt', '"The lighthouse will be sold to the highest bidder,"')), []);
  });

  it('is a rendering where it is a sentence of an agency, whoever is said to speak', () => {
    const words = '“We will not close the ferry before the last islander has a boat of his own,”';
    for (const who of ['Mayor Ada Brandt', 'a spokesman for the harbour police']) {
      const told = `${words} ${who} said in an interview with the news agency Norpress on Monday.`;
      const of = {
        'a.txt': `The ferry to Gull Island will go on until spring, the harbour office of Lowen said. ${told} Tickets cost four crowns. The old timetable stays. Children travel free on Sundays.`,
        'b.txt': `A storm tore the roof off the school in Ternby last night. Firefighters needed three hours to secure the building. ${told} Lessons begin again on Thursday.`,
      };
      const corpus = corpusOf(of);
      assert.equal(corpus.match(passage(of, 'a.txt', words))[0]?.level, 'match', who);
      assert.equal(corpus.match(passage(of, 'b.txt', words))[0]?.level, 'match', who);
    }
  });
});
