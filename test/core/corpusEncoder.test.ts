import assert from 'node:assert/strict';
import { corpusOf, put, textOf } from './corpusStory';
import { asked, texts } from './otherWords';

/** What each sentence is about, as an encoder would have it: bakeries, owners, flowers, others. */
const about: Readonly<Record<string, readonly number[]>> = {
  'a.txt': [0, 1, 2],
  'b.txt': [2, 3, 0, 4],
};

function vectorsOf(uri: string): Float32Array[] {
  return (about[uri] ?? []).map((at) => Float32Array.from({ length: 5 }, (_, i) => Number(i === at)));
}

describe('a corpus with an encoder', () => {
  it('finds what is told in other words where the encoder holds the sentences for near', () => {
    const corpus = corpusOf(texts);
    const before = corpus.match(asked);
    for (const uri of Object.keys(texts)) assert.ok(corpus.encode(uri, vectorsOf(uri)));
    const [found] = corpus.match(asked);
    assert.ok(found);
    assert.match(textOf(texts, found), /bouquets/);
    assert.equal(found.level, 'possible');
    assert.deepEqual(before, [], 'by its words alone it is not found');
  });

  it('names the sentences that an encoder is to read, each once and in their order', () => {
    assert.deepEqual(
      corpusOf(texts)
        .sentencesOf('b.txt')
        .map((sentence) => sentence.split(' ')[0]),
      ['In', 'The', 'The', 'A'],
    );
  });

  it('changes nothing while only one of two articles has been read', () => {
    const corpus = corpusOf(texts);
    const before = corpus.match(asked);
    corpus.encode('b.txt', vectorsOf('b.txt'));
    assert.deepEqual(corpus.match(asked), before);
  });

  it('forgets what was read of an article that has changed', () => {
    const corpus = corpusOf(texts);
    const before = corpus.match(asked);
    for (const uri of Object.keys(texts)) corpus.encode(uri, vectorsOf(uri));
    put(corpus, 'b.txt', texts['b.txt'] ?? '');
    assert.deepEqual(corpus.match(asked), before);
  });

  it('refuses vectors that are not those of the sentences, and goes on without', () => {
    const corpus = corpusOf(texts);
    const before = corpus.match(asked);
    corpus.encode('a.txt', vectorsOf('a.txt'));
    const whole = vectorsOf('b.txt');
    assert.equal(corpus.encode('b.txt', whole.slice(1)), false, 'one too few');
    assert.equal(corpus.encode('b.txt', [...whole.slice(1), new Float32Array(3)]), false, 'of another length');
    assert.equal(corpus.encode('b.txt', [...whole.slice(1), new Float32Array(5).fill(NaN)]), false, 'no numbers');
    assert.equal(corpus.encode('c.txt', whole), false, 'of no article');
    assert.deepEqual(corpus.match(asked), before);
  });

  it('has nothing to read in another language than English', () => {
    const corpus = corpusOf({
      ...texts,
      'd.txt': 'Die Bäckerei in Orsund ist seit Montag geschlossen. Die Nachbarn brachten Blumen und standen an der Straße.',
    });
    assert.deepEqual(corpus.sentencesOf('d.txt'), []);
  });
});
