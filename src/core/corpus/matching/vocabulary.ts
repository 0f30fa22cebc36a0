import type { Lexicon } from '../words/lexicon';
import { RelatedLemmas } from '../words/relatedLemmas';

/** The lemmas of some articles, with what stands for a lemma among them: looked up when first asked for. */
export class Vocabulary extends RelatedLemmas {
  /** By lemma, 1 where the articles have it. */
  readonly has: Uint8Array;
  readonly isSettled: boolean;
  /** Those that are numbers. */
  readonly numbers: readonly number[];

  /** `texts`: the lemmas of each; `isSettled`: the lexicon has read all articles there are, so that it keeps itself what stands for a lemma. */
  constructor(texts: readonly Int32Array[], lexicon: Lexicon, isSettled = false) {
    const has = new Uint8Array(lexicon.size);
    for (const lemmas of texts) for (const id of lemmas) has[id] = 1;
    super((lemma, found) => {
      const add = (other: number, similarity: number) => {
        if (has[other] === 1) found(other, similarity);
      };
      if (isSettled) lexicon.allRelated().each(lemma, add);
      else lexicon.eachRelated(lemma, add);
    });
    [this.has, this.isSettled] = [has, isSettled];
    this.numbers = lexicon.numbers.filter((id) => has[id]);
  }
}
