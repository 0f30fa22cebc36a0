/** Endings that go, one of each step at most, as long as so much of a word is left. */
export function stemmer(steps: readonly RegExp[], fold: (word: string) => string = withoutAccents): (word: string) => string {
  return (word) => steps.reduce((stem, ending) => shorter(stem, ending), fold(word));
}

const shortestStem = 3;

function shorter(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '');
  return stem.length < shortestStem ? word : stem;
}

export function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
