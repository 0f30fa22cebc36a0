import assert from 'node:assert/strict';
import { analyse, compareVersions, readArticle, type VersionChange, type VersionText } from '../../src/core/index';
import { inCommon } from '../../src/core/versions/inCommon';
import { wordnet } from './corpusStory';
import { changedPairs, unchangedPairs, type VersionPair } from './versionPairs';

function version(text: string, path = 'story.md'): VersionText {
  const article = readArticle({ uri: path, path, text, version: 1, set: { published: '2025-03-12' } });
  return { article, analysis: analyse(article) };
}

function edited({ article, edits }: VersionPair): string {
  return edits.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `“${from}” stands in the article`);
    return text.replace(from, to);
  }, article);
}

const shown = ({ kind, before = '-', after = '-' }: VersionChange) => `${kind}: ${before} -> ${after}`;

describe('what an outlet has changed in an article', () => {
  for (const pair of changedPairs)
    it(`is told: ${pair.title}`, () => {
      const [before, after] = [version(pair.article), version(edited(pair))];
      const changes = compareVersions(before, after, wordnet);
      assert.deepEqual(changes.map(shown), pair.changes);
      for (const change of changes) {
        const there = after.article.raw.slice(change.start, change.end).replace(/\s+/g, ' ');
        assert.equal(there, change.after ?? '', 'its place in the later text');
      }
    });

  for (const pair of unchangedPairs)
    it(`is nothing: ${pair.title}`, () => {
      assert.deepEqual(compareVersions(version(pair.article), version(edited(pair)), wordnet).map(shown), []);
    });

  for (const pair of changedPairs)
    it(`is told the other way round where the later version comes first: ${pair.title}`, () => {
      const changes = compareVersions(version(edited(pair)), version(pair.article), wordnet).map(shown);
      const turned = pair.changes
        .filter((line) => !/correction|-> -$/.test(line))
        .map((line) => line.replace(/^(\w+): (.*) -> (.*)$/, '$1: $3 -> $2'));
      for (const line of turned) assert.ok(changes.includes(line), `${line}\n${changes.join('\n')}`);
    });

  it('is nothing where the words are the same', () => {
    const [{ article }] = changedPairs as [VersionPair];
    assert.deepEqual(compareVersions(version(article), version(article), wordnet), []);
  });

  it('costs as much as the texts are long, also where nothing in them stands only once', () => {
    const readsOf = (list: readonly string[], other: readonly string[]) => {
      let reads = 0;
      const counted = (words: readonly string[]) =>
        new Proxy(words, {
          get: (target, name) => (typeof name === 'string' && /^\d/.test(name) && (reads += 1), Reflect.get(target, name) as unknown),
        });
      inCommon(counted(list), counted(other));
      return reads / (list.length + other.length);
    };
    const words = (count: number, different: number) => Array.from({ length: count }, (_, i) => `w${(i * 7919) % different}`);
    for (const different of [3, 50, 1e9]) {
      const perWord = [1_000, 8_000, 64_000].map((count) => readsOf(words(count, different), words(count, different).toReversed()));
      assert.ok(
        perWord.every((reads) => reads < 900),
        `${different}: ${perWord.join(', ')}`,
      );
    }
  });
});
