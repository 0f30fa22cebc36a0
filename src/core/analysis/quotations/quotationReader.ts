import { markedPassages } from '../../text/passages/marks';
import { outerOf } from '../../text/passages/outer';
import { sentenceEnds } from '../../text/passages/sentences';
import type { Span } from '../../text/span';
import { tokensOf } from '../../text/passages/tokens';
import { attributesPassage, readSentence } from '../speech/index';
import { BlockQuotes } from './blockQuotes';
import { CarriedProvenance } from './carriedProvenance';
import { type Cast, nameEveryone } from '../speakers/index';
import type { QuotationContext } from './context';
import { Conversation } from './conversation';
import { datelineEnd } from './dateline';
import { byDefault, Drafts, nobody, plainDraft, type Draft, type LastSpeaker } from './drafts';
import { endBeforeCue, forgotItsMark } from './forgottenMark';
import { takeTopicsFrom } from './headline';
import { joinParagraphs, joinParts } from './joining';
import { addLabelled } from './labelled';
import { addLoose, isAside, isIntroduced, isReference, nearest, onlyPassages, openerOf, sceneOf } from './looseMarks';
import { signatureIn, type TurnPlace, Turns } from '../turns/index';
import { nestedIn, type NestedDraft } from './nested';
import { isSignature, signatureAlone, signFrom } from './signature';
import { TurnReader } from './turnReader';
import { Voices } from './voices';
import { CountedWords, type Phrase, type StepCount, Words } from '../words/index';

/** Words between marks that stand alone, with who acted in the sentence before them. */
interface Waiting {
  readonly at: number;
  readonly scene: LastSpeaker | undefined;
}

/** Reads an article paragraph by paragraph; what it decides never waits for later text. */
export class QuotationReader {
  readonly drafts: Draft[] = [];
  readonly nested: NestedDraft[] = [];
  readonly #prose: string;
  readonly #english: boolean;
  readonly #count: StepCount | undefined;
  readonly #provenance: CarriedProvenance;
  #open = false;
  #wasOpen = false;
  /** What the first paragraph has after a colon. */
  #headline: readonly Draft[] | undefined;
  readonly #turns: Turns;
  readonly #voices: Voices;
  readonly #turnReader: TurnReader;
  /** Number of the block quote that the paragraph before stood in. */
  #blockQuote: number | undefined;
  /** The last words of the paragraph before, where the next may go on with them. */
  #leftOpen: Draft | undefined;
  #last: LastSpeaker | undefined;
  #pending: LastSpeaker | undefined;
  /** Words between marks of the paragraph before that got their speaker by default. */
  #unsigned = new Set<Draft>();
  readonly #blockQuotes: BlockQuotes;
  #nestedUpTo = 0;
  readonly #conversation = new Conversation();

  constructor(prose: string, context: QuotationContext, cast: Cast) {
    this.#prose = prose;
    this.#english = context.english;
    this.#turns = new Turns(prose, cast);
    this.#provenance = new CarriedProvenance(prose);
    this.#voices = new Voices(cast);
    this.#turnReader = new TurnReader(prose, this.#turns, this.#voices, this.drafts);
    this.#count = context.count;
    this.#blockQuotes = new BlockQuotes(context.blockQuotes ?? []);
  }

  /** `place`: where the paragraph stands in a transcript. */
  read(whole: Span, place?: TurnPlace): void {
    this.#readOne(whole, place);
    if (this.#english)
      for (const draft of this.drafts.slice(this.#nestedUpTo)) this.nested.push(...nestedIn(this.#prose, draft, this.#voices));
    this.#nestedUpTo = this.drafts.length;
  }

  #readOne(whole: Span, place?: TurnPlace): void {
    let paragraph = whole;
    if (place !== undefined) {
      if (place.kind === 'label') this.#begin(place.label, place.from, paragraph);
      else if (place.kind !== 'aside') this.#turnReader.goOn(place, paragraph);
      return;
    }
    const label = this.#english ? this.#turns.labelOf(paragraph, this.#turnReader.isAmong) : undefined;
    if (label !== undefined) {
      const { from, isTurn } = this.#turnReader.wordsAfter(label, paragraph);
      if (isTurn) {
        this.#begin(label, from, paragraph);
        return;
      }
      paragraph = { start: from, end: paragraph.end };
    } else if (this.#turnReader.speaksOn(paragraph) || (this.#blockQuotes.at(paragraph) === undefined && this.#readLetter(paragraph)))
      return;
    this.#turnReader.leave();
    const tokens = tokensOf(this.#prose, paragraph);
    const pairs = endBeforeCue(tokens, markedPassages(tokens, this.#open));
    const quote = this.#blockQuotes.at(paragraph);
    if (quote !== undefined && this.#english && this.#endsSigned(quote, paragraph, new Words(outerOf(tokens, pairs, paragraph.start))))
      return;
    const isBlockQuote = pairs.length === 0 && quote !== undefined && !isSignature(tokens);
    const marked = isBlockQuote ? [{ open: -1, close: tokens.kind.length, style: 'double' as const }] : pairs;
    const outer = outerOf(tokens, marked, paragraph.start);
    const count = this.#count;
    const words = count === undefined ? new Words(outer) : new CountedWords(outer, count);
    if (count !== undefined) count.steps += tokens.kind.length;
    const blockQuote = isBlockQuote ? this.#blockQuotes.number : undefined;
    const before = blockQuote === this.#blockQuote && (isBlockQuote || this.#open) ? this.#leftOpen : undefined;
    this.#leftOpen = undefined;
    this.#blockQuote = blockQuote;
    this.#wasOpen = this.#open;
    this.#open = !isBlockQuote && outer.passages.at(-1)?.closed === false;
    if (!this.#english) {
      for (const passage of outer.passages) this.drafts.push({ ...plainDraft(passage), type: 'direct', sieve: 'marks' });
      return;
    }
    this.#turns.pass(paragraph);
    if (isBlockQuote || !this.#sign(words)) this.#readParagraph(words, before);
  }

  /** After the last paragraph. */
  finish(): void {
    takeTopicsFrom(this.#headline ?? [], this.drafts, this.#prose);
  }

  /** A name at the very end of a block quote, by itself or after a sentence, signs what nobody in it was given. */
  #endsSigned(quote: Span, paragraph: Span, words: Words): boolean {
    if (this.#prose.slice(paragraph.end, quote.end).trim() !== '') return false;
    const signature = signatureIn(words);
    if (signature === undefined || (signature.from === 0 && (this.drafts.at(-1)?.start ?? -1) < quote.start)) return false;
    if (signature.from > 0) this.read({ start: paragraph.start, end: words.end(signature.from - 1) });
    signFrom(quote.start, this.drafts, this.#voices.of(words, signature.phrase, undefined));
    this.#open = false;
    this.#pending = undefined;
    this.#leftOpen = undefined;
    return true;
  }

  /** A signature by itself is that of the words of the paragraph before, which nobody had. */
  #sign(words: Words): boolean {
    const draft = this.drafts.at(-1);
    const signature = draft !== undefined && this.#unsigned.has(draft) ? signatureAlone(words, this.#prose) : undefined;
    if (draft === undefined || signature === undefined) return false;
    const { mention, member } = this.#voices.of(signature.words, signature.phrase, undefined);
    Object.assign(draft, { mention, member, sieve: 'signature', provenance: undefined });
    this.#open = false;
    return true;
  }

  #begin(label: Span, from: number, paragraph: Span): void {
    this.#last = this.#turnReader.begin(label, from, paragraph);
    this.#pending = undefined;
    this.#open = false;
    this.#leftOpen = undefined;
  }

  #readLetter(paragraph: Span): boolean {
    const letter = this.#turnReader.letter(paragraph);
    if (letter === undefined) return false;
    this.#provenance.pass(letter.draft, true, true);
    this.#last = letter.writer;
    this.#pending = undefined;
    return true;
  }

  #readParagraph(words: Words, leftOpen: Draft | undefined): void {
    const ends = sentenceEnds(words.outer, (unit) => attributesPassage(words, unit));
    let lo = datelineEnd(words);
    nameEveryone(words, this.#voices.cast, lo);
    const drafts = new Drafts(words);
    const waiting: Waiting[] = [];
    let here: LastSpeaker | undefined;
    let voice: LastSpeaker | undefined;
    /** Who acts in the sentence before. */
    let actor: Phrase | undefined;
    for (const [sentence, hi] of ends.entries()) {
      const reading = readSentence(words, lo, hi);
      const first = drafts.list.length;
      for (const subject of reading.subjects) this.#voices.resolve(words, subject, true);
      let spoken: LastSpeaker | undefined;
      for (const attribution of reading.attributions) {
        const speaker = this.#voices.ofAttribution(words, attribution);
        const quoted = attribution.contents
          .map((content) =>
            drafts.add(content, attribution.sieve, speaker, sentence, content.minor === true ? 'doubtful' : attribution.strength),
          )
          .includes(true);
        // Words between marks go on with whom marks were given to, rather than with whoever was reported since.
        if (attribution.speech && speaker.mention !== undefined && (quoted || spoken === undefined)) spoken = speaker;
      }
      spoken = addLabelled(drafts, words, { from: lo, to: hi }, reading, sentence, this.#voices) ?? spoken;
      const own = reading.voice && this.#voices.of(words, reading.voice, undefined);
      voice = own ?? voice;
      const alone = onlyPassages(words, lo, hi);
      for (let at = lo; at < hi; at++) {
        if (!words.isPassage(at) || drafts.has(at)) continue;
        const content = { from: at, to: at + 1 };
        if (isAside(words, at) || isReference(words, at)) drafts.add(content, 'scare', nobody);
        else if (at > lo && voice !== undefined && !alone && isIntroduced(words, at)) {
          drafts.add(content, 'colon', voice, sentence);
          spoken ??= voice;
        } else if (at > lo && words.lower(at - 1) === ':' && words.passage(at)?.startsWithCapital === true)
          drafts.add(content, 'unattributed', nobody, sentence);
        else if (!alone) addLoose(drafts, words, at, spoken ?? nearest(here ?? this.#last, own));
        else if (here !== undefined) drafts.add(content, 'follow-on', here, sentence);
        else waiting.push({ at, scene: actor && sceneOf(this.#voices.of(words, actor, undefined)) });
      }
      if (spoken !== undefined) {
        for (const { at } of waiting.splice(0)) drafts.add({ from: at, to: at + 1 }, 'follow-on', spoken);
        here = spoken;
      }
      this.#provenance.give(words, lo, hi, drafts.list.slice(first), reading.reported);
      if (hi === words.count) {
        const announced = this.#turnReader.announce(words, lo, reading.speaks ? reading.voice : undefined);
        if (announced !== undefined) this.#provenance.announce(words, lo, hi, announced.member);
      }
      actor = reading.voice ?? openerOf(words, lo, hi) ?? actor;
      lo = hi;
    }
    const isAnswer = here === undefined && this.#pending === undefined && !this.#wasOpen && this.#conversation.isOfTwo;
    const before = this.#pending ?? (isAnswer ? undefined : this.#last);
    const open = this.#wasOpen;
    const carried = drafts.list.length;
    for (const { at, scene } of waiting) {
      const content = { from: at, to: at + 1 };
      if (scene !== undefined && !open && this.#pending === undefined) drafts.add(content, 'scene', scene);
      else if (before === undefined) drafts.add(content, 'unattributed', nobody);
      else drafts.add(content, open ? 'follow-on-open' : this.#pending !== undefined ? 'colon' : 'follow-on-paragraph', before);
    }
    this.#provenance.give(words, 0, 0, drafts.list.slice(carried), undefined, this.#blockQuote !== undefined);
    this.#provenance.nextParagraph();
    if (here !== undefined) this.#last = here;
    else if (words.outer.passages.length === 0)
      this.#last = voice === undefined || (open && voice.member?.kind !== 'person') ? this.#last : voice;
    else if (!isAnswer) this.#last = before;
    this.#conversation.hear(words.count, here?.member, isAnswer);
    const colon = words.lower(words.count - 1) === ':' ? (voice ?? here ?? this.#last) : undefined;
    this.#pending = this.#turnReader.leadIn ?? colon ?? (waiting.length > 0 ? this.#pending : undefined);
    for (const title of words.outer.titles) drafts.list.push({ ...plainDraft(title), type: 'scare', sieve: 'title' });
    this.#unsigned = new Set(drafts.list.filter(({ sieve }) => byDefault.has(sieve)));
    const sorted = drafts.sorted();
    joinParts(sorted, this.#prose);
    joinParagraphs(leftOpen, sorted, words);
    const mayGoOn = this.#blockQuote !== undefined || (this.#open && !forgotItsMark(words));
    const end = sorted.at(-1);
    this.#leftOpen = mayGoOn && end?.end === words.end(words.count - 1) ? end : undefined;
    this.#headline ??= sorted.filter(({ sieve }) => sieve === 'colon' || sieve === 'label').slice(0, 4);
    for (const draft of sorted) this.drafts.push(draft);
  }
}
