import assert from 'node:assert/strict';
import { pageArticle, readArticle } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';

const story = '<p>The ferrymen of Orrey met on Friday, and after four hours in the net loft, they agreed to run the night boat.</p>'.repeat(
  4,
);

function front(head: string, before = '', url?: string): ReadonlyMap<string, string> {
  const html = `<!doctype html><html><head><title>Night boat</title>${head}</head><body><article><h1>Night boat</h1>${before}${story}</article></body></html>`;
  const main = mainContent(html);
  assert.ok('content' in main);
  const { text } = pageArticle({ html, main, ...(url !== undefined && { url }) });
  const lines = text.slice(4, text.indexOf('\n---\n', 4)).split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2).replace(/^"(.*)"$/, '$1')]));
}

describe('what a page says of itself', () => {
  for (const [kind, head, before, key, value] of [
    [
      'a day under a name with colons',
      '<meta property="article:published:time" content="2024-05-03T08:00:00+00:00">',
      '',
      'published',
      '2024-05-03T08:00:00+00:00',
    ],
    ['a day under a name of its own', '<meta name="publishdate" content="2024-05-03">', '', 'published', '2024-05-03'],
    [
      'a day as programs print it',
      '<meta name="date" content="Fri May 03 19:20:36 CEST 2024">',
      '',
      'published',
      '2024-05-03T19:20:36+02:00',
    ],
    [
      'a day in an element whose text is another',
      '',
      '<time datetime="2024-05-03T08:00:00Z">3 hours ago</time>',
      'published',
      '2024-05-03T08:00:00Z',
    ],
    [
      'two days, each by the word before it',
      '',
      '<p>Posted <time datetime="2024-05-03T08:00:00Z">Friday</time></p><p>Updated <time datetime="2024-05-04T09:00:00Z">Saturday</time></p>',
      'modified',
      '2024-05-04T09:00:00Z',
    ],
    [
      'a change in linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03","dateModified":"2024-05-05"}</script>',
      '',
      'modified',
      '2024-05-05',
    ],
    [
      'a fact check',
      '<script type="application/ld+json">{"@type":"ClaimReview","datePublished":"2024-05-03"}</script>',
      '',
      'published',
      '2024-05-03',
    ],
    [
      'an author whose account is named',
      '<meta name="author" content="h.rook@boats.example">',
      '<p class="byline">By Hanne Rook</p>',
      'author',
      'Hanne Rook',
    ],
    [
      'an author by a number',
      '<meta name="author" content="20813">',
      '<p class="byline">By Hanne Rook | 3 May 2024</p>',
      'author',
      'Hanne Rook',
    ],
    [
      'an author by a slug',
      '<meta name="author" content="hanne-rook">',
      '<p><a rel="author" href="/h">Hanne Rook</a></p>',
      'author',
      'Hanne Rook',
    ],
    [
      'an outlet as its author',
      '<meta property="og:site_name" content="Orrey Post"><meta name="author" content="Orrey Post">',
      '<p class="byline">By Hanne Rook</p>',
      'author',
      'Hanne Rook',
    ],
    ['references inside references', '<meta property="og:title" content="The ferryman&amp;#039;s oar">', '', 'title', "The ferryman's oar"],
    [
      'a publisher by reference',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Night boat","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Orrey Post"}]}</script>',
      '',
      'outlet',
      'Orrey Post',
    ],
    [
      'an address with a fragment',
      '<link rel="canonical" href="https://post.example/night-boat#top">',
      '',
      'url',
      'https://post.example/night-boat',
    ],
    ['no outlet but its host', '<link rel="canonical" href="https://www.post.example/night-boat">', '', 'outlet', 'post.example'],
    [
      'no day but in its address',
      '<link rel="canonical" href="https://post.example/2024/05/03/night-boat">',
      '',
      'published',
      '2024-05-03',
    ],
  ] as const) {
    it(`is read where it is ${kind}`, () => assert.equal(front(head, before).get(key), value));
  }

  it('says no author where there is only a number', () =>
    assert.equal(front('<meta name="author" content="20813">').get('author'), undefined));

  it('leaves the outlet’s name off the title', () => {
    assert.equal(
      front('<meta property="og:site_name" content="Orrey Post"><meta property="og:title" content="A boat at night - Orrey Post">').get(
        'title',
      ),
      'A boat at night',
    );
  });

  it('is no day of a teaser', () => {
    const html = '<p>Posted <time datetime="2024-05-03">Friday</time></p><aside><time datetime="2020-01-01">old</time></aside>';
    assert.equal(front('', html).get('published'), '2024-05-03');
  });
});

describe('the headline of a plain text', () => {
  const titleOf = (text: string) => readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 }).metadata.title?.value;

  it('is its first line', () =>
    assert.equal(titleOf('Night boat to run until the ice comes\n\nThe ferrymen met.\n'), 'Night boat to run until the ice comes'));

  it('is the line below the name of its outlet', () => {
    assert.equal(titleOf('THE ORREY COURIER\nNight boat to run until the ice comes\nBy Hanne Rook\n\nThe ferrymen met.\n'), 'Night boat to run until the ice comes'); // prettier-ignore
    assert.equal(titleOf('Radio Orrey\n\nNight boat runs\n\nThe ferrymen met.\n'), 'Night boat runs');
    assert.equal(titleOf('Night Mail\n\nThe ferrymen met on the quay and agreed.\n'), 'Night Mail', 'where no other headline follows');
  });

  it('is above an address, from which the day comes, too', () => {
    const text = 'Night boat to run\nhttps://www.orrey-echo.example/2031/03/04/night-boat\n\nThe ferrymen met.\n';
    const { title, url, published } = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 }).metadata;
    assert.equal(title?.value, 'Night boat to run');
    assert.equal(url?.value, 'https://www.orrey-echo.example/2031/03/04/night-boat');
    assert.equal(text.slice(url.span?.start, url.span?.end), url.value);
    assert.equal(published?.value, '2031-03-04');
    const below = readArticle({
      uri: 'a.txt',
      path: 'a.txt',
      text: `Boat\n\n${'They met.\n'.repeat(6)}\nhttps://a.example/b\n`,
      version: 1,
    });
    assert.equal(below.metadata.url, undefined, 'an address further down may be anybody’s');
  });

  for (const [kind, text] of [
    ['a sentence', 'The ferrymen met on Friday.\n\nThey agreed.\n'],
    ['wrapped text', 'The ferrymen of Orrey met on Friday and agreed to\nrun the night boat until the ice comes.\n'],
    ['a dateline', 'May 3, 2024\n\nThe ferrymen met.\n'],
    ['a byline', 'By Hanne Rook\n\nThe ferrymen met.\n'],
    ['a quotation', '“We row”\n\nThe ferrymen met.\n'],
    ['all there is', 'Night boat\n'],
  ] as const) {
    it(`is not ${kind}`, () => assert.equal(titleOf(text), undefined));
  }
});
