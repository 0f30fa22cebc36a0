import assert from 'node:assert/strict';
import { cslCitation, markdownCitation, readArticle } from '../../src/core/index';

function cite(front: string, words: string, speakers: readonly string[] = [], reported = false) {
  const text = `---\n${front}\n---\n\nShe spoke. ${words} He left.\n`;
  const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  const start = article.raw.indexOf(words);
  return { path: 'a.txt', article, span: { start, end: start + words.length }, speakers, reported };
}

describe('a quotation with its source', () => {
  const known =
    'outlet: The Gull\ntitle: Ferry late\npublished: 2025-05-12T10:30:00Z\nurl: https://gull.example/a\nretrieved: 2026-11-25T20:00:00Z';

  it('names speaker, outlet, title, day, address and retrieval', () => {
    assert.equal(
      markdownCitation(cite(known, '“We wait,”', ['Ana Ruiz'])),
      '“We wait,” — Ana Ruiz, in The Gull, “Ferry late”, 2025-05-12, https://gull.example/a, retrieved 2026-11-25',
    );
  });

  it('says what the outlet tells in its own words', () => {
    assert.equal(
      markdownCitation(cite('outlet: The Gull', 'that they would wait', ['Ana Ruiz'], true)),
      '“that they would wait” — Ana Ruiz, as reported in The Gull',
    );
  });

  it('leaves out what nobody knows', () => {
    assert.equal(markdownCitation(cite('x: y', '“We wait,”')), '“We wait,”');
    assert.equal(markdownCitation(cite('outlet: The Gull', '“We wait,”')), '“We wait,” — The Gull');
  });

  it('escapes what would be markup', () => {
    const text = markdownCitation(cite('outlet: "[x](command:quit) <b>"', '“*Go* [here](command:quit) <img src=x>”', ['# _A_']));
    assert.equal(text, '“\\*Go\\* \\[here\\](command:quit) \\<img src=x\\>” — \\# \\_A\\_, in \\[x\\](command:quit) \\<b\\>');
  });

  it('is a CSL-JSON reference with the words as its note', () => {
    assert.deepEqual(JSON.parse(cslCitation(cite(known, '“We wait,”', ['Ana Ruiz']))), [
      {
        id: 'a.txt',
        type: 'article-newspaper',
        title: 'Ferry late',
        'container-title': 'The Gull',
        issued: { 'date-parts': [[2025, 5, 12]] },
        accessed: { 'date-parts': [[2026, 11, 25]] },
        URL: 'https://gull.example/a',
        language: 'en',
        note: '“We wait,” — Ana Ruiz',
      },
    ]);
  });
});
