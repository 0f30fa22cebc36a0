import assert from 'node:assert/strict';
import { corpusOf, passage } from './corpusStory';

const lead = 'The ropeway of Halm has stood still since Friday, and engineers of Halm looked at the ropeway for the whole weekend.';

function levels(here: string, words: string, there: string): readonly string[] {
  const texts = { 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` };
  return corpusOf(texts)
    .match(passage(texts, 'a.txt', words))
    .map(({ level }) => level);
}

describe('a few words in common', () => {
  it('one strong word of somebody is no match: it may be about something else', () => {
    const found = levels('“It is a shameless charade,” Tilda Marn said.', 'It is a shameless charade', '“Shameless,” Tilda Marn said.');
    assert.deepEqual(found, ['possible']);
  });

  it('nor are two words that stand apart', () => {
    const there = '“I will be back to pay for it,” Tilda Marn said.';
    assert.deepEqual(levels('The board asked Tilda Marn “to pay back”, she said.', 'to pay back', there), ['possible']);
  });

  it('two words that were quoted are a match where they stand beside each other', () => {
    const found = levels(
      'Tilda Marn called the repair “brazen patchwork” on Sunday.',
      'brazen patchwork',
      'For Tilda Marn the repair is “brazen patchwork”, she told reporters.',
    );
    assert.deepEqual(found, ['match']);
  });
});
