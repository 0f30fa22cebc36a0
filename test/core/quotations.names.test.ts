import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation as "speaker: words"; "I" before reported speech, "S" before marks that quote nobody. */
function quoted(text: string): string[] {
  const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  const letters = { direct: '', mixed: '', indirect: 'I ', scare: 'S ' };
  return analyse(article).quotations.map(({ type, speakerName, parts }) => {
    const words = parts.map(({ start, end }) => article.raw.slice(start, end));
    return `${letters[type]}${speakerName ?? '?'}: ${words.join(' … ')}`;
  });
}
/** Who speaks, in order. */
function speakers(text: string): string[] {
  return quoted(text).map((line) => line.slice(0, line.indexOf(':')));
}

describe('an office in capitals', () => {
  it('is whoever has been called so', () => {
    const text =
      'Prime Minister Ada Kess met Foreign Minister Omar Tarn. “It rains,” the Prime Minister said. “It snows,” said the Foreign Minister.';
    assert.deepEqual(speakers(text), ['Ada Kess', 'Omar Tarn']);
  });
});

describe('"they"', () => {
  it('are the two that the sentence is about', () => {
    assert.deepEqual(speakers('The central bank was calm. Ada Kess and Omar Tarn live in Lowen, but they say they will leave.'), [
      'I Ada Kess and Omar Tarn',
    ]);
  });

  it('are no thing', () => {
    assert.deepEqual(speakers('Pilots came. Competition for berths is hot. They said it was late.'), ['I ?']);
  });
});

describe('a name', () => {
  const twice: Readonly<Record<string, readonly [full: string, short: string]>> = {
    'keeps its particles': ['Tomo de la Vell', 'De la Vell'],
    'keeps particles of the north': ['Rika Lotte van den Osten', 'Van den Osten'],
    'may begin with a small letter': ['Samir al-Tarani', 'al-Tarani'],
    'has an elided particle': ['Luc d’Ombre', 'd’Ombre'],
    'is known by the surname inside it': ['Inês de Varga e Lima', 'Varga'],
    'may be a month': ['Orla May', 'May'],
    'may be another month': ['Piet March', 'March'],
    'may be a title': ['Sven Major', 'Major'],
    'may begin with a verb': ['Will Tarn', 'Will'],
  };
  for (const [title, [full, short]] of Object.entries(twice))
    it(title, () => assert.deepEqual(speakers(`“It leaks,” said ${full}. “Badly,” ${short} said.`), [full, full]));

  it('stands after a title in the plural', () => {
    assert.deepEqual(speakers('Captains Orla Kess and Piet Tarn went aboard. “It leaks,” Kess said.'), ['Orla Kess']);
    assert.deepEqual(speakers('Sisters Orla and Rika Kess went aboard. “It leaks,” Orla said.'), ['Orla']);
  });

  it('stands after an outlet and an office', () => {
    assert.deepEqual(speakers('“It leaks,” Tarn Mercury Editor-in-Chief Orla Kess said.'), ['Orla Kess']);
    assert.deepEqual(speakers('“It leaks,” Secretary of Defense Kess said.'), ['Kess']);
  });

  it('may be a handle', () => {
    assert.deepEqual(speakers('@orla_kess wrote: “It leaks.”'), ['@orla_kess']);
  });

  it('of a month stays a day’s', () => {
    assert.deepEqual(speakers('Kess said on May 3 that the barge leaks. In March she said it was sound.'), ['I Kess', 'I Kess']);
  });
});

describe('the speaker', () => {
  const cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>> = {
    'may be one of several': ['“It leaks,” one of the pilots, a Tarn man, told the Mercury.', 'one of the pilots: “It leaks,”'],
    'may be some of them': ['“It leaks,” some of them said.', 'some of them: “It leaks,”'],
    'may be those somewhere': ['“It leaks,” those on the quay said.', 'those on the quay: “It leaks,”'],
    'is whom an agency quotes': ['“It leaks,” the Tarn wire quoted Orla Kess as telling reporters.', 'Orla Kess: “It leaks,”'],
    'is whom an outlet reports': ['The Mercury reported Orla Kess as saying: “It leaks.”', 'Orla Kess: “It leaks.”'],
    'is in whose words it stands': ['The barge was, in Orla Kess’s words, “a sieve”.', 'Orla Kess: “a sieve”'],
    'is whose verdict it was': ['“A sieve” was the pilot’s verdict.', 'pilot: “A sieve”'],
    'is who would say no more': ['“Ask the owner” was all Kess would say.', 'Kess: “Ask the owner”'],
    'acted right before': ['Orla Kess lit a pipe. “The barge is a sieve.” Tarn nodded.', 'Orla Kess: “The barge is a sieve.”'],
    'is no crowd that acted before': ['The pilots laughed. “The barge is a sieve.”', '?: “The barge is a sieve.”'],
    'of two who spoke in turn is unknown': [
      '“Does it leak?” Orla Kess asked.\n\n“A bit,” said Piet Tarn.\n\n“Since when?”',
      'Orla Kess: “Does it leak?”',
      'Piet Tarn: “A bit,”',
      '?: “Since when?”',
    ],
    'is not who was written to': [
      'Four pilots sent a note to Owner Piet Tarn asking when the barge would go.',
      'I Four pilots: when the barge would go',
    ],
    'is not the brother of whom it is about': [
      'The Mercury met Orla Kess, whose son, Piet Kess, is a pilot. “I am proud,” Kess said.',
      'Orla Kess: “I am proud,”',
    ],
    'of a rule is nobody': [
      'Orla Kess said she would stay. Pilots have to declare “any gift that a passenger may have handed them on the way”, by law.',
      'I Orla Kess: she would stay',
      '?: “any gift that a passenger may have handed them on the way”',
    ],
    'stands before descriptions in a row': [
      '“It leaks,” Orla Kess, head of pilots at Varn, a tug firm in Tarn told the Mercury.',
      'Orla Kess: “It leaks,”',
    ],
    'stands before a description with a short title': [
      'Orla Kess, an aide to Gov. Piet Tarn, said even the tug was late.',
      'I Orla Kess: even the tug was late',
    ],
    'has the title before a relative no more': [
      'They met in Old Tarn.\n\nMs Kess’s brother, Piet Kess, confirmed the sale. “It is done,” he said.',
      'I Piet Kess: the sale',
      'Piet Kess: “It is done,”',
    ],
    'heads a line above': ['From the desk of Orla Kess, harbour poet.\n\n“The barge is a sieve.”', 'Orla Kess: “The barge is a sieve.”'],
    'heads remarks': ['Remarks by Warden Orla Kess:\n\n“The barge is a sieve.”', 'Orla Kess: “The barge is a sieve.”'],
    'of a whole sentence is its source': [
      'The owners plan to sell the barge, according to Orla Kess.',
      'I Orla Kess: The owners plan to sell the barge',
    ],
  };
  for (const [title, [text, ...expected]] of Object.entries(cases)) it(title, () => assert.deepEqual(quoted(text), expected));
});

describe('words between marks', () => {
  it('with single straight marks go on over paragraphs', () => {
    const text =
      "'It's old, and it's leaking,' Orla Kess told the Mercury.\n\n'You can see that it's been patched, and patched again.\n\n'If it's sold, I'm off,' she said.";
    assert.deepEqual(speakers(text), ['Orla Kess', 'Orla Kess']);
  });

  it('that name what a letter is about quote nobody', () => {
    assert.deepEqual(quoted('Re: “Sell the barge,” Page 4:\n\nI agree.'), ['S ?: “Sell the barge,”']);
  });

  it('are somebody’s where he speaks of himself', () => {
    assert.deepEqual(quoted('On the hull stood “I was here first” in red.'), ['?: “I was here first”']);
    assert.deepEqual(quoted('The “old” barge is for sale.'), ['S ?: “old”']);
  });
});

describe('through whom words came', () => {
  it('is not carried from a post to what is said', () => {
    const article = readArticle({
      uri: 'a.txt',
      path: 'a.txt',
      text: 'Orla Kess tweeted that it leaks.\n\n“I know it,” Kess said.',
      version: 1,
    });
    assert.deepEqual(
      analyse(article).quotations.map(({ provenance }) => provenance?.kind),
      ['post', undefined],
    );
  });
});
