import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Told } from './passage';

/** Words of which a sentence has one for what it tells of, row by row: who has one of a row tells of another thing than who has another one. */
const ROWS: readonly RegExp[] = [
  /\b(?:north|south|east|west)(?:ern)?(?= (?!of\b)\p{Ll})/gu,
  /\b(?:upper|lower|middle)(?= \p{Ll})/gu,
  /\b(?:left|right)(?= (?:hand|side|bank|arm|leg|foot|eye|wing|lung|knee|engine)\b)/gu,
  /\b(?:elder|younger|eldest|youngest|older|oldest)\b/gu,
  /(?<=\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]) )(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?!time|place|half|day|week|year)\p{Ll})/gu,
];
/** What of one thing is not so at one time: who tells one of a pair, and when, tells of another time than who tells the other one. */
const OPPOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:late|delayed|behind schedule)\b/, /\b(?:on time|punctual(?:ly)?|early|ahead of schedule)\b/],
  [/\bout of (?:control|danger|order|action)\b/, /\b(?:under control|in (?:danger|order|action))\b/],
  [/\b(?:opens?|opened)\b/, /\b(?:closes?|closed|shuts?)\b/],
  [/\b(?:arriv(?:es?|ed)|lands?|landed)\b/, /\b(?:leaves?|left|depart(?:s|ed)|t(?:akes|ook) off)\b/],
];
const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
const YEAR = /(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y) )(?:19|20)\d\d\b/g;
const PART_OF_DAY = /\b(?:dawn|morning|noon|midday|afternoon|dusk|evening|night|midnight)\b/gi;
const CLOCK = /\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b/gi;

/** Whether two sentences say themselves that they tell of two things of one kind: the first one and the second one, the northern and the southern. */
export function areNamedApart({ text: a }: Told, { text: b }: Told): boolean {
  return ROWS.some((row) => areDisjoint(a, b, row));
}

/** Whether each of two sentences says in which year or month it was, at what hour or in which part of the day, and none says the same. */
export function areTimedApart({ text: a }: Told, { text: b }: Told): boolean {
  return [YEAR, MONTH, PART_OF_DAY, CLOCK].some((times) => areDisjoint(a, b, times));
}

/** Whether what two moments are of is the opposite: the one when it opens, the other when it closes. */
export function areOfOpposites({ text: a }: Told, { text: b }: Told): boolean {
  return OPPOSED.some(([one, other]) => (one.test(a) && other.test(b) && !other.test(a) && !one.test(b)) || (one.test(b) && other.test(a) && !other.test(b) && !one.test(a))); // prettier-ignore
}

/** Whether each of two sentences has numbers, and none of them is in the other: another journey, another purchase. */
export function areCountedApart(a: Told, b: Told, lexicon: Lexicon): boolean {
  const [x, y] = [a, b].map(({ source, sentence }) =>
    Array.from(source.text.tokens.lemma.subarray(sentence.from, sentence.to)).filter(
      (lemma) => lexicon.kind(lemma) === Kind.number && !/^#10{2,}$/.test(lexicon.word(lemma)),
    ),
  );
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((lemma) => y.includes(lemma));
}

/** Who bought for one sum may have sold for another one. */
export function areOfOtherTrades(a: Told, b: Told, lexicon: Lexicon): boolean {
  return TRADED.test(a.text) && TRADED.test(b.text) && areCountedApart(a, b, lexicon);
}
const TRADED = /\b(?:bought|buys?|acquire[sd]?|sold|sells?)\b/;

function areDisjoint(a: string, b: string, words: RegExp): boolean {
  const [x, y] = [a, b].map((text) => (text.match(words) ?? []).map((word) => word.toLowerCase()));
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((word) => y.includes(word));
}
