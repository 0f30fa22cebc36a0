import assert from 'node:assert/strict';
import { frontMatterProblems, readArticle, readSidecar } from '../../src/core/index';

const told = (raw: string) => frontMatterProblems(raw).map(({ message, start, end }) => ({ message, words: raw.slice(start, end) }));

describe('front matter that is not taken for what its writer meant', () => {
  it('is told where it cannot be read whole, with the place', () => {
    const raw = '---\ntitle: Weir opens\noutlet: [Basin Post\npublished: 2031-04-02\n---\n\nThe weir opened.\n';
    const [problem, ...more] = frontMatterProblems(raw);
    assert.ok(problem && more.length === 0);
    assert.match(problem.message, /^This front matter is no YAML that can be read whole \(/);
    assert.ok(problem.start > 4 && problem.end <= raw.indexOf('\n---\n\n') + 1);
  });

  it('is told where the day of publication is none', () => {
    for (const day of ['tomorrow', '14/33/2031', 'spring'])
      assert.deepEqual(told(`---\noutlet: Basin Post\npublished: ${day}\n---\n\nThe weir opened.\n`), [
        { message: `“${day}” is no day of publication that can be read: write it as 2025-05-11.`, words: day },
      ]);
  });

  it('is not told of what other programs write: a page that is out, an address as source, a linked author', () => {
    const raw =
      '---\npublished: true\ndate: 2031-04-02\nsource: "https://basin.example/weir"\nauthor: "[[Ines Vale]]"\n---\n\nThe weir opened.\n';
    assert.deepEqual(told(raw), []);
    const { published, url, outlet, author } = readArticle({ uri: 'a.md', path: 'a.md', text: raw, version: 1 }).metadata;
    assert.deepEqual(
      [published?.value, url?.value, outlet?.value, author?.value],
      ['2031-04-02', 'https://basin.example/weir', undefined, 'Ines Vale'],
    );
  });

  it('is told where its end is missing, so that all of it is read as text', () => {
    const raw = '---\noutlet: Basin Post\npublished: 2031-04-02\n\nThe weir opened.\n';
    assert.deepEqual(told(raw), [
      { message: 'This front matter has no end and is read as text: put a line of three hyphens, ---, below its last key.', words: '---' },
    ]);
    assert.deepEqual(told('---\nANNA: Is the weir open?\nBO: It is.\n'), []);
  });

  it('is told at a key that is said twice, since the last counts', () => {
    const raw = '---\noutlet: Basin Post\nOutlet: Weir Gazette\n---\n\nThe weir opened.\n';
    assert.deepEqual(told(raw), [{ message: '“Outlet” is said twice; this one, the last, counts. Take the other out.', words: 'Outlet' }]);
  });

  it('is told at a kind of primary source and at a language that nobody knows', () => {
    const raw = '---\noutlet: Basin Post\nprimary: tape\nlanguage: weirish\npublished: soon\n---\n\nThe weir opened.\n';
    assert.deepEqual(
      told(raw).map(({ words }) => words),
      ['tape', 'weirish', 'soon'],
    );
    assert.match(told(raw)[0]?.message ?? '', /^“tape” is no kind of primary source: write transcript, readout, press release, recording/);
    assert.match(told(raw)[1]?.message ?? '', /^“weirish” is no code of a language: write two letters, as en, de/);
  });

  it('is told at a key that is one letter off, and at one of ours that holds keys of its own', () => {
    const raw =
      '---\noutlett: Basin Post\ntilte: Weir\nauthor:\n  name: Ada Fenn\nsource: {path: .originals/a.html}\ntags: [weir]\n---\nMore.\n';
    assert.deepEqual(told(raw), [
      { message: '“outlett” is no key that is read: is “outlet” meant?', words: 'outlett' },
      { message: '“tilte” is no key that is read: is “title” meant?', words: 'tilte' },
      { message: '“author” has keys of its own and counts as nothing: write its value behind the colon.', words: 'author' },
    ]);
    assert.deepEqual(told('---\noutlet: Basin Post\noutlett: x\nsources: [a]\n---\nMore.\n'), []);
  });

  it('is told where it is a list', () => {
    assert.match(told('---\n- outlet: Basin Post\n- title: Weir\n---\nMore.\n')[0]?.message ?? '', /^This front matter is a list/);
    assert.deepEqual(told('---\n- milk: two\n- Weir\n---\nMore.\n'), []);
  });

  it('is told where its day is more than a year from now', () => {
    const at = (day: string) =>
      frontMatterProblems(`---\npublished: ${day}\n---\nMore.\n`, new Date('2031-04-02T10:00:00Z')).map(({ code }) => code);
    assert.deepEqual([at('2031-12-24'), at('2013-04-02'), at('2041-04-02')], [[], [], ['publication-date']]);
  });

  it('is no matter where it is in order, or where two rules enclose prose', () => {
    for (const raw of [
      '---\noutlet: Basin Post\npublished: 2 April 2031\n---\n\nThe weir opened.\n',
      '---\ntitle: Weir opens\n---\n',
      '---\nThe weir opened, and [nobody came.\n---\nMore.\n',
      'The weir opened.\n',
      '---\nNote: the weir opened.\n\nMore.\n',
      '---\nprimary: Press_Release\nlang: pt-BR\n---\nMore.\n',
      '---\n',
    ])
      assert.deepEqual(told(raw), [], raw);
  });
});

describe('a primary source or language in a sidecar that nobody knows', () => {
  it('is a problem at its key, and everything else is read', () => {
    const text =
      'version: 1\ndocument: {path: weir.txt, offsets: codepoint, primary: tape, language: weirish, outlet: Basin Post}\nannotations: []\n';
    const { problems, document, locked } = readSidecar(text);
    assert.deepEqual(
      problems.map(({ start, end, severity }) => [text.slice(start, end), severity]),
      [
        ['primary: tape', 'warning'],
        ['language: weirish', 'warning'],
      ],
    );
    assert.deepEqual([document?.outlet, document?.primary, document?.language, locked], ['Basin Post', 'tape', 'weirish', false]);
  });
});

describe('a date in a sidecar that cannot be right', () => {
  const yaml = (facts: string, value: string) =>
    `version: 1\ndocument: {path: weir.txt, offsets: codepoint${facts}}\nannotations:\n` +
    `  - {id: aaaaaaaaaa, type: date, status: accepted, exact: Friday, start: 0, end: 6, value: '${value}'}\n`;

  it('is a problem at its key, and everything else is read', () => {
    const text = yaml(', published: tomorrow, outlet: Basin Post', '2031-13-45');
    const { problems, annotations, document, locked } = readSidecar(text);
    assert.deepEqual(
      problems.map(({ start, end, severity }) => [text.slice(start, end), severity]),
      [
        ["value: '2031-13-45'", 'warning'],
        ['published: tomorrow', 'warning'],
      ],
    );
    assert.deepEqual([annotations.length, document?.outlet, document?.published, locked], [1, 'Basin Post', undefined, false]);
  });

  it('is none where it is a day, or says less than a day', () => {
    for (const day of ['2031-04-02', '2031-04-02T10:00:00Z', '2031-04', '2031'])
      assert.deepEqual(readSidecar(yaml(`, published: '${day}'`, 'P3D')).problems, [], day);
  });
});
