import assert from 'node:assert/strict';
import { analyse, readArticle, type Span } from '../../src/core/index';
import { corpusOf, passage, textOf, type Texts } from './corpusStory';
import { Random, seeds } from './random';

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

const statements = [
  ['the reservoir leaked for two winters', 'water had escaped from the reservoir over two winters', 'Ida Lorne'],
  ['nobody inspected the sluice gates in spring', 'the gates of the sluice went without inspection', 'Tomas Vey'],
  ['our orchards drowned before the alarm was raised', 'orchards were under water before an alarm', 'Carla Ost'],
  ['the ministry knew about the cracks', 'cracks had been known to the ministry', 'Ida Lorne'],
  ['we will not pay for a second dam', 'there will be no money for another dam', 'Tomas Vey'],
] as const;

/** Articles that quote, cut, report and repeat some of the statements. */
function storyOf(random: Random): Texts {
  return Object.fromEntries(
    ['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((uri) => [
      uri,
      random
        .shuffled([...statements, ...statements.slice(0, 2)])
        .slice(0, 5)
        .map(([plain, told, who]) => {
          const words = plain.split(' ');
          const cut = 2 + random.below(words.length - 3);
          return random.pick([
            `"${plain}," ${who} said.`,
            `${who} said that ${told}.`,
            `${who} said that ${words.slice(0, cut).join(' ')} "${words.slice(cut).join(' ')}".`,
            `It rained. "${plain}. It was a Monday," ${who} told reporters.`,
            `${who} said ${plain}, and that ${told}.`,
          ]);
        })
        .join('\n\n'),
    ]),
  );
}

describe('a rendering that is a quotation', () => {
  it('has the quotation that it was found for among its own renderings, at the same level', () => {
    let links = 0;
    for (let seed = 0; seed < seeds(60); seed++) {
      const of = storyOf(new Random(seed));
      const corpus = corpusOf(of);
      const quotations = new Map(
        Object.entries(of).map(([uri, text]) => [uri, analyse(readArticle({ uri, path: uri, text, version: 1 })).quotations]),
      );
      for (const [uri, own] of quotations) {
        for (const { start, end } of own) {
          for (const match of corpus.match({ uri, start, end })) {
            const ends = quotations.get(match.uri)?.filter((other) => overlaps(other, match)) ?? [];
            if (ends.length === 0) continue;
            links++;
            const back = ends
              .flatMap((other) => corpus.match({ uri: match.uri, start: other.start, end: other.end }))
              .filter((other) => other.uri === uri && overlaps(other, { start, end }));
            const both = `${textOf(of, { uri, start, end })} / ${textOf(of, match)} (seed ${seed})`;
            assert.ok(back.length > 0, both);
            if (match.level === 'match' && ends.length === 1) assert.equal(back[0]?.level, 'match', both);
          }
        }
      }
    }
    assert.ok(links > 100);
  });

  it('is told every time its article says it, the likeliest first', () => {
    const texts: Texts = {
      'a.txt': '"The reservoir leaked for two winters," Ida Lorne said.',
      'b.txt':
        'Ida Lorne said the reservoir leaked for two winters.\n\nThe town is small.\n\n"The reservoir leaked for two winters," Lorne said at the weir.',
    };
    const found = corpusOf(texts).match(passage(texts, 'a.txt', 'The reservoir leaked for two winters'));
    assert.match(textOf(texts, found[0] ?? assert.fail()), /reservoir leaked for two winters/);
    assert.ok(found.every(({ score }, i) => score <= (found[i - 1]?.score ?? 1)));
  });

  it('is known to a longer one that holds it word for word, though the rest of that stands elsewhere', () => {
    const texts: Texts = {
      'a.txt': [
        '"The orchards drowned before anyone in the valley raised the alarm, and nobody came to inspect the sluice gates," Carla Ost said.',
        'The town met on Monday.',
        '"We will plant them again," she added.',
      ].join('\n\n'),
      'b.txt':
        'Ost spoke at the weir. "The orchards drowned before anyone in the valley raised the alarm, and nobody came to inspect the sluice gates. ' +
        'My father planted them. We will plant them again. That is all I have to say to the ministry," Carla Ost said.',
    };
    const corpus = corpusOf(texts);
    const short = corpus.match(passage(texts, 'a.txt', '"We will plant them again,"'));
    assert.match(textOf(texts, short[0] ?? assert.fail('the short quotation is not found')), /We will plant them again/);
    const { quotations } = analyse(readArticle({ uri: 'b.txt', path: 'b.txt', text: texts['b.txt'] ?? '', version: 1 }));
    const long = corpus.match({ uri: 'b.txt', ...(quotations[0] ?? assert.fail()) }).map((match) => textOf(texts, match));
    assert.ok(
      long.some((text) => text.includes('We will plant them again')),
      long.join(' / '),
    );
    assert.match(long[0] ?? '', /orchards drowned/);
  });

  it('is no title in a longer one', () => {
    const texts: Texts = {
      'a.txt':
        '"I told the listeners of the Evening Sluice that nobody would pay for a second dam in this valley," Tomas Vey said on Monday.',
      'b.txt': 'The choir sang on Sunday. It is heard on "The Evening Sluice," a programme.\n\nThe weather was fine.',
    };
    assert.deepEqual(
      corpusOf(texts)
        .match(passage(texts, 'b.txt', '"The Evening Sluice,"'))
        .filter(({ level }) => level === 'match'),
      [],
    );
  });

  it('says the same of any words that are no quotation, whichever articles are asked first', () => {
    const of = storyOf(new Random(7));
    const asked = { uri: 'a.txt', start: 0, end: 12 };
    const fresh = corpusOf(of).match(asked);
    const corpus = corpusOf(of);
    for (const uri of ['d.txt', 'c.txt', 'b.txt']) corpus.match({ uri, start: 0, end: of[uri]?.length ?? 0 });
    assert.deepEqual(corpus.match(asked), fresh);
  });
});
