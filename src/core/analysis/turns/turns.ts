import { outerOf } from '../../text/passages/outer';
import type { Span } from '../../text/span';
import { tokensOf } from '../../text/passages/tokens';
import type { Cast, Member } from '../speakers/index';
import { genderOfName, type Phrase, Words } from '../words/index';
import { partiesIn } from './interview';
import { hasOwnVoice, plainLabel, transcriptLabel } from './labels';

/** So many paragraphs before a Q and A are looked through for whom it is with. */
const introduction = 6;
/** So many labels are looked through for the one that an initial stands for. */
const manyLabels = 40;

/** The turns of a transcript: which paragraphs begin with a speaker's label, and whom it means. */
export class Turns {
  readonly #prose: string;
  readonly #cast: Cast;
  readonly #labels = new Map<string, Member | undefined>();
  #recent: Span[] = [];
  /** Questions are marked as such, so that "A" is an answer. */
  #hasQuestions = false;
  #asker: Member | undefined;
  #answerer: Member | undefined;

  constructor(prose: string, cast: Cast) {
    this.#prose = prose;
    this.#cast = cast;
  }

  /** A paragraph that is no turn: it may say whom a Q and A is with. */
  pass(paragraph: Span): void {
    if (this.#recent.push(paragraph) > introduction) this.#recent.shift();
  }

  /** The label a paragraph begins with; `among`: right after another turn. */
  labelOf(paragraph: Span, among: boolean): Span | undefined {
    return transcriptLabel(this.#prose, paragraph) ?? this.#questionLabel(paragraph, among) ?? this.#smallLabel(paragraph, among);
  }

  /** The colon, or the full stop of "Q.". */
  markAfter({ end }: Span): number {
    return this.#prose.charAt(end) === '.' ? end : this.#prose.indexOf(':', end);
  }

  /** Whom a label means, where that is known: from an earlier turn, or for Q and A from the paragraphs before. */
  meaningOf(label: Span): { readonly member: Member | undefined } | undefined {
    const text = this.#prose.slice(label.start, label.end);
    const letter = /^(?:(q|question)|a|answer)\.?$/i.exec(text);
    const initial = /^\p{Lu}$/u.test(text) && !(letter !== null && this.#hasQuestions) ? this.#labelledWith(text) : undefined;
    if (initial !== undefined) return { member: initial };
    this.#hasQuestions ||= letter?.[1] !== undefined;
    if (letter === null) {
      const member = this.#labels.get(text) ?? (/^\p{Lu}{2,3}$/u.test(text) ? this.#cast.withInitials(text.toLowerCase()) : undefined);
      return member && { member };
    }
    return { member: this.party(letter[1] === undefined ? 'answer' : 'question') };
  }

  /** `asks`: its words are a question. Whoever does so first of all, by name, asks; whoever comes second answers. */
  learn(label: Span, member: Member | undefined, asks: boolean): void {
    this.#labels.set(this.#prose.slice(label.start, label.end), member);
    if (member === undefined) return;
    if (asks && this.#labels.size === 1) this.#asker ??= member;
    else if (this.#asker !== undefined && this.#labels.size === 2 && member !== this.#asker) this.#answerer ??= member;
  }

  /** Who asks, or who answers, as far as the text has said it. */
  party(kind: 'question' | 'answer'): Member | undefined {
    this.#meetParties();
    return kind === 'question' ? this.#asker : this.#answerer;
  }

  /** "D:" after "Dana:": the one whose label begins so. */
  #labelledWith(letter: string): Member | undefined {
    const known = [...this.#labels]
      .slice(0, manyLabels)
      .filter(([text, member]) => text.length > 1 && text.startsWith(letter) && member !== undefined);
    const members = new Set(known.map(([, member]) => member));
    return members.size === 1 ? known[0]?.[1] : undefined;
  }

  /** "Q." or "Question:" before a question, and "A." after one. */
  #questionLabel({ start, end }: Span, among: boolean): Span | undefined {
    if (!'QA'.includes(this.#prose.charAt(start))) return undefined;
    const letter = /^(Q\.|A\.|Question:|Answer:) /.exec(this.#prose.slice(start, Math.min(end, start + 10)))?.[1];
    if (letter === undefined) return undefined;
    const label = { start, end: start + letter.length - 1 };
    if (letter.startsWith('A')) return among && (this.#labels.has('Q') || this.#labels.has('Question')) ? label : undefined;
    return this.#prose.slice(start, end).includes('?') ? label : undefined;
  }

  /** A label in small letters, where it is plain that somebody speaks: a role or somebody known before words in the first or second person. */
  #smallLabel(paragraph: Span, among: boolean): Span | undefined {
    const label = plainLabel(this.#prose, paragraph);
    if (label === undefined) return undefined;
    const { span, isRole } = label;
    const text = this.#prose.slice(span.start, span.end);
    if (among && this.#labels.has(text)) return span;
    const speech = this.#prose.slice(span.end, paragraph.end);
    if (!hasOwnVoice(speech)) return undefined;
    if (among || isRole) return span;
    const words = text.toLowerCase().split(' ');
    const isKnown = genderOfName(words[0] ?? '') !== undefined || this.#cast.knows(words.at(-1) ?? '');
    return isKnown && paragraph.start > 0 && !/[“"]|''/.test(speech) ? span : undefined;
  }

  #meetParties(): void {
    const isNamed = this.#asker !== undefined && this.#answerer !== undefined;
    for (const [at, paragraph] of isNamed ? [] : this.#recent.entries()) {
      const words = new Words(outerOf(tokensOf(this.#prose, paragraph), [], paragraph.start));
      const above = this.#recent.slice(0, at).map(({ start, end }) => this.#prose.slice(start, end));
      const isTitled = ({ head }: Phrase): boolean => above.some((text) => text.includes(words.text(head, head + 1)));
      const parties = partiesIn(words, isTitled);
      if (parties === undefined) continue;
      const meet = (phrase: Phrase | undefined): Member | undefined =>
        phrase && this.#cast.resolve(words, phrase, words.start(phrase.from));
      this.#asker = meet(parties.asks);
      this.#answerer = meet(parties.answers);
    }
    this.#recent = [];
  }
}
