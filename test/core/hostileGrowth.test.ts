import assert from 'node:assert/strict';
import { analyse, pageArticle, readArticle, readSidecar } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';
import { hostileText } from './hostileText';
import { forSeeds, Random, seeds } from './random';
import { stepsOf } from './steps';

const read = (path: string, text: string) => analyse(readArticle({ uri: path, path, text, version: 1 }));
const readers: readonly ((text: string) => unknown)[] = [
  (text) => read('a.txt', text),
  (text) => read('a.md', text),
  (text) => read('a.html', text),
  (text) => readSidecar(text),
  (text) => readSidecar(`version: 1\nannotations:\n${text}`),
  (text) => {
    const main = mainContent(text);
    return pageArticle({ html: text, ...('content' in main && { main }) });
  },
];

describe('the work over any text that goes on in the same way', () => {
  /** SECOND_SOURCE_HOSTILE=1000 for an hour of it. */
  const runs = Number(process.env.SECOND_SOURCE_HOSTILE ?? seeds(60));
  it(`grows with it and no faster, for ${runs} texts and all that reads them`, () => {
    for (const work of readers) work('Ode Lunn said: “The quay will be rebuilt.” '.repeat(20));
    forSeeds(runs, (seed, tell) => {
      const random = new Random(seed);
      const unit = hostileText(random, 8);
      tell(JSON.stringify(unit));
      const [once, twice] = [1500, 3000].map((length) => unit.repeat(Math.ceil(length / unit.length)));
      const work = readers[seed % readers.length]!;
      const [less, more] = [stepsOf(() => work(once!)), stepsOf(() => work(twice!))];
      assert.ok(more < 2.6 * less + 20_000, `${less} steps, then ${more}`);
    });
  }).timeout(3_600_000);
});
