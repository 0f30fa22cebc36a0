import assert from 'node:assert/strict';
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

interface Coverage {
  readonly result: readonly { readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[] }[];
}

/**
 * How much is done: how often the engine enters the functions and blocks of all code that runs, libraries included, as it counts for
 * coverage. The same on every machine and however busy it is. What the engine does by itself (a search in a string) counts as one.
 */
export function stepsOf(work: () => void): number {
  const session = new Session();
  session.connect();
  let steps = 0;
  // Code that is compiled for speed does not count all it does.
  setFlagsFromString('--no-opt');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  work();
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    assert.equal(error, null);
    for (const { functions } of (coverage as Coverage).result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  });
  session.post('Profiler.stopPreciseCoverage');
  setFlagsFromString('--opt');
  session.disconnect();
  return steps;
}

/** Holds what is done for twice the size to little more than twice as much. */
export function assertLinear(size: number, work: (size: number) => void): void {
  work(10);
  const [once, twice] = [stepsOf(() => work(size)), stepsOf(() => work(2 * size))];
  assert.ok(once > 0 && twice < 2.3 * once, `${once} steps for ${size}, ${twice} for ${2 * size}`);
}
