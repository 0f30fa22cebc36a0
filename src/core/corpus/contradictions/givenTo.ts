import type { Lexicon } from '../words/lexicon';
import { Kind } from '../words/kinds';
import { Flag } from '../words/flags';
import { compareSpeakers, nameOf, type Spoken, spokenIn } from '../matching/voices';
import type { Side, Source } from './contradiction';

/** Words of a sentence from which on it is looked for; and words, and those with content, that two people must share to be given one saying. */
const SENTENCE = 3;
const WORDS = 8;
const CONTENTS = 3;

/** Words that one article has from one person, and another from another. */
export interface Given {
  readonly sides: readonly [Side, Side];
  readonly here: Spoken;
  readonly there: Spoken;
}

/** Short sentences, none of which tells enough alone, that stand word for word in the mouth of somebody else: together they may. */
export class ShortSentences {
  readonly #a: Source;
  readonly #b: Source;
  readonly #lexicon: Lexicon;
  readonly #byPeople = new Map<string, { given: Given; words: number; contents: number }>();

  constructor(a: Source, b: Source, lexicon: Lexicon) {
    this.#a = a;
    this.#b = b;
    this.#lexicon = lexicon;
  }

  /** A sentence of the first article; `isOther` says whether two people are surely not one. */
  add(here: Spoken, from: number, to: number, isOther: (there: Spoken) => boolean): void {
    if (to - from < SENTENCE) return;
    const places = this.#placesOf(from, to);
    const said = places.map((at) => spokenIn(this.#b.voices, at, at + to - from));
    const [at, there] = [places[0], said[0]];
    // Who repeats it is not who said it.
    if (at === undefined || !there || !said.every((one) => one !== undefined && one.type !== 'indirect' && isOther(one))) return;
    const lemmas = this.#a.text.tokens.lemma.subarray(from, to);
    const contents = lemmas.filter((lemma) => this.#lexicon.kind(lemma) !== Kind.function).length;
    const people = [here, there].map(({ speakers }) => speakers.map(({ id }) => id).join()).join('|');
    const known = this.#byPeople.get(people);
    const given: Given = known?.given ?? { sides: [{ source: this.#a, from, to }, { source: this.#b, from: at, to: at + to - from }], here, there }; // prettier-ignore
    this.#byPeople.set(people, { given, words: (known?.words ?? 0) + to - from, contents: (known?.contents ?? 0) + contents });
  }

  given(): Given[] {
    return [...this.#byPeople.values()].flatMap(({ given, words, contents }) => (words >= WORDS && contents >= CONTENTS ? [given] : []));
  }

  #placesOf(from: number, to: number): number[] {
    const [words, { lemma, flags }] = [this.#a.text.tokens.lemma.subarray(from, to), this.#b.text.tokens];
    const found: number[] = [];
    for (let at = lemma.indexOf(words[0] ?? -1); at >= 0; at = lemma.indexOf(words[0] ?? -1, at + 1)) {
      if ((flags[at] ?? 0) & Flag.quoted && words.every((word, i) => lemma[at + i] === word)) found.push(at);
    }
    return found;
  }
}

/** Whether two people surely are not one: "Tobias Munk" is a misprint of "Tobias Munck", and a house may have his name. */
export function areOthers(a: Spoken, b: Spoken): boolean {
  if (compareSpeakers(a.speakers, b.speakers) !== 'other') return false;
  const names = ({ speakers }: Spoken) => speakers.flatMap((speaker) => nameOf(speaker) ?? []);
  return !names(a).some((one) => names(b).some((other) => one === other || areOneLetterApart(one, other)));
}

function areOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at + 1) === long.slice(at + 1) || short.slice(at) === long.slice(at + 1);
}
