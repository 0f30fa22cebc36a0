import assert from 'node:assert/strict';
import { findQuotations } from '../../src/core/analysis/quotations/quotations';

/** Every quotation that is no indirect one, as `type: words [speaker]`. */
function found(text: string): string[] {
  return all(text).filter((line) => !line.startsWith('indirect'));
}
function all(text: string): string[] {
  return findQuotations(text, { english: true }).quotations.map(
    ({ parts, type, speakerName }) =>
      `${type}: ${parts.map(({ start, end }) => text.slice(start, end)).join(' … ')} [${speakerName ?? '?'}]`,
  );
}

function table(cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>>, find = found): void {
  for (const [name, [text, ...expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(find(text), expected));
}

describe('quotation marks', () => {
  table({
    curly: ['“The bridge opens in May,” Ana Ruiz said.', 'direct: “The bridge opens in May,” [Ana Ruiz]'],
    straight: ['"The bridge opens in May," Ana Ruiz said.', 'direct: "The bridge opens in May," [Ana Ruiz]'],
    'two single marks': ["''The bridge opens in May,'' Ana Ruiz said.", "direct: ''The bridge opens in May,'' [Ana Ruiz]"],
    guillemets: ['«The bridge opens in May», Ana Ruiz said.', 'direct: «The bridge opens in May» [Ana Ruiz]'],
    'low and high': ['„The bridge opens in May“, Ana Ruiz said.', 'direct: „The bridge opens in May“ [Ana Ruiz]'],
    'the British way round': ['‘The bridge opens in May,’ Ana Ruiz said.', 'direct: ‘The bridge opens in May,’ [Ana Ruiz]'],
    'British, with the comma outside': ["'The bridge opens in May', Ana Ruiz said.", "direct: 'The bridge opens in May' [Ana Ruiz]"],
    'straight and curly mixed': ['"The bridge opens in May,” Ana Ruiz said.', 'direct: "The bridge opens in May,” [Ana Ruiz]'],
    'UTF-8 read as Windows-1252': [
      'â€œThe bridge opens in May,â€\u009d Ana Ruiz said.',
      'direct: â€œThe bridge opens in May,â€\u009d [Ana Ruiz]',
    ],
    'single within double count once': [
      '“They call it ‘the crooked bridge’ here,” Ana Ruiz said.',
      'direct: “They call it ‘the crooked bridge’ here,” [Ana Ruiz]',
    ],
    'double within single count once': [
      '‘They call it “the crooked bridge” here,’ Ana Ruiz said.',
      'direct: ‘They call it “the crooked bridge” here,’ [Ana Ruiz]',
    ],
    'apostrophes open nothing': ["The workers' union and Ruiz's office don't agree on the '90s rule; it's the council's turn."],
    'an apostrophe inside does not close': [
      "'The workers' tunnel isn't safe,' Ana Ruiz said.",
      "direct: 'The workers' tunnel isn't safe,' [Ana Ruiz]",
    ],
    'a height is no quotation': ['The goalkeeper is 6\'3" tall and the striker 5\'9" at most.'],
    'letters between apostrophes are no end': [
      "Ana Ruiz called it 'rock 'n' roll for people who hate it'.",
      "direct: 'rock 'n' roll for people who hate it' [Ana Ruiz]",
    ],
    'a mark that never closes ends with its paragraph': [
      '“The bridge opens in May or in June.\n\nThe council meets on Friday.\n\n“We agree,” Omar Holt said.',
      'direct: “The bridge opens in May or in June. [?]',
      'direct: “We agree,” [Omar Holt]',
    ],
    'a mark that never closes ends before who said it': [
      '“It opens, said Ana Ruiz, the mayor.\r\n\r\n“The bridge opens in June, she said.\n\n“We agree,” Omar Holt said.',
      'direct: “It opens, [Ana Ruiz]',
      'direct: “The bridge opens in June, [Ana Ruiz]',
      'direct: “We agree,” [Omar Holt]',
    ],
    'a closing mark alone is dropped': ['The bridge opens in May,” the sign by the road has it.'],
  });
});

describe('the speaker beside the marks', () => {
  table({
    'before the verb': ['“It opens in May,” Mayor Ana Ruiz said on Monday.', 'direct: “It opens in May,” [Ana Ruiz]'],
    'after the verb': ['“It opens in May,” said Ana Ruiz, the mayor of Halden.', 'direct: “It opens in May,” [Ana Ruiz]'],
    'before the quotation, with a colon': ['Ana Ruiz said: “It opens in May.”', 'direct: “It opens in May.” [Ana Ruiz]'],
    'before the quotation, with a comma': ['In Halden, Ana Ruiz replied, “It opens in May.”', 'direct: “It opens in May.” [Ana Ruiz]'],
    'a question mark instead of a comma': ['“When does it open?” Ana Ruiz asked.', 'direct: “When does it open?” [Ana Ruiz]'],
    'across an apposition': [
      '“It opens in May,” Ana Ruiz, a retired engineer who has run Halden since 2019, said.',
      'direct: “It opens in May,” [Ana Ruiz]',
    ],
    'across an age and a place': ['“It opens in May,” Ana Ruiz, 52, a baker in Halden, said.', 'direct: “It opens in May,” [Ana Ruiz]'],
    'the listener is not the speaker': ['“It opens in May,” Ana Ruiz told Omar Holt.', 'direct: “It opens in May,” [Ana Ruiz]'],
    'a listener before the quotation': ['Ana Ruiz told reporters: “It opens in May.”', 'direct: “It opens in May.” [Ana Ruiz]'],
    'the possessor is not the speaker': [
      "“It opens in May,” Ana Ruiz's spokesman, Omar Holt, said.",
      'direct: “It opens in May,” [Omar Holt]',
    ],
    'quoted by an outlet telling somebody': [
      '“It opens in May,” Ruiz was quoted by the Halden Courier telling Holt.',
      'direct: “It opens in May,” [Ruiz]',
    ],
    'was quoted as saying': ['“It opens in May,” Ana Ruiz was quoted as saying.', 'direct: “It opens in May,” [Ana Ruiz]'],
    'an agency quoted somebody as saying': [
      'The agency quoted Ana Ruiz as saying: “It opens in May.”',
      'direct: “It opens in May.” [Ana Ruiz]',
    ],
    'according to': [
      'The bridge is “nearly ready to open,” according to Ana Ruiz.',
      'mixed: The bridge is “nearly ready to open,” [Ana Ruiz]',
    ],
    'after an opening without a subject': ['Asked about the ferry, Ana Ruiz said: “It stays.”', 'direct: “It stays.” [Ana Ruiz]'],
    'behind an adverbial with a name in it': ['In a Courier interview Ana Ruiz said: “It stays.”', 'direct: “It stays.” [Ana Ruiz]'],
    'the name of an office that ends in a name': [
      '“It stays,” the head of the Halden Port Authority, Ana Ruiz, told the Courier.',
      'direct: “It stays,” [Ana Ruiz]',
    ],
    'a noun of speech': ["Ana Ruiz's answer was that the ferry was “a relic.”", 'mixed: that the ferry was “a relic.” [Ana Ruiz]'],
    'a relative clause speaks for itself': [
      'The ferry, which began in May, matters as it carries what they call the “Sunday crowd”.',
      'mixed: the “Sunday crowd” [?]',
    ],
    'a dash after the words': ['“It opens in May.” — Ana Ruiz', 'direct: “It opens in May.” [Ana Ruiz]'],
    'a label': ['Ana Ruiz: “It opens in May.”', 'direct: “It opens in May.” [Ana Ruiz]'],
    'nobody where the text does not say': [
      '“It opens in May, and not a day later.”',
      'direct: “It opens in May, and not a day later.” [?]',
    ],
  });
});

describe('quotations in parts', () => {
  table({
    'both sides of the attribution': [
      '“It opens in May,” Ana Ruiz said, “and the ferry stops.”',
      'direct: “It opens in May,” … “and the ferry stops.” [Ana Ruiz]',
    ],
    'the next sentence of the paragraph': [
      '“It opens in May,” Ana Ruiz said. “The ferry stops then.”',
      'direct: “It opens in May,” … “The ferry stops then.” [Ana Ruiz]',
    ],
    'after words of the attribution that are no name': [
      '“It opens in May,” Ana Ruiz told the council on Monday, tapping the plan. “The ferry stops then.”',
      'direct: “It opens in May,” … “The ferry stops then.” [Ana Ruiz]',
    ],
    'before the one that is attributed': [
      '“It opens in May.” “The ferry stops then,” Ana Ruiz said. “Nobody will miss it.”',
      'direct: “It opens in May.” … “The ferry stops then,” … “Nobody will miss it.” [Ana Ruiz]',
    ],
    'over paragraphs that reopen': [
      '“It opens in May,” Ana Ruiz said. “The ferry stops then.\n\n“Nobody will miss it.',
      'direct: “It opens in May,” … “The ferry stops then. … “Nobody will miss it. [Ana Ruiz]',
    ],
    'over paragraphs of which only the last says whose words they are': [
      'Omar Holt left.\n\n“The ferry stops in May.\n\n“It is old.\n\n“Nobody will miss it,” Ana Ruiz said.',
      'direct: “The ferry stops in May. … “It is old. … “Nobody will miss it,” [Ana Ruiz]',
    ],
    'not after a paragraph that forgot its mark': [
      '“It opens in May, Omar Holt said.\n\n“The ferry stops then,” Ana Ruiz said.',
      'direct: “It opens in May, [Omar Holt]',
      'direct: “The ferry stops then,” [Ana Ruiz]',
    ],
    'not a paragraph that was closed': [
      'Ana Ruiz said: “It opens in May.”\n\n“The ferry stops then.”',
      'direct: “It opens in May.” [Ana Ruiz]',
      'direct: “The ferry stops then.” [Ana Ruiz]',
    ],
    'not two statements that are attributed each': [
      '“It opens in May,” Ana Ruiz said. “The ferry stops then,” she added.',
      'direct: “It opens in May,” [Ana Ruiz]',
      'direct: “The ferry stops then,” [Ana Ruiz]',
    ],
    'not over what the narrator says in between': [
      '“It opens in May,” Ana Ruiz said. The room fell silent. “The ferry stops then.”',
      'direct: “It opens in May,” [Ana Ruiz]',
      'direct: “The ferry stops then.” [Ana Ruiz]',
    ],
    'not over what is reported in between': [
      '“It opens in May,” Ana Ruiz said, adding that the ferry was old. “It stops then.”',
      'direct: “It opens in May,” [Ana Ruiz]',
      'direct: “It stops then.” [Ana Ruiz]',
    ],
    'not a partial one with the sentence after it': [
      'Ana Ruiz said the bridge was “nearly ready.” “It opens in May.”',
      'mixed: the bridge was “nearly ready.” [Ana Ruiz]',
      'direct: “It opens in May.” [Ana Ruiz]',
    ],
    'not when another speaker reopens': [
      '“It opens in May,” Ana Ruiz said. “The ferry stops then.\n\n“Nonsense,” Omar Holt said.',
      'direct: “It opens in May,” … “The ferry stops then. [Ana Ruiz]',
      'direct: “Nonsense,” [Omar Holt]',
    ],
    'a paragraph after a colon': ['Ana Ruiz wrote on Monday:\n\n“It opens in May.”', 'direct: “It opens in May.” [Ana Ruiz]'],
    'two speakers keep their own words': [
      '“It opens in May,” Ana Ruiz said.\n\n“It opens in June,” Omar Holt said.',
      'direct: “It opens in May,” [Ana Ruiz]',
      'direct: “It opens in June,” [Omar Holt]',
    ],
  });
  it('reach from their first part to their last, with the cue between them', () => {
    const text = 'Ruiz came. “It opens in May,” she said, “and the ferry stops.” The ferry is old.';
    const { quotations } = findQuotations(text, { english: true });
    const [quotation, ...more] = quotations;
    const words = (span?: { start: number; end: number }) => text.slice(span?.start, span?.end);
    assert.equal(more.length, 0);
    assert.equal(words(quotation), '“It opens in May,” she said, “and the ferry stops.”');
    assert.deepEqual(quotation?.segments.map(words), ['It opens in May,', 'and the ferry stops.']);
    assert.deepEqual([words(quotation.mention), words(quotation.cue)], ['she', 'said']);
  });
  it('are mixed where a part is', () => {
    const { quotations } = findQuotations('It was, Ana Ruiz said, “a relic of the last century.”', { english: true });
    assert.deepEqual(
      quotations.map(({ type, parts }) => [type, ...parts.map((part) => part.type)]),
      [['mixed', 'indirect', 'direct']],
    );
  });
  it('keep their segments without the marks', () => {
    const text = 'Ruiz said the bridge is “nearly ready” and “perfectly safe.”';
    const { quotations } = findQuotations(text, { english: true });
    assert.deepEqual(
      quotations[0]?.segments.map(({ start, end }) => text.slice(start, end)),
      ['nearly ready', 'perfectly safe.'],
    );
  });
});

describe('reported clauses', () => {
  table(
    {
      'a that-clause with marks is mixed': [
        'Ana Ruiz said that the bridge was “nearly ready” for traffic.',
        'mixed: that the bridge was “nearly ready” for traffic [Ana Ruiz]',
      ],
      'a that-clause without marks is indirect': [
        'Ana Ruiz said that the bridge was safe.',
        'indirect: that the bridge was safe [Ana Ruiz]',
      ],
      'a bare clause': ['Ana Ruiz said the bridge was safe.', 'indirect: the bridge was safe [Ana Ruiz]'],
      'an inverted clause': ['The bridge is safe, Ana Ruiz said.', 'indirect: The bridge is safe [Ana Ruiz]'],
      'a noun phrase after a verb of judgement': ['Ana Ruiz praised the “tireless” builders.', 'mixed: the “tireless” builders [Ana Ruiz]'],
      'a pronoun is no part of what it is called': [
        'Ana Ruiz called it “a relic of the past century.”',
        'direct: “a relic of the past century.” [Ana Ruiz]',
      ],
      'what somebody calls a thing ends with its name': [
        'What the builders call “the crooked bridge” brings the town no money.',
        'direct: “the crooked bridge” [builders]',
      ],
      'ends where another is quoted': [
        'When Omar Holt noted that the ferry had lost money for years — Ana Ruiz replied, “We never counted it.”',
        'indirect: that the ferry had lost money for years [Omar Holt]',
        'direct: “We never counted it.” [Ana Ruiz]',
      ],
      'ends where it says by saying what': [
        'Ana Ruiz answered the union on Monday by saying that the ferry was “a relic.”',
        'mixed: that the ferry was “a relic.” [Ana Ruiz]',
      ],
      'an accusation': ['Ana Ruiz accused Omar Holt of “sleeping on the job.”', 'mixed: Omar Holt of “sleeping on the job.” [Ana Ruiz]'],
      'an infinitive': ['Ana Ruiz vowed to reopen the ferry.', 'indirect: to reopen the ferry [Ana Ruiz]'],
      'a participle has the subject of its clause': [
        'Ana Ruiz welcomed the report, adding that the ferry “will be missed.”',
        'mixed: that the ferry “will be missed.” [Ana Ruiz]',
      ],
      'a second verb has the subject of the first': [
        'Ana Ruiz said the bridge was safe and called the ferry “a relic.”',
        'indirect: the bridge was safe [Ana Ruiz]',
        'mixed: the ferry “a relic.” [Ana Ruiz]',
      ],
      'an attribution inside the clause': [
        'The bridge, Ana Ruiz said, is “nearly ready” for traffic.',
        'mixed: The bridge … is “nearly ready” for traffic [Ana Ruiz]',
      ],
      'nouns that look like verbs are none': ['The claims reached the state council in three reports.'],
    },
    all,
  );
});

describe('marks that quote nobody', () => {
  table({
    'so-called': ['The so-called “ghost ferry” sails at noon.', 'scare: “ghost ferry” [?]'],
    'a single word of irony': ['The “experts” were nowhere to be found.', 'scare: “experts” [?]'],
    'the title of a programme': ["On Channel Nine's “Morning Table,” Ana Ruiz smiled.", 'scare: “Morning Table,” [?]'],
    'a few words woven into the narrative': [
      'She left by ferry, past “the pier of the drowned sailors” and the mill.',
      'scare: “the pier of the drowned sailors” [?]',
    ],
    'a heading in capitals': ['The ferry stops.\n\n“A RELIC AND A BURDEN”\n\nIt rained.', 'scare: “A RELIC AND A BURDEN” [?]'],
    'a heading between dashes': ['The ferry stops.\n\n– ‘Nobody will miss it!’ –\n\nIt rained.', 'scare: ‘Nobody will miss it!’ [?]'],
    'the name of a site': ['They opened a site called “Save The Ferry” in June.', 'scare: “Save The Ferry” [?]'],
  });
  it('leave a nickname in its name', () => {
    assert.deepEqual(found('“It opens in May,” Ana “Chip” Ruiz said.'), ['direct: “It opens in May,” [Ana “Chip” Ruiz]']);
  });
});

describe('transcripts', () => {
  table({
    'a line belongs to its label': [
      'HOLT: When does it open?\n\nRUIZ: In May, I hope.',
      'direct: When does it open? [HOLT]',
      'direct: In May, I hope. [RUIZ]',
    ],
    'questions and answers have no names': [
      'Q: When does it open?\n\nA: In May, I hope.',
      'direct: When does it open? [?]',
      'direct: In May, I hope. [?]',
    ],
    'a note is no speaker': ['UPDATE: The bridge opened in May.'],
  });
});

describe('a text that is not English', () => {
  it('yields its marks and nothing else', () => {
    const { quotations, speakers } = findQuotations('Die Brücke ist „fast fertig“, sagte Ana Ruiz.', { english: false });
    assert.deepEqual(
      quotations.map(({ type, speakers: ids, cue }) => [type, ids.length, cue]),
      [['direct', 0, undefined]],
    );
    assert.equal(speakers.length, 0);
  });
});
