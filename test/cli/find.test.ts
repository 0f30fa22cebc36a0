import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines, secondSource, withFolder } from './program';

const story = {
  'gull.txt': 'Published: 3 May 2026\n\n“We will mend the lock,” Mayor Ana Ruiz said on Thursday.\n\n“The boats wait,” said Omar Holt.\n',
  'tern.txt': 'Published: 9 May 2026\n\nThe lock would close in May, Ana Ruiz told reporters.\n',
  'kite.txt': '“Nobody asked us about the lock,” the pilot Ida Venn said.\n',
  'gull.txt.annotations.yaml': [
    'version: 1',
    'annotations:',
    '  - id: k3a9ck2qmx',
    '    type: quotation',
    '    status: accepted',
    '    exact: “The boats wait,”',
    '    prefix: ""',
    '    suffix: " said Omar Holt."',
    '    start: 84',
    '    end: 101',
    '    tags: [boats, to check]',
    '',
  ].join('\n'),
};

interface Found {
  readonly file: string;
  readonly speakers: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
}

function find(args: readonly string[]): { readonly found: readonly Found[]; readonly stderr: string; readonly status: number | null } {
  return withFolder(story, (folder) => {
    const { stdout, stderr, status } = secondSource(['find', folder, ...args, '--json']);
    return { found: jsonLines(stdout) as unknown as Found[], stderr, status };
  });
}

describe('second-source find', () => {
  it('has the statements of a speaker by any name an article has', () => {
    const { found, status } = find(['--by', 'ruiz']);
    assert.equal(status, 0);
    assert.deepEqual(
      found.map(({ file, speakers }) => [file, ...speakers]),
      [
        ['gull.txt', 'Ana Ruiz'],
        ['tern.txt', 'Ana Ruiz'],
      ],
    );
  });
  it('has those about something, between two days, and says what has no day', () => {
    const { found, stderr } = find(['--about', 'lock', '--from', '2026-05-01', '--to', '2026-05-05']);
    assert.deepEqual(
      found.map(({ file }) => file),
      ['gull.txt'],
    );
    assert.match(stderr, /1 of 3 articles have no date of publication/);
  });
  it('looks at the words of a page and not at its markup', () => {
    const page =
      '<html><body><article><p class="lockout">“The boats wait for\nthe tide,” said Omar Holt 😀.</p><p>The lock leaks.</p></article></body></html>';
    withFolder({ 'a.html': page.replaceAll('\n', '\r\n') }, (folder) => {
      const count = (about: string) => secondSource(['find', folder, '--about', about]).stdout.trim().split('\n').at(-1);
      assert.equal(count('tide holt'), '1 statement');
      assert.equal(count('lockout'), '0 statements');
      assert.equal(count('leaks'), '0 statements');
    });
  });
  it('has those with all tags, and counts tags', () => {
    assert.deepEqual(
      find(['--tag', 'boats', '--tag', 'To check']).found.map(({ text }) => text),
      ['“The boats wait,”'],
    );
    withFolder(story, (folder) => {
      assert.match(secondSource(['find', folder, '--tags']).stdout, /1 {2}boats \+ to check/);
    });
  });
  it('writes what it finds, and nothing else, in any format of an export', () => {
    withFolder(story, (folder) => {
      const exported = (format: string, ...more: readonly string[]) => {
        const { stdout, status, stderr } = secondSource([
          'find',
          folder,
          '--by',
          'ruiz',
          ...more,
          '--format',
          format,
          '--out',
          '-',
          '--quiet',
        ]);
        assert.equal(status, 0, stderr);
        return stdout;
      };
      const w3c = JSON.parse(exported('w3c')) as { motivation?: unknown; target: { selector: { exact?: string }[] }[] }[];
      const own = w3c.filter(({ motivation }) => motivation !== 'linking' && motivation !== 'questioning');
      const quoted = own.map(({ target: [target] }) => target?.selector.find(({ exact }) => exact !== undefined)?.exact);
      assert.deepEqual(quoted, ['“We will mend the lock,”', 'The lock would close in May']);
      assert.match(exported('markdown'), /We will mend the lock/);
      assert.doesNotMatch(exported('markdown'), /The boats wait|Nobody asked/);
      assert.equal(exported('csv', '--from', '2026-05-04').trim().split('\r\n').length, 2);
      const brat = join(folder, 'out');
      secondSource(['find', folder, '--tag', 'boats', '--format', 'brat', '--out', `${brat}/`]);
      const written = readdirSync(brat);
      assert.ok(written.length >= 3 && written.some((name) => name.includes('gull')), written.join());
    });
  });
  it('says in one line what goes not together', () => {
    withFolder(story, (folder) => {
      for (const [args, message] of [
        [['--format', 'word', '--out', 'x'], /--format is one of/],
        [['--format', 'csv'], /--out is a file/],
        [['--out', 'x'], /--out needs --format/],
        [['--format', 'csv', '--out', '-', '--json'], /goes with none/],
      ] as const) {
        const { stderr, status } = secondSource(['find', folder, ...args]);
        assert.equal(status, 2);
        assert.match(stderr, message);
      }
    });
  });
  it('writes a table that no spreadsheet takes for formulas', () => {
    withFolder({ 'a.txt': '“=1+1 is what we pay,” Ana Ruiz said.\n' }, (folder) => {
      const { stdout } = secondSource(['find', folder, '--csv']);
      assert.match(stdout, /^file,outlet,published,type,status,start,end,speakers,text,tags\r\n/);
      assert.ok(!/,"?=/.test(stdout));
    });
  });
  it('says what a day is', () => {
    withFolder(story, (folder) => {
      const { status, stderr } = secondSource(['find', folder, '--from', 'May']);
      assert.equal(status, 2);
      assert.match(stderr, /--from is a day, YYYY-MM-DD/);
    });
  });
  it('says in a line that its days are the wrong way round, and that nothing has a tag', () => {
    withFolder({ 'a.txt': '“The boats wait,” said Omar Holt.\n' }, (folder) => {
      const { status, stdout, stderr } = secondSource(['find', folder, '--from', '2026-05-09', '--to', '2026-05-03']);
      assert.deepEqual([status, stdout, stderr], [2, '', 'second-source: find: --from 2026-05-09 is after --to 2026-05-03\n']);
      const tags = secondSource(['find', folder, '--tags']);
      assert.deepEqual([tags.status, tags.stdout, tags.stderr], [0, '', 'second-source: no statement that fits has a tag\n']);
    });
  });
});
