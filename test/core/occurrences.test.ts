import assert from 'node:assert/strict';
import { occurrencesOf } from '../../src/core/index';

const at = (raw: string, words: string) => occurrencesOf({ raw }, words).map(({ start, end }) => raw.slice(start, end));

describe('the occurrences of words in an article', () => {
  it('are whole words, in their own case', () => {
    assert.deepEqual(at('Brandt said. Brandts boat. brandt, Brandt’s and Brandt', 'Brandt'), ['Brandt', 'Brandt', 'Brandt']);
  });

  it('go over line ends and other apostrophes', () => {
    assert.deepEqual(at("Lotte\nBrandvold’s weir and Lotte  Brandvold's", 'Lotte Brandvold’s'), [
      'Lotte\nBrandvold’s',
      "Lotte  Brandvold's",
    ]);
  });

  it('are taken as words and not as a pattern', () => {
    assert.deepEqual(at('Is it (shut)? Is it open?', 'it (shut)?'), ['it (shut)?']);
    assert.deepEqual(at('anything', ' '), []);
  });
});
