import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, Corpus, readArticle, wordDifference } from '../../src/core/index';

const wordnet = new Uint8Array(readFileSync('dist/resources/wordnet.bin'));

const harbour = {
  'gazette.txt': `Mayor Odile Brandt met dock workers in Port Selwyn on Tuesday.

"We will rebuild the harbour wall before the winter storms arrive," Brandt said. "Nobody should have to sleep in a gymnasium."

The city council approved 40 million crowns for the repairs last week.`,
  'courier.txt': `The mayor of Port Selwyn has promised that the harbor wall will be reconstructed before winter storms come, dock workers said after meeting her.

Ferry services to the islands remain suspended. A bakery on the quay reopened on Monday.`,
  'tribune.txt': `PORT SELWYN - "We will rebuild the harbour wall before the winter storms arrive," the mayor told dock workers.

A goat was crowned at the village fair.`,
};

function corpusOf(texts: Record<string, string>): Corpus {
  const corpus = new Corpus({ wordnet });
  for (const [uri, text] of Object.entries(texts)) {
    const article = readArticle({ uri, path: uri, text, version: 1 });
    corpus.put(article, analyse(article));
  }
  return corpus;
}

function passage(texts: Record<string, string>, uri: string, words: string) {
  const start = texts[uri]?.indexOf(words) ?? -1;
  assert.ok(start >= 0, words);
  return { uri, start, end: start + words.length };
}

describe('matching', () => {
  it('finds a quotation word for word and in reported speech', () => {
    const matches = corpusOf(harbour).match(
      passage(harbour, 'gazette.txt', 'We will rebuild the harbour wall before the winter storms arrive'),
    );
    const relations = new Map(matches.map((match) => [match.uri, match.relation]));
    assert.equal(relations.get('tribune.txt'), 'verbatim');
    assert.equal(relations.get('courier.txt'), 'indirect');
  });

  it('finds nothing for a quotation that nobody else has', () => {
    const matches = corpusOf(harbour).match(passage(harbour, 'gazette.txt', 'Nobody should have to sleep in a gymnasium.'));
    assert.deepEqual(matches, []);
  });

  it('forgets a dropped article', () => {
    const corpus = corpusOf(harbour);
    corpus.drop('tribune.txt');
    const matches = corpus.match(passage(harbour, 'gazette.txt', 'We will rebuild the harbour wall before the winter storms arrive'));
    assert.deepEqual(
      matches.map((match) => match.uri),
      ['courier.txt'],
    );
  });
});

describe('the difference of two renderings', () => {
  const join = (changes: ReturnType<typeof wordDifference>, kind: 'removed' | 'added') =>
    changes
      .filter((change) => change.kind === 'same' || change.kind === kind)
      .map((change) => change.text)
      .join('');

  for (const [from, to] of [
    ['We will rebuild the wall.', 'They will rebuild the old wall'],
    ['', 'all new'],
    ['same', 'same'],
    ['“Never,” she said.', 'never – she said'],
  ] as const) {
    it(`gives both texts back: ${from} / ${to}`, () => {
      const changes = wordDifference(from, to);
      assert.equal(join(changes, 'removed'), from);
      assert.equal(join(changes, 'added'), to);
    });
  }
});
