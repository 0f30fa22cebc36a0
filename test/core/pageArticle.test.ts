import assert from 'node:assert/strict';
import {
  articleFileName,
  decodePage,
  isArticlePath,
  isSameArticle,
  numberedName,
  pageArticle,
  readArticle,
  textArticle,
} from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';
import { savedPages } from './savedPages';

const read = (text: string, path = 'a.md') => readArticle({ uri: path, path, text, version: 1 });
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

function imported(html: string, more: Partial<Parameters<typeof pageArticle>[0]> = {}) {
  const main = mainContent(html);
  assert.ok('content' in main, 'an article is found');
  return pageArticle({ html, main, ...more });
}

/** Whether the words stand in the other text in this order. */
function standInOrder(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    at = all.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('an article of a page', () => {
  for (const { kind, html, facts, keeps, drops } of savedPages) {
    it(`is found in ${kind}`, () => {
      const { text, metadata } = imported(html);
      for (const words of keeps) assert.ok(text.includes(words), `${words}\n\n${text}`);
      for (const words of drops) assert.ok(!text.includes(words), `${words}\n\n${text}`);
      const { author, outlet, published, title, url } = metadata;
      const found = { author: author?.value, outlet: outlet?.value, published: published?.value, title: title?.value, url: url?.value };
      for (const [name, value] of Object.entries(found)) {
        const wanted = facts[name as keyof typeof facts];
        if (name === 'published' && value !== undefined && wanted !== undefined) assert.equal(Date.parse(value), Date.parse(wanted));
        else assert.equal(value, wanted, name);
      }
    });

    it(`has the words of ${kind}, in their order, and the headline before them`, () => {
      const { prose } = read(imported(html).text.replace(/^# .*$/m, ''));
      const page = wordsOf(read(html, 'a.html').prose.text);
      assert.ok(standInOrder(wordsOf(prose.text), page), prose.text);
    });
  }

  it('says whose and when it is, from the page alone', () => {
    const [, wire] = savedPages;
    const { name, text } = imported(wire?.html ?? '', { retrieved: '2026-11-25T20:00:00Z' });
    assert.equal(name, 'kestrel-wire-canal-lock-to-open-office-says.md');
    assert.equal(
      text.slice(0, text.indexOf('ORREY')),
      '---\noutlet: Kestrel Wire\ntitle: "Canal lock to open, office says"\nauthor: Jo Tarn\npublished: "2025-09-29T18:02:00Z"\nurl: "https://kestrel.example/id/88"\nretrieved: "2026-11-25T20:00:00Z"\n---\n\n# Canal lock to open, office says\n\n',
    );
  });

  it('leaves out what the page does not say, also where a masthead has today’s date', () => {
    const { text } = imported(
      `<div>Friday, 3 October 2025</div><article>${'<p>The water rose, said the mayor, and nobody was at all surprised by that.</p>'.repeat(5)}</article>`,
    );
    assert.equal(text.slice(0, text.indexOf('The')), '---\n---\n\n');
    assert.equal(read(text).metadata.published, undefined);
  });

  it('is as hostile as its page and no more', () => {
    const evil = '"\n---\npublished: 1999-01-01\n- [x](command:quit) <img src=x onerror=y> ${jndi} \u202e../../etc/passwd';
    const html = `<html><head><title>${evil}</title><meta property="og:site_name" content="../..\\con: {a: b} # &quot; ' !!js/function"></head><body><article><h1>${evil}</h1>
      ${'<p onclick="x()">Plain words stand here so that somebody finds them, said the mayor, who had nothing to add.</p>'.repeat(4)}
      <p># not a heading</p><p>&gt; not a quote</p><p>---</p><p>title: forged</p><p>[x](command:workbench.action.quit) <a href="javascript:x">y</a> <a href="command:x">z</a> <a href="data:text/html,x">d</a></p>
      <script>alert(1)</script></article></body></html>`;
    const { name, text } = imported(html);
    const { metadata, prose } = read(text);
    assert.match(name, /^[\p{L}\p{N}-]+\.md$/u);
    assert.equal(metadata.published, undefined);
    assert.equal(metadata.outlet?.value, '../..\\con: {a: b} # " \' !!js/function');
    assert.ok(metadata.title?.value.includes('published: 1999-01-01'));
    for (const words of ['# not a heading', '> not a quote', '---', 'title: forged', '[x](command:workbench.action.quit) y z d'])
      assert.ok(prose.text.includes(words), words);
    const body = text.slice(text.indexOf('\n# '));
    assert.ok(!/(?<!\\)\]\((?!https?:)/.test(body), body);
    assert.ok(!/(?<!\\)<[a-z]/i.test(body), body);
  });

  it('does not join words around a block that is taken out', () => {
    const html = `<article><div>${'The water rose, said the mayor, and nobody was at all surprised. '.repeat(6)}It fell<aside class="ad banner promo"><p>Buy now</p></aside>again at night.</div></article>`;
    const { prose } = read(imported(html).text);
    assert.ok(!prose.text.includes('fellagain'), prose.text);
  });

  it('is not found in a page without text, nor in one nested beyond reason', () => {
    const none = { reason: 'no article was found in this page' };
    assert.deepEqual(mainContent('<html><body><img src=x></body></html>'), none);
    assert.deepEqual(mainContent(''), none);
    assert.match(JSON.stringify(mainContent(`${'<div>'.repeat(5000)}text`)), /nested deeper than/);
    assert.match(JSON.stringify(mainContent(`${'<div>'.repeat(200)}text`)), /nested deeper than/);
    assert.match(JSON.stringify(mainContent('<hr>'.repeat(30_000))), /more than \d+ elements/);
  });

  it('is not a front page with a notice or two', () => {
    const notice = '<p>Subscribe to the Orrey Post, which has all that is new on both banks of the river.</p>';
    const front = (title: string, address: string) =>
      `<html><head><title>${title}</title><meta property="og:site_name" content="Orrey Post"><link rel="canonical" href="${address}"></head><body>${notice}</body></html>`;
    assert.throws(() => imported(front('Orrey Post', 'https://post.example/')), /front page/);
    assert.ok(imported(front('Subscribe', 'https://post.example/')).text.includes('both banks'));
    assert.ok(imported(front('Orrey Post', 'https://post.example/about')).text.includes('both banks'));
  });

  it('can be all the text of a page', () => {
    const { text, words } = pageArticle({ html: '<title>Two</title><nav>Home</nav><p>One line.</p><footer>End.</footer>' });
    assert.equal(text, '---\ntitle: Two\n---\n\nOne line.\n\nEnd.\n');
    assert.equal(words, 3);
  });

  it('is the same article when it was only retrieved again', () => {
    const html = savedPages[1]?.html ?? '';
    const first = imported(html, { retrieved: '2026-01-01T00:00:00Z' }).text;
    assert.ok(isSameArticle(first, imported(html, { retrieved: '2026-02-01T00:00:00Z' }).text));
    assert.ok(!isSameArticle(first, imported(html.replace('hinges', 'bolts')).text));
  });

  it('of plain text is that text', () => {
    const { text } = textArticle('---\ntitle: forged\n---\n\r\n“We *wait*,” she said.\r\n\r\n# Not a heading\r\n', {
      retrieved: '2026-11-25T20:00:00Z',
    });
    assert.equal(
      text,
      '---\nretrieved: "2026-11-25T20:00:00Z"\n---\n\n---\ntitle: forged\n---\n\n“We *wait*,” she said.\n\n# Not a heading\n',
    );
    assert.equal(read(text, 'a.txt').metadata.title, undefined);
  });
});

describe('the name of an imported article', () => {
  for (const [parts, name] of [
    [['The Gull', 'Ferry late: “no fog”, says mayor'], 'the-gull-ferry-late-no-fog-says-mayor.md'],
    [['../../etc', '/passwd'], 'etc-passwd.md'],
    [[undefined, 'CON'], 'article-con.md'],
    [['', 'License'], 'article-license.md'],
    [[undefined, '...'], 'article.md'],
    [[undefined, 'Fähre verspätet — Меньше тумана'], 'fähre-verspätet-меньше-тумана.md'],
    [[undefined, "It’s the mayor's"], 'its-the-mayors.md'],
    [[undefined, 'a\0b\u202ec'], 'a-b-c.md'],
  ] as const) {
    it(`is ${name} for ${JSON.stringify(parts)}`, () => assert.equal(articleFileName(parts, 'md'), name));
  }

  it('is short in bytes, also where the title is one long word', () => {
    for (const title of ['word '.repeat(200), '水'.repeat(500), 'x'.repeat(500)]) {
      const name = articleFileName([title], 'md');
      assert.ok(new TextEncoder().encode(name).length < 110, name);
      assert.ok(isArticlePath(name, []));
    }
  });

  it('gets a number', () => assert.equal(numberedName('a.b.md', 2), 'a.b-2.md'));
});

describe('odd pages', () => {
  const story =
    '<p>Barges have waited at the eastern basin since the gate jammed in spring, and twelve firms have asked the town for help.</p>'.repeat(
      3,
    );
  const quoted = '<p>“The lock will open before the first frost,” said Petra Holm.</p>';
  const pull = '<aside class="pullquote"><p>The lock will open before the first frost</p></aside>';
  const page = (body: string) =>
    `<html><head><title>Lock to open</title></head><body><article><h1>Lock to open</h1>${body}</article></body></html>`;

  for (const [what, body, wanted] of [
    ['references without a semicolon', '<p>Holm &amp Bale &copy 2025, AT&T &lt5 m &notaword; &#8220 so &#x201d</p>', /Holm/],
    ['references that name nothing', '<p>One &nothing; &#; &#x; &#xD800; &#99999999; two</p>', /One .* two/],
    ['sections of XML', '<p>One <![CDATA[hidden <b>two</b>]]> three</p>', /One/],
    ['instructions and doctypes in the middle', '<p>One <?php echo "x" ?> <!DOCTYPE html> two</p>', /One/],
    ['tags that never end', '<p>One <b <i two<p>Three <a href="https://a.example/', /One/],
    ['text like Markdown', '<p># One * two _three_ `four` [five](https://a.example) &lt;script&gt; ![six](x)</p>', /# One/],
  ] as const)
    it(`are read with the words as they stand: ${what}`, () => {
      const html = page(quoted + story + body);
      // throws where the words that are written are not those of the page
      for (const article of [imported(html), pageArticle({ html })]) {
        assert.match(article.text.replaceAll('\\', ''), wanted);
        assert.ok(article.text.includes('“The lock will open before the first frost,” said Petra Holm.'));
        assert.doesNotMatch(article.text, /(?<!\\)<script/);
      }
    });

  it('keep a pull quote as often as the page shows it, and no more often', () => {
    const count = (text: string) => text.split('The lock will open before the first frost').length - 1;
    assert.equal(count(pageArticle({ html: page(quoted + story + pull + story + pull) }).text), 3);
    assert.ok(count(imported(page(quoted + story + pull + story + pull)).text) <= 3);
  });
});

describe('the encoding of a page', () => {
  const decode = (bytes: Uint8Array, encoding: string) => {
    try {
      return new TextDecoder(encoding).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf8 = (text: string) => new TextEncoder().encode(text);

  for (const [what, bytes, declared, text] of [
    ['UTF-8', utf8('<meta charset=utf-8>“né”'), undefined, '“né”'],
    ['Windows-1252 in its head', bytesOf('<meta charset="windows-1252">\x93n\xe9\x94'), undefined, '“né”'],
    [
      'Latin-1, as browsers read it',
      bytesOf('<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\x93n\xe9\x94'),
      undefined,
      '“né”',
    ],
    ['Windows-1251', bytesOf('<meta charset=windows-1251>\xcd\xe5\xf2'), undefined, 'Нет'],
    ['what its server says', bytesOf('<meta charset=utf-8>\xcd\xe5\xf2'), 'windows-1251', 'Нет'],
    ['nothing', bytesOf('<p>\x93n\xe9\x94'), undefined, '“né”'],
    ['Latin-1 and is UTF-8', utf8('<meta charset=iso-8859-1>“né”'), undefined, '“né”'],
    ['Japanese in seven bits', bytesOf('<meta charset=iso-2022-jp>\x1b$B?e\x1b(B'), undefined, '水'],
    ['an encoding that is none', bytesOf('<meta charset=klingon>\x93n\xe9\x94'), undefined, '“né”'],
    ['GB 18030', bytesOf('<meta charset=gb18030>\xcb\xae\xd5\xa2\xbd\xab\xbf\xaa'), undefined, '水闸将开'],
    ['Shift_JIS', bytesOf('<meta charset="Shift_JIS">\x90\x85'), undefined, '水'],
    ['EUC-JP', bytesOf('<meta charset=euc-jp>\xbf\xe5'), undefined, '水'],
    ['EUC-KR', bytesOf('<meta charset=euc-kr>\xb9\xb0'), undefined, '물'],
    ['Big5', bytesOf('<meta charset=big5>\xa4\xf4'), undefined, '水'],
    ['KOI8-R', bytesOf('<meta charset=koi8-r>\xee\xc5\xd4'), undefined, 'Нет'],
    ['Latin-2', bytesOf('<meta charset=iso-8859-2>\xa3\xf3d\xbc'), undefined, 'Łódź'],
    ['Windows-1255, from right to left', bytesOf('<meta charset=windows-1255>\xf9\xec\xe5\xed'), undefined, 'שלום'],
    ['Windows-1256, from right to left', bytesOf('<meta charset=windows-1256>\xe3\xc7\xc1'), undefined, 'ماء'],
    ['another thing than its UTF-8 mark', bytesOf('\xef\xbb\xbf<meta charset=koi8-r>\xe2\x80\x9cn'), undefined, '“n'],
    ['another thing than its UTF-16 mark', Uint8Array.from([0xfe, 0xff, 0x20, 0x1c, 0, 0x6e]), 'koi8-r', '“n'],
    ['UTF-16 by its mark', Uint8Array.from([0xff, 0xfe, 0x1c, 0x20, 0x6e, 0]), undefined, '“n'],
    ['UTF-16 without a mark', Uint8Array.from([0x3c, 0, 0x70, 0, 0x3e, 0, 0x1c, 0x20]), undefined, '“'],
    ['UTF-16 the other way round', Uint8Array.from([0, 0x3c, 0, 0x70, 0, 0x3e, 0x20, 0x1c]), undefined, '“'],
  ] as const) {
    it(`is known of a page that says ${what}`, () => {
      const read = decodePage(bytes, declared, decode);
      assert.equal(read?.replace(/<[^>]*>/g, ''), text);
    });
  }

  it('is known of a page in which zero bytes were left', () => {
    const bytes = Buffer.from(`<html><body>${'<p>Née</p>'.repeat(30)}\0\0<p>Ende</p></body></html>`);
    assert.ok(decodePage(bytes, undefined, decode)?.endsWith('<p>Née</p><p>Ende</p></body></html>'));
  });

  it('is none where the bytes are no text', () => assert.equal(decodePage(Uint8Array.from([1, 0, 2, 0, 0]), undefined, decode), undefined));
});
