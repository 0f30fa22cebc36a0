import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines, secondSource, withFolder } from './program';

/** An encoder that knows what a bouquet is, and counts what it is asked. */
const encoder = `const { appendFileSync } = require('node:fs');
const about = [/bouquets|flowers/, /bread|bakery/, /owner/, /mayor/, /oven/];
exports.open = async () => ({
  encode: async (sentences) => sentences.map((sentence) => {
    appendFileSync(__dirname + '/asked.txt', sentence + '\\n');
    return Float32Array.from(about, (word) => Number(word.test(sentence)));
  }),
});
`;
const story = {
  'story/a.txt':
    'The bakery in Orsund closed its doors for good on Monday. Its owner had run it for forty years.\n\nNeighbours brought flowers and stood along the street.\n',
  'story/b.txt':
    'In Orsund, people who live nearby lined the street with bouquets. The mayor was abroad.\n\nThe shop that sold bread there will not open again. A museum wants the old oven.\n',
  'encoder/encoder.js': encoder,
  'none/encoder.js': 'exports.open = () => {',
};
const start = story['story/a.txt'].indexOf('Neighbours');
const query = JSON.stringify({ file: 'a.txt', start, end: start + 54 });

interface Answer {
  readonly matches: readonly { readonly start: number; readonly end: number; readonly level: string }[];
}

function match(folder: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = secondSource(['match', join(folder, 'story'), '--jsonl', '-', ...options], query);
  return { status, stderr, matches: status === 0 ? (jsonLines(stdout) as readonly Answer[]).flatMap(({ matches }) => matches) : [] };
}

describe('an encoder on the command line', () => {
  it('finds what is told in other words, and reads each sentence once', () => {
    withFolder(story, (folder) => {
      const asked = () => readFileSync(join(folder, 'encoder', 'asked.txt'), 'utf8').split('\n').length - 1;
      assert.deepEqual(match(folder).matches, [], 'by the words alone nothing is found');
      const { matches, stderr } = match(folder, '--encoder', join(folder, 'encoder'));
      assert.equal(stderr, '');
      assert.deepEqual(
        matches.map(({ start, end, level }) => [story['story/b.txt'].slice(start, end).includes('bouquets'), level]),
        [[true, 'possible']],
      );
      assert.equal(asked(), 7);
      assert.deepEqual(match(folder, '--encoder', join(folder, 'encoder')).matches, matches);
      assert.equal(asked(), 7);
    });
  });

  it('may be left in corroborate and export as well', () => {
    withFolder(story, (folder) => {
      const options = [join(folder, 'story'), '--encoder', join(folder, 'encoder')];
      assert.equal(secondSource(['corroborate', ...options, '--json']).status, 0);
      assert.equal(secondSource(['export', ...options, '--format', 'csv', '--out', '-']).status, 0);
    });
  });

  it('says in one line where a folder holds none that can be opened', () => {
    withFolder(story, (folder) => {
      for (const name of ['nowhere', 'none']) {
        const { status, stderr } = match(folder, '--encoder', join(folder, name));
        assert.equal(status, 2);
        assert.match(stderr, /^second-source: --encoder .*: holds no encoder that can be opened \(.*\); npm run encoder makes one.*\n$/);
      }
    });
  });

  it('is not run unnamed where the folder of articles has brought one along', () => {
    const brought = {
      'story/encoder.js': encoder,
      'story/encoder/encoder.js': encoder,
      'story/second-source.yaml': 'version: 1\nencoder: encoder\n',
    };
    withFolder({ ...story, ...brought }, (folder) => {
      assert.deepEqual(match(folder).matches, []);
      for (const place of ['story', 'story/encoder']) assert.equal(existsSync(join(folder, place, 'asked.txt')), false);
    });
  });

  it('is refused where there is no folder for it to read', () => {
    assert.equal(secondSource(['match', '--index', 'x', '--jsonl', '-', '--encoder', 'y']).status, 2);
    assert.equal(secondSource(['corroborate', '--index', 'x', '--encoder', 'y']).status, 2);
  });
});
