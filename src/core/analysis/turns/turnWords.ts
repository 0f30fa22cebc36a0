import { classesOf, genderOfName, wordClasses as w } from '../words/index';
import { hasOwnVoice, isNoSpeaker, reports, speaksOn } from './labels';

/** What a language's words tell of labels and of those who speak behind them. Words are asked in lower case, labels and texts as written. */
export interface TurnWords {
  /** How letters stand before a question or an answer; each has what stands before the letter, and the letter. */
  readonly letters: readonly RegExp[];
  readonly asks: string;
  readonly answers: string;
  /** A label with a word that no speaker is called: "Photo". */
  isNoSpeaker(label: string): boolean;
  /** "mr", "president" */
  isTitle(word: string): boolean;
  /** "interviewer" */
  isOffice(word: string): boolean;
  isGivenName(word: string): boolean;
  /** How sentences begin: "and", "look". */
  isFunction(word: string): boolean;
  /** Somebody speaks of himself or to somebody, or asks. */
  hasOwnVoice(text: string): boolean;
  /** Somebody speaks of himself, as a turn goes on. */
  speaksOn(text: string): boolean;
  /** A narrator's words: somebody else says something in them. */
  reports(text: string): boolean;
}

const question =
  /^((?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?)(Q)(?:(?=\s\s|\t|\u00a0)|(?=\s\p{Lu})|(?=\s[“"‘(—–-])|(?=\s+\d)|[.:](?=\s))[.:]?\s*/u;
const answer = /^()(A)(?:[.:]|(?=\s\s|\t))\s+/u;
const common = w.pronoun | w.conjunction | w.subordinator | w.adverbial | w.preposition | w.auxiliary | w.determiner | w.negation | w.verb;

export const englishTurns: TurnWords = {
  letters: [question, answer],
  asks: 'Q',
  answers: 'A',
  isNoSpeaker,
  isTitle: (word) => (classesOf(word) & w.title) !== 0,
  isOffice: (word) => (classesOf(word) & w.role) !== 0,
  isGivenName: (word) => genderOfName(word) !== undefined,
  isFunction: (word) => (classesOf(word) & common) !== 0,
  hasOwnVoice,
  speaksOn,
  reports,
};

/** Where one is asked who is called the interviewer, "SUBJECT:" and "Source:" are who answers. */
export function wordsFor(prose: string, words: TurnWords): TurnWords {
  if (!asker.test(prose)) return words;
  return { ...words, isNoSpeaker: (label) => !answerer.test(label) && words.isNoSpeaker(label) };
}
const asker = /(?:^|\n)[^\p{L}\n]{0,16}(?:INTERVIEWER|Interviewer|RESEARCHER|Researcher|MODERATOR|Moderator)\b[^:\n]{0,10}:/u;
const answerer = /^(?:subject|source|editor|host|respondent)(?: \d{1,2}| [A-Z])?$/i;
