import { sentencesOf } from '../../matching/query';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Tokens } from '../../words/tokens';

/** Words before a duration among which it is said what lasts. */
const REACH = 5;
/** What is still open, or only asked for, contradicts no sentence: "faces up to nine years". */
const OPEN = new Set('face could may might would should seek ask demand recommend carry maximum minimum up least request want'.split(' '));
/** "Two years ago", "in the past nine years", "within a day": when, and not how long. */
const WHEN_BEFORE = new Set('past last next within after before every each in recent previous first than'.split(' '));
const WHEN_BEHIND = new Set('ago later earlier before after old early late prior previously since from away'.split(' '));
const OF_LAST = new Set('the in over during for these its their his her of'.split(' '));
/** Of prison it is told in many words. */
const PRISON = new Set('prison jail imprison bar sentence serve custody'.split(' '));

/** What lasts for a time that has no noun of its own: "banned for four years", "sentenced to seven years"; undefined where that is unclear. */
export function lastingBeside(tokens: Tokens, prose: string, from: number, to: number, lexicon: Lexicon): number | undefined {
  const sentence = sentencesOf(tokens, from, to);
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  if (isWhen(tokens, from, to, lexicon) || (tokens.flags[from] ?? 0) & Flag.quoted) return undefined;
  for (let i = sentence.from; i < from; i++) if (OPEN.has(word(i))) return undefined;
  const isDone = (i: number) =>
    lexicon.isVerb(tokens.lemma[i] ?? -1) || prose.slice(tokens.start[i], tokens.end[i]).toLowerCase().endsWith('ed');
  let done: number | undefined;
  for (let i = from - 1; i >= Math.max(sentence.from, from - REACH) && done === undefined; i--) {
    if (PRISON.has(word(i))) return lexicon.id('prison');
    if (lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content && isDone(i)) done = tokens.lemma[i];
  }
  for (let i = sentence.from; i < Math.min(sentence.to, to + 2); i++) if (PRISON.has(word(i))) return lexicon.id('prison');
  return done;
}

/** Whether a duration tells when something was, and not how long: "two years ago", "within a day". */
export function isWhen({ lemma, flags }: Tokens, from: number, to: number, lexicon: Lexicon): boolean {
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  if (WHEN_BEHIND.has(word(to))) return true;
  for (let i = from - 1; i >= from - 2 && i >= 0 && !((flags[i + 1] ?? 0) & Flag.sentence); i--)
    // "lasted six weeks"
    if (WHEN_BEFORE.has(word(i)) && (word(i) !== 'last' || OF_LAST.has(word(i - 1)))) return true;
  return false;
}
