import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Two points under what was reached (more where one item is worth more) on the sample that `npm run evaluate -- --sample` takes; a fall below is a step back. */
const floors: Readonly<Record<string, number>> = {
  'quotations polnear-dev: direct: overlap': 95.3,
  'quotations polnear-dev: direct: speaker': 96.1,
  'quotations polnear-dev: direct: both': 93.4,
  'quotations polnear-dev: direct + mixed: overlap': 93,
  'quotations polnear-dev: direct + mixed: both': 89.5,
  'quotations polnear-dev: all: overlap': 68.8,
  'quotations polnear-dev: all: both': 64.1,
  'quotations polnear-quoted-dev: segments: both': 88.7,
  'quotations seeds: direct + mixed: both': 92,
  'quotations seeds: direct + mixed: name': 94,
  'dates timebank: strict': 91,
  'dates timebank: relaxed': 94.3,
  'dates timebank: value': 80.4,
  'dates aquaint: strict': 86.9,
  'dates aquaint: relaxed': 93.8,
  'dates aquaint: value': 73.9,
  'dates seeds: strict': 95,
  'dates seeds: relaxed': 96,
  'dates seeds: value': 95,
  'matching five articles: quotations: shown': 87.8,
  'matching five articles: quotations: precision of "match"': 96.6,
  'matching five articles: quotations: relation': 90.8,
  'matching five articles: narrated: shown': 78,
  'matching five articles: narrated: precision of "match"': 92.3,
  'matching five articles: narrated: relation': 92,
};

describe('the engines on the evaluation sets', () => {
  it('reach their floors', function () {
    if (!existsSync('../shared/evaluation')) {
      console.log('      skipped: ../shared/evaluation is not there');
      this.skip();
    }
    this.timeout(120_000);
    const output = execFileSync(process.execPath, ['scripts/evaluate.mjs', '--sample', '--json'], { encoding: 'utf8' });
    const reached = new Map(
      (JSON.parse(output) as { set: string; measure: string; value: number }[]).map(({ set, measure, value }) => [
        `${set}: ${measure}`,
        value,
      ]),
    );
    const fallen = Object.entries(floors)
      .filter(([name, floor]) => !((reached.get(name) ?? 0) >= floor))
      .map(([name, floor]) => `${name}: ${reached.get(name) ?? 'not measured'} is under ${floor}`);
    assert.deepEqual(fallen, []);
  });
});
