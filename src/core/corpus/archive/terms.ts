import { wordsOf } from '../../analysis/index';
import type { Language } from '../../text/article';
import { languageOf } from '../../text/metadata/language';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import { Lexicon } from '../words/lexicon';
import { tokenise } from '../words/tokens';
import { WordNet } from '../words/wordnet';
import { NameTerms } from './nameTerms';

/** Lemmas after which the words read so far are forgotten; their hashes stay the same. */
const WORDS = 60_000;
/** Rarest lemmas of a passage, and names of its article, that are asked for. */
const RAREST = 12;
const NAMES = 8;
const NAME_WEIGHT = 0.6;

/** A term of a query: a lemma's hash and how much it counts. */
export interface Term {
  readonly hash: number;
  readonly weight: number;
}

/** A term with the word as it stands in the text, for an engine that knows words alone. */
export interface AskedTerm extends Term {
  readonly word: string;
}

export interface TermsOptions {
  readonly wordnet?: Uint8Array;
  readonly lexicon?: Lexicon;
}

/** Makes terms, hashes of lemmas, of texts: all of an article, the telling ones of a question. The same in every session and on every machine. */
export class Terms {
  readonly #wordnet: WordNet | undefined;
  readonly #names = new NameTerms();
  #lexicon: Lexicon;
  /** The article asked about last: it is asked about again and again. */
  #asked: { readonly article: string; readonly language: Language; names?: readonly AskedTerm[] } | undefined;

  /** `lexicon`: one that is there already. */
  constructor({ wordnet, lexicon }: TermsOptions = {}) {
    this.#wordnet = wordnet && WordNet.of(wordnet);
    this.#lexicon = lexicon ?? new Lexicon(this.#wordnet);
  }

  /** All terms of a text, each followed by how often it stands there, and its names as other languages write them. */
  of(prose: string, language: Language): { readonly terms: Uint32Array; readonly names: Uint32Array } {
    if (this.#lexicon.size > WORDS) this.#lexicon = new Lexicon(this.#wordnet);
    const terms = new Map<number, number>();
    const tokens = tokenise(prose, this.#lexicon.in(wordsOf(language)));
    for (const lemma of tokens.lemma) {
      if (!isTerm(lemma, this.#lexicon)) continue;
      const hash = this.#lexicon.hash(lemma) >>> 0;
      terms.set(hash, (terms.get(hash) ?? 0) + 1);
    }
    return { terms: Uint32Array.from([...terms].flat()), names: this.#names.of(prose, tokens, language) };
  }

  /** What to ask for: the rarest words of a passage, and the names that its article has most. */
  asked(passage: string, article: string): readonly AskedTerm[] {
    const lexicon = this.#lexicon;
    if (this.#asked?.article !== article) this.#asked = { article, language: languageOf(article) };
    const { language } = this.#asked;
    const { lemma, start, end } = tokenise(passage, lexicon.in(wordsOf(language)));
    const first = new Map<number, number>();
    lemma.forEach((id, i) => {
      if (!first.has(id)) first.set(id, i);
    });
    const rarest = [...first].filter(([id]) => isTerm(id, lexicon)).sort(([a], [b]) => lexicon.rarity(b) - lexicon.rarity(a));
    const terms = new Map<number, AskedTerm>();
    for (const [id, i] of rarest.slice(0, RAREST)) {
      const hash = lexicon.hash(id) >>> 0;
      terms.set(hash, { hash, weight: 1, word: passage.slice(start[i], end[i]) });
    }
    for (const name of (this.#asked.names ??= this.#namesIn(article, language))) if (!terms.has(name.hash)) terms.set(name.hash, name);
    return [...terms.values()];
  }

  #namesIn(article: string, language: Language): readonly AskedTerm[] {
    const lexicon = this.#lexicon;
    const names = new Map<number, { readonly word: string; times: number }>();
    const { lemma, flags, start, end } = tokenise(article, lexicon.in(wordsOf(language)));
    lemma.forEach((id, i) => {
      const flag = flags[i] ?? 0;
      if (!(flag & Flag.capital) || flag & Flag.sentence || !isTerm(id, lexicon)) return;
      const known = names.get(id);
      if (known) known.times += 1;
      else names.set(id, { word: article.slice(start[i], end[i]), times: 1 });
    });
    const most = [...names].sort(([, a], [, b]) => b.times - a.times).slice(0, NAMES);
    return most.map(([id, { word }]) => ({ hash: lexicon.hash(id) >>> 0, weight: NAME_WEIGHT, word }));
  }
}

function isTerm(lemma: number, lexicon: Lexicon): boolean {
  const kind = lexicon.kind(lemma);
  return kind === Kind.content || kind === Kind.number;
}
