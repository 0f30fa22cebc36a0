import type { Lexicon } from '../words/lexicon';
import { Kind } from '../words/kinds';
import type { Weighted } from '../words/weights';
import { Kin } from './kin/kin';
import type { Stretch } from './relation';
import { TurnedKin } from './kin/turnedKin';
import type { Vocabulary } from './vocabulary';

/** An article that is asked, sentence after sentence: its different lemmas with numbers, and the places where each stands. */
export class SentencePlaces {
  readonly #lexicon: Lexicon;
  /** By lemma, its number; 0 where the article has it not. */
  #numberOf = new Uint16Array(0);
  readonly #lemmas: number[] = [];
  /** By place: the number, what it weighs, and which sentence it stands in. */
  numbers = new Uint16Array(0);
  weights = new Float64Array(0);
  sentenceAt = new Uint16Array(0);
  /** By number, where its places begin in `places`, which are in their order. */
  from = new Int32Array(0);
  places = new Int32Array(0);
  /** What each sentence weighs. */
  weigh = new Float64Array(0);
  size = 0;
  kin: Kin;
  /** What stands for words in the last articles asked: one is asked from all others in turn. */
  #kins: { readonly text: Weighted; readonly among: Vocabulary; readonly kin: Kin }[] = [];
  /** The article whose sentences were asked for when one of these was begun, and what stands for its words. */
  #asked: Weighted | undefined;
  readonly #turned: TurnedKin;
  /** For single sentences. */
  readonly #own: Kin;
  /** What that was begun for: a passage's sentences are asked for those of many articles. */
  #stretch: (Stretch & { readonly text: Weighted; readonly among: Vocabulary | undefined }) | undefined;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.kin = this.#own = new Kin(lexicon);
    this.#turned = new TurnedKin(lexicon);
  }

  /**
   * `among`: the lemmas that are known to stand for others, where not all are; then the stretches are all sentences of the article. `asked`: the
   * article whose sentences are asked for.
   */
  enter(text: Weighted, stretches: readonly Stretch[], among: Vocabulary | undefined, asked: Weighted): void {
    this.#number(text, stretches, among);
    this.kin = this.#kinOf(text, among, asked);
    this.kin.numberOf = this.#numberOf;
  }

  /** A stretch alone; `among`: the lemmas of some articles that has all of its own. */
  enterStretch(text: Weighted, stretch: Stretch, among: Vocabulary | undefined): void {
    this.#number(text, [stretch], undefined);
    this.kin = this.#own;
    const known = this.#stretch;
    if (known?.text !== text || known.from !== stretch.from || known.to !== stretch.to || known.among !== among) {
      this.kin.begin(this.#figures(), among);
      this.#stretch = { text, among, from: stretch.from, to: stretch.to };
    }
    this.kin.numberOf = this.#numberOf;
  }

  #number({ tokens, weights }: Weighted, stretches: readonly Stretch[], among: Vocabulary | undefined): void {
    this.#reserve(
      stretches.reduce((sum, { from, to }) => sum + to - from, 0),
      stretches.length,
    );
    let size = 0;
    for (let n = 0; n < stretches.length; n++) {
      const { from, to } = stretches[n] ?? { from: 0, to: 0 };
      let weight = 0;
      for (let i = from; i < to; i++) {
        const one = tokens.lemma[i] ?? 0;
        if (this.#numberOf[one] === 0 && (!among || among.has[one] === 1)) {
          this.#lemmas.push(one);
          this.#numberOf[one] = this.#lemmas.length;
        }
        weight += this.weights[size] = weights[i] ?? 0;
        this.numbers[size] = this.#numberOf[one] ?? 0;
        this.sentenceAt[size++] = n;
      }
      this.weigh[n] = weight;
    }
    this.size = size;
    this.#sort();
  }

  leave(): void {
    for (const lemma of this.#lemmas) this.#numberOf[lemma] = 0;
    this.#lemmas.length = 0;
  }

  numberOf(lemma: number): number {
    return this.#numberOf[lemma] ?? 0;
  }

  #kinOf(text: Weighted, among: Vocabulary | undefined, asked: Weighted): Kin {
    const known = this.#kins.find((one) => one.text === text && one.among === among);
    let kin = known?.kin;
    if (!kin) {
      kin = among ? (this.#kins.length < 2 ? new Kin(this.#lexicon) : this.#kins[0]?.kin) : this.#own;
      kin ??= this.#own;
      if (kin === this.#own) this.#stretch = undefined;
      kin.begin(this.#figures(), among);
      if (among) this.#turn(kin, asked, among);
    }
    if (among) this.#kins = [...this.#kins.filter((one) => one.kin !== kin), { text, among, kin }];
    return kin;
  }

  /** What asks one article after the other is looked up all at once, from the second time on. */
  #turn(kin: Kin, asked: Weighted, among: Vocabulary): void {
    if (this.#turned.isOf(asked, among)) kin.fill(this.#turned, this.#lemmas);
    else if (this.#asked === asked) {
      this.#turned.read(asked, among);
      kin.fill(this.#turned, this.#lemmas);
    }
    this.#asked = asked;
  }

  /** The lemmas that are numbers. */
  #figures(): readonly number[] {
    return this.#lemmas.filter((lemma) => this.#lexicon.kind(lemma) === Kind.number);
  }

  #reserve(tokens: number, sentences: number): void {
    if (this.#numberOf.length < this.#lexicon.size) this.#numberOf = new Uint16Array(2 * this.#lexicon.size);
    if (this.numbers.length <= tokens) {
      const size = 2 * tokens + 2;
      [this.numbers, this.sentenceAt, this.weights] = [new Uint16Array(size), new Uint16Array(size), new Float64Array(size)];
      [this.from, this.places] = [new Int32Array(size), new Int32Array(size)];
    }
    if (this.weigh.length < sentences) this.weigh = new Float64Array(2 * sentences);
  }

  #sort(): void {
    const [last, numbers] = [this.#lemmas.length, this.numbers];
    const from = this.from.fill(0, 0, last + 2);
    for (let i = 0; i < this.size; i++) from[numbers[i] ?? 0] = (from[numbers[i] ?? 0] ?? 0) + 1;
    for (let number = 1; number <= last; number++) from[number] = (from[number] ?? 0) + (from[number - 1] ?? 0);
    from[last + 1] = this.size;
    // The last first, so that each number's end moves to its beginning.
    for (let i = this.size - 1; i >= 0; i--) {
      const number = numbers[i] ?? 0;
      this.places[(from[number] = (from[number] ?? 0) - 1)] = i;
    }
  }
}
