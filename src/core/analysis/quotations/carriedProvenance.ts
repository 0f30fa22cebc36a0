import type { Span } from '../../text/span';
import type { Member } from '../speakers/index';
import type { Draft } from './drafts';
import type { Provenance } from '../model';
import type { Phrase, Words } from '../words/index';
import { carrierOf, type FoundProvenance, isCarrier, nameOfProvenance, provenanceIn } from '../speech/index';

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
  readonly #prose: string;
  #carried: Carried | undefined;
  #carriedFor = 0;

  constructor(prose: string) {
    this.#prose = prose;
  }

  nextParagraph(): void {
    if (++this.#carriedFor > carriedParagraphs) this.#carried = undefined;
  }

  /** "Ruiz wrote on her blog:" says it of what follows. */
  announce(words: Words, lo: number, hi: number, member: Member | undefined): void {
    const stated = provenanceIn(words, lo, hi);
    if (stated !== undefined) this.#carry(words, stated, member);
  }

  /**
   * Gives the sentence's quotations their provenance: stated in it, or inherited from what was stated before; a block quote has none but
   * its own speaker's.
   */
  give(words: Words, lo: number, hi: number, drafts: readonly Draft[], reported: Phrase | undefined, blockQuote = false): void {
    const spoken = drafts.filter((draft) => draft.type !== 'scare');
    const stated = hi > lo ? (provenanceIn(words, lo, hi) ?? reportedSource(words, reported)) : undefined;
    if (stated !== undefined && spoken.length > 0) {
      this.#carry(words, stated, spoken.at(-1)?.member);
    }
    for (const draft of spoken) {
      const mention = draft.mention && words.outer.text.slice(draft.mention.start, draft.mention.end);
      if (stated !== undefined || mention === undefined || !isCarrier(mention)) this.pass(draft, stated === undefined, blockQuote);
    }
  }

  /** Carried on only to the same speaker, and from what was written or told once only where the words are said to go on with it. */
  pass(draft: Draft, inherited: boolean, announced: boolean): void {
    const carried = this.#carried;
    if (carried === undefined || (draft.member !== carried.member && (inherited || !carried.everybody))) return;
    if (inherited && !announced && !carried.everybody && !this.#goesOn(draft)) return;
    draft.provenance = { kind: carried.kind, name: carried.name, inherited, span: carried.span };
  }

  #goesOn({ cue }: Draft): boolean {
    return cue !== undefined && /^(?:add|continu|went on|goes on|wr[io]t|conclud)/.test(this.#prose.slice(cue.start, cue.end));
  }

  #carry(words: Words, stated: FoundProvenance, member: Member | undefined): void {
    const { kind, everybody } = stated;
    const span = { start: words.start(stated.from), end: words.end(stated.to - 1) };
    this.#carriedFor = 0;
    this.#carried = { kind, name: nameOfProvenance(words, stated), span, member, everybody };
  }
}

function reportedSource(words: Words, reported: Phrase | undefined): FoundProvenance | undefined {
  const kind = reported === undefined ? undefined : carrierOf(words, reported);
  return reported === undefined || kind === undefined ? undefined : { kind, from: reported.from, to: reported.to, everybody: true };
}
