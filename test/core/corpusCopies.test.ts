import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';
import type { Entry } from '../../src/core/corpus/articles';
import { Copies } from '../../src/core/corpus/copies';
import { corpusOf, passage, put, type Texts, textOf } from './corpusStory';

const words = '“The tide mill will grind again before the swallows leave,” miller Tora Eklund said.';
const body = [
  words,
  'The wheel has stood still since the flood took the sluice, and grass grows between the stones of the yard.',
  'Carpenters from three parishes have cut new paddles from larch, which lasts longer in salt water than oak does.',
  'The parish council lent them the drill hall, where the paddles lie in rows under sailcloth and smell of resin.',
  'Children bring the carpenters soup at noon, and a retired ferryman keeps count of the nails in a blue notebook.',
  'Nobody has said what the flour will cost, or whether the bakers in the valley will buy any of it.',
  'A brass plate above the door still names the last miller, who drowned a long time ago in the pond.',
  'Eklund wants to keep the plate where it is.',
];
const wire = (headline: string, first: string, length = body.length) => `${headline}\n\n${first}\n\n${body.slice(0, length).join(' ')}\n`;

describe('articles with nearly the same words', () => {
  const filler: Texts = Object.fromEntries(
    Array.from({ length: 70 }, (_, i) => [
      `filler-${i}.txt`,
      `The market of yard ${i} sold lamps until dusk.\n\n“Nobody wants ${i + 12} more lamps,” the warden of yard ${i} said. It rained.`,
    ]),
  );
  const heads = 'Wheel turns soon|Mill to grind|Larch for a mill|New life by the sea|Salt and flour|Where the tide works'.split('|');
  const copies: Texts = Object.fromEntries(
    heads.map((head, i) => [
      `wire-${i}.txt`,
      wire(head, `${head}, our reporter in the bay writes.`, i % 2 === 0 ? body.length : body.length - 1),
    ]),
  );
  const other = 'Nets hung in the loft. Miller Tora Eklund promised that the tide mill would grind again before the swallows leave.';
  const texts: Texts = { ...filler, ...copies, 'own.txt': other };

  it('are each told with the right place, whatever their headlines, first lines and ends are', () => {
    const corpus = corpusOf(texts);
    const sure = (uri: string, said: string) => corpus.match(passage(texts, uri, said)).filter(({ level }) => level === 'match');
    const quoted = words.slice(0, words.indexOf('”') + 1);
    for (const [uri, said] of [
      ['own.txt', 'the tide mill would grind again before the swallows leave'],
      ['wire-0.txt', quoted],
      ['wire-3.txt', quoted],
    ] as const) {
      const found = sure(uri, said).filter((match) => match.uri.startsWith('wire'));
      assert.deepEqual(
        found.map((match) => match.uri).sort(),
        Object.keys(copies).filter((copy) => copy !== uri),
        uri,
      );
      for (const match of found) assert.match(textOf(texts, match), /^“?The tide mill will grind again before the swallows leave,?”?$/);
    }
  });

  it('are one origin, however many they are', () => {
    const many = Object.fromEntries(
      Array.from({ length: 70 }, (_, i) => [
        `wire-${i}.txt`,
        wire(`Paper of ${'abcdefghij'[i % 10] ?? ''}`, `A day in yard ${'klmnopqrst'[Math.floor(i / 10)] ?? ''}.`),
      ]),
    );
    const origins = corpusOf({ ...many, 'own.txt': other }).origins();
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, uris.length]).sort(), [
      ['copy', 70],
      ['own', 1],
    ]);
  });

  it('still find what only the head of one of them says', () => {
    const said = '“The harbour bell was cast from melted spoons,” ringer Olle Brask said.';
    const own = `${said} Nothing else is new.`;
    const own2 = `Ringer Olle Brask spoke at noon. ${said}`;
    const asked: Texts = { ...texts, 'wire-9.txt': wire('Bells and mills', said), 'bell.txt': own, 'bell-2.txt': own2 };
    const corpus = corpusOf(asked);
    const found = corpus.match(passage(asked, 'bell.txt', said.slice(0, said.indexOf('”') + 1)));
    assert.deepEqual(
      found
        .filter(({ level }) => level === 'match')
        .map(({ uri }) => uri)
        .sort(),
      ['bell-2.txt', 'wire-9.txt'],
    );
  });

  it('find what only the headline of one of them says, and what contradicts it', () => {
    const told = 'Mayor Ellen Brask wants to sell the bell tower to a casino';
    const asked: Texts = {
      ...texts,
      'wire-7.txt': wire(told, 'Nine carpenters were hurt in the drill hall of the tide mill.'),
      'aa.txt':
        'Seven carpenters were hurt in the drill hall of the tide mill, where the paddles lie in rows under sailcloth. Miller Tora Eklund said that the wheel has stood still since the flood took the sluice.',
      'casino.txt': 'Mayor Ellen Brask said that she would sell the bell tower to a casino. It rained.',
    };
    const corpus = corpusOf(asked);
    const found = corpus.match(passage(asked, 'casino.txt', 'she would sell the bell tower to a casino'));
    assert.ok(
      found.some((match) => match.uri === 'wire-7.txt' && told.includes(textOf(asked, match))),
      JSON.stringify(found),
    );
    assert.ok(corpus.conflicts().some(({ kind, message }) => kind === 'number' && message.includes('Nine') && message.includes('Seven')));
  });

  it('never keep another report out of the answer, however many they are', () => {
    const many = Object.fromEntries(
      Array.from({ length: 45 }, (_, i) => [
        `wire-${i}.txt`,
        wire(`Paper of ${'abcdefghij'[i % 10] ?? ''}`, `A day in yard ${'klmnopqrst'[Math.floor(i / 10)] ?? ''}.`),
      ]),
    );
    const asked: Texts = {
      ...filler,
      ...many,
      'own.txt': other,
      'too.txt': `${words} It rained on the valley.`,
    };
    const uris = corpusOf(asked)
      .match(passage(asked, 'too.txt', words.slice(0, words.indexOf('”') + 1)))
      .map(({ uri }) => uri);
    assert.ok(uris.includes('own.txt'), uris.join());
  });

  it('are told in the body, not in a headline that has the same words', () => {
    const headline = words.slice(1, words.indexOf('leave') + 5);
    const asked: Texts = {
      ...filler,
      'wire-a.txt': wire(headline, 'Our reporter writes.'),
      'wire-b.txt': wire('Mill', 'Another line.', 7),
      'own.txt': other,
    };
    const found = corpusOf(asked).match(passage(asked, 'own.txt', 'the tide mill would grind again before the swallows leave'));
    const places = found.map(({ uri, start }) => [uri, start > (asked[uri] ?? '').indexOf('\n\n')]);
    assert.ok(
      places.some(([uri, isBody]) => uri === 'wire-b.txt' && isBody === true),
      JSON.stringify(found),
    );
  });

  it('stay found when one of them goes or gets other words', () => {
    const corpus = corpusOf(texts);
    const asked = passage(texts, 'own.txt', 'the tide mill would grind again before the swallows leave');
    corpus.match(asked);
    corpus.drop('wire-0.txt');
    put(corpus, 'wire-2.txt', 'It rained on the drill hall.');
    const found = corpus
      .match(asked)
      .filter(({ level }) => level === 'match')
      .map(({ uri }) => uri);
    assert.deepEqual(found.sort(), ['wire-1.txt', 'wire-3.txt', 'wire-4.txt', 'wire-5.txt']);
  });
});

describe('groups of copies', () => {
  const entry = (uri: string, text: string): Entry => {
    const article = readArticle({ uri, path: uri, text, version: 1 });
    return { article, analysis: analyse(article) };
  };
  const grouped = (...given: readonly string[]) => {
    const copies = new Copies();
    const entries = given.map((text, i) => entry(`${i}.txt`, text));
    for (const one of entries) copies.add(one);
    return { copies, entries, of: entries.map((one) => copies.of(one).map(({ article }) => article.uri)) };
  };

  it('begin with the one that has most, whichever came first', () => {
    const { of } = grouped(wire('Tide', 'A first line.', 7), wire('Mill', 'Another line.'), wire('Sea', 'One more.', 6));
    assert.deepEqual(of, [
      ['1.txt', '0.txt', '2.txt'],
      ['1.txt', '0.txt', '2.txt'],
      ['1.txt', '0.txt', '2.txt'],
    ]);
  });

  it('do not hold what differs by a number, a quotation or a sentence further down', () => {
    const same = wire('Tide', 'A first line.');
    for (const [one, two] of [
      [wire('Tide', 'They have 12 mills.'), wire('Tide', 'They have 13 mills.')],
      [wire('Tide', 'She said “no” to all.'), wire('Tide', 'She said “yes” to all.')],
      [same, same.replace('three parishes', 'four parishes')],
    ] as const)
      assert.deepEqual(grouped(one, two).of, [['0.txt'], ['1.txt']]);
  });

  it('are found anew when the first of one goes', () => {
    const { copies, entries } = grouped(wire('Tide', 'A first line.'), wire('Mill', 'Another line.'), wire('Sea', 'One more.', 7));
    const [first, second, third] = entries;
    assert.ok(first && second && third);
    for (const left of copies.drop(first)) copies.add(left);
    assert.deepEqual(copies.of(first), []);
    assert.deepEqual(copies.of(third), [second, third]);
  });
});
