import assert from 'node:assert/strict';
import { proseSpanToRaw, readArticle } from '../../src/core/index';

const read = (text: string) => readArticle({ uri: 'a.html', path: 'a.html', text, version: 1 });

describe('the prose of HTML', () => {
  const cases: readonly (readonly [what: string, html: string, prose: string])[] = [
    [
      'parts blocks and joins wrapped lines',
      '<h1>Ferry late</h1>\n<p>The ferry\n  is late.</p><p>Again.</p>',
      'Ferry late\n\nThe ferry is late.\n\nAgain.',
    ],
    ['leaves inline tags out', '<p>The <em>mayor</em> s<b>ai</b>d <a href="x?a=1&b=2">no</a>.</p>', 'The mayor said no.'],
    [
      'leaves scripts, styles and navigation out',
      '<nav><ul><li>Home</ul></nav><script>if (a < b) "</p>"</script><style>p{}</style><p>Text.</p>',
      'Text.',
    ],
    ['leaves the head out', '<head><title>T</title><meta name=x></head><body><p>Text.', 'Text.'],
    ['leaves comments out, also those with tags', 'One <!-- <p>two</p> --> three', 'One three'],
    [
      'decodes character references',
      '<p>&ldquo;Fish &amp; chips&rdquo;&nbsp;&#146;&#x1F600; &bogus; AT&T</p>',
      '“Fish & chips”\u00a0’😀 &bogus; AT&T',
    ],
    ['breaks lines', 'One<br>two<br/><br />three<ul><li>four<li>five</ul>', 'One\ntwo\n\nthree\n\nfour\nfive'],
    ['writes the marks that browsers draw around <q>', '<p>She said <q>never</q>.</p>', 'She said “never”.'],
    ['keeps signs that are no tag', '<p>3 < 4, a<b>c</b>, <3</p>', '3 < 4, ac, <3'],
    ['reads attributes with signs in them', '<p title="a > b" data-x=\'<p>\'>Text.</p>', 'Text.'],
    ['survives a navigation that is never closed', '<nav><a>Home</a><article><p>Text.</p></article>', 'Text.'],
    ['is empty for a page without text', '<html><body></body></html>', ''],
    ['keeps the text before a tag that is never closed', 'Text. <a href="x', 'Text.'],
  ];
  for (const [what, html, prose] of cases) {
    it(what, () => assert.equal(read(html).prose.text, prose));
  }

  it('leads back to the raw text', () => {
    const { prose, raw } = read('<p>She&nbsp;said &ldquo;we\n<b>wait</b>&rdquo;.</p>');
    const start = prose.text.indexOf('“');
    const span = proseSpanToRaw(prose, { start, end: prose.text.indexOf('”') + 1 });
    assert.equal(prose.text, 'She\u00a0said “we wait”.');
    assert.equal(raw.slice(span.start, span.end), '&ldquo;we\n<b>wait</b>&rdquo;');
  });
});

describe('what an HTML page says about itself', () => {
  it('comes from JSON-LD first', () => {
    const { metadata } = read(`<head><title>Page | Site</title>
      <meta property="og:site_name" content="The Gull &amp; Tern"><meta property="article:published_time" content="2024-05-02T10:00:00+02:00">
      <link rel="canonical" href="https://gull.example/ferry">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Ferry late","datePublished":"2024-05-03T08:00:00Z",
        "author":[{"name":"Ana Ruiz"},"Bo Lind"],"publisher":{"name":"The Gull"}}]}</script></head><p>Text.</p>`);
    assert.equal(metadata.published?.value, '2024-05-03T08:00:00Z');
    assert.equal(metadata.outlet?.value, 'The Gull');
    assert.equal(metadata.title?.value, 'Ferry late');
    assert.equal(metadata.url?.value, 'https://gull.example/ferry');
    assert.equal(metadata.author?.value, 'Ana Ruiz, Bo Lind');
    assert.deepEqual(
      metadata.publicationLines.map(({ value }) => value),
      ['2024-05-03T08:00:00Z', '2024-05-02T10:00:00+02:00'],
    );
  });

  it('comes from meta elements else', () => {
    const { metadata, raw } = read(
      '<meta content="The Gull &amp; Tern" property=og:site_name><meta name="Date" content="3 May 2024"><title>Ferry\n late</title>',
    );
    assert.equal(metadata.outlet?.value, 'The Gull & Tern');
    assert.equal(metadata.published?.value, '2024-05-03');
    assert.equal(raw.slice(metadata.published.span?.start, metadata.published.span?.end), '3 May 2024');
    assert.equal(metadata.title?.value, 'Ferry late');
  });

  for (const [what, data] of [
    ['broken JSON', '{"@type":"NewsArticle","datePublished":"2024'],
    ['a value of the wrong type', '{"@type":"NewsArticle","datePublished":{"a":[20240503]},"publisher":7,"author":[null,{"name":{}}]}'],
    ['null', 'null'],
    ['a key that is no key', '{"__proto__":{"@type":"NewsArticle"},"constructor":1}'],
    ['very deep nesting', '['.repeat(100_000)],
    ['deep nesting that is well formed', `${'['.repeat(5000)}{"@type":"NewsArticle","headline":"x"}${']'.repeat(5000)}`],
    ['a date that is none', '{"@type":"NewsArticle","datePublished":"2024-02-31"}'],
    ['an address that is no web address', '{"@type":"NewsArticle","url":"javascript:alert(1)"}'],
  ] as const) {
    it(`is unknown where JSON-LD is ${what}`, () => {
      const { metadata, prose } = read(`<script type="application/ld+json">${data}</script><p>Text.</p>`);
      assert.deepEqual(metadata, { publicationLines: [] });
      assert.equal(prose.text, 'Text.');
    });
  }
});
