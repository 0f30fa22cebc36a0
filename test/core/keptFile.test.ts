import assert from 'node:assert/strict';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { pageArticle } from '../../src/core/index';
import { keptFile } from '../../src/pages/kept/keptFile';
import { mainContent } from '../../src/pages/mainContent';

const sentences = [
  'The ferrymen of Orrey met on Friday, and after four hours in the net loft, they agreed to run the night boat until the ice comes.',
  '“Nobody had asked for it,” said the pilot, “but the bakers on the far bank, who start at three, had walked over the weir for years.”',
  'The town pays for the lamp, the oil and a second hand on the rope, which the treasurer called money well spent.',
];
const body = sentences.map((text) => `<p>${text}</p>`).join('\n');
const page = `<!doctype html><html><head><meta charset="utf-8"><title>Night boat</title></head><body><article><h1>Night boat</h1>${body}</article></body></html>`;

async function articles(bytes: Uint8Array): Promise<readonly string[]> {
  const kept = await keptFile(bytes);
  assert.ok(kept && 'pages' in kept, JSON.stringify(kept));
  return kept.pages.map(({ html, content }) => {
    const main = content === undefined ? mainContent(html) : { content, headings: [] };
    assert.ok('content' in main, JSON.stringify(main));
    return pageArticle({ html, main }).text;
  });
}

async function only(bytes: Uint8Array): Promise<string> {
  const found = await articles(bytes);
  assert.equal(found.length, 1);
  return found[0] ?? '';
}

function isWhole(text: string): void {
  let at = 0;
  for (const sentence of sentences) {
    at = text.indexOf(sentence, at);
    assert.ok(at >= 0, `${sentence}\n\n${text}`);
  }
}

/** Quoted-printable (RFC 2045, 6.7) with short lines. */
function quotedPrintable(text: string): string {
  const encoded = Array.from(strToU8(text), (byte) =>
    byte === 10
      ? '\n'
      : byte < 32 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
  );
  const lines = ['']; // prettier-ignore
  for (const unit of encoded) {
    if (unit === '\n') lines.push('');
    else if ((lines.at(-1) ?? '').length + unit.length > 70) lines.push((lines.pop() ?? '') + '=', unit);
    else lines.push((lines.pop() ?? '') + unit);
  }
  return lines.join('\r\n');
}

describe('what people keep', () => {
  it('is a page that a browser has saved as one file', async () => {
    const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/night-boat\r\nSubject: Night boat\r\nDate: Tue, 5 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n\r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/night-boat\r\n\r\n${quotedPrintable(page)}\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n----b--\r\n`;
    const text = await only(strToU8(mhtml));
    isWhole(text);
    assert.match(text, /^url: "https:\/\/post\.example\/night-boat"$/m);
    assert.match(text, /^retrieved: "2024-03-05T10:00:00Z"$/m);
  });

  it('is answered for where hundreds of comments stand before anything else', async () => {
    assert.equal(await keptFile(strToU8('<!---->'.repeat(500))), undefined);
    assert.equal(await keptFile(strToU8(`<?xml version="1.0"?>${'<?a b?>'.repeat(400)}<html>`)), undefined);
  });

  it('is mail', async () => {
    const mail = `Received: from a by b\r\nFrom: Hanne Rook <hanne@post.example>\r\nSubject: =?utf-8?Q?Night_boat_=E2=80=93_yes?=\r\nDate: Fri, 03 May 2024 08:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(sentences.join('\n\n')).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
    const text = await only(strToU8(mail));
    isWhole(text);
    assert.match(text, /^title: "Night boat – yes"$/m);
    assert.match(text, /^author: Hanne Rook$/m);
    assert.match(text, /^published: "2024-05-03T06:00:00Z"$/m);
  });

  it('is mail that was kept as text, with the few headers that a reader sees', async () => {
    const text = await only(
      strToU8(`From: Hanne Rook <hanne@post.example>\nTo: desk@post.example\nSubject: Night boat\n\n${sentences.join('\n\n')}\n`),
    );
    isWhole(text);
    assert.match(text, /^title: Night boat$/m);
    assert.match(text, /^author: Hanne Rook$/m);
    assert.equal(await keptFile(strToU8('Subject: the night boat\nDate: 3 May 2024\n\nIt sails.\n')), undefined);
  });

  for (const [kind, feed] of [
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="x"><channel><title>Orrey Post</title><item><title>Night boat</title><link>https://post.example/1</link><pubDate>Fri, 03 May 2024 08:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[${body}]]></content:encoded></item><item><title>Weir</title><description>The weir is shut &amp;amp; dry.</description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orrey Post</title><entry><title>Night boat</title><link rel="alternate" href="https://post.example/1"/><published>2024-05-03T08:00:00Z</published><content type="html">${body.replaceAll('<', '&lt;')}</content></entry><entry><title>Weir</title><summary>The weir is shut &amp; dry.</summary></entry></feed>`,
    ],
  ] as const) {
    it(`is a feed (${kind}), an article an item`, async () => {
      const [first = '', second = '', ...more] = await articles(strToU8(feed));
      assert.equal(more.length, 0);
      isWhole(first);
      assert.ok(!first.includes('weir is shut'));
      assert.match(second, /The weir is shut & dry\./);
      for (const line of ['outlet: Orrey Post', 'title: Night boat', 'published: "2024-05-03T08:00:00Z"', 'url: "https://post.example/1"'])
        assert.ok(first.includes(`\n${line}\n`), first);
    });
  }

  const http = (html: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  const record = (url: string, block: string, type = 'response') =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-04T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${strToU8(block).length}\r\n\r\n${block}\r\n\r\n`;
  const warc = [
    record('x', 'a: b', 'warcinfo'),
    record('https://post.example/1', http(page)),
    record('https://post.example/2', http(page.replaceAll('Orrey', 'Halden'))),
  ];
  const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));

  for (const [kind, bytes] of [
    ['as it is', strToU8(warc.join(''))],
    ['in gzip, record by record', joined(warc.map((each) => gzipSync(strToU8(each))))],
    [
      'in a WACZ archive',
      zipSync({ 'archive/data.warc.gz': joined(warc.map((each) => gzipSync(strToU8(each)))), 'datapackage.json': strToU8('{}') }),
    ],
  ] as const) {
    it(`is a web archive ${kind}, an article a page`, async () => {
      const [first = '', second = ''] = await articles(bytes);
      isWhole(first);
      assert.match(first, /^url: "https:\/\/post\.example\/1"$/m);
      assert.match(first, /^retrieved: "2024-05-04T00:00:00Z"$/m);
      assert.ok(second.includes('ferrymen of Halden'));
    });
  }

  it('is a Word document, without what was deleted', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const paragraph = (inner: string, style = '') =>
      `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
    const document = `<?xml version="1.0"?><w:document><w:body>${paragraph(run('Night boat'), 'berschrift1')}${paragraph(`${run((sentences[0] ?? '').slice(0, 30))}<w:del><w:r><w:delText>not </w:delText></w:r></w:del>${run((sentences[0] ?? '').slice(30))}`)}${paragraph(run(sentences[1] ?? ''))}<w:tbl><w:tr><w:tc>${paragraph(run('lamp'))}</w:tc><w:tc>${paragraph(run('oil &amp; rope'))}</w:tc></w:tr></w:tbl>${paragraph(run(sentences[2] ?? ''))}</w:body></w:document>`;
    const styles = '<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(document),
      'word/styles.xml': strToU8(styles),
      'docProps/core.xml': strToU8('<x><dc:creator>Hanne Rook</dc:creator></x>'),
    });
    const text = await only(bytes);
    isWhole(text);
    assert.match(text, /^# Night boat$/m);
    assert.match(text, /^lamp oil & rope$/m);
    assert.match(text, /^author: Hanne Rook$/m);
    assert.ok(!text.includes('not '));
  });

  it('is a Word document of whatever program: with another prefix, notes at its end and a large first letter', async () => {
    const [first = '', second = '', third = ''] = sentences;
    const paragraph = (text: string, properties = '') => `<x:p>${properties}<x:r><x:t>${text}</x:t></x:r></x:p>`;
    const whole = (name: string, inner: string) =>
      strToU8(`<x:${name} xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</x:${name}>`);
    const cap = paragraph(first.slice(0, 1), '<x:pPr><x:framePr x:dropCap="drop"/></x:pPr>');
    const heading = paragraph('Night boat goes', '<x:pPr><x:outlineLvl x:val="0"/></x:pPr>');
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': whole('document', `<x:body>${heading}${cap}${paragraph(first.slice(1))}${paragraph(second)}</x:body>`),
      'word/endnotes.xml': whole('endnotes', `<x:endnote>${paragraph(third)}</x:endnote>`),
      'docProps/core.xml': strToU8('<x><dc:title>boat.docx</dc:title><dc:creator>Microsoft Office User</dc:creator></x>'),
    });
    const text = await only(bytes);
    isWhole(text);
    assert.match(text, /^title: Night boat goes$/m);
    assert.ok(!text.includes('author:'));
  });

  it('is a message of a mailbox', async () => {
    const mail = `From hanne@post.example Fri May  3 08:00:00 2024\r\nMIME-Version: 1.0\r\nFrom: Hanne Rook <hanne@post.example>\r\nSubject: Night boat\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${sentences.join('\r\n\r\n')}\r\n`;
    const text = await only(strToU8(mail));
    isWhole(text);
    assert.ok(!text.includes('MIME-Version'));
  });

  it('is a mailbox, an article a message, and those without text are told', async () => {
    const message = (subject: string, text: string) =>
      `From hanne@post.example Fri May  3 08:00:00 2024\nMIME-Version: 1.0\nFrom: Hanne Rook <hanne@post.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;
    const box = message('Night boat', `${sentences.join('\n\n')}\n\nFrom the landing it is a mile.`) + message('Empty', '') + message('Weir', 'The weir is shut for good.'); // prettier-ignore
    const kept = await keptFile(strToU8(box));
    assert.ok(kept && 'pages' in kept);
    assert.deepEqual(kept.pages.map(({ label }) => label), ['Night boat', 'Weir']); // prettier-ignore
    assert.equal(kept.problem, '1 message in it has no text');
    const [first = '', second = ''] = await articles(strToU8(box));
    isWhole(first);
    assert.match(first, /From the landing it is a mile\.\n$/);
    assert.match(second, /The weir is shut for good\.\n$/);
  });

  it('is a web archive whose crawler has opened a page and left what it came as, and what is damaged in it is told', async () => {
    const packed = (body: string) => http(body).replace('Content-Type', 'Content-Encoding: gzip\r\nContent-Type');
    const sound = record('https://post.example/1', packed(page));
    isWhole(await only(strToU8(sound)));
    const kept = await keptFile(strToU8(sound + record('https://post.example/2', packed('\u001f\u008bcut').replace('gzip', 'br'))));
    assert.ok(kept && 'pages' in kept);
    assert.equal(kept.pages.length, 1);
    assert.match(kept.problem ?? '', /^1 page in it cannot be opened/);
  });

  it('is subtitles, with speakers and times', async () => {
    const vtt = `WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Hanne Rook>We row at three,\n\n00:00:04.000 --> 00:00:06.000\n<v Hanne Rook>and not before.\n\n00:01:06.500 --> 00:01:09.000\n<v Per Lund>So be it.\n`;
    assert.ok(
      (await only(strToU8(vtt))).endsWith('[00:00:01] Hanne Rook: We row at three, and not before.\n\n[00:01:06] Per Lund: So be it.\n'),
    );
    const srt = `1\r\n00:00:01,000 --> 00:00:04,000\r\nROOK: <i>We row</i> at three,\r\nand not before.\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nLUND: So be it.\r\n`;
    assert.ok((await only(strToU8(srt))).endsWith('[00:00:01] ROOK: We row at three, and not before.\n\n[00:00:05] LUND: So be it.\n'));
  });

  it('is subtitles in which somebody else begins, named or not', async () => {
    const cues = [
      'ROOK: We row at three.',
      '>> Why so late?',
      '- The tide.\n- Whose tide?\nOurs?',
      '>> Per Lund: Ours.',
      '&gt;&gt; ROOK: So be it.',
    ];
    const srt = cues.map((words, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${words}\n`).join('\n');
    assert.ok(
      (await only(strToU8(srt))).endsWith(
        '[00:00:00] ROOK: We row at three.\n\n[00:00:01] >> Why so late?\n\n[00:00:02] - The tide.\n\n[00:00:02] - Whose tide? Ours?\n\n[00:00:03] Per Lund: Ours.\n\n[00:00:04] ROOK: So be it.\n',
      ),
    );
  });

  it('is subtitles whose cues no empty line parts', async () => {
    const cues = ['00:00:01.000 --> 00:00:02.000 align:start position:0%', 'We row', '00:00:02.000 --> 00:00:03.000', 'at three,', '2', '00:00:03.000 --> 00:00:04.000', 'all 12 of us.', '']; // prettier-ignore
    assert.ok((await only(strToU8(`WEBVTT\n\n${cues.join('\n')}`))).endsWith('[00:00:01] We row at three, all 12 of us.\n'));
  });

  for (const [kind, bytes, reason] of [
    ['a ZIP archive of other things', zipSync({ 'a.txt': strToU8('a') }), /^is a ZIP archive: /],
    ['a damaged Word document', strToU8('PK\u0003\u0004word'), /^cannot be read: /],
    [
      'a feed of links',
      strToU8('<rss><channel><item><title>Weir</title><link>https://post.example</link></item></channel></rss>'),
      /^is a feed without the text/,
    ],
    ['gzip of something else', gzipSync(strToU8('hello')), /^is compressed and no WARC/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /^is no text: /],
  ] as const) {
    it(`is told where it is ${kind}, with what to do`, async () => {
      const kept = await keptFile(bytes);
      assert.ok(kept && 'reason' in kept);
      assert.match(kept.reason, reason);
    });
  }

  it('is a page itself, or a text, where it is none of these', async () => {
    assert.equal(await keptFile(strToU8(page)), undefined);
    assert.equal(await keptFile(strToU8('Subject: a letter\n\nDear all,\n')), undefined);
  });
});
