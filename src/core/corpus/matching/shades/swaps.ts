import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';

/** Words that stand in one row of words where another one has others, between words that both have; each side of `places` has some. */
export interface Swaps {
  readonly shared: number;
  readonly places: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
  /** Places where one of the two only has more. */
  readonly added: number;
}

/** Lays two rows of lemmas side by side by the longest row that both have. */
export function swapsBetween(a: readonly number[], b: readonly number[]): Swaps {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const places: { a: number[]; b: number[] }[] = [];
  let [shared, added] = [0, 0];
  let gap: { a: number[]; b: number[] } = { a: [], b: [] };
  const close = () => {
    if (gap.a.length > 0 && gap.b.length > 0) places.push(gap);
    else if (gap.a.length + gap.b.length > 0) added++;
    gap = { a: [], b: [] };
  };
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      shared++;
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) gap.a.push(i++);
    else gap.b.push(j++);
  }
  while (i < a.length) gap.a.push(i++);
  while (j < b.length) gap.b.push(j++);
  close();
  return { shared, places, added };
}

/** Whether one has another word with content where the other has one that cannot stand for it: taken over, but not word for word. */
export function haveOtherWords(a: readonly number[], b: readonly number[], lexicon: Lexicon): boolean {
  const telling = (words: readonly number[], places: readonly number[]) =>
    places.flatMap((i) => (lexicon.kind(words[i] ?? -1) === Kind.function ? [] : [words[i] ?? -1]));
  return swapsBetween(a, b).places.some((place) => {
    const [here, there] = [telling(a, place.a), telling(b, place.b)];
    if (place.a.some((i) => place.b.some((j) => areOpposed(a[i] ?? -1, b[j] ?? -1, lexicon)))) return true;
    return here.length > 0 && there.length > 0 && !here.some((one) => there.some((other) => standsFor(one, other, lexicon)));
  });
}

function standsFor(a: number, b: number, lexicon: Lexicon): boolean {
  return !areOpposed(a, b, lexicon) && (a === b || lexicon.related(a).lemmas.includes(b));
}
