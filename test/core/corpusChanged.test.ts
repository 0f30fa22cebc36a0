import assert from 'node:assert/strict';
import { conflictStories } from './conflictStories';
import { corpusOf, put } from './corpusStory';

describe('contradictions after an article has changed', () => {
  for (const { name, texts } of conflictStories) {
    it(`are those of the articles as they are now: ${name}`, () => {
      const [first = '', ...others] = Object.keys(texts);
      const corpus = corpusOf(texts);
      const before = corpus.conflicts();
      // what stands in it is other words, at other places
      const changed = `Correction: an earlier report was wrong.\n\n${(texts[first] ?? '').replace(/\d+/g, '77')}`;
      put(corpus, first, changed);
      assert.deepEqual(corpus.conflicts(), corpusOf({ ...texts, [first]: changed }).conflicts());
      put(corpus, first, texts[first] ?? '');
      assert.deepEqual(corpus.conflicts(), before);
      corpus.drop(first);
      assert.deepEqual(corpus.conflicts(), corpusOf(Object.fromEntries(others.map((uri) => [uri, texts[uri] ?? '']))).conflicts());
    });
  }
});
