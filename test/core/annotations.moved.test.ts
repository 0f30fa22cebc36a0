import assert from 'node:assert/strict';
import { articlesOfSidecar, type Link, movedLinks, sidecarName, sidecarPath } from '../../src/core/index';

describe('the name of an annotations file', () => {
  it('says which article it is about and whose it is', () => {
    assert.deepEqual(sidecarName('a/gull.md.annotations.yaml'), { article: 'a/gull.md', who: '' });
    assert.deepEqual(sidecarName('gull.article.txt.annotations.ana.yaml'), { article: 'gull.article.txt', who: 'ana' });
    for (const other of ['gull.yaml', 'second-source.yaml', 'gull.pdf.annotations.yaml', 'gull.txt.annotations.a.b.yaml'])
      assert.equal(sidecarName(other), undefined, other);
    for (const path of ['a/gull.md.annotations.yaml', 'gull.txt.annotations.ana.yaml']) assert.equal(sidecarPath(sidecarName(path)!), path);
  });
});

describe('annotations without an article', () => {
  const articles = [
    { path: 'tern.txt', sha256: 'aa' },
    { path: 'copy.txt', sha256: 'aa' },
    { path: 'gull.txt', sha256: 'bb' },
  ];
  const found = (path: string, sha256?: string) =>
    articlesOfSidecar({ path, offsets: 'codepoint', ...(sha256 !== undefined && { sha256 }) }, articles);

  it('belong to the one article of the same text', () => assert.deepEqual(found('old.txt', 'bb'), ['gull.txt']));
  it('belong to the article they name where several have the text', () => assert.deepEqual(found('copy.txt', 'aa'), ['copy.txt']));
  it('may belong to any of several with the text, which a person decides', () =>
    assert.deepEqual(found('old.txt', 'aa'), ['tern.txt', 'copy.txt']));
  it('belong to the article they name where its text has changed', () => assert.deepEqual(found('gull.txt', 'cc'), ['gull.txt']));
  it('belong to nobody where neither fits', () => {
    assert.deepEqual(found('old.txt', 'cc'), []);
    assert.deepEqual(found('old.txt'), []);
    assert.deepEqual(articlesOfSidecar(undefined, articles), []);
  });
});

describe('links after an article has moved', () => {
  const link = (id: string, from: string, to: string): Link => ({
    id,
    from: { path: from, id: 'x' },
    to: { path: to, id: 'z' },
    relation: 'verbatim',
    status: 'accepted',
  });
  const ids = new Map([
    ['b.txt', new Set(['z'])],
    ['new/a.txt', new Set(['x', 'w'])],
  ]);

  it('follow an annotation to the one article that has it now', () =>
    assert.deepEqual(movedLinks([link('k', 'a.txt', 'b.txt'), link('m', 'new/a.txt', 'b.txt')], ids), [link('k', 'new/a.txt', 'b.txt')]));
  it('stay where two articles have it, or none', () => {
    assert.deepEqual(movedLinks([link('k', 'a.txt', 'b.txt')], new Map([...ids, ['copy.txt', new Set(['x'])]])), []);
    assert.deepEqual(movedLinks([link('k', 'a.txt', 'b.txt')], new Map([['b.txt', new Set(['z'])]])), []);
  });
});
