import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';
import { countAlike } from '../counting/countedNouns';
import { surfaceAt, type Told } from './passage';
import type { Giver } from './sources';

/** Words that come and go without a change of what is meant. */
const LIGHT = new Set('a an the its their his her that these those all of'.split(' '));
/** Which of several, kind by kind: "the first leg", "last year", "the other shift". */
const WHICH: readonly RegExp[] = [
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|previous)$/,
  /^(?:this|last|next|previous)$/,
  /^(?:morning|afternoon|evening|night)$/,
  /^(?:(?:north|south|east|west)(?:ern)?|upper|lower|middle|inner|outer|left|right|front|rear|junior|senior)$/,
  /^(?:spring|summer|autumn|winter)$/,
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/,
];
/** How alike two words must be to stand for each other. */
const ALIKE = 0.3;
/** Share of the words with content of both that must be the same for one other noun to be another thing. */
const NEARLY_ALL = 0.6;
/** The same for another name or number. */
const SOME = 0.35;
/** Words in a place where the two differ, at most. */
const LONGEST = 4;
/** A figure with a letter, or a letter, that names one of several: "class 7b", "hall C". */
const LABEL = /^(?:\d{1,4}[a-jA-J]|[A-HJ-Z])$/;
/** What stands for the value itself. */
const VALUE = -2;

/** What is told: an hour without a day, a state, or something else. */
type Sort = 'hour' | 'state' | 'value';

interface Word {
  readonly at: number;
  readonly lemma: number;
  /** A figure with letters, as it stands: "7b". */
  readonly label: string;
}

/**
 * Whether two sentences that go alike put another thing where the other has one: another ship, line, class, quarter, crime. The closer
 * they go, the more one word in the other's place says: outlets that tell of one thing in one wording name it alike.
 */
export function areOfOtherThings(
  a: Told,
  b: Told,
  lexicon: Lexicon,
  givers: readonly [Giver | undefined, Giver | undefined],
  of: Sort,
): boolean {
  const [x, y] = [wordsOf(a, lexicon, givers[0]), wordsOf(b, lexicon, givers[1])];
  const pairs = inCommon(x, y);
  const contents = (words: readonly Word[]) => words.filter(({ lemma }) => isContent(lemma, lexicon)).length;
  const shared = pairs.filter(([i]) => isContent(x[i]?.lemma ?? -1, lexicon)).length;
  const most = Math.max(contents(x), contents(y)) - 1;
  if (shared < SOME * most) return false;
  const nearlyAll = shared >= NEARLY_ALL * most && shared >= 2;
  let [fromX, fromY] = [0, 0];
  for (const [toX, toY] of [...pairs, [x.length, y.length] as const]) {
    const [here, there] = [x.slice(fromX, toX), y.slice(fromY, toY)];
    const isBeside = [x[fromX - 1], x[toX]].some((word) => word !== undefined && (word.lemma === VALUE || isContent(word.lemma, lexicon)));
    [fromX, fromY] = [toX + 1, toY + 1];
    if (here.length === 0 || there.length === 0 || !isBeside) continue;
    if (isSwapped(a, here, b, there, lexicon, nearlyAll, of)) return true;
  }
  return false;
}

/** Whether what stands in one place is another thing on each side. */
function isSwapped(
  a: Told,
  here: readonly Word[],
  b: Told,
  there: readonly Word[],
  lexicon: Lexicon,
  nearlyAll: boolean,
  of: Sort,
): boolean {
  const [whichA, whichB] = [whichOf(a, here, lexicon), whichOf(b, there, lexicon)];
  if (whichA.some((ofA, i) => ofA.length > 0 && (whichB[i]?.length ?? 0) > 0 && !ofA.some((one) => whichB[i]?.includes(one)))) return true;
  if (here.length > LONGEST || there.length > LONGEST) return false;
  if (of === 'hour' && areOtherNumbers(here, there, lexicon)) return true;
  const [nounsA, nounsB] = [nounsOf(a, here, lexicon), nounsOf(b, there, lexicon)];
  // of states the verbs themselves are what is opposed
  const opposable = (words: readonly Word[], nouns: readonly number[]) => (of === 'state' ? nouns : words.map(({ lemma }) => lemma));
  const [opposableA, opposableB] = [opposable(here, nounsA), opposable(there, nounsB)];
  if (opposableA.some((one) => opposableB.some((other) => one >= 0 && other >= 0 && areOpposed(one, other, lexicon)))) return true;
  const [namesA, namesB] = [namesOf(a, here, lexicon), namesOf(b, there, lexicon)];
  if (namesA.length > 0 && namesB.length > 0) return !namesA.some((one) => namesB.includes(one));
  if (!nearlyAll || namesA.length + namesB.length > 0 || nounsA.length === 0 || nounsB.length === 0) return false;
  return !nounsA.some((one) => nounsB.some((other) => areAlike(one, other, lexicon)));
}

/** Forty workers in the morning are not the fifteen of the afternoon. */
function areOtherNumbers(here: readonly Word[], there: readonly Word[], lexicon: Lexicon): boolean {
  const [x, y] = [here, there].map((words) => words.filter(({ lemma }) => lemma >= 0 && lexicon.kind(lemma) === Kind.number));
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((one) => y.some(({ lemma }) => lemma === one.lemma));
}

/** The words of a sentence in order, the value as one, without who gives it. */
function wordsOf(told: Told, lexicon: Lexicon, giver: Giver | undefined): Word[] {
  const { source, from, to, sentence } = told;
  const { lemma } = source.text.tokens;
  const found: Word[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    if (at === from) found.push({ at, lemma: VALUE, label: '' });
    if ((at >= from && at < to) || (giver && at >= giver.from && at < giver.to)) continue;
    const id = lemma[at] ?? -1;
    // "A" begins a sentence as an article
    const label = at > sentence.from ? (LABEL.exec(surfaceAt(told, at))?.[0] ?? '') : '';
    if (label !== '' || !LIGHT.has(lexicon.word(id))) found.push({ at, lemma: id, label });
  }
  return found;
}

/** The longest row of words in common, as places in both. */
function inCommon(x: readonly Word[], y: readonly Word[]): (readonly [number, number])[] {
  const width = y.length + 1;
  const table = new Uint8Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      table[i * width + j] = areOne(x[i], y[j])
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (areOne(x[i], y[j])) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function areOne(x: Word | undefined, y: Word | undefined): boolean {
  return x !== undefined && x.lemma === y?.lemma && x.label === y.label;
}

function isContent(lemma: number, lexicon: Lexicon): boolean {
  return lemma >= 0 && lexicon.kind(lemma) === Kind.content;
}

/** Ordinals, months and labels, each kind apart: "line 4", "class 7b". */
function whichOf(told: Told, words: readonly Word[], lexicon: Lexicon): string[][] {
  const known = words.filter(({ lemma }) => lemma >= 0).map(({ at }) => ({ at, surface: surfaceAt(told, at).toLowerCase() }));
  const labels = known.filter(({ at }) => isLabel(told, at, lexicon)).map(({ surface }) => surface);
  return [labels, ...WHICH.map((kind) => known.flatMap(({ surface }) => (kind.test(surface) ? [surface] : [])))];
}

/** Whether a figure names what stands before it, and counts nothing. */
function isLabel(told: Told, at: number, lexicon: Lexicon): boolean {
  const { lemma, flags } = told.source.text.tokens;
  const surface = surfaceAt(told, at);
  if ((flags[at] ?? 0) & (Flag.clause | Flag.sentence)) return false;
  if (LABEL.test(surface)) return true;
  if (!/^(?=\p{L}{0,2}\d)[\p{L}\d-]{1,6}$/u.test(surface)) return false;
  const before = lemma[at - 1] ?? -1;
  const isNoun = isContent(before, lexicon) && (!lexicon.isVerb(before) || ((flags[at - 1] ?? 0) & Flag.capital) !== 0);
  const next = lemma[at + 1] ?? -1;
  const isNext = at + 1 < told.sentence.to && !((flags[at + 1] ?? 0) & (Flag.clause | Flag.sentence));
  const isCounted = isNext && ((isContent(next, lexicon) && !lexicon.isVerb(next)) || /^(?:per|percent|#.*)$/.test(lexicon.word(next)));
  return isNoun && !isCounted;
}

/** Names, days and months left out: these are compared by themselves. */
function namesOf(told: Told, words: readonly Word[], lexicon: Lexicon): number[] {
  return words
    .filter(
      ({ at, lemma }) =>
        isName(told, at, lemma, lexicon) &&
        !/day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(surfaceAt(told, at)),
    )
    .map(({ lemma }) => lemma);
}

function isName({ source }: Told, at: number, lemma: number, lexicon: Lexicon): boolean {
  const flags = source.text.tokens.flags[at] ?? 0;
  return isContent(lemma, lexicon) && (flags & (Flag.capital | Flag.sentence)) === Flag.capital;
}

function nounsOf(told: Told, words: readonly Word[], lexicon: Lexicon): number[] {
  const isNoun = ({ at, lemma }: Word) => {
    const surface = surfaceAt(told, at);
    return isContent(lemma, lexicon) && (surface.endsWith('ing') || !lexicon.isVerb(lemma)) && !/(?:ed|ly)$/.test(surface);
  };
  return words.filter((word) => isNoun(word) && !isName(told, word.at, word.lemma, lexicon)).map(({ lemma }) => lemma);
}

function areAlike(a: number, b: number, lexicon: Lexicon): boolean {
  if (a === b || countAlike(lexicon.word(a), lexicon.word(b))) return true;
  const { lemmas, similarities } = lexicon.related(a);
  return (similarities[lemmas.indexOf(b)] ?? 0) >= ALIKE;
}

/** Whether each of two sentences names somebody or something, and nothing that the other names. */
export function haveOtherNames(a: Told, b: Told, lexicon: Lexicon): boolean {
  const [x, y] = [a, b].map((told) => namesOf(told, wordsOf(told, lexicon, undefined), lexicon));
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((name) => y.includes(name));
}

/** Words right before a value among which its verb stands. */
const VERB = 2;

function verbBefore({ source, from, sentence }: Told, lexicon: Lexicon): number | undefined {
  const { lemma } = source.text.tokens;
  for (let i = from - 1; i >= Math.max(sentence.from, from - VERB); i--)
    if (isContent(lemma[i] ?? -1, lexicon) && lexicon.isVerb(lemma[i] ?? -1)) return lemma[i];
  return undefined;
}

/** Whether two values hang on verbs that do not stand for each other: raised and spent. */
export function areOfOtherDeeds(a: Told, b: Told, lexicon: Lexicon): boolean {
  const [x, y] = [verbBefore(a, lexicon), verbBefore(b, lexicon)];
  return x !== undefined && y !== undefined && !areAlike(x, y, lexicon);
}

/** Whether those who do it, before the verb, have no word in common. */
export function areOfOtherDoers(a: Told, b: Told, lexicon: Lexicon): boolean {
  const doers = (told: Told): number[] => {
    const { lemma, flags } = told.source.text.tokens;
    let verb = told.from - 1;
    while (verb > told.sentence.from && !(isContent(lemma[verb] ?? -1, lexicon) && lexicon.isVerb(lemma[verb] ?? -1))) verb--;
    const found: number[] = [];
    for (let i = verb - 1; i >= told.sentence.from && !((flags[i + 1] ?? 0) & Flag.clause && found.length > 0); i--)
      if (isContent(lemma[i] ?? -1, lexicon)) found.push(lemma[i] ?? -1);
    return found;
  };
  const [x, y] = [doers(a), doers(b)];
  return x.length * y.length > 0 && !x.some((one) => y.some((other) => areAlike(one, other, lexicon)));
}
