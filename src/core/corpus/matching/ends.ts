import { withSense } from './sense';
import { spokenIn } from './voices';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Weighted } from '../words/weights';
import { fitOf } from './alignment';
import type { Query } from './query';
import { tokenAt } from '../words/tokens';
import type { Place, Stretch } from './relation';

/** Words up to the end of a clause that are still shown, and, of what somebody is quoted with, those from its beginning. */
const ON = 5;
const BACK = 8;
/** Share of a stretch that must be one reported clause for who reports it to be left out. */
const CLAUSE = 0.6;
/** Share of what a stretch shares with a passage that must be left without it. */
const LEFT = 0.8;
/** Words before which another clause begins, and before which one of the same sentence ends. */
const BEGINS = new Set(
  'that which who whom whose when where while because if although though and but or as after before since until unless'.split(' '),
);
const ENDS = new Set([...BEGINS].filter((word) => word !== 'that' && word !== 'as'));

/** Share of what a stretch over several sentences shares with a passage that is one, from which on the sentence that has it is meant alone. */
const SENTENCE = { said: 0.8, told: 0.7 } as const;

/** "NEW YORK (Reuters) - ", "Ostravin, March 4 — ", "(CNN) ": the place and the agency that an article begins with. */
const WORD = String.raw`[\p{Lu}\d][\p{L}\d.'’/]*,? `;
const AGENCY = String.raw`\(\p{Lu}[^()\n]{1,30}\)`;
const DASH = '[-–—]{1,2}';
const DATELINE = new RegExp(
  String.raw`^(?:${AGENCY}|(?:${WORD}){1,6}${AGENCY} ?${DASH}|\p{Lu}{2}[\p{Lu}/]+,? (?:${WORD}){0,5}${DASH})\s+`,
  'u',
);
const LONGEST = 80;

/**
 * A stretch as a reader would point at it: to the end of its clause where only a few words are missing; where it is asked for what somebody
 * says, a reported clause without who reports it; and for a quotation from the beginning of its clause.
 */
export function wholeEnds(
  asked: Query,
  found: Place,
  text: Weighted,
  prose: string,
  kind: 'quoted' | 'reported' | 'narrated',
  lexicon: Lexicon,
): Stretch {
  const { tokens, voices } = found;
  const sentence = { ...found, ...inSentence(asked, text, found, kind !== 'narrated') };
  const place = { ...sentence, from: afterDateline(sentence, prose) };
  const reported = kind === 'narrated' ? place : withoutReporter(place, lexicon);
  const coverage = (stretch: Stretch) => fitOf(asked, text, stretch.from, stretch.to).coverage;
  const { from, to } = coverage(reported) < LEFT * coverage(place) ? place : reported;
  const isClause = (i: number) => i <= 0 || i >= tokens.flags.length || ((tokens.flags[i] ?? 0) & (Flag.clause | Flag.sentence)) !== 0;
  const isOne = (i: number, k: number) =>
    voices.at[i] === voices.at[k] && (((tokens.flags[i] ?? 0) ^ (tokens.flags[k] ?? 0)) & Flag.quoted) === 0;
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  let [begin, end] = [from, to];
  const isEnd = () => isClause(end) || !isOne(end, to - 1) || ENDS.has(word(end));
  while (end - to < ON && !isEnd()) end++;
  const isBegin = () => isClause(begin) || !isOne(begin - 1, from) || BEGINS.has(word(begin - 1));
  while (kind === 'quoted' && from - begin < BACK && !isBegin()) begin--;
  return withSense(tokens, { from: isBegin() ? begin : from, to: isEnd() ? end : to }, lexicon);
}

/** Of a stretch over several sentences the one that has nearly all of a passage that is one sentence itself. */
function inSentence(asked: Query, text: Weighted, stretch: Stretch, isSaid: boolean): Stretch {
  const starts = [stretch.from];
  for (let i = stretch.from + 1; i < stretch.to; i++) if ((text.tokens.flags[i] ?? 0) & Flag.sentence) starts.push(i);
  if (asked.sentences > 1 || starts.length === 1) return stretch;
  const coverage = ({ from, to }: Stretch) => fitOf(asked, text, from, to).coverage;
  const least = SENTENCE[isSaid ? 'said' : 'told'] * coverage(stretch);
  const parts = starts.map((from, i) => ({ from, to: starts[i + 1] ?? stretch.to }));
  return parts.find((part) => coverage(part) >= least) ?? stretch;
}

function afterDateline({ tokens, from, to }: Place, prose: string): number {
  if (((tokens.flags[from] ?? 0) & Flag.paragraph) === 0) return from;
  const start = tokens.start[from] ?? 0;
  const begin = prose.charAt(start - 1) === '(' ? start - 1 : start;
  const dateline = DATELINE.exec(prose.slice(begin, begin + LONGEST));
  const after = dateline ? tokenAt(tokens, begin + dateline[0].length) : from;
  return after < to ? after : from;
}

function withoutReporter({ tokens, voices, from, to }: Place, lexicon: Lexicon): Stretch {
  const clause = spokenIn(voices, from, to);
  if (clause?.type !== 'indirect' || Math.min(to, clause.to) - Math.max(from, clause.from) < CLAUSE * (to - from)) return { from, to };
  const isReporting = (begin: number, end: number) =>
    tokens.lemma.subarray(begin, Math.max(begin, end)).some((lemma) => lexicon.kind(lemma) === Kind.reporting);
  return { from: isReporting(from, clause.from) ? clause.from : from, to: isReporting(clause.to, to) ? clause.to : to };
}
