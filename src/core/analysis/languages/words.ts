import type { LanguagePack } from './pack';

/** What matching asks of the words of a language that has a pack; all in lower case, apostrophes straight. */
export interface LanguageWords {
  readonly language: string;
  /** What is left of all forms of a word. */
  stem(word: string): string;
  /** Carries order and wording, no content. */
  isFunction(word: string): boolean;
  /** Frames a statement: "sagte". */
  isReporting(word: string): boolean;
  /** May begin a phrase. */
  opensPhrase(word: string): boolean;
  number(word: string): number | undefined;
  /** "18. April" is no end of a sentence. */
  readonly ordinalsHaveStops: boolean;
  /** Without what an apostrophe joins to it: "l'eau". */
  alone(word: string): string;
}

export function wordsOfPack(pack: LanguagePack): LanguageWords {
  const { articles, links, stops, beside, auxiliaries, conjunctions, coordination, relatives, clauseWords, asWords } = pack;
  const { weekdays } = pack.dates;
  const closed = [articles, links, stops, beside, auxiliaries, conjunctions, coordination, relatives, clauseWords, asWords];
  const openers = [conjunctions, coordination, relatives, clauseWords];
  const isFunction = (word: string) =>
    !weekdays.has(word) && (pack.pronouns.has(word) || pack.possessives.has(word) || closed.some((words) => words.has(word)));
  return {
    language: pack.code,
    ordinalsHaveStops: pack.ordinalsHaveStops === true,
    stem: pack.stem,
    isFunction,
    isReporting: (word) => pack.cues.has(word) || pack.halves.has(word),
    opensPhrase: (word) => openers.some((words) => words.has(word)),
    number: (word) => {
      const value = pack.dates.numbers.get(word);
      return value !== undefined && value > 1 ? value : undefined;
    },
    alone: (word) => word.slice(pack.elision?.exec(word)?.[0].length ?? 0) || word,
  };
}
