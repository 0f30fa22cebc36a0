import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines, pdfFile } from '../core/pdfFile';
import { jsonLines, secondSource, withFolder } from './program';

const page = (said: string, title = 'Lock to open') =>
  `<html><head><meta charset="windows-1252"><title>${title}</title></head><body><nav>Home</nav><article><h1>${title}</h1>
  ${'<p>Barges have waited at the eastern basin since the gate jammed in spring, and the town has paid.</p>'.repeat(3)}<p>${said}</p></article></body></html>`;

describe('second-source import-article', () => {
  it('makes articles of a folder of pages, and none a second time', () => {
    withFolder(
      { 'pages/a.html': page('One.'), 'pages/b.htm': page('Two.'), 'pages/a_files/part.html': page('No.'), 'pages/note.txt': 'x' },
      (root) => {
        const out = join(root, 'articles');
        const first = secondSource(['import-article', join(root, 'pages'), '--out', out]);
        assert.deepEqual([first.status, first.stderr], [0, '']);
        assert.deepEqual(first.stdout.trim().split('\n'), [join(out, 'lock-to-open.md'), join(out, 'lock-to-open-2.md')]);
        const second = secondSource(['import-article', join(root, 'pages'), '--out', out]);
        assert.deepEqual([second.status, second.stdout], [0, '']);
        assert.match(second.stderr, /a\.html: is there already, as .*lock-to-open\.md/);
        assert.equal(readdirSync(out).length, 2);
      },
    );
  });

  it('leaves an article as it is that somebody has changed', () => {
    withFolder({ 'a.html': page('One.'), 'lock-to-open.md': 'mine' }, (root) => {
      const { status } = secondSource(['import-article', join(root, 'a.html'), '--out', root]);
      assert.equal(status, 0);
      assert.equal(readFileSync(join(root, 'lock-to-open.md'), 'utf8'), 'mine');
      assert.ok(existsSync(join(root, 'lock-to-open-2.md')));
    });
  });

  it('reads standard input and prints the article', () => {
    const { status, stdout } = secondSource(
      ['import-article', '-', '--url', 'https://x.example/a"b', '--out', '-'],
      page('Three “marks”.'),
    );
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^---\noutlet: x.example\ntitle: Lock to open\nurl: "https:\/\/x\.example\/a%22b"\n---\n\n# Lock to open\n\nBarges/,
    );
    assert.match(stdout, /\n\nThree “marks”\.\n$/);
  });

  it('reads the encodings of old pages', () => {
    withFolder({}, (root) => {
      writeFileSync(join(root, 'a.html'), Buffer.from(page('\x93N\xe9e,\x94 she said.'), 'latin1'));
      const { stdout } = secondSource(['import-article', join(root, 'a.html'), '--out', '-']);
      assert.match(stdout, /“Née,” she said\./);
    });
  });

  it('says in one line what it cannot import, and imports the rest', () => {
    withFolder(
      { 'empty.html': '<html><body><img></body></html>', 'binary.html': Uint8Array.of(1, 0, 2, 0), 'good.html': page('One.') },
      (root) => {
        const { status, stdout, stderr } = secondSource(['import-article', root, '--out', join(root, 'out')]);
        assert.equal(status, 1);
        assert.match(stdout, /^.*lock-to-open\.md\n$/);
        assert.match(stderr, /binary\.html: is not a text file/);
        assert.match(stderr, /empty\.html: no article was found in this page; --whole takes all of its text/);
      },
    );
  });

  it('says of a feed which of its items are summaries, a line each, and how many have no text', () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Lock Post</title><item><title>Gate jams</title><link>https://post.example/gate</link><description>The gate of the eastern lock has jammed once more, and nobody…</description></item><item><title>Bare</title><link>https://post.example/bare</link></item></channel></rss>`;
    withFolder({ 'news.rss': feed }, (root) => {
      const { status, stdout, stderr } = secondSource(['import-article', join(root, 'news.rss'), '--out', root]);
      assert.equal(status, 1);
      assert.match(stdout, /lock-post-gate-jams\.md\n$/);
      assert.match(
        stderr,
        /news\.rss \(Gate jams\): only a summary or the beginning of it stands in the feed; its own page has the whole\n.*news\.rss: 1 item has no text here: import the page it names\n$/,
      );
      assert.match(readFileSync(join(root, 'lock-post-gate-jams.md'), 'utf8'), /^extracted: partial$/m);
    });
  });

  it('takes the whole page where that is asked for', () => {
    const { stdout } = secondSource(['import-article', '-', '--whole', '--out', '-'], '<p>One.</p><footer>Two.</footer>');
    assert.equal(stdout, '---\n---\n\nOne.\n\nTwo.\n');
  });

  for (const [args, message] of [
    [[], /name the pages/],
    [['nowhere.html'], /nowhere\.html: no such file or folder/],
    [['-', '--url', 'file:///etc/passwd'], /--url is the http or https address/],
    [['test'], /test: nothing to import in this folder/],
  ] as const) {
    it(`ends with 2 for ${JSON.stringify(args)}`, () => {
      const { status, stderr } = secondSource(['import-article', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it('takes a PDF file and a plain text, and keeps them beside their articles where it is asked to', () => {
    const pdf = pdfFile([[{ text: 'Night boat for Orrey', x: 60, y: 740, size: 20 }, ...lines(['The ferrymen agreed on Friday.'])]]);
    withFolder({ 'night.pdf': pdf, 'old.txt': Buffer.from('\ufeffNight boat\n\n“Née,” she said.\n', 'utf16le') }, (root) => {
      const args = ['import-article', join(root, 'night.pdf'), join(root, 'old.txt'), '--out', join(root, 'story'), '--keep', '--json'];
      const { status, stdout } = secondSource(args);
      assert.equal(status, 0);
      const [article, text] = jsonLines(stdout) as { article: string }[];
      const written = readFileSync(article?.article ?? '', 'utf8');
      const hash = createHash('sha256').update(pdf).digest('hex');
      assert.match(written, new RegExp(`^source: \\{path: "\\.originals/night\\.pdf", sha256: "?${hash}"?\\}$`, 'm'));
      assert.ok(written.endsWith('# Night boat for Orrey\n\nThe ferrymen agreed on Friday.\n'), written);
      assert.deepEqual(readFileSync(join(root, 'story', '.originals', 'night.pdf')), Buffer.from(pdf));
      assert.match(readFileSync(text?.article ?? '', 'utf8'), /\n---\n\nNight boat\n\n“Née,” she said\.\n$/);
      assert.match(secondSource(args).stdout, /"known":true/);
      assert.deepEqual(readdirSync(join(root, 'story', '.originals')).sort(), ['night.pdf', 'old.txt']);
      assert.equal(readdirSync(join(root, 'story')).length, 3);
      writeFileSync(join(root, 'night.pdf'), pdfFile([lines(['Another text.'])]));
      secondSource(args);
      assert.deepEqual(readdirSync(join(root, 'story', '.originals')).sort(), ['night-2.pdf', 'night.pdf', 'old.txt']);
    });
  });

  it('says of a PDF file how many of its pages are pictures, in one line and in the article', () => {
    withFolder({ 'half.pdf': pdfFile([lines(['The ferrymen agreed on Friday.']), []]) }, (root) => {
      const { status, stderr, stdout } = secondSource(['import-article', join(root, 'half.pdf'), '--out', '-']);
      assert.equal(status, 0);
      assert.match(stderr, /half\.pdf: 1 page is a picture without a text layer, its words are missing\n$/);
      assert.match(stdout, /^extracted: partial$/m);
    });
  });

  it('shows what a terminal would obey in the titles and addresses of its messages, and in JSON escapes it', () => {
    const feed = '<rss><channel><item><title>Tide\u009b2J &#x202e;low</title><description/></item><item><title>Tide\u009b2J &#x202e;low</title><description>High.</description></item></channel></rss>'; // prettier-ignore
    withFolder({ 'feed.rss': feed }, (root) => {
      for (const json of [[], ['--json']]) {
        secondSource(['import-article', join(root, 'feed.rss'), '--out', root, ...json]);
        const { stderr, stdout } = secondSource(['import-article', join(root, 'feed.rss'), '--out', root, ...json]);
        assert.match(stderr + stdout, /Tide/);
        assert.doesNotMatch(stderr + stdout, /[\u0080-\u009f\u202e]/);
      }
    });
  });
});
