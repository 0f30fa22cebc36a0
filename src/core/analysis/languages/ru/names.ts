/** Endings of a man's name in its other cases; where nothing is left in doubt they go. */
const cases: readonly (readonly [ending: RegExp, base: string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:а|у|ым|е)$/u, '$1'],
  [/(ск|цк)(?:ого|ому|им|ом)$/u, '$1ий'],
  [/ого$/u, 'ый'],
  [/(ск|цк)ой$/u, '$1ая'],
  [/(ов|ев|ёв|ин|ын)(?:ой|у)$/u, '$1а'],
  [/([бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е)$/u, '$1'],
  [/ея$/u, 'ей'],
  [/ия$/u, 'ий'],
  [/(?:и|ы|е|у|ю|ой|ей)$/u, 'а'],
];

const women = /(?:ова|ева|ёва|ина|ына|ая|ия|ья|на|ра|ла|та|да|га|са|ша|жа)$/u;

/**
 * A name in the nominative, word by word: a form that the article has elsewhere goes before a rule. A woman's family name in -ова looks
 * like a man's genitive: the first name decides.
 */
export function baseNameRu(words: readonly string[], isKnown: (word: string) => boolean): readonly string[] {
  const [first = ''] = words;
  if (words.length > 1 && women.test(first) && /(?:ова|ева|ёва|ина|ына|ая|ко|их|ых|[^аяоеиуюый])$/u.test(words.at(-1) ?? '')) return words;
  return words.map((word) => {
    if (word.length < 4) return word;
    for (const [ending, base] of cases) {
      const form = word.replace(ending, base);
      if (form !== word && form.length >= 3 && isKnown(form)) return form;
    }
    return word;
  });
}
