/** What the reader of dates has to know of a language. All words in lower case. */
export interface DatePack {
  /** Every form and abbreviation, 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Every form, 1 (Monday) to 7. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** "heute": days from the day of publication. */
  readonly days: ReadonlyMap<string, number>;
  /** "Abend": MO, MI, AF, EV, NI; also joined to a weekday. */
  readonly dayParts: ReadonlyMap<string, string>;
  /** "Woche": day, week, month, year, hour, minute, quarter, half (a year), decade, weekend; every form of the noun. */
  readonly units: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** "mehrere", "plusieurs": how many is not said. */
  readonly some: ReadonlySet<string>;
  /** "rund", "environ": before a number and part of the expression. */
  readonly about: ReadonlySet<string>;
  /** "letzte", "dernière": -1; "diese": 0; "nächste": 1. */
  readonly shifts: ReadonlyMap<string, number>;
  /** "Anfang", "début". */
  readonly edges: ReadonlySet<string>;
  /** SP, SU, FA, WI. */
  readonly seasons: ReadonlyMap<string, string>;
  /** Before a length of time, to count back from publication: "vor", "il y a", "hace". */
  readonly ago: readonly (readonly string[])[];
  /** Behind it: "назад". */
  readonly agoBehind: ReadonlySet<string>;
  /** Before it, to count on: "in", "dans", "dentro de", "через". */
  readonly ahead: readonly (readonly string[])[];
  /** Behind it, counted from the date before: "später" 1, "zuvor" -1. */
  readonly laterBehind: ReadonlyMap<string, number>;
  /** Between a day and its month, and a month and its year: "de". */
  readonly joins: ReadonlySet<string>;
  /** Behind a year: "года". */
  readonly yearWords: ReadonlySet<string>;
  /** Belong to a relative expression: "la semaine dernière". */
  readonly articles: ReadonlySet<string>;
  /** Belong to a date with day and month, too: "el 29 de enero". */
  readonly dateArticles: ReadonlySet<string>;
  /** Behind a clock time: "Uhr", "horas". */
  readonly clock: ReadonlySet<string>;
  /** "jeden", "chaque". */
  readonly each: ReadonlySet<string>;
  /** Between how often and a unit: "im", "par". */
  readonly per: ReadonlySet<string>;
  /** Right before a date, or near before it, that is still to come. */
  readonly future: RegExp;
  /** Verbs that tell, in the clause of a weekday, of what will be done then: "öffnet", "откроем". */
  readonly planned: RegExp;
  /** In the same clause they say that it is done. */
  readonly past: RegExp;
  /** Begin a clause of its own: "dass", "que". */
  readonly clauses: ReadonlySet<string>;
  readonly century: ReadonlySet<string>;
  /** Right before a month's name, so that it is no other word: "im", "depuis". */
  readonly beforeMonths: ReadonlySet<string>;
  /** "primero", "1er": the first of a month. */
  readonly firstDays: ReadonlySet<string>;
  /** Before the number of a day: "el día 12". */
  readonly dayWords: ReadonlySet<string>;
  /** "les années 1990". */
  readonly decadeWords: ReadonlySet<string>;
  /** Forms of units that are more than one. */
  readonly plurals: ReadonlySet<string>;
  /** Units that are today's with an article alone: "la journée". */
  readonly aloneUnits: ReadonlySet<string>;
  /** Between a part and what it is a part of: "de", "der". */
  readonly of: ReadonlySet<string>;
  /** Behind a unit, for the one that lasts: "en cours". */
  readonly ongoing: ReadonlySet<string>;
  /** Behind a number, for half a year: "les six premiers mois". */
  readonly firsts: ReadonlySet<string>;
  /** The other half of a word of `laterBehind`: "plus tard". */
  readonly laterSecond: ReadonlyMap<string, string>;
  /** The day after the one before: "folgenden", "suivant". */
  readonly nextDays: ReadonlySet<string>;
  /** Before a length without a number: "seit Jahren". */
  readonly lasting: ReadonlySet<string>;
  /** "dreimal", by its whole word. */
  readonly timesWord?: RegExp;
  /** Behind how often: "fois", "veces". */
  readonly times: ReadonlySet<string>;
  /** Before a clock time: "um", "vers". */
  readonly atClock: ReadonlySet<string>;
  /** Articles before an hour: "las". */
  readonly hourArticles: ReadonlySet<string>;
  /** Before an hour that needs no word behind it: "um 11". */
  readonly hourAlone: ReadonlySet<string>;
  /** Behind an hour of the clock: "del mediodía". */
  readonly noon: ReadonlySet<string>;
  /** Between a clock time and its day: "de ese 13 de marzo". */
  readonly clockJoins: ReadonlySet<string>;
  /** Joined by an apostrophe to the word behind and no part of it: "l'année". */
  readonly elision?: RegExp;
}

/** "januar:1 jänner:1" */
export function valued(text: string): ReadonlyMap<string, number> {
  return new Map(pairs(text).map(([word, value]) => [word, Number(value)]));
}

export function named(text: string): ReadonlyMap<string, string> {
  return new Map(pairs(text));
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [word = '', value = ''] = entry.split(':');
      return [word, value] as const;
    });
}

/** Every word of a list with one value. */
export function all<T>(value: T, words: string): readonly (readonly [string, T])[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => [word, value] as const);
}
