import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation as "speaker: words"; "folded" before what is not shown unless it is asked for. */
function quoted(text: string): string[] {
  const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  return analyse(article)
    .quotations.filter(({ type }) => type !== 'scare')
    .map(
      ({ folded, speakerName, start, end }) => `${folded === true ? 'folded ' : ''}${speakerName ?? '?'}: ${article.raw.slice(start, end)}`,
    );
}

describe('no reported speech', () => {
  const cases: Readonly<Record<string, string>> = {
    'is what a day saw': 'Friday saw the last tug leave. The first week of May saw two storms.',
    'is what a storm took': 'The storm claimed nine barges.',
    'are the objects of acts':
      'Kess praised the crew. She ordered a tea. She called her son. She published a novel. The pilots found the lock shut.',
    'is a verdict that was not given': 'Kess has not condemned the raid.',
    'is what something aims at': 'A rule aimed at saving the mill passed on Friday.',
    'is the day somebody spoke': 'The warden spoke on Friday.',
    'is a caption': 'Warden Orla Kess explaining the new lock to pupils at the mill. (Photo: P. Tarn)',
    'is a promo': 'Find more news on the mill. Story highlights The lock is shut.',
    'is a plan that was kept to': 'All went according to plan, the tug left at noon.',
  };
  for (const [title, text] of Object.entries(cases)) it(title, () => assert.deepEqual(quoted(text), []));
});

describe('reported speech', () => {
  const cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>> = {
    'of a poll is the poll’s': [
      'A poll released on Friday showed Kess leading Tarn by nine points.',
      'poll: Kess leading Tarn by nine points',
    ],
    'of papers is theirs': ['Tax returns show that Kess paid nothing.', 'Tax returns: that Kess paid nothing'],
    'of many has them as speakers': [
      'Many say the mill is lost. Several warned it would burn.',
      'Many: the mill is lost',
      'Several: it would burn',
    ],
    'of those for something is theirs': ['Supporters of the lock say it is safe.', 'Supporters: it is safe'],
    'is what somebody asks of others': ['The warden urged the pilots to wait.', 'warden: the pilots to wait'],
    'ends where the narrator comments': [
      'Kess announced that half of the mill was sold — a sum that surprised Tarn.',
      'Kess: that half of the mill was sold',
    ],
    'is no condition': ['If all goes well, Kess said, “the mill will turn in May.”', 'Kess: “the mill will turn in May.”'],
    'is folded where it is a thought about a deed': ['Kess wants to sell the mill.', 'folded Kess: to sell the mill'],
    'is folded where the writer speaks of himself': ['I think the mill is lost.', 'folded ?: the mill is lost'],
  };
  for (const [title, [text, ...expected]] of Object.entries(cases)) it(title, () => assert.deepEqual(quoted(text), expected));

  it('of a document has a speaker of the kind source', () => {
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text: 'The study found that the lock leaks.', version: 1 });
    assert.deepEqual(
      analyse(article).speakers.map(({ kind }) => kind),
      ['source'],
    );
  });
});

describe('words inside the words of another', () => {
  const nested = (text: string): string[] => {
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
    return (analyse(article).nested ?? []).map(
      ({ speakerName, start, end, in: outer }) => `${speakerName ?? '?'} in ${outer}: ${article.raw.slice(start, end)}`,
    );
  };

  it('are a quotation of their own that names the outer one', () => {
    assert.deepEqual(nested('“It leaks,” said Kess. “My uncle told me, ‘Sell the old mill,’ and I did,” said Tarn.'), [
      'My uncle in 1: ‘Sell the old mill,’',
    ]);
  });

  it('are the outer speaker’s where he speaks of himself', () => {
    assert.deepEqual(nested('“I said, ‘Sell the old mill,’ and left,” said Tarn.'), ['Tarn in 0: ‘Sell the old mill,’']);
  });

  it('are none where the article does not tell whose they are', () => {
    assert.deepEqual(nested('“He said, ‘Sell the old mill,’ and left,” said Tarn.'), []);
    assert.deepEqual(nested('“The ‘old’ mill is mine,” said Tarn.'), []);
  });
});
