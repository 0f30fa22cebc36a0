import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageMarkdown, readArticle } from '../../src/core/index';

const proseOf = (text: string, path: string) => readArticle({ uri: path, path, text, version: 1 }).prose.text;
/** What stands between white space that markup collapses. */
const wordsOf = (prose: string) => prose.split(/[\t-\r ]+/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));

function keepsWords(html: string): void {
  const markdown = pageMarkdown(html);
  assert.deepEqual(wordsOf(proseOf(`---\nx: y\n---\n\n${markdown}\n`, 'a.md')), wordsOf(proseOf(html, 'a.html')), markdown);
}

describe('a page’s text as Markdown', () => {
  const cases: readonly (readonly [what: string, html: string, markdown: string])[] = [
    ['parts paragraphs and headings', '<h2>Late\n ferry</h2><p>One\n two.</p><p>Three.', '## Late ferry\n\nOne two.\n\nThree.'],
    ['keeps quotation marks as they are', '<p>“We” ‘wait’ "here" &ldquo;now&rdquo; &quot;so&quot; «là» it&#8217;s', '“We” ‘wait’ "here" “now” "so" «là» it’s'],
    ['keeps editorial brackets bare', '<p>“We [the crew] won [sic],” she said.', '“We [the crew] won [sic],” she said.'],
    ['keeps lists', '<ul><li>One<li>two</ul><ol><li>first</li><li>second</li></ol>', '- One\n- two\n1. first\n2. second'],
    ['keeps block quotes', '<p>She said:<blockquote><p>We wait.</p><p>We hope.</p></blockquote><p>Then.', 'She said:\n\n> We wait.\n>\n> We hope.\n\nThen.'],
    ['breaks lines', '<p>One<br>two<br><br>three', 'One\\\ntwo\n\nthree'],
    ['keeps links to the web', '<p>See <a href="https://x.example/a_(b)?c=1&amp;d=2">the report</a>.', 'See [the report](<https://x.example/a_(b)?c=1&d=2>).'],
    ['leaves other links out', '<p>See <a href="javascript:alert(1)">this</a>, <a href="command:quit">that</a>, <a href="/x">it</a>.', 'See this, that, it.'],
    ['leaves emphasis and pictures out', '<p>The <em>mayor</em> s<b>ai</b>d <img src=x alt="a boat">no.', 'The mayor said no.'],
    ['writes tables in lines', '<table><tr><th>Boat<th>Crew<tr><td>Gull<td>12</table>', 'Boat Crew\\\nGull 12'],
    ['escapes what would be a heading, a quote, a list or a rule', '<p># one<p>> two<p>- three<p>14. four<p>---<p>===<p>| a |<p>+ b', '\\# one\n\n\\> two\n\n\\- three\n\n14\\. four\n\n\\---\n\n\\===\n\n\\| a |\n\n\\+ b'],
    ['escapes what would be a link or a picture', '<p>[x](command:quit) ![y](z) [1]: https://x.example !<a href="https://x.example">z</a>', '[x\\](command:quit) ![y\\](z) [1\\]: https://x.example \\![z](https://x.example)'],
    ['escapes what would be HTML or a character reference', '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &amp;#60; 3 &lt; 4 &amp; AT&amp;T', '\\<script>alert(1)\\</script> \\&lt; \\&#60; 3 < 4 & AT&T'],
    ['escapes what would be emphasis or code', '<p>*so* _so_ snake_case `x` ~~y~~ ~5 C:\\dir', '\\*so\\* \\_so\\_ snake_case \\`x\\` \\~\\~y\\~\\~ ~5 C:\\\\dir'],
    ['escapes what would be an address', '<p>&lt;me@x.example&gt; &lt;x:y&gt; &lt;3', '\\<me@x.example> \\<x:y> \\<3'],
    ['keeps a number sign at a heading’s end', '<h2>We are #</h2>', '## We are \\#'],
    ['leaves scripts and navigation out', '<nav>Home</nav><script>x</script><p onclick="y()">Text.', 'Text.'],
    ['is empty for a page without text', '<img src=x>', ''],
  ]; // prettier-ignore
  for (const [what, html, markdown] of cases) {
    it(what, () => {
      assert.equal(pageMarkdown(html), markdown);
      keepsWords(html);
    });
  }

  const pieces = [
    '<p>', '</p>', '<br>', '<br><br>', '<b>', '</b>', '<h2>', '</h2>', '<blockquote>', '</blockquote>', '<ul>', '<ol>', '<li>', '</li>', '</ul>', '</ol>',
    '<a href="https://x.example/a(b">', '<a href="https://x.example">', '</a>', '<q>', '</q>', '<tr>', '<td>', '<table>', '</table>', '<pre>', '<div>', '</div>',
    '&amp;', '&lt;', '&gt;', '&ldquo;', '&#8221;', '&#10;', '&#13;', '&#9;', '&nbsp;', '&', '<', '>', '*', '**', '_', '`', '```', '[', ']', '](', ')', '![', '!', '- ', '+ ', '1. ', '14)', '# ', '#', '\n',
    '---', '===', '***', '\\', '~', '~~~', '|', '|-|-|', ':', '[x]: y', 'lt;', '#60;', 'script', '/b', '!--', '--', 'ferry', 'late', '7', ' ', '“', '”', '"', '😀', 'שלום', '\t', '\u00a0', '\u2028', 'title: x', 'https://x.example/_a_', 'command:quit', '$x$', '@a', '@', '@',
  ] as const; // prettier-ignore

  it('has the page’s words whatever the page says', () => {
    const pages = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(pages, keepsWords), { numRuns: 5000 });
  });
});
