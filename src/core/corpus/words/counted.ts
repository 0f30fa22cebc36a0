import { Flag } from './flags';
import { numberLemmas } from './numbered';
import { type SentenceWords, sentenceWordsOf } from './sentenceWords';
import type { Tokens } from './tokens';

/** What is counted in a text whatever its event. */
export interface Counted {
  readonly words: SentenceWords;
  /** How often each of its lemmas stands there. */
  readonly count: Uint16Array;
  /** Words with capital letters that stand side by side, three numbers each: the first, the second, and how often. */
  readonly pairs: Int32Array;
  /** Tokens where a phrase may begin, and the number of tokens at the end. */
  readonly starts: Int32Array;
}

const known = new WeakMap<Tokens, Counted>();

/** Counted once, as long as its tokens are held. */
export function countedIn(tokens: Tokens): Counted {
  let counted = known.get(tokens);
  if (!counted) known.set(tokens, (counted = countIn(tokens)));
  return counted;
}

function countIn(tokens: Tokens): Counted {
  const { lemma, flags } = tokens;
  const numbered = numberLemmas(lemma);
  const count = new Uint16Array(numbered.lemmas.length);
  const pairs = new Map<number, { readonly first: number; readonly second: number; times: number }>();
  for (let i = 0; i < lemma.length; i++) {
    const [number, flag, next] = [numbered.numbers[i] ?? 0, flags[i] ?? 0, flags[i + 1] ?? 0];
    count[number] = (count[number] ?? 0) + 1;
    if (!(flag & next & Flag.capital) || next & (Flag.clause | Flag.sentence)) continue;
    const [first, second] = [lemma[i] ?? 0, lemma[i + 1] ?? 0];
    const pair = pairs.get(keyOf(first, second));
    if (pair) pair.times++;
    else pairs.set(keyOf(first, second), { first, second, times: 1 });
  }
  const counted = Int32Array.from(Array.from(pairs.values(), ({ first, second, times }) => [first, second, times]).flat());
  return { words: sentenceWordsOf(tokens, numbered), count, pairs: counted, starts: startsOf(tokens) };
}

/** One number for two lemmas. */
export function keyOf(first: number, second: number): number {
  return first * 2 ** 26 + second;
}

function startsOf({ flags }: Tokens): Int32Array {
  const starts: number[] = [];
  for (let i = 0; i < flags.length; i++) if (i === 0 || (flags[i] ?? 0) & (Flag.sentence | Flag.clause | Flag.phrase)) starts.push(i);
  starts.push(flags.length);
  return new Int32Array(starts);
}
