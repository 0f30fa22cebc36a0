import { conflictOf, type Side, type Source, wordsOf } from './contradiction';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Conflict } from '../model';
import { areOpposed, isDirection } from '../words/opposites';
import type { ByWord } from '../words/byWord';
import { longestCommon } from '../matching/relation';
import { compareSpeakers } from '../matching/voices';
import type { Saying } from './sayings';
import { compareScenes } from './scenes/scene';
import { areOneMinute, areRounded, isAgo, isMeasure, isVague, type Value } from './values';

/** Share of the words with content, and of all, that must stand in both in one order; the rest stands in one of them only. */
const SAME_CONTENTS = 0.8;
const SAME_WORDS = 0.6;
/** The same of a clause that one of two quotations of a speaker goes on from. */
const PART_CONTENTS = 0.5;
/** No sentence of a report has so many words with content; lists have. */
const LONGEST = 300;
/** Words with content in common from which on two sentences that nobody named says are surely one. */
const SURELY_ONE = 3;
/** How well a word must stand for another to be it. */
const SYNONYM = 0.85;
/** What stands in one of two sentences only and makes it a wish, a plan or a question. */
const OPENING = new Set(
  'hope want wish plan expect consider threaten try attempt seek urge call demand ask ought intend propose fear likely possible would should can reportedly allegedly deny refuse decline fail'.split(
    ' ',
  ),
);

/** One sentence or clause, turned into its opposite or with another figure or date in it. */
export function turnedConflicts(a: readonly Saying[], b: ByWord<Saying> | undefined, lexicon: Lexicon): Conflict[] {
  const compared = a.flatMap((x) => alike(x, b).flatMap((y) => compare(x, y, lexicon) ?? []));
  // Who has both sides of a dispute contradicts nobody who has one.
  const agreeing = new Set(compared.flatMap(({ x, y, conflict }) => (conflict ? [] : [x, y])));
  const isAgreed = (saying: Saying) => agreeing.has(saying);
  return compared.flatMap(({ x, y, conflict }) => (conflict && !isAgreed(x) && !isAgreed(y) ? [conflict] : []));
}

/** The sayings that may have enough of the words: each of those has one of the few rarest, and one more, as an opposite stands in a word's place. */
function alike({ contents }: Saying, among: ByWord<Saying> | undefined): readonly Saying[] {
  if (contents.length > LONGEST) return [];
  return among?.withRarest(contents, contents.length - Math.ceil(SAME_CONTENTS * contents.length) + 2) ?? [];
}

interface Compared {
  readonly x: Saying;
  readonly y: Saying;
  /** Undefined where both say the same. */
  readonly conflict?: Conflict;
}

/** How two sayings compare; undefined where they are not one. */
function compare(x: Saying, y: Saying, lexicon: Lexicon): Compared | undefined {
  const least = Math.min(x.contents.length, y.contents.length);
  const most = Math.max(x.contents.length, y.contents.length);
  // All of the shorter one must be there, and that must be enough of the longer.
  if (least < (isQuoted(x) && isQuoted(y) ? PART_CONTENTS : SAME_CONTENTS) * most) return undefined;
  if (x.open !== y.open || !mayBeOne(x, y)) return undefined;
  const voice = voiceOf(x, y);
  if (voice === 'other' || !isAllThere(x, y, lexicon)) return undefined;
  const { equal, opposed, rest, ofX, ofY } = align(x, y, lexicon);
  const shared = equal + opposed.length;
  // One may say more; where each has a word that the other lacks, the harbour and the bridge, they speak of two things.
  if (shared !== least || opposed.length > 1 || equal === 0) return undefined;
  const isWhole = shared >= SAME_CONTENTS * most && commonWords(x, y, lexicon) >= SAME_WORDS * Math.max(x.words.length, y.words.length);
  const isPart = voice === 'same' && isQuoted(x) && isQuoted(y) && equal >= 2 && shared >= PART_CONTENTS * most;
  const isTurned = (x.negations.length + y.negations.length + opposed.length) % 2 === 1 && x.negations.length * y.negations.length === 0;
  if (rest.some((lemma) => OPENING.has(lexicon.word(lemma)))) return undefined;
  if (isTurned) {
    if (x.open || x.ordered || y.ordered || !(isWhole || isPart) || !areOfOneTime(x.values, y.values)) return undefined;
    const negated = x.negations.length > 0 ? x : y;
    if (opposed.length === 0 && !isWithin(negated, negated === x ? ofX : ofY)) return undefined;
    // bottled sales are not all of them
    const [at, there] = opposed[0] ?? [];
    if (voice !== 'same' && rest.length > 0 && at !== undefined && isDirection(x.source.text.tokens.lemma[at] ?? -1, lexicon))
      return undefined;
    if (isToAPart(x, at, rest, lexicon) || isToAPart(y, there, rest, lexicon)) return undefined;
    const isConditional = x.conditional !== y.conditional;
    // "I will not" against "I will if": the other way round nothing is turned
    if (isConditional && (voice !== 'same' || negated.conditional || !isQuoted(x) || !isQuoted(y))) return undefined;
    if (voice !== 'same' && equal < 2) return undefined;
    const isSure = !isConditional && (voice === 'same' ? true : equal >= SURELY_ONE || (shared === most && equal >= 2));
    if (compareScenes({ ...x, kind: 'state' }, { ...y, kind: 'state' }, lexicon) === 'other') return undefined;
    return { x, y, conflict: { ...turned(x, y, opposed[0]), ...(!isSure && { level: 'differs' as const }) } };
  }
  if (!isWhole || x.conditional !== y.conditional) return undefined;
  const values = changedValue(x.values, y.values);
  if (values === 'same') return { x, y };
  if (!values || opposed.length > 0 || x.negations.length !== y.negations.length) return undefined;
  if (voice !== 'same' && (equal < SURELY_ONE || !values.every(isMeasure))) return undefined;
  const kind = values[0].kind === 'number' ? 'number' : 'date';
  const scene = compareScenes({ ...values[0], kind }, { ...values[1], kind }, lexicon);
  if (scene === 'other') return undefined;
  return {
    x,
    y,
    conflict: {
      ...conflictOf(kind, [withWords(x, values[0]), withWords(y, values[1])]),
      ...(scene === 'givers' && { level: 'differs' as const }),
    },
  };
}

/** "Rejected an amendment to the lease": whether what is done to something is done to what only this side has before it. */
function isToAPart({ source: { text } }: Saying, at: number | undefined, rest: readonly number[], lexicon: Lexicon): boolean {
  if (at === undefined) return false;
  const { lemma } = text.tokens;
  const kindAt = (i: number) => lexicon.kind(lemma[i] ?? -1);
  let next = at + 1;
  while (next <= at + AN && kindAt(next) === Kind.function) next++;
  return rest.includes(lemma[next] ?? -1) && BELONGING.test(lexicon.word(lemma[next + 1] ?? -1));
}
/** Articles and the like before a noun, at most, and what joins it to the thing that it is of. */
const [AN, BELONGING] = [3, /^(?:to|of|on|in|for|from|against|about)$/];

/** Whether half of the words of the shorter one stand in the other as they are: what stands for a word is dearer to ask. */
function mayBeOne({ contents: a }: Saying, { contents: b }: Saying): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return 2 * short.filter((lemma) => long.includes(lemma)).length >= short.length;
}

/** Whether each word of the shorter one, or what may stand for it, stands in the other; only then is it worth while to ask in which order. */
function isAllThere({ contents: a }: Saying, { contents: b }: Saying, lexicon: Lexicon): boolean {
  if (a.length <= b.length) return a.every((one) => b.includes(one) || b.some((other) => likenessOf(one, other, lexicon) > 0));
  return b.every((other) => a.includes(other) || a.some((one) => likenessOf(one, other, lexicon) > 0));
}

function turned(x: Saying, y: Saying, opposed: readonly [number, number] | undefined): Conflict {
  const kind = x.spoken && y.spoken ? 'wording' : 'state';
  if (!opposed) return conflictOf(kind, [x, y], `“${[...x.negations, ...y.negations].join(' ')}” only on one side`);
  const word = ({ source }: Saying, at: number) => wordsOf(source, at, at + 1);
  return conflictOf(kind, [x, y], `“${word(x, opposed[0])}” against “${word(y, opposed[1])}”`);
}

/** Whether one speaks in both; `unknown` where nobody named does in one of them. */
function voiceOf({ spoken: a }: Saying, { spoken: b }: Saying): 'same' | 'other' | 'unknown' {
  if (!a || !b) return 'unknown';
  const voice = compareSpeakers(a.speakers, b.speakers);
  const isOneName = a.speakers.some(({ name }) => b.speakers.some((other) => other.name.toLowerCase() === name.toLowerCase()));
  return voice === 'unknown' && isOneName ? 'same' : voice;
}

function isQuoted({ spoken }: Saying): boolean {
  return spoken?.type === 'direct';
}

interface Alignment {
  readonly equal: number;
  /** Tokens of the opposites. */
  readonly opposed: readonly (readonly [number, number])[];
  /** What stands on one side only. */
  readonly rest: readonly number[];
  /** Which of the words of each are in both. */
  readonly ofX: readonly number[];
  readonly ofY: readonly number[];
}

/** Whether a negation turns what both have, and not what only one goes on with: "a road without any light". */
function isWithin({ negatedAt, contents }: Saying, shared: readonly number[]): boolean {
  const [first, last] = [shared[0] ?? 0, shared.at(-1) ?? 0];
  return negatedAt.every((at) => at < 0 || (at >= first && at <= last) || (at === last + 1 && at === contents.length));
}

/** The words with content that both have in one order, opposites among them. */
function align(x: Saying, y: Saying, lexicon: Lexicon): Alignment {
  const [a, b] = [x.contents, y.contents];
  const width = b.length + 1;
  const gain = (i: number, j: number) => likenessOf(a[i] ?? -1, b[j] ?? -1, lexicon);
  const table = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const on = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = Math.max(on, gain(i, j) + (table[(i + 1) * width + j + 1] ?? 0));
    }
  }
  let equal = 0;
  const opposed: (readonly [number, number])[] = [];
  const rest: number[] = [];
  const [ofX, ofY]: [number[], number[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const here = table[i * width + j] ?? 0;
    const like = gain(i, j);
    if (like > 0 && here === like + (table[(i + 1) * width + j + 1] ?? 0)) {
      if (like === OPPOSED) opposed.push([x.at[i] ?? x.from, y.at[j] ?? y.from]);
      else equal++;
      ofX.push(i++);
      ofY.push(j++);
    } else if (here === (table[(i + 1) * width + j] ?? 0)) rest.push(a[i++] ?? -1);
    else rest.push(b[j++] ?? -1);
  }
  return { equal, opposed, rest: [...rest, ...a.slice(i), ...b.slice(j)], ofX, ofY };
}
const OPPOSED = 0.75;

function likenessOf(a: number, b: number, lexicon: Lexicon): number {
  if (a === b) return 1;
  if (areOpposed(a, b, lexicon)) return OPPOSED;
  const { lemmas, similarities } = lexicon.related(a);
  const at = lemmas.indexOf(b);
  return at >= 0 && (similarities[at] ?? 0) >= SYNONYM ? 0.5 : 0;
}

/** All words in common, what is opposed or stands for it among them. */
function commonWords({ words: a }: Saying, { words: b }: Saying, lexicon: Lexicon): number {
  const stand = new Map<number, number>();
  for (const one of new Set(a)) {
    if (b.includes(one)) continue;
    const other = b.find((each) => likenessOf(one, each, lexicon) > 0);
    if (other !== undefined) stand.set(one, other);
  }
  return longestCommon(a.map((one) => stand.get(one) ?? one), b); // prettier-ignore
}

/** "before June", "lasted nine hours": with the word before it, or at the beginning with those after it, "Two of my brothers". */
function withWords({ source, from, to }: Saying, value: Value): Side {
  if (value.from === from) return { ...value, to: Math.min(to, value.to + 3) };
  return { ...value, from: value.from - 1, to: value.kind === 'number' ? Math.min(to, unitBehind(source, value.to)) : value.to };
}

/** Behind what a number counts or measures: "lasted nine hours". */
function unitBehind({ text: { tokens } }: Source, at: number): number {
  const isNext = (i: number) => ((tokens.flags[i] ?? Flag.sentence) & (Flag.sentence | Flag.clause | Flag.phrase)) === 0;
  return isNext(at) ? at + 1 : at;
}

/** What happened in 2031 may not have happened in 2035. */
function areOfOneTime(a: readonly Value[], b: readonly Value[]): boolean {
  return a.every(({ kind, value }) => {
    const others = b.filter((other) => other.kind === kind);
    return others.length === 0 || others.some((other) => other.value === value);
  });
}

/** The only two values that differ, in one place of two sentences. */
function changedValue(a: readonly Value[], b: readonly Value[]): readonly [Value, Value] | 'same' | undefined {
  if (a.length !== b.length) return undefined;
  let changed: readonly [Value, Value] | undefined;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (x.kind !== y?.kind || Math.abs(x.after - y.after) > 1) return undefined;
    if (x.value === y.value || areRounded(x, y) || areOneMinute(x, y)) continue;
    if (isAgo(x) !== isAgo(y)) return undefined;
    if (changed || isVague(x) || isVague(y)) return undefined;
    changed = [x, y];
  }
  return changed ?? 'same';
}
