import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { areOpposed } from '../words/opposites';
import type { Tokens } from '../words/tokens';
import { sentencesOf } from './query';
import type { Stretch } from './relation';
import { swapsBetween } from './swaps';

/** A stretch of an article's words. */
interface Words extends Stretch {
  readonly prose: string;
  readonly tokens: Tokens;
}

/** Words that two sentences must share for one to leave out a condition of the other. */
const SHARED = 3;
/** Words to the right among which a word stands that another one limits. */
const REACH = 4;
const FIRM = new Set('will shall would must'.split(' '));
const LOOSE = new Set('may might could'.split(' '));
const CONDITION = new Set('if unless provided depending should whether when once'.split(' '));
const NO_CONDITION = new Set('as even what only not any so'.split(' '));
const SCOPES: ReadonlyMap<string, number> = new Map(
  ['all every each whole entire', 'most majority', 'some several few many part half handful dozens'].flatMap((words, scope) =>
    words.split(' ').map((word) => [word, scope] as const),
  ),
);
const BETWEEN = new Set('of the its their his her our these those a an its own'.split(' '));
const DOUBTED = new Set(
  'alleged allegedly suspected reported reportedly apparent apparently supposed supposedly purported purportedly presumed accused'.split(
    ' ',
  ),
);
/** A sentence that has one of these leaves open who did it, too. */
const ACCUSING = /\b(?:alleg|suspect|accus|suppos|purport|presum|apparent|reported|charged|believed|claim|said to)/i;

/**
 * What the one of two renderings leaves open, limits or doubts and the other does not: `“will” against “could”`. Told of single sentences, by the
 * very word that both go on with.
 */
export function shadesBetween(a: Words, b: Words, lexicon: Lexicon): string[] {
  const [x, y] = [sentenceOf(a, lexicon), sentenceOf(b, lexicon)];
  if (!x || !y) return [];
  return [...turns(x, y, lexicon), ...modals(x, y), ...conditions(x, y), ...scopes(x, y), ...doubts(x, y)].slice(0, MOST);
}
const MOST = 3;

/** A sentence as its words are asked for. */
interface Sentence {
  readonly passage: Stretch;
  readonly from: number;
  readonly to: number;
  word: (i: number) => string;
  surface: (i: number) => string;
  id: (i: number) => number;
  isContent: (i: number) => boolean;
  /** Whether it is a word with content, a name or a number. */
  isTelling: (i: number) => boolean;
  isNegation: (i: number) => boolean;
  isCapital: (i: number) => boolean;
  isVerb: (i: number) => boolean;
  /** Whether a clause may begin there. */
  isClause: (i: number) => boolean;
  readonly text: string;
}

function sentenceOf({ prose, tokens, from, to }: Words, lexicon: Lexicon): Sentence | undefined {
  const whole = sentencesOf(tokens, from, to);
  for (let i = from + 1; i < to; i++) if ((tokens.flags[i] ?? 0) & Flag.sentence) return undefined;
  const id = (i: number) => (i >= whole.from && i < whole.to ? (tokens.lemma[i] ?? -1) : -1);
  return {
    passage: { from, to },
    ...whole,
    word: (i) => lexicon.word(id(i)),
    surface: (i) => (id(i) < 0 ? '' : prose.slice(tokens.start[i], tokens.end[i]).toLowerCase()),
    isContent: (i) => id(i) >= 0 && lexicon.kind(id(i)) === Kind.content,
    id,
    isTelling: (i) => id(i) >= 0 && lexicon.kind(id(i)) !== Kind.function && lexicon.kind(id(i)) !== Kind.reporting,
    isNegation: (i) => id(i) >= 0 && ((tokens.flags[i] ?? 0) & Flag.negation) !== 0,
    isCapital: (i) => id(i) >= 0 && ((tokens.flags[i] ?? 0) & Flag.capital) !== 0,
    isVerb: (i) => lexicon.isVerb(id(i)),
    isClause: (i) => ((tokens.flags[i] ?? 0) & Flag.clause) !== 0,
    text: prose.slice(tokens.start[whole.from], tokens.end[whole.to - 1]),
  };
}

function against(a: string, b: string): string {
  return `“${a}” against “${b}”`;
}

/** Where the two are nearly word for word alike: a denial on one side, or one word with content in the place of another. */
function turns(x: Sentence, y: Sentence, lexicon: Lexicon): string[] {
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

/** "Will close" and "could close": the verb is the same. */
function modals(x: Sentence, y: Sentence): string[] {
  if (/\bif\b/i.test(x.text) || /\bif\b/i.test(y.text)) return [];
  const [here, there] = [verbsBehindModals(x), verbsBehindModals(y)];
  for (const [verb, modal] of here) {
    const other = there.get(verb);
    if (other !== undefined && ((FIRM.has(modal) && LOOSE.has(other)) || (LOOSE.has(modal) && FIRM.has(other))))
      return [against(modal, other)];
  }
  return [];
}

function verbsBehindModals(sentence: Sentence): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let i = sentence.from; i < sentence.to; i++) {
    const modal = sentence.word(i);
    if (!FIRM.has(modal) && !LOOSE.has(modal)) continue;
    for (let k = i + 1; k <= i + REACH && k < sentence.to; k++) {
      if (sentence.word(k) === 'not') break;
      if (!sentence.isContent(k) || sentence.surface(k).endsWith('ly')) continue;
      found.set(sentence.word(k), modal);
      break;
    }
  }
  return found;
}

/** "We will build it if the bank pays" and "we will build it" */
function conditions(x: Sentence, y: Sentence): string[] {
  const [here, there] = [conditionIn(x), conditionIn(y)];
  if ((here === undefined) === (there === undefined)) return [];
  const [conditional, bare, at] = here === undefined ? [y, x, there ?? 0] : [x, y, here];
  for (let i = bare.from; i < bare.to; i++) if (CONDITION.has(bare.word(i))) return [];
  // what depends on it stands in both, and none of the condition
  const words = new Set<string>();
  for (let i = bare.passage.from; i < bare.passage.to; i++) if (bare.isContent(i)) words.add(bare.word(i));
  let [main, own, isDone] = [0, 0, false];
  const end = clauseEnd(conditional, at);
  for (let i = conditional.from; i < conditional.to; i++) {
    if (!conditional.isContent(i) || !words.has(conditional.word(i))) continue;
    if (i >= at && i < end) own++;
    else main++;
    isDone ||= (i < at || i >= end) && conditional.isVerb(i);
  }
  return main >= SHARED && isDone && own === 0 ? [`“${shortened(conditional, at, end)}” only on one side`] : [];
}

function conditionIn(sentence: Sentence): number | undefined {
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = sentence.word(i);
    if (word !== 'if' && word !== 'unless') continue;
    if (!NO_CONDITION.has(sentence.word(i - 1)) && !NO_CONDITION.has(sentence.word(i + 1))) return i;
  }
  return undefined;
}

/** Where a condition ends: at the next comma or mark. */
function clauseEnd(sentence: Sentence, at: number): number {
  let end = at + 1;
  while (end < sentence.to && !sentence.isClause(end) && end - at < LONGEST) end++;
  return end;
}
const LONGEST = 12;

function shortened(sentence: Sentence, from: number, to: number): string {
  return (
    Array.from({ length: Math.min(to - from, SHOWN) }, (_, i) => sentence.surface(from + i)).join(' ') + (to - from > SHOWN ? ' …' : '')
  );
}
const SHOWN = 5;

/** "Most of the workers" and "all workers" */
function scopes(x: Sentence, y: Sentence): string[] {
  const [here, there] = [limited(x), limited(y)];
  for (const [noun, word] of here) {
    const other = there.get(noun);
    if (other !== undefined && SCOPES.get(other) !== SCOPES.get(word)) return [against(word, other)];
  }
  return [];
}

function limited(sentence: Sentence): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!SCOPES.has(sentence.word(i))) continue;
    let k = i + 1;
    while (k < i + REACH && BETWEEN.has(sentence.word(k))) k++;
    if (sentence.isContent(k) && !found.has(sentence.word(k))) found.set(sentence.word(k), sentence.word(i));
  }
  return found;
}

/** "The alleged forger" and "the forger" */
function doubts(x: Sentence, y: Sentence): string[] {
  for (const [doubting, sure] of [
    [x, y],
    [y, x],
  ] as const) {
    if (ACCUSING.test(sure.text)) continue;
    for (let i = doubting.passage.from; i < doubting.passage.to; i++) {
      if (!DOUBTED.has(doubting.surface(i)) || !doubting.isContent(i + 1)) continue;
      for (let k = sure.passage.from; k < sure.passage.to; k++)
        if (sure.word(k) === doubting.word(i + 1)) return [`“${doubting.surface(i)}” only on one side`];
    }
  }
  return [];
}
