import assert from 'node:assert/strict';
import { findHtml } from '../../src/editor/folder/findPage';

describe('the page that finds statements', () => {
  it('allows no address and only its own script and style', () => {
    const html = findHtml('Find', 'n0nce');
    assert.match(html, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    assert.doesNotMatch(html, /https?:|\son\w+=|innerHTML/);
  });

  it('shows the name of a folder as text', () => {
    const html = findHtml('<img src=x onerror=alert(1)>', 'n');
    assert.ok(!html.includes('<img'));
  });

  it('has a label for every field', () => {
    const html = findHtml('Find', 'n');
    for (const [, id = ''] of html.matchAll(/<input id="(\w+)"/g))
      assert.ok(html.includes(`<label for="${id}"`) || html.includes(`for="${id}"`), id);
  });
});
