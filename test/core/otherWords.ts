import { passage, type Texts } from './corpusStory';

/** A story of two outlets that tell one thing in other words: what only an encoder finds. */
export const texts: Texts = {
  'a.txt': `The bakery in Orsund closed its doors for good on Monday. Its owner had run it for forty years.

Neighbours brought flowers and stood along the street.`,
  'b.txt': `In Orsund, people who live nearby lined the street with bouquets. The mayor was abroad.

The shop that sold bread there will not open again. A museum wants the old oven.`,
};

export const asked = passage(texts, 'a.txt', 'Neighbours brought flowers and stood along the street.');
