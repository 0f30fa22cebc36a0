import { sentencesOf } from '../../matching/query';
import { numberOf } from '../../words/numerals';
import type { Prose } from '../../../text/prose';
import type { Fact } from '../fact';
import { Flag } from '../../words/flags';
import type { Lexicon } from '../../words/lexicon';
import { tokenAt, type Tokens } from '../../words/tokens';

const NUMERAL = String.raw`\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`;
const SCORE = new RegExp(
  String.raw`(?<![\p{L}\d,.$£€:/-])(${NUMERAL})(?: votes?)?(?:[-–]| to | votes? to )(${NUMERAL})(?![\p{L}\d%:/]|[-,.–]\d| (?:per|percent|million|billion|years?|days?|months?|weeks?|hours?|minutes?|people))`,
  'giu',
);
const VOTE = /\b(?:vot(?:e|es|ed|ing)|ballot|(?:approv|adopt|ratifi)ed)\b/i;
const GAME = /\b(?:beat|beats|won|win|wins|lost|defeat(?:ed)?|victory|draw|drew|thrash(?:ed)?)\b/i;
/** A part of a game has a score of its own, and so has a set, a series and what was played before. */
const OTHER =
  /\b(?:half|lead|led|set|series|aggregate|penalt\w+|shoot-?out|last (?:week|month|year|season)|ago|previous\w*|amendment|committee|poll)\b/i;
/** Scores do not overlap unless they are one. */
const BASE = 1000;

/** How votes and games ended: "120 to 98", "3-1". */
export function scoresOf(tokens: Tokens, prose: Prose, lexicon: Lexicon): Fact[] {
  const found: Fact[] = [];
  for (const match of prose.text.matchAll(SCORE)) {
    const [all, first = '', second = ''] = match;
    const [from, to] = [tokenAt(tokens, match.index), tokenAt(tokens, match.index + all.length - 1) + 1];
    const sentence = sentencesOf(tokens, from, to);
    const text = prose.text.slice(tokens.start[sentence.from], tokens.end[sentence.to - 1]);
    const kind = VOTE.test(text) ? 'vote' : GAME.test(text) && !all.includes(' to ') ? 'game' : undefined;
    if (kind === undefined || OTHER.test(text)) continue;
    const [x, y] = [first, second].map((word) => (word.toLowerCase() === 'one' ? 1 : (numberOf(word) ?? 0))).sort((p, q) => q - p);
    const value = (x ?? 0) * BASE + (y ?? 0);
    const names = new Set<number>();
    for (let i = sentence.from; kind === 'game' && i < sentence.to; i++)
      if ((tokens.flags[i] ?? 0) & Flag.capital) names.add(tokens.lemma[i] ?? -1);
    found.push({ kind: 'number', from, to, low: value, high: value, head: lexicon.id(kind), person: new Set(), score: names });
  }
  return found;
}
