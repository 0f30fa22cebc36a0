import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSidecar } from '../../src/core/index';
import { parseCsv } from '../core/exportReaders';
import { jsonLines, program, secondSource, withFolder } from './program';

const gull = 'The harbour reopens, says mayor Ilse Bram. “We will dredge the channel before winter,” she told the Gull on Friday.\n';
const story = {
  'gull.txt': gull,
  'second-source.yaml': 'version: 1\noutlets: []\nspeakers:\n  - id: ilse-bram\n    name: Ilse Bram\n',
  'notes.csv': 'document,exact,type,speaker,status\r\ngull.txt,We will dredge the channel before winter,statement,Ilse Bram,accepted\r\n',
};

describe('second-source import', () => {
  it('shows what would be added and writes nothing', () => {
    withFolder(story, (root) => {
      const { status, stdout } = secondSource(['import', root, join(root, 'notes.csv')]);
      assert.equal(status, 0);
      assert.equal(stdout, 'gull.txt:1:45: exact, new: statement "We will dredge the channel before winter"\n');
      assert.equal(existsSync(join(root, 'gull.txt.annotations.yaml')), false);
    });
  });

  it('writes once what another import has written since the folder was read', () => {
    const bundle =
      'version: 1\nkind: bundle\nproject:\n  version: 1\n  speakers: [{id: oda-venn, name: Oda Venn}]\narticles: [{path: gull.txt}]\n';
    for (const [name, written, entry] of [
      ['notes.csv', 'gull.txt.annotations.yaml', /- id: /g],
      ['names.yaml', 'second-source.yaml', /id: oda-venn/g],
    ] as const)
      withFolder({ ...story, 'names.yaml': bundle }, (root) => {
        const typed = ['import', root, join(root, name), '--write'];
        // The same import again, at the moment when the first one has read the article.
        const meanwhile = `const { promises } = require('node:fs');
          const { readFile } = promises;
          promises.readFile = async (path, ...more) => {
            const bytes = await readFile(path, ...more);
            if (String(path).endsWith('gull.txt')) {
              promises.readFile = readFile;
              require('node:child_process').spawnSync(process.execPath, ${JSON.stringify([program, ...typed])}, { env: {} });
            }
            return bytes;
          };`;
        writeFileSync(join(root, 'meanwhile.cjs'), meanwhile);
        const { status, stderr } = secondSource(typed, '', '.', { NODE_OPTIONS: `--require=${join(root, 'meanwhile.cjs')}` });
        assert.equal(status, 0, stderr);
        const text = readFileSync(join(root, written), 'utf8');
        assert.equal(text.match(entry)?.length, 1, text);
      });
  });

  it('writes on demand, and once', () => {
    withFolder(story, (root) => {
      assert.equal(secondSource(['import', root, join(root, 'notes.csv'), '--write']).status, 0);
      const sidecar = join(root, 'gull.txt.annotations.yaml');
      const text = readFileSync(sidecar, 'utf8');
      const { annotations, problems, document } = readSidecar(text);
      assert.deepEqual(problems, []);
      assert.equal(document?.path, 'gull.txt');
      assert.deepEqual(
        annotations.map(({ type, start, speakers }) => [type, start, speakers]),
        [['statement', 44, ['ilse-bram']]],
      );
      assert.match(secondSource(['import', root, join(root, 'notes.csv'), '--write']).stdout, /exact, same/);
      assert.equal(readFileSync(sidecar, 'utf8'), text);
      assert.equal(secondSource(['check', root]).status, 0);
    });
  });

  it('takes over a whole bundle into an empty copy of the folder', () => {
    const sidecar = withFolder(story, (root) => {
      secondSource(['import', root, join(root, 'notes.csv'), '--write']);
      secondSource(['export', root, '--format', 'bundle', '--out', join(root, 'bundle.yaml')]);
      return {
        own: readFileSync(join(root, 'gull.txt.annotations.yaml'), 'utf8'),
        bundle: readFileSync(join(root, 'bundle.yaml'), 'utf8'),
      };
    });
    withFolder({ 'gull.txt': gull, 'bundle.yaml': sidecar.bundle }, (root) => {
      assert.equal(secondSource(['import', root, join(root, 'bundle.yaml'), '--write']).status, 0);
      assert.equal(readFileSync(join(root, 'gull.txt.annotations.yaml'), 'utf8'), sidecar.own);
      assert.match(readFileSync(join(root, 'second-source.yaml'), 'utf8'), /ilse-bram/);
    });
  });

  it('takes what was decided elsewhere as suggestions where it is told to, and names what it leaves out', () => {
    const table = [
      'document,exact,type,status,reviewed_by,reviewed_at',
      'gull.txt,We will dredge the channel before winter,statement,accepted,oda,2026-01-02T10:00:00Z',
      'gull.txt,mayor Ilse Bram,note,rejected,oda,2026-01-02T10:00:00Z',
    ];
    withFolder({ ...story, 'oda.csv': table.map((line) => `${line}\r\n`).join('') }, (root) => {
      const { status, stdout, stderr } = secondSource(['import', root, join(root, 'oda.csv'), '--as', 'suggested', '--write']);
      assert.deepEqual([status, stdout], [0, 'gull.txt:1:45: exact, new: statement "We will dredge the channel before winter" by oda\n']);
      assert.match(stderr, /left out: 1 rejected annotations/);
      const { annotations } = readSidecar(readFileSync(join(root, 'gull.txt.annotations.yaml'), 'utf8'));
      assert.deepEqual(
        annotations.map(({ status: decided, by }) => [decided, by]),
        [['suggested', 'oda (import)']],
      );
      assert.equal(secondSource(['import', root, join(root, 'oda.csv'), '--as', 'rejected']).status, 2);
    });
  });

  it('takes away what an export of ours no longer has, and only where it is told to', () => {
    withFolder({ ...story, 'more.csv': `${story['notes.csv']}gull.txt,on Friday,note,,accepted\r\n` }, (root) => {
      secondSource(['import', root, join(root, 'more.csv'), '--write']);
      secondSource(['export', root, '--format', 'csv', '--status', 'accepted', '--out', join(root, 'out.csv')]);
      const rows = readFileSync(join(root, 'out.csv'), 'utf8');
      writeFileSync(join(root, 'out.csv'), rows.replace(/^.*,on Friday,[^]*?\r\n/m, ''));
      const sidecar = () => readFileSync(join(root, 'gull.txt.annotations.yaml'), 'utf8');
      const before = sidecar();
      const { stdout } = secondSource(['import', root, join(root, 'out.csv'), '--write']);
      assert.match(stdout, /exact, same: statement/);
      assert.match(stdout, /exact, gone: note "on Friday"/);
      assert.equal(sidecar(), before);
      secondSource(['import', root, join(root, 'out.csv'), '--write', '--remove']);
      assert.deepEqual(
        readSidecar(sidecar()).annotations.map(({ exact }) => exact),
        ['We will dredge the channel before winter'],
      );
    });
  });

  it('ends with 1 where something has no place, and says what', () => {
    withFolder({ ...story, 'lost.csv': 'document,exact\r\ngull.txt,never said\r\ntern.txt,elsewhere\r\n' }, (root) => {
      const { status, stdout, stderr } = secondSource(['import', root, join(root, 'lost.csv')]);
      assert.equal(status, 1);
      assert.match(stdout, /^gull\.txt:1:1: orphan, new: note "never said"$/m);
      assert.match(stderr, /tern\.txt: is not in this folder; 1 annotation left out/);
    });
  });

  it('writes nothing at all where a file must not be written', () => {
    withFolder({ ...story, 'gull.txt.annotations.yaml': 'version: 1\nannotations: [\n' }, (root) => {
      const { status, stderr } = secondSource(['import', root, join(root, 'notes.csv'), '--write']);
      assert.equal(status, 2);
      assert.match(stderr, /gull\.txt\.annotations\.yaml: is broken/);
      assert.equal(readFileSync(join(root, 'gull.txt.annotations.yaml'), 'utf8'), 'version: 1\nannotations: [\n');
    });
  });

  it('tells formats by endings, and by what Hypothesis begins with', () => {
    withFolder({ ...story, 'h.json': '{"export_date":"2026","annotations":[]}', 'w.json': '{"x":1}' }, (root) => {
      assert.match(secondSource(['import', root, join(root, 'h.json')]).stderr, /not an export of Hypothesis/);
      assert.match(secondSource(['import', root, join(root, 'w.json')]).stderr, /no annotations in this file/);
      writeFileSync(join(root, 'x.docx'), '');
      assert.equal(secondSource(['import', root, join(root, 'x.docx')]).status, 2);
    });
  });
});

describe('second-source export into the folder of the articles', () => {
  for (const format of ['html', 'markdown', 'brat', 'tei', 'cas-json', 'csv', 'bundle'])
    it(`a ${format} export is not read as an article`, () => {
      withFolder(story, (root) => {
        const [first] = jsonLines(secondSource(['corroborate', root, '--json']).stdout);
        assert.equal(secondSource(['export', root, '--format', format, '--out', `${root}/`]).status, 0);
        assert.deepEqual(jsonLines(secondSource(['corroborate', root, '--json']).stdout), [first]);
        const index = join(root, '.index');
        assert.match(secondSource(['index', root, '--out', index]).stdout, /^1 articles/);
        // under another name, too
        if (format === 'html' || format === 'markdown') {
          const [name = '', other = ''] = format === 'html' ? ['report.html', 'story.htm'] : ['report.md', 'story.txt'];
          renameSync(join(root, name), join(root, other));
          assert.deepEqual(jsonLines(secondSource(['corroborate', root, '--json']).stdout), [first]);
        }
      });
    });
});

describe('second-source import, of few words', () => {
  it('finds the text of brat beside its .ann, and says where there is nothing to import and how many files it wrote', () => {
    withFolder(
      { ...story, 'other/gull.txt': gull, 'other/gull.ann': 'T1\tSpeaker 32 41\tIlse Bram\n', 'refs.json': '[{"id":"x"}]' },
      (root) => {
        const read = secondSource(['import', root, join(root, 'other', 'gull.ann'), '--write']);
        assert.match(read.stdout, /gull\.txt:1:33: exact, new: speaker "Ilse Bram"/);
        assert.match(read.stderr, /1 files? written/);
        assert.match(secondSource(['import', root, join(root, 'refs.json')]).stderr, /nothing to import/);
      },
    );
  });
});

describe('second-source export, held to a part', () => {
  it('takes statuses, types, speakers, outlets and articles', () => {
    withFolder(story, (root) => {
      secondSource(['import', root, join(root, 'notes.csv'), '--write']);
      const rows = (...filter: readonly string[]) =>
        parseCsv(secondSource(['export', root, '--format', 'csv', '--out', '-', ...filter]).stdout).length - 1;
      assert.equal(rows('--status', 'accepted'), 1);
      assert.equal(rows('--speaker', 'Ilse Bram', '--type', 'statement'), 1);
      assert.equal(rows('--status', 'rejected'), 0);
      assert.equal(rows('--article', 'tern.txt'), 0);
      assert.ok(rows() > 1);
      assert.match(secondSource(['export', root, '--format', 'csv', '--out', '-', '--status', 'x']).stderr, /--status is one of/);
      assert.equal(secondSource(['export', root, '--format', 'csv', '--out', '-', '--bom']).stdout.charCodeAt(0), 0xfeff);
    });
  });
});
