import assert from 'node:assert/strict';
import { quoted, table } from './quoted';

describe('a sentence that opens with', () => {
  table({
    '"According to" has the source’s words, and nobody of that name': [
      'It rained. According to the skipper, the log was answered for, and a copy was told of. He calls the crew “my lads.”',
      'indirect, skipper: the log was answered for, and a copy was told of',
      'mixed, skipper: the crew “my lads.”',
    ],
    'a participle names nobody by it': [
      'Asked whether she had paid, Paula Venn shook her head. “Nobody asked me,” she said.',
      'direct, Paula Venn: “Nobody asked me,”',
    ],
  });
});

describe('a block quote whose last line is a name', () => {
  const before = 'Ilo Brandt said it rained.\n\n';
  const rain = 'indirect, Ilo Brandt: it rained';
  const cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>> = {
    'in a paragraph of its own, with an office, is that person’s': [
      '> "We counted 93 boats."\n>\n> Paula Venn, harbour chief\n',
      rain,
      'direct, Paula Venn: "We counted 93 boats."',
    ],
    'on the next line, after a dash, is that person’s': [
      '> We counted the boats.\n> — Paula Venn\n',
      rain,
      'direct, Paula Venn: We counted the boats.',
    ],
    'is that person’s in every paragraph': [
      '> We counted the boats.\n>\n> None was lost.\n>\n> Harbour chief Paula Venn\n',
      rain,
      'direct, Paula Venn: We counted the boats. … None was lost.',
    ],
    'that is part of a sentence stays quoted': [
      '> We counted the boats.\n>\n> None was lost by Paula Venn.\n',
      rain,
      'direct, Ilo Brandt: We counted the boats. … None was lost by Paula Venn.',
    ],
  };
  for (const [name, [text, ...expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual(quoted(before + text, 'a.md'), expected));
});

describe('speakers in a list', () => {
  table({
    'are all meant before the verb': ['“Never,” Brandt, Venn and Ruiz said.', 'direct, Brandt and Venn and Ruiz: “Never,”'],
    'are all meant after the verb': ['“Never,” said Brandt, Venn and Ruiz.', 'direct, Brandt and Venn and Ruiz: “Never,”'],
    'do not begin with a place': ['In Halden, Venn and Ruiz said the ferry was late.', 'indirect, Venn and Ruiz: the ferry was late'],
  });
});

describe('reported speech', () => {
  table({
    'may open with an estimate': [
      'Police said at least 40 boats sank. They said nearly half the crews swam. They said about a dozen people were lost.',
      'indirect, Police: at least 40 boats sank',
      'indirect, Police: nearly half the crews swam',
      'indirect, Police: about a dozen people were lost',
    ],
    'may have a speaker whose place ends in a genitive': [
      'Dr Venn of St Anna’s said six swimmers were cold. “They are well,” added Dr Holt of St Anna’s.',
      'indirect, Venn: six swimmers were cold',
      'direct, Holt: “They are well,”',
    ],
    'may be what somebody claims to have done': [
      'Paula Venn claimed to have seen the letter.',
      'indirect, Paula Venn: to have seen the letter',
    ],
    'goes on around “he claims”, with its subject': [
      'Ilo Brandt arrived. The pier, he claims, was sound.',
      'indirect, Ilo Brandt: The pier … was sound',
    ],
    'is the reporter’s “she says”, whoever the sentence is about': [
      'Paula Venn kept the letter. Brandt, she says, never replied to it.',
      'indirect, Paula Venn: Brandt … never replied to it',
    ],
    'is no pronoun alone': ['Brandt denies that. Venn replied to it.'],
    'is not what somebody does not like to talk about': ['Paula Venn does not like to talk about the storm.'],
    'is what somebody does not hesitate to call it': [
      'Paula Venn did not hesitate to call the plan a waste of money.',
      'indirect, Paula Venn: to call the plan a waste of money',
    ],
  });
});

describe('a live blog', () => {
  table({
    'names its speakers before a colon, with when and where': [
      'Harbour chief Paula Venn, speaking at the pier: “The ferry is safe.”\n\nBrandt again: “It was late.”\n\nVenn, on the phone: “It was not.”',
      'direct, Paula Venn: “The ferry is safe.”',
      'direct, Brandt: “It was late.”',
      'direct, Paula Venn: “It was not.”',
    ],
    'does not make a speaker of a topic': ['Two questions about Halden, in short: “Who paid?”', 'direct, unknown: “Who paid?”'],
  });
});
