import type { Article } from '../text/article';

/** Which of some articles came first, as far as their dates tell. */
export interface TimeOrder<S> {
  /** Those that none of the others surely came before: one where the dates can be ordered, several where they cannot. */
  readonly earliest: readonly S[];
  /** Of unknown date: each may have been before all the others. */
  readonly undated: readonly S[];
}

const hour = 3_600_000;
const day = 24 * hour;
/** Outlets print the date of the place they are in: from the Pacific coast of America, in winter, to New Zealand, in summer. */
const farthestWest = 8 * hour;
const farthestEast = 13 * hour;

/** What a date leaves open, in milliseconds; both ends included. */
interface Moment {
  /** Counted in universal time where a zone is given, else in a zone that nobody knows. */
  readonly zoned: boolean;
  readonly from: number;
  readonly to: number;
}

export function orderInTime<S extends { readonly article: Pick<Article, 'metadata'> }>(sources: readonly S[]): TimeOrder<S> {
  const moments = new Map(sources.map((source) => [source, momentOf(source.article.metadata.published?.value)] as const));
  const dated = [...moments].flatMap(([source, moment]) => (moment ? [{ source, moment }] : []));
  const earliest = dated.filter(({ moment }) => !dated.some((other) => isBefore(other.moment, moment)));
  return {
    earliest: earliest.map(({ source }) => source),
    undated: [...moments].flatMap(([source, moment]) => (moment ? [] : [source])),
  };
}

/** Whether one was surely before the other. Two dates without a zone are compared as they are printed, by the day. */
function isBefore(a: Moment, b: Moment): boolean {
  if (a.zoned && b.zoned) return a.to < b.from;
  if (!a.zoned && !b.zoned) return Math.floor(a.to / day) < Math.floor(b.from / day);
  return latest(a) < soonest(b);
}

function soonest({ zoned, from }: Moment): number {
  return zoned ? from : from - farthestEast;
}

function latest({ zoned, to }: Moment): number {
  return zoned ? to : to + farthestWest;
}

/** Of an ISO date, in part or whole, or a date-time; to the minute, since a full minute may be one that was printed without seconds. */
function momentOf(value: string | undefined): Moment | undefined {
  const [, y, m, d, hours, minutes, seconds = '00', zone] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(value ?? '') ?? [];
  if (y === undefined) return undefined;
  const [year, month] = [Number(y), Number(m ?? 1) - 1];
  const from = Date.UTC(year, month, Number(d ?? 1), Number(hours ?? 0), Number(minutes ?? 0), Number(seconds));
  if (minutes !== undefined) {
    const [, sign = '+', east = '0', rest = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(east) * hour + Number(rest) * 60_000);
    const start = from - offset;
    return { zoned: zone !== undefined, from: start, to: start + (seconds === '00' ? 59_999 : 999) };
  }
  const next = m === undefined ? Date.UTC(year + 1, 0) : d === undefined ? Date.UTC(year, month + 1) : from + day;
  return { zoned: false, from, to: next - 1 };
}
