import assert from 'node:assert/strict';
import { proseSpanToRaw, readArticle } from '../../src/core/index';

function proseOf(text: string): string {
  return readArticle({ uri: 'a.md', path: 'a.md', text, version: 1 }).prose.text;
}

describe('the prose of Markdown', () => {
  const cases: readonly (readonly [what: string, markdown: string, prose: string])[] = [
    ['joins hard-wrapped lines', 'The ferry\nis late.', 'The ferry is late.'],
    ['keeps paragraphs apart', 'One.\n\n\nTwo.', 'One.\n\nTwo.'],
    ['leaves the signs of headings out', '# Ferry late ##\nIt is late.', 'Ferry late\n\nIt is late.'],
    ['reads an underlined heading', 'Ferry late\n===\nIt is late.', 'Ferry late\n\nIt is late.'],
    ['keeps a number sign in a line', 'He is #1 and #2.', 'He is #1 and #2.'],
    [
      'leaves the markers of block quotes out',
      '> “We wait,\n> we hope,” she said.\n>\n> Then they left.',
      '“We wait, we hope,” she said.\n\nThen they left.',
    ],
    [
      'leaves the markers of lists out',
      'Demands:\n\n- more boats\n- less fog\n  at night\n\n1. first\n2. second',
      'Demands:\n\nmore boats\nless fog at night\nfirst\nsecond',
    ],
    ['keeps a number at the beginning of a wrapped line', 'The crew was\n14. Nobody left.', 'The crew was 14. Nobody left.'],
    ['keeps a year that looks like a list', '1986. A cold year.', '1986. A cold year.'],
    ['leaves rules out', 'One.\n\n***\n\nTwo.\n\n- - -\n\nThree.', 'One.\n\nTwo.\n\nThree.'],
    ['leaves emphasis out', 'The *mayor* said **no**, ***never***, and __so__ it _was_.', 'The mayor said no, never, and so it was.'],
    [
      'keeps signs that are no emphasis',
      'It is 5 * 3, snake_case_word, *** and a lone* star.',
      'It is 5 * 3, snake_case_word, *** and a lone* star.',
    ],
    ['finds emphasis inside quotation marks', '"*Never*," he said. “**No**.”', '"Never," he said. “No.”'],
    ['leaves link targets out', 'See [the *report*](https://x.example/a_(b) "The report") today.', 'See the report today.'],
    [
      'leaves reference links out',
      'See [the report][1] and [Maps].\n\n[1]: https://x.example\n[maps]: <https://y.example> "Maps"',
      'See the report and Maps.',
    ],
    [
      'keeps brackets that are no link',
      '“We [the crew] won [sic],” she (the captain) said.',
      '“We [the crew] won [sic],” she (the captain) said.',
    ],
    ['leaves images out', 'Fog ![a ferry](ferry.png) again.', 'Fog again.'],
    ['keeps an address that is written out', 'Write to <https://x.example/a>.', 'Write to https://x.example/a.'],
    ['reads code as it stands', 'Type `a *b* c` and ``x ` y``; a lone ` is one.', 'Type a *b* c and x ` y; a lone ` is one.'],
    ['reads fenced code as it stands', '```\n*one*\n  two\n```\nThree.', '*one*\n  two\n\nThree.'],
    ['decodes character references', 'Fish &amp; chips &mdash; &#8220;good&#x201D; &nosuch; &', 'Fish & chips — “good” &nosuch; &'],
    ['takes escapes away', '\\*not so\\* and \\[this\\] C:\\dir', '*not so* and [this] C:\\dir'],
    ['breaks lines where the writer did', 'One  \ntwo\\\nthree<br>four', 'One\ntwo\nthree\nfour'],
    [
      'leaves tags and comments out',
      'A <b class="x">bold</b> word<!-- not\nthis --> here. 3 < 4 and 5 > 4.',
      'A bold word here. 3 < 4 and 5 > 4.',
    ],
    ['leaves scripts out', 'One.\n\n<script>\n\nalert("no")\n\n</script>\n\nTwo.', 'One.\n\nTwo.'],
    ['leaves the rule of a table out', '| Boat | Crew |\n|---|---|\n| Gull | 12 |', '| Boat | Crew |\n| Gull | 12 |'],
    ['is empty for an empty file', '', ''],
  ];
  for (const [what, markdown, prose] of cases) {
    it(what, () => assert.equal(proseOf(markdown), prose));
  }

  it('leads back to the raw text', () => {
    const article = readArticle({ uri: 'a.md', path: 'a.md', text: '> “We *will*\n> wait,” she [said](x) &amp; left.', version: 1 });
    const rawOf = (words: string) => {
      const start = article.prose.text.indexOf(words);
      const span = proseSpanToRaw(article.prose, { start, end: start + words.length });
      return article.raw.slice(span.start, span.end);
    };
    assert.equal(rawOf('“We will wait,”'), '“We *will*\n> wait,”');
    assert.equal(rawOf('will'), 'will');
    assert.equal(rawOf('said & left'), 'said](x) &amp; left');
    assert.equal(rawOf('&'), '&amp;');
  });

  it('takes the first heading as the title', () => {
    const { metadata, raw } = readArticle({ uri: 'a.md', path: 'a.md', text: 'Intro.\n\n## The *late* ferry\n\nText.', version: 1 });
    assert.equal(metadata.title?.value, 'The late ferry');
    assert.equal(raw.slice(metadata.title.span?.start, metadata.title.span?.end), 'The *late* ferry');
  });
});
