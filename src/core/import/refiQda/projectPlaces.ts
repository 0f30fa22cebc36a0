import type { Annotation } from '../../annotations/model';
import { CarriedText } from '../carriedText';
import type { Selection } from './projectReader';

export type PassagePlace = Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

type Reading = (start: number, end: number) => PassagePlace | undefined;

/**
 * Where the passages of a source stand. Programs count in their own ways: in UTF-16, the end as the last character, a line end as one sign
 * where the text beside it has two. Of these ways that one counts in which most passages are the words they are called by, or else begin
 * and end where words do; a passage that one way alone reads as its name says goes that way.
 */
export class ProjectPlaces {
  readonly #readings: readonly Reading[];
  readonly #usual: Reading;

  constructor(carried: CarriedText, selections: readonly Selection[]) {
    const plain = new CarriedText(carried.raw);
    this.#readings = [
      (start, end) => carried.passage(start, end, 'code points'),
      (start, end) => plain.passage(start, end, 'code points'),
      (start, end) => carried.passage(start, end, 'utf-16'),
      (start, end) => plain.passage(start, end, 'utf-16'),
      (start, end) => carried.passage(start, end + 1, 'code points'),
    ];
    const [first = () => undefined] = this.#readings;
    const sample = selections.slice(0, 200);
    const fits = this.#readings.map((reading) => sample.reduce((sum, { start, end, name }) => sum + fit(reading(start, end), name), 0));
    this.#usual = this.#readings[fits.indexOf(Math.max(...fits))] ?? first;
  }

  of({ start, end, name }: Selection): PassagePlace | undefined {
    const usual = this.#usual(start, end);
    if (name === '' || isNamed(usual, name)) return usual;
    return this.#readings.map((reading) => reading(start, end)).find((place) => isNamed(place, name)) ?? usual;
  }
}

function isNamed(place: PassagePlace | undefined, name: string): boolean {
  const [words, wanted] = [place?.exact ?? '', name.replace(/\s*(?:…|\.\.\.)$/, '')].map((text) => text.replace(/\s+/g, ' ').trim());
  return (
    words !== undefined &&
    wanted !== undefined &&
    wanted.length > 3 &&
    (words === wanted || (wanted.length > 20 && words.startsWith(wanted)))
  );
}

const cut = /[\p{L}\p{N}]/u;

/** A passage cut out of words is seldom meant. */
function fit(place: PassagePlace | undefined, name: string): number {
  if (place === undefined) return 0;
  const { exact, prefix, suffix } = place;
  const begins = !(cut.test(lastOf(prefix)) && cut.test(exact.charAt(0))) && exact.trimStart() === exact;
  const ends = !(cut.test(suffix.charAt(0)) && cut.test(lastOf(exact))) && exact.trimEnd() === exact;
  return (isNamed(place, name) ? 4 : 0) + (begins ? 1 : 0) + (ends ? 1 : 0);
}

function lastOf(text: string): string {
  return text.slice(-1);
}
