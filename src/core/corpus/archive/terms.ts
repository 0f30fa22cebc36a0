import type { Term } from './candidates';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import { Lexicon } from '../words/lexicon';
import { tokenise } from '../words/tokens';
import type { WordNet } from '../words/wordnet';

/** Lemmas after which the words read so far are forgotten; their hashes stay the same. */
const WORDS = 60_000;
/** Rarest lemmas of a passage, and names of its article, that are asked for. */
const RAREST = 12;
const NAMES = 8;
const NAME_WEIGHT = 0.6;

/** Makes terms, hashes of lemmas, of texts: all of an article, the telling ones of a question. */
export class Terms {
  readonly #wordnet: WordNet | undefined;
  #lexicon: Lexicon;
  #namesOf: { readonly article: string; readonly names: readonly number[] } | undefined;

  constructor(wordnet: WordNet | undefined) {
    this.#wordnet = wordnet;
    this.#lexicon = new Lexicon(wordnet);
  }

  /** All terms of a text, each followed by how often it stands there. */
  of(prose: string): Uint32Array {
    if (this.#lexicon.size > WORDS) this.#lexicon = new Lexicon(this.#wordnet);
    const terms = new Map<number, number>();
    for (const lemma of tokenise(prose, this.#lexicon).lemma) {
      if (!isTerm(lemma, this.#lexicon)) continue;
      const hash = this.#lexicon.hash(lemma) >>> 0;
      terms.set(hash, (terms.get(hash) ?? 0) + 1);
    }
    return Uint32Array.from([...terms].flat());
  }

  /** What to ask for: the rarest words of a passage, and the names that its article has most. */
  asked(passage: string, article: string): readonly Term[] {
    const lexicon = this.#lexicon;
    const weights = new Map<number, number>();
    const asked = new Set(tokenise(passage, lexicon).lemma);
    const rarest = [...asked].filter((lemma) => isTerm(lemma, lexicon)).sort((a, b) => lexicon.rarity(b) - lexicon.rarity(a));
    for (const lemma of rarest.slice(0, RAREST)) weights.set(lexicon.hash(lemma) >>> 0, 1);
    for (const hash of this.#names(article)) if (!weights.has(hash)) weights.set(hash, NAME_WEIGHT);
    return [...weights].map(([hash, weight]) => ({ hash, weight }));
  }

  /** Hashes of the names that an article has most; the last answer is kept, since an article is asked about again and again. */
  #names(article: string): readonly number[] {
    if (this.#namesOf?.article !== article) {
      const lexicon = this.#lexicon;
      const names = new Map<number, number>();
      const { lemma, flags } = tokenise(article, lexicon);
      lemma.forEach((id, i) => {
        const flag = flags[i] ?? 0;
        if (flag & Flag.capital && !(flag & Flag.sentence) && isTerm(id, lexicon)) names.set(id, (names.get(id) ?? 0) + 1);
      });
      const most = [...names].sort((a, b) => b[1] - a[1]).slice(0, NAMES);
      this.#namesOf = { article, names: most.map(([id]) => lexicon.hash(id) >>> 0) };
    }
    return this.#namesOf.names;
  }
}

function isTerm(lemma: number, lexicon: Lexicon): boolean {
  const kind = lexicon.kind(lemma);
  return kind === Kind.content || kind === Kind.number;
}
