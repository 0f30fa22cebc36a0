import { unitKinds, type Outer } from '../text/outer';
import { cueWordsOf, type CueWord } from './cues';
import { classesOf, isAdverb, looksPast, wordClasses as w } from './lexicon';

/** Counts elementary steps of the finders, for tests that watch their growth. */
export interface StepCount {
  steps: number;
}

/** The words of a paragraph outside its quotation marks, with what each can be. */
export class Words {
  readonly outer: Outer;
  readonly count: number;
  readonly #classes: number[] = [];
  readonly #cues: (readonly CueWord[] | undefined)[] = [];

  constructor(outer: Outer) {
    this.outer = outer;
    this.count = outer.kind.length;
    for (let at = 0; at < this.count; at++) {
      const isWord = outer.kind[at] === unitKinds.word;
      const lower = outer.lower[at] ?? '';
      this.#classes.push(isWord ? classesOf(lower) : 0);
      this.#cues.push(isWord ? cueWordsOf(lower) : undefined);
    }
  }

  lower(at: number): string {
    return this.outer.lower[at] ?? '';
  }
  start(at: number): number {
    return this.outer.start[at] ?? 0;
  }
  end(at: number): number {
    return this.outer.end[at] ?? 0;
  }
  is(at: number, classes: number): boolean {
    return ((this.#classes[at] ?? 0) & classes) !== 0;
  }
  cueWords(at: number): readonly CueWord[] | undefined {
    return this.#cues[at];
  }
  isWord(at: number): boolean {
    return this.outer.kind[at] === unitKinds.word;
  }
  isNumber(at: number): boolean {
    return this.outer.kind[at] === unitKinds.number;
  }
  isPunctuation(at: number): boolean {
    return this.outer.kind[at] === unitKinds.punctuation;
  }
  isPassage(at: number): boolean {
    return this.outer.kind[at] === unitKinds.passage;
  }
  passage(at: number): Outer['passages'][number] | undefined {
    return this.outer.passages[this.outer.passage[at] ?? -1];
  }
  isComma(at: number): boolean {
    return this.lower(at) === ',' && this.isPunctuation(at);
  }
  isDash(at: number): boolean {
    const lower = this.lower(at);
    return this.isPunctuation(at) && (lower === '—' || lower === '–' || lower === '―' || lower === '-' || lower.startsWith('--'));
  }
  isAdverb(at: number): boolean {
    return this.isWord(at) && isAdverb(this.lower(at)) && !this.isCapital(at);
  }
  looksPast(at: number): boolean {
    return this.isWord(at) && !this.isCapital(at) && looksPast(this.lower(at));
  }
  /** Written with a capital and not a closed-class word at a sentence's start. */
  isCapital(at: number): boolean {
    return (this.outer.capital[at] === true || this.outer.lower[at] === 'plc') && this.isWord(at);
  }
  isName(at: number): boolean {
    return this.isCapital(at) && !this.is(at, closed);
  }
  isPossessiveMark(at: number): boolean {
    return this.lower(at) === "'s" || (this.isPunctuation(at) && isGenitiveApostrophe(this, at));
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
  override is(at: number, classes: number): boolean {
    this.#count.steps++;
    return super.is(at, classes);
  }
  override cueWords(at: number): readonly CueWord[] | undefined {
    this.#count.steps++;
    return super.cueWords(at);
  }
  override isPassage(at: number): boolean {
    this.#count.steps++;
    return super.isPassage(at);
  }
}

const closed =
  w.determiner | w.possessive | w.pronoun | w.preposition | w.conjunction | w.subordinator | w.auxiliary | w.modal | w.negation | w.adverb;

function isGenitiveApostrophe(words: Words, at: number): boolean {
  const lower = words.lower(at);
  return (lower === "'" || lower === '’') && words.lower(at - 1).endsWith('s');
}
