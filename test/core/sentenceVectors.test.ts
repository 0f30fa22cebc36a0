import assert from 'node:assert/strict';
import { type BareCorpus, SentenceVectors } from '../../src/core/index';
import { corpusOf, put, textOf } from './corpusStory';
import { asked, texts } from './otherWords';

/** What a sentence is about, as an encoder would have it. */
const vectorOf = (sentence: string): Float32Array => {
  const about = [/flowers|bouquets/, /bakery|bread/, /owner/, /mayor/, /oven/].findIndex((word) => word.test(sentence));
  return Float32Array.from({ length: 6 }, (_, i) => Number(i === (about < 0 ? 5 : about)));
};

/** Reads all that is unread; returns what was asked for. */
function readAll(vectors: SentenceVectors, corpus: BareCorpus, uris = Object.keys(texts)): readonly string[] {
  const read: string[] = [];
  for (let sentences; (sentences = vectors.unread(corpus, uris));) {
    read.push(...sentences);
    if (sentences.length > 0) assert.ok(vectors.take(sentences, sentences.map(vectorOf)));
  }
  return read;
}

describe('sentences that an encoder reads', () => {
  it('are asked for once, and give their articles what is told in other words', () => {
    const corpus = corpusOf(texts);
    const vectors = new SentenceVectors();
    assert.equal(readAll(vectors, corpus).length, 7);
    const [found] = corpus.match(asked);
    assert.ok(found);
    assert.match(textOf(texts, found), /bouquets/);
    assert.equal(vectors.unread(corpus, Object.keys(texts)), undefined);
  });

  it('are those that are new, after an edit', () => {
    const corpus = corpusOf(texts);
    const vectors = new SentenceVectors();
    readAll(vectors, corpus);
    const before = corpus.match(asked);
    put(corpus, 'b.txt', `${texts['b.txt'] ?? ''} Nobody knows what it weighs.`);
    assert.deepEqual(readAll(vectors, corpus), ['Nobody knows what it weighs']);
    assert.deepEqual(
      corpus.match(asked).map(({ start, end }) => [start, end]),
      before.map(({ start, end }) => [start, end]),
    );
  });

  it('are asked for article by article, in the order that is given', () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `Stall ${i} on the market sells nothing but apples.`]),
    );
    const corpus = corpusOf(many);
    const vectors = new SentenceVectors();
    const first = vectors.unread(corpus, ['19.txt', ...Object.keys(many)]) ?? [];
    assert.match(first[0] ?? '', /Stall 19/);
    assert.ok(first.length < 20, 'not all at once');
    readAll(vectors, corpus, Object.keys(many));
    assert.ok(Object.keys(many).every((uri) => corpus.isEncoded(uri)));
  });

  it('are given at once to another corpus that has the same article', () => {
    const vectors = new SentenceVectors();
    readAll(vectors, corpusOf(texts));
    const other = corpusOf(texts);
    for (const uri of Object.keys(texts)) vectors.give(other, uri);
    assert.equal(other.match(asked).length, 1);
  });

  it('are forgotten, and the words alone count again', () => {
    const corpus = corpusOf(texts);
    const before = corpus.match(asked);
    readAll(new SentenceVectors(), corpus);
    assert.notDeepEqual(corpus.match(asked), before);
    for (const uri of Object.keys(texts)) assert.ok(corpus.encode(uri, undefined));
    assert.deepEqual(corpus.match(asked), before);
  });

  it('are none of a very long article, which would keep cards waiting', () => {
    const long = Array.from({ length: 700 }, (_, i) => `Stall ${i} on the market sells nothing but apples.`).join(' ');
    const corpus = corpusOf({ ...texts, 'long.txt': long });
    assert.deepEqual(corpus.sentencesOf('long.txt'), []);
    assert.equal(readAll(new SentenceVectors(), corpus, [...Object.keys(texts), 'long.txt']).length, 7);
  });

  it('are not taken from an encoder that says anything but one vector of length 1 for each', () => {
    const sentences = ['One.', 'Two.'];
    const right = sentences.map(vectorOf);
    const [one] = right;
    const wrong: readonly (readonly [string, unknown])[] = [
      ['nothing', undefined],
      ['words', 'vectors'],
      ['one too few', right.slice(1)],
      ['one too many', [...right, one]],
      ['holes', new Array(2)],
      ['lists', right.map((vector) => [...vector])],
      ['bytes', right.map((vector) => Int8Array.from(vector))],
      ['no numbers', [one, new Float32Array(6).fill(NaN)]],
      ['no direction', [one, new Float32Array(6)]],
      ['without end', [one, new Float32Array(6).fill(3e38)]],
      ['of two widths', [one, new Float32Array(5).fill(Math.sqrt(1 / 5))]],
      ['of no width', [new Float32Array(), new Float32Array()]],
      ['of a huge width', right.map(() => new Float32Array(5000).fill(Math.sqrt(1 / 5000)))],
    ];
    for (const [what, said] of wrong) assert.equal(new SentenceVectors().take(sentences, said), false, what);
    const vectors = new SentenceVectors();
    assert.ok(vectors.take(sentences, right));
    assert.equal(vectors.take(['Three.'], [Float32Array.of(1)]), false, 'not as wide as before');
  });

  it('keep what the encoder said, also where it goes on with its memory', () => {
    const corpus = corpusOf(texts);
    const vectors = new SentenceVectors();
    for (let sentences; (sentences = vectors.unread(corpus, Object.keys(texts)));) {
      const said = sentences.map(vectorOf);
      vectors.take(sentences, said);
      for (const vector of said) vector.fill(0);
    }
    assert.equal(corpus.match(asked).length, 1);
  });
});
