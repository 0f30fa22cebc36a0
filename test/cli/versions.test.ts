import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, withFolder } from './program';

const front = '---\noutlet: Tarn Post\npublished: "2025-06-02"\nretrieved: "2025-06-03T08:00:00Z"\n---\n\n';
const was = `${front}# Ferry runs aground off Skell\n\nNine people were hurt on Monday when a ferry ran aground off Skell.\n\n“We felt a blow and then the lights went out,” said Berit Koss, a passenger.\n`;
const is = was
  .replace('Nine people', 'Twelve people')
  .replace('then the lights went out', 'then the engine stopped')
  .replace('retrieved: "2025-06-03', 'retrieved: "2025-06-09');
const other = '---\noutlet: Quay Radio\n---\n\nA ferry ran aground off Skell on Monday.\n';

interface ArticleJson {
  readonly file: string;
  readonly changed?: {
    readonly since?: string;
    readonly changes: readonly { readonly kind: string; readonly before?: string; readonly after?: string }[];
  };
}

function articlesOf(root: string): readonly ArticleJson[] {
  const { status, stdout, stderr } = secondSource(['corroborate', root, '--json']);
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as { readonly articles: readonly ArticleJson[] }).articles;
}

function changesOf(root: string, file = 'ferry.md') {
  return articlesOf(root).find((article) => article.file === file)?.changed;
}

const told = [
  { kind: 'figure', before: 'Nine people', after: 'Twelve people' },
  { kind: 'quotation', before: 'We felt a blow and then the lights went out', after: 'We felt a blow and then the engine stopped' },
];

describe('earlier versions of an article', () => {
  const kept = { 'ferry.md': is, 'ferry.md.versions/1.md': 'Nothing of this.\n', 'ferry.md.versions/2.md': was, 'radio.md': other };

  it('are no articles, and what the outlet has changed since the latest is told', () => {
    withFolder(kept, (root) => {
      const articles = articlesOf(root);
      assert.deepEqual(
        articles.map(({ file }) => file),
        ['ferry.md', 'radio.md'],
      );
      const changed = changesOf(root);
      assert.equal(changed?.since, '2025-06-03T08:00:00Z');
      assert.deepEqual(
        changed.changes.map(({ kind, before, after }) => ({ kind, before, after })),
        told,
      );
      assert.equal(articles[1]?.changed, undefined);
      assert.match(
        secondSource(['corroborate', root]).stdout,
        /changed by the outlet since 2025-06-03: figure: “Nine people” has become “Twelve people”/,
      );
    });
  });

  it('are told of in the reports, under their article and at the statement', () => {
    withFolder(kept, (root) => {
      const markdown = secondSource(['export', root, '--format', 'markdown', '--out', '-']).stdout;
      assert.match(
        markdown,
        /## Changed by the outlets\n\n- Tarn Post, changed by the outlet since 2025-06-03 \(`ferry\.md`\)\n {2}- figure: “Nine people” has become “Twelve people” \(`ferry\.md:9:1`\)/,
      );
      assert.match(
        markdown,
        /> “We felt a blow and then the engine stopped,”\n\n.*\n\n(?:- .*\n)*- changed by the outlet since 2025-06-03: quotation: /,
      );
      const html = secondSource(['export', root, '--format', 'html', '--out', '-']).stdout;
      assert.match(html, /<h2>Changed by the outlets<\/h2>/);
      assert.match(html, /<span class="differs">changed by the outlet since 2025-06-03: quotation: “We felt/);
      assert.equal(html.split('“Nine people” has become “Twelve people”').length, 2);
    });
  });

  const inRepository = (use: (root: string, git: (...args: string[]) => string) => void) =>
    withFolder({ 'ferry.md': was, 'radio.md': other }, (root) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', ...args], {
          cwd: root,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-q', '-m', 'The first text', '--date', '2025-06-04T10:00:00Z');
      use(root, git);
    });

  it('are the committed texts in a folder under git', () => {
    inRepository((root) => {
      assert.equal(changesOf(root), undefined);
      writeFileSync(join(root, 'ferry.md'), is.replace(/retrieved.*\n/, ''));
      assert.deepEqual(
        changesOf(root)?.changes.map(({ kind, before, after }) => ({ kind, before, after })),
        told,
      );
      const line = /changed by the outlet since 20\d\d-\d\d-\d\d.*\n.*figure: “Nine people” has become “Twelve people”/;
      for (const [format, expected] of [
        ['markdown', line],
        ['html', /changed by the outlet since 20\d\d-\d\d-\d\d[^]{0,400}“Nine people” has become “Twelve people”/],
      ] as const)
        assert.match(secondSource(['export', root, '--format', format, '--out', '-']).stdout, expected);
    });
  });

  it('are read from git without anything of the repository being run', () => {
    inRepository((root, git) => {
      const trap = join(root, 'trap.sh');
      writeFileSync(trap, `#!/bin/sh\ntouch "${root}/sprung"\ncat "$1" 2>/dev/null\n`, { mode: 0o755 });
      for (const key of [
        'core.fsmonitor',
        'core.pager',
        'core.editor',
        'core.sshCommand',
        'gpg.program',
        'diff.external',
        'diff.t.textconv',
        'filter.t.smudge',
        'filter.t.clean',
        'alias.ls-tree',
        'alias.cat-file',
        'pager.cat-file',
      ])
        git('config', key, trap);
      git('config', 'log.showSignature', 'true');
      git('config', 'core.hooksPath', root);
      writeFileSync(join(root, '.gitattributes'), '* diff=t filter=t\n');
      writeFileSync(join(root, 'ferry.md'), is);
      assert.equal(changesOf(root)?.changes.length, 2);
      assert.equal(existsSync(join(root, 'sprung')), false, 'nothing was run');
    });
  });

  it('are told without a day where the commit says a time that no calendar has', () => {
    inRepository((root, git) => {
      const commit = execFileSync('git', ['cat-file', 'commit', 'HEAD'], { cwd: root, encoding: 'utf8' });
      const never = commit.replace(/^(committer .*>) .*$/m, '$1 99999999999999999999 +0000');
      const hash = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], {
        cwd: root,
        input: never,
        encoding: 'utf8',
      });
      git('update-ref', 'HEAD', hash.trim());
      writeFileSync(join(root, 'ferry.md'), is);
      const { status, stderr } = secondSource(['corroborate', root]);
      assert.deepEqual([status, stderr], [0, '']);
      assert.deepEqual(
        changesOf(root)?.changes.map(({ kind }) => kind),
        ['figure', 'quotation'],
      );
    });
  });

  it('are not asked for where git is broken, or the folder below one is none of its', () => {
    withFolder({ '.git': 'gitdir: nowhere\n', 'ferry.md': is }, (root) => assert.equal(changesOf(root), undefined));
    inRepository((root) => {
      writeFileSync(join(root, '.git', 'HEAD'), 'ref: refs/heads/none\n');
      writeFileSync(join(root, 'ferry.md'), is);
      assert.equal(changesOf(root), undefined);
      assert.equal(readFileSync(join(root, 'ferry.md'), 'utf8'), is);
    });
  });
});
