import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSpan, isArticlePath, newSidecar, placeAnnotations, readSidecar } from '../../src/core/index';
import { jsonLines, secondSource, withFolder } from './program';

const address = 'https://post.example/2025/06/02/ferry';
const page = (
  hurt: string,
  felt: string,
  more = '',
) => `<!doctype html><html><head><meta charset="utf-8"><title>Ferry aground off Skell</title>
<meta property="og:site_name" content="Tarn Post"><link rel="canonical" href="${address}"></head><body><article><h1>Ferry aground off Skell</h1>
<p>${hurt} people were hurt on Monday when a ferry ran aground off Skell, the coast guard said in a statement to reporters.</p>
<p>“We felt a blow and then ${felt},” said Berit Koss, a passenger, who had sat at a window on the lower deck with her children.</p>
<p>The ferry is to be towed to Tarn as soon as the wind allows it, and divers are to look at the reef on which it lies.</p>${more}</article></body></html>`;
const old = page('Nine', 'the lights went out');
const renewed = page(
  'Twelve',
  'the engine stopped',
  '<p>Correction: an earlier version of this article said that nine people were hurt.</p>',
);
const name = 'tarn-post-ferry-aground-off-skell.md';

describe('an article that is imported again', () => {
  const run = (root: string, html: string, ...more: string[]) => secondSource(['import-article', '-', '--out', root, ...more], html);

  it('with the same words is there already, whenever it was retrieved and whatever else its page says', () => {
    withFolder({}, (root) => {
      assert.equal(run(root, old).status, 0);
      const text = readFileSync(join(root, name), 'utf8');
      const again = run(root, old.replace('</head>', '<meta property="article:modified_time" content="2025-06-04T09:00:00Z"></head>'));
      assert.deepEqual([again.status, again.stdout], [0, '']);
      assert.match(again.stderr, /is there already, as .*tarn-post-ferry-aground-off-skell\.md, with the same words/);
      assert.equal(readFileSync(join(root, name), 'utf8'), text);
      assert.deepEqual(readdirSync(root), [name]);
    });
  });

  it('with other words is not written unasked, and one line says what to do', () => {
    withFolder({}, (root) => {
      run(root, old);
      const text = readFileSync(join(root, name), 'utf8');
      const again = run(root, renewed.replace('<title>Ferry', '<title>Updated: Ferry').replace('<h1>Ferry', '<h1>Updated: Ferry'));
      assert.deepEqual([again.status, again.stdout], [1, '']);
      assert.match(again.stderr, /is there already, as .*skell\.md, with other words; --new-version keeps those as an earlier version/);
      assert.deepEqual(readdirSync(root), [name]);
      assert.equal(readFileSync(join(root, name), 'utf8'), text);
      const [line] = jsonLines(run(root, renewed, '--json').stdout) as [{ readonly reason: string; readonly article: string }];
      assert.match(line.reason, /with other words/);
      assert.equal(line.article, join(root, name));
    });
  });

  it('takes the place of its earlier text, which is kept byte for byte and is no article, and what was changed is told', () => {
    withFolder({}, (root) => {
      run(root, old);
      const before = readFileSync(join(root, name), 'utf8').replace('---\n\n', 'primary: true\n---\n\n');
      writeFileSync(join(root, name), before);
      const again = run(root, renewed, '--new-version');
      assert.deepEqual([again.status, again.stdout], [0, `${join(root, name)}\n`]);
      assert.match(again.stderr, /changed by the outlet: figure: “Nine people” has become “Twelve people”/);
      assert.match(
        again.stderr,
        /quotation: “We felt a blow and then the lights went out” has become “We felt a blow and then the engine stopped”/,
      );
      assert.match(again.stderr, /correction added: “Correction: an earlier version/);
      const earlier = join(root, `${name}.versions`, '1.md');
      assert.equal(readFileSync(earlier, 'utf8'), before);
      assert.match(readFileSync(join(root, name), 'utf8'), /\nprimary: true\n---\n\n[^]*Twelve people/);
      assert.equal(isArticlePath(`${name}.versions/1.md`, []), false);
      assert.equal(isArticlePath(`${name}.versions/1.md`, ['**/*.md']), false);

      const [third] = jsonLines(run(root, old, '--new-version', '--json').stdout) as [
        { readonly earlier: string; readonly changes: readonly object[] },
      ];
      assert.equal(third.earlier, join(root, `${name}.versions`, '2.md'));
      assert.equal(third.changes.length, 2);
    });
  });

  it('keeps the annotations that were made of it, and moves none to other words', () => {
    withFolder({}, (root) => {
      run(root, old);
      const before = readFileSync(join(root, name), 'utf8');
      const annotations = ['the coast guard said', 'the lights went out', 'Nine people were hurt'].map((words, i) => {
        const start = before.indexOf(words);
        const span = describeSpan(before, { start, end: start + words.length });
        return { id: `k3a9ck2qm${i}`, type: 'note', status: 'accepted', ...span } as const;
      });
      const sidecar = newSidecar({ path: name, offsets: 'codepoint' }, annotations);
      writeFileSync(join(root, `${name}.annotations.yaml`), sidecar);
      run(root, page('Twelve', 'silence fell'), '--new-version');
      assert.equal(readFileSync(join(root, `${name}.annotations.yaml`), 'utf8'), sidecar);
      const after = readFileSync(join(root, name), 'utf8');
      const placed = placeAnnotations(after, readSidecar(sidecar).annotations, false);
      for (const place of placed) {
        if (place.how === 'exact' || place.how === 'moved')
          assert.equal(after.slice(place.span.start, place.span.end), place.annotation.exact);
        else assert.notEqual(place.annotation.exact, 'the coast guard said');
      }
      assert.equal(secondSource(['check', root]).status, 1, 'what has lost its words is told');
    });
  });

  it('is another article where its address is another one, though its title is the same', () => {
    withFolder({}, (root) => {
      run(root, old);
      const other = run(root, renewed.replaceAll(address, 'https://post.example/2025/06/09/ferry'), '--new-version');
      assert.equal(other.status, 0);
      assert.ok(existsSync(join(root, name.replace('.md', '-2.md'))));
      assert.equal(existsSync(join(root, `${name}.versions`)), false);
    });
  });

  it('without an address is known by title, outlet and most of its sentences', () => {
    withFolder({}, (root) => {
      const bare = (html: string) => html.replace(/<link[^>]*>/, '');
      run(root, bare(old));
      assert.equal(run(root, bare(renewed)).status, 1);
      const stranger = bare(old).replace(
        /<p>[^]*<\/p>/,
        '<p>The council of Skell has met on Tuesday to talk about the price of ferries, and has put it off until June.</p>'.repeat(3),
      );
      assert.equal(run(root, stranger).status, 0);
      assert.ok(existsSync(join(root, name.replace('.md', '-2.md'))));
    });
  });
});
