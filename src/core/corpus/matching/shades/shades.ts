import type { Lexicon } from '../../words/lexicon';
import { against, DOUBTED, SCOPES, type Sentence, sentenceOf, type Words } from './shadeWords';
import { turns } from './turns';

/** Words that two sentences must share for one to leave out a condition of the other. */
const SHARED = 3;
/** Words to the right among which a word stands that another one limits. */
const REACH = 4;
const FIRM = new Set('will shall would must'.split(' '));
const LOOSE = new Set('may might could'.split(' '));
const CONDITION = new Set('if unless provided depending should whether when once'.split(' '));
const NO_CONDITION = new Set('as even what only not any so'.split(' '));
const BETWEEN = new Set('of the its their his her our these those a an its own'.split(' '));
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
