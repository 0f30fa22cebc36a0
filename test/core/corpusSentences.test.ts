import assert from 'node:assert/strict';
import { bestFits, fitOf } from '../../src/core/corpus/matching/alignment';
import { query } from '../../src/core/corpus/matching/query';
import { SentenceAsking } from '../../src/core/corpus/matching/sentenceAsking';
import { sentencesIn } from '../../src/core/corpus/matching/sentences';
import { Vocabulary } from '../../src/core/corpus/matching/vocabulary';
import { Lexicon } from '../../src/core/corpus/words/lexicon';
import { tokenise } from '../../src/core/corpus/words/tokens';
import { EventWeights } from '../../src/core/corpus/words/weights';
import { WordNet } from '../../src/core/corpus/words/wordnet';
import { corpusOf, passage, put, type Texts, wordnet } from './corpusStory';

describe('sentences that are asked of all sentences of another article', () => {
  const lexicon = new Lexicon(WordNet.of(wordnet));
  const texts = [
    'The ferry Halvard ran aground off Ostrow on Monday with 31 people on board. “We had been told to own the fog,” said the mate, who has owned boats. Nobody was hurt, and none of the 31 was told to be quiet.',
    'Thirty-one passengers were aboard when the boat Halvard struck rocks near Ostrow. The mate remained calm; he said that they had to possess the fog. 29 of them stayed. Is it to be? It is, and it is to be what it was.',
    'Turnips cost 40 crowns.',
  ].map((text) => tokenise(text, lexicon));
  const weights = new EventWeights(texts, lexicon);
  const articles = texts.map((tokens) => sentencesIn(weights.weigh(tokens)));

  it('are as like them as a question for each would find, one by one or all at once', () => {
    const asking = SentenceAsking.of(lexicon);
    const among = new Vocabulary(
      texts.map(({ lemma }) => lemma),
      lexicon,
    );
    for (const here of articles) {
      for (const there of articles) {
        const found = asking.ask(here.text, here.bounds, there.text, there.bounds, among);
        for (const [i, sentence] of here.bounds.entries()) {
          const asked = query(here.text, sentence.from, sentence.to, lexicon, among);
          for (const [j, other] of there.bounds.entries()) {
            const { f } = fitOf(asked, there.text, other.from, other.to);
            assert.ok(Math.abs((found[i * there.bounds.length + j] ?? NaN) - f) < 1e-12);
            for (const some of [undefined, among])
              assert.ok(Math.abs(asking.likeness(here.text, sentence, there.text, other, some) - f) < 1e-12);
          }
        }
      }
    }
  });
});

describe('the stretches of an article that are at least so like a passage', () => {
  it('are the same whether all others are tried or not', () => {
    const lexicon = new Lexicon(WordNet.of(wordnet));
    const boats = 'gig skiff dory cutter yawl ketch sloop'.split(' ');
    const texts = boats.map((boat, i) =>
      tokenise(
        `The ${boat} of Ostrow ran aground in the fog with ${i + 20} people. “Nobody on the ${boat} was told of the fog,” mate Ines Tolle said. ${boats
          .map((other) => `On the quay of Venn a ${other} was sold for turnips, and the rain fell on it.`)
          .join(' ')} The mate of the ${boats[(i + 1) % 7] ?? ''} said that they had not been told of the fog.`,
        lexicon,
      ),
    );
    const weights = new EventWeights(texts, lexicon);
    const articles = texts.map((tokens) => sentencesIn(weights.weigh(tokens)));
    let [all, tried] = [0, 0];
    for (const { text, bounds } of articles) {
      for (const { from, to } of bounds) {
        const asked = query(text, from, to, lexicon);
        for (const there of articles) {
          const [every, some] = [bestFits(asked, there.text, 99), bestFits(asked, there.text, 99, 0.6)];
          const isLike = ({ f }: { readonly f: number }) => f >= 0.6;
          assert.deepEqual(some.filter(isLike), every.filter(isLike));
          [all, tried] = [all + every.length, tried + some.length];
        }
      }
    }
    assert.ok(tried < all, `${tried} of ${all}`);
  });
});

describe('what is found among many articles', () => {
  it('is the same in whatever order they were added', () => {
    const boats = 'gig skiff dory cutter yawl ketch sloop'.split(' ');
    const filler = Array.from({ length: 70 }, (_, i): [string, string] => [
      `m-${i}.txt`,
      `The ${boats[i % 7] ?? ''} of yard ${i + 200} was painted in the rain. “It took ${i + 3} coats,” the painter of yard ${i + 200} said.`,
    ]);
    const told: [string, string][] = [
      ['a.txt', 'It was a cold day in Ostrow. “The old breakwater must be torn down before winter,” harbour master Ines Tolle said.'],
      ['z.txt', 'Ines Tolle, who runs the harbour of Ostrow, wants the ancient breakwater demolished ahead of the winter.'],
    ];
    const answers = [[...told, ...filler], [...filler, ...told].reverse()].map((entries) => {
      const texts: Texts = Object.fromEntries(entries);
      const corpus = corpusOf({});
      for (const [uri, text] of entries) put(corpus, uri, text);
      return corpus
        .match(passage(texts, 'a.txt', '“The old breakwater must be torn down before winter,”'))
        .map(({ uri, level, score }) => ({ uri, level, score }));
    });
    assert.ok(answers[0]?.some(({ uri }) => uri === 'z.txt'));
    assert.deepEqual(answers[1], answers[0]);
  });
});
