import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';

/** Weight in bits under which a sentence says too little to be told again. */
const TELLING = 25;
/** Share of two sentences' words, by weight, from which on the one tells the other again. */
const RETOLD = 0.4;
/** Sentences in the same order from which on, and share of the shorter article's, an article is another one told again. */
const LEAST = 5;
const SHARE = 0.7;
/** Sentences of an article that are looked at: a rewrite shows in its beginning. */
const MOST = 40;

/** A sentence's words with content that are not quoted, and what they weigh together. */
interface Sentence {
  readonly words: ReadonlySet<number>;
  readonly weight: number;
}

/** The narrated sentences of an article. */
export function sentencesToRetell({ lemma, flags }: Tokens, lexicon: Lexicon): Sentence[] {
  const found: Sentence[] = [];
  let words = new Set<number>();
  const close = (): void => {
    const weight = weightOf(words, lexicon);
    if (weight >= TELLING) found.push({ words, weight });
    words = new Set();
  };
  for (let i = 0; i < lemma.length && found.length < MOST; i++) {
    if ((flags[i] ?? 0) & Flag.sentence) close();
    const kind = lexicon.kind(lemma[i] ?? 0);
    if (!((flags[i] ?? 0) & Flag.quoted) && (kind === Kind.content || kind === Kind.number)) words.add(lemma[i] ?? 0);
  }
  close();
  return found;
}

/** How many sentences of one article tell in the same order what the other has; 0 where too few do. */
export function retold(a: readonly Sentence[], b: readonly Sentence[], lexicon: Lexicon): number {
  const least = Math.min(a.length, b.length);
  if (least < LEAST) return 0;
  // The longest chain of alike sentences that runs forward in both.
  const row = new Int32Array(b.length + 1);
  for (const x of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const y = b[j - 1];
      row[j] = Math.max(above, row[j - 1] ?? 0, y && isRetold(x, y, lexicon) ? diagonal + 1 : 0);
      diagonal = above;
    }
  }
  const chain = row[b.length] ?? 0;
  return chain >= LEAST && chain >= SHARE * least ? chain : 0;
}

function isRetold(a: Sentence, b: Sentence, lexicon: Lexicon): boolean {
  const shared = new Set<number>();
  for (const word of a.words) {
    if (b.words.has(word)) shared.add(word);
    else if (lexicon.related(word).lemmas.some((other) => b.words.has(other))) shared.add(word);
  }
  return weightOf(shared, lexicon) >= RETOLD * Math.max(a.weight, b.weight);
}

function weightOf(words: ReadonlySet<number>, lexicon: Lexicon): number {
  let weight = 0;
  for (const word of words) weight += Math.max(0, lexicon.rarity(word) - 5);
  return weight;
}
