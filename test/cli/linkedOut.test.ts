import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, secondSourceBeside, withFolder } from './program';
import { StandInEngine } from './standInEngine';

const words = 'Mira Holm said on Friday: “The ferry will run again before winter.”\n';
const files = {
  'story/ferry.txt': `Nobody knew. ${words}`,
  'library/quay.txt': words,
  'rows.csv': 'document,exact\nquay.txt,Friday\n',
};

function linked(root: string): void {
  symlinkSync('../library/quay.txt', join(root, 'story', 'quay.txt'));
  symlinkSync('ferry.txt', join(root, 'story', 'again.txt'));
}

const told = /^second-source: quay\.txt: is a link that leads out of the folder, to \S+library\/quay\.txt; nothing is written there$/m;

describe('an article that is a link out of its folder', () => {
  it('is read as others are, and told; a link within the folder is not', () => {
    withFolder(files, (root) => {
      linked(root);
      const { status, stdout, stderr } = secondSource(['corroborate', 'story', '--json'], '', root);
      assert.equal(status, 0);
      assert.match(stderr, told);
      assert.doesNotMatch(stderr, /again\.txt/);
      assert.deepEqual(
        (JSON.parse(stdout) as { articles: { file: string }[] }).articles.map(({ file }) => file),
        ['again.txt', 'ferry.txt', 'quay.txt'],
      );
    });
  });

  it('is annotated beside the link, and what it leads to stays as it is, also where a new version comes in', () => {
    withFolder(files, (root) => {
      linked(root);
      assert.equal(secondSource(['import', 'story', 'rows.csv', '--write'], '', root).status, 0);
      assert.ok(existsSync(join(root, 'story', 'quay.txt.annotations.yaml')));
      assert.deepEqual(readdirSync(join(root, 'library')), ['quay.txt']);
      const page = (last: string) => `---\nurl: https://quay.example/1\n---\n\n${words}${last}`;
      withFolder({ 'story/ferry.txt': words, 'library/old.md': page('It is late.'), 'new.md': page('It is later still.') }, (other) => {
        symlinkSync('../library/old.md', join(other, 'story', 'linked.md'));
        const { status, stderr } = secondSource(['import-article', 'new.md', '--out', 'story', '--new-version'], '', other);
        assert.match(stderr, /linked\.md.* is a link that leads out of the folder/);
        assert.equal(status, 2);
        assert.equal(readFileSync(join(other, 'library', 'old.md'), 'utf8'), page('It is late.'), stderr);
      });
    });
  });

  it('is not sent to a search engine, which is told, and the exit code is 1', async () => {
    const engine = await StandInEngine.start();
    try {
      await withFolder(files, async (root) => {
        linked(root);
        const { status, stderr } = await secondSourceBeside(['index', join(root, 'story'), '--to', engine.url]);
        assert.equal(status, 1, stderr);
        assert.match(stderr, /^second-source: quay\.txt: was not sent, since it lies outside of the folder; put a copy in its place$/m);
        const sent = [...engine.indexes.get('second-source')!.documents.values()].map(({ source }) => String(source.path));
        assert.deepEqual(sent.sort(), ['again.txt', 'ferry.txt']);
      });
    } finally {
      await engine.stop();
    }
  });
});
