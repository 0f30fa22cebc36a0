import type { DateExpression } from '../../../analysis/index';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Source } from '../contradiction';
import type { Fact } from '../fact';
import { LOST } from '../counts';
import { isWhen } from '../counting/lengths';
import { wordsOfDate } from '../times';
import type { Value } from './value';
import { wordedValues } from './wordedValues';

/** Metres and kilograms, by base forms. */
const MEASURES: ReadonlyMap<string, readonly ['metres' | 'kilograms' | 'hectares', number]> = new Map([
  ['meter', ['metres', 1]],
  ['metre', ['metres', 1]],
  ['kilometer', ['metres', 1000]],
  ['kilometre', ['metres', 1000]],
  ['km', ['metres', 1000]],
  ['centimeter', ['metres', 0.01]],
  ['centimetre', ['metres', 0.01]],
  ['mile', ['metres', 1609.3]],
  ['foot', ['metres', 0.3048]],
  ['yard', ['metres', 0.9144]],
  ['gram', ['kilograms', 0.001]],
  ['kilo', ['kilograms', 1]],
  ['kilogram', ['kilograms', 1]],
  ['kg', ['kilograms', 1]],
  ['tonne', ['kilograms', 1000]],
  ['ton', ['kilograms', 1000]],
  ['pound', ['kilograms', 0.4536]],
  ['hectare', ['hectares', 1]],
  ['acre', ['hectares', 0.4047]],
]);
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['Y', 365],
  ['M', 30],
  ['W', 7],
  ['D', 1],
  ['TH', 1 / 24],
  ['TM', 1 / 1440],
]);
/** Before a length of time that is the least or the most. */
const ROUGH = new Set('least most to than over under up nearly almost'.split(' '));

/** The values of an English article's own words that may hang on something, in no order. `facts` are those that `factsOf` reads. */
export function valuesOf(source: Source, facts: readonly Fact[], lexicon: Lexicon): Value[] {
  const told = wordedValues(source, lexicon);
  const own = new Set(told.map(({ from }) => from));
  const given = facts.filter(({ from }) => !own.has(from)).flatMap((fact) => ofFact(source, fact, lexicon));
  return [
    ...given.filter(({ from, to }) => !isOfSpan(source, from, to, lexicon)),
    ...source.analysis.dates.flatMap((date) => ofDate(source, date, lexicon)),
    ...told,
  ];
}

function ofFact(source: Source, fact: Fact, lexicon: Lexicon): Value[] {
  const { kind, from, to, low, high, head, bound, days, score, share, sum } = fact;
  const own = { from, to, low, high, fact, ...(bound && { bound }) };
  if (kind === 'date') return [ofHour(source, { ...own, sort: 'hour', head: -1 }, lexicon)];
  if (kind === 'day') return days?.by === 'publication' || !days ? [] : [{ ...own, sort: 'moment', low: days.first, high: days.last, head: -1, days }]; // prettier-ignore
  // whom something befell is counted in words of its own
  if (kind !== 'number' || fact.grade !== undefined || fact.fate !== undefined || LOST.has(lexicon.word(head))) return [];
  if (score) return [{ ...own, sort: 'score', head }];
  if (share) return [{ ...own, sort: 'share', head: -1 }];
  if (sum) return [{ ...own, sort: 'sum', head }];
  const measure = MEASURES.get(lexicon.word(head));
  if (measure) return [{ ...own, sort: `measure ${measure[0]}`, low: low * measure[1], high: high * measure[1], head: -1 }];
  return [{ ...own, sort: 'count', head }];
}

/** "Between 1789 and 1950", "Tuesday's hearing": no time of what is done. */
function isOfSpan({ article, text: { tokens } }: Source, from: number, to: number, lexicon: Lexicon): boolean {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  if (/['’]s?$/.test(article.prose.text.slice(tokens.start[from], tokens.end[to - 1]))) return true;
  return (
    word(from - 1) === 'between' ||
    ((word(from - 1) === 'and' || word(from - 1) === 'to') && lexicon.kind(tokens.lemma[from - 2] ?? -1) === Kind.number)
  );
}

/** Part of an hour that "shortly before" means. */
const SHORTLY = 0.75;

/** "Shortly before 7 a.m.", "just after 9". */
function ofHour({ text: { tokens } }: Source, hour: Value, lexicon: Lexicon): Value {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  const side = word(hour.from - 1);
  if (side !== 'before' && side !== 'after') return hour;
  const from = /^(?:shortly|just|soon|right|short)$/.test(word(hour.from - 2)) ? hour.from - 2 : hour.from - 1;
  return { ...hour, from, ...(side === 'before' ? { low: hour.low - SHORTLY, high: hour.low } : { high: hour.low + SHORTLY }) };
}

/** Months, years and lengths of time: the facts have days and hours. */
function ofDate(source: Source, date: DateExpression, lexicon: Lexicon): Value[] {
  const length = /^P(T?)(\d+(?:\.\d+)?)([YMWDH])$/.exec(date.value);
  const isLong =
    date.type === 'DATE' && /^\d{4}(?:-\d\d)?$/.test(date.value) && (date.known.includes('month') || date.known.includes('year'));
  if (!(date.type === 'DURATION' && length) && !isLong) return [];
  const { text } = source;
  const words = wordsOfDate(text.tokens, date, source.article.prose, lexicon);
  if (!words) return [];
  const { from, to } = words;
  if (length) {
    const days = Number(length[2]) * (LENGTHS.get(`${length[1] ?? ''}${length[3] ?? ''}`) ?? 0);
    return days > 0 && !isWhen(text.tokens, from, to, lexicon) && !ROUGH.has(lexicon.word(text.tokens.lemma[from - 1] ?? -1))
      ? [{ sort: 'duration', from, to, low: days, high: days, head: -1 }]
      : [];
  }
  if (isOfSpan(source, from, to, lexicon)) return [];
  const { firstDay: first, lastDay: last } = date;
  if (first === undefined || last === undefined) return [];
  return [{ sort: 'moment', from, to, low: first, high: last, head: -1, days: { first, last, by: 'date', ofYear: date.known.includes('year') } }]; // prettier-ignore
}
