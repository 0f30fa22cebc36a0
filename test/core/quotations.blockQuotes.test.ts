import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Quotations of an article as "speaker: words". */
function quoted(path: string, text: string): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return analyse(article)
    .quotations.filter(({ type }) => type === 'direct' || type === 'mixed')
    .map(({ speakerName, parts }) => {
      return `${speakerName ?? 'unknown'}: ${parts.map(({ start, end }) => article.raw.slice(start, end)).join(' … ')}`;
    });
}

describe('block quotes', () => {
  it('of Markdown are the words of who is named before the colon, without any marks', () => {
    const text =
      'Harbour chief Ilo Brandt told the Quay:\n\n> The bridge will open in spring,\n> and nobody will pay a toll.\n\nIt rained.\n';
    assert.deepEqual(quoted('a.md', text), ['Ilo Brandt: The bridge will open in spring,\n> and nobody will pay a toll.']);
  });

  it('of HTML are one quotation, a part a paragraph', () => {
    const text = '<p>Engineer Paula Venn wrote in a letter:</p><blockquote><p>The piers are sound.</p><p>They will stand.</p></blockquote>';
    assert.deepEqual(quoted('a.html', text), ['Paula Venn: The piers are sound. … They will stand.']);
  });

  it('that follow each other are two quotations', () => {
    const text = '<p>Paula Venn wrote:</p><blockquote>The piers are sound.</blockquote><blockquote>They will stand.</blockquote>';
    assert.deepEqual(quoted('a.html', text), ['Paula Venn: The piers are sound.', 'Paula Venn: They will stand.']);
  });

  it('with a signature have the signature’s speaker', () => {
    assert.deepEqual(quoted('a.md', 'It was a long day.\n\n> We are not there yet.\n>\n> — Ana Ruiz\n'), [
      'Ana Ruiz: We are not there yet.',
    ]);
  });

  it('with marks of their own are read as any paragraph', () => {
    assert.deepEqual(quoted('a.md', '> “The piers are sound,” said Paula Venn.\n'), ['Paula Venn: “The piers are sound,”']);
  });

  it('end where the text goes on', () => {
    assert.deepEqual(quoted('a.md', '> The piers are sound.\n\nThe council met on Monday.\n').length, 1);
    assert.deepEqual(quoted('a.html', '</blockquote><p>The council met on Monday.</p>'), []);
  });
});
