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

  it('words that anybody may say are found in an article about something else only where the same person says them', () => {
    const bakery = (who: string) => `The bakery in Harlow Street won a prize for its rye bread on Tuesday.

The judges praised the crust, which had been baked in a brick oven since 1911. Three rival bakers had sent loaves of wheat and barley.

“We are very proud of it,” said ${who} when customers asked whether the recipe would change.

The oven burns beech logs from the forest of Lorne, and it takes four hours to heat. Apprentices knead the dough by hand before dawn.`;
    const lifeboat = (who: string) => `The lifeboat of Penn Sands went back to sea after its winter refit.

Its crew of seven rescued two anglers whose dinghy had drifted past the reef. A helicopter circled above until the tow rope held.

“We are very proud of it,” said ${who}, asked if the harbour station was to close.

Volunteers had painted the hull orange and replaced both engines. The coastguard counted nineteen launches last season.`;
    const found = (here: string, there: string) => {
      const texts = { 'a.txt': bakery(here), 'b.txt': lifeboat(there) };
      return corpusOf(texts).match(passage(texts, 'a.txt', 'We are very proud of it'));
    };
    assert.deepEqual(found('baker Greta Holm', 'skipper Ned Arle'), []);
    assert.equal(found('mayor Greta Holm', 'mayor Greta Holm')[0]?.relation, 'verbatim');
  });
});
