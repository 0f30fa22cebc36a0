import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation as "speaker: part … part", with through whom it came in brackets. */
function quoted(text: string, path = 'a.txt'): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return analyse(article).quotations.map(({ speakerName, parts, provenance }) => {
    const words = parts.map(({ start, end }) => article.raw.slice(start, end));
    return `${speakerName ?? '?'}: ${words.join(' … ')}${provenance === undefined ? '' : ` [${provenance.name}]`}`;
  });
}

describe('a transcript in small letters', () => {
  it('has roles and names before its turns', () => {
    const text = 'Interviewer: What did you see?\n\nMara: I saw it come over the wall.\n\nInterviewer: And then?\n\nMara: Nothing.';
    assert.deepEqual(quoted(text), [
      'Interviewer: What did you see?',
      'Mara: I saw it come over the wall.',
      'Interviewer: And then?',
      'Mara: Nothing.',
    ]);
  });

  it('is none where nobody speaks of himself', () => {
    assert.deepEqual(quoted('Ana Ruiz left on Monday.\n\nCost: 40 million.\n\nTip: Bring a coat.\n\nDear Sir: the bridge is shut.'), []);
  });

  it('has a title before it that nobody says', () => {
    assert.deepEqual(quoted('Transcript: Ana Ruiz on the flood\n\nHALE: What did you see?'), ['HALE: What did you see?']);
  });
});

describe('Q and A', () => {
  const turns = '\n\nQ: Who pays?\n\nA: Nobody knows.';
  const cases: Readonly<Record<string, readonly [introduction: string, asks: string, answers: string]>> = {
    'is with whom somebody spoke to': ['Tom Hale spoke to Ana Ruiz, mayor of Halden, about the flood.', 'Tom Hale', 'Ana Ruiz'],
    'is with who spoke to a paper': ['Ana Ruiz spoke to the Halden Courier last week.', 'Halden Courier', 'Ana Ruiz'],
    'is with who answered questions': ['The harbour master, Ida Moss, answered some of your questions.', '?', 'Ida Moss'],
    'is with who was interviewed': ['The Courier’s Tom Hale interviewed the mayor, Ana Ruiz.', 'Tom Hale', 'Ana Ruiz'],
    'is an interview with somebody': ['Below is our interview with the novelist Ida Moss.', '?', 'Ida Moss'],
    'is with whom the title names, of two bare names': ['Moss on the flood\n\nTom Hale talks to Ida Moss.', 'Tom Hale', 'Ida Moss'],
    'is with nobody of two bare names where nothing tells': ['Ida Moss spoke to Tom Hale on Friday.', '?', '?'],
    'is with who was speaking to somebody': ['Ida Moss was speaking to Tom Hale.', 'Tom Hale', 'Ida Moss'],
    'is with who answered by name before': ['Tom Hale: Do you fish?\n\nIda Moss: I do.', 'Tom Hale', 'Ida Moss'],
    'is with nobody where the text does not say': ['The flood took the bridge.', '?', '?'],
  };
  for (const [title, [introduction, asks, answers]] of Object.entries(cases))
    it(title, () => assert.deepEqual(quoted(introduction + turns).slice(-2), [`${asks}: Who pays?`, `${answers}: Nobody knows.`]));

  it('may have full stops or whole words before its turns, and initials are none', () => {
    assert.deepEqual(quoted('Q. Is it safe?\n\nA. It is.\n\nQ. Sure?\n\nA. Yes.'), ['?: Is it safe?', '?: It is.', '?: Sure?', '?: Yes.']);
    assert.deepEqual(quoted('Question: Is it safe?\n\nAnswer: It is.'), ['?: Is it safe?', '?: It is.']);
    assert.deepEqual(quoted('A. Ruiz left the town.'), []);
  });
});

describe('an interview without labels', () => {
  const turns = '\n\nWhat did you see?\n\nI saw it come over the wall.\n\nWas it high?\n\nYes. I measured it.\n\nMy brother helped us.';
  const read = (asks: string, answers: string) => [
    `${asks}: What did you see?`,
    `${answers}: I saw it come over the wall.`,
    `${asks}: Was it high?`,
    `${answers}: Yes. I measured it. … My brother helped us.`,
  ];

  it('is read after words that say whom it is with', () => {
    assert.deepEqual(quoted(`Our interview with Ida Moss.${turns}`), read('?', 'Ida Moss'));
    assert.deepEqual(quoted(`Tom Hale spoke to Ida Moss, mayor of Halden.${turns}`), read('Tom Hale', 'Ida Moss'));
  });

  it('is read in bold and in headings after one question and answer with labels', () => {
    const text =
      '### TIDE WEEKLY: Who are you?\n\nIDA MOSS: I fish.\n\n**What did you see?**\n\nI saw it.\n\n### Was it high?\n\nYes. I was there.';
    assert.deepEqual(quoted(text, 'a.md').slice(2), [
      'TIDE WEEKLY: What did you see?',
      'IDA MOSS: I saw it.',
      'TIDE WEEKLY: Was it high?',
      'IDA MOSS: Yes. I was there.',
    ]);
  });

  const plain =
    '\n\n**Why is the lock shut?**\n\nBecause the gate leaks.\n\n**Who pays for it?**\n\nThe county. Half of it is promised.\n\n*When does it open?*\n\nIn the spring, with a feast.';
  const asked = (answers: string) => [
    '?: Why is the lock shut?',
    `${answers}: Because the gate leaks.`,
    '?: Who pays for it?',
    `${answers}: The county. Half of it is promised.`,
    '?: When does it open?',
    `${answers}: In the spring, with a feast.`,
  ];
  it('is read in bold and italics where the answers speak of nobody, after words that name whom it is with', () => {
    assert.deepEqual(quoted(`The lock\n\nWe spoke to Ida Moss, who keeps the lock.${plain}`), asked('Ida Moss'));
    assert.deepEqual(quoted(`The lock\n\nBelow is our interview with Ida Moss.${plain}`, 'a.md'), asked('Ida Moss'));
  });

  it('is read after a headline that names who speaks on what', () => {
    const own = plain.replace('Because', 'I shut it because').replace('The county.', 'We do.').replaceAll('*', '');
    assert.deepEqual(quoted(`Ida Moss on the lock${own}`).slice(0, 2), [
      '?: Why is the lock shut?',
      'Ida Moss: I shut it because the gate leaks.',
    ]);
  });

  it('is none where the answers report, name whom they should be from, or nobody is interviewed', () => {
    const spoke = 'The lock\n\nWe spoke to Ida Moss, who keeps the lock.';
    assert.ok(!quoted(spoke + plain.replace('Because', 'The mayor said')).some((each) => each.includes('Why is')));
    assert.deepEqual(quoted(spoke + plain.replace('The county', 'Moss and the county')), []);
    assert.deepEqual(quoted(`What there is to know of the lock${plain}`), []);
    assert.deepEqual(quoted(`Halden Lock on the brink${plain}`), []);
  });

  it('is none where nobody is interviewed, or nobody answers', () => {
    assert.ok(!quoted(`The flood took the bridge.${turns}`).some((each) => each.includes('What did')));
    const questions = 'The mayor met Tom Hale.\n\nWho pays?\n\nThe council has no plan.\n\nWill it open?\n\nThe road is shut.';
    assert.deepEqual(quoted(questions), []);
  });
});

describe('a label in capitals', () => {
  it('over a picture with whose it is has nobody’s words, and the paragraph after it has a speaker of its own', () => {
    const text =
      'RESCUE: The boat came in at noon [LOWEN PRESS]\n\nThe mayor, Ida Moss, said: “Our thoughts are with you. I wish you well.\n\n“We are ready.”';
    assert.deepEqual(quoted(text), ['Ida Moss: “Our thoughts are with you. I wish you well. … “We are ready.”']);
  });

  it('is none where it is a thing', () => assert.deepEqual(quoted('It rained.\n\nA SHORT GUIDE: How do I sail?'), []));
});

describe('a letter without marks', () => {
  it('stands after a colon, for as long as somebody speaks of himself', () => {
    const text =
      'In an email to the council, Tom Esker wrote:\n\nI cannot accept the plan.\n\nWe will go to court.\n\nThe council did not reply.';
    assert.deepEqual(quoted(text), ['Tom Esker: I cannot accept the plan. … We will go to court. [email]']);
  });

  it('may have its writer after the letter', () => {
    assert.deepEqual(quoted('Here is the letter from Tom Hale:\n\nI cannot accept the plan.'), ['Tom Hale: I cannot accept the plan.']);
  });

  it('is none where nobody is said to have written', () => {
    assert.deepEqual(quoted('These are the rules:\n\nWe print letters on Mondays.'), []);
  });
});

describe('provenance', () => {
  const agency = 'The plan is dead, Reuters reported. “It is over,” minister Ana Ruiz said.\n\n';

  it('does not run on to the block quote of another', () => {
    assert.equal(quoted(`${agency}Tom Hale, a fisherman, disagreed:\n\n> I doubt it.`, 'a.md').at(-1), 'Tom Hale: I doubt it.');
  });

  it('of a block quote is what announces it', () => {
    const text = `${agency}Tom Hale, a fisherman, wrote on his blog:\n\n> I doubt it.`;
    assert.equal(quoted(text, 'a.md').at(-1), 'Tom Hale: I doubt it. [his blog]');
  });

  it('is a programme without the marks and the stop of its title', () => {
    assert.equal(quoted('“I will stay,” Ruiz said on “The Morning Hour.”')[0], 'Ruiz: “I will stay,” [Morning Hour]');
  });
});

describe('who speaks', () => {
  it('may stand after an outlet, and after a programme', () => {
    const text =
      'NBC’s Mara Linden said: “The vote is not over.”\n\n“Why did you leave?” asked the Courier’s Tom Hale.\n\n“The Late Hour” host Ida Moss joked that it was over.';
    assert.deepEqual(quoted(text), [
      'Mara Linden: “The vote is not over.”',
      'Tom Hale: “Why did you leave?”',
      '?: “The Late Hour”',
      'Ida Moss: that it was over',
    ]);
  });

  it('is the company that "it" stands for, where it says something', () => {
    const text = 'Norvik Shipping said the yard would close. It said 40 jobs would go. “We regret this,” it said.';
    assert.deepEqual(quoted(text).slice(1), ['Norvik Shipping: 40 jobs would go', 'Norvik Shipping: “We regret this,”']);
    assert.deepEqual(quoted('Tessel, the parcel firm, bought a depot. It said the deal was done.'), ['Tessel: the deal was done']);
  });

  it('is no person where "it" only does something', () => {
    assert.deepEqual(quoted('Hilda Gorm keeps a lid on the row. It threatens the whole campaign.').slice(-1), ['?: the whole campaign']);
  });
});

describe('a headline', () => {
  it('is parted from the byline under it', () => {
    for (const byline of ['By Ana Ruiz', 'By Ana Ruiz, transport correspondent, and Tom Hale', 'Ana Ruiz']) {
      const text = `Mayor Ida Moss says Tarn Bridge will not open again before May\n${byline}\n\nThe bridge was shut on Monday.`;
      assert.deepEqual(quoted(text), ['Ida Moss: Tarn Bridge will not open again before May'], byline);
    }
  });

  it('may be a topic and no speaker', () => {
    assert.deepEqual(quoted('Tarn Bridge: ‘We had no choice’\n\nThe council shut the bridge.'), ['?: ‘We had no choice’']);
    assert.deepEqual(quoted('Ruiz: ‘We had no choice’\n\nThe council shut the bridge.'), ['Ruiz: ‘We had no choice’']);
  });
});
