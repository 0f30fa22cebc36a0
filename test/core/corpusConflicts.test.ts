import assert from 'node:assert/strict';
import { analyse, gatherReport, emptyRegistry, readArticle, withContradictions } from '../../src/core/index';
import { Corpus } from '../../src/core/index';
import { conflictStories } from './conflictStories';
import { corpusOf, passage, put, textOf, type Texts, wordnet } from './corpusStory';

const explosion: Texts = {
  'herald.txt': 'A boiler exploded at the Marlow paper mill on Monday, injuring at least 30 people.\n\nThe mill burned until evening.',
  'post.txt':
    'Fire crews rushed to Marlow after the boiler of the paper mill exploded on Monday and injured 19 people.\n\nIn 1998 a fire at the mill killed four people.',
  'wire.txt': 'The explosion of a boiler at the Marlow paper mill injured at least 19 people on Monday, police said.',
};
const texts = (conflict: { readonly passages: readonly Parameters<typeof textOf>[1][] } | undefined, of: Texts) =>
  conflict?.passages.map((place) => textOf(of, place)).sort();

describe('conflicts', () => {
  it('puts all counts of one thing together when two of them cannot both be right', () => {
    const conflicts = corpusOf(explosion).conflicts();
    assert.equal(conflicts.length, 1);
    assert.equal(conflicts[0]?.kind, 'number');
    assert.deepEqual(texts(conflicts[0], explosion), ['19 people', 'at least 19 people', 'at least 30 people']);
  });

  it('has the same key wherever the folder lies, and knows the one it had there before', () => {
    const keysBelow = (root: string) => {
      const corpus = new Corpus({ wordnet, nameOf: (uri) => uri.slice(root.length) });
      for (const [name, text] of Object.entries(explosion)) put(corpus, `${root}${name}`, text);
      return corpus.conflicts().map(({ key, formerKey }) => [key, formerKey]);
    };
    const plain = corpusOf(explosion).conflicts();
    const [here = [], there = []] = [keysBelow('file:///home/ana/'), keysBelow('file:///srv/articles/')].flat();
    assert.deepEqual([here[0], there[0]], [plain[0]?.key, plain[0]?.key]);
    assert.equal(plain[0]?.formerKey, undefined);
    assert.ok(here[1] !== undefined && there[1] !== undefined && here[1] !== there[1]);
    const [addressed] = corpusOf(
      Object.fromEntries(Object.entries(explosion).map(([name, text]) => [`file:///home/ana/${name}`, text])),
    ).conflicts();
    assert.equal(here[1], addressed?.key);
  });

  it('names a value once, with a capital or without', () => {
    const [conflict] = corpusOf({
      'a.txt': 'A landslide at Corvo killed three people on Friday.',
      'b.txt': 'A landslide at Corvo killed four people on Friday.',
      'c.txt': 'Three people were killed on Friday by a landslide at Corvo.',
    }).conflicts();
    assert.equal(conflict?.message, '“three people” against “four people”');
    assert.equal(conflict.passages.length, 3);
  });

  it('tells of one article only what it has a side in', () => {
    const others = { 'dam.txt': 'The dam at Corvo holds 40 million litres.', 'lake.txt': 'The dam at Corvo holds 60 million litres.' };
    const corpus = corpusOf({ ...explosion, ...others });
    assert.deepEqual(texts(corpus.conflictsOf('herald.txt')[0], explosion), ['19 people', 'at least 19 people', 'at least 30 people']);
    assert.ok(corpus.conflictsOf('herald.txt').every(({ passages }) => passages.some(({ uri }) => uri === 'herald.txt')));
    assert.ok(corpus.conflictsOf('dam.txt').every(({ passages }) => passages.every(({ uri }) => uri in others)));
  });

  for (const [what, a, b] of [
    [
      'a lower bound that the other count keeps',
      'The landslide at Corvo buried at least 12 houses on Friday.',
      'A landslide buried 14 houses at Corvo on Friday.',
    ],
    [
      'the dead and the injured',
      'The landslide at Corvo killed 12 people on Friday.',
      'The landslide at Corvo injured 40 people on Friday.',
    ],
    [
      'the visits of two people',
      'Foreign minister Ilse Brand said she was glad. Brand begins a three-day visit to Corvo.',
      'Chancellor Otto Reuter said he was glad. Reuter ended a five-day visit to Corvo.',
    ],
    ['a part of a group', 'About 100 sailors were aboard the Petrel.', 'Three of the sailors aboard the Petrel spoke to reporters.'],
    ['the number of a bus', 'The bus No. 12 to Corvo was late.', 'The bus No. 14 to Corvo was late.'],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      assert.deepEqual(corpusOf({ 'a.txt': a, 'b.txt': b }).conflicts(), []);
    });
  }

  it('sees that one person cannot stay three and four days', () => {
    const of: Texts = {
      'a.txt':
        'Minister Ilse Brand landed in Corvo. "We are glad to be here," Brand said. Brand\'s three-day visit to Corvo began on Sunday.',
      'b.txt':
        '"The talks went well," said Brand, who is in Corvo for a four-day visit, her first.\n\nChancellor Otto Reuter paid a two-day visit to Corvo last year.',
    };
    const [conflict, ...others] = corpusOf(of).conflicts();
    assert.deepEqual(others, []);
    assert.equal(conflict?.kind, 'duration');
    assert.deepEqual(texts(conflict, of), ['four-day visit', 'three-day visit']);
  });

  it('sees one utterance given to two people', () => {
    const of: Texts = {
      'a.txt': 'Nadia Serrano spoke first. "The council sold our orchard behind closed doors," Serrano said.',
      'b.txt': 'Tobias Munk was angry. "The council sold our orchard behind closed doors," Munk said.',
    };
    const [conflict] = corpusOf(of).conflicts();
    assert.equal(conflict?.kind, 'speaker');
    assert.match(conflict.message, /Serrano/);
    assert.match(conflict.message, /Munk/);
  });

  it('sees a negation on one side only', () => {
    const of: Texts = {
      'a.txt': '"The turbine hall is not safe for visitors this winter," said Nadia Serrano.',
      'b.txt': '"The turbine hall is safe for visitors this winter," said Nadia Serrano.',
    };
    assert.deepEqual(
      corpusOf(of)
        .conflicts()
        .map(({ kind, message }) => [kind, message]),
      [['wording', '“not” only on one side']],
    );
  });

  for (const [what, a, b, kind, message] of [
    ['a denial', 'Ida Lorne said the quay was shut.', 'Ida Lorne denied that the quay was shut.', 'wording', '“denied” only on one side'],
    [
      '“will” and “won’t”',
      '"I will answer every letter from the harbour," Ida Lorne said.',
      '"I won’t answer every letter from the harbour," Ida Lorne said.',
      'wording',
      '“won’t” only on one side',
    ],
    [
      'a negation in reported speech',
      'Ida Lorne said that she would open every letter from the harbour.',
      'Ida Lorne said that she would not open every letter from the harbour.',
      'wording',
      '“not” only on one side',
    ],
    [
      'another month',
      '"We shall reopen the quay before June," Ida Lorne said.',
      '"We shall reopen the quay before July," Ida Lorne said.',
      'date',
      '“before June” against “before July”',
    ],
    [
      'another sum',
      '"The quay will cost £2m to repair," Ida Lorne said.',
      '"The quay will cost £3 million to repair," Ida Lorne said.',
      'number',
      '“cost £2m” against “cost £3 million”',
    ],
    [
      'another part of a group',
      '"Two of my brothers were on the quay," Ida Lorne said.',
      '"Three of my brothers were on the quay," Ida Lorne said.',
      'number',
      '“Two of my brothers” against “Three of my brothers”',
    ],
    [
      'another time of day',
      '"The quay sank at 7.40pm," Ida Lorne said.',
      '"The quay sank at 8:15 p.m.," Ida Lorne said.',
      'date',
      '“at 7.40pm” against “at 8:15 p.m.”',
    ],
  ] as const) {
    it(`sees ${what} in one sentence of one speaker`, () => {
      const conflicts = corpusOf({ 'a.txt': `The tide was high. ${a}`, 'b.txt': `The tide was high. ${b}` }).conflicts();
      assert.deepEqual(
        conflicts.map((conflict) => [conflict.kind, conflict.message]),
        [[kind, message]],
      );
    });
  }

  for (const [what, a, b] of [
    [
      'figures that are the same',
      '"The quay cost £2m to repair," Ida Lorne said.',
      '"The quay cost £2 million to repair," Ida Lorne said.',
    ],
    ['numerals', '"We sold three hundred and twelve tickets for it," Ida Lorne said.', '"We sold 312 tickets for it," Ida Lorne said.'],
    [
      'a bound',
      '"At least 30 of my cousins were on the quay," Ida Lorne said.',
      '"Some 40 of my cousins were on the quay," Ida Lorne said.',
    ],
    ['metres', '"The quay sank 2m into the mud," Ida Lorne said.', '"The quay sank 2 metres into the mud," Ida Lorne said.'],
    ['a condition', '"I will open the quay," Ida Lorne said.', '"I will not open the quay if it rains," Ida Lorne said.'],
    ['a denial denied', 'Ida Lorne said the quay was shut.', 'Ida Lorne did not deny that the quay was shut.'],
    [
      'an apostrophe of another kind',
      '"The gulls have eaten every single chip," Ida O’Lorne said.',
      '"The gulls have eaten every single chip," Ida O\'Lorne said.',
    ],
    ['two people', 'Ida Lorne said the quay was shut.', 'Tobias Munk denied that the quay was shut.'],
    ['two sentences', '"Two of my brothers were on the quay," Ida Lorne said.', '"Three of my cousins fell off the quay," Ida Lorne said.'],
  ] as const) {
    it(`sees no contradiction of one speaker in ${what}`, () => {
      assert.deepEqual(corpusOf({ 'a.txt': `The tide was high. ${a}`, 'b.txt': `The tide was high. ${b}` }).conflicts(), []);
    });
  }

  it('makes a rendering that it turns against a passage one that contradicts it, in reports too, until a person has decided', () => {
    const of: Texts = {
      'a.txt': '"There is no evidence that the quay was rotten," Ida Lorne said.',
      'b.txt': '"There is evidence that the quay was rotten," Ida Lorne said.',
      'c.txt': 'At the gate stood Ida Lorne. "There is no evidence that the quay was rotten," she said.',
    };
    const corpus = corpusOf(of);
    const asked = passage(of, 'a.txt', 'There is no evidence that the quay was rotten');
    const found = withContradictions(asked, corpus.match(asked), corpus.conflicts());
    assert.deepEqual(found.map(({ uri, relation }) => [uri, relation]).sort(), [
      ['b.txt', 'contradicts'],
      ['c.txt', 'verbatim'],
    ]);
    const sources = Object.entries(of).map(([uri, text]) => {
      const article = readArticle({ uri, path: uri, text, version: 1 });
      return { path: uri, article, analysis: analyse(article), placed: [], sha256: '' };
    });
    const reported = (decided: readonly string[]) => {
      const conflicts = decided.map((key) => ({ key, status: 'dismissed' as const }));
      const { documents } = gatherReport(sources, corpus, emptyRegistry, {}, { links: [], conflicts });
      const [item] = documents[0]?.items.filter(({ type }) => type === 'quotation') ?? [];
      return [item?.renderings.find(({ uri }) => uri === 'b.txt')?.relation, item?.origins.length];
    };
    // Who says the opposite is no origin of the statement.
    assert.deepEqual(reported([]), ['contradicts', 2]);
    assert.deepEqual(reported(corpus.conflicts().map(({ key }) => key)), ['trimmed', 3]);
  });

  it('tells once what somebody says again and again, and each of many sentences', () => {
    const nouns = 'harbour bridge school market tower garden church station'.split(' ');
    const says = (not: string) =>
      nouns.map((noun) => `Ida Lorne said the old ${noun} of Halden would ${not}open this winter.`).join('\n\n');
    const found = corpusOf({ 'a.txt': `${says('')}\n\n${says('')}`, 'b.txt': `${says('not ')}\n\n${says('not ')}` }).conflicts();
    assert.equal(found.length, nouns.length);
  });

  it('of three counts turns the one that is another against a rendering, and not the one that is the same', () => {
    const of: Texts = {
      'a.txt': 'Officials said the two towns would pay 84 million crowns into a common lighthouse fund.',
      'b.txt': 'Officials said the two towns would pay 48 million crowns into a common lighthouse fund.',
      'c.txt': 'It rained. The two towns would pay 84 million crowns into a common lighthouse fund, officials said.',
    };
    const corpus = corpusOf(of);
    const asked = passage(of, 'a.txt', 'the two towns would pay 84 million crowns into a common lighthouse fund');
    const found = withContradictions(asked, corpus.match(asked), corpus.conflicts());
    assert.deepEqual(found.map(({ uri, relation }) => [uri, relation === 'contradicts']).sort(), [
      ['b.txt', true],
      ['c.txt', false],
    ]);
  });

  for (const { name, texts: of, conflicts } of conflictStories) {
    it(`finds in three outlets what contradicts and nothing else: ${name}`, () => {
      const found = corpusOf(of).conflicts();
      const stands = (words: (typeof conflicts)[number]['words'], passages: (typeof found)[number]['passages']) =>
        words.every(([uri, text]) => {
          const { start, end } = passage(of, uri, text);
          return passages.some((place) => place.uri === uri && place.start < end && place.end > start - 20);
        });
      for (const { kind, words } of conflicts)
        assert.ok(
          found.some((conflict) => conflict.kind === kind && stands(words, conflict.passages)),
          `${kind}: ${words.map(([, text]) => text).join(' / ')}`,
        );
      assert.deepEqual(
        found.filter(({ passages }) => !conflicts.some(({ words }) => stands(words, passages))).map(({ message }) => message),
        [],
      );
    });
  }

  it('leaves unrelated articles alone, whatever numbers, days and people they name', () => {
    const mixed = Object.fromEntries(
      conflictStories.map(({ texts: of }, i) => [`${i}.txt`, Object.values(of)[i % Object.keys(of).length] ?? '']),
    );
    assert.deepEqual(corpusOf(mixed).conflicts(), []);
  });

  it('takes a few quoted words for one utterance from three words with content on', () => {
    const report = (who: string, words: string) =>
      `The council of Arvik met on Friday to speak about the dike. ${who} said the dike was "${words}" after the winter storms.`;
    const kinds = (words: string) =>
      corpusOf({ 'a.txt': report('Nadia Serrano', words), 'b.txt': report('Tobias Munk', words) })
        .conflicts()
        .map(({ kind }) => kind);
    assert.deepEqual(kinds('a rotten wooden fence'), ['speaker']);
    assert.deepEqual(kinds('in ruins'), []);
  });

  it('sees words between marks that the full sentence lacks', () => {
    const of: Texts = {
      'a.txt':
        '"Trade between our islands has been steadily deepened with considerable gains for the fishermen," Nadia Serrano said at the pier.',
      'b.txt':
        'Nadia Serrano said at the pier that trade between the islands had been "steadily deepened" and that fishermen had seen "golden years".',
    };
    const [conflict, ...others] = corpusOf(of).conflicts();
    assert.deepEqual(others, []);
    assert.equal(conflict?.kind, 'wording');
    assert.ok(texts(conflict, of)?.includes('golden years'));
  });

  it('sees one spokesman of two bodies, but no contradiction in a shorter title', () => {
    const said = (title: string) => `The dike at Arvik will hold, ${title} Tobias Munk said on Friday. Workers piled sandbags on the dike.`;
    const kinds = (one: string, other: string) =>
      corpusOf({ 'a.txt': said(one), 'b.txt': said(other) })
        .conflicts()
        .map(({ kind }) => kind);
    assert.deepEqual(kinds('Norland Police spokesman', 'Arvik police spokesman'), ['name']);
    assert.deepEqual(kinds('Norland police spokesman', 'police spokesman'), []);
  });

  it('compares no reports of different weeks', () => {
    assert.deepEqual(
      corpusOf(explosion, { 'herald.txt': '2031-03-03', 'post.txt': '2031-03-24', 'wire.txt': '2031-04-20' }).conflicts(),
      [],
    );
  });

  it('reports impossible dates of single articles', () => {
    const of: Texts = { 'a.txt': 'A spokesman said on April 30 that the bridge at Corvo had been closed.' };
    const [conflict] = corpusOf(of, { 'a.txt': '2031-04-17' }).conflicts();
    assert.equal(conflict?.kind, 'impossible-date');
  });

  it('keeps a conflict under its key when something else changes', () => {
    const corpus = corpusOf(explosion);
    const before = corpus.conflicts().map(({ key }) => key);
    put(corpus, 'post.txt', `A photographer was there.\n\n${explosion['post.txt'] ?? ''}`);
    put(corpus, 'new.txt', 'A goat was crowned at the fair.');
    assert.deepEqual(
      corpus.conflicts().map(({ key }) => key),
      before,
    );
  });
});

describe('origins', () => {
  const copy =
    'Rangers closed the northern trail on Tuesday after a bear took a picnic basket from a school class. Nobody was hurt, and the bear left along the river, the warden of the park wrote in a note to parents. The trail opens again on Saturday if the bear has not come back by then.';
  const of: Texts = {
    'a.txt': copy,
    'b.txt': `${copy} Our reporter called the school.`,
    'c.txt':
      'A hungry bear surprised pupils at lunch in the north of the park, which is why walkers must take the other path until the weekend.',
  };

  it('puts copies into one group and every article into exactly one', () => {
    const origins = corpusOf(of).origins();
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, ...uris]).sort(), [
      ['copy', 'a.txt', 'b.txt'],
      ['own', 'c.txt'],
    ]);
  });

  it('sees an article told again sentence by sentence, and counts an empty one for nothing', () => {
    const told: Texts = {
      'a.txt':
        'The harbour of Selm was closed on Tuesday after a crane fell onto the container ship Marabel. The crane driver, a woman of 34, was taken to hospital with a broken arm. Forty containers fell into the water, and divers searched until midnight for a missing dock worker. The port authority said a cable had snapped in a gust of wind. Ships with fruit from Chile must wait outside the breakwater. The union of dock workers had warned in spring that the cables were old. The mayor of Selm, Anke Brodt, called a meeting for Thursday.',
      'b.txt':
        "A crane toppled onto a container vessel, the Marabel, in the port of Selm, which was shut down on Tuesday. Its 34-year-old driver is in hospital; her arm is broken. Some forty containers dropped into the sea and divers were looking for a dock worker who is missing until midnight. A gust of wind had made a cable snap, according to the port authority. Outside the breakwater, ships that carry Chilean fruit have to wait. Warnings about the old cables had come from the dock workers' union in spring. Anke Brodt, mayor of Selm, wants to hold a meeting on Thursday.",
      'c.txt':
        'Anke Brodt, the mayor of Selm, visited the injured driver of the crane in hospital on Wednesday. The 34-year-old said she had heard a bang. A cable of the crane had snapped in the wind on Tuesday and hit the ship Marabel. Insurance experts from Aldby arrived. Families of dock workers lit candles at the gate of the port. A missing worker was found asleep at home. Fruit ships were sent to other harbours.',
      'empty.txt': '',
    };
    const origins = corpusOf(told).origins();
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, ...uris]).sort(), [
      ['own', 'c.txt'],
      ['rewrite', 'a.txt', 'b.txt'],
    ]);
    assert.match(origins.find(({ kind }) => kind === 'rewrite')?.reason ?? '', /^\d sentences tell the same in the same order$/);
  });

  it('does not take shared quotations for copying', () => {
    const words =
      '"We have counted every single tree between the river and the old railway line, and there are fewer each year," said Nadia Serrano.';
    const quoting: Texts = { 'a.txt': `${words} She wore a hat.`, 'b.txt': `The forester was blunt. ${words}` };
    assert.deepEqual(
      corpusOf(quoting)
        .origins()
        .map(({ kind }) => kind),
      ['own', 'own'],
    );
  });

  it('counts two articles of one outlet as one origin', () => {
    const said = '"The orchard will be sold before the end of the summer," Nadia Serrano said';
    const texts: Texts = { 'a.txt': `${said} on Monday.`, 'b.txt': `${said} at the gate.`, 'c.txt': `In the rain stood a crowd. ${said}.` };
    const corpus = corpusOf({});
    for (const [uri, text] of Object.entries(texts)) {
      const set = { outlet: uri === 'c.txt' ? 'Post' : 'Herald' };
      const article = readArticle({ uri, path: uri, text, version: 1, set });
      corpus.put(article, analyse(article));
    }
    const asked = passage(texts, 'a.txt', 'The orchard will be sold before the end of the summer');
    const origins = corpus.originsOf(asked, corpus.match(asked));
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, ...uris]).sort(), [
      ['own', 'c.txt'],
      ['shared-source', 'a.txt', 'b.txt'],
    ]);
  });

  it('counts renderings from one agency as one origin', () => {
    const said = 'The orchard will be sold before the end of the summer';
    const wired: Texts = {
      'a.txt': `"${said}," Nadia Serrano said, according to the Norlandia News Agency.`,
      'b.txt': `"${said}," Nadia Serrano told the Norlandia News Agency.`,
      'c.txt': `At the gate of the orchard stood Nadia Serrano. "${said}," she told this newspaper.`,
    };
    const corpus = corpusOf(wired);
    const asked = passage(wired, 'c.txt', said);
    const origins = corpus.originsOf(asked, corpus.match(asked));
    assert.deepEqual(origins.map(({ kind, uris }) => [kind, ...uris]).sort(), [
      ['own', 'c.txt'],
      ['shared-source', 'a.txt', 'b.txt'],
    ]);
  });

  it('counts an agency’s own article and what is told to it or quoted from it as one origin', () => {
    const said = '"The orchard will be sold before the end of the summer," Nadia Serrano';
    const texts: Texts = {
      'agency.txt': `BREVIK — ${said} said on Friday.`,
      'told.txt': `${said} told the Norlandia News Agency.`,
      'quoted.txt': `Few had come to the gate. ${said} was quoted as saying by NNA.`,
      'saying.txt': `In the village nobody was surprised. ${said} was quoted as saying by the Norlandia News Agency.`,
      'times.txt': `The owners met in the barn. ${said} told the Times.`,
    };
    const outlets: Texts = {
      'agency.txt': 'Norlandia News Agency',
      'times.txt': 'Post',
      'told.txt': 'Herald',
      'saying.txt': 'Valley Times',
    };
    const corpus = corpusOf({});
    for (const [uri, text] of Object.entries(texts)) {
      const article = readArticle({ uri, path: uri, text, version: 1, set: { outlet: outlets[uri] ?? 'Echo' } });
      corpus.put(article, analyse(article));
    }
    const asked = passage(texts, 'agency.txt', 'The orchard will be sold before the end of the summer');
    const shared = corpus.originsOf(asked, corpus.match(asked)).filter(({ kind }) => kind === 'shared-source');
    assert.deepEqual(
      shared.map(({ uris }) => uris),
      [['agency.txt', 'quoted.txt', 'saying.txt', 'told.txt']],
    );
  });
});
