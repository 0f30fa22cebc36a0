import assert from 'node:assert/strict';
import { corpusOf, type Texts } from './corpusStory';

const sank = (day: string) =>
  `The ferry Maribel sank off the island of Osk ${day} with forty people and eleven cars on board.\n\nNobody knows yet why the old ferry sank.\n`;

function told(texts: Texts, published: Readonly<Record<string, string>>): readonly string[] {
  return corpusOf(texts, published)
    .conflicts()
    .map(({ level = 'conflict', message }) => `${level}: ${message}`);
}

const days = (a: string, b: string, publishedB = '2031-05-16') =>
  told({ 'a.txt': sank(a), 'b.txt': sank(b) }, { 'a.txt': '2031-05-15', 'b.txt': publishedB });

describe('days, each reckoned from its own article’s publication', () => {
  it('agree where they come to the same day', () => {
    assert.deepEqual(days('yesterday', 'on Wednesday'), []);
    assert.deepEqual(days('yesterday', 'two days ago'), []);
    assert.deepEqual(days('last week', 'on 9 May'), []);
  });

  it('are a contradiction where they are days apart, and the message says which days are meant', () => {
    assert.deepEqual(days('yesterday', 'on Monday'), ['conflict: “yesterday” (2031-05-14) against “Monday” (2031-05-12)']);
    assert.deepEqual(days('on 12 May', 'on 13 May'), ['conflict: “12 May” against “13 May”']);
  });

  it('only differ where one day may be the clock of another zone, or where a week is meant and not a day', () => {
    assert.deepEqual(days('yesterday', 'on Tuesday'), ['differs: “yesterday” (2031-05-14) against “Tuesday” (2031-05-13)']);
    assert.deepEqual(days('last week', 'on Thursday'), ['differs: “last week” (2031-05-05 to 2031-05-11) against “Thursday” (2031-05-15)']);
  });

  it('are not compared by words that leave too much open, nor without a day of publication', () => {
    assert.deepEqual(days('earlier this year', 'on Wednesday'), []);
    assert.deepEqual(told({ 'a.txt': sank('yesterday'), 'b.txt': sank('on Monday') }, {}), []);
  });
});

describe('counts of an event that go on growing', () => {
  const dead = (count: string, rest = '') =>
    `At least one ferry sank off Osk. ${count} people died when the ferry Maribel sank off the island of Osk${rest}.\n`;
  const counts = (a: string, b: string, publishedA?: string, publishedB?: string) =>
    told(
      { 'a.txt': a, 'b.txt': b },
      { ...(publishedA !== undefined && { 'a.txt': publishedA }), ...(publishedB !== undefined && { 'b.txt': publishedB }) },
    );

  it('are no contradiction where the higher one is the later one', () => {
    assert.deepEqual(counts(dead('Six'), dead('Nine'), '2031-05-15', '2031-05-16'), ['differs: “Six people”, later “Nine people”']);
    assert.deepEqual(counts(dead('Nine'), dead('Six'), '2031-05-15T18:00:00Z', '2031-05-15T09:00:00Z'), [
      'differs: “Six people”, later “Nine people”',
    ]);
  });

  it('are one where the later one is lower, or where nobody knows which is later', () => {
    for (const [a, b] of [
      ['2031-05-16', '2031-05-15'],
      ['2031-05-15', '2031-05-15'],
      [undefined, '2031-05-15'],
    ] as const)
      assert.deepEqual(counts(dead('Six'), dead('Nine'), a, b), ['conflict: “Six people” against “Nine people”'], `${a} ${b}`);
  });

  it('go by the day up to which they count, where the sentence says so', () => {
    assert.deepEqual(counts(dead('Six', ', as of Monday'), dead('Nine'), '2031-05-15', '2031-05-14'), [
      'differs: “Six people”, later “Nine people”',
    ]);
  });

  it('that do not grow contradict each other whenever they were printed', () => {
    const seats = (count: string) => `The new ferry of the island of Osk has ${count} seats and a small kitchen for its passengers.\n`;
    assert.deepEqual(counts(seats('240'), seats('260'), '2031-05-15', '2031-05-16'), ['conflict: “240 seats” against “260 seats”']);
  });
});
