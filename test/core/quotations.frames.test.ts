import { table } from './quoted';

describe('a sentence that ends in an abbreviation', () => {
  table({
    'ends before words between marks': [
      'The chief, Marta Lind, said the fire began after 2 p.m. “It spread in minutes,” she said.',
      'indirect, Marta Lind: the fire began after 2 p.m.',
      'direct, Marta Lind: “It spread in minutes,”',
    ],
    'may end in a firm, a country or a generation': [
      'She works for Moor Inc. “It is a good firm,” Ida Poe said. He left the U.S. “I had to go,” Rolf Tarn said. His boss is Tom Pell Jr. “He never wrote,” Jo Moss said.',
      'direct, Ida Poe: “It is a good firm,”',
      'direct, Rolf Tarn: “I had to go,”',
      'direct, Jo Moss: “He never wrote,”',
    ],
    'ends at an hour before another sentence, and not before its day': [
      'It opened at 9 p.m. Police said two were hurt. It opened at 9 p.m. Monday, said Ida Poe.',
      'indirect, Police: two were hurt',
      'indirect, Ida Poe: It opened at 9 p.m. Monday',
    ],
    'does not end before a title or a fragment': [
      'He worked for Moor Inc. “boats” on Monday. Ida Poe said it was late.',
      'indirect, Ida Poe: it was late',
    ],
  });
});

describe('what opens a sentence', () => {
  table({
    'with "Asked" is the question, and nothing the answer’s speaker said': [
      'Asked why she came, Ida Moss told the Courier, “I had to.” Asked what drew her to boats, Moss said, “My father had one.”',
      'direct, Ida Moss: “I had to.”',
      'direct, Ida Moss: “My father had one.”',
    ],
    'with what was not done is no reported speech': [
      'Not waiting for an answer, Ida Moss replied, “We sail on.”',
      'direct, Ida Moss: “We sail on.”',
    ],
    'with how somebody felt is no second speaker': ['Exasperated, Ida Moss finally asked, “Who sails?”', 'direct, Ida Moss: “Who sails?”'],
    'with "Speaking in" is nobody’s name': [
      'Speaking in the chamber, the Labour member said: “It is over.”',
      'direct, Labour member: “It is over.”',
    ],
    'with the verb may have how it was said between': ['Replied Ida Moss, with some delicacy, “Hardly.”', 'direct, Ida Moss: “Hardly.”'],
    'with the hour of an entry has none of the words': [
      '12:00 | Ida Moss: “There will be an inquiry”\n\n14.29 Harbour officials said the boat is lost.\n\n08:55 “We know,” Moss said.',
      'direct, Ida Moss: “There will be an inquiry”',
      'indirect, Harbour officials: the boat is lost',
      'direct, Ida Moss: “We know,”',
    ],
    'with a picture has none of the words': ['🔴 “We lost everything,” 😭 wrote Ida Moss.', 'direct, Ida Moss: “We lost everything,”'],
    'with a noun of several is no person': [
      'Claims were made that Rolf Tarn was careful. He said the boat was his.',
      'indirect, Rolf Tarn: the boat was his',
    ],
  });
});

describe('who a name after an office is', () => {
  table({
    'stands after what the office is for': [
      'Minister in the Ministry of Finance Brian Moss said, “It is simple.” Moss said it was late. Acting Attorney for the District of Halden Joshua Venn said it was cold.',
      'direct, Brian Moss: “It is simple.”',
      'indirect, Brian Moss: it was late',
      'indirect, Joshua Venn: it was cold',
    ],
    'stands after a short form in brackets': [
      'It will rise, warns the Coastal Health Organization (CHO) Director Carla F. Moss.',
      'indirect, Carla F. Moss: It will rise',
    ],
    'has none of the words before, where it did not respond': [
      '“It is a scare,” added Rep. Ida Moss, the top member of the panel. “I am sure of it.” Panel Chairman Jason Venn did not respond to a request for comment.',
      'direct, Ida Moss: “It is a scare,” … “I am sure of it.”',
    ],
  });
});

describe('who a name between commas is', () => {
  table({
    'is the neighbour of somebody, after the verb': [
      '“He did not jump,” said Tarn’s neighbour, Ida Moss, head of the yard. “He sat,” said Tarn’s lodger, Jo Venn.',
      'direct, Ida Moss: “He did not jump,”',
      'direct, Jo Venn: “He sat,”',
    ],
    'is the holder of an office with capitals': [
      'HMA Chief Executive, Ida Moss, said: “It is late.” The Chief Officer (Acting) of the Harbour Trade Authority, Jo Venn, added that it was over.',
      'direct, Ida Moss: “It is late.”',
      'indirect, Jo Venn: that it was over',
    ],
    'is the minister of several things': [
      '“We look on,” Minister of Industry, Investment and Commerce, Senator the Hon. Aubrey Moss, told Halden News.',
      'direct, Aubrey Moss: “We look on,”',
    ],
    'may be at a place between commas': [
      'Ida Moss, a former economist who now teaches at the University of Halden, Norway, has warned that rates could “drown” us.',
      'mixed, Ida Moss: that rates could “drown” us',
    ],
    'stands before a colon, with an office or a place': [
      'Will Moss, the captain: “We go on.”\n\nIda Tarn on X: “They did nothing.”\n\nTarn on the tolls: “Nobody asked.”',
      'direct, Will Moss: “We go on.”',
      'direct, Ida Tarn: “They did nothing.”',
      'direct, Ida Tarn: “Nobody asked.”',
    ],
    'is no half of an agency': [
      'Coastal Search and Rescue Agency chief Bamba Moss told reporters that six boats were found.',
      'indirect, Bamba Moss: that six boats were found',
    ],
    'follows a list and a comma': [
      'Turkey, Poland, Malta and Spain have been removed from the list, said Transport Secretary Rolf Tarn.\n\nHe also added that it was late.',
      'indirect, Rolf Tarn: Turkey, Poland, Malta and Spain have been removed from the list',
      'indirect, Rolf Tarn: that it was late',
    ],
  });
});

describe('words that stand by themselves', () => {
  table({
    'in a headline or between paragraphs are those of whoever says them in the text': [
      '“I did not sign it”\n\nIt rained, Jo Venn said.\n\n‘It is hard to overstate this ruling.’\n\nIda Moss was angry. “I did not sign it. I have the paper here,” Moss said. Her lawyer, Rolf Tarn, said: “It is hard to overstate this ruling. We all will feel it.”',
      'direct, Ida Moss: “I did not sign it”',
      'indirect, Jo Venn: It rained',
      'direct, Rolf Tarn: ‘It is hard to overstate this ruling.’',
      'direct, Ida Moss: “I did not sign it. I have the paper here,”',
      'direct, Rolf Tarn: “It is hard to overstate this ruling. We all will feel it.”',
    ],
    'are nobody’s whom the text does not name': ['“I did not sign it”\n\nIt rained.', 'direct, unknown: “I did not sign it”'],
  });
});

describe('pronouns', () => {
  table({
    'in capitals are a country or an agency': [
      '“It was hard,” the US envoy said. The WHO said the outbreak was over. It told us so.',
      'direct, US envoy: “It was hard,”',
      'indirect, WHO: the outbreak was over',
    ],
    'mean who did something at that time, and not a line with a day': [
      'Posted: 2 May 2024\n\nDirector Ida Moss at that time asked for details. “We were sold on it,” she said.',
      'direct, Ida Moss: “We were sold on it,”',
    ],
    'mean two who do something that could be a noun': [
      'Ada Moss and Jo Venn-Tarn rent a flat in Halden, but they say they are ready to buy.',
      'indirect, Ada Moss and Jo Venn-Tarn: they are ready to buy',
    ],
    'mean nobody who is a thing with a number': [
      'HM Flight QZ850 made a steep climb, a source said. “It was too high,” he said.',
      'indirect, source: HM Flight QZ850 made a steep climb',
      'direct, source: “It was too high,”',
    ],
  });
});

describe('verbs of speech', () => {
  table({
    'are none in "named:" and "in plain terms:"': [
      'Halden nurse patient named: First picture of Ida Moss\n\nA reporter described the harbour in blunt, know-all terms:\n\n“It leaks.”',
      'indirect, reporter: the harbour in blunt, know-all terms',
      'direct, reporter: “It leaks.”',
    ],
    'may be gestures beside a comma': [
      '“We talked them out of it,” Ida Moss beams. “It was hard,” she shrugged. “Never mind,” shared Mr Tarn. The pair shared “a laugh” with Jo Venn.',
      'direct, Ida Moss: “We talked them out of it,”',
      'direct, Ida Moss: “It was hard,”',
      'direct, Tarn: “Never mind,”',
    ],
    'may be a noun that somebody has': ['Ida Moss’s apology was short and plain: “I let you down.”', 'direct, Ida Moss: “I let you down.”'],
    'are none in what is added, written or offered by somebody at a time': [
      'Flavours change with the mash, different waters added from springs. What they write is help for all. A chance was offered by Ida Moss when she was on 22. She was strong, per the usual, but late.',
    ],
    'do not make an adjective their subject': ['It overturned the previous state Superior Court ruling in Halden.'],
    'leave who was there to the narrator': [
      'Rolf Tarn stood still, reported Ida Moss of South Radio, who was in the courtroom.',
      'indirect, Ida Moss: Rolf Tarn stood still',
    ],
  });
});
