import type { SentenceAsking } from './sentenceAsking';
import type { Sentences } from './sentences';
import type { Vocabulary } from './vocabulary';

/** Likeness from which on two sentences are one, copied or printed on every page. */
const SAME = 0.97;
/** Of more sentences the best is more alike by chance: by so much for each e-fold of the pairs of sentences, against so many pairs. */
const BY_CHANCE = 0.02;
const USUAL_PAIRS = 400;

/** How alike the sentences of two articles are, each with each: both ways, so that it is one number for a pair. */
export class Grid {
  readonly rows: number;
  readonly columns: number;
  readonly #like: Float32Array;
  /** Steps in `#like` from one row, and one column, to the next. */
  readonly #down: number;
  readonly #right: number;
  readonly #bestOfRow: Best;
  readonly #bestOfColumn: Best;
  #closeness: number | undefined;

  private constructor(rows: number, columns: number, like: Float32Array, down: number, right: number) {
    this.rows = rows;
    this.columns = columns;
    this.#like = like;
    this.#down = down;
    this.#right = right;
    const ofRow = (this.#bestOfRow = new Best(rows));
    const ofColumn = (this.#bestOfColumn = new Best(columns));
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const one = like[row * down + column * right] ?? 0;
        ofRow.add(row, one);
        ofColumn.add(column, one);
      }
    }
  }

  /** `among`: the lemmas that are known to stand for others. */
  static of(a: Sentences, b: Sentences, asking: SentenceAsking, among: Vocabulary): Grid {
    const [rows, columns] = [a.bounds.length, b.bounds.length];
    const [forth, back] = [asking.ask(a.text, a.bounds, b.text, b.bounds, among), asking.ask(b.text, b.bounds, a.text, a.bounds, among)];
    const like = new Float32Array(rows * columns);
    for (let i = 0, at = 0; i < rows; i++)
      for (let j = 0; j < columns; j++, at++) like[at] = ((forth[at] ?? 0) + (back[j * rows + i] ?? 0)) / 2;
    return new Grid(rows, columns, like, columns, 1);
  }

  /** The same asked from the other article. */
  turned(): Grid {
    return new Grid(this.columns, this.rows, this.#like, this.#right, this.#down);
  }

  /** 0 beyond the edges. */
  of(row: number, column: number): number {
    if (row < 0 || column < 0 || row >= this.rows || column >= this.columns) return 0;
    return this.#like[row * this.#down + column * this.#right] ?? 0;
  }

  /**
   * How alike the articles are beside what they have word for word: what their sentences have of each other, on the mean of both sides, whatever
   * their lengths.
   */
  get closeness(): number {
    return (this.#closeness ??=
      (this.#bestOfRow.mean + this.#bestOfColumn.mean) / 2 - BY_CHANCE * Math.log(Math.max(1, this.rows * this.columns) / USUAL_PAIRS));
  }

  bestOfRow(row: number): number {
    return this.#bestOfRow.first[row] ?? 0;
  }

  /** By how much a sentence is likelier than all others for one of the other article; negative where another one is. */
  lead(row: number, column: number): number {
    const like = this.of(row, column);
    const best = this.#bestOfColumn.first[column] ?? 0;
    return like < best ? like - best : like - (this.#bestOfColumn.second[column] ?? 0);
  }
}

/** The likeliest for each sentence, and the one after it. */
class Best {
  readonly first: Float32Array;
  readonly second: Float32Array;

  constructor(size: number) {
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
  }

  get mean(): number {
    const own = this.first.filter((like) => like < SAME);
    // of copies most is the same
    const counted = 2 * own.length > this.first.length ? own : this.first;
    return counted.reduce((sum, like) => sum + like, 0) / Math.max(1, counted.length);
  }

  add(at: number, like: number): void {
    const first = this.first[at] ?? 0;
    if (like > first) {
      this.second[at] = first;
      this.first[at] = like;
    } else if (like > (this.second[at] ?? 0)) this.second[at] = like;
  }
}
