import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';
import { corpusOf, passage, textOf, type Texts } from './corpusStory';
import { Random, seeds } from './random';

const relations = (a: string, b: string, from: string, uri = 'a.txt') => {
  const of: Texts = { 'a.txt': a, 'b.txt': b };
  const [match] = corpusOf(of).match(passage(of, uri, from));
  return match && { relation: match.relation, words: textOf(of, match) };
};

describe('the relation of two passages', () => {
  const ferry = 'The ferry was overloaded, the lifeboats were locked and nobody answered the radio';
  for (const [what, a, b, from, relation, uri] of [
    [
      'a frame around the same words changes nothing',
      `"${ferry}," inspector Ida Lorne said.`,
      `Inspector Ida Lorne said that "the ferry was overloaded, the lifeboats were locked and nobody answered the radio."`,
      ferry,
      'verbatim',
    ],
    [
      'a reported clause that keeps some of the words is trimmed',
      `"${ferry}," inspector Ida Lorne said.`,
      'Inspector Ida Lorne, who had come from the capital in the morning, told the hearing that the ferry "was overloaded".',
      ferry,
      'trimmed',
    ],
    [
      'a quotation cut down to two words is trimmed, whatever little words surrounded them',
      '"That was a reckless crossing," inspector Ida Lorne said.',
      'Inspector Ida Lorne called the voyage a "reckless crossing".',
      'That was a reckless crossing',
      'trimmed',
    ],
    [
      'one quoted word in a long report is not',
      `"${ferry}," inspector Ida Lorne said.`,
      'Inspector Ida Lorne said the ferry carried too many people, its "lifeboats" were behind locked doors and the radio calls were not answered.',
      ferry,
      'indirect',
    ],
    [
      'two reports that quote the same words are verbatim',
      'Inspector Ida Lorne said the ferry company had "ignored every single warning".',
      'The company had "ignored every single warning", said inspector Ida Lorne.',
      'ignored every single warning',
      'verbatim',
    ],
    [
      'a narrated sentence that was taken over but for a word is verbatim',
      'The last time a ferry sank in the strait was in March 1994, when 31 people drowned off the lighthouse of Skarn.',
      'The last time a boat sank in the strait was in March 1994, when 31 people drowned off the lighthouse of Skarn.',
      'The last time a ferry sank in the strait was in March 1994, when 31 people drowned off the lighthouse of Skarn',
      'verbatim',
    ],
    [
      'who said it, in the midst of the words, changes nothing',
      '"If the pilot leaves the bridge at night, nobody steers," Ida Lorne said.',
      '"If the pilot leaves the bridge at night," said Ida Lorne, the inspector, "nobody steers."',
      'If the pilot leaves the bridge at night, nobody steers',
      'verbatim',
    ],
    [
      'what an outlet puts in between brackets changes nothing',
      '"They told us the lifeboats (on deck four) were locked and nobody had a key," Ida Lorne said.',
      '"They told us the lifeboats were locked and nobody had a key," Ida Lorne said.',
      'They told us the lifeboats (on deck four) were locked and nobody had a key',
      'verbatim',
    ],
    [
      'the same words between marks and without are the same words',
      '"The crew kept a second logbook in the galley," the report says.',
      'According to the report, the crew kept a second logbook in the galley.',
      'The crew kept a second logbook in the galley',
      'verbatim',
    ],
    [
      'whom a quotation itself names as its source changes nothing',
      '"The crew kept a second logbook in the galley," the report says.',
      '"According to the report, the crew kept a second logbook in the galley," the prosecutor said.',
      'The crew kept a second logbook in the galley',
      'verbatim',
    ],
    [
      'two reports of one saying are the same words only where they are the same',
      'The inspectors found that many crews kept a second logbook in the galley to hide the hours they had worked on deck that week.',
      'The inspectors said that many crews kept a second logbook in the galley to hide the hours they had worked on deck.',
      'many crews kept a second logbook in the galley to hide the hours they had worked on deck that week',
      'indirect',
    ],
    [
      'a whole short quotation inside a long report is that quotation cut',
      '"Locked for years," Ida Lorne wrote about the lifeboats.',
      'Ida Lorne wrote that the lifeboats had been "locked for years" while the company was still looking for somebody who could open them again.',
      'Locked for years',
      'trimmed',
    ],
    [
      'of a report that quotes two things it is the one that is meant',
      '"The voyage was reckless. The owners are to blame. It was no accident," inspector Ida Lorne said.',
      'Inspector Ida Lorne said the voyage "was reckless," and that "it was no accident."',
      'the voyage "was reckless',
      'verbatim',
      'b.txt',
    ],
  ] as const) {
    it(`is told by what is quoted: ${what}`, () => {
      assert.equal(relations(a, b, from, uri)?.relation, relation);
    });
  }

  it('is never the same words where one denies them', () => {
    const shut = 'The tide was high. Ida Lorne said the quay was shut.';
    const denied = 'The tide was high. Ida Lorne denied that the quay was shut.';
    assert.equal(relations(shut, denied, 'the quay was shut')?.relation, 'indirect');
  });

  it('points at the whole reported clause, without who reports', () => {
    const found = relations(
      `"${ferry}," inspector Ida Lorne said.`,
      'The inspector, Ida Lorne, told the hearing that the ferry "was overloaded" and that "nobody answered the radio".',
      ferry,
    );
    assert.match(found?.words ?? '', /^that the ferry "was overloaded" and that "nobody answered the radio$/);
  });

  const said = [
    ['the quarry poisons our wells', 'our wells are being poisoned by the quarry', 'whatever the owners claim'],
    ['the bridge will open before the harvest', 'the bridge is to open ahead of harvest time', 'if steel arrives'],
    ['no pilot has been paid since October', 'pilots have had no pay since October', 'not a cent'],
    ['we counted forty dead seals on the northern beach', 'forty seals lay dead on the beach in the north', 'mostly pups'],
  ] as const;
  const people = ['Ida Lorne', 'Tomas Vey', 'Carla Ost'];

  it('is the same from either side', () => {
    for (let seed = 0; seed < seeds(60); seed++) {
      const random = new Random(seed);
      const of: Texts = Object.fromEntries(
        ['a.txt', 'b.txt', 'c.txt'].map((uri) => [
          uri,
          random
            .shuffled(said.map((words, i) => [words, people[i % people.length] ?? ''] as const))
            .map(([[plain, told, more], who]) => {
              const sentence = plain.charAt(0).toUpperCase() + plain.slice(1);
              const words = plain.split(' ');
              const cut = 2 + random.below(words.length - 3);
              return random.pick([
                `"${sentence}," ${who} said.`,
                `${who} said: "${sentence}, ${more}."`,
                `${who} said that ${words.slice(0, cut).join(' ')} "${words.slice(cut).join(' ')}".`,
                `${who} said that "${plain}".`,
                `${who} said that ${told}.`,
              ]);
            })
            .join('\n\n'),
        ]),
      );
      const corpus = corpusOf(of);
      for (const [uri, text] of Object.entries(of)) {
        for (const quotation of analyse(readArticle({ uri, path: uri, text, version: 1 })).quotations) {
          for (const match of corpus.match({ uri, start: quotation.start, end: quotation.end })) {
            const back = corpus.match(match).find((other) => other.uri === uri);
            if (!back || back.start >= quotation.end || back.end <= quotation.start) continue;
            const both = `${text.slice(quotation.start, quotation.end)} / ${textOf(of, match)} / ${textOf(of, back)} (seed ${seed})`;
            assert.equal(back.relation, match.relation, both);
          }
        }
      }
    }
  });
});
