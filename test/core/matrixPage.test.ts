import assert from 'node:assert/strict';
import { matrixHtml, type MatrixPage } from '../../src/editor/folder/matrixPage';

const page = (text: string): MatrixPage => ({
  title: 'Statements by outlet',
  note: text,
  columns: [text, 'The Quay'],
  rows: [
    {
      speaker: text,
      words: text,
      cells: [{ kind: 'retranslated', isSure: false, words: text, changes: [{ kind: 'added', text }] }, undefined],
    },
  ],
});

describe('the page of statements by outlet', () => {
  it('shows hostile article text as text', () => {
    for (const text of ['<img src=x onerror=alert(1)>', '</template><script>alert(1)</script>', `" autofocus onfocus="alert(1)`, "'><b>"]) {
      const html = matrixHtml(page(text), 'n0nce');
      assert.equal(html.includes(text), false, text);
      assert.equal(html.match(/<script/g)?.length, 1, text);
    }
  });

  it('allows no address and only its own script and style', () => {
    const html = matrixHtml(page('plain'), 'n0nce');
    assert.match(html, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    assert.doesNotMatch(html, /https?:|\son\w+=/);
  });

  it('names outlet and relation of every cell for those who do not see colours', () => {
    assert.match(matrixHtml(page('Harbour News'), 'n'), /aria-label="Harbour News: other words, possible"/);
  });
});
