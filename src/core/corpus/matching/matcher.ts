import { bestFits, fitOf, isDone } from './alignment';
import type { Stretch } from './relation';
import type { Fit } from './tally';
import { isNegated, query, type Query, sentencesOf } from './query';
import { SentenceAsking } from './sentenceAsking';
import { SentenceQuery } from './sentenceQuery';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Level } from '../model';
import { threeAt } from '../words/threes';
import type { Tokens } from '../words/tokens';
import { Vocabulary } from './vocabulary';
import type { SameSpeaker } from './voices';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';

/** Stretches of an article that are looked at closely. */
const CLOSELY = 4;
/** A shared lemma of this many bits is as good as proof can get from one. */
const HEAVY = 15;

/** What it costs a passage without quotation marks that nothing of what is done in it is done there. */
const UNDONE = 0.04;
/** The same where one of the two says no. */
const TURNED = 0.06;

/** A false alarm on what somebody says puts words into a mouth; on a narrated fact it costs a glance. */
const LIMITS = {
  quoted: { match: 0.64, possible: 0.5 },
  reported: { match: 0.64, possible: 0.4 },
  narrated: { match: 0.55, possible: 0.4 },
} as const;

/** Bits that both sides must share to say anything. */
const TELLING = 12;

/** Words with content that both share in a match, unless some stand in a row: one or two may be chance. */
const FEW = 3;

/** Below no match was seen on 76,000 pairs of real passages and articles, and hardly a possible one: in articles about the same and in others. */
const LEAST = { near: { quoted: 0.34, narrated: 0.28 }, apart: { quoted: 0.42, narrated: 0.36 } } as const;

const VOICE = { same: 0.03, other: -0.06, unknown: 0 } as const;

export interface Rendering {
  readonly fit: Fit;
  readonly score: number;
}

/** How alike a passage's sentence and one of the article are, on the mean of both ways, where each is one and that is known. */
export type Alike = (here: Stretch, there: Stretch) => number | undefined;

/** The articles of an event, and their lemmas. */
interface Known {
  readonly texts: ReadonlySet<Tokens>;
  readonly vocabulary: () => Vocabulary;
  /** Whether each is asked from in turn. */
  readonly areFew: boolean;
}

interface AskedBack {
  readonly reverse: Query;
  readonly rival: Fit | undefined;
}

/** Finds the best rendering of a passage in another article. */
export class Matcher {
  readonly #lexicon: Lexicon;
  readonly #known: Known;
  readonly #sentences: SentenceAsking;
  /** The sentences of what is asked. */
  readonly #queries = new WeakMap<Query, SentenceQuery>();
  /** The article asked from, and its lemmas: what is asked in turn is asked of it alone, or of all where they are few. */
  #home: Tokens | undefined;
  #vocabulary: Vocabulary | undefined;
  /** What was asked back last from each other article. */
  #backs = new WeakMap<Tokens, AskedBack>();

  /** Among many articles, stretches that share little are not compared any closer. */
  constructor(lexicon: Lexicon, known: Known) {
    this.#lexicon = lexicon;
    this.#known = known;
    this.#sentences = SentenceAsking.of(lexicon);
  }

  /** The best rendering in one other article, of its best stretches and by how alike its sentences are (`Alike`) where that is known; `isApart`: it is about something else. */
  best(
    asked: Query,
    text: Weighted,
    voice: (fit: Fit) => SameSpeaker,
    stretches?: readonly Fit[],
    alike?: Alike,
    isApart = false,
  ): Rendering | undefined {
    const here = sentencesOf(asked.text.tokens, asked.from, asked.to);
    const least = this.#known.areFew ? 0 : LEAST[isApart ? 'apart' : 'near'][asked.quoted ? 'quoted' : 'narrated'];
    const floor = LIMITS[asked.quoted ? 'quoted' : 'narrated'].possible;
    let best: Rendering | undefined;
    for (const fit of stretches?.slice(0, CLOSELY) ?? bestFits(asked, text, CLOSELY, least)) {
      if (fit.f < least) break;
      const inside =
        0.5 * fit.f +
        0.1 * Math.min(1, fit.heaviest / HEAVY) +
        0.1 +
        VOICE[voice(fit)] -
        (asked.quoted || isDone(asked, text, fit) ? 0 : UNDONE) -
        (asked.quoted || asked.negated === isNegated(text.tokens, fit.from, fit.to) ? 0 : TURNED);
      const whole = sentencesOf(text.tokens, fit.from, fit.to);
      const known = alike?.(here, whole);
      if (known !== undefined) {
        if (!best || inside + 0.3 * known > best.score) best = { fit, score: inside + 0.3 * known };
        continue;
      }
      const forth = this.#sentencesOf(asked, here).likeness(text, whole);
      // Most fits fail whatever their sentence, asked for in turn, would find.
      if (inside + 0.15 * (forth + 1) < Math.max(floor, best?.score ?? 0)) continue;
      const score = inside + 0.15 * (forth + this.#sentences.likeness(text, whole, asked.text, here, this.#among(asked.text)));
      if (!best || score > best.score) best = { fit, score };
    }
    if (!best || best.score < floor) return undefined;
    return { fit: best.fit, score: best.score - 0.2 + 0.2 * this.#backwards(asked, text, best.fit) };
  }

  #sentencesOf(asked: Query, here: Stretch): SentenceQuery {
    let known = this.#queries.get(asked);
    if (!known) this.#queries.set(asked, (known = new SentenceQuery(asked, here, this.#lexicon)));
    return known;
  }

  #among({ tokens }: Weighted): Vocabulary | undefined {
    return this.#known.texts.has(tokens) ? this.#known.vocabulary() : undefined;
  }

  /** 1 where the rendering, asked for in turn, leads back; less the better its rival elsewhere in the query's article. */
  #backwards(asked: Query, text: Weighted, fit: Fit): number {
    const { reverse, rival } = this.#askedBack(text, fit, asked.text);
    if (!rival || (rival.to > asked.from && rival.from < asked.to)) return 1;
    return Math.min(1, fitOf(reverse, asked.text, asked.from, asked.to).f / rival.f);
  }

  /** A rendering, and what it finds in the article that is asked from: an article that says one thing many times leads to one rendering. */
  #askedBack(text: Weighted, { from, to }: Fit, home: Weighted): AskedBack {
    if (this.#home !== home.tokens) {
      this.#home = home.tokens;
      this.#vocabulary = undefined;
      this.#backs = new WeakMap();
    }
    const last = this.#backs.get(text.tokens);
    if (last?.reverse.from === from && last.reverse.to === to) return last;
    const reverse = query(text, from, to, this.#lexicon, this.#vocabularyOf(home.tokens));
    const back = { reverse, rival: bestFits(reverse, home, 1)[0] };
    this.#backs.set(text.tokens, back);
    return back;
  }

  #vocabularyOf(home: Tokens): Vocabulary {
    if (this.#known.areFew && this.#known.texts.has(home)) return this.#known.vocabulary();
    return (this.#vocabulary ??= new Vocabulary([home.lemma], this.#lexicon));
  }
}

export function levelOf(
  kind: keyof typeof LIMITS,
  asked: Query,
  text: Weighted,
  { fit, score }: Rendering,
  lexicon: Lexicon,
): Level | undefined {
  const limits = LIMITS[kind];
  const level = score >= limits.match ? 'match' : score >= limits.possible ? 'possible' : undefined;
  if (level === 'match' && (sharesAnAmount(asked, text, fit, lexicon) || sharesTooFew(asked, text, fit))) return 'possible';
  if (level === undefined || !isThin(asked, text, fit)) return level;
  return level === 'match' && asked.contents > 1 ? 'possible' : undefined;
}

/** Whether "forty miles" is all that both share: of another thing it may be as much. */
function sharesAnAmount(asked: Query, text: Weighted, { from, to }: Fit, lexicon: Lexicon): boolean {
  fitOf(asked, text, from, to);
  let [numbers, others] = [0, 0];
  for (const [i, weight] of asked.weights.entries()) {
    if (weight <= FUNCTION_WEIGHT || (asked.covered[i] ?? 0) === 0) continue;
    if (lexicon.kind(asked.lemmas[i] ?? 0) === Kind.number) numbers++;
    else others++;
  }
  return numbers > 0 && others < 2;
}

/** Whether one word, or two that stand in no row with another, are all that both share: others say them, too. */
function sharesTooFew(asked: Query, text: Weighted, fit: Fit): boolean {
  if (asked.contents < 2 || sharesARow(asked, text, fit) || isPairIn(asked, text, fit)) return false;
  fitOf(asked, text, fit.from, fit.to);
  let shared = 0;
  for (let i = 0; i < asked.weights.length; i++) if ((asked.weights[i] ?? 0) > FUNCTION_WEIGHT && (asked.covered[i] ?? 0) > 0) shared++;
  return shared < FEW;
}

/** Whether three words of a passage stand in a row there. */
function sharesARow(asked: Query, text: Weighted, { from, to }: Fit): boolean {
  for (let i = from; i + 2 < to; i++) if (asked.threes.has(threeAt(text.tokens.lemma, i))) return true;
  return false;
}

/** Whether a passage is two words, which stand beside each other there. */
function isPairIn(asked: Query, text: Weighted, { from, to }: Fit): boolean {
  const [first, second, third] = asked.text.tokens.lemma.subarray(asked.from, asked.to);
  const { lemma } = text.tokens;
  for (let i = from; third === undefined && i + 1 < to; i++) if (lemma[i] === first && lemma[i + 1] === second) return true;
  return false;
}

/** Whether by its words a stretch alone is too little to be shown: they may be chance, or one of the two says no. An encoder may know better. */
export function isDoubtful(asked: Query, text: Weighted, fit: Fit): boolean {
  return isThin(asked, text, fit) || (!asked.quoted && asked.negated !== isNegated(text.tokens, fit.from, fit.to));
}

/** Whether what both share may be chance: a word or two that are not rare, and no three of them in a row. */
function isThin(asked: Query, text: Weighted, fit: Fit): boolean {
  if (fit.coverage * asked.total >= TELLING && (asked.quoted || asked.contents > 1)) return false;
  return !sharesARow(asked, text, fit);
}
