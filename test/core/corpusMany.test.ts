import assert from 'node:assert/strict';
import { analyse, Corpus, readArticle } from '../../src/core/index';
import { corpusOf, passage, put, type Texts, textOf, wordnet } from './corpusStory';

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

  const copies: Texts = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`copy-${i}.txt`, told['a.txt'] ?? '']));

  it('compares articles with the same words once, and tells each of all the others', () => {
    const texts = { ...filler, ...told, ...copies };
    const corpus = corpusOf(texts);
    const sure = (uri: string) => corpus.match(passage(texts, uri, lamps)).filter(({ level }) => level === 'match');
    const all = ['a.txt', 'b.txt', 'c.txt', ...Object.keys(copies)];
    for (const uri of ['a.txt', 'b.txt', 'copy-0.txt', 'copy-5.txt'])
      assert.deepEqual(
        sure(uri)
          .map((match) => match.uri)
          .sort(),
        all.filter((other) => other !== uri),
        uri,
      );
    for (const match of sure('b.txt').filter(({ uri }) => uri.startsWith('copy')))
      assert.match(textOf(texts, match), /The lamps of the old pier will burn again/);
  });

  it('finds words that stand in no article in each of them', () => {
    const texts = { ...filler, ...told, ...copies };
    const found = corpusOf(texts).matchText('The lamps of the old pier will burn again before the herring comes');
    const sure = found.filter(({ level }) => level === 'match').map(({ uri }) => uri);
    assert.deepEqual(sure.sort(), ['a.txt', 'b.txt', 'c.txt', ...Object.keys(copies)].sort());
  });

  it('has them in one origin, however many they are', () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`copy-${i}.txt`, told['a.txt'] ?? '']));
    const origins = corpusOf({ ...many, 'b.txt': told['b.txt'] ?? '' }).origins();
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, uris.length]).sort(), [
      ['copy', 70],
      ['own', 1],
    ]);
  });

  it('answers alike whatever it has read and let go of in between', () => {
    const many = Object.fromEntries(
      Array.from({ length: 640 }, (_, i) => [
        `z-${i}.txt`,
        `Stall ${i + 1000} of the fair sold ${towns[i % 10] ?? ''} cheese all day long.`,
      ]),
    );
    const texts = { ...filler, ...told, ...many };
    const [fresh, used] = [corpusOf(texts), corpusOf(texts)];
    assert.equal(used.origins().flatMap(({ uris }) => uris).length, Object.keys(texts).length);
    for (const uri of ['a.txt', 'b.txt']) {
      const asked = passage(texts, uri, lamps);
      assert.ok(fresh.match(asked).length > 1);
      assert.deepEqual(used.match(asked), fresh.match(asked));
    }
  });

  it('asks an article once who is named in it, of however many events it is', () => {
    const texts = { ...filler, ...told };
    const [corpus, asked] = [new Corpus({ wordnet }), new Map<string, number>()];
    for (const [uri, text] of Object.entries(texts)) {
      const article = readArticle({ uri, path: uri, text, version: 1 });
      const analysis = analyse(article);
      const counting = new Proxy(analysis, {
        get: (of, key: keyof typeof analysis) => {
          if (key === 'speakers') asked.set(uri, (asked.get(uri) ?? 0) + 1);
          return of[key];
        },
      });
      corpus.put(article, counting);
    }
    for (const uri of Object.keys(filler)) corpus.match(passage(texts, uri, '“Nobody here wants'));
    // for the index, for who speaks where, and for the surnames
    assert.ok(Math.max(...asked.values()) <= 3, `${Math.max(...asked.values())} times`);
  });

  it('still finds the others when one of them is gone or has another text', () => {
    const texts = { ...filler, ...told, ...copies };
    const corpus = corpusOf(texts);
    const asked = passage(texts, 'b.txt', lamps);
    assert.ok(corpus.match(asked).some(({ uri }) => uri === 'a.txt'));
    corpus.drop('a.txt');
    put(corpus, 'copy-0.txt', 'It rained on the pier.');
    const found = corpus.match(asked).map(({ uri }) => uri);
    assert.ok(!found.includes('a.txt') && !found.includes('copy-0.txt'), found.join());
    assert.ok(found.includes('copy-1.txt') && found.includes('copy-5.txt'), found.join());
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
