/** Pages as browsers save them and sites serve them, all invented. `keeps` must be in the article, `drops` must not. */
export interface SavedPage {
  readonly kind: string;
  readonly html: string;
  readonly facts: Readonly<Partial<Record<'author' | 'outlet' | 'published' | 'title' | 'url', string>>>;
  readonly keeps: readonly string[];
  readonly drops: readonly string[];
}

const quoted =
  '<p>&#8220;The lock will open before the first frost,&#8221; said Petra Holm, who runs the canal office. &#8220;We have the steel, we have the crew [and] the money.&#8221;</p>';
const more = [
  '<p>Barges have waited at the eastern basin since the gate jammed in spring, and twelve firms have asked the town for help with their wages.</p>',
  '<p>The council&#8217;s engineer, Idris Bale, told the meeting that the old hinges were &#8220;past mending, all four of them&#8221; and that new ones were being cast in Orrey.</p>',
  '<p>Traders in the lower town said that they would believe it when the water moved, but most of them had signed the plan by Tuesday evening.</p>',
].join('\n');
const story = `${quoted}\n${more}`;
const boilerplate = '<div class="newsletter"><p>Sign up for our morning letter, it is free.</p></div>';

export const savedPages: readonly SavedPage[] = [
  {
    kind: 'a blog of the common kind',
    html: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8"><title>Lock to open before frost &#8211; The Basin Herald</title>
<meta property="og:site_name" content="The Basin Herald"><meta property="og:title" content="Lock to open before frost">
<meta property="article:published_time" content="2025-09-30T07:15:00+00:00"><link rel="canonical" href="https://basin-herald.example/2025/09/lock/">
</head><body class="post-template-default single"><div id="page" class="site"><header class="site-header"><p class="site-title"><a href="/">The Basin Herald</a></p>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="post-1 type-post"><header class="entry-header"><h1 class="entry-title">Lock to open before frost</h1>
<div class="entry-meta"><time class="entry-date published" datetime="2025-09-30T07:15:00+00:00">30 September 2025</time> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/w">Wanda Ferris</a></span></span></div></header>
<div class="entry-content">${story}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Mail</li></ul></div></div>
<footer class="entry-footer">Posted in News</footer></article>
<div id="comments" class="comments-area"><h2>2 thoughts</h2><ol><li><p>First, and I am sure of it, the best comment of all the comments here.</p></li></ol></div></main>
<aside class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/a">Baker wins prize</a></li></ul></aside></div></body></html>`,
    facts: {
      outlet: 'The Basin Herald',
      title: 'Lock to open before frost',
      published: '2025-09-30T07:15:00Z',
      url: 'https://basin-herald.example/2025/09/lock/',
      author: 'Wanda Ferris',
    },
    keeps: [
      'Lock to open before frost',
      '“The lock will open before the first frost,” said Petra Holm',
      '[and] the money.”',
      'past mending, all four',
    ],
    drops: ['Baker wins prize', 'best comment', 'Share this', 'Sport'],
  },
  {
    kind: 'a wire site with linked data',
    html: `<!doctype html><html><head><meta charset="utf-8"><title>Canal lock to open | Kestrel Wire</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Kestrel Wire"},{"@type":"NewsArticle","headline":"Canal lock to open, office says","datePublished":"2025-09-29T18:02:00Z","author":[{"@type":"Person","name":"Jo Tarn"}],"publisher":{"@type":"Organization","name":"Kestrel Wire"},"url":"https://kestrel.example/id/88"}]}</script>
</head><body><div class="top"><a href="/">Kestrel</a></div><div class="StoryPage"><h1>Canal lock to open, office says</h1><div class="Story-body">
<p>ORREY (Kestrel) — The town of Orrey will have its canal back by winter.</p>${story}</div></div>
<div class="related"><h4>More stories</h4><ul><li><a href="/1">Rain in the hills for a third week</a></li><li><a href="/2">Choir loses its roof</a></li></ul></div></body></html>`,
    facts: {
      outlet: 'Kestrel Wire',
      title: 'Canal lock to open, office says',
      published: '2025-09-29T18:02:00Z',
      author: 'Jo Tarn',
      url: 'https://kestrel.example/id/88',
    },
    keeps: ['ORREY (Kestrel) — The town', 'said Petra Holm'],
    drops: ['Rain in the hills', 'Choir loses'],
  },
  {
    kind: 'a page for telephones (AMP)',
    html: `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>Lock opens soon</title><link rel="canonical" href="https://lower-town.example/lock">
<style amp-boilerplate>body{animation:none}</style><script async src="https://cdn.example/v0.js"></script></head><body>
<amp-sidebar id="s" layout="nodisplay"><ul><li>Home</li></ul></amp-sidebar><article><h1>Lock opens soon</h1><p class="byline">By Nan Orrell</p>
<amp-img src="x.jpg" width="4" height="3" alt="a lock"></amp-img>${story}<amp-ad type="x"></amp-ad></article></body></html>`,
    facts: { outlet: 'lower-town.example', title: 'Lock opens soon', url: 'https://lower-town.example/lock', author: 'Nan Orrell' },
    keeps: ['Lock opens soon', 'said Petra Holm', 'by Tuesday evening'],
    drops: ['Home', 'animation'],
  },
  {
    kind: 'a live page',
    html: `<!doctype html><html><head><meta charset="utf-8"><title>Live: the lock meeting</title></head><body><main><h1>Live: the lock meeting</h1>
<div class="posts">${[1, 2, 3, 4]
      .map(
        (n) =>
          `<article class="post"><time>1${n}:05</time><h2>Update number ${n}</h2>${n === 2 ? quoted : ''}<p>At this moment, number ${n}, the council was still talking about the lock, its hinges and what the barges should do until it opens.</p></article>`,
      )
      .join('')}</div></main></body></html>`,
    facts: { title: 'Live: the lock meeting' },
    keeps: ['Update number 1', 'At this moment, number 4, the council', 'said Petra Holm'],
    drops: [],
  },
  {
    kind: 'a page in the midst of letters to sign and links',
    html: `<html><head><title>Lock plan signed - Orrey Post</title><meta name="author" content="Lem Aske"></head><body><div id="cookie">We use cookies.</div>
<div class="menu"><a href="/a">A</a> <a href="/b">B</a></div><div class="article-body"><h1>Lock plan signed</h1>${quoted}${boilerplate}${more}
<blockquote><p>&ldquo;Nobody asked the ducks.&rdquo;</p></blockquote><ul><li>Steel: <em>ready</em></li><li>Crew: hired</li></ul><p>See <a href="https://orrey.example/plan?a=1&amp;b=2">the plan</a> or <a href="javascript:void(0)">share it</a>.</p></div>
<div class="footer"><p>All rights reserved, Orrey Post and its many owners.</p></div></body></html>`,
    facts: { title: 'Lock plan signed', author: 'Lem Aske' },
    keeps: ['> “Nobody asked the ducks.”', '- Steel: ready\n- Crew: hired', '[the plan](https://orrey.example/plan?a=1&b=2) or share it.'],
    drops: ['We use cookies', 'javascript', 'All rights'],
  },
  {
    kind: 'a page saved whole by a browser',
    html: `<!DOCTYPE html>\r\n<!-- saved from url=(0033)https://basin-herald.example/lock -->\r\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\r\n<title>Lock to open</title><link rel="stylesheet" href="./Lock_files/a.css"></head>\r\n<body><script src="./Lock_files/b.js"></script><article><h1>Lock to open</h1>\r\n<img src="./Lock_files/c.jpg">${story.replaceAll('\n', '\r\n')}</article></body></html>`,
    facts: { outlet: 'basin-herald.example', title: 'Lock to open', url: 'https://basin-herald.example/lock' },
    keeps: ['said Petra Holm'],
    drops: ['Lock_files', 'saved from'],
  },
  {
    kind: 'a short item without a frame',
    html: `<title>Ducks return</title><h1>Ducks return</h1><p>The ducks are back at the eastern basin, the canal office said on Friday, and “in good voice”.</p><p>They had been away since spring, when the gate jammed and the water fell.</p>`,
    facts: { title: 'Ducks return' },
    keeps: ['and “in good voice”.', 'when the gate jammed'],
    drops: [],
  },
];
