import { isoOfDay } from '../../analysis/index';
import { rawSpanToProse } from '../../text/prose';
import { sentencesOf } from '../matching/query';
import type { Conflict } from '../model';
import { conflictOf, shownAs, type Side, type Source } from './contradiction';
import type { Days } from './days';
import type { Fact } from './fact';

/** What several articles say of one thing. */
interface Cluster {
  readonly kind: Conflict['kind'];
  readonly sides: Claim[];
  level: Conflict['level'] | undefined;
}

/** A side with what it is told apart by: how many are hurt how badly is one claim with all its parts. */
export interface Claim extends Side {
  readonly name: string;
  /** Whose figure it is, where it is told against somebody else's. */
  readonly by?: string | undefined;
  readonly days?: Days | undefined;
  /** What befell those counted. */
  readonly fate?: string | undefined;
  /** Up to when it counts. */
  readonly until: Moment | undefined;
  /** Whether its sentence says that it knows more than before: "now known", "has risen". */
  readonly risen: boolean;
}

interface Moment {
  /** ISO date. */
  readonly day: string;
  /** Milliseconds, where the hour is known, too. */
  readonly time?: number;
}

/** Of those to whom it befalls there are more every day. */
const GROWING = new Set(['dead', 'hurt', 'held', 'fled', 'saved']);

/** Claims of several articles about one thing, put together. */
export class Clusters {
  readonly #byName = new Map<string, Cluster>();

  /** Puts two sides that are about one thing into one cluster with what else is. */
  join(kind: Conflict['kind'], a: Claim, b: Claim, level: Conflict['level'] | undefined): void {
    const [ofA, ofB] = [this.#byName.get(a.name), this.#byName.get(b.name)];
    const cluster: Cluster = ofA ?? ofB ?? { kind, sides: [], level };
    if (ofA && ofB && ofA !== ofB) {
      ofA.sides.push(...ofB.sides);
      ofA.level = stronger(ofA.level, ofB.level);
      for (const side of ofB.sides) this.#byName.set(side.name, ofA);
    }
    cluster.level = stronger(cluster.level, level);
    for (const side of [a, b]) {
      if (!cluster.sides.some((known) => known.source === side.source && known.from === side.from)) cluster.sides.push(side);
      this.#byName.set(side.name, cluster);
    }
  }

  conflicts(): Conflict[] {
    return [...new Set(this.#byName.values())].flatMap(({ kind, sides, level }): Conflict[] => {
      if (!level) return [];
      const grown = level === 'conflict' ? grownFrom(sides) : undefined;
      if (grown) return [{ ...conflictOf(kind, grown, grown.map(quoted).join(', later ')), level: 'differs' }];
      if (level === 'differs' && sides.some(({ by }) => by !== undefined))
        return [{ ...conflictOf(kind, sides, [...new Set(sides.map(given))].join(' against ')), level }];
      const isReckoned = sides.some(({ days }) => days?.by === 'publication');
      return [{ ...conflictOf(kind, sides, isReckoned ? [...new Set(sides.map(dated))].join(' against ') : undefined), level }];
    });
  }
}

export function claimOf(source: Source, fact: Fact & { readonly fate?: string }, by?: string): Claim {
  const at = fact.grade === undefined ? fact.from : sentencesOf(source.text.tokens, fact.from, fact.to).from;
  return {
    source,
    from: fact.from,
    to: fact.to,
    ...(fact.share && source.article.prose.text.charAt(source.text.tokens.end[fact.to - 1] ?? 0) === '%' && { sign: '%' }),
    ...(fact.grade === undefined && { range: [fact.low, fact.high] as const }),
    name: `${source.article.uri} ${fact.kind} ${at}${fact.grade === undefined ? '' : ' hurt'}`,
    by,
    days: fact.days,
    fate: fact.fate,
    until: fact.fate === undefined ? undefined : (asOf(source, fact) ?? published(source)),
    risen: fact.fate !== undefined && saysRisen(source, fact),
  };
}

function stronger(a: Conflict['level'] | undefined, b: Conflict['level'] | undefined): Conflict['level'] | undefined {
  return a === 'conflict' || b === 'conflict' ? 'conflict' : (a ?? b);
}

/** Sides in the order of their times, where each may simply know more than those before it: later counts of an event are higher. */
function grownFrom(sides: readonly Claim[]): readonly Claim[] | undefined {
  if (!sides.every(({ fate, range }) => fate !== undefined && GROWING.has(fate) && range !== undefined)) return undefined;
  const most = Math.max(...sides.map(({ range }) => range?.[0] ?? 0));
  const [highest, others] = [sides.filter(({ range }) => range?.[0] === most), sides.filter(({ range }) => (range?.[1] ?? 0) < most)];
  if (
    others.length + highest.length === sides.length &&
    highest.every(({ risen }) => risen) &&
    others.every((one) => areOne(one, others[0] ?? one))
  )
    return [...others, ...highest];
  if (!sides.every(({ until }) => until !== undefined)) return undefined;
  const inTime = sides.toSorted((a, b) => Number(isLater(a, b)) - Number(isLater(b, a)));
  const grows = inTime.every((later, i) => inTime.slice(0, i).every((earlier) => areOne(earlier, later) || isMore(earlier, later)));
  return grows ? inTime : undefined;
}

function areOne(a: Claim, b: Claim): boolean {
  return (a.range?.[0] ?? 0) <= (b.range?.[1] ?? 0) && (b.range?.[0] ?? 0) <= (a.range?.[1] ?? 0);
}

function isMore(earlier: Claim, later: Claim): boolean {
  return isLater(later, earlier) && (later.range?.[0] ?? 0) > (earlier.range?.[1] ?? Infinity);
}

function isLater({ until: a }: Claim, { until: b }: Claim): boolean {
  if (!a || !b) return false;
  if (a.time !== undefined && b.time !== undefined) return a.time > b.time;
  return a.day > b.day;
}

function published({ article }: Source): Moment | undefined {
  const value = article.metadata.published?.value ?? '';
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const time = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : NaN;
  return { day: value.slice(0, 10), ...(!Number.isNaN(time) && { time }) };
}

/** "Seven are now known to have died", "the toll has risen to nine". */
function saysRisen({ article: { prose }, text: { tokens } }: Source, fact: Fact): boolean {
  const { from, to } = sentencesOf(tokens, fact.from, fact.to);
  return RISEN.test(prose.text.slice(tokens.start[from], tokens.end[to - 1]));
}
const RISEN =
  /\b(?:now (?:known|confirmed|stands?|believed|put|said)|(?:has|had|have) (?:now )?(?:risen|climbed|grown|increased)|(?:rose|climbed|rises|climbs|grew|increased) to|latest (?:count|toll|figures?)|updated)\b/i;

/** "As of Thursday", "by Friday evening", in the sentence of a count. */
function asOf({ article: { prose }, analysis, text: { tokens } }: Source, fact: Fact): Moment | undefined {
  const { from, to } = sentencesOf(tokens, fact.from, fact.to);
  const [start, end] = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
  for (const date of analysis.dates) {
    const span = rawSpanToProse(prose, date);
    if (!span || span.start < start || span.end > end || date.lastDay === undefined || date.lastDay !== date.firstDay) continue;
    if (/\b(?:as of|by|until|up to)\s+(?:(?:early|late|on)\s+)?$/i.test(prose.text.slice(Math.max(start, span.start - 20), span.start)))
      return { day: isoOfDay(date.lastDay) };
  }
  return undefined;
}

function quoted(claim: Claim): string {
  return `“${shownAs(claim)}”`;
}

/** "“900 people” (police)" */
function given(claim: Claim): string {
  return claim.by === undefined ? quoted(claim) : `${quoted(claim)} (${claim.by})`;
}

/** "“yesterday” (2031-05-14)": the word alone would tell nothing. */
function dated(side: Claim): string {
  const { days } = side;
  if (!days) return quoted(side);
  const [first, last] = [isoOfDay(days.first), isoOfDay(days.last)];
  return `${quoted(side)} (${first === last ? first : `${first} to ${last}`})`;
}
