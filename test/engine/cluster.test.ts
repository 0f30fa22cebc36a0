import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Engine, startEngine } from '../../scripts/engine.mjs';
import { printNote } from '../../scripts/testEvents.mjs';
import { program, secondSourceBeside, withFolder } from '../cli/program';
import { sayings } from './sayings';

describe('three nodes of a search engine', () => {
  let engine: Engine;
  before(async function () {
    this.timeout(620_000);
    const started = await startEngine({ nodes: 3, heap: '256m', seconds: 600, say: printNote });
    if ('missing' in started) {
      printNote(`the tests of three nodes are skipped: ${started.missing}`);
      this.skip();
    }
    engine = started;
  });
  after(() => (engine as Engine | undefined)?.stop());

  it('go on answering the same, every query, when the one that is asked is killed', async function () {
    this.timeout(600_000);
    const { archive, queries } = sayings(200, 60);
    await withFolder({ 'news.jsonl': archive }, async (root) => {
      const nodes = engine.nodes.map(({ url }) => url);
      const { status, stderr } = await secondSourceBeside(['index', join(root, 'news.jsonl'), '--to', nodes.join(',')]);
      assert.equal(status, 0, stderr);
      const health = await fetch(`${nodes[0]}/_cluster/health/second-source?wait_for_status=green&timeout=120s`);
      assert.equal(((await health.json()) as { status: string }).status, 'green', 'every part has its second copy');

      const asked = queries.split('\n');
      const child = spawn(process.execPath, [program, 'match', '--index', nodes.join(','), '--jsonl', '-'], { stdio: 'pipe' });
      let failure = '';
      child.stderr.on('data', (text) => (failure += String(text)));
      const answers: string[] = [];
      child.stdin.write(`${asked[0]}\n`);
      for await (const line of createInterface({ input: child.stdout })) {
        answers.push(line);
        if (answers.length === 20) void engine.nodes[0]?.kill();
        // Round twice: before and after the loss of the node.
        if (answers.length < 2 * asked.length) child.stdin.write(`${asked[answers.length % asked.length]}\n`);
        else child.stdin.end();
      }
      assert.equal(failure, '');
      assert.equal(answers.length, 2 * asked.length);
      const best = (line: string) => (JSON.parse(line) as { matches: { file: string; start: number }[] }).matches[0];
      for (let i = 0; i < asked.length; i++) assert.deepEqual(best(answers[i]!), best(answers[i + asked.length]!));
      assert.equal(best(answers[0]!)?.file, 'n1');
    });
  });
});
