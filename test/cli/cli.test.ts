import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { interrupted, jsonLines, secondSource, withFolder } from './program';

const statement = 'We will reopen the harbour before the winter storms';
const story = {
  'gull.txt': `Published: 3 May 2024\n\n"${statement}," Mayor Ana Ruiz said on Thursday.\n`,
  'tern.md': `---\noutlet: The Tern\n---\n\n# Harbour to reopen\n\nAna Ruiz, the mayor, told reporters: “${statement}.”\n`,
  'kite/kite.html': `<p>The city&rsquo;s mayor told a crowd that the town would <b>reopen</b> the harbour before the winter storms.</p>`,
  'README.md': 'Not an article.',
  'second-source.yaml': 'version: 1\noutlets:\n  - {id: gull, name: The Gull, match: ["gull*"]}\nspeakers: []\n',
};

describe('second-source', () => {
  it('says what it can do', () => {
    const { status, stdout } = secondSource(['--help']);
    assert.equal(status, 0);
    for (const command of ['analyse', 'corroborate', 'match', 'find', 'index', 'export', 'check', 'bundle', 'agree', 'merge']) {
      assert.match(stdout, new RegExp(`second-source ${command} `));
      assert.match(secondSource([command, '-h']).stdout, new RegExp(`^second-source ${command} `));
    }
  });

  it('is quiet when its reader has seen enough', () => {
    const lines = Array.from({ length: 3000 }, (_, id) => JSON.stringify({ id, text: 'The bridge is open. '.repeat(20) })).join('\n');
    const command = `"${process.execPath}" dist/cli.js analyse --jsonl - | head -n 1; exit \${PIPESTATUS[0]}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', input: lines });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(jsonLines(stdout).length, 1);
  });

  it('says of an article in a language that is not read what is found there', () => {
    const { status, stdout, stderr } = secondSource(['analyse', '-'], '市長は「道は閉じている」と述べた。\n');
    assert.equal(status, 0);
    assert.match(stdout, /道は閉じている/);
    assert.match(stderr, /-: in a language that is not read: only quotation marks/);
    assert.equal(secondSource(['analyse', '-'], 'Ana Ruiz said the road was shut.\n').stderr, '');
  });

  const unusable: readonly (readonly [what: string, args: readonly string[], input: string, message: RegExp])[] = [
    ['an unknown command', ['analyze'], '', /unknown command analyze/],
    ['an unknown option', ['analyse', '--fast'], '', /--fast/],
    ['an option without its value', ['analyse', '--jsonl'], '', /--jsonl/],
    ['no file', ['analyse'], '', /name at least one file/],
    ['a file that is not there', ['analyse', 'nowhere.txt'], '', /nowhere\.txt: no such file/],
    ['a folder for a file', ['analyse', 'src'], '', /src: is a folder/],
    ['a publication date that is none', ['analyse', '-', '--published', 'soon'], 'Text.', /--published/],
    ['a publication date that no calendar has', ['analyse', '-', '--published', '2026-02-30'], 'Text.', /--published/],
    ['lines that are not there', ['analyse', '--jsonl', 'nowhere.jsonl'], '', /nowhere\.jsonl: no such file/],
    ['queries that are not there', ['match', 'samples', '--jsonl', 'nowhere.jsonl'], '', /nowhere\.jsonl: no such file/],
    ['binary input', ['analyse', '-'], 'GIF\0\0', /-: .*not a text file/],
    ['a line that is not JSON', ['analyse', '--jsonl', '-'], '{"id":"a","text":"A."}\nno', /-:2: not JSON/],
    ['a line without text', ['analyse', '--jsonl', '-'], '{"id":"a"}', /-:1: "text" is missing/],
    ['a folder that is not there', ['corroborate', 'nowhere'], '', /nowhere: no such file or folder/],
    ['a folder without articles', ['corroborate', 'media'], '', /media: no articles/],
    ['a format that is none', ['export', 'samples', '--format', 'docx', '--out', '-'], '', /--format is one of/],
    ['a query for no article', ['match', 'samples', '--jsonl', '-'], '{"file":"x.txt","start":0,"end":4}', /-:1: x\.txt is no article/],
    [
      'a query beyond its article',
      ['match', 'samples', '--jsonl', '-'],
      '{"file":"tidewater-times.md","start":0,"end":99999}',
      /-:1: .*no passage/,
    ],
    ['a query without a place', ['match', 'samples', '--jsonl', '-'], '{"file":"tidewater-times.md"}', /-:1: a query needs/],
  ];
  for (const [what, args, input, message] of unusable) {
    it(`ends with 2 and one line for ${what}`, () => {
      const { status, stderr } = secondSource(args, input);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  }
});

describe('second-source analyse', () => {
  it('answers every line of a JSONL file with a line that carries its id', () => {
    const lines = ['{"id":"a","text":"The bridge is open."}', '', '{"id":7,"text":"","published":"2024-05-03"}'];
    const { status, stdout } = secondSource(['analyse', '--jsonl', '-'], lines.join('\r\n'));
    assert.equal(status, 0);
    assert.deepEqual(jsonLines(stdout), [
      { id: 'a', published: null, language: 'en', quotations: [], dates: [], problems: [] },
      { id: 7, published: '2024-05-03', language: 'en', quotations: [], dates: [], problems: [] },
    ]);
  });

  it('prints quotations and dates as JSON with offsets into the text with LF line ends', () => {
    withFolder({ 'a.txt': '\ufeffHarbour\r\n\r\n"It is 😀 open," Ana Ruiz said on 2024-05-03.' }, (root) => {
      const { stdout } = secondSource(['analyse', join(root, 'a.txt'), '--json', '--published', '2024-05-04']);
      const [found] = jsonLines(stdout) as [Record<string, unknown>];
      const raw = 'Harbour\n\n"It is 😀 open," Ana Ruiz said on 2024-05-03.';
      const [quotation] = found.quotations as [
        { start: number; end: number; speaker: { text: string }; segments: [{ start: number; end: number }] },
      ];
      const [date] = found.dates as [Record<string, unknown>];
      assert.equal(found.published, '2024-05-04');
      assert.equal(raw.slice(quotation.segments[0].start, quotation.segments[0].end).replace(/,$/, ''), 'It is 😀 open');
      assert.equal(quotation.speaker.text, 'Ana Ruiz');
      assert.deepEqual(date, { start: raw.indexOf('2024'), end: raw.length - 1, text: '2024-05-03', type: 'DATE', value: '2024-05-03' });
    });
  });

  it('prints a quotation in parts part by part, and says which go on', () => {
    const text = '“It opens in May,” Ana Ruiz said. “The ferry stops then.” Omar Holt called it “a shame for us all.”';
    const { stdout } = secondSource(['analyse', '--jsonl', '-'], JSON.stringify({ id: 'a', text }));
    const [found] = jsonLines(stdout) as [{ quotations: { start: number; end: number; speakerName: string; continues?: true }[] }];
    assert.deepEqual(
      found.quotations.map(({ start, end, speakerName, continues }) => [text.slice(start, end), speakerName, continues]),
      [
        ['“It opens in May,”', 'Ana Ruiz', undefined],
        ['“The ferry stops then.”', 'Ana Ruiz', true],
        ['“a shame for us all.”', 'Omar Holt', undefined],
      ],
    );
  });

  it('reads the facts that a person has set', () => {
    const sidecar = 'version: 1\ndocument: {path: a.txt, offsets: codepoint, published: "2024-05-03"}\nannotations: []\n';
    withFolder({ 'a.txt': 'The bridge is open.', 'a.txt.annotations.yaml': sidecar }, (root) => {
      assert.match(secondSource(['analyse', join(root, 'a.txt')]).stdout, /a\.txt: published 2024-05-03\n/);
      assert.match(secondSource(['analyse', join(root, 'a.txt'), '--published', '2024-05-04']).stdout, /published 2024-05-04\n/);
    });
  });

  it('reads standard input and prints for people', () => {
    const { stdout } = secondSource(['analyse', '-'], '"It is open," Ana Ruiz said.');
    assert.match(stdout, /^-: published unknown\n.*direct Ana Ruiz: "It is open,"/);
  });

  it('reads what is not UTF-8 and says so', () => {
    const { status, stdout, stderr } = secondSource(['analyse', '-'], Buffer.from('\x93It is open,\x94 Ana Ruiz said.', 'latin1'));
    assert.equal(status, 0);
    assert.match(stdout, /“It is open,”/);
    assert.match(stderr, /Windows-1252/);
  });

  it('answers for a large file', () => {
    const { status, stdout } = secondSource(['analyse', '-', '--json'], '"It is open," Ana Ruiz said on Friday.\n\n'.repeat(5000));
    assert.equal(status, 0);
    assert.equal((jsonLines(stdout)[0] as { quotations: unknown[] }).quotations.length, 5000);
  });
});

describe('second-source corroborate', () => {
  it('lists renderings with their origins', () => {
    withFolder(story, (root) => {
      const { status, stdout } = secondSource(['corroborate', root, '--json']);
      assert.equal(status, 0);
      const { articles, origins, conflicts } = JSON.parse(stdout) as {
        articles: {
          file: string;
          outlet: string | null;
          published: string | null;
          quotations: { start: number; speakerName: string; renderings: Record<string, unknown>[] }[];
        }[];
        origins: { id: string; files: string[] }[];
        conflicts: unknown[];
      };
      assert.deepEqual(
        articles.map(({ file, outlet, published }) => [file, outlet, published]),
        [
          ['gull.txt', 'The Gull', '2024-05-03'],
          ['kite/kite.html', null, null],
          ['tern.md', 'The Tern', null],
        ],
      );
      const quotation = articles[0]?.quotations.find(({ renderings }) => renderings.length > 0);
      const rendering = quotation?.renderings.find(({ file }) => file === 'tern.md');
      assert.equal(quotation?.speakerName.endsWith('Ana Ruiz'), true);
      assert.equal(rendering?.relation, 'verbatim');
      assert.equal(rendering.level, 'match');
      const span = story['tern.md'].slice(rendering.start as number, rendering.end as number);
      assert.ok(span.includes('reopen the harbour'), span);
      assert.ok(origins.some(({ id, files }) => id === rendering.origin && files.includes('tern.md')));
      assert.deepEqual(conflicts, []);
    });
  });

  it('puts what people have linked or rejected before what it finds', () => {
    const sidecarOf = (path: 'gull.txt' | 'tern.md' | 'kite/kite.html', id: string, exact: string) => {
      const text = story[path];
      const start = text.indexOf(exact);
      assert.ok(start >= 0);
      const [prefix, suffix] = [text.slice(Math.max(0, start - 32), start), text.slice(start + exact.length, start + exact.length + 32)];
      const entry = { id, type: 'quotation', status: 'accepted', exact, prefix, suffix, start, end: start + exact.length };
      return { [`${path}.annotations.yaml`]: JSON.stringify({ version: 1, document: { path }, annotations: [entry] }) };
    };
    const ends = { ...sidecarOf('gull.txt', 'aaaaaaaaaa', statement), ...sidecarOf('tern.md', 'bbbbbbbbbb', statement) };
    const kite = sidecarOf('kite/kite.html', 'cccccccccc', 'crowd that the town');
    const link = (to: readonly [string, string], relation: string, status: string) =>
      `  - {id: l${to[1]}, from: {path: gull.txt, id: aaaaaaaaaa}, to: {path: ${to[0]}, id: ${to[1]}}, relation: ${relation}, status: ${status}, by: ana}\n`;
    const told = (links: string, more = '') => {
      let found: unknown;
      withFolder({ ...story, ...ends, ...kite, 'corroborations.yaml': `version: 1\nlinks:\n${links}${more}` }, (root) => {
        const { articles, conflicts } = JSON.parse(secondSource(['corroborate', root, '--json']).stdout) as {
          articles: { file: string; quotations: { renderings: { file: string; relation: string; score: number }[] }[] }[];
          conflicts: { kind: string; message: string }[];
        };
        const renderings = articles.find(({ file }) => file === 'gull.txt')?.quotations.flatMap((quotation) => quotation.renderings) ?? [];
        found = {
          renderings: renderings.map(({ file, relation, score }) => `${file} ${relation}${score === 1 ? ' 1' : ''}`),
          conflicts: conflicts.map(({ kind, message }) => `${kind}: ${message}`),
        };
      });
      return found as { renderings: string[]; conflicts: string[] };
    };
    const tern = ['tern.md', 'bbbbbbbbbb'] as const;
    assert.ok(!told(link(tern, 'verbatim', 'rejected')).renderings.some((one) => one.startsWith('tern.md')));
    assert.equal(told(link(['kite/kite.html', 'cccccccccc'], 'indirect', 'accepted')).renderings[0], 'kite/kite.html indirect 1');
    const contradicting = link(tern, 'contradicts', 'accepted');
    const { renderings, conflicts } = told(contradicting);
    assert.ok(!renderings.some((one) => one.startsWith('tern.md')));
    assert.deepEqual(conflicts, ['contradiction: The Gull and The Tern contradict each other (ana)']);
    assert.deepEqual(told(contradicting, 'conflicts:\n  - {key: link lbbbbbbbbbb, status: explained}\n').conflicts, []);
  });

  it('gives the same a line an article, with origins and conflicts after them', () => {
    withFolder(story, (root) => {
      const whole = JSON.parse(secondSource(['corroborate', root, '--json']).stdout) as Record<string, unknown>;
      const { status, stdout } = secondSource(['corroborate', root, '--jsonl']);
      const lines = jsonLines(stdout) as Record<string, unknown>[];
      const of = (key: string) => lines.flatMap((line) => (key in line ? [line[key]] : []));
      assert.equal(status, 0);
      assert.deepEqual({ articles: of('article'), origins: of('origin'), conflicts: of('conflict') }, whole);
    });
  });

  it('says nothing on standard error where nobody looks at it', () => {
    withFolder(story, (root) => assert.equal(secondSource(['corroborate', root, '--jsonl']).stderr, ''));
  });

  it('takes one shape at a time', () => {
    withFolder(story, (root) => {
      const { status, stderr } = secondSource(['corroborate', root, '--json', '--jsonl']);
      assert.equal(status, 2);
      assert.match(stderr, /either --json or --jsonl/);
    });
  });

  for (const shape of ['--json', '--jsonl'] as const)
    it(`leaves what is written whole after Ctrl+C (${shape})`, async () => {
      const many = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `${i}.txt`,
          Array.from({ length: 3 }, () => `Tide ${i}.\n\n${story['gull.txt']}`).join('\n\n'),
        ]),
      );
      await withFolder(many, async (root) => {
        const { code, stdout } = await interrupted(['corroborate', root, shape]);
        assert.equal(code, 130);
        const articles =
          shape === '--json'
            ? (JSON.parse(stdout) as { articles: unknown[] }).articles
            : jsonLines(stdout).filter((line) => 'article' in (line as object));
        assert.ok(articles.length > 0 && articles.length < 40, `${articles.length} articles`);
      });
    });

  it('says beside a rendering what the two contradict each other in, and what the one leaves open, as match does', () => {
    const lead = 'The pier of Oster was closed on Friday, Mara Finch said, after a crane had fallen on the eastern stairs of Oster.';
    const files = {
      'a.txt': `${lead}\n\n“The pier of Oster will open again before the winter storms,” Finch said.\n`,
      'b.txt': `${lead}\n\n“The pier of Oster could open again before the winter storms,” Finch said.\n`,
    };
    withFolder(files, (root) => {
      const { articles } = JSON.parse(secondSource(['corroborate', root, '--json']).stdout) as {
        articles: { quotations: { start: number; end: number; renderings: { conflicts?: unknown[] }[] }[] }[];
      };
      const start = files['a.txt'].indexOf('“');
      const told = articles[0]?.quotations.find((one) => Math.abs(one.start - start) < 2);
      const query = `${JSON.stringify({ file: 'a.txt', start: told?.start, end: told?.end })}\n`;
      const [answer] = jsonLines(secondSource(['match', root, '--jsonl', '-'], query).stdout) as { matches: { conflicts?: unknown[] }[] }[];
      assert.ok(told?.renderings[0]?.conflicts?.length === 1, JSON.stringify(told));
      assert.deepEqual(told.renderings[0].conflicts, answer?.matches[0]?.conflicts);
      assert.match(secondSource(['corroborate', root]).stdout, /^ {6}(?:conflict|differs): .*“?will”?.*could/m);
    });
  });

  it('hears Ctrl+C inside an article that takes long, and leaves it out', async () => {
    const long = Array.from({ length: 1200 }, (_, i) => `“We saw ${i} gulls at the pier of Oster,” Mara Finch said.`).join('\n\n');
    const short = Array.from({ length: 20 }, (_, i) => `“I saw ${i} gulls near the pier of Oster,” Mara Finch told us.`).join('\n\n');
    await withFolder({ 'a.txt': 'The pier of Oster was full.', 'b.txt': long, 'c.txt': short }, async (root) => {
      const { code, stdout } = await interrupted(['corroborate', root, '--jsonl']);
      assert.equal(code, 130);
      const files = jsonLines(stdout).flatMap((line) =>
        'article' in (line as object) ? [(line as { article: { file: string } }).article.file] : [],
      );
      assert.deepEqual(files, ['a.txt']);
    });
  }).timeout(120_000);

  it('goes on without a file that is no text', () => {
    withFolder({ ...story, 'photo.txt': Uint8Array.of(0x89, 0x50, 0, 0) }, (root) => {
      const { status, stderr } = secondSource(['corroborate', root]);
      assert.equal(status, 0);
      assert.match(stderr, /^second-source: photo\.txt: .*not a text file.*\n$/);
    });
  });

  it('keeps two articles of one name apart', () => {
    withFolder({ 'a/story.txt': story['gull.txt'], 'b/story.txt': story['gull.txt'] }, (root) => {
      const { articles } = JSON.parse(secondSource(['corroborate', root, '--json']).stdout) as { articles: { file: string }[] };
      assert.deepEqual(
        articles.map(({ file }) => file),
        ['a/story.txt', 'b/story.txt'],
      );
    });
  });
});

describe('second-source match', () => {
  it('echoes every query with its matches', () => {
    withFolder(story, (root) => {
      const start = story['gull.txt'].indexOf(statement);
      const queries = [{ file: 'gull.txt', start, end: start + statement.length, note: 'kept' }, { text: statement }];
      const { status, stdout } = secondSource(['match', root, '--jsonl', '-'], queries.map((query) => JSON.stringify(query)).join('\n'));
      assert.equal(status, 0);
      const answers = jsonLines(stdout) as { matches: { file: string }[] }[];
      answers.forEach(({ matches, ...query }, i) => {
        assert.deepEqual(query, queries[i]);
        assert.ok(matches.some(({ file }) => file === 'tern.md'));
      });
    });
  });

  it('says which article contradicts a passage, and in what, for a pasted text as for one of the folder', () => {
    const folder = {
      'gull.txt': 'Engineers looked at the cranes on Monday.\n\nMira Oden accepted the offer of the crane drivers.',
      'tern.txt': 'Engineers looked at the cranes on Monday.\n\nMira Oden said the crane drivers had gone home.',
    };
    const rejected = 'Mira Oden rejected the offer of the crane drivers.';
    const wren = `Engineers looked at the cranes on Monday.\n\n${rejected}`;
    withFolder({ ...folder, 'wren.txt': wren }, (root) => {
      const start = wren.indexOf(rejected);
      const queries = [{ text: rejected }, { file: 'wren.txt', start, end: start + rejected.length }];
      const { stdout } = secondSource(['match', root, '--jsonl', '-'], queries.map((query) => JSON.stringify(query)).join('\n'));
      for (const { matches } of jsonLines(stdout) as { matches: { file: string; relation: string; conflicts?: unknown }[] }[]) {
        const gull = matches.find(({ file }) => file === 'gull.txt');
        assert.equal(gull?.relation, 'indirect', 'the relation is that of the words');
        assert.ok(
          JSON.stringify(gull.conflicts).includes('“rejected” against “accepted”') ||
            JSON.stringify(gull.conflicts).includes('“accepted” against “rejected”'),
        );
        assert.ok(matches.every(({ file, conflicts }) => file === 'gull.txt' || conflicts === undefined));
      }
    });
  });
});

describe('second-source export', () => {
  it('says which decisions it could not read', () => {
    withFolder({ ...story, 'gull.txt.annotations.yaml': 'version: 1\nannotations: [ {\n' }, (folder) => {
      const { status, stderr } = secondSource(['export', folder, '--format', 'bundle', '--out', '-']);
      assert.equal(status, 0);
      assert.match(stderr, /gull\.txt\.annotations\.yaml: cannot be read, so its decisions are missing/);
    });
  });

  it('writes a file, or standard output', () => {
    withFolder(story, (root) => {
      const out = join(root, 'out', 'story.csv');
      const { status, stdout } = secondSource(['export', root, '--format', 'csv', '--out', out]);
      assert.equal(status, 0);
      assert.equal(stdout, '');
      assert.match(readFileSync(out, 'utf8'), /reopen the harbour/);
      assert.deepEqual(readdirSync(join(root, 'out')), ['story.csv']);
      assert.equal(secondSource(['export', root, '--format', 'csv', '--out', '-']).stdout, readFileSync(out, 'utf8'));
    });
  });

  it('leaves no file behind where it cannot be written', () => {
    withFolder(story, (root) => {
      const { status, stderr } = secondSource(['export', root, '--format', 'csv', '--out', join(root, 'gull.txt', 'x.csv')]);
      assert.equal(status, 2);
      assert.match(stderr, /x\.csv: /);
      assert.equal(existsSync(join(root, 'gull.txt', 'x.csv')), false);
    });
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
    }[];
  }[];
}

describe('second-source check', () => {
  const sidecar = (entries: string) => `version: 1\ndocument: {path: gull.txt, offsets: codepoint}\nannotations:\n${entries}`;
  const entry = (id: string, exact: string, start: number, more = '') =>
    `  - id: ${id}\n    type: quotation\n    status: accepted\n    exact: ${JSON.stringify(exact)}\n    prefix: ${JSON.stringify(story['gull.txt'].slice(Math.max(0, start - 32), start))}\n` +
    `    suffix: ${JSON.stringify(story['gull.txt'].slice(start + exact.length, start + exact.length + 32))}\n    start: ${start}\n    end: ${start + exact.length}\n${more}`;
  const start = story['gull.txt'].indexOf(statement);
  const good = entry('aaaaaaaaaa', statement, start);
  const linkTo = (id: string, path = 'gull.txt') =>
    `  - id: dddddddddd\n    from: {path: gull.txt, id: aaaaaaaaaa}\n    to: {path: ${path}, id: ${id}}\n    relation: verbatim\n    status: accepted\n`;

  it('finds nothing in a folder that is in order', () => {
    withFolder({ ...story, 'gull.txt.annotations.yaml': sidecar(good) }, (root) => {
      assert.deepEqual(secondSource(['check', root]), { status: 0, stdout: '', stderr: '' });
    });
  });

  it('reports for a pull request and for other tools', () => {
    const files = { ...story, 'a,b:c.txt.annotations.yaml': 'version: 1\nannotations: []\n' };
    withFolder(files, (root) => {
      const github = secondSource(['check', root, '--format', 'github']);
      assert.equal(github.status, 1);
      assert.match(
        github.stdout,
        /^::error file=a%2Cb%3Ac\.txt\.annotations\.yaml,line=1,col=1,title=no-article::there is no article a,b:c\.txt/,
      );
      assert.equal(secondSource(['check', root, '--format', 'xml']).status, 2);
    });
  });

  it('names files from the folder it is started in to those programs, and from the checked one to people', () => {
    withFolder({ 'news/gull.txt': story['gull.txt'], 'news/gone.txt.annotations.yaml': 'version: 1\nannotations: []\n' }, (root) => {
      const check = (...more: string[]) => secondSource(['check', 'news', ...more], '', root).stdout;
      assert.match(check('--format', 'github'), /^::error file=news\/gone\.txt\.annotations\.yaml,/);
      assert.match(check('--format', 'sarif'), /"uri":"news\/gone\.txt\.annotations\.yaml"/);
      assert.match(check(), /^gone\.txt\.annotations\.yaml:1:1: /);
      assert.match(secondSource(['check', 'news', '--format', 'xml'], '', root).stderr, /--format is one of text, github, sarif, not xml/);
    });
  });

  it('tells of front matter that cannot be read, of days that are none and of dates no calendar has', () => {
    const files = {
      'a.md': '---\noutlet: [Basin Post\ntitle: x\n---\n\nThe weir opened.\n',
      'b.md': '---\noutlet: Basin Post\npublished: tomorrow\n---\n\nThe weir opened.\n',
      'c.txt': 'Friday came.\n',
      'c.txt.annotations.yaml':
        'version: 1\ndocument: {path: c.txt, offsets: codepoint}\nannotations:\n' +
        "  - {id: aaaaaaaaaa, type: date, status: accepted, exact: Friday, start: 0, end: 6, value: '2031-13-45'}\n",
    };
    withFolder(files, (root) => {
      const { status, stdout } = secondSource(['check', root]);
      assert.equal(status, 1);
      assert.match(stdout, /^a\.md:\d+:\d+: This front matter is no YAML/m);
      assert.match(stdout, /^b\.md:3:\d+: “tomorrow” is no day of publication/m);
      assert.match(stdout, /^c\.txt\.annotations\.yaml:4:\d+: There is no month 13/m);
    });
  });

  it('finds the end of a link in any sidecar of the article', () => {
    const files = {
      ...story,
      'gull.txt.annotations.yaml': sidecar(good),
      'gull.txt.annotations.ana.yaml': sidecar(good.replace('aaaaaaaaaa', 'eeeeeeeeee')),
      'corroborations.yaml': `version: 1\nlinks:\n${linkTo('eeeeeeeeee')}`,
    };
    withFolder(files, (root) => {
      assert.deepEqual(secondSource(['check', root]), { status: 0, stdout: '', stderr: '' });
    });
  });

  it('writes logs that are valid by the schema of SARIF 2.1.0, with or without findings', () => {
    const schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as object;
    // one of its patterns is none by the stricter rules of Unicode mode
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv, ['uri', 'uri-reference', 'date-time']);
    const validate = ajv.compile<SarifLog>(schema);
    const log = (files: Readonly<Record<string, string>>) => {
      let parsed: unknown;
      withFolder(files, (root) => {
        parsed = JSON.parse(secondSource(['check', root, '--format', 'sarif']).stdout);
      });
      assert.ok(validate(parsed), JSON.stringify(validate.errors));
      return parsed.runs.flatMap(({ results }) => results);
    };
    assert.deepEqual(log(story), []);
    const name = 'a,b:c? 100% #1 ü.txt.annotations.yaml';
    const [gone, broken] = log({
      ...story,
      [name]: 'version: 1\nannotations: []\n',
      'gull.txt.annotations.yaml': 'version: 1\nannotations: [\n',
    });
    const [place] = gone?.locations ?? [];
    assert.deepEqual(
      [gone?.ruleId, place && decodeURIComponent(place.physicalLocation.artifactLocation.uri), place?.physicalLocation.region],
      ['no-article', name, { startLine: 1, startColumn: 1 }],
    );
    assert.equal(broken?.locations[0]?.physicalLocation.artifactLocation.uri, 'gull.txt.annotations.yaml');
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [] }] }), 'the schema does find a fault');
  });

  const findings: readonly (readonly [what: string, files: Readonly<Record<string, string>>, message: RegExp])[] = [
    [
      'an orphan',
      { 'gull.txt.annotations.yaml': sidecar(good + entry('bbbbbbbbbb', 'Nobody ever said anything like this here', 500)) },
      /^gull\.txt\.annotations\.yaml:12:9: orphan: .*bbbbbbbbbb/,
    ],
    [
      'an entry that cannot be read',
      { 'gull.txt.annotations.yaml': sidecar(good + entry('cccccccccc', statement, start).replace('quotation', 'rumour')) },
      /^gull\.txt\.annotations\.yaml:13:\d+: /,
    ],
    [
      'a merge that nobody has finished',
      { 'gull.txt.annotations.yaml': sidecar(`${good}    conflict: {field: note, ours: a, theirs: b}\n`) },
      /^gull\.txt\.annotations\.yaml:4:9: merge conflict in note/,
    ],
    ['broken YAML', { 'gull.txt.annotations.yaml': 'version: 1\nannotations: [\n' }, /^gull\.txt\.annotations\.yaml:\d+:\d+: /],
    [
      'a sidecar from a newer version',
      { 'gull.txt.annotations.yaml': 'version: 99\nannotations: []\n' },
      /^gull\.txt\.annotations\.yaml:1:\d+: /,
    ],
    [
      'a sidecar whose article is gone',
      { 'owl.txt.annotations.yaml': 'version: 1\nannotations: []\n' },
      /^owl\.txt\.annotations\.yaml:1:1: there is no article owl\.txt/,
    ],
    [
      'a speaker that nobody knows',
      { 'gull.txt.annotations.yaml': sidecar(good + '    speakers: [zoe-nobody]\n') },
      /^gull\.txt\.annotations\.yaml:12:\d+: .*zoe-nobody/,
    ],
    [
      'an entry in the file of one annotator',
      { 'gull.txt.annotations.ana.yaml': sidecar(good + '    speakers: [zoe-nobody]\n') },
      /^gull\.txt\.annotations\.ana\.yaml:12:\d+: .*zoe-nobody/,
    ],
    [
      'two links with one id',
      {
        'gull.txt.annotations.yaml': sidecar(good),
        'corroborations.yaml': `version: 1\nlinks:\n${linkTo('aaaaaaaaaa')}${linkTo('aaaaaaaaaa')}`,
      },
      /^corroborations\.yaml:8:5: The id dddddddddd is taken/,
    ],
    [
      'a link that leads nowhere',
      {
        'gull.txt.annotations.yaml': sidecar(good),
        'corroborations.yaml': `version: 1\nlinks:\n${linkTo('eeeeeeeeee', 'tern.md')}`,
      },
      /^corroborations\.yaml:3:9: broken link dddddddddd: tern\.md has no annotation eeeeeeeeee/,
    ],
    ['a broken project file', { 'second-source.yaml': 'version: 1\noutlets: 7\n' }, /^second-source\.yaml:2:\d+: /],
  ];
  for (const [what, files, message] of findings) {
    it(`ends with 1 for ${what}`, () => {
      withFolder({ ...story, ...files }, (root) => {
        const { status, stdout } = secondSource(['check', root]);
        assert.equal(status, 1);
        assert.match(stdout, message);
        assert.equal(stdout.trimEnd().split('\n').length, 1, stdout);
      });
    });
  }
});

describe('second-source check, after an article was moved', () => {
  const text = 'The pier was shut. “We open it in May,” said Ilse Bram, the mayor.\n';
  const entry =
    '  - id: k3a9ck2qmx\n    type: note\n    status: accepted\n    exact: pier\n    prefix: "The "\n    suffix: " was shut. “We open it in May,” sai"\n    start: 4\n    end: 8\n';
  const sidecar = `version: 1\ndocument: {path: old.txt, offsets: codepoint, sha256: "${createHash('sha256').update(text).digest('hex')}"}\nannotations:\n${entry}`;
  const links =
    'version: 1\nlinks:\n  - {id: l, from: {path: old.txt, id: k3a9ck2qmx}, to: {path: other.txt, id: none}, relation: verbatim, status: accepted}\n';

  it('says where the text of annotations without an article is', () => {
    withFolder({ 'new/tern.txt': text, 'old.txt.annotations.yaml': sidecar }, (root) => {
      const { status, stdout } = secondSource(['check', root]);
      assert.deepEqual(
        [status, stdout],
        [1, 'old.txt.annotations.yaml:1:1: there is no article old.txt for these annotations; its text is in new/tern.txt\n'],
      );
    });
  });

  it('says where the annotation is that a link has lost', () => {
    withFolder({ 'new.txt': text, 'new.txt.annotations.yaml': sidecar, 'corroborations.yaml': links, 'other.txt': text }, (root) => {
      const { status, stdout } = secondSource(['check', root]);
      assert.deepEqual(
        [status, stdout],
        [1, 'corroborations.yaml:3:10: broken link l: there is no article old.txt; it is in new.txt now\n'],
      );
    });
  });
});

describe('second-source merge', () => {
  const project = (speakers: string) => `version: 1\nspeakers:\n${speakers}`;
  const ana = '  - {id: ana-ruiz, name: Ana Ruiz}\n';
  const base = project(ana);

  it('joins what both sides added into OURS', () => {
    const files = { base, ours: base + '  - {id: bo-lind, name: Bo Lind}\n', theirs: base + '  - {id: cy-moss, name: Cy Moss}\n' };
    withFolder(files, (root) => {
      const { status, stdout } = secondSource(['merge', ...['base', 'ours', 'theirs'].map((name) => join(root, name))]);
      assert.deepEqual({ status, stdout }, { status: 0, stdout: '' });
      const merged = readFileSync(join(root, 'ours'), 'utf8');
      for (const id of ['ana-ruiz', 'bo-lind', 'cy-moss']) assert.ok(merged.includes(id), merged);
    });
  });

  it('ends with 1 where both sides changed one field', () => {
    const files = { base, ours: base.replace('Ana Ruiz', 'Ana R. Ruiz'), theirs: base.replace('Ana Ruiz', 'A. Ruiz') };
    withFolder(files, (root) => {
      const { status, stdout } = secondSource([
        'merge',
        ...['base', 'ours', 'theirs'].map((name) => join(root, name)),
        'second-source.yaml',
      ]);
      assert.equal(status, 1);
      assert.match(stdout, /^second-source\.yaml: merge conflict in name of ana-ruiz\n$/);
      assert.match(readFileSync(join(root, 'ours'), 'utf8'), /Ana R\. Ruiz/);
    });
  });

  it('takes an empty base', () => {
    withFolder({ base: '', ours: base, theirs: base }, (root) => {
      assert.equal(secondSource(['merge', ...['base', 'ours', 'theirs'].map((name) => join(root, name))]).status, 0);
    });
  });
});

describe('second-source agree', () => {
  const text = 'Ana Ruiz said on Friday that the harbour would open.';
  const sidecar = (...spans: readonly (readonly [type: string, exact: string])[]) =>
    `version: 1\ndocument: {path: a.txt, offsets: codepoint}\nannotations:\n${spans
      .map(([type, exact], i) => {
        const start = text.indexOf(exact);
        const quoted = [exact, text.slice(Math.max(0, start - 32), start), text.slice(start + exact.length, start + exact.length + 32)].map(
          (part) => JSON.stringify(part),
        );
        return `  - {id: aaaaaaaaa${i}, type: ${type}, status: accepted, exact: ${quoted[0] ?? ''}, prefix: ${quoted[1] ?? ''}, suffix: ${quoted[2] ?? ''}, start: ${start}, end: ${start + exact.length}}\n`;
      })
      .join('')}`;
  const files = {
    'a.txt': text,
    'a.txt.annotations.ana.yaml': sidecar(['speaker', 'Ana Ruiz'], ['date', 'Friday']),
    'a.txt.annotations.bo.yaml': sidecar(['speaker', 'Ana Ruiz'], ['date', 'on Friday']),
  };

  it('counts equal and overlapping passages and lists the others', () => {
    withFolder(files, (root) => {
      const { status, stdout } = secondSource(['agree', root, 'ana', 'bo', '--json']);
      assert.equal(status, 0);
      const found = JSON.parse(stdout) as {
        all: { exact: number; overlapping: number };
        types: { type: string; exact: number }[];
        differences: unknown[];
      };
      assert.deepEqual([found.all.exact, found.all.overlapping], [0.5, 1]);
      assert.deepEqual(
        found.types.map(({ type, exact }) => [type, exact]),
        [
          ['date', 0],
          ['speaker', 1],
        ],
      );
      assert.deepEqual(found.differences, [
        {
          file: 'a.txt',
          type: 'date',
          passages: [
            { start: 17, end: 23 },
            { start: 14, end: 23 },
          ],
        },
      ]);
      assert.match(secondSource(['agree', root, 'ana', 'bo']).stdout, /a\.txt: date\n {2}ana: Friday\n {2}bo: on Friday\n/);
    });
  });

  it('has alpha of three, and each pair', () => {
    const third = { ...files, 'a.txt.annotations.cy.yaml': sidecar(['speaker', 'Ana Ruiz']), 'b.txt': 'The boats wait.' };
    withFolder(third, (root) => {
      const { status, stdout } = secondSource(['agree', root, 'ana', 'bo', 'cy', '--json']);
      assert.equal(status, 0);
      const found = JSON.parse(stdout) as {
        articles: string[];
        types: { type: string; counts: number[]; alpha: number | null }[];
        pairs: { annotators: string[]; articles: number }[];
      };
      assert.deepEqual(found.articles, ['a.txt']);
      assert.deepEqual(
        found.types.map(({ type, counts, alpha }) => [type, ...counts, alpha === 1]),
        [
          ['date', 1, 1, 0, false],
          ['speaker', 1, 1, 1, true],
        ],
      );
      assert.deepEqual(
        found.pairs.map(({ annotators, articles }) => [...annotators, articles]),
        [
          ['ana', 'bo', 1],
          ['ana', 'cy', 1],
          ['bo', 'cy', 1],
        ],
      );
      assert.match(secondSource(['agree', root, 'ana', 'bo', 'cy']).stdout, /ana and cy, 1 article: equal 0\.67/);
      assert.match(secondSource(['agree', root, 'ana', 'bo', 'ana']).stderr, /ana is named twice/);
    });
  });

  it('is a table and a page, of all and of each pair by type', () => {
    const third = { ...files, 'a.txt.annotations.cy.yaml': sidecar(['speaker', 'Ana Ruiz']) };
    withFolder(third, (root) => {
      const [head, ...records] = secondSource(['agree', root, 'ana', 'bo', 'cy', '--csv']).stdout.trimEnd().split('\r\n');
      assert.equal(head, 'annotators,articles,type,counts,alpha,equal,overlapping,same_speakers');
      assert.deepEqual(
        records.map((record) => record.replaceAll('"', '').split(',').slice(0, 3).join()),
        ['ana; bo; cy', 'ana; bo', 'ana; cy', 'bo; cy'].flatMap((who) => ['date', 'speaker', 'all'].map((type) => `${who},1,${type}`)),
      );
      const page = secondSource(['agree', root, 'ana', 'bo', 'cy', '--html']).stdout;
      assert.equal(page.match(/<table>/g)?.length, 4);
      assert.match(page, /<caption>ana, cy: 1 article<\/caption>/);
      assert.match(secondSource(['agree', root, 'ana', 'bo', '--html']).stdout, /<th scope="row">date<\/th>/);
      assert.equal(secondSource(['agree', root, 'ana', 'bo', '--html', '--csv']).status, 2);
    });
  });

  it('needs an article that both have annotated', () => {
    withFolder(files, (root) => {
      const { status, stderr } = secondSource(['agree', root, 'ana', 'cy']);
      assert.equal(status, 2);
      assert.match(stderr, /no article that both ana and cy/);
    });
  });
});
