import type { Span } from '../../text/span';
import type { Member } from '../speakers/index';
import type { Content, Strength } from '../speech/index';
import type { Provenance, QuotationType } from '../model';
import type { Words } from '../words/index';

/** A quotation before the whole article has been read: its speaker's name may still grow. */
export interface Draft extends Span {
  provenance: Provenance | undefined;
  type: QuotationType;
  segments: Span[];
  mention: Span | undefined;
  member: Member | undefined;
  cue: Span | undefined;
  sieve: string;
  /** Number of the sentence in its paragraph; -1 where it is not told. */
  sentence: number;
  /** Suggested, but not shown unless it is asked for. */
  folded: boolean;
  /** Shown all the same where the text reports much. */
  likely: boolean;
  /** The part of the same quotation that it goes on from. */
  after: Draft | undefined;
}

/** Who speaks, by what words, and by which cue. */
export interface LastSpeaker {
  readonly mention: Span | undefined;
  readonly member: Member | undefined;
  readonly cue: Span | undefined;
}

/** Sieves of words between marks whose speaker no word of their own paragraph names. */
export const byDefault: ReadonlySet<string> = new Set(['follow-on-paragraph', 'follow-on-open', 'unattributed']);

export const nobody: LastSpeaker = { mention: undefined, member: undefined, cue: undefined };

/** The quotations of one paragraph; every passage between marks belongs to one at most. */
export class Drafts {
  readonly list: Draft[] = [];
  readonly #words: Words;
  readonly #taken = new Set<number>();

  constructor(words: Words) {
    this.#words = words;
  }

  has(passage: number): boolean {
    return this.#taken.has(passage);
  }

  /** Answers whether words between marks were taken. */
  add(content: Content, sieve: string, speaker: LastSpeaker, sentence = -1, strength: Strength = 'sure'): boolean {
    const words = this.#words;
    const { from, to } = content;
    if (to <= from) return false;
    const segments: Span[] = [];
    let bare = true;
    for (let at = from; at < to; at++) {
      const passage = words.passage(at);
      if (passage === undefined) {
        if (!words.isPunctuation(at)) bare = false;
        continue;
      }
      if (this.#taken.has(at)) return false;
      segments.push({ start: passage.innerStart, end: passage.innerEnd });
    }
    for (let at = from; at < to; at++) if (words.isPassage(at)) this.#taken.add(at);
    const type = sieve === 'scare' ? 'scare' : segments.length === 0 ? 'indirect' : bare ? 'direct' : 'mixed';
    this.list.push({
      start: words.start(from),
      end: words.end(to - 1),
      type,
      segments,
      mention: speaker.mention,
      member: speaker.member,
      cue: speaker.cue,
      sieve,
      provenance: undefined,
      sentence,
      folded: strength !== 'sure' && type !== 'direct' && type !== 'scare',
      likely: strength === 'likely',
      after: undefined,
    });
    return segments.length > 0;
  }

  /** In order; of two that overlap the one that starts first, then the longer. */
  sorted(): Draft[] {
    const sorted: Draft[] = [];
    let end = -1;
    for (const draft of this.list.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (draft.start < end) continue;
      sorted.push(draft);
      end = draft.end;
    }
    return sorted;
  }
}

/** Words between marks of which nothing else is known. */
export function plainDraft(passage: { start: number; end: number; innerStart: number; innerEnd: number }): Omit<Draft, 'type' | 'sieve'> {
  const { start, end, innerStart, innerEnd } = passage;
  return {
    start,
    end,
    segments: [{ start: innerStart, end: innerEnd }],
    mention: undefined,
    member: undefined,
    cue: undefined,
    provenance: undefined,
    sentence: -1,
    folded: false,
    likely: false,
    after: undefined,
  };
}
