import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Annotation, applyEdits, editSidecar, newSidecar, readSidecar, type SidecarChange } from '../../src/core/index';
import { withFolder } from './program';

const name = 'gull.txt.annotations.yaml';
const entry: Annotation = {
  id: 'k3a9ck2qmx',
  type: 'note',
  status: 'accepted',
  exact: 'pier',
  prefix: 'The ',
  suffix: ' was',
  start: 4,
  end: 8,
};
const other = { ...entry, id: 'm3a9ck2qmx', start: 40, end: 44 };
const base = newSidecar({ path: 'gull.txt', offsets: 'codepoint' }, [entry]).replace('annotations:', '# of the desk\nannotations:');
const edited = (text: string, ...changes: SidecarChange[]) => applyEdits(text, editSidecar(text, changes));

/** A repository with the merge driver of the README; what `ours` and `theirs` do is committed on two branches, then merged. */
function merged(start: string | undefined, ours: (root: string) => void, theirs: (root: string) => void) {
  return withFolder({}, (root) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const commit = (what: string) => {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', what);
    };
    git('init', '-q', '-b', 'main');
    git('config', 'merge.second-source.driver', `"${process.execPath}" "${resolve('dist/cli.js')}" merge %O %A %B %P`);
    writeFileSync(join(root, '.gitattributes'), '*.annotations*.yaml merge=second-source\n');
    writeFileSync(join(root, 'gull.txt'), 'The pier was shut.\n');
    if (start !== undefined) writeFileSync(join(root, name), start);
    commit('base');
    git('switch', '-q', '-c', 'theirs');
    theirs(root);
    commit('theirs');
    git('switch', '-q', 'main');
    ours(root);
    commit('ours');
    const { status, stdout } = spawnSync(
      'git',
      ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', 'merge', '--no-edit', 'theirs'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const texts = new Map(
      git('ls-files')
        .trim()
        .split('\n')
        .map((path) => [path, read(path)]),
    );
    return { status, stdout, texts, unmerged: git('diff', '--name-only', '--diff-filter=U').trim() };
  });
}

const put =
  (text: string, path = name) =>
  (root: string) =>
    writeFileSync(join(root, path), text);
const idsOf = (text: string | undefined) => readSidecar(text ?? '').annotations.map(({ id }) => id);

describe('git merge with our driver', () => {
  it('joins what both sides added, and keeps the comments', () => {
    const ours = edited(base, { kind: 'add', annotation: other });
    const theirs = edited(base, { kind: 'add', annotation: { ...other, id: 'n3a9ck2qmx', start: 41 } });
    const { status, texts, unmerged } = merged(base, put(ours), put(theirs));
    assert.deepEqual([status, unmerged], [0, '']);
    assert.deepEqual(idsOf(texts.get(name)), [entry.id, other.id, 'n3a9ck2qmx']);
    assert.match(texts.get(name) ?? '', /# of the desk/);
  });

  it('joins two files that both sides made, without a base', () => {
    const theirs = newSidecar({ path: 'gull.txt', offsets: 'codepoint' }, [other]);
    const { status, texts } = merged(undefined, put(base), put(theirs));
    assert.equal(status, 0);
    assert.deepEqual(idsOf(texts.get(name)), [entry.id, other.id]);
  });

  it('keeps an entry that one side deleted and the other changed', () => {
    const gone = edited(base, { kind: 'remove', id: entry.id });
    const changed = edited(base, { kind: 'update', id: entry.id, set: { note: 'look again' } });
    for (const [ours, theirs] of [
      [gone, changed],
      [changed, gone],
    ] as const) {
      const { status, texts } = merged(base, put(ours), put(theirs));
      assert.equal(status, 1);
      const [kept] = readSidecar(texts.get(name) ?? '').annotations;
      assert.deepEqual([kept?.note, kept?.conflict?.[0]?.field], ['look again', 'entry']);
    }
  });

  it('stops where both changed one field, with ours in it and theirs beside it', () => {
    const [ours, theirs] = ['ours', 'theirs'].map((note) => edited(base, { kind: 'update', id: entry.id, set: { note } })) as [
      string,
      string,
    ];
    const { status, texts, unmerged } = merged(base, put(ours), put(theirs));
    assert.deepEqual([status, unmerged], [1, name]);
    const [annotation] = readSidecar(texts.get(name) ?? '').annotations;
    assert.deepEqual([annotation?.note, annotation?.conflict], ['ours', [{ field: 'note', ours: 'ours', theirs: 'theirs' }]]);
  });

  it('leaves the markers of git where a side cannot be read', () => {
    const { status, texts, unmerged } = merged(
      base,
      put(base.replace('exact: pier', 'exact: "pier')),
      put(base.replace('exact: pier', 'exact: piers')),
    );
    assert.deepEqual([status, unmerged], [1, name]);
    assert.match(texts.get(name) ?? '', /<{7} [\s\S]*exact: "pier[\s\S]*={7}[\s\S]*exact: piers[\s\S]*>{7} /);
  });

  it('follows a file that one side renamed while the other changed it', () => {
    const renamed = 'tern.txt.annotations.yaml';
    const theirs = edited(base, { kind: 'add', annotation: other });
    const { status, texts } = merged(
      base,
      (root) => {
        renameSync(join(root, name), join(root, renamed));
        renameSync(join(root, 'gull.txt'), join(root, 'tern.txt'));
      },
      put(theirs),
    );
    assert.equal(status, 0);
    assert.equal(texts.get(renamed), theirs);
    assert.equal(texts.has(name), false);
  });

  it('asks where one side deleted the file that the other changed', () => {
    const theirs = edited(base, { kind: 'add', annotation: other });
    const { status, texts } = merged(base, (root) => rmSync(join(root, name)), put(theirs));
    assert.equal(status, 1);
    assert.equal(texts.get(name), theirs);
  });
});
