import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, withFolder } from './program';

const words = 'Ana Ruiz said on Friday: “We will reopen the harbour before winter.”\n';
const files = {
  'story/a.txt': words,
  'story/b.txt': `The mayor spoke. ${words}`,
  'story/locked.txt': words,
  'story/damaged.md': words,
  'story/below/c.txt': words,
  'rows.csv': 'document,exact\na.txt,Friday\n',
  'query.jsonl': JSON.stringify({ text: 'We will reopen the harbour before winter.' }),
};

/** All that reads a folder. */
const commands: readonly (readonly string[])[] = [
  ['corroborate', 'story'],
  ['corroborate', 'story', '--json'],
  ['match', 'story', '--jsonl', 'query.jsonl'],
  ['find', 'story', '--about', 'harbour'],
  ['check', 'story'],
  ['export', 'story', '--format', 'csv', '--out', 'out.csv'],
  ['index', 'story', '--out', 'index'],
  ['bundle', 'story', '--out', 'all.yaml'],
  ['import', 'story', 'rows.csv'],
];

/** Makes Node fail over some files, by the end of their names, as a disk or the rights of a file do, which root is not held up by. */
function failing(root: string, codes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const file = join(root, 'failing.cjs');
  const fail = `const codes = ${JSON.stringify(codes)};
    const { promises } = require('node:fs');
    for (const name of ['readFile', 'readdir']) {
      const read = promises[name];
      promises[name] = async (path, ...more) => {
        const found = Object.entries(codes).find(([end]) => String(path).endsWith(end));
        if (found) throw Object.assign(new Error(found[1] + ': ' + name), { code: found[1], syscall: name, path });
        return read(path, ...more);
      };
    }`;
  writeFileSync(file, fail);
  return { NODE_OPTIONS: `--require=${file}` };
}

describe('a folder with something in it that cannot be read', () => {
  it('is read but for that, which is told with what to do, and the program ends with 1', function () {
    this.timeout(60_000);
    withFolder(files, (root) => {
      const env = failing(root, { 'locked.txt': 'EACCES', 'damaged.md': 'EIO', 'below/': 'EACCES' });
      for (const typed of commands) {
        const { status, stderr } = secondSource(typed, '', root, env);
        assert.equal(status, 1, `${typed.join(' ')}: ${stderr}`);
        assert.match(
          stderr,
          /^second-source: locked\.txt: may not be read \(permissions\), and was passed over; let yourself read it, or take it out of the folder$/m,
        );
        assert.match(
          stderr,
          /^second-source: damaged\.md: cannot be read \(the disk .*\), and was passed over; try again, or put a copy in its place$/m,
        );
        assert.match(stderr, /^second-source: below: may not be read \(permissions\), and was passed over; /m);
      }
      const found = secondSource(['corroborate', 'story', '--json'], '', root, env).stdout;
      assert.deepEqual(
        (JSON.parse(found) as { articles: { file: string }[] }).articles.map(({ file }) => file),
        ['a.txt', 'b.txt'],
      );
      assert.match(secondSource(['index', 'story', '--out', 'index'], '', root).stdout, /^5 articles \(3 read, 2 unchanged, 0 gone\)/);
    });
  });

  it('is read but for links that lead nowhere or round, pipes, and a folder with the name of an article', function () {
    this.timeout(60_000);
    if (spawnSync('mkfifo', ['--version']).error !== undefined) {
      console.log('      skipped: there is no mkfifo');
      this.skip();
    }
    withFolder(files, (root) => {
      symlinkSync('nowhere.txt', join(root, 'story', 'gone.md'));
      symlinkSync('round.md', join(root, 'story', 'round.md'));
      mkdirSync(join(root, 'story', 'folder.md'));
      spawnSync('mkfifo', [join(root, 'story', 'pipe.txt')]);
      for (const typed of commands) {
        const { status, stderr } = secondSource(typed, '', root);
        assert.equal(status, 1, `${typed.join(' ')}: ${stderr}`);
        assert.match(stderr, /^second-source: gone\.md: is a link that leads nowhere, and was passed over; mend or delete the link$/m);
        assert.match(stderr, /^second-source: round\.md: is a link that leads round, and was passed over; mend or delete the link$/m);
        assert.match(stderr, /^second-source: pipe\.txt: is no regular file but a pipe or a device, and was passed over; take it out/m);
        assert.doesNotMatch(stderr, /folder\.md/);
      }
    });
  });

  it('is read without the decisions that cannot be read, which check finds, and into which nothing is written', function () {
    this.timeout(60_000);
    const decisions = 'version: 1\nannotations: []\n';
    for (const name of ['a.txt.annotations.yaml', 'second-source.yaml', 'corroborations.yaml'])
      withFolder({ ...files, [`story/${name}`]: decisions }, (root) => {
        const env = failing(root, { [name]: 'EACCES' });
        const check = secondSource(['check', 'story'], '', root, env);
        assert.equal(check.status, 1);
        assert.match(check.stdout, new RegExp(`^${name.replaceAll('.', '\\.')}:1:1: This file may not be read \\(permissions\\)`, 'm'));
        const { stdout, stderr } = secondSource(['find', 'story', '--about', 'harbour'], '', root, env);
        assert.match(stderr, /^second-source: \S+\.yaml: cannot be read, so its decisions are missing here/m);
        assert.match(stdout, /reopen the harbour/);
        secondSource(['import', 'story', 'rows.csv', '--write'], '', root, env);
        assert.equal(readFileSync(join(root, 'story', name), 'utf8'), decisions);
      });
  });

  it('has an earlier version or a saved page that cannot be read, and the others are read', () => {
    const page = (title: string) =>
      `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words.repeat(6)}</p></article></body></html>`;
    withFolder(
      { ...files, 'story/a.txt.versions/1.txt': words, 'pages/quay.html': page('The quay'), 'pages/sluice.html': page('The sluice') },
      (root) => {
        const env = failing(root, { '1.txt': 'EIO', 'quay.html': 'EACCES' });
        const { status, stdout, stderr } = secondSource(['corroborate', 'story'], '', root, env);
        assert.equal(status, 1);
        assert.match(stderr, /^second-source: a\.txt\.versions\/1\.txt: cannot be read/m);
        assert.match(stdout, /reopen the harbour/);
        const imported = secondSource(['import-article', 'pages', '--out', 'new'], '', root, env);
        assert.deepEqual([imported.status, imported.stderr], [1, 'second-source: pages/quay.html: may not be read (permissions)\n']);
        assert.match(imported.stdout, /sluice/);
      },
    );
  });
});
