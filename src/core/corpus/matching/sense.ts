import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import type { Weighted } from '../words/weights';
import type { Query } from './query';
import type { Stretch } from './relation';

/** Words beside a stretch among which one may turn it. */
const BEFORE = 4;
const BEHIND = 4;
/** What turns or leaves open what it stands before: "refused to", "had hoped to". */
const FRAMES = new Set('refuse decline deny fail hope want plan threaten doubt'.split(' '));
/** "For him no longer", "at no time" */
const TRAILING = new Set('long more time all way ever again'.split(' '));

/** A stretch with the words of its clause right beside it that turn its sense: nobody may be shown what was denied as if it had been said. */
export function withSense({ flags, lemma }: Tokens, { from, to }: Stretch, lexicon: Lexicon): Stretch {
  const isTurning = (i: number) => ((flags[i] ?? 0) & Flag.negation) !== 0;
  const isOne = (i: number) => !((flags[i] ?? 0) & (Flag.sentence | Flag.paragraph | Flag.clause));
  let first = from;
  for (let i = from - 1; i >= 0 && i >= from - BEFORE && isOne(i + 1); i--) {
    if (isTurning(i) || FRAMES.has(lexicon.word(lemma[i] ?? -1))) first = i;
  }
  let last = to;
  for (let i = to; i < flags.length && i < to + BEHIND && isOne(i); i++) {
    if (!isTurning(i)) continue;
    last = i + 1;
    while (last < flags.length && isOne(last) && TRAILING.has(lexicon.word(lemma[last] ?? -1))) last++;
  }
  return { from: first, to: last };
}

/** Whether a passage and a stretch both tell that something is so, or both only what is asked: "whether the gate had been shut". */
export function areAskedAlike(asked: Query, { tokens }: Weighted, stretch: Stretch, lexicon: Lexicon): boolean {
  return isAsked(asked.text.tokens, asked, lexicon) === isAsked(tokens, stretch, lexicon);
}

function isAsked({ lemma }: Tokens, { from }: Stretch, lexicon: Lexicon): boolean {
  return [from, from - 1].some((i) => lexicon.word(lemma[i] ?? -1) === 'whether');
}

/** Whether somebody is quoted with words that anybody may say of anything: "Absolutely not." */
export function isEveryday({ quoted, lemmas }: Query, lexicon: Lexicon): boolean {
  if (!quoted) return false;
  return lemmas.reduce((sum, lemma) => sum + (lexicon.kind(lemma) === Kind.content ? lexicon.rarity(lemma) : 0), 0) < EVERYDAY;
}

/** Bits of the words with content that two ordinary words have. */
const EVERYDAY = 30;

/** Whether somebody is read to report no more than a name with an office, or a thing: others tell nothing with it. */
export function isBareReport({ deeds, text: { tokens }, from, to }: Query, reported: Stretch | undefined, lexicon: Lexicon): boolean {
  if (reported?.from !== from || reported.to !== to || deeds.length > 0) return false;
  return !tokens.lemma.subarray(from, to).some((lemma) => TELLING.has(lexicon.word(lemma)) || lexicon.kind(lemma) === Kind.number);
}

/** What says something of somebody without a verb of its own: "criticised it as a danger". */
const TELLING = new Set('as be have do will would shall should can could may might must'.split(' '));
