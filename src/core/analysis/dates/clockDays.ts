import { isStop } from './direction';
import type { Match } from './match';
import type { Reading } from './reading';

/** An expression as its rule has read it. */
export interface Found {
  readonly match: Match;
  readonly reading: Reading;
}

const dayValue = /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)/;

/** A time of day that stands without a day was put on the day of publication. */
const isWithoutDay = ({ match, reading }: Found): boolean =>
  reading.type === 'TIME' && !match.has('weekday wd month deictic tonight iso this last') && /^t?$/.test(reading.known);

interface Neighbour {
  readonly day: string;
  readonly distance: number;
}

/** Gives each time of day that has none the nearest day of its sentence; one pass a side, so that a text costs linear time. */
export function withDays(found: readonly Found[]): readonly Found[] {
  if (!found.some(isWithoutDay)) return found;
  const before = neighbours(found, 1);
  const after = neighbours(found, -1);
  return found.map((one, index) => {
    // "7 a.m. to 5 p.m." is of one day.
    const last = found[index - 1];
    const joined = last && isWithoutDay(last) && one.match.from - last.match.to === 1 && one.match.prev('dash to and');
    const [left, right] = [before[joined ? index - 1 : index], after[joined ? index - 1 : index]];
    const nearest = left && right ? (right.distance < left.distance ? right : left) : (left ?? right);
    if (!nearest) return one;
    const value = nearest.day + one.reading.value.slice(one.reading.value.indexOf('T'));
    return { match: one.match, reading: { ...one.reading, value, how: 'the day named beside it', anchor: 'expression' } };
  });
}

/** For each time without a day the last day of its sentence on one side. */
function neighbours(found: readonly Found[], side: 1 | -1): readonly (Neighbour | undefined)[] {
  const list: (Neighbour | undefined)[] = found.map(() => undefined);
  let day: string | undefined;
  let dayEdge = 0;
  let edge = 0;
  for (let n = 0; n < found.length; n++) {
    const index = side > 0 ? n : found.length - 1 - n;
    const one = found[index];
    if (!one) break;
    const { match, reading } = one;
    const [near, far] = side > 0 ? [match.from, match.to] : [match.to, match.from];
    if (day !== undefined && hasStop(match, Math.min(edge, near), Math.max(edge, near))) day = undefined;
    edge = far;
    if (isWithoutDay(one)) {
      if (day !== undefined) list[index] = { day, distance: Math.abs(near - dayEdge) };
    } else if (/^(DATE|TIME)$/.test(reading.type) && !match.prev('since')) {
      const named = dayValue.exec(reading.value)?.[0];
      if (named !== undefined) [day, dayEdge] = [named, far];
    }
  }
  return list;
}

function hasStop(match: Match, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isStop(match, i)) return true;
  return false;
}
