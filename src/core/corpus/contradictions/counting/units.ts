/** A share in per cent. */
export const SHARED = /^\s?(?:%|per\s?cent\b)/i;
/** What stands for a subject that is named elsewhere. */
export const PRONOUNS = new Set(['They', 'It', 'He', 'She', 'That', 'This']);
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['£', 'pound'],
  ['€', 'euro'],
  ['¥', 'yen'],
]);
export const MONEYS = new Set(
  'dollar pound euro yen franc crown krona rouble ruble rupee peso yuan lira zloty shekel rand real'.split(' '),
);
/** What measures a thing: nothing befalls them. */
export const MEASURES = new Set(
  'metre meter kilometre kilometer centimetre centimeter millimetre millimeter mile foot yard inch acre hectare kilo kilogram gram milligram tonne ton pound litre liter gallon degree watt volt knot mph km kg'.split(
    ' ',
  ),
);
