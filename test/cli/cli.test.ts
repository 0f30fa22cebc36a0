import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

function secondSource(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it('says what it can do', () => {
    const { status, stdout } = secondSource(['--help']);
    assert.equal(status, 0);
    assert.match(stdout, /second-source analyse/);
  });

  it('answers every line of a JSONL file with a line that carries its id', () => {
    const lines = ['{"id":"a","text":"The bridge is open."}', '{"id":"b","text":"","published":"2024-05-03"}'];
    const { status, stdout } = secondSource(['analyse', '--jsonl', '-'], lines.join('\n'));
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
      [
        { id: 'a', published: null, quotations: [], dates: [], problems: [] },
        { id: 'b', published: '2024-05-03', quotations: [], dates: [], problems: [] },
      ],
    );
  });

  for (const [what, args, input, message] of [
    ['an unknown command', ['analyze'], '', /unknown command analyze/],
    ['an unknown option', ['analyse', '--fast'], '', /--fast/],
    ['no file', ['analyse'], '', /name at least one file/],
    ['a file that is not there', ['analyse', 'nowhere.txt'], '', /nowhere\.txt: no such file/],
    ['a line that is not JSON', ['analyse', '--jsonl', '-'], '{"id":"a","text":"A."}\nno', /-:2: not JSON/],
  ] as const) {
    it(`ends with 2 and one line for ${what}`, () => {
      const { status, stderr } = secondSource(args, input);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  }
});
