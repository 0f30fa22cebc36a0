import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

describe('the command line', () => {
  it('runs', () => {
    assert.match(execFileSync(process.execPath, ['dist/cli.js'], { encoding: 'utf8' }), /second-source/);
  });
});
