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

/** Endings of the genitive, first names before family names; the first that fits goes. */
const firstNames: readonly (readonly [ending: RegExp, base: string])[] = [
  [/ия$/u, 'ий'],
  [/ея$/u, 'ей'],
  [/ая$/u, 'ай'],
  [/ии$/u, 'ия'],
  [/([лрнт])я$/u, '$1ь'],
  [/([гкхжшчщ])и$/u, '$1а'],
  [/ы$/u, 'а'],
  [/ьи$/u, 'ья'],
  [/([^аеёиоуыэюяьй])а$/u, '$1'],
];
const familyNames: readonly (readonly [ending: RegExp, base: string])[] = [
  [/(ов|ев|ёв|ин|ын)ой$/u, '$1а'],
  [/(ск|цк)ой$/u, '$1ая'],
  [/(ск|цк)ого$/u, '$1ий'],
  [/ого$/u, 'ый'],
  [/я$/u, 'ь'],
  [/([^аеёиоуыэюяьй])а$/u, '$1'],
];

/** A name behind a word that asks for the genitive ("по словам Игоря Соколова"), in the nominative. */
export function nameOfGenitiveRu(words: readonly string[]): readonly string[] {
  const plain = (word: string, endings: typeof firstNames) => {
    const [ending, base] = endings.find(([one]) => word.length > 3 && one.test(word)) ?? [];
    return ending === undefined || base === undefined ? word : word.replace(ending, base);
  };
  return words.map((word, at) => plain(word, at === words.length - 1 ? familyNames : firstNames));
}
