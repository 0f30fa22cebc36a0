import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation as "speaker: part … part"; "I" before reported speech. */
function quoted(text: string, path = 'a.txt'): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return analyse(article).quotations.map(({ type, speakerName, parts }) => {
    const words = parts.map(({ start, end }) => article.raw.slice(start, end));
    return `${type === 'indirect' ? 'I ' : ''}${speakerName ?? '?'}: ${words.join(' … ')}`;
  });
}

const said = [
  ['a', 'I will read a note, and then we take what you have.'],
  ['b', 'Do you know who paid for the crane?'],
  ['a', 'I do. The council said it had the money.'],
  ['b', 'And the ferry?'],
  ['a', 'We sold it, and I am glad.'],
] as const;

/** The same talk in another house's labels. */
function talk(first: string, second: string): string {
  return `Talk at the old mill\n\n${said.map(([who, words]) => `${who === 'a' ? first : second}${words}`).join('\n\n')}`;
}
function answers(one: string, other: string): string[] {
  return said.map(([who, words]) => `${who === 'a' ? one : other}: ${words}`);
}

describe('a transcript', () => {
  const shapes: Readonly<Record<string, readonly [first: string, second: string, one: string, other: string]>> = {
    'in capitals, with questions that have no colon': ['MS. TARN:  ', 'Q    ', 'TARN', '?'],
    'in capitals, with one blank after the question’s letter': ['DR. TARN: ', 'Q ', 'TARN', '?'],
    'with places and parties in brackets': ['Mr Olin Tarn (Ferry Hill) (Ind): ', 'The Mayor: ', 'Olin Tarn', 'Mayor'],
    'of a parliament with dashes': ['Olin Tarn (ABC). – ', 'Mira Kess, rapporteur. – ', 'Olin Tarn', 'Mira Kess'],
    'of a congress with stops': ['Mr. TARN. ', 'The CHAIRWOMAN. ', 'TARN', 'CHAIRWOMAN'],
    'with names alone': ['Olin Tarn: ', 'Mira Kess: ', 'Olin Tarn', 'Mira Kess'],
    'with hours before the names': ['[00:12:03] Olin Tarn: ', '[00:12:44] Mira Kess: ', 'Olin Tarn', 'Mira Kess'],
    'with lines of their own': ['Olin Tarn\n', 'Mira Kess\n', 'Olin Tarn', 'Mira Kess'],
    'with lines of their own and hours': ['Olin Tarn (00:12):\n', 'Mira Kess (01:40):\n', 'Olin Tarn', 'Mira Kess'],
    'with numbered speakers': ['SPEAKER 1: ', 'SPEAKER 2: ', 'SPEAKER 1', 'SPEAKER 2'],
    'with a house whose name begins with a number': ['Olin Tarn: ', '7QM: ', 'Olin Tarn', '7QM'],
    'with a house in capitals and a name': ['KRN: ', 'Olin Tarn: ', 'KRN', 'Olin Tarn'],
    'with one who asks and the subject': ['SUBJECT: ', 'INTERVIEWER: ', 'SUBJECT', 'INTERVIEWER'],
    'with names in bold': ['**Olin Tarn:** ', '**Mira Kess:** ', 'Olin Tarn', 'Mira Kess'],
  };
  for (const [title, [first, second, one, other]] of Object.entries(shapes))
    it(title, () => assert.deepEqual(quoted(talk(first, second)), answers(one, other)));

  it('gives all paragraphs up to the next label to one speaker, and reports nothing within', () => {
    const text =
      'Hearing on the crane\n\nTARN: I have two things to tell you.\n\nOn Monday the harbour master told the crew that the crane was safe. It fell on Friday.\n\nThe board denied that.\n\nKESS: Who is “the board”?\n\nTARN: Ask them.';
    assert.deepEqual(quoted(text), [
      'TARN: I have two things to tell you. … On Monday the harbour master told the crew that the crane was safe. It fell on Friday. … The board denied that.',
      'KESS: Who is “the board”?',
      'TARN: Ask them.',
    ]);
  });

  it('gives stage directions, hours and the end to nobody', () => {
    const text =
      'Briefing\n\nMR. TARN: I am late. (Laughter.) We begin.\n\n(The lights go out.)\n\nQ    Are you well?\n\nMR. TARN: I am. [applause]\n\nQ    Thank you.\n\nEND 2:10 P.M.\n\nThe mill shuts at six.';
    assert.deepEqual(quoted(text), ['TARN: I am late. … We begin.', '?: Are you well?', 'TARN: I am.', '?: Thank you.']);
  });

  it('names people once and has their initials from then on', () => {
    const [first, second, ...rest] = said;
    const turns = [
      `Olin Tarn: ${first[1]}`,
      `Mira Kess: ${second[1]}`,
      ...rest.map(([who, words]) => `${who === 'a' ? 'OT' : 'MK'}: ${words}`),
    ];
    assert.deepEqual(quoted(turns.join('\n\n')), answers('Olin Tarn', 'Mira Kess'));
  });

  it('has a turn of somebody else among those of names, and words in bold', () => {
    const text =
      'Talk at the mill\n\n**Olin Tarn:** I bought the wheel.\n\n**9C: And the pond?**\n\n**Olin Tarn:** We drained it.\n\n**Mira Kess:** Did you ask?\n\n**Olin Tarn:** I did not.';
    assert.deepEqual(quoted(text), [
      'Olin Tarn: I bought the wheel.',
      '9C: And the pond?',
      'Olin Tarn: We drained it.',
      'Mira Kess: Did you ask?',
      'Olin Tarn: I did not.',
    ]);
  });

  it('goes on over words that nobody has understood', () => {
    const text = talk('MS. TARN: ', 'MR. KESS: ').replace('a note, and', 'a note [inaudible 00:14:05] and');
    assert.equal(quoted(text)[0], 'TARN: I will read a note [inaudible 00:14:05] and then we take what you have.');
  });

  it('of subtitles says whose words are whose as far as it is told, and reports nothing within', () => {
    const text =
      '[00:00:01] The weir was opened at noon.\n\n[00:00:05] TARN: Who opened it? The warden said that he had.\n\n[00:00:09] >> I said so.\n\n[00:00:12] - When?\n\n[00:00:15] TARN: At noon.';
    assert.deepEqual(quoted(text), [
      '?: The weir was opened at noon.',
      'TARN: Who opened it? The warden said that he had.',
      '?: I said so.',
      '?: When?',
      'TARN: At noon.',
    ]);
  });

  it('of subtitles without any name is nobody’s known words', () => {
    const text = '[00:00:01] I said that the weir holds.\n\n[00:01:05] Grace says it does, and who knows better?';
    assert.deepEqual(quoted(text), ['?: I said that the weir holds.', '?: Grace says it does, and who knows better?']);
  });

  it('may have two labels only, where both have a title', () => {
    const text =
      'Briefing at the mill\n\nMS. TARN: Good day, everybody. I have a word on the ferry.\n\nThe ferry is sold.\n\nMR. KESS: Thank you, and good day.';
    assert.deepEqual(quoted(text), [
      'TARN: Good day, everybody. I have a word on the ferry. … The ferry is sold.',
      'KESS: Thank you, and good day.',
    ]);
  });

  it('in an article ends with what is said', () => {
    const text =
      'The mill was sold last week to a bank, and the town is angry at the price that was paid for the land and for the wheel.\n\nTARN: I knew nothing.\n\nKESS: You signed it.\n\nTARN: I did not.\n\nThe bank told the council on Tuesday that the sale would stand.';
    assert.deepEqual(quoted(text).slice(-2), ['TARN: I did not.', 'I bank: that the sale would stand']);
  });
});

describe('labels that make no transcript', () => {
  const cases: Readonly<Record<string, string>> = {
    'a form': 'FROM: The harbour office\n\nTO: All crews\n\nDATE: 4 May\n\nSUBJECT: The new crane\n\nThe crane stands on the quay.',
    'hours of opening': '10AM: Swimming for all\n\n2PM: Swimming for children\n\n10AM: The café\n\n2PM: The sauna',
    'a list of prices': 'Price: 12 crowns\n\nWhere: The mill\n\nPrice: 14 crowns\n\nWhere: The quay\n\nPrice: 9 crowns',
    'a letter that names a division': 'The lock burst.\n\nQ Division sent two boats to the quay.\n\nA boat sank.',
    'places with dashes':
      'Lowen – The bridge is shut.\n\nOstre – The lock is dry.\n\nLowen – The fair is off.\n\nOstre – The market is open.',
  };
  for (const [title, text] of Object.entries(cases)) it(title, () => assert.deepEqual(quoted(text), []));
});
