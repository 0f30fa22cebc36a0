import assert from 'node:assert/strict';
import { matrixCsv, matrixFile } from '../../src/editor/folder/matrixFiles';
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

  it('tells words that were altered between marks from a contradiction', () => {
    const [row] = page('Harbour').rows;
    const cells = [{ kind: 'altered', isSure: true, words: 'Sail', changes: [] }, undefined] as const;
    const altered = { ...page('Harbour'), rows: row ? [{ ...row, cells }] : [] };
    assert.match(matrixHtml(altered, 'n'), /aria-label="Harbour: quoted differently"/);
    assert.match(matrixCsv(altered), /,quoted differently,/);
  });

  it('shows the words of a cell to whoever points at it', () => {
    assert.match(matrixHtml(page('“Sail,” she said'), 'n'), /title="“Sail,” she said"/);
  });
});

describe('the files that are saved of the statements by outlet', () => {
  it('have the words and the relation of every cell', () => {
    const [head = '', row = ''] = matrixCsv(page('Harbour')).split('\r\n');
    assert.equal(head, 'speaker,statement,Harbour,Harbour: relation,The Quay,The Quay: relation');
    assert.equal(row, 'Harbour,Harbour,Harbour,"other words, possible",,');
    assert.match(matrixFile(page('Harbour')), /<td><i>other words, possible<\/i><br><span class="added">Harbour<\/span><\/td><td><\/td>/);
  });

  it('show hostile text as text and run nothing', () => {
    assert.match(matrixCsv(page('=HYPERLINK("x")')), /^"?'=HYPERLINK/m);
    const html = matrixFile(page('<script>alert(1)</script>'));
    assert.doesNotMatch(html, /<script/);
    assert.match(html, /default-src 'none'/);
  });
});
