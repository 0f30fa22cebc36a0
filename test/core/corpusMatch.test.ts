import assert from 'node:assert/strict';
import { wordDifference } from '../../src/core/index';
import { corpusOf, passage, put, textOf, type Texts } from './corpusStory';

const harbour: Texts = {
  'gazette.txt': `Mayor Odile Brandt met dock workers in Port Selwyn on Tuesday.

"We will rebuild the harbour wall before the winter storms arrive," Brandt said. "Nobody should have to sleep in a gymnasium."

"The insurers have behaved disgracefully, and the ministry has looked away," she added.

The city council approved 40 million crowns for the repairs last week. A trawler was blown onto the rocks during the storm.`,
  'courier.txt': `The mayor of Port Selwyn has promised that the harbor wall will be reconstructed before winter storms come, dock workers said after meeting her.

Brandt called the behaviour of the insurers "disgraceful".

Ferry services to the islands remain suspended. A bakery on the quay reopened on Monday.`,
  'tribune.txt': `PORT SELWYN - "We will rebuild the harbor wall before the winter storms arrive," the mayor told dock workers.

"Insurers acted shamefully and the ministry turned a blind eye," Brandt said, according to a translation.

A goat was crowned at the village fair.`,
};
const wall = 'We will rebuild the harbour wall before the winter storms arrive';

describe('matching', () => {
  it('finds a quotation word for word, spelling aside, and in reported speech', () => {
    const matches = corpusOf(harbour).match(passage(harbour, 'gazette.txt', wall));
    assert.deepEqual(matches.map(({ uri, relation, level }) => [uri, relation, level]).sort(), [
      ['courier.txt', 'indirect', 'match'],
      ['tribune.txt', 'verbatim', 'match'],
    ]);
    const inTribune = matches.find(({ uri }) => uri === 'tribune.txt');
    assert.equal(inTribune && textOf(harbour, inTribune), 'We will rebuild the harbor wall before the winter storms arrive');
  });

  it('calls a quotation in other words retranslated', () => {
    const [match] = corpusOf(harbour)
      .match(passage(harbour, 'gazette.txt', 'The insurers have behaved disgracefully, and the ministry has looked away'))
      .filter(({ uri }) => uri === 'tribune.txt');
    assert.equal(match?.relation, 'retranslated');
    assert.equal(textOf(harbour, match), 'Insurers acted shamefully and the ministry turned a blind eye');
  });

  it('calls a part of the words trimmed', () => {
    const texts = {
      'a.txt':
        'Governor Tam Oyelaran spoke on Friday.\n\n"The dam is old, the dam is cracked, and we shall not fill it again until engineers have looked at every metre," Oyelaran said.',
      'b.txt': 'The reservoir stays empty.\n\n"We shall not fill it again until engineers have looked at every metre," Oyelaran said.',
    };
    const [match] = corpusOf(texts).match(passage(texts, 'b.txt', 'We shall not fill it again until engineers have looked at every metre'));
    assert.equal(match?.relation, 'trimmed');
  });

  it('finds one sentence of a long quotation where others quote or report it alone', () => {
    const told =
      'We have known for years that the reservoir leaks. The gates were inspected in March and nobody told the council. I asked for the papers twice and was sent away. People in the valley deserve better than this, and they will remember it at the polls';
    const texts = {
      'a.txt': `Anger is growing over the dam.\n\n"${told}," councillor Mira Holt said on Monday.`,
      'b.txt':
        'The dam leaks, residents say.\n\n"The gates were inspected in March and nobody told the council," Mira Holt said. The company declined to comment.',
      'c.txt':
        'The dam has become an issue. Holt, a councillor, said she had twice asked for the papers and had been turned away. The mayor defended the company.',
    };
    const matches = corpusOf(texts).match(passage(texts, 'a.txt', told));
    assert.deepEqual(
      matches.map((match) => [match.uri, match.level, match.relation, textOf(texts, match).includes('papers')]),
      [
        ['b.txt', 'match', 'trimmed', false],
        ['c.txt', 'match', 'indirect', true],
      ],
    );
  });

  it('says why: words, names, numbers and the speaker, for and against', () => {
    const texts = {
      'a.txt': 'Minister Ines Falk addressed parliament.\n\n"The Selwyn bridge will carry 900 trucks a day," Falk said.',
      'b.txt': 'Falk spoke for an hour. "The Selwyn bridge will carry 700 trucks a day," Falk said.',
    };
    const [match] = corpusOf(texts).match(passage(texts, 'a.txt', 'The Selwyn bridge will carry 900 trucks a day'));
    const because = new Map(match?.because.map(({ kind, text, against }) => [`${kind}${against ? ' against' : ''}`, text]));
    assert.equal(because.get('names'), 'Selwyn');
    assert.equal(because.get('number against'), '700');
    assert.match(because.get('words') ?? '', /bridge.*truck/);
    assert.ok(because.has('speaker'));
  });

  it('says who speaks where it is somebody else, and names by their name wherever they stand', () => {
    const texts = {
      'a.txt': 'Minister Ines Falk addressed parliament.\n\n"The bridge of Selwyn will carry heavy trucks in winter," Falk said.',
      'b.txt':
        'Governor Tam Oyelaran answered in Selwyn.\n\n"Selwyn’s bridge will carry heavy trucks all winter," Governor Oyelaran said on Friday.',
    };
    const [match] = corpusOf(texts).match(passage(texts, 'a.txt', 'The bridge of Selwyn will carry heavy trucks in winter'));
    const because = new Map(match?.because.map(({ kind, text, against }) => [`${kind}${against ? ' against' : ''}`, text]));
    assert.equal(because.get('names'), 'Selwyn');
    assert.equal(because.get('speaker against'), 'Tam Oyelaran');
  });

  for (const [what, words] of [
    ['a quotation nobody else has', 'Nobody should have to sleep in a gymnasium.'],
    ['a fact nobody else has', 'A trawler was blown onto the rocks during the storm'],
  ] as const) {
    it(`finds nothing for ${what}`, () => {
      assert.deepEqual(corpusOf(harbour).match(passage(harbour, 'gazette.txt', words)), []);
    });
  }

  it('prefers the visit of the same person to another visit of that length', () => {
    const texts = {
      'a.txt': 'Trade envoy Kaspar Lund arrived in Varenna for a four-day visit. He will tour the glass works.',
      'b.txt': 'The pope ended his four-day visit to Orsova on Sunday.\n\nLund, the trade envoy, began a visit of four days to Varenna.',
    };
    const [match] = corpusOf(texts).match(passage(texts, 'a.txt', 'Trade envoy Kaspar Lund arrived in Varenna for a four-day visit'));
    assert.match(match ? textOf(texts, match) : '', /^Lund, the trade envoy/);
  });

  const tram: Texts = {
    'a.txt': `A tram left its rails in Osk on Friday. Nine people were hospitalised. The brakes had not failed, the operator said.

Officers combed the depot for the culprit.`,
    'b.txt': `Osk will get new trams next year, and the mayor was pleased on Friday. The works cost four million crowns.

Nine were wounded when a tram jumped the rails. Police hunted for an attacker in the sheds. The signal failed, too.`,
  };
  for (const [asked, there] of [
    ['Nine people were hospitalised', 'Nine were wounded'],
    ['Officers combed the depot for the culprit', 'Police hunted for an attacker'],
  ] as const) {
    it(`knows words that news uses for one thing: “${asked}”, “${there}”`, () => {
      const [match] = corpusOf(tram).match(passage(tram, 'a.txt', asked));
      assert.ok(match && textOf(tram, match).includes(there));
    });
  }

  it('takes what is denied for no rendering of what is said to be so', () => {
    assert.deepEqual(corpusOf(tram).match(passage(tram, 'a.txt', 'The brakes had not failed')), []);
  });

  it('takes the nearer number for the same count', () => {
    const texts = {
      'a.txt': 'A ferry struck the pier in Lunde. Nine people were hurt.',
      'b.txt': 'In an earlier storm 200 people were hurt on board.\n\nIn this collision 11 people were hurt on board.',
    };
    const [match] = corpusOf(texts).match(passage(texts, 'a.txt', 'Nine people were hurt'));
    assert.match(match ? textOf(texts, match) : '', /11 people/);
  });

  it('finds no rendering of a word or two that may stand anywhere', () => {
    assert.deepEqual(corpusOf(tram).match(passage(tram, 'a.txt', 'on Friday')), []);
    assert.deepEqual(corpusOf(tram).match(passage(tram, 'a.txt', 'its rails')), []);
  });

  it('answers anew after an article changes or goes', () => {
    const corpus = corpusOf(harbour);
    const asked = passage(harbour, 'gazette.txt', wall);
    assert.equal(corpus.match(asked).length, 2);
    corpus.drop('tribune.txt');
    assert.deepEqual(
      corpus.match(asked).map(({ uri }) => uri),
      ['courier.txt'],
    );
    put(corpus, 'courier.txt', 'The goat was crowned again.');
    assert.deepEqual(corpus.match(asked), []);
  });

  it('keeps an answer until then', () => {
    const corpus = corpusOf(harbour);
    const asked = passage(harbour, 'gazette.txt', wall);
    assert.equal(corpus.match(asked), corpus.match(asked));
  });

  it('counts in the raw text of Markdown', () => {
    const texts = {
      ...harbour,
      'note.md': '# Notes\n\nShe said: "We will **rebuild** the harbour wall before the [winter storms](https://example.org) arrive."',
    };
    const match = corpusOf(texts)
      .match(passage(texts, 'tribune.txt', 'We will rebuild the harbor wall before the winter storms arrive'))
      .find(({ uri }) => uri === 'note.md');
    assert.match(match ? textOf(texts, match) : '', /^We will \*\*rebuild\*\* the harbour wall before the \[winter storms\].* arrive$/);
  });

  it('finds a free text', () => {
    const [best] = corpusOf(harbour).matchText('the bakery on the quay opened again on Monday');
    assert.equal(best?.uri, 'courier.txt');
  });

  it('looks only at likely articles of a large folder, and finds what a small one does', () => {
    const many: Record<string, string> = { ...harbour };
    for (let i = 0; i < 90; i++)
      many[`other-${i}.txt`] =
        `Report ${i} on the weather in Fenwick. The wind turned ${i % 4} times. Shops in street ${i} were closed by noon.`;
    const matches = corpusOf(many).match(passage(many, 'gazette.txt', wall));
    assert.deepEqual(matches.map(({ uri }) => uri).sort(), ['courier.txt', 'tribune.txt']);
  });

  it('works without WordNet, and with texts that say nothing', () => {
    const texts = {
      'a.txt': '',
      'b.txt': '…',
      'c.txt': '"Stop the press now," said Ada Quill.',
      'd.txt': '"Stop the press now," said Ada Quill.',
    };
    const corpus = corpusOf(texts);
    assert.deepEqual(corpus.match({ uri: 'a.txt', start: 0, end: 0 }), []);
    assert.deepEqual(corpus.match({ uri: 'gone.txt', start: 0, end: 9 }), []);
    assert.deepEqual(corpus.match({ uri: 'b.txt', start: 0, end: 1 }), []);
    assert.equal(corpus.match(passage(texts, 'c.txt', 'Stop the press now')).length, 1);
  });
});

describe('the difference of two renderings', () => {
  const join = (changes: ReturnType<typeof wordDifference>, kind: 'removed' | 'added') =>
    changes
      .filter((change) => change.kind === 'same' || change.kind === kind)
      .map((change) => change.text)
      .join('');
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  for (const [from, to] of [
    ['We will rebuild the wall.', 'They will rebuild the old wall'],
    ['', 'all new'],
    ['all old', ''],
    ['same', 'same'],
    ['“Never,” she said.', 'never – she said'],
    ['a well-known man', 'a man'],
    ['a b c a b c', 'c b a c b a'],
  ] as const) {
    it(`gives the other wording back, and the words of this one: ${from} / ${to}`, () => {
      const changes = wordDifference(from, to);
      assert.equal(join(changes, 'added'), to);
      assert.deepEqual(words(join(changes, 'removed')), words(from));
    });
  }

  it('is none where only case and marks differ', () => {
    for (const [from, to] of [
      ['The bridge, he said, is safe', '“the bridge – he said – is safe.”'],
      ["It's over", 'It’s over!'],
      ['NEVER', 'never'],
    ] as const) {
      assert.deepEqual(wordDifference(from, to), [{ kind: 'same', text: to }]);
    }
  });

  it('names the words that changed', () => {
    const changes = wordDifference('We will rebuild the wall', 'We will mend the wall');
    assert.deepEqual(
      changes.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim()),
      ['rebuild', 'mend'],
    );
  });
});
