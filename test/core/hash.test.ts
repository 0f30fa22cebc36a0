import assert from 'node:assert/strict';
import { hashOf, pointsHashOf } from '../../src/core/corpus/words/hash';

/** What stands in people's files and indexes was made with these numbers. */
describe('the number of a text', () => {
  it('is FNV-1a over its code units, of a part as of the part alone', () => {
    assert.deepEqual(
      ['', 'a', 'foobar'].map((text) => hashOf(text) >>> 0),
      [0x811c9dc5, 0xe40c292c, 0xbf9cf968],
    );
    assert.equal(hashOf('the herring gulls', 4, 11), hashOf('herring'));
    assert.equal(hashOf('“Möwe” 🐟'), -228016007);
  });

  it('is over code points where it was always made so', () => {
    assert.equal(pointsHashOf('number|a.txt|12 gulls'), hashOf('number|a.txt|12 gulls'));
    assert.notEqual(pointsHashOf('🐟'), hashOf('🐟'));
    assert.equal(pointsHashOf('“Möwe” 🐟'), -805665246);
  });
});
