import assert from 'node:assert/strict';
import { frontMatterProblems, readSidecar } from '../../src/core/index';

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

  it('is no matter where it is in order, or where two rules enclose prose', () => {
    for (const raw of [
      '---\noutlet: Basin Post\npublished: 2 April 2031\n---\n\nThe weir opened.\n',
      '---\ntitle: Weir opens\n---\n',
      '---\nThe weir opened, and [nobody came.\n---\nMore.\n',
      'The weir opened.\n',
      '---\n',
    ])
      assert.deepEqual(told(raw), [], raw);
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
