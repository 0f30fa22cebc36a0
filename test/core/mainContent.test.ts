import assert from 'node:assert/strict';
import { leftOutMessage, pageArticle } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';

const sentences = [
  'The ferrymen of Orrey met on Friday, and after four hours in the net loft, they agreed to run the night boat until the ice comes.',
  'Nobody had asked for it, said the pilot, but the bakers on the far bank, who start at three, had walked over the weir for years.',
  'The town pays for the lamp, the oil and a second hand on the rope, which the treasurer, a careful man, called money well spent.',
  'A notice at both landings tells the hours, and the bell on the upper one, which had been silent since the flood, rings again.',
  'Those who come late may still call across the water, as their grandparents did, and hope that somebody is awake to hear them.',
  'By the first of the month, when the tables change, the boat will go every half hour, or whenever six people stand on the planks.',
];
const paragraphs = (from: number, to: number) => sentences.slice(from, to).map((text) => `<p>${text}</p>`).join('\n'); // prettier-ignore
const page = (body: string, head = '') => `<!doctype html><html><head><title>Night boat</title>${head}</head><body>${body}</body></html>`;

function found(html: string) {
  const main = mainContent(html);
  assert.ok('content' in main, JSON.stringify(main));
  return { main, ...pageArticle({ html, main }) };
}

/** All sentences stand in the article, once and in order. */
function isWhole(html: string): void {
  const { text } = found(html);
  let at = 0;
  for (const sentence of sentences) {
    at = text.indexOf(sentence, at);
    assert.ok(at >= 0, `${sentence}\n\n${text}`);
    assert.equal(text.indexOf(sentence, at + 1), -1, text);
  }
}

describe('the article of a page is whole', () => {
  for (const [kind, html] of [
    ['in elements with ids', page(`<main id="main"><div id="a"><h1>Night boat</h1><div id="b">${paragraphs(0, 6)}</div></div></main>`)],
    [
      'around an element with an id that holds a frame',
      page(
        `<article><h1>Night boat</h1>${paragraphs(0, 3)}<div id="v"><iframe src="https://v.example/"></iframe></div>${paragraphs(3, 6)}</article>`,
      ),
    ],
    [
      'in several containers of one make, with advertisements between',
      page(
        `<div class="page"><h1>Night boat</h1><div class="chunk"><div class="text">${paragraphs(0, 2)}</div></div><div class="advert">Buy rope.</div><div class="chunk"><div class="text">${paragraphs(2, 4)}</div></div><div class="advert">Buy rope.</div><div class="chunk"><div class="text">${paragraphs(4, 6)}</div></div></div>`,
      ),
    ],
    [
      'where a paragraph is a link',
      page(
        `<article><h1>Night boat</h1>${paragraphs(0, 2)}<div class="par"><p><a href="https://p.example/x">${sentences[2] ?? ''}</a></p></div>${paragraphs(3, 6)}</article>`,
      ),
    ],
    ['in a frame with an unlucky name', page(`<div class="community-sponsor-story"><h1>Night boat</h1>${paragraphs(0, 6)}</div>`)],
    [
      'in a page that hides all until its scripts have run',
      page(`<div style="visibility:hidden"><h1>Night boat</h1>${paragraphs(0, 6)}</div>`),
    ],
    ['in text with line breaks', page(`<div id="story"><h1>Night boat</h1>${sentences.join('<br><br>')}</div>`)],
  ] as const) {
    it(kind, () => isWhole(html));
  }

  it('however short it is', () => {
    const { text } = found(page('<article><h1>Night boat</h1><p>The night boat runs until the ice comes.</p></article>'));
    assert.ok(text.includes('The night boat runs until the ice comes.'));
  });

  it('with the quotation that stands in an aside, and with a pull quote once', () => {
    const { text } = found(
      page(
        `<article><h1>Night boat</h1>${paragraphs(0, 3)}<p>“I will row until my arms fall off,” Hanne Rook said, and laughed.</p><aside><p>“My mother rowed it before me,” said Per Lund, 80.</p></aside>${paragraphs(3, 5)}<blockquote class="pullquote">“I will row until my arms fall off,” Hanne Rook said</blockquote>${paragraphs(5, 6)}</article>`,
      ),
    );
    assert.ok(text.includes('“My mother rowed it before me,”'), text);
    assert.equal(text.split('until my arms fall off').length, 2, text);
  });

  it('from the linked data where the page shows none of it', () => {
    const body = JSON.stringify(sentences.join('\n')).slice(1, -1);
    const { text } = found(
      page('<div id="app"></div>', `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${body}"}</script>`),
    );
    for (const sentence of sentences) assert.ok(text.includes(sentence), text);
  });
});

describe('what is not of the article', () => {
  const kept = (extra: string, inside = true) =>
    found(page(`<article><h1>Night boat</h1>${paragraphs(0, 3)}${inside ? extra : ''}${paragraphs(3, 6)}</article>${inside ? '' : extra}`))
      .text;

  for (const [kind, html, words] of [
    ['lines that lead to other articles', '<p>Read also: <a href="/x">Weir closed for repairs in May</a></p>', 'Weir closed'],
    ['links that are no sentences', '<p><a href="/x">Weir closed for repairs in May</a></p>', 'Weir closed'],
    [
      'labels that come again and again',
      '<p>Most read</p><p>The bell was cast in the year of the flood, said the priest, and it has a crack.</p><p>Most read</p>',
      'Most read',
    ],
    [
      'boxes with such names',
      '<div class="newsletter-box"><p>Sign up for our letter, it comes on Sundays and is free of charge.</p></div>',
      'Sign up',
    ],
    ['who made a picture', '<figure><img src="x.jpg"><figcaption>Foto: Ida Brandt</figcaption></figure>', 'Ida Brandt'],
  ] as const) {
    it(`leaves out ${kind}`, () => {
      const text = kept(html);
      assert.ok(!text.includes(words), text);
      for (const sentence of sentences) assert.ok(text.includes(sentence), text);
    });
  }

  it('keeps a caption that says something', () => {
    assert.ok(
      kept(
        '<figure><img src="x.jpg"><figcaption>Hanne Rook at the oars on Friday, before the first crossing.</figcaption></figure>',
      ).includes('Hanne Rook at the oars'),
    );
  });

  it('leaves out the articles that follow', () => {
    const text = kept(
      `<article><h2>Weir closed</h2><p>The weir is closed until May, said the keeper, who has lost his key in it.</p></article>`,
      false,
    );
    assert.ok(!text.includes('weir is closed'), text);
  });

  it('leaves out a dialog that a script would open over it', () => {
    const box = '<div role="dialog" aria-modal="true"><p>You can read this paper on one device at a time, and it is open on another one.</p><p>Ask for another account, or go on reading here and close it there.</p></div>'; // prettier-ignore
    const { text } = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 3)}${box}${paragraphs(3, 6)}</article>`));
    assert.ok(!text.includes('on one device'), text);
    assert.ok(!text.includes('another account'), text);
  });

  it('ends where its element does', () => {
    const help = '<section class="help"><ul><li><p>Why do I see this notice of the paper?</p><p>You can read this paper on one device at a time, and it is open on another one.</p></li></ul><p>Ask for another account, or go on reading here, and close the paper on the other device.</p></section>'; // prettier-ignore
    const { main, text } = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 6)}</article>${help}`));
    assert.ok(!text.includes('on one device') && !text.includes('another account'), text);
    assert.equal(main.leftOut, undefined);
  });

  it('leaves out the list of its subjects that follows, and keeps a list that says something', () => {
    const subjects =
      '<h2>Videos of the week</h2><ul><li>Subjects</li><li><a href="/t/orrey">Orrey</a></li><li><a href="/t/boats">Boats</a></li></ul>';
    const { text } = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 6)}${subjects}</article>`));
    for (const words of ['Subjects', 'Videos', '/t/boats']) assert.ok(!text.includes(words), text);
    const said = `<ul><li>The lamp: <a href="/lamp">40 marks</a></li><li>The rope was given by the mill.</li></ul>`;
    const kept = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 6)}${said}</article>`)).text;
    assert.ok(kept.includes('40 marks') && kept.includes('given by the mill'), kept);
  });

  it('is all there is where a page has a headline alone', () => {
    assert.deepEqual(mainContent(page('<article><h1>Night boat</h1><p>Loading</p></article>')), {
      reason: 'no article was found in this page',
    });
  });
});

describe('what may be missing', () => {
  it('is counted where the linked data has more than the page', () => {
    const more = `${sentences.join(' ')} ${sentences.map((text) => text.replace(/\w+/g, (word) => `${word}o`)).join(' ')} “We have nothing to hide from anybody here,” he said.`;
    const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: more })}</script>`;
    const { main, text, leftOut } = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 6)}</article>`, data));
    assert.deepEqual(main.leftOut, { paragraphs: 1, quotations: 1 });
    assert.match(text, /^extracted: partial$/m);
    assert.equal(leftOut && leftOutMessage(leftOut), '1 paragraph with 1 quotation of the page was left out');
  });

  it('is not told of an article that came whole', () => {
    const { main, text } = found(page(`<article><h1>Night boat</h1>${paragraphs(0, 6)}</article>`));
    assert.equal(main.leftOut, undefined);
    assert.ok(!text.includes('extracted:'));
  });

  for (const [language, sentences] of [
    [
      'Urdu',
      [
        'ملاحوں نے جمعے کو چار گھنٹے کی بات چیت کے بعد رات کی کشتی چلانے پر اتفاق کیا۔',
        'شہر چراغ اور تیل اور رسی پر دوسرے آدمی کی قیمت ادا کرتا ہے۔',
      ],
    ],
    ['Burmese', ['လှေသမားများသည် သောကြာနေ့က တွေ့ဆုံပြီး ညလှေကို ပြန်လည်ပြေးဆွဲရန် သဘောတူခဲ့ကြသည်။', 'မြို့တော်သည် မီးအိမ်နှင့် ဆီအတွက် ငွေပေးချေသည်။']],
    ['Amharic', ['ጀልባው በሌሊት በሦስት ሰዓት ከወንዙ ማዶ ወደ ከተማው ይሄዳል።', 'ከተማው ለመብራቱ እና ለዘይቱ እንዲሁም ለሁለተኛው ሰው ይከፍላል።']],
  ] as const)
    it(`is found in ${language}, whose sentences end in a sign of their own`, () => {
      const found = mainContent(
        `<html><body><article><h1>۱</h1>${sentences.map((text) => `<p>${text}</p>`.repeat(2)).join('')}</article></body></html>`,
      );
      assert.ok('content' in found, JSON.stringify(found));
      for (const text of sentences) assert.ok(found.content.includes(text));
    });
});
