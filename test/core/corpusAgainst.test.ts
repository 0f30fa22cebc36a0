import assert from 'node:assert/strict';
import { conflictsBetween } from '../../src/core/index';
import { corpusOf, passage, type Texts } from './corpusStory';

const lead = 'A ferry struck the pier of Lunde on Friday morning, and divers searched the harbour of Lunde for the rest of the day.';
const own = 'Among the rescued were 43 people from the ferry, the coast guard of Lunde said.';
const texts: Texts = {
  'a.txt': `${lead}\n\n${own}`,
  'b.txt': `${lead}\n\nThe coast guard of Lunde said it had rescued 47 passengers from the ferry.`,
  'c.txt': `${lead}\n\nThe rescued were 47 people from the ferry, said the coast guard of Lunde.`,
};

describe('a contradiction of several outlets', () => {
  const conflicts = corpusOf(texts).conflicts();

  it('names those that agree together', () => {
    assert.deepEqual(
      conflicts.map(({ message }) => message),
      ['“43 people” against “47 passengers” and “47 people”'],
    );
  });

  it('stays one in full where each outlet has the rescued from somebody else', () => {
    const others = corpusOf({
      'a.txt': `${lead}\n\n${own}`,
      'b.txt': `${lead}\n\nThe rescued were 47 people from the ferry, according to the harbour police.`,
    });
    assert.deepEqual(
      others.conflicts().map(({ level, message }) => [level ?? 'conflict', message]),
      [['conflict', '“43 people” against “47 people”']],
    );
  });

  it('stands between those that differ, and not between those that agree', () => {
    const a = passage(texts, 'a.txt', own);
    const b = passage(texts, 'b.txt', 'rescued 47 passengers from the ferry');
    const c = passage(texts, 'c.txt', 'The rescued were 47 people from the ferry');
    assert.equal(conflictsBetween(a, b, conflicts).length, 1);
    assert.equal(conflictsBetween(c, a, conflicts).length, 1);
    assert.equal(conflictsBetween(b, c, conflicts).length, 0);
    assert.equal(conflictsBetween(c, b, conflicts).length, 0);
  });
});
