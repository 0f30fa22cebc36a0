import type { Span } from '../text/span';
import type { Member } from './cast';
import type { Draft } from './drafts';
import type { Provenance } from './model';
import type { Phrase } from './phrases';
import { carrierOf, isCarrier, nameOfProvenance, provenanceIn, type FoundProvenance } from './provenance';
import type { Words } from './words';

interface Carried {
  readonly kind: Provenance['kind'];
  readonly name: string;
  readonly span: Span;
  /** Undefined where it vouches for everybody. */
  readonly member: Member | undefined;
  readonly everybody: boolean;
}

/** After so many paragraphs nobody remembers through whom the words came. */
const carriedParagraphs = 3;

/** Remembers through whom words came, for the quotations that follow. */
export class CarriedProvenance {
  #carried: Carried | undefined;
  #carriedFor = 0;

  nextParagraph(): void {
    if (++this.#carriedFor > carriedParagraphs) this.#carried = undefined;
  }

  /** Gives the sentence's quotations their provenance: stated in it, or inherited from what was stated before. */
  give(words: Words, lo: number, hi: number, drafts: readonly Draft[], reported: Phrase | undefined): void {
    const spoken = drafts.filter((draft) => draft.type !== 'scare');
    const stated = hi > lo ? (provenanceIn(words, lo, hi) ?? reportedSource(words, reported)) : undefined;
    if (stated !== undefined && spoken.length > 0) {
      const span = { start: words.start(stated.from), end: words.end(stated.to - 1) };
      const { kind, everybody } = stated;
      this.#carriedFor = 0;
      this.#carried = { kind, name: nameOfProvenance(words, stated), span, member: spoken.at(-1)?.member, everybody };
    }
    const carried = this.#carried;
    if (carried === undefined) return;
    for (const draft of spoken) {
      if (!carried.everybody && draft.member !== carried.member) continue;
      if (stated === undefined && draft.mention !== undefined && isCarrier(words.outer.text.slice(draft.mention.start, draft.mention.end)))
        continue;
      draft.provenance = { kind: carried.kind, name: carried.name, inherited: stated === undefined, span: carried.span };
    }
  }
}

function reportedSource(words: Words, reported: Phrase | undefined): FoundProvenance | undefined {
  const kind = reported === undefined ? undefined : carrierOf(words, reported);
  return reported === undefined || kind === undefined ? undefined : { kind, from: reported.from, to: reported.to, everybody: true };
}
