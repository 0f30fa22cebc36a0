import assert from 'node:assert/strict';
import { corpusOf, passage, textOf, type Texts } from './corpusStory';

const wall = '“We will rebuild the harbour wall before the winter storms,”';
const gymnasium = '“Nobody in Port Selwyn should have to sleep in a gymnasium.”';
const whole = `${wall} Mayor Odile Brandt said on Tuesday. ${gymnasium}`;
const texts: Texts = {
  'gazette.txt': `${whole}\n\nThe council meets next week.`,
  'courier.txt': 'The council was divided.\n\n“Nobody in Port Selwyn should have to sleep in a gymnasium,” Brandt said.',
  'tribune.txt':
    'It rained.\n\n“We will rebuild the harbour wall before the winter storms,” the mayor told workers. “Nobody in Port Selwyn should have to sleep in a gymnasium.”\n\nA goat won.',
  'herald.txt': 'A goat was crowned at the village fair, and the bakery on the quay reopened on Monday.',
};

describe('a quotation in parts', () => {
  const corpus = corpusOf(texts);
  const matches = corpus.match(passage(texts, 'gazette.txt', whole));

  it('is found where others have one part of it, and that is trimmed', () => {
    const match = matches.find(({ uri }) => uri === 'courier.txt');
    assert.deepEqual([match?.relation, match?.level], ['trimmed', 'match']);
    assert.ok(match && textOf(texts, match).startsWith('Nobody in Port Selwyn should have to sleep in a gymnasium'));
  });

  it('is one rendering, from first to last, where others have it whole, whoever attributes it how', () => {
    const match = matches.find(({ uri }) => uri === 'tribune.txt');
    assert.equal(match?.relation, 'verbatim');
    assert.match(textOf(texts, match), /^“?We will rebuild the harbour wall.*sleep in a gymnasium\.?”?$/);
  });

  it('is not found elsewhere, and one article has it once', () => {
    assert.deepEqual(matches.map(({ uri }) => uri).sort(), ['courier.txt', 'tribune.txt']);
  });
});
