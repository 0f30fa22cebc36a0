import { gzipSync, strToU8, zipSync } from 'fflate';
import { lines, pdfFile } from '../core/pdfFile';

/** Sentences of an invented article, whole in each of the files below. */
export const sentences = [
  'The keepers of the Marrow weir met on Friday, and after three hours in the tool shed, they agreed to open the sluice before the rain comes.',
  '“Nobody had oiled it since my father’s day,” said the keeper, Jon Arkwell, who has lived beside the water for forty years.',
  'The parish pays for the grease, the lamp and a second hand on the wheel, which its clerk called money well spent.',
];
const plain = sentences.map((sentence) => sentence.replace(/[“”]/g, '"').replace('’', "'"));
const body = sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');

export const html = `<!doctype html><html><head><meta charset="utf-8"><title>Weir to open</title></head><body><article><h1>Weir to open</h1>${body}</article></body></html>`;

const paragraph = (text: string, style = '') =>
  `<w:p>${style}<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;')}</w:t></w:r></w:p>`;

function record(): string {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://marrow.example/weir\r\nWARC-Date: 2024-05-04T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${strToU8(block).length}\r\n\r\n${block}\r\n\r\n`;
}

/** By file name. */
export const kept: Readonly<Record<string, () => Uint8Array>> = {
  'weir.mhtml': () =>
    strToU8(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://marrow.example/weir\r\nSubject: Weir\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://marrow.example/weir\r\n\r\n${html}\r\n--b--\r\n`,
    ),
  'weir.docx': () =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document><w:body>${paragraph('Weir to open', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')}${sentences.map((sentence) => paragraph(sentence)).join('')}</w:body></w:document>`,
      ),
      'word/styles.xml': strToU8(
        '<w:styles><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
      ),
    }),
  'weir.pdf': () =>
    pdfFile([
      [{ text: 'Weir to open', x: 60, y: 760, size: 20 }, ...plain.flatMap((sentence, i) => lines(wrapped(sentence), { y: 700 - i * 60 }))],
    ]),
  'weir.eml': () =>
    strToU8(
      `Received: from a by b\r\nFrom: Post <post@marrow.example>\r\nSubject: Weir to open\r\nDate: Fri, 03 May 2024 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${sentences.join('\r\n\r\n')}\r\n`,
    ),
  'weir.warc': () => strToU8(record()),
  'weir.wacz': () => zipSync({ 'archive/data.warc.gz': gzipSync(strToU8(record())), 'datapackage.json': strToU8('{}') }),
  'weir.atom': () =>
    strToU8(
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Marrow Post</title><entry><title>Weir to open</title><link rel="alternate" href="https://marrow.example/weir"/><content type="html">${body.replaceAll('<', '&lt;')}</content></entry></feed>`,
    ),
  'weir.rss': () => strToU8(rss(['Weir to open'])),
  'weir.vtt': () =>
    strToU8(
      `WEBVTT\n\n${sentences.map((sentence, i) => `00:00:0${i}.000 --> 00:00:0${i + 1}.000\n<v Clerk${i}>${sentence}\n`).join('\n')}`,
    ),
  'weir.srt': () =>
    strToU8(plain.map((sentence, i) => `${i + 1}\r\n00:00:0${i},000 --> 00:00:0${i + 1},000\r\n${sentence}\r\n`).join('\r\n')),
};

export const feed = rss(['Weir to open', 'Mill to shut']);

function rss(titles: readonly string[]): string {
  const items = titles.map(
    (title) =>
      `<item><title>${title}</title><link>https://marrow.example/${title.slice(0, 4)}</link><content:encoded><![CDATA[${body}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Marrow Post</title>${items.join('')}</channel></rss>`;
}

function wrapped(text: string): string[] {
  return text.match(/.{1,90}(?:\s|$)/g)?.map((line) => line.trimEnd()) ?? [];
}
