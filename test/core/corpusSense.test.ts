import assert from 'node:assert/strict';
import { corpusOf, passage, textOf } from './corpusStory';

const lead = 'The ropeway of Halm has stood still since Friday, and engineers of Halm looked at the ropeway for the whole weekend.';

/** What another article is shown with, and how sure that is. */
function shown(here: string, there: string, words = here): readonly (readonly [string, string])[] {
  const texts = { 'a.txt': `${lead}\n\n${here}`, 'b.txt': `${lead}\n\n${there}` };
  return corpusOf(texts)
    .match(passage(texts, 'a.txt', words))
    .map((match) => [match.level, textOf(texts, match)]);
}

describe('what a rendering is shown with', () => {
  for (const [name, here, there, words] of [
    [
      'a refusal before it',
      'Tilda Marn promised to repaint the upper cabins.',
      'Tilda Marn refused to repaint the upper cabins.',
      'refused to repaint the upper cabins',
    ],
    [
      'a denial before it',
      'Oskar Brill confirmed that he had signed the lease.',
      'Oskar Brill denied that he had signed the lease.',
      'denied that he had signed the lease',
    ],
    [
      'words behind it that end it',
      '"I will not carry this burden for him," Tilda Marn said.',
      '"I will carry this burden for him no longer," Tilda Marn said.',
      'I will carry this burden for him no longer',
    ],
  ] as const) {
    it(`has ${name}`, () => {
      const said = here.startsWith('"') ? here.slice(0, here.indexOf(',') + 2) : here.slice(here.search(/to repaint|that he/), -1);
      assert.deepEqual(shown(here, there, said)[0]?.[1], words);
    });
  }

  it('goes over no comma for it', () => {
    const there = 'He had never smiled, and Tilda Marn said the upper cabins were to be repainted.';
    const [first] = shown('The upper cabins were to be repainted, Tilda Marn said.', there, 'The upper cabins were to be repainted');
    assert.doesNotMatch(first?.[1] ?? 'never', /never/);
  });

  it('is possible at most where only a question is told', () => {
    const here = '"The warning bell of the ropeway worked," said Oskar Brill.';
    const asked = 'Tilda Marn declined to say whether the warning bell of the ropeway had worked.';
    assert.ok(shown(here, asked, '"The warning bell of the ropeway worked,"').every(([level]) => level === 'possible'));
    const said = 'Tilda Marn said that the warning bell of the ropeway had worked.';
    assert.equal(shown(here, said, '"The warning bell of the ropeway worked,"')[0]?.[0], 'match');
  });
});
