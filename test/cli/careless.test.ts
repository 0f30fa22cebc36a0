import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { program, secondSource, withFolder } from './program';

const files = {
  'story/a.txt': 'Ana Ruiz said on Friday: “We will reopen the harbour before winter.”\n',
  'broken/a.txt': 'Nothing.\n',
  'broken/second-source.yaml': 'version: [',
  'empty/readme': '',
  'rows.csv': 'document,exact\na.txt,Friday\n',
  'cut.jsonl': '{"id": 1, "text": "a"}\n{"id": 2, "te',
  'cut.jsonl.gz': 'no archive',
  'story.pdf': 'words',
};

describe('a careless hand on the command line', () => {
  /** What was typed, with the folder's files, and the one line that answers; always with exit code 2 and nothing on standard output. */
  const refusals: readonly (readonly [typed: readonly string[], answer: RegExp])[] = [
    [['exprot', 'story'], /^unknown command exprot; second-source --help lists them$/],
    [['export', 'story', '--formt', 'csv'], /^Unknown option '--formt'; second-source export --help lists the options$/],
    [['export', 'story', '--format'], /^Option '--format <value>' argument missing; second-source export --help/],
    [['export', 'story', '--format', 'xlsx', '--out', '-'], /^export: --format is one of html, .*, not xlsx$/],
    [['export', 'story', '--format', 'csv', '--out', ''], /^export: --out is a file or a folder/],
    [['export', '', '--format', 'csv', '--out', '-'], /^the name of a file or folder is empty$/],
    [['export', 'nowhere', '--format', 'csv', '--out', '-'], /^nowhere: no such file or folder$/],
    [['export', 'story/a.txt', '--format', 'csv', '--out', '-'], /^story\/a\.txt: is neither a folder nor an archive/],
    [['export', 'story', '--format', 'brat', '--out', '-'], /^export: this format makes several files/],
    [['export', 'story', '--format', 'brat', '--out', 'rows.csv'], /^rows\.csv: is not a folder, which this format needs/],
    [['export', 'story', '--format', 'csv', '--out', 'rows.csv/x/y.csv'], /^rows\.csv\/x\/y\.csv: cannot be written/],
    [['export', 'story', '--format', 'csv', '--out', 'story/a.txt'], /^story\/a\.txt: is there and may be an article/],
    [['export', 'story', '--format', 'bundle', '--out', 'second-source.yaml'], /^second-source\.yaml: is a name for our own YAML/],
    [
      ['export', 'story', '--format', 'bundle', '--out', 'story/a.txt.annotations.yaml'],
      /^story\/a\.txt\.annotations\.yaml: is a name for our/,
    ],
    [['export', 'empty', '--format', 'csv', '--out', '-'], /^empty: no articles in this folder/],
    [['check', '-'], /^-: no such file or folder$/],
    [['check', 'story', 'story'], /^check: name one folder$/],
    [['import', 'story'], /^import: name one folder and the files to import$/],
    [['import', 'story', 'gone.csv'], /^gone\.csv: no such file or folder$/],
    [['import', 'story', 'story.pdf'], /^story\.pdf: no format is told by the ending; name it with --format:/],
    [['import', 'story', 'empty'], /^empty: is a folder; name its files$/],
    [['import-article', 'empty'], /^empty: nothing to import in this folder/],
    [['import-article', 'rows.csv', '--out', ''], /^import-article: --out is a folder/],
    [['analyse', 'story'], /^story: is a folder; name its files$/],
    [['analyse', 'story/a.txt', '--published', 'yesterday'], /^analyse: --published is a date/],
    [['analyse', '--jsonl', 'story'], /^story: is a folder; name its files$/],
    [['analyse', '--jsonl', 'cut.jsonl.gz'], /^cut\.jsonl\.gz: is no gzip file/],
    [['match', 'story', '--jsonl', 'rows.csv'], /^rows\.csv:1: not JSON$/],
    [['match', '--index', 'empty', '--jsonl', 'rows.csv'], /^empty: is no index/],
    [['index', 'story', '--out', 'rows.csv'], /^rows\.csv: is not a folder$/],
    [['index', 'story.pdf', '--out', 'index'], /^story\.pdf: is neither a folder nor/],
    [['merge', 'rows.csv', 'gone.yaml', 'rows.csv'], /^gone\.yaml: no such file or folder$/],
    [['merge', 'story', 'story', 'story'], /^story: is a folder/],
    [['agree', 'story', 'ana', 'ben'], /^story: no article that both ana and ben have annotated$/],
  ];
  for (const [typed, answer] of refusals)
    it(`gets one line for ${typed.map((word) => word || "''").join(' ')}`, () => {
      withFolder(files, (root) => {
        const { status, stdout, stderr } = secondSource(typed, '', root);
        const [line = '', ...more] = stderr.trimEnd().split('\n');
        assert.match(line.replace(/^second-source: /, ''), answer);
        assert.deepEqual([status, stdout, more], [2, '', []]);
      });
    });

  it('is told on which line a cut file ends, after the answers to the lines before', () => {
    withFolder(files, (root) => {
      const { status, stdout, stderr } = secondSource(['analyse', '--jsonl', 'cut.jsonl'], '', root);
      assert.deepEqual([status, stdout.split('\n').length, stderr], [2, 2, 'second-source: cut.jsonl:2: not JSON\n']);
    });
  });

  it('is told of each file that cannot be analysed, and gets the answers to the others', () => {
    withFolder(files, (root) => {
      const { status, stdout, stderr } = secondSource(['analyse', 'gone.txt', 'story/a.txt', 'story', 'empty/readme'], '', root);
      assert.deepEqual(
        [status, stderr.trimEnd().split('\n')],
        [
          2,
          [
            'second-source: gone.txt: no such file or folder',
            'second-source: story: is a folder; name its files',
            'second-source: empty/readme: has no text',
          ],
        ],
      );
      assert.match(stdout, /^story\/a\.txt: published unknown\n {2}.*Ana Ruiz/);
    });
  });

  it('is told where nobody has the name that is asked for, and who else has the surname', () => {
    const folder = {
      'a.txt': '“We wait,” said Petra Holm. “It is late.”\n',
      'b.txt': 'The gate was shut. Holm said it would open.\n',
    };
    withFolder(folder, (root) => {
      const find = (...more: string[]) => secondSource(['find', root, ...more], '', root).stderr;
      assert.match(find('--by', 'Quorn'), /--by Quorn: no statement of this folder is by anybody so named/);
      assert.equal(find('--by', 'Holm', '--about', 'zebra'), '');
      const { stderr } = secondSource(['export', root, '--format', 'csv', '--out', '-', '--speaker', 'Petra Holm']);
      assert.match(stderr, /--speaker Petra Holm: articles have Holm, too; give that as well, or say in second-source\.yaml/);
    });
  });

  it('is told that nothing fits a filter, that a folder is no sidecar, and that YAML is no UTF-8', () => {
    withFolder(files, (root) => {
      const nobody = secondSource(['export', 'story', '--format', 'csv', '--out', '-', '--speaker', 'Nobody'], '', root);
      assert.deepEqual([nobody.status, nobody.stderr], [0, 'second-source: nothing in the folder fits all of these options\n']);
      const gone = secondSource(['export', 'story', '--format', 'csv', '--out', '-', '--article', 'a.txt', '--article', 'b.txt'], '', root);
      assert.deepEqual([gone.status, gone.stderr], [0, 'second-source: b.txt: is no article of story\n']);
      mkdirSync(join(root, 'story', 'a.txt.annotations.yaml'));
      writeFileSync(join(root, 'story', 'second-source.yaml'), Buffer.from('version: 1\n# caf\xe9\n', 'latin1'));
      const { status, stdout, stderr } = secondSource(['check', 'story'], '', root);
      assert.equal(status, 1);
      assert.match(stderr, /^second-source: a\.txt\.annotations\.yaml: is a folder where a file was expected/m);
      assert.match(stdout, /^second-source\.yaml:1:1: .*UTF-8/m);
    });
  });

  it('is told of decisions that a power cut has left as zero bytes, and nothing is written into them', () => {
    for (const name of ['a.txt.annotations.yaml', 'second-source.yaml', 'corroborations.yaml'])
      withFolder({ ...files, [`story/${name}`]: new Uint8Array(400) }, (root) => {
        const { status, stdout } = secondSource(['check', 'story'], '', root);
        assert.equal(status, 1);
        assert.match(stdout, new RegExp(`^${name.replaceAll('.', '\\.')}:1:1: This file is not UTF-8 text and is left as it is`, 'm'));
        secondSource(['import', 'story', 'rows.csv', '--write'], '', root);
        assert.deepEqual(new Uint8Array(readFileSync(join(root, 'story', name))), new Uint8Array(400));
      });
  });

  it('is told of articles in UTF-16 without a mark and in Windows-1252, which are read and stay as they are', () => {
    const wide = Buffer.from(files['story/a.txt'], 'utf16le');
    const narrow = Buffer.from('Ana Ruiz said on Friday: \x93We will reopen the harbour before winter.\x94\n', 'latin1');
    withFolder({ ...files, 'story/wide.txt': wide, 'story/turned.txt': Buffer.from(wide).swap16(), 'story/narrow.txt': narrow }, (root) => {
      const { status, stdout, stderr } = secondSource(['corroborate', 'story', '--json'], '', root);
      assert.equal(status, 0, stderr);
      for (const name of ['wide', 'turned'])
        assert.match(
          stderr,
          new RegExp(`^second-source: ${name}\\.txt: This file is UTF-16 without a byte order mark, and was read so`, 'm'),
        );
      assert.match(
        stderr,
        /^second-source: narrow\.txt: This file is not UTF-8; it was read as Windows-1252\. Save it as UTF-8 if words look wrong\.$/m,
      );
      const { articles } = JSON.parse(stdout) as { articles: { quotations: { renderings: unknown[] }[] }[] };
      assert.deepEqual(
        articles.map(({ quotations }) => quotations.map(({ renderings }) => renderings.length)),
        [[3], [3], [3], [3]],
      );
      writeFileSync(join(root, 'rows.csv'), 'document,exact\nwide.txt,Friday\nnarrow.txt,Friday\n');
      assert.equal(secondSource(['import', 'story', 'rows.csv', '--write'], '', root).status, 0);
      assert.deepEqual(readFileSync(join(root, 'story', 'wide.txt')), wide);
      assert.deepEqual(readFileSync(join(root, 'story', 'narrow.txt')), narrow);
    });
  });

  it('is told of a name that is not UTF-8 and of a file too large, and the rest of the folder is read', function () {
    if (process.platform !== 'linux') {
      console.log('      skipped: only Linux takes such names');
      this.skip();
    }
    withFolder(files, (root) => {
      writeFileSync(Buffer.concat([Buffer.from(join(root, 'story', 'b')), Buffer.from([0xff]), Buffer.from('.txt')]), 'Nothing.\n');
      writeFileSync(join(root, 'story', 'c.txt'), '');
      truncateSync(join(root, 'story', 'c.txt'), 3_000_000_000);
      for (const typed of [
        ['corroborate', 'story'],
        ['check', 'story'],
        ['index', 'story', '--out', 'index'],
      ]) {
        const { status, stderr } = secondSource(typed, '', root);
        assert.equal(status, 1, stderr);
        assert.match(stderr, /^second-source: b\uFFFD\.txt: has a name that is not UTF-8, and was passed over; rename it$/m);
        assert.match(
          stderr,
          /^second-source: c\.txt: is larger than 200 MB, and was passed over; split it, or take it out of the folder$/m,
        );
      }
      assert.match(secondSource(['corroborate', 'story'], '', root).stdout, /reopen the harbour/);
    });
  });

  it('is told of an article that has gone since the folder was listed, and the rest of the folder is read', () => {
    withFolder({ ...files, 'story/gone.txt': 'The harbour is shut.\n' }, (root) => {
      // Removes the article at the moment that the program has read the list.
      const remover = join(root, 'remover.cjs');
      writeFileSync(
        remover,
        "const fs = require('node:fs'); const { readdir } = fs.promises; fs.promises.readdir = async (...args) => { const names = await readdir(...args); fs.rmSync(args[0] + '/gone.txt', { force: true }); return names; };\n",
      );
      for (const typed of [
        ['corroborate', 'story'],
        ['find', 'story', '--about', 'harbour'],
        ['check', 'story'],
        ['index', 'story', '--out', 'index'],
        ['export', 'story', '--format', 'csv', '--out', 'out.csv'],
      ]) {
        writeFileSync(join(root, 'story', 'gone.txt'), 'The harbour is shut.\n');
        const { status, stderr } = secondSource(typed, '', root, { NODE_OPTIONS: `--require=${remover}` });
        assert.equal(status, 1, stderr);
        assert.match(stderr, /^second-source: gone\.txt: is gone, and was passed over$/m);
      }
      assert.match(secondSource(['index', 'story', '--out', 'index'], '', root).stdout, /^1 articles? \(0 read, 1 unchanged, 0 gone\)/);
    });
  });

  it('is told where an entry of an article’s annotations cannot be read, by whoever answers without it', () => {
    const broken = `${['version: 1', 'annotations:', '  - id: k3a9ck2qmx', '    type: quotation', '    status: perhaps'].join('\r\n')}\r\n`;
    withFolder({ ...files, 'story/a.txt.annotations.yaml': broken }, (root) => {
      for (const typed of [
        ['corroborate', 'story'],
        ['find', 'story', '--about', 'harbour'],
        ['export', 'story', '--format', 'csv', '--out', 'out.csv'],
      ]) {
        const { status, stderr } = secondSource(typed, '', root);
        assert.equal(status, 0, stderr);
        assert.match(
          stderr,
          /^second-source: a\.txt\.annotations\.yaml: has entries that cannot be read, which are missing here; second-source check says where$/m,
        );
      }
      assert.equal(readFileSync(join(root, 'story', 'a.txt.annotations.yaml'), 'utf8'), broken);
    });
  });

  it('is told of a line without an end, packed or not, before it fills the memory', () => {
    withFolder({}, (root) => {
      writeFileSync(join(root, 'long.jsonl.gz'), gzipSync(Buffer.alloc(201_000_000, 'a'), { level: 1 }));
      const { status, stderr } = secondSource(['index', 'long.jsonl.gz', '--out', 'index'], '', root);
      assert.deepEqual([status, stderr], [2, 'second-source: long.jsonl.gz: has a line of more than 200 MB\n']);
    });
  });

  it('exports beside YAML that is damaged, and is told what is missing', () => {
    withFolder(files, (root) => {
      const { status, stderr } = secondSource(['export', 'broken', '--format', 'csv', '--out', '-'], '', root);
      assert.equal(status, 0);
      assert.match(stderr, /^second-source: second-source\.yaml: cannot be read, so its decisions are missing here/);
    });
  });

  it('loses no paragraph of a plain text that is imported', () => {
    withFolder({ 'a.txt': 'Harbour\n\nOne said so.\nThe other   did not.\n\n<nobody> wrote\n' }, (root) => {
      const { status, stdout } = secondSource(['import-article', '--out', '-', 'a.txt'], '', root);
      assert.equal(status, 0);
      assert.ok(stdout.endsWith('---\n\nHarbour\n\nOne said so.\nThe other   did not.\n\n<nobody> wrote\n'));
    });
  });

  it('writes through a link and leaves it a link', () => {
    withFolder(files, (root) => {
      symlinkSync('rows.csv', join(root, 'link.csv'));
      assert.equal(secondSource(['export', 'story', '--format', 'csv', '--out', 'link.csv'], '', root).status, 0);
      assert.ok(lstatSync(join(root, 'link.csv')).isSymbolicLink());
      assert.match(readFileSync(join(root, 'rows.csv'), 'utf8'), /reopen the harbour/);
    });
  });

  it('writes into what is no file without replacing it', function () {
    if (spawnSync('mkfifo', ['--version']).error !== undefined) {
      console.log('      skipped: there is no mkfifo');
      this.skip();
    }
    withFolder(files, (root) => {
      const pipe = join(root, 'pipe');
      assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
      const reader = spawn('cat', [pipe], { stdio: 'ignore' });
      try {
        assert.equal(secondSource(['export', 'story', '--format', 'csv', '--out', 'pipe'], '', root).status, 0);
        assert.ok(lstatSync(pipe).isFIFO());
      } finally {
        reader.kill();
      }
    });
  });

  it('may stop reading', () => {
    withFolder(files, (root) => {
      const line = `node ${JSON.stringify(program)} export story --format w3c --out - | head -c 1; echo " $?"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8' });
      assert.deepEqual([stdout, stderr], ['[ 0\n', '']);
    });
  });

  it('pipes an export into an import', () => {
    withFolder(files, (root) => {
      const table = 'document,exact\na.txt,Friday\n';
      const { status, stdout } = secondSource(['import', 'story', '-', '--format', 'csv'], table, root);
      assert.deepEqual([status, stdout], [0, 'a.txt:1:18: exact, new: note "Friday"\n']);
      assert.equal(existsSync(join(root, 'story', 'a.txt.annotations.yaml')), false);
    });
  });

  it('gets an answer for a text of ten million letters and for one of nothing', () => {
    withFolder(files, (root) => {
      writeFileSync(join(root, 'long.txt'), 'a'.repeat(10_000_000));
      for (const input of ['', '\n', '\ufeff']) assert.equal(secondSource(['analyse', '-', '--json'], input).status, 0);
      assert.equal(secondSource(['analyse', 'long.txt', '--json'], '', root).status, 0);
    });
  });
});
