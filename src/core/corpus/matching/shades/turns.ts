import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';
import { against, DOUBTED, SCOPES, type Sentence } from './shadeWords';
import { swapsBetween } from './swaps';

/** Words with content in common from which on one in another one's place tells something else. */
const SHARED = 3;
/** Where the two are nearly word for word alike: a denial on one side, or one word with content in the place of another. */
export function turns(x: Sentence, y: Sentence, lexicon: Lexicon): string[] {
  const [a, b] = [toldIn(x), toldIn(y)];
  if (Math.max(a.at.length, b.at.length) > LENGTH) return [];
  const [wordsA, wordsB] = [a.at.map((i) => x.id(i)), b.at.map((i) => y.id(i))];
  const { shared, places } = swapsBetween(wordsA, wordsB);
  const least = Math.min(wordsA.length, wordsB.length);
  const isAlike = shared > 0 && shared >= ALIKE * Math.max(wordsA.length, wordsB.length);
  if ((a.denial === undefined) !== (b.denial === undefined))
    return isAlike && shared === least ? [`“${a.denial ?? b.denial ?? ''}” only on one side`] : [];
  const [place] = places;
  if (isAlike && places.length === 0) {
    const all = (sentence: Sentence) =>
      Array.from({ length: sentence.passage.to - sentence.passage.from }, (_, i) => sentence.passage.from + i);
    const [ofX, ofY] = [all(x), all(y)];
    // "earlier than planned" and "later than planned"
    for (const i of ofX) {
      const j = ofY.find((at) => areOpposed(x.id(i), y.id(at), lexicon));
      if (j !== undefined && !ofY.some((at) => y.id(at) === x.id(i)) && !ofX.some((at) => x.id(at) === y.id(j)))
        return [against(x.surface(i), y.surface(j))];
    }
  }
  if (!place || places.length > 1 || shared < SHARED || shared < NEARLY * Math.max(wordsA.length, wordsB.length)) return [];
  if (place.a.length > PLACE || place.b.length > PLACE) return [];
  const words = (sentence: Sentence, at: readonly number[], which: readonly number[]) =>
    which.map((i) => sentence.surface(at[i] ?? -1)).join(' ');
  const ids = (own: readonly number[], which: readonly number[]) => which.map((i) => own[i] ?? -1);
  const areForms = ids(wordsA, place.a).some((one) => ids(wordsB, place.b).some((other) => isLike(one, other, lexicon)));
  const areNames = (sentence: Sentence, at: readonly number[], which: readonly number[]) =>
    which.every((i) => sentence.isCapital(at[i] ?? -1));
  if (areNames(x, a.at, place.a) !== areNames(y, b.at, place.b)) return [];
  // who is alleged is suspected; how many and how sure is told below
  const isTold = [...place.a.map((i) => x.surface(a.at[i] ?? -1)), ...place.b.map((i) => y.surface(b.at[i] ?? -1))].some(
    (word) => DOUBTED.has(word) || SCOPES.has(word),
  );
  return areForms || isTold ? [] : [against(words(x, a.at, place.a), words(y, b.at, place.b))];
}
/** Words with content over which a passage is compared by other means. */
const LENGTH = 25;
/** Share of the words with content of the longer one that both have, where one is denied, and where one word is another. */
const ALIKE = 0.6;
const NEARLY = 0.7;
/** Words with content in the place where two differ, at most. */
const PLACE = 2;
/** How well a word must stand for another to tell the same. */
const LIKE = 0.4;
const DENYING = new Set('refuse decline fail'.split(' '));

function isLike(a: number, b: number, lexicon: Lexicon): boolean {
  if (lexicon.kind(a) === Kind.number || lexicon.kind(b) === Kind.number) return true;
  const { lemmas, similarities } = lexicon.related(a);
  return (similarities[lemmas.indexOf(b)] ?? 0) >= LIKE && !areOpposed(a, b, lexicon);
}

/** Words with content of a passage, and the word that denies it. */
function toldIn(sentence: Sentence): { at: number[]; denial: string | undefined } {
  const at: number[] = [];
  let [denial, count]: [string | undefined, number] = [undefined, 0];
  for (let i = sentence.passage.from; i < sentence.passage.to; i++) {
    if (sentence.isNegation(i) || (DENYING.has(sentence.word(i)) && sentence.word(i + 1) === 'to')) {
      denial ??= sentence.surface(i);
      count++;
    } else if (sentence.isTelling(i)) at.push(i);
  }
  return { at, denial: count % 2 === 1 ? denial : undefined };
}
