import { unitKinds, type Outer } from '../../text/passages/outer';
import { cueWordsOf, type CueWord } from './cues';
import { classesOf, wordClasses as w } from './lexicon';

/** Counts elementary steps of the finders, for tests that watch their growth. */
export interface StepCount {
  steps: number;
}

/** What a unit is, as bits above those of `wordClasses`. */
const u = {
  word: 1 << 22,
  number: 1 << 23,
  punctuation: 1 << 24,
  passage: 1 << 25,
  capital: 1 << 26,
  comma: 1 << 27,
  dash: 1 << 28,
  genitive: 1 << 29,
};
const closed =
  w.determiner | w.possessive | w.pronoun | w.preposition | w.conjunction | w.subordinator | w.auxiliary | w.modal | w.negation | w.adverb;

/** The words of a paragraph outside its quotation marks, with what each can be. */
export class Words {
  readonly outer: Outer;
  readonly count: number;
  readonly #bits: number[] = [];
  readonly #cues: (readonly CueWord[] | undefined)[] = [];

  constructor(outer: Outer) {
    this.outer = outer;
    this.count = outer.kind.length;
    for (let at = 0; at < this.count; at++) {
      const lower = outer.lower[at] ?? '';
      const isWord = outer.kind[at] === unitKinds.word;
      const capital = outer.capital[at] === true;
      const bits = !isWord
        ? unitBits(outer, at, lower)
        : capital && (isSurname(outer, at, lower) || isAcronym(outer, at, lower))
          ? u.word | u.capital
          : wordBits(lower, capital);
      this.#bits.push(bits);
      this.#cues.push((bits & w.cue) === 0 ? undefined : cueWordsOf(lower));
    }
  }

  lower(at: number): string {
    return at < 0 || at >= this.count ? '' : (this.outer.lower[at] ?? '');
  }
  start(at: number): number {
    return this.outer.start[at] ?? 0;
  }
  end(at: number): number {
    return this.outer.end[at] ?? 0;
  }
  /** As written, white space as one blank. */
  text(from: number, to: number): string {
    const text = this.outer.text.slice(this.start(from), this.end(to - 1));
    return /[^!-~ ]|\s\s/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
  }
  is(at: number, classes: number): boolean {
    return (this.bits(at) & classes) !== 0;
  }
  cueWords(at: number): readonly CueWord[] | undefined {
    return at < 0 || at >= this.count ? undefined : this.#cues[at];
  }
  isWord(at: number): boolean {
    return this.is(at, u.word);
  }
  isNumber(at: number): boolean {
    return this.is(at, u.number);
  }
  isPunctuation(at: number): boolean {
    return this.is(at, u.punctuation);
  }
  isPassage(at: number): boolean {
    return this.is(at, u.passage);
  }
  passage(at: number): Outer['passages'][number] | undefined {
    return this.isPassage(at) ? this.outer.passages[this.outer.passage[at] ?? -1] : undefined;
  }
  isComma(at: number): boolean {
    return this.is(at, u.comma);
  }
  isDash(at: number): boolean {
    return this.is(at, u.dash);
  }
  isAdverb(at: number): boolean {
    return (this.bits(at) & (w.adverbial | u.capital)) === w.adverbial;
  }
  looksPast(at: number): boolean {
    return (this.bits(at) & (w.past | u.capital)) === w.past;
  }
  /** Written with a capital and not a closed-class word at a sentence's start. */
  isCapital(at: number): boolean {
    return this.is(at, u.capital);
  }
  isName(at: number): boolean {
    return (this.bits(at) & (u.capital | closed)) === u.capital;
  }
  isPossessiveMark(at: number): boolean {
    return this.is(at, u.genitive);
  }
  protected bits(at: number): number {
    return at < 0 || at >= this.count ? 0 : (this.#bits[at] ?? 0);
  }
}

/** Counts every look at a word: a step, for tests that watch how the work grows. */
export class CountedWords extends Words {
  readonly #count: StepCount;

  constructor(outer: Outer, count: StepCount) {
    super(outer);
    this.#count = count;
  }
  override lower(at: number): string {
    this.#count.steps++;
    return super.lower(at);
  }
  protected override bits(at: number): number {
    this.#count.steps++;
    return super.bits(at);
  }
  override cueWords(at: number): readonly CueWord[] | undefined {
    this.#count.steps++;
    return super.cueWords(at);
  }
}

/** "the US president", "the WHO said", but not a line of capitals */
function isAcronym(outer: Outer, at: number, lower: string): boolean {
  if (lower !== 'us' && lower !== 'who') return false;
  const textOf = (unit: number): string => outer.text.slice(outer.start[unit] ?? 0, outer.end[unit] ?? 0);
  const beside = outer.kind[at + 1] === unitKinds.word ? textOf(at + 1) : textOf(at - 1);
  return textOf(at) === lower.toUpperCase() && /\p{Ll}/u.test(beside);
}

/** "Theresa May", "Mrs March", "Will Price said", "May said": months and verbs that are somebody's name here. */
function isSurname(outer: Outer, at: number, lower: string): boolean {
  if (!homographs.has(lower) || outer.kind[at + 1] === unitKinds.number) return false;
  const next = outer.lower[at + 1] ?? '';
  if (isPastCue(next)) return true;
  const isGiven = lower === 'will' && outer.capital[at + 1] === true;
  // "Will Price, the captain"
  if (isGiven && at === 0 && /^[,:]$/.test(outer.lower[2] ?? '')) return true;
  if (isGiven && isPastCue(outer.lower[at + 2] ?? '')) return true;
  const before = outer.lower[at - 1] ?? '';
  const classes = classesOf(before);
  if (outer.capital[at - 1] !== true || outer.kind[at - 1] !== unitKinds.word || before.length < 2)
    return isGiven && at > 0 && !startsSentence(before);
  return (classes & w.title) !== 0 || (classes & (closed | w.time | w.adjective)) === 0;
}
const homographs = new Set(['may', 'march', 'will', 'april', 'june', 'august']);
const tellers = new Set(
  'said told added asked replied insisted argued claimed warned wrote tweeted announced admitted explained conceded'.split(' '),
);
function isPastCue(lower: string): boolean {
  return tellers.has(lower);
}
function startsSentence(before: string): boolean {
  return before === '' || /^[.?!…”"]/.test(before);
}

function wordBits(lower: string, capital: boolean): number {
  return u.word | classesOf(lower) | (capital || lower === 'plc' ? u.capital : 0) | (lower === "'s" ? u.genitive : 0);
}

function unitBits(outer: Outer, at: number, lower: string): number {
  const kind = outer.kind[at];
  if (kind === unitKinds.passage) return u.passage;
  if (kind === unitKinds.number) return u.number;
  if (lower === ',') return u.punctuation | u.comma;
  if (lower === '—' || lower === '–' || lower === '―' || lower === '-' || lower.startsWith('--')) return u.punctuation | u.dash;
  const genitive = (lower === "'" || lower === '’') && (outer.lower[at - 1] ?? '').endsWith('s');
  return u.punctuation | (genitive ? u.genitive : 0);
}
