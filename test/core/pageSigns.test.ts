import assert from 'node:assert/strict';
import { pageArticle } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';

const text = [
  'The ferrymen of Orrey met on Friday, and after four hours in the net loft, they agreed to run the night boat until the ice comes.',
  '“Nobody had asked for it,” said the pilot, “but the bakers on the far bank, who start at three, had walked over the weir for years.”',
  'The town pays for the lamp, the oil and a second hand on the rope, which the treasurer called money well spent.',
]
  .map((words) => `<p>${words}</p>`)
  .join('\n');

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly url?: string;
}

/** What the front matter of an imported page says. */
function front({ above = '<h1>Night boat for Orrey</h1>', below = '', head = '', url }: Parts): ReadonlyMap<string, string> {
  const html = `<!doctype html><html><head>${head}</head><body><article>${above}${text}${below}</article></body></html>`;
  const main = mainContent(html);
  assert.ok('content' in main, JSON.stringify(main));
  const lines = pageArticle({ html, main, ...(url !== undefined && { url }) }).text.split('\n---\n', 1)[0]?.split('\n') ?? []; // prettier-ignore
  return new Map(
    lines.slice(1).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2).replace(/^"(.*)"$/, '$1')]),
  );
}

describe('who has written a page, when and under what title', () => {
  const outlet = '<meta property="og:site_name" content="Orrey Post">';
  const data = (json: string) => `${outlet}<script type="application/ld+json">${json}</script>`;

  it('stands in linked data, also where the page is written as XML', () => {
    const json = '{"@type": "NewsArticle", "headline": "Boat", "author": [{"name": "Hanne Rook"}, {"name": "Per Lund"}], "datePublished": "2024-05-03"}'; // prettier-ignore
    for (const wrapped of [`<![CDATA[ ${json} ]]>`, `//<![CDATA[\n${json}\n//]]>`, `<!--\n${json}\n-->`]) {
      const found = front({ head: data(wrapped) });
      assert.deepEqual([found.get('author'), found.get('published')], ['Hanne Rook, Per Lund', '2024-05-03']);
    }
  });

  for (const [what, parts, author] of [
    [
      'under the words that introduce it',
      {
        above:
          '<h1>Night boat for Orrey</h1><p>The boat goes at three, the town council has said.</p><p>By HRK, in News, Harbour · 0 comments</p>',
      },
      'HRK',
    ],
    ['behind the day', { above: '<h1>Night boat for Orrey</h1><div>Fri 03.05.24 | 14:07 | By <b>Hanne Rook</b></div>' }, 'Hanne Rook'],
    ['as an agency', { above: '<h1>Night boat for Orrey</h1><div class="by">AFP, HALDEN</div>' }, 'AFP, HALDEN'],
    ['on the right under the text', { below: '<p style="text-align: right"><b>Hanne Rook</b></p>' }, 'Hanne Rook'],
  ] as const)
    it(`is somebody who is named ${what}, where the data names the outlet`, () => {
      const head = data('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Orrey Post"}}');
      assert.equal(front({ head, ...parts }).get('author'), author);
    });

  it('is parted from the office and the day that only a style sheet parts', () => {
    const above = '<h1>Night boat for Orrey</h1><div class="byline"><span>By Hanne Rook</span><span>Orrey Wire</span><span>Fri., May 3, 2024</span></div>'; // prettier-ignore
    assert.equal(front({ above }).get('author'), 'Hanne Rook');
    assert.equal(front({ above: '<h1>Night boat for Orrey</h1><div class="author"><b>H</b>anne Rook</div>' }).get('author'), 'Hanne Rook');
  });

  for (const [line, day] of [
    ['<div>2024年5月3日 16:04 <span>来源：Orrey Post</span></div>', '2024-05-03T16:04:00'],
    ['<p>2024년 5월 3일</p>', '2024-05-03'],
    ['<div class="top"><span>3 May 2024</span></div>', '2024-05-03'],
    ['<div>Updated 2024-05-03 16:04</div>', undefined],
    ['<table><tr><th>Founded</th><td>3 May 1924</td></tr></table>', undefined],
    ['<p>The boat of 3 May 1924 was the first that the town had paid for, and the last for some while.</p>', undefined],
  ] as const)
    it(`has its day ${day ?? 'nowhere'} where it says ${line.replace(/<[^>]+>/g, ' ').trim()} under its headline`, () =>
      assert.equal(front({ above: `<h1>Night boat for Orrey</h1>${line}` }).get('published'), day));

  it('is named without what follows the name on Chinese pages', () => {
    assert.equal(front({ above: '<h1>Night boat for Orrey</h1><div class="author">鲁克 发布时间：05-03</div>' }).get('author'), '鲁克');
    assert.equal(front({ above: '<h1>Night boat for Orrey</h1><div class="author">[责任编辑：鲁克]</div>' }).get('author'), undefined);
  });

  it('is named without the word for the author in Chinese', () =>
    assert.equal(front({ above: '<h1>Night boat for Orrey</h1><div class="author">作者：鲁克</div>' }).get('author'), '鲁克'));

  it('is not who made the advertisements between its paragraphs', () => {
    const below = `<div class="ads_related_box"><span>by Bannero</span></div>${text}`;
    assert.equal(front({ below }).get('author'), undefined);
  });

  it('stands under its own address, where an archive has put its own before it', () => {
    const head = '<link rel="canonical" href="https://web.archive.org/web/20240503081500/https://post.example/boat">';
    assert.equal(front({ head }).get('url'), 'https://post.example/boat');
    const given = 'https://web.archive.org/web/20240503081500/https://post.example/boat';
    assert.equal(front({ url: given }).get('url'), given, 'unless a person has it from there');
  });

  it('is not read from the last line of a text that stands where all stands', () => {
    const found = front({ head: '<meta name="author" content="Orrey Post">', below: '<p>Halden Quay</p>' });
    assert.notEqual(found.get('author'), 'Halden Quay');
  });

  it('is not whom the page names as its editor', () => {
    const head = data('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Per Lund"}}');
    const above = '<h1>Night boat for Orrey</h1><div class="author">Hanne Rook</div>';
    assert.equal(front({ head, above }).get('author'), 'Per Lund');
    assert.equal(front({ head, above, below: '<div class="who">Editor : <a href="/lund">Per Lund</a></div>' }).get('author'), 'Hanne Rook');
  });

  it('stands on the line of the byline where nothing else says the day', () => {
    const above = '<h1>Night boat for Orrey</h1><div>Fri 03.05.24 | 14:07 | By Hanne Rook</div>';
    assert.match(front({ above }).get('published') ?? '', /^2024-05-03/);
    assert.equal(front({ above, head: '<meta property="article:published_time" content="2024-05-02">' }).get('published'), '2024-05-02');
    assert.equal(front({ above: above.replace('Fri', 'Updated') }).get('published'), undefined);
  });

  for (const [what, parts, title] of [
    [
      'a heading that says that it is the headline, and none of the path to it',
      {
        head: '<title>All about the night boat of Orrey - Orrey Post</title><meta property="og:title" content="Seven figures that tell how the boat came">',
        above:
          '<div class="path"><h1>All about the night boat of Orrey</h1></div><h2 itemprop="headline">Seven figures that tell how the boat came</h2>',
      },
      'Seven figures that tell how the boat came',
    ],
    [
      'the headline, and not the rubric above it',
      {
        head: '<meta property="og:title" content="Night shipping | Ferrymen quarrel, then row: the boat goes after all">',
        above: '<h2>Night shipping</h2><h1>Ferrymen quarrel, then row: the boat goes after all</h1>',
      },
      'Ferrymen quarrel, then row: the boat goes after all',
    ],
  ] as const)
    it(`is ${what}`, () => {
      assert.equal(front(parts).get('title'), title);
    });
});
