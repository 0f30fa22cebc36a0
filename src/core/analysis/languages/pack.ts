import type { DatePack } from './datePack';

export type Gender = 'm' | 'f' | 'n' | 'plural' | 'any';

/** What the readers of this room have to know of a language. All words in lower case, apostrophes straight. */
export interface LanguagePack {
  readonly code: string;
  /** Forms of verbs that carry a statement: "sagte", "a déclaré" by its participle. */
  readonly cues: ReadonlySet<string>;
  /** Forms whose other half ends the clause, with these halves: "teilte … mit". */
  readonly halves: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that are a cue only behind a comma and before who speaks: "so Ruiz". */
  readonly bareCues: ReadonlySet<string>;
  /** Stand right before a participle that is a cue: "a déclaré", "ha dicho". */
  readonly auxiliaries: ReadonlySet<string>;
  /** Join two verbs of one subject: "et", "und". */
  readonly coordination: ReadonlySet<string>;
  /** Begin a clause about the noun before: "qui", "quien". */
  readonly relatives: ReadonlySet<string>;
  /** Begin a clause of their own: "where", "because". */
  readonly clauseWords: ReadonlySet<string>;
  /** Cues without a subject, with the preposition before their source: "heißt es in dem Bericht". */
  readonly impersonal: ReadonlyMap<string, ReadonlySet<string>>;
  /** Before whoever speaks: "desde el puerto aseguraron". */
  readonly seats?: ReadonlySet<string>;
  /** Cues that call somebody or something what stands between marks: "nannte ihn einen „Helden“". */
  readonly naming: ReadonlySet<string>;
  /** Beside such a verb somebody names themselves, which is a name and nobody's words: "nannte sich". */
  readonly reflexives: ReadonlySet<string>;
  /** Cues that speak of what stands between marks, with the preposition before it: "spricht vom „Monster“". */
  readonly speaksOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words between a subject and its cue that belong to the verb: auxiliaries, negation, reflexives, common adverbs. */
  readonly beside: ReadonlySet<string>;
  /** Begin the clause that is said: "dass", "que", "что". */
  readonly conjunctions: ReadonlySet<string>;
  /** Words before a source: "laut", "nach angaben von"; longest first. */
  readonly sourceBefore: readonly (readonly string[])[];
  /** Of these, what names a source only between commas or at a sentence's start, and before somebody: "pour". */
  readonly weakSources?: ReadonlySet<string>;
  /** Behind such a word of `sourceBefore` one that has its source in it, and which: „nach Polizeiangaben“. */
  readonly sourceWithin?: { readonly behind: string; readonly form: RegExp };
  /** Begin a sentence that says whose the one before it is: „Das teilte die Polizei mit.“ */
  readonly pointsBack?: readonly (readonly string[])[];
  /** Begin a clause that names who says the rest: "wie das Amt mitteilte, …". */
  readonly asWords: ReadonlySet<string>;
  /** Words after a source: "zufolge". */
  readonly sourceAfter: ReadonlySet<string>;
  /** Words before the noun they belong to: articles, possessives, demonstratives. */
  readonly articles: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Gender>;
  /** Possessives that name the source in a phrase: "по его словам". */
  readonly possessives: ReadonlyMap<string, Gender>;
  /** Go on inside a noun phrase: "de", "von", "und". */
  readonly links: ReadonlySet<string>;
  /** End a noun phrase: prepositions, conjunctions, days, adverbs. */
  readonly stops: ReadonlySet<string>;
  /** What somebody is called by office or trade; matched against a word. */
  readonly role: RegExp;
  /** Stand before a name and are no part of it: "Herr", "M.". */
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Verb forms that say by themselves that something is reported: the German Konjunktiv I. */
  readonly reportive?: ReadonlySet<string>;
  /** Beside these a participle says what was done to somebody: "wurde kritisiert". */
  readonly passives?: ReadonlySet<string>;
  /** Forms that are no participle, so that nothing is done by them beside such a verb: "wurde gelöscht, sagte". */
  readonly finite?: RegExp;
  /** Stand before an infinitive: "zu", "de". */
  readonly infinitiveMarks: ReadonlySet<string>;
  /** Whether a word right behind a cue begins a statement without a conjunction: "affirme avoir". */
  readonly infinitive?: RegExp;
  /** A verb form that goes on with the subject before: "ajoutant", "добавив". */
  readonly gerund?: RegExp;
  /** Infinitives that go on with the subject before, behind this word: "al considerar que". */
  readonly onSaying?: { readonly behind: string; readonly form: RegExp };
  /** Between a cue and its subject it begins an aside: "confie de son côté Claire Besson". */
  readonly asides?: ReadonlySet<string>;
  /** Pronouns that are nobody: "on". */
  readonly indefinites?: ReadonlySet<string>;
  /** A form that carries a statement only behind an auxiliary: "ha dicho", but "el dato señalado". */
  readonly participle?: RegExp;
  /** Right behind these no verb stands, and what looks like one is a noun: "en cuenta". */
  readonly notBeforeVerbs?: ReadonlySet<string>;
  /** Right behind a word of `reflexives` a cue says what is done, and by nobody: "se explica por". */
  readonly reflexivesArePassive?: true;
  /** But not these: "si chiede", "se pregunta". */
  readonly asksItself?: ReadonlySet<string>;
  /** Conjunctions that also begin a clause about the noun before: "que". */
  readonly relativeConjunctions?: ReadonlySet<string>;
  /** Verbs whose object is who is told, so that a conjunction behind it begins what is said: "avertit la ville que". */
  readonly tellsSomebody?: RegExp;
  /** Nouns of what tells without being somebody: "informe", "rapport". */
  readonly tellers?: ReadonlySet<string>;
  /** Of the words before a source, those that also stand before what is no source: "según el viento". */
  readonly alsoNoSource?: ReadonlySet<string>;
  /** Who speaks may stand at the end of the sentence, behind what is told of where and to whom: "сообщил журналистам в среду мэр Иван Гусев". */
  readonly subjectsComeLate?: true;
  /** An article that is a link too begins something else behind a noun: "para el alcalde los muelles". */
  readonly articlesBegin?: true;
  /** Links that belong to a name before a capital ("Bashar al Asad"), and else stand before who was told: "dijo Ruiz al diario". */
  readonly listenerLinks?: ReadonlySet<string>;
  /** Stand before who was told, where who says it stands behind them: "respondió al diario la alcaldesa". */
  readonly toldTo?: ReadonlySet<string>;
  /** Stand between a verb and whoever says it: "dijo por su parte la alcaldesa". */
  readonly between?: readonly (readonly string[])[];
  /** Who was told something, right behind the verb, by its ending: "журналистам". */
  readonly listener?: RegExp;
  /** Who writes or is heard, so that a form beside it reports nothing: "ich habe". */
  readonly firstPerson?: ReadonlySet<string>;
  /** Somebody by a trait, who is whoever was named last: "die 52-Jährige". */
  readonly traits?: RegExp;
  /** Right before marks: what stands between them is a name, and nobody's words: "surnommé", "sogenannte". */
  readonly nameWords: ReadonlySet<string>;
  /** Up to four letters before a full stop that ends no sentence: "dr". */
  readonly abbreviations: ReadonlySet<string>;
  /** A number with a full stop is an ordinal: "3. Mai". */
  readonly ordinalsHaveStops?: true;
  /** A clause behind a comma that begins with an article tells of the noun before: "die". */
  readonly articlesAreRelative?: true;
  /** The verb stands second, and last in a clause with a conjunction. */
  readonly verbSecond?: true;
  /** Words that stand before a noun: where one begins a sentence, the subject is behind the verb. */
  readonly prepositions?: ReadonlySet<string>;
  /** Common nouns are written with a capital. */
  readonly nounsAreCapital?: true;
  /** Verbs need no subject. */
  readonly dropsSubjects?: true;
  /** Joined by a hyphen to the verb before: "confie-t-elle". */
  readonly enclitic?: RegExp;
  /** Joined by an apostrophe to the word behind: "qu'il". */
  readonly elision?: RegExp;
  /** A name as it would stand alone; `isKnown` tells whether the article has such a form. */
  readonly baseName?: (words: readonly string[], isKnown: (word: string) => boolean) => readonly string[];
  /** The same of a name behind a word that names a source and asks for another case: "по словам Игоря Соколова". */
  readonly nameOfSource?: (words: readonly string[]) => readonly string[];
  /** What tells the turns of a transcript. */
  readonly turns: {
    /** What stands before a question, and before its answer: "P." and "R." */
    readonly letters: readonly [asks: string, answers: string];
    /** Words by which somebody speaks of himself or to somebody: "ich", "Ihnen"; matched against a text as written. */
    readonly ownVoice: RegExp;
    /** What no speaker is called, though a colon stands behind it: "Foto". */
    readonly noSpeakers: ReadonlySet<string>;
  };
  /** What is left of all forms of a word: „Rates“, „Rat“. */
  readonly stem: (word: string) => string;
  readonly dates: DatePack;
}

export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** "sag:t,te,ten" gives sagt, sagte, sagten; a word without a colon stands for itself. */
export function forms(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of text.trim().split(/\s+/)) {
    const [stem = '', endings] = entry.split(':');
    if (endings === undefined) found.add(stem);
    else for (const ending of endings.split(',')) found.add(stem + ending);
  }
  return found;
}

export function phrases(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/\s*\|\s*/)
    .map((phrase) => phrase.split(/\s+/))
    .sort((a, b) => b.length - a.length);
}

/** Whole words, in any case. */
export function wholeWords(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${words})(?![\p{L}\p{M}])`, 'iu');
}

/** "er:m sie:f" */
export function genders(text: string): ReadonlyMap<string, Gender> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [word = '', gender = 'any'] = entry.split(':');
        return [word, gender as Gender] as const;
      }),
  );
}
