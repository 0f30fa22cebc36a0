import { classesOf, wordClasses as w } from '../words/index';

/** Words that name a speaker, as far as they could be kept as one of the speaker's names. */
export interface AliasWords {
  readonly text: string;
  /** `role`: an office or a description ("transport minister"), which may be somebody else's in another article. */
  readonly kind: 'name' | 'role';
}

const longest = 6;

/** Leaves out what stands before a name ("the", "her"); `undefined` for a pronoun, for nothing, and for more words than a name has. */
export function aliasWords(mention: string): AliasWords | undefined {
  const words = mention.trim().split(/\s+/);
  while (words[0] !== undefined && (classesOf(words[0].toLowerCase()) & (w.determiner | w.possessive)) !== 0) words.shift();
  const text = words.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '');
  const classes = words.map((word) => classesOf(word.toLowerCase().replace(/['’]s$/, '')));
  if (text === '' || words.length > longest || classes.every((one) => (one & w.pronoun) !== 0)) return undefined;
  const last = words.at(-1) ?? '';
  const isOffice = ((classes.at(-1) ?? 0) & (w.role | w.title | w.group | w.body)) !== 0;
  return { text, kind: /^\p{Lu}/u.test(last) && !isOffice ? 'name' : 'role' };
}
