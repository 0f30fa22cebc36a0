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
    'is thanks to somebody': 'The mill turned again, thanks to the pilots who came in March.',
    'is what an office did not grant': 'It denied the permit, since the lock leaked.',
    'is a rule about reports': 'The order does not change reporting duties set by the harbour office.',
    'is what was known when something happened': 'Kess knew that when she saw the tide.',
    'was not announced by neither nor': 'Neither the guild nor the harbour office had announced a date on Monday.',
    'is an agreement that was made': 'Tarn has agreed a deal to run the ferry until the end of the winter season.',
    'is what somebody apologised for': 'The guild publicly apologised for and took back the notice.',
    'is the heading of a reference': 'O. Kess et al. Locks and Sluices: A Guide for the Support of Small Mills, Handbook of Water (2018).',
    'is a position that was kept': 'The guild maintained that position at a meeting of the council.',
    'was not yet announced': 'The guild has not yet formally announced the visit.',
    'is a meeting that was called': 'The guild called a meeting in May about “the old lock” and its gates.',
    'is a farewell': 'He can also say farewell to the old mill.',
    'follows simple rules': 'The gates turn, one after the other, according to simple rules.',
    'is a score': 'Lowen 0-0 Tarn: Island League as it happened',
    'is what seats were added': 'This poor year – only six berths won, two seats added, and the chair lost – led to a quarrel.',
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
    'is folded where "it" would be odd': ['It is odd to argue that the lock is safe.', 'folded ?: that the lock is safe'],
    'is a clause whose subject is a deed': [
      'The pilots said closing the lock might ruin them.',
      'pilots: closing the lock might ruin them',
    ],
    'is a clause with a verb that is in no list': ['Kess says she even misses the fog a bit.', 'Kess: she even misses the fog a bit'],
    'ends where another speaks after "while"': [
      'The guild said ten boats were lost while the Lowen harbour office said two were found.',
      'guild: ten boats were lost',
      'Lowen harbour office: two were found',
    ],
    'is what somebody insinuates': ['Kess insinuated that the lock was sold.', 'Kess: that the lock was sold'],
    'is folded where it was observed': ['The crew noted whether the gate was shut.', 'folded crew: whether the gate was shut'],
    'is folded where an explanation was not given': [
      'The warden did not explain why the gate was shut.',
      'folded warden: why the gate was shut',
    ],
    'is folded where somebody likes to note it': ['Kess is fond of noting how the mill has grown.', 'folded Kess: how the mill has grown'],
    'is what somebody asks another': [
      'A pilot asked Kess whether the lock was safe. Tarn asked the crew how they felt.',
      'pilot: Kess whether the lock was safe',
      'Tarn: the crew how they felt',
    ],
    'of several names is theirs': ['But Mr. Kess and Ms. Tarn say other locks are old.', 'Kess and Tarn: other locks are old'],
    'of those in two places is theirs': ['Growers in Lowen and around the country say the mill must turn.', 'Growers: the mill must turn'],
    'inside a relative clause ends with it': ['The warden, whose book says the lock is old, left the mill.', 'whose book: the lock is old'],
    'goes on after "and that"': [
      'Kess said that the lock leaks – and that the mill would stop in May.',
      'Kess: that the lock leaks – and that the mill would stop in May',
    ],
    'goes on before thanks to something': [
      'Kess says she is sure of her trade until late, thanks to the lamps on the quay.',
      'Kess: she is sure of her trade until late, thanks to the lamps on the quay',
    ],
    'follows a clause that comes before who speaks': [
      'Though that sale was quiet, Kess said, replacing the lock would be harder.',
      'Kess: replacing the lock would be harder',
    ],
    'follows a place after the verb': ['Kess says at a market in Lowen, Norland, that the lock leaks.', 'Kess: that the lock leaks'],
    'by "according to" in the middle has both sides': [
      'The offer, according to the Courier, came from Lowen.',
      'Courier: The offer, according to the Courier, came from Lowen',
    ],
    'by "according to" after a dash and "but" is what follows': [
      'It was tied to tolls -- but according to the guild, it never grew.',
      'guild: it never grew',
    ],
    'by "per" at the end is that paper’s': [
      'The mill was sold in May, per the harbour ledger.',
      'harbour ledger: The mill was sold in May',
    ],
    'by an inverted verb is not that of the words before it': [
      'The rule would cut what parents have for their children at small mills, hurting their trade, says Kess, who owns one.',
      'Kess: The rule would cut what parents have for their children at small mills, hurting their trade',
    ],
    'is no title after what somebody did': [
      'After singing “Low Tide,” Kess told the crowd, “We may come again.”',
      'Kess: “We may come again.”',
    ],
    'of a gerund right before marks is cut off from what was known': [
      'Kess walks home knowing that the lamps are lit, insisting, “the dark is gone.”',
      'folded Kess: that the lamps are lit',
      'Kess: “the dark is gone.”',
    ],
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
