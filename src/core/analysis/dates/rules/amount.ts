import { Match } from '../match';
import { durationOf, isFiner, type Unit } from '../reading';

/** A count of units, as "two and a half years" or each part of "1 day 21 hours". */
export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

export function amountsOf(m: Match): readonly Amount[] {
  const amounts: Amount[] = [];
  let from = m.from;
  for (let i = m.from; i < m.to; i++) {
    if (!m.is(i, 'unit units')) continue;
    const words = new Match(m.context, from, i);
    const half = words.has('half') ? 0.5 : 0;
    const share = words.number('frac') + half;
    const halfAfter = m.is(i + 1, 'and') && m.is(i + 2, 'a') && m.is(i + 3, 'half') && i + 3 < m.to;
    const count = (words.count || (share > 0 ? 0 : 1)) + share + (halfAfter ? 0.5 : 0);
    amounts.push({ count, unit: m.tokens.values[i] as Unit });
    if (halfAfter) i += 3;
    from = i + 1;
  }
  return amounts;
}

/** True where each part is smaller than the one before: "two years and three months", not "two days, three weeks". */
export const isOneLength = (amounts: readonly Amount[]): boolean =>
  amounts.every(({ unit }, index) => index === 0 || isFiner(unit, amounts[index - 1]?.unit ?? unit));

/** "P2Y3M" */
export function durationOfAll(amounts: readonly Amount[]): string {
  const parts = amounts.map(({ count, unit }) => durationOf(count, unit));
  const dates = parts.filter((part) => !part.startsWith('PT')).map((part) => part.slice(1));
  const times = parts.filter((part) => part.startsWith('PT')).map((part) => part.slice(2));
  return `P${dates.join('')}${times.length > 0 ? `T${times.join('')}` : ''}`;
}
