import { outerOf } from '../../text/passages/outer';
import { tokensOf } from '../../text/passages/tokens';
import type { Span } from '../../text/span';
import { writerIn } from '../speech/index';
import {
  isLetter,
  isQuotationMark,
  isReport,
  reports,
  spokenStretches,
  speaksOn,
  type TurnPlace,
  type Turns,
  withoutMarked,
} from '../turns/index';
import { describe, type Phrase, wordClasses as w, Words } from '../words/index';
import { plainDraft, type Draft, type LastSpeaker } from './drafts';
import type { Voices } from './voices';

const longestQuestion = 300;

/** Reads what is somebody's words whole: the turns of a transcript, and letters without marks. */
export class TurnReader {
  readonly #prose: string;
  readonly #turns: Turns;
  readonly #voices: Voices;
  readonly #drafts: Draft[];
  /** The last part of a turn, where the paragraph before stood in one. */
  #turn: Draft | undefined;
  /** Whose words are said to follow, where they may stand without marks. */
  #announced: LastSpeaker | undefined;
  /** Whose words a line without a verb heads: "From the desk of Ruiz". */
  leadIn: LastSpeaker | undefined;

  constructor(prose: string, turns: Turns, voices: Voices, drafts: Draft[]) {
    this.#prose = prose;
    this.#turns = turns;
    this.#voices = voices;
    this.#drafts = drafts;
  }

  /** Whether nothing stands between the last turn and the paragraph at hand. */
  get isAmong(): boolean {
    return this.#turn !== undefined && this.#turn === this.#drafts.at(-1);
  }

  leave(): void {
    this.#announced = undefined;
  }

  /** Where the words after a label begin; `undefined` where they report after a dateline and are nobody's speech. */
  wordsAfter(label: Span, paragraph: Span): { readonly from: number; readonly isTurn: boolean } {
    let from = this.#turns.markAfter(label) + 1;
    while (from < paragraph.end && this.#prose.charAt(from) === ' ') from++;
    return { from, isTurn: this.#turn !== undefined || !isReport(this.#prose.slice(from, paragraph.end)) };
  }

  /** A paragraph with a label is its speaker's, whole; answers who that is. */
  begin(label: Span, from: number, paragraph: Span): LastSpeaker {
    const name = new Words(outerOf(tokensOf(this.#prose, label), [], label.start));
    const known = this.#turns.meaningOf(label);
    const speaker = known ? { mention: label, cue: undefined, ...known } : this.#voices.of(name, describe(name, 0, name.count), undefined);
    const asks = this.#prose.charAt(paragraph.end - 1) === '?' && paragraph.end - from < longestQuestion;
    this.#turns.learn(label, speaker.member, asks);
    const wasOpened = label.start > paragraph.start && isQuotationMark(this.#prose.charAt(paragraph.end - 1));
    const said = spokenStretches(this.#prose, { start: from, end: paragraph.end - (wasOpened ? 1 : 0) });
    const mark = /[:.–—-]/.exec(this.#prose.slice(label.end, from))?.index;
    const cue = mark === undefined ? undefined : { start: label.end + mark, end: label.end + mark + 1 };
    this.#turn = undefined;
    this.#say(said, { ...speaker, cue }, 'transcript');
    // A label of its own line: the words are those of the next paragraph.
    this.#turn ??= {
      ...plainDraft({ start: from, end: from, innerStart: from, innerEnd: from }),
      type: 'direct',
      ...speaker,
      sieve: 'transcript',
    };
    return speaker;
  }

  /**
   * The next paragraph of a turn; or a question or an answer without a label: those of whom the text has said that he asks or answers; or the
   * words of somebody whom nothing names.
   */
  goOn(place: Exclude<TurnPlace, { readonly kind: 'label' | 'aside' }>, paragraph: Span): void {
    const { kind } = place;
    let turn: (LastSpeaker & { readonly sieve: string }) | undefined = this.#turn;
    if (kind !== 'on') {
      turn = { mention: undefined, member: kind === 'unnamed' ? undefined : this.#turns.party(kind), cue: undefined, sieve: 'transcript' };
      this.#turn = undefined;
    }
    if (turn === undefined) return;
    const { mention, member, cue, sieve } = turn;
    const start = kind === 'unnamed' ? place.from : paragraph.start;
    this.#say(spokenStretches(this.#prose, { start, end: paragraph.end }), { mention, member, cue }, sieve);
  }

  /** The next paragraph of a turn where no label shows how long it is: only what reads as speech. */
  speaksOn(paragraph: Span): boolean {
    const before = this.isAmong ? this.#turn : undefined;
    this.#turn = undefined;
    if (before === undefined) return false;
    const text = this.#prose.slice(paragraph.start, paragraph.end);
    const outside = withoutMarked(text).replace(/[“"][^“”"]*$/, '');
    // "The mayor said: “We pay.”": a narrator again
    if (outside !== text && reports(outside) && !speaksOn(outside)) return false;
    if (!speaksOn(text) || /^\p{L}[\p{L} .’'-]{0,40}:/u.test(text) || (before.sieve === 'colon' && !isLetter(text))) return false;
    this.#turn = { ...before, ...paragraph, segments: [paragraph], after: before };
    this.#drafts.push(this.#turn);
    return true;
  }

  /** Remembers who is announced as the writer or speaker of what follows a paragraph that ends in a colon. */
  announce(words: Words, lo: number, voice: Phrase | undefined): LastSpeaker | undefined {
    const isColon = words.lower(words.count - 1) === ':';
    const head = words.count < 24 && isVerbless(words) ? writerIn(words, 0) : undefined;
    this.leadIn = head && this.#voices.of(words, nameAlone(words, head), undefined);
    const phrase = isColon ? (voice ?? writerIn(words, lo)) : undefined;
    this.#announced = phrase && this.#voices.of(words, phrase, undefined);
    return this.#announced;
  }

  /** After "Ruiz wrote:" or "a letter from Ruiz:" a paragraph without marks in which somebody speaks of himself. */
  letter(paragraph: Span): { readonly draft: Draft; readonly writer: LastSpeaker } | undefined {
    const writer = this.#announced;
    this.#announced = undefined;
    const text = this.#prose.slice(paragraph.start, paragraph.end);
    if (writer?.member === undefined || !speaksOn(text) || !isLetter(text)) return undefined;
    const whole = { ...paragraph, innerStart: paragraph.start, innerEnd: paragraph.end };
    const draft: Draft = { ...plainDraft(whole), ...writer, type: 'direct', sieve: 'colon' };
    this.#turn = draft;
    this.#drafts.push(draft);
    return { draft, writer };
  }

  #say(stretches: readonly Span[], speaker: LastSpeaker, sieve: string): void {
    for (const stretch of stretches) {
      const after: Draft | undefined = this.#turn !== undefined && this.#turn.end > this.#turn.start ? this.#turn : undefined;
      const draft: Draft = {
        ...plainDraft({ ...stretch, innerStart: stretch.start, innerEnd: stretch.end }),
        type: 'direct',
        ...speaker,
        sieve,
        after,
      };
      this.#turn = draft;
      this.#drafts.push(draft);
    }
  }
}

/** "Remarks by Minister Ruiz:", a line and no sentence. */
function isVerbless(words: Words): boolean {
  for (let at = 0; at < words.count; at++)
    if (words.isPassage(at) || words.is(at, w.auxiliary | w.modal | w.verb) || words.looksPast(at)) return false;
  return true;
}

/** "Remarks by President Ruiz | After the Flood", in a line of capitals. */
function nameAlone(words: Words, phrase: Phrase): Phrase {
  let to = phrase.from;
  while (to < phrase.to && words.isName(to)) to++;
  return to > phrase.from ? describe(words, phrase.from, to) : phrase;
}
