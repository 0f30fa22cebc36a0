import assert from 'node:assert/strict';
import { Grid } from '../../src/core/corpus/matching/grid';
import { SentenceAsking } from '../../src/core/corpus/matching/sentenceAsking';
import { sentencesIn } from '../../src/core/corpus/matching/sentences';
import { Vocabulary } from '../../src/core/corpus/matching/vocabulary';
import { Lexicon } from '../../src/core/corpus/words/lexicon';
import { tokenise } from '../../src/core/corpus/words/tokens';
import { EventWeights } from '../../src/core/corpus/words/weights';
import { Random } from './random';

const heads = ['bra', 'cli', 'dro', 'fen', 'gal', 'hib', 'jor', 'kel', 'lum', 'mor'];

/** Sentences of six invented words each, drawn from the same three hundred. */
function chatter(sentences: number, seed: number): string {
  const random = new Random(seed);
  const word = () => `${heads[random.below(10)] ?? ''}${heads[random.below(10)] ?? ''}${heads[random.below(3)] ?? ''}`;
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 6 }, word).join(' ')}.`).join(' ');
}

function likeness(a: string, b: string): number {
  const lexicon = new Lexicon(undefined);
  const texts = [a, b].map((text) => tokenise(text, lexicon));
  const weights = new EventWeights(texts, lexicon);
  const [first, second] = texts.map((tokens) => sentencesIn(weights.weigh(tokens)));
  assert.ok(first && second);
  const among = new Vocabulary(
    texts.map(({ lemma }) => lemma),
    lexicon,
  );
  return Grid.of(first, second, SentenceAsking.of(lexicon), among).closeness;
}

describe('how alike two articles are', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  it('is hardly more for long articles that share words by chance than for short ones', () => {
    const ofLength = (sentences: number) => mean(seeds.map((seed) => likeness(chatter(sentences, seed), chatter(sentences, seed + 100))));
    assert.ok(ofLength(64) - ofLength(8) < 0.07);
  });
});
