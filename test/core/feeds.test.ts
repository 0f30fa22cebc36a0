import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { leftOutMessage, pageArticle } from '../../src/core/index';
import { keptFile } from '../../src/pages/kept/keptFile';

const sentences = [
  'The eel catchers of Tarrow asked on Monday for a shorter season, since the traps have come up empty since the sluice was rebuilt.',
  '“We counted nine in a week,” said Odda Prell, who has set traps below the mill for thirty years and sells what he catches at the gate.',
  'The water board, which rebuilt the sluice, wants to wait for the figures of a second year before it changes anything about it.',
  'Until then a ladder of brushwood is to be laid, at the cost of the board, so that the young eels may pass the wall at night.',
  'Whether that helps nobody knows: at Upper Halden such a ladder was laid two years ago and washed away by the first flood.',
  'The catchers will meet again on the ninth, and some of them have said that they will bring their empty traps to the meeting.',
];
const whole = sentences.map((text) => `<p>${text}</p>`).join('\n');
const [first = '', second = ''] = sentences;
const link = 'https://post.example/2025/eels';

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const item = (parts: string, title = 'Eels stay away', address = link) =>
  `<item>${title === '' ? '' : `<title>${title}</title>`}<link>${address}</link>${parts}</item>`;
const rss = (...items: readonly string[]) =>
  strToU8(`<?xml version="1.0"?><rss version="2.0"><channel><title>Tarrow Post</title>${items.join('')}</channel></rss>`);
const description = (html: string) => `<description>${escaped(html)}</description>`;
const encoded = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

async function itemsOf(bytes: Uint8Array) {
  const kept = await keptFile(bytes);
  assert.ok(kept && 'pages' in kept, JSON.stringify(kept));
  const pages = kept.pages.map(({ content = '', html, leftOut }) => {
    const article = pageArticle({ html, main: { content, headings: [], ...(leftOut && { leftOut }) } });
    return { isSummary: article.leftOut?.isSummary === true, text: article.text, leftOut: article.leftOut };
  });
  return { pages, problem: kept.problem };
}

describe('an item of a feed', () => {
  for (const [what, parts] of [
    ['a text that ends in dots', description(`${first} ${second.slice(0, 60)}…`)],
    ['a long description that ends in dots', description(`${whole.slice(0, -20)}...`)],
    ['a text that ends in dots in brackets', encoded(`${whole}<p>The catchers [&#8230;]</p>`)],
    ['dots before a line about the feed itself', description(`<p>${first} The board […]</p><p>The post <a href="${link}">Eels</a> appeared first on <a href="https://post.example">Post</a>.</p>`)], // prettier-ignore
    ['a text with a link to its page as the end', encoded(`${whole}<p><a class="more" href="${link}?from=feed">Read on</a></p>`)],
    ['a sentence or two', description(`${first} ${second}`)],
    ['a sentence for its text', description(`${second.slice(0, 40)} and more`) + encoded(`<p>${first}</p>`)],
    ['a sentence or two, given twice', description(first) + encoded(`<p>${first}</p>`)],
  ] as const)
    it(`that has ${what} comes in as partial, and one line says so`, async () => {
      const { pages } = await itemsOf(rss(item(parts)));
      const [only] = pages;
      assert.match(only?.text ?? '', /^extracted: partial$/m);
      assert.ok(only?.leftOut);
      assert.match(leftOutMessage(only.leftOut), /^only a summary or the beginning of it stands in the feed; its own page has the whole$/);
    });

  it('of Atom that has a summary alone comes in as partial', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarrow Post</title><entry><title>Eels</title><link href="${link}"/><summary>${first}</summary></entry></feed>`;
    assert.deepEqual((await itemsOf(strToU8(atom))).pages.map(({ isSummary }) => isSummary), [true]); // prettier-ignore
  });

  for (const [what, items] of [
    ['a text beside its summary', [item(description(`${first.slice(0, 50)}…`) + encoded(whole))]],
    ['a whole text as its description', [item(description(whole))]],
    ['a whole text whose last sentence ends in dots', [item(description(first) + encoded(`${whole.repeat(3)}<p>And so they wait…</p>`))]],
    ['a short text beside its summary', [item(description(first.slice(0, 70)) + encoded(`<p>${first}</p><p>${second}</p>`))]],
    ['a post without a headline', [item(description(`<p>${first}</p>`), '')]],
    ['a short text in a feed of whole texts', [item(description(whole)), item(description(whole), 'Again'), item(description(`<p>${second}</p>`), 'Late')]], // prettier-ignore
    ['links to its page and to what is said about it at the end', [item(encoded(`<div>${whole}</div> <span><a href="${link}">[link]</a></span> &#32; <span><a href="${link}">[comments]</a></span>`))]], // prettier-ignore
    ['a link to its own page in the middle', [item(encoded(`<p><a href="${link}">Eels</a> are late.</p>${whole}`))]],
  ] as const)
    it(`that has ${what} comes in whole`, async () => {
      const { pages } = await itemsOf(rss(...items));
      assert.deepEqual(
        pages.map(({ isSummary }) => isSummary),
        items.map(() => false),
      );
      for (const { text } of pages) assert.doesNotMatch(text, /extracted/);
    });

  it('without a text is told, however many there are beside it', async () => {
    const { pages, problem } = await itemsOf(
      rss(item(description(whole)), item(''), item(description('<a href="https://talk.example/1">Comments</a>'), 'Talk')),
    );
    assert.equal(pages.length, 1);
    assert.equal(problem, '2 items have no text here: import the pages they name');
    assert.deepEqual(await keptFile(rss(item(''))), {
      reason: 'is a feed without the text of any article: import the pages that it names',
    });
  });
});
