import type { Fit } from './tally';
import { besideRivals, type Candidate, candidatesOf, evidenceOf, personsIn, type Sheet } from './evidence';
import type { Encoded } from './encoded';
import { areOthers, doersIn, isNamedIn, namesIn } from './doers';
import { Grid } from './grid';
import type { Query } from './query';
import type { Stretch } from './relation';
import { SentenceAsking } from './sentenceAsking';
import { sentencesAt, sentencesIn } from './sentences';
import { Vocabulary } from './vocabulary';
import type { SameSpeaker } from './voices';
import type { Lexicon } from '../words/lexicon';
import type { Tokens } from '../words/tokens';
import type { Weighted } from '../words/weights';

/** Candidates for a passage in one article, each with its share of the probability that the passage stands there at all. */
export interface Weighing {
  readonly candidates: readonly Candidate[];
  readonly shares: readonly number[];
}

/** Of the evidence, in its order: without an encoder, and with what one says of the sentences. */
export interface Weights {
  readonly plain: readonly number[];
  readonly encoded: readonly number[];
}

/**
 * Says where in another article a passage stands, or that it does not: a conditional logit over the candidates and "not there"
 * (McFadden 1974), with weights that `scripts/matching/fit.mjs` fits. Keeps the sentences of an event's articles, and how alike they
 * are.
 */
export class Chooser {
  readonly #texts: readonly Tokens[];
  readonly #lexicon: Lexicon;
  readonly #weights: Weights;
  readonly #encoded: Encoded;
  readonly #surnames: ReadonlySet<number>;
  readonly #isSettled: boolean;
  readonly #pronouns: ReadonlySet<number>;
  readonly #sheets = new Map<Tokens, Sheet>();
  readonly #grids = new Map<Sheet, Map<Sheet, Grid>>();
  #vocabulary: Vocabulary | undefined;
  #names: ReadonlySet<number> | undefined;

  /** `texts` are the articles of the event, `surnames` lemmas of the people named there; `isSettled`: see `Vocabulary`. */
  constructor(
    texts: readonly Tokens[],
    surnames: ReadonlySet<number>,
    lexicon: Lexicon,
    weights: Weights,
    encoded: Encoded,
    isSettled: boolean,
  ) {
    this.#isSettled = isSettled;
    this.#encoded = encoded;
    this.#texts = texts;
    this.#lexicon = lexicon;
    this.#weights = weights;
    this.#surnames = surnames;
    this.#pronouns = new Set(['he', 'she', 'him', 'her', 'his'].map((word) => lexicon.id(word)));
  }

  /** `stretches` are the best ones of the text (`stretchesOf`). */
  weigh(asked: Query, text: Weighted, voice: (stretch: Stretch) => SameSpeaker, stretches: readonly Fit[]): Weighing {
    const evidence = this.evidence(asked, text, voice, stretches);
    const weights = this.isEncoded(asked.text, text) ? this.#weights.encoded : this.#weights.plain;
    const odds = evidence.map(({ numbers }) => {
      let sum = 0;
      for (let i = 0; i < numbers.length; i++) sum += (numbers[i] ?? 0) * (weights[i] ?? 0);
      return Math.exp(sum);
    });
    const all = odds.reduce((sum, odd) => sum + odd, 1);
    return { candidates: evidence.map(({ candidate }) => candidate), shares: odds.map((odd) => odd / all) };
  }

  /** Whether an encoder's vectors of both articles are among what passages are weighed by. */
  isEncoded(a: Weighted, b: Weighted): boolean {
    return this.#encoded.between(a.tokens, b.tokens) !== undefined;
  }

  /** How alike a sentence of one article and one of another are; undefined where a stretch is not just one. */
  alike(a: Weighted, here: Stretch, b: Weighted, there: Stretch): number | undefined {
    const [x, y] = [this.#sheet(a), this.#sheet(b)];
    const [row, column] = [x.sentences.at[here.from] ?? 0, y.sentences.at[there.from] ?? 0];
    const isOneEach = x.sentences.bounds[row]?.to === here.to && y.sentences.bounds[column]?.to === there.to;
    return isOneEach ? this.#grid(x, y).of(row, column) : undefined;
  }

  /** How alike two articles are on the whole. */
  closeness(a: Weighted, b: Weighted): number {
    return this.#grid(this.#sheet(a), this.#sheet(b)).closeness;
  }

  /** The candidates, each with the numbers by which it is weighed. */
  evidence(
    asked: Query,
    text: Weighted,
    voice: (stretch: Stretch) => SameSpeaker,
    stretches: readonly Fit[],
  ): { candidate: Candidate; numbers: number[] }[] {
    const [here, there] = [this.#sheet(asked.text), this.#sheet(text)];
    const grid = this.#grid(here, there);
    const nearness = this.#encoded.between(asked.text.tokens, text.tokens);
    const sentences = sentencesAt(here.sentences, asked);
    const candidates = candidatesOf(asked, stretches, there.sentences, nearness?.nearest(sentences));
    const own = candidates.map((candidate) => evidenceOf(asked, here, there, grid, candidate, voice(candidate.fit), this.#lexicon));
    const numbers = besideRivals(own);
    return candidates.map((candidate, i) => ({
      candidate,
      numbers: nearness
        ? [...(numbers[i] ?? []), ...nearness.evidence(sentences, sentencesAt(there.sentences, candidate.fit))]
        : (numbers[i] ?? []),
    }));
  }

  /** Whether a passage and a stretch of another article name others as who does what they tell. */
  haveOtherDoers({ text: { tokens }, from, to }: Query, text: Weighted, stretch: Stretch): boolean {
    const names = (this.#names ??= namesIn(this.#texts, this.#lexicon));
    const doers = (of: Tokens, at: Stretch) => doersIn(of, at, names, this.#lexicon);
    const [here, there] = [doers(tokens, { from, to }), doers(text.tokens, stretch)];
    return areOthers(here, there) && !isNamedIn(here, text.tokens, stretch) && !isNamedIn(there, tokens, { from, to });
  }

  /** The lemmas of the event. */
  vocabulary(): Vocabulary {
    return (this.#vocabulary ??= new Vocabulary(
      this.#texts.map(({ lemma }) => lemma),
      this.#lexicon,
      this.#isSettled,
    ));
  }

  #sheet(text: Weighted): Sheet {
    let sheet = this.#sheets.get(text.tokens);
    if (!sheet) {
      const sentences = sentencesIn(text);
      this.#sheets.set(text.tokens, (sheet = { sentences, persons: personsIn(sentences, this.#surnames, this.#pronouns) }));
    }
    return sheet;
  }

  #grid(here: Sheet, there: Sheet): Grid {
    let ofHere = this.#grids.get(here);
    if (!ofHere) this.#grids.set(here, (ofHere = new Map<Sheet, Grid>()));
    let grid = ofHere.get(there);
    if (!grid) {
      grid =
        this.#grids.get(there)?.get(here)?.turned() ??
        Grid.of(here.sentences, there.sentences, SentenceAsking.of(this.#lexicon), this.vocabulary());
      ofHere.set(there, grid);
    }
    return grid;
  }
}

/** The candidate where a passage most likely stands, and how sure that is; what overlaps counts for each other as far as it does. */
export function likeliest(stretches: readonly Stretch[], shares: readonly number[]): { at: number; sure: number } | undefined {
  let best: { at: number; sure: number; own: number } | undefined;
  for (let at = 0; at < stretches.length; at++) {
    const sure = sureness(stretches[at] ?? NOTHING, stretches, shares);
    const own = shares[at] ?? 0;
    if (!best || sure > best.sure || (sure === best.sure && own > best.own)) best = { at, sure, own };
  }
  return best;
}

/** How sure it is that a passage stands at a stretch: what its candidates say, as far as they overlap it (Dice). */
export function sureness({ from, to }: Stretch, stretches: readonly Stretch[], shares: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < stretches.length; i++) {
    const other = stretches[i] ?? NOTHING;
    const shared = Math.min(to, other.to) - Math.max(from, other.from);
    if (shared > 0) sum += ((2 * shared) / (to - from + other.to - other.from)) * (shares[i] ?? 0);
  }
  return sum;
}

const NOTHING: Stretch = { from: 0, to: 0 };
