import assert from 'node:assert/strict';
import { analyse, pageArticle, readArticle, readSidecar } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';
import { hostileText } from './hostileText';
import { Random, seeds } from './random';
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
  const runs = Number(process.env.SECOND_SOURCE_HOSTILE ?? seeds(36));
  before(() => {
    for (const work of readers) work('Ode Lunn said: “The quay will be rebuilt.” '.repeat(20));
  });

  // Some at a time, one for each reader: counting every step takes long, and a run that says nothing for minutes is taken for dead.
  for (let first = 1; first <= runs; first += readers.length) {
    const last = Math.min(runs, first + readers.length - 1);
    it(`grows with it and no faster, for texts ${first} to ${last} of ${runs}`, () => {
      for (let seed = first; seed <= last; seed++) {
        const unit = hostileText(new Random(seed), 8);
        const [once, twice] = [1500, 3000].map((length) => unit.repeat(Math.ceil(length / unit.length)));
        const work = readers[seed % readers.length]!;
        const [less, more] = [stepsOf(() => work(once!)), stepsOf(() => work(twice!))];
        assert.ok(more < 2.6 * less + 20_000, `text ${seed}, ${JSON.stringify(unit)}: ${less} steps, then ${more}`);
      }
    }).timeout(600_000);
  }
});
