import type { Unit } from './units';

/** „der SPD Jens Albrecht“: of a state or party before a name. */
export function isAcronym(text: string, next: Unit | undefined): boolean {
  return /^\p{Lu}{2,4}$/u.test(text) && next !== undefined && /\p{Ll}/u.test(next.text);
}

/** "мэр Лугова Иван Гусев": the place of an office before a name of two words, or of three with the father's. */
export function withoutPlace(name: readonly Unit[]): readonly Unit[] {
  const hasFather = /(?:вич|вна|чна)$/u.test(name.at(-2)?.text ?? '');
  return name.slice(hasFather ? -3 : -2);
}

/** Of several people of one family a family name alone is whoever of them spoke last. */
export function lastOfFamily(last: string, known: string, word: string): string {
  const family = last.split(' ').at(-1);
  return last.includes(' ') && (family === word || family === known.split(' ').at(-1)) ? last : known;
}

export function tidy(text: string): string {
  return text
    .replaceAll(/(['’]) /g, '$1')
    .replaceAll(/ ([,.)])/g, '$1')
    .trim();
}
