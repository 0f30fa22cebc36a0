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
