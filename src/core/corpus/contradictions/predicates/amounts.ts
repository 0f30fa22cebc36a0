import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { conflictOf, wordsOf } from '../contradiction';
import { circumstancesOf } from '../counting/circumstances';
import { areOfOtherYears } from '../scenes/moments';
import { toldAt } from '../scenes/passage';
import { isOnlyToCome, standingOf } from '../scenes/standing';
import type { Predicate } from './predicate';

/** Words before a figure that leave open how much it is. */
const ROUGH =
  /\b(?:about|around|some|nearly|almost|over|more|least|most|less|fewer|up|under|roughly|approximately|another|per|than|further|average|total|of)\W+(?:\w+\W+)?$/i;
/** Share of the larger by which two may differ and be one, rounded. */
const ROUNDED = 0.06;
/** How many times as much is something else. */
const OTHER = 5;

/** One figure of a clause with what it counts or measures. */
interface Amount {
  readonly at: number;
  readonly to: number;
  readonly value: number;
  readonly unit: number;
}

/**
 * The same said of the same with another figure: "was sentenced to three years" and "was jailed for four years". Only where each clause has
 * one figure of the unit, and none of them is rounded.
 */
export function amountConflict(x: Predicate, y: Predicate, lexicon: Lexicon): Conflict | undefined {
  const [here, there] = [amountsIn(x, lexicon), amountsIn(y, lexicon)];
  for (const a of here) {
    const others = there.filter(({ unit }) => unit === a.unit);
    const [b] = others;
    if (!b || others.length > 1 || here.filter(({ unit }) => unit === a.unit).length > 1) continue;
    const [least, most] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
    if (most - least <= ROUNDED * most || most > OTHER * least) continue;
    const sides = [
      { source: x.source, from: a.at, to: a.to, range: [a.value, a.value] as const },
      { source: y.source, from: b.at, to: b.to, range: [b.value, b.value] as const },
    ] as const;
    const [first, second] = sides.map(toldAt);
    if (!first || !second || standingOf(first) !== standingOf(second) || isOnlyToCome(first, second) || areOfOtherYears(first, second))
      continue;
    if (circumstancesOf(x.source, x.from, x.to) !== circumstancesOf(y.source, y.from, y.to)) continue;
    return { ...conflictOf('number', sides), level: 'differs' };
  }
  return undefined;
}

function amountsIn({ source, end, to }: Predicate, lexicon: Lexicon): Amount[] {
  const { lemma, start } = source.text.tokens;
  const { text } = source.article.prose;
  const found: Amount[] = [];
  for (let i = end; i < to - 1; i++) {
    const word = lexicon.word(lemma[i] ?? -1);
    const value = word === 'one' ? 1 : word.startsWith('#') ? Number(word.slice(1)) : NaN;
    const unit = lemma[i + 1] ?? -1;
    const isCounted = /^[\p{L}]+$/u.test(wordsOf(source, i + 1, i + 2)) && !/^(?:\p{Lu}|(?:a|p)\.?m)/u.test(wordsOf(source, i + 1, i + 2));
    if (Number.isNaN(value) || value === 0 || !isCounted || ROUGH.test(text.slice(Math.max(0, (start[i] ?? 0) - REACH), start[i])))
      continue;
    found.push({ at: i, to: i + 2, value, unit });
  }
  return found;
}
const REACH = 16;
