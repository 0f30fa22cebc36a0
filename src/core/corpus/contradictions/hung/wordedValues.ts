import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { numberOf } from '../../words/numerals';
import type { Source } from '../contradiction';
import type { Value } from './value';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['tenth', 10],
]);
const COUNTED_BEFORE = new Set('crowd attendance audience workforce staff population'.split(' '));

/** "In spring", "two thirds of", "nine out of ten", "in the 12th minute", "a crowd of 4,300". */
export function wordedValues(source: Source, lexicon: Lexicon): Value[] {
  const { lemma } = source.text.tokens;
  const reader = new Reader(source, lexicon);
  // most words are none of these, and numbers are cheaper to look for than words
  const [seasons, parts] = [SEASONS, [...PARTS.keys()]].map((words) => new Set(words.map((word) => lexicon.id(`${word}s`))));
  for (const part of ['half', 'quarter', 'one']) parts?.add(lexicon.id(part));
  for (const season of SEASONS) seasons?.add(lexicon.id(season));
  const found: Value[] = [];
  for (let i = 0; i < lemma.length; i++) {
    const id = lemma[i] ?? -1;
    const isNumber = lexicon.kind(id) === Kind.number;
    const value = seasons?.has(id) ? reader.season(i) : isNumber || parts?.has(id) ? (reader.part(i) ?? reader.number(i)) : undefined;
    if (!value) continue;
    found.push(value);
    i = value.to - 1;
  }
  return found;
}

class Reader {
  readonly #source: Source;
  readonly #lexicon: Lexicon;

  constructor(source: Source, lexicon: Lexicon) {
    [this.#source, this.#lexicon] = [source, lexicon];
  }

  season(at: number): Value | undefined {
    const season = SEASONS.indexOf(this.#word(at));
    let from = at;
    while (from > at - 3 && /^(?:the|late|early|this|next)$/.test(this.#word(from - 1))) from--;
    return this.#word(from - 1) === 'in' ? valueOf('season', at, at + 1, season) : undefined;
  }

  /** "A third of", "half the" */
  part(at: number): Value | undefined {
    const part = PARTS.get(this.#surface(at).replace(/s$/, ''));
    if (part === undefined || !(this.#word(at + 1) === 'of' || (part === 2 && this.#word(at + 1) === 'the'))) return undefined;
    const many = this.#value(at - 1);
    const isPart = many !== undefined || part === 2 || /^(?:an?|about|nearly|almost|over|than)$/.test(this.#word(at - 1));
    const share = (100 * (many ?? 1)) / part;
    if (!isPart || share >= 100 || /^an?$/.test(this.#word(at + 2))) return undefined;
    return { ...valueOf('share', many === undefined ? at : at - 1, at + 1, share), isPart: true };
  }

  /** "Nine out of ten", "the 12th minute", "a crowd of 4,300" */
  number(at: number): Value | undefined {
    const value = this.#value(at);
    if (value === undefined) return undefined;
    const of = this.#word(at + 1) === 'in' ? at + 2 : this.#word(at + 1) === 'out' && this.#word(at + 2) === 'of' ? at + 3 : -1;
    const most = of < 0 ? undefined : this.#value(of);
    if (most !== undefined && value > 0 && value < most && most <= MOST)
      return { ...valueOf('share', at, of + 1, (100 * value) / most), isPart: true };
    if (this.#word(at - 1) === 'of' && COUNTED_BEFORE.has(this.#word(at - 2)))
      return { ...valueOf('count', at, at + 1, value), head: this.#source.text.tokens.lemma[at - 2] ?? -1 };
    if (this.#word(at + 1) !== 'minute') return undefined;
    const ranked = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(this.#surface(at))?.[1];
    if (ranked === undefined && this.#word(at - 1) !== 'after') return undefined;
    return valueOf('minute', at, at + 2, Number(ranked ?? numberOf(this.#surface(at)) ?? 0));
  }

  #word(i: number): string {
    return this.#lexicon.word(this.#source.text.tokens.lemma[i] ?? -1);
  }

  #surface(i: number): string {
    const { start, end } = this.#source.text.tokens;
    return this.#source.article.prose.text.slice(start[i], end[i]).toLowerCase();
  }

  #value(i: number): number | undefined {
    const word = this.#word(i);
    return word === 'one' ? 1 : word.startsWith('#') ? Number(word.slice(1)) : undefined;
  }
}
/** "Two in five": of more it is no share. */
const MOST = 10;

function valueOf(sort: Value['sort'], from: number, to: number, value: number): Value {
  return { sort, from, to, low: value, high: value, head: -1 };
}
