import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

const told = (here: string, there: string) =>
  corpusOf({ 'a.txt': here, 'b.txt': there })
    .conflicts()
    .map(({ message }) => message);

const story =
  'The lock at Tarnhill was closed on Sunday after a gate broke, the canal board said. Divers will look at the lower gate of the lock on Monday.';

describe('what pages print around their articles', () => {
  const lines: readonly (readonly [here: string, there: string])[] = [
    ['3 min read', '7 min read'],
    ['By Ida Holm · 4 minute read', 'By Omar Lind · 9 minute read'],
    ['Reading time: 4 minutes', 'Reading time: 11 minutes'],
    ['1,204 views', '318 views'],
    ['120 comments | 12 shares', '45 comments | 30 shares'],
    ['12 photos', '5 photos'],
    ['1 of 12', '1 of 9'],
    ['Subscribe now for £2 a month. Cancel any time.', 'Subscribe now for £9 a month. Cancel any time.'],
    ['Published: May 3, 2024, 9:14', 'Published: May 4, 2024, 11:32'],
    ['Posted 3 hours ago', 'Posted 5 hours ago'],
  ];
  for (const [here, there] of lines)
    it(`contradicts nothing: ${here}`, () => assert.deepEqual(told(`${here}\n\n${story}`, `${there}\n\n${story}`), []));

  it('is a line of its own: the same figures told in a sentence are compared', () => {
    const tell = (count: string) => `${story} The canal board had received ${count} complaints about the lock at Tarnhill this year.`;
    assert.deepEqual(told(tell('120'), tell('45')), ['“120 complaints” against “45 complaints”']);
  });
});

describe('a name that hides who somebody is', () => {
  const tell = (who: string) => `${story} ${who} was taken to the clinic of Tarnhill, the canal board said.`;

  it('has the age of more than one', () => assert.deepEqual(told(tell('A 13-year-old Jane Doe'), tell('A 60-year-old Jane Doe')), []));

  it('is another matter than a name', () =>
    assert.notDeepEqual(told(tell('The 13-year-old Ida Holm'), tell('The 60-year-old Ida Holm')), []));
});
