import assert from 'node:assert/strict';
import { roughLength } from '../../src/core/corpus/archive/ranking';
import { Segment } from '../../src/core/corpus/archive/segment';
import { Archive, readArticle } from '../../src/core/index';
import { wordnet } from './corpusStory';
import { Random } from './random';

const nothing = { quotations: [], speakers: [], dates: [], problems: [] };
const heads = ['bra', 'cli', 'dro', 'fen', 'gal', 'hib', 'jor', 'kel', 'lum', 'mor'];
/** The first ones stand in many articles, the last ones in a few. */
const words = Array.from(
  { length: 400 },
  (_, i) => `${heads[i % 10] ?? ''}${heads[Math.floor(i / 10) % 10] ?? ''}${heads[Math.floor(i / 100)] ?? ''}`,
);

function someWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(400 * (random.below(1000) / 1000) ** 2)] ?? '').join(' ');
}

/** Segments of 50 articles each; six articles a story, which share its words. */
function archiveOf(size: number, random = new Random(7)): Archive {
  const archive = new Archive({ wordnet });
  let story = '';
  for (let i = 0; i < size; i++) {
    if (i % 6 === 0) story = `Story${i} ${someWords(random, 4)}`;
    const uri = `${i}.txt`;
    archive.put(readArticle({ uri, path: uri, version: 1, text: `${story} ${someWords(random, 20 + random.below(60))}.` }), nothing);
    if (i % 50 === 49) archive.seal();
  }
  return archive;
}

/** What is done by `work`, counted in articles that the lists of words name. */
function postingsRead(work: () => void): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { decode } = Segment.prototype;
  let read = 0;
  Segment.prototype.decode = function (...args) {
    const n = decode.apply(this, args);
    read += n;
    return n;
  };
  try {
    work();
  } finally {
    Segment.prototype.decode = decode;
  }
  return read;
}

describe('the ranking of articles', () => {
  it('gives the best of all articles, whatever it was asked before', () => {
    const random = new Random(11);
    const archive = archiveOf(700);
    for (let i = 0; i < 700; i += 9) archive.drop(`${i}.txt`);
    const saved = archive.save();
    for (let asked = 0; asked < 200; asked++) {
      const terms = archive.terms(someWords(random, 1 + random.below(14)), someWords(random, 30));
      const most = random.pick([1, 5, 30]);
      const found = archive.nearest(terms, most);
      // One that has been asked nothing yet, for all it has: nothing can be left out.
      const all = Archive.open(saved, { wordnet }).nearest(terms, 700);
      assert.deepEqual(found, all.slice(0, most), `question ${asked}`);
    }
  });

  it('reads no more than in proportion for a question, and only its articles for a rare word', () => {
    const work = (size: number, question: string) => {
      const archive = archiveOf(size);
      archive.seal();
      return postingsRead(() => archive.nearest(archive.terms(question), 5));
    };
    const common = words.slice(0, 10).join(' ');
    assert.ok(work(1200, common) <= 2.2 * work(600, common));
    const rare = 'Story60';
    assert.deepEqual([work(600, rare), work(1200, rare)], [6, 6]);
  });
});

describe('articles that are about as good as each other', () => {
  /** Articles that have the words asked for once each, among so many others. */
  const articles = (lengths: readonly (readonly [uri: string, words: number])[]) => {
    const archive = new Archive({ wordnet });
    for (const [i, [uri, others]] of lengths.entries()) {
      const text = `Harbourmaster Quillfeather ${Array.from({ length: others }, (_, k) => words[k % 200] ?? '').join(' ')}.`;
      archive.put(readArticle({ uri, path: uri, version: 1, text }), nothing);
      if (i % 7 === 6) archive.seal();
    }
    return (most: number) => archive.nearest(archive.terms('Quillfeather'), most).map(({ uri }) => uri);
  };

  it('come by their names where they are equal, however many there are and wherever they lie', () => {
    const names = Array.from({ length: 60 }, (_, i) => `${String((37 * i) % 60).padStart(2, '0')}.txt`);
    const nearest = articles(names.map((name) => [name, 50]));
    for (const most of [1, 5, 30, 60]) assert.deepEqual(nearest(most), names.toSorted().slice(0, most));
  });

  it('are as long as Lucene takes them for: a word more or less among hundreds makes no difference', () => {
    const near = articles([
      ['c.txt', 300],
      ['a.txt', 302],
      ['b.txt', 301],
      ['longer.txt', 400],
      ['short.txt', 30],
    ]);
    assert.deepEqual(near(5), ['short.txt', 'a.txt', 'b.txt', 'c.txt', 'longer.txt']);
    const lengths = [0, 1, 39, 40, 41, 42, 55, 56, 59, 60, 88, 1000, 65535];
    assert.deepEqual(lengths.map(roughLength), [0, 1, 39, 40, 40, 42, 54, 56, 56, 60, 88, 984, 61464]);
  });
});

describe('merging segments', () => {
  it('writes every article again a few times only, however many there are', () => {
    const written = (size: number) => {
      const archive = new Archive({ wordnet });
      const known = new Set<Uint8Array>();
      let bytes = 0;
      const count = () => {
        for (const segment of archive.save()) {
          if (!known.has(segment)) bytes += segment.length;
          known.add(segment);
        }
      };
      for (let i = 0; i < size; i++) {
        const uri = `${i}.txt`;
        archive.put(readArticle({ uri, path: uri, version: 1, text: `The ${words[i % 400] ?? ''} of ${i}.` }), nothing);
        if (i % 500 !== 499) continue;
        count();
        while (archive.merge()) count();
      }
      return bytes / archive.byteLength;
    };
    const [some, twice] = [written(8000), written(16_000)];
    assert.ok(some < 3 && twice < 3, `${some} and ${twice} times what is there in the end`);
  });
});
