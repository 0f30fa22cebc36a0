import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { countAlike } from '../counting/countedNouns';
import { isContent, isHalved, isSwapped, LABEL, namesOf, type Sort, type Word } from './contrasts';
import { surfaceAt, type Told } from './passage';
import type { Giver } from './sources';

/** Words that come and go without a change of what is meant. */
const LIGHT = new Set('a an the its their his her that these those all of'.split(' '));
/** How alike two words must be to stand for each other. */
const ALIKE = 0.3;
/** Share of the words with content of both that must be the same for one other noun to be another thing. */
const NEARLY_ALL = 0.6;
/** Words in common of a sentence in which nothing but one word differs. */
const SHORT = 4;
/** The same for another name or number. */
const SOME = 0.35;
/** What is told behind them is told of the value: "at the mill", "for adults". */
const PREPOSITIONS = new Set(
  'in on at by for with from into over under about after before during between among against without above below inside outside as per one each every'.split(
    ' ',
  ),
);
/** What stands for the value itself. */
const VALUE = -2;

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
  begins: readonly [number, number] = [Infinity, Infinity],
): boolean {
  const [x, y] = [wordsOf(a, lexicon, givers[0]), wordsOf(b, lexicon, givers[1])];
  const pairs = inCommon(x, y);
  const contents = (words: readonly Word[]) => words.filter(({ lemma }) => isContent(lemma, lexicon)).length;
  const shared = pairs.filter(([i]) => isContent(x[i]?.lemma ?? -1, lexicon)).length;
  const most = Math.max(contents(x), contents(y)) - 1;
  if (shared < SOME * most) return false;
  const nearlyAll = shared >= NEARLY_ALL * most && (shared >= 2 || (shared >= most && pairs.length >= SHORT));
  let [fromX, fromY] = [0, 0];
  for (const [toX, toY] of [...pairs, [x.length, y.length] as const]) {
    const [here, there] = [x.slice(fromX, toX), y.slice(fromY, toY)];
    const isBeside = [x[fromX - 1], x[toX]].some((word) => word !== undefined && tells(word, lexicon));
    [fromX, fromY] = [toX + 1, toY + 1];
    if (nearlyAll && (isHalved(a, here, there, lexicon) || isHalved(b, there, here, lexicon))) return true;
    if (here.length === 0 || there.length === 0 || !isBeside) continue;
    // of values that hang on one deed it is known what is done, up to the value
    const isKnown = (words: readonly Word[], begin: number, value: number) => words.every(({ at }) => at >= begin && at < value);
    const isOpen = !(isKnown(here, begins[0], a.from) && isKnown(there, begins[1], b.from));
    if (isSwapped(a, here, b, there, lexicon, nearlyAll && isOpen, of)) return true;
  }
  return false;
}

/** Whether a word tells what its neighbour is of. */
function tells({ lemma }: Word, lexicon: Lexicon): boolean {
  return lemma === VALUE || (lemma >= 0 && lexicon.kind(lemma) !== Kind.function) || PREPOSITIONS.has(lexicon.word(lemma));
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

const WAY = /\bfrom (?:the )?(\p{Lu}\p{L}+) to (?:the )?(\p{Lu}\p{L}+)/u;

/** Whether the one is of the way there and the other of the way back. */
export function goBackwards({ text: a }: Told, { text: b }: Told): boolean {
  const [x, y] = [WAY.exec(a), WAY.exec(b)];
  return x !== null && y !== null && x[1] === y[2] && x[2] === y[1];
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
