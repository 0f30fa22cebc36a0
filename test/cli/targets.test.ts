import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, withFolder } from './program';

const words = 'Mira Holm said on Friday: “The ferry will run again before winter.”\n';
const decisions = 'version: 1\ndocument: {path: ferry.txt, offsets: codepoint}\nannotations: []\n';
const files = {
  'story/ferry.txt': words,
  'story/ferry.txt.annotations.yaml': decisions,
  'story/second-source.yaml': 'version: 1\noutlets: []\n',
  'other/quay.md': '# The quay\n\nNobody said when it will be rebuilt.\n',
  'other/second-source.yaml': 'version: 1\n',
  'notes.html': '<p>My own notes of the ferry.</p>\n',
  'page.html': `<html><head><title>The ferry</title></head><body><article><p>${words.repeat(6)}</p></article></body></html>`,
};

/** The commands that write to a file that --out names. */
const writers: readonly (readonly string[])[] = [
  ['export', 'story', '--format', 'markdown', '--out'],
  ['export', 'story', '--format', 'csv', '--out'],
  ['find', 'story', '--by', 'Holm', '--format', 'csv', '--out'],
  ['bundle', 'story', '--out'],
];

function refused(root: string, typed: readonly string[], answer: RegExp): void {
  const { status, stdout, stderr } = secondSource(typed, '', root);
  assert.match(stderr, answer, typed.join(' '));
  assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').length], [2, '', 1], stderr);
}

describe('what --out names', () => {
  it('is never an article, of this folder or another, nor decisions, nor a text that no export has written', function () {
    this.timeout(60_000);
    withFolder(files, (root) => {
      for (const [i, out] of ['story/ferry.txt', 'other/quay.md', 'notes.html', 'story/ferry.txt'].entries())
        refused(root, [...(writers[i] ?? []), out], new RegExp(`^second-source: ${out}: is there and may be an article`));
      for (const [i, out] of [
        'story/second-source.yaml',
        'corroborations.yaml',
        'story/ferry.txt.annotations.yaml',
        'other/second-source.yaml',
      ].entries())
        refused(root, [...(writers[i] ?? []), out], new RegExp(`^second-source: ${out}: is a name for our own YAML`));
      for (const [name, content] of Object.entries(files)) assert.equal(readFileSync(join(root, name), 'utf8'), content, name);
      assert.ok(!existsSync(join(root, 'corroborations.yaml')));
    });
  });

  it('may be an earlier export, or a file of another kind', function () {
    this.timeout(60_000);
    withFolder({ ...files, 'story/report.yaml': 'old\n', 'table.csv': 'old\n', 'new.md': '' }, (root) => {
      const again: readonly (readonly string[])[] = [
        ['export', 'story', '--format', 'markdown', '--out', 'new.md'],
        ['export', 'story', '--format', 'markdown', '--out', 'story/report.md'],
        ['export', 'story', '--format', 'html', '--out', 'story/report.html'],
        ['export', 'story', '--format', 'csv', '--out', 'table.csv'],
        ['export', 'story', '--format', 'brat', '--out', 'story'],
        ['bundle', 'story', '--out', 'story/report.yaml'],
      ];
      for (const typed of [...again, ...again.slice(1, 5)]) {
        const { status, stderr } = secondSource(typed, '', root);
        assert.equal(status, 0, `${typed.join(' ')}: ${stderr}`);
      }
      assert.match(readFileSync(join(root, 'table.csv'), 'utf8'), /ferry will run again/);
      assert.equal(readFileSync(join(root, 'story', 'ferry.txt'), 'utf8'), words);
    });
  });

  it('may be an earlier table, bundle or JSON of ours with the ending of an article, which is no article of its folder', function () {
    this.timeout(60_000);
    const accepted =
      'version: 1\nannotations:\n  - {id: 7f3a9ck2qm, type: quotation, kind: direct, status: accepted, exact: "“The ferry will run again before winter.”", start: 26, end: 67}\n';
    withFolder({ ...files, 'story/ferry.txt.annotations.yaml': accepted }, (root) => {
      const again: readonly (readonly string[])[] = [
        ['export', 'story', '--format', 'csv', '--out', 'story/table.txt'],
        ['export', 'story', '--format', 'csv', '--bom', '--links', '--out', 'story/marked.txt'],
        ['export', 'story', '--format', 'tsv', '--out', 'story/tabs.md'],
        ['export', 'story', '--format', 'w3c', '--out', 'web.txt'],
        ['export', 'story', '--format', 'schema-org', '--out', 'graph.txt'],
        ['find', 'story', '--by', 'Holm', '--format', 'csv', '--out', 'found.txt'],
        ['bundle', 'story', '--out', 'story/all.txt'],
      ];
      for (const typed of [...again, ...again]) {
        const { status, stderr } = secondSource(typed, '', root);
        assert.equal(status, 0, `${typed.join(' ')}: ${stderr}`);
      }
      const { articles } = JSON.parse(secondSource(['corroborate', 'story', '--json'], '', root).stdout) as {
        articles: { file: string }[];
      };
      assert.deepEqual(
        articles.map(({ file }) => file),
        ['ferry.txt'],
      );
      writeFileSync(join(root, 'story', 'own.txt'), 'id,document,exact\n1,ferry.txt,My own notes\n');
      refused(root, ['export', 'story', '--format', 'csv', '--out', 'story/own.txt'], /own\.txt: is there and may be an article/);
    });
  });

  it('is written through no link that leads out of the folder', function () {
    this.timeout(60_000);
    withFolder({ ...files, 'outside/table.csv': 'theirs\n', 'outside/p.md': 'theirs\n' }, (root) => {
      symlinkSync('../outside/table.csv', join(root, 'story', 'table.csv'));
      symlinkSync('../outside/p.md', join(root, 'story', 'report.csv'));
      symlinkSync('second-source.yaml', join(root, 'story', 'names.csv'));
      symlinkSync('../outside', join(root, 'story', 'linked'));
      symlinkSync('table.csv', join(root, 'outside', 'same.csv'));
      for (const [i, out] of ['linked/new.csv', 'table.csv', 'report.csv', 'linked/table.csv'].entries())
        refused(root, [...(writers[i] ?? []), `story/${out}`], /a link there leads out of the folder; name the place that it leads to/);
      refused(root, ['bundle', 'story', '--out', 'story/names.csv'], /story\/names\.csv: is a name for our own YAML/);
      for (const typed of [
        ['import-article', 'page.html', '--out', 'story/linked'],
        ['import-article', 'page.html', '--keep', '--out', 'story/linked'],
        ['export', 'story', '--format', 'brat', '--out', 'story/linked'],
        ['index', 'story', '--out', 'story/linked'],
      ])
        refused(root, typed, /^second-source: story\/linked: a link there leads out of the folder/);
      assert.deepEqual(readdirSync(join(root, 'outside')), ['p.md', 'same.csv', 'table.csv']);
      assert.equal(readFileSync(join(root, 'outside', 'table.csv'), 'utf8'), 'theirs\n');
      assert.equal(secondSource(['bundle', 'story', '--out', 'outside/same.csv'], '', root).status, 0);
      assert.ok(lstatSync(join(root, 'outside', 'same.csv')).isSymbolicLink());
      const above = secondSource(['import-article', '../page.html', '--out', '..'], '', join(root, 'other'));
      assert.equal(above.status, 0, above.stderr);
    });
  });

  it('is told in words where it cannot be written, and not by the name it has until it is whole', function () {
    withFolder(files, (root) => {
      refused(root, ['bundle', 'story', '--out', 'story'], /^second-source: story: is a folder; name a file$/m);
      refused(root, ['bundle', 'story', '--out', ''], /^second-source: bundle: --out is a file, or - for standard output$/m);
      refused(root, ['index', 'story', '--out', ''], /^second-source: index: --out is a folder$/m);
      refused(root, ['bundle', 'story', '--out', 'notes.html/b.yaml'], /cannot be written \(what should be its folder is a file\)$/m);
      if (process.getuid?.() === 0) {
        console.log('      read-only folders: skipped, root may write anywhere');
        return;
      }
      mkdirSync(join(root, 'shut'));
      chmodSync(join(root, 'shut'), 0o500);
      try {
        const notIn = /^second-source: shut\S*: cannot be written \(its folder may not be written to\)$/m;
        for (const typed of writers) refused(root, [...typed, 'shut/x.csv'], notIn);
        refused(root, ['index', 'story', '--out', 'shut'], notIn);
        refused(root, ['index', 'story', '--out', 'shut/index'], notIn);
      } finally {
        chmodSync(join(root, 'shut'), 0o700);
      }
    });
  });
});

describe('input that is not what it seems', () => {
  it('of one annotator cannot be read: its article is left out of the figures, and where and why is said', () => {
    const entry = `annotations:\n  - {id: k3a9ck2qmx, type: quotation, kind: direct, status: accepted, exact: 'The ferry will run again before winter.', prefix: '', suffix: '', start: 27, end: 66}\n`;
    const by = (who: string, name: string) => `story/${name}.annotations.${who}.yaml`;
    const whole = {
      ...files,
      'story/gate.txt': words,
      [by('ann', 'ferry.txt')]: `version: 1\n${entry}`,
      [by('bob', 'ferry.txt')]: `version: 1\n${entry}`,
    };
    for (const [broken, where] of [
      ['', /gate\.txt\.annotations\.bob\.yaml:1:1: .*Its article is left out/],
      ['version: 1\nannotations:\n  - {id: [', /gate\.txt\.annotations\.bob\.yaml:\d+:\d+: .*Its article is left out/],
      [new Uint8Array(80), /gate\.txt\.annotations\.bob\.yaml:1:1: This file is not UTF-8 text.*Its article is left out/],
    ] as const)
      withFolder({ ...whole, [by('ann', 'gate.txt')]: `version: 1\n${entry}`, [by('bob', 'gate.txt')]: broken }, (root) => {
        const { status, stdout, stderr } = secondSource(['agree', 'story', 'ann', 'bob', '--json'], '', root);
        assert.equal(status, 1, stderr);
        assert.match(stderr, where);
        const { articles, all } = JSON.parse(stdout) as { articles: readonly string[]; all: { exact: number } };
        assert.deepEqual([articles, all.exact], [['ferry.txt'], 1]);
      });
  });

  it('is an archive without articles: the index of another day stays', () => {
    withFolder({ 'a.jsonl': `\uFEFF${JSON.stringify({ id: 1, text: words })}\n` }, (root) => {
      assert.match(secondSource(['index', 'a.jsonl', '--out', 'index'], '', root).stdout, /^1 articles/);
      writeFileSync(join(root, 'a.jsonl'), '');
      refused(
        root,
        ['index', 'a.jsonl', '--out', 'index'],
        /^second-source: a\.jsonl: no articles in this archive; the index stays as it is$/m,
      );
      const query = JSON.stringify({ text: 'The ferry will run again before winter.' });
      assert.match(secondSource(['match', '--index', 'index', '--jsonl', '-'], query, root).stdout, /"file":"1"/);
    });
  });

  it('is a device: nothing waits for its end', function () {
    if (!existsSync('/dev/zero')) this.skip();
    withFolder({ ...files, 'story/second-source.yaml': 'version: 1\n' }, (root) => {
      symlinkSync('/dev/zero', join(root, 'story', 'zero.txt'));
      symlinkSync('nowhere.txt', join(root, 'story', 'gone.md'));
      for (const typed of [
        ['analyse', '/dev/zero'],
        ['analyse', 'story/zero.txt'],
        ['analyse', '--jsonl', 'story/zero.txt'],
        ['import-article', '/dev/zero', '--out', '-'],
      ])
        refused(root, typed, /: is no regular file but a pipe or a device; - reads standard input$/m);
      const { status, stderr } = secondSource(['check', 'story'], '', root);
      assert.deepEqual(
        [status, stderr.trimEnd().split('\n').sort()],
        [
          1,
          [
            'second-source: gone.md: is a link that leads nowhere, and was passed over; mend or delete the link',
            'second-source: zero.txt: is no regular file but a pipe or a device, and was passed over; take it out of the folder',
          ],
        ],
      );
    });
  });

  it('is a list of globs that nothing fits', () => {
    withFolder({ ...files, 'story/second-source.yaml': "version: 1\narticles: ['nope/*.md', 'gone.txt']\n" }, (root) => {
      for (const typed of [
        ['check', 'story'],
        ['index', 'story', '--out', 'index'],
      ])
        refused(root, typed, /^second-source: story: no articles .* fits "articles" in its second-source\.yaml: nope\/\*\.md, gone\.txt$/m);
    });
  });

  it('is a damaged index, which asks to be built again and can be; or a folder of something else, which does not', () => {
    withFolder({ ...files, 'query.jsonl': JSON.stringify({ text: 'The ferry will run again before winter.' }) }, (root) => {
      const build = () => secondSource(['index', 'story', '--out', 'index'], '', root);
      assert.equal(build().status, 0);
      writeFileSync(join(root, 'index', 'archive.json'), '{"version": 2, "seg');
      const match = ['match', '--index', 'index', '--jsonl', 'query.jsonl'];
      refused(root, match, /^second-source: index: is a damaged index; build it again with second-source index ARCHIVE --out index$/m);
      assert.match(build().stdout, /^1 articles \(1 read/);
      assert.equal(secondSource(match, '', root).status, 0);
      refused(
        root,
        ['match', '--index', 'story', '--jsonl', 'query.jsonl'],
        /^second-source: story: is no index, and not empty; build one in another folder/m,
      );
      refused(root, ['index', 'story', '--out', 'other'], /^second-source: other: is not empty and no index; choose a folder/m);
    });
  });

  it('is a day of publication that is none', () => {
    const line = (published: string) => `${JSON.stringify({ id: published, text: words, published })}\n`;
    withFolder({ 'a.jsonl': line('nonsense') + line('2024-05-03') }, (root) => {
      const { status, stdout, stderr } = secondSource(['analyse', '--jsonl', 'a.jsonl'], '', root);
      assert.deepEqual([status, stdout.match(/"published":[^,]*/g)], [0, ['"published":null', '"published":"2024-05-03"']]);
      assert.match(stderr, /^second-source: a\.jsonl:1: "nonsense" is no day of publication that can be read/);
    });
  });

  it('has a key in second-source.yaml that is one letter off, while keys of one’s own are no matter', () => {
    const project =
      'version: 1\narticle: [ferry.txt]\nour-board: x\nspeakers:\n  - {id: holm, name: Mira Holm, alliases: [Holm], team: b}\n';
    withFolder({ 'ferry.txt': words, 'second-source.yaml': project }, (root) => {
      const { status, stdout } = secondSource(['check', '.'], '', root);
      assert.deepEqual(
        [status, stdout],
        [
          1,
          'second-source.yaml:2:1: "article" is no key that is read: is "articles" meant?\nsecond-source.yaml:5:33: "alliases" is no key that is read: is "aliases" meant?\n',
        ],
      );
    });
  });

  it('is an option that does nothing by itself', () => {
    withFolder({ ...files, 'rows.csv': 'document,exact\nferry.txt,Friday\n' }, (root) => {
      refused(root, ['import', 'story', 'rows.csv', '--replace'], /^second-source: import: --replace and --remove go with --write$/m);
    });
  });
});
