import { Flag } from '../../words/flags';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';
import { isOneWord } from '../deeds/deed';
import { mayBeOne } from '../scenes/standIns';
import type { Hung } from './hung';

/** Whether the one tells of something of that of which the other tells: "the road to the weir". */
export function isPartOf(one: Hung, things: readonly Thing[], match: readonly (Thing | undefined)[], whole: Hung): boolean {
  const { subject, begin } = one;
  const at = things.findIndex((thing) => thing.at === subject);
  if (subject === undefined || at < 0 || match[at]) return false;
  return whole.subject !== undefined && things.some((thing, i) => thing.at > subject && thing.at < begin && match[i]?.at === whole.subject);
}

export interface Thing {
  readonly id: number;
  readonly at: number;
}

export function weigh(things: readonly Thing[], match: readonly (Thing | undefined)[], lexicon: Lexicon): number {
  return things.reduce((sum, { id }, i) => sum + (match[i] ? Math.min(14, lexicon.rarity(id)) : 0), 0);
}

/** Letters with which two words of one stem begin: "senators", "the senate". */
const STEM = 5;

export function areOneThing(a: number, b: number, lexicon: Lexicon): boolean {
  const [x, y] = [lexicon.word(a), lexicon.word(b)];
  if (x.length > STEM && y.length > STEM && x.slice(0, STEM) === y.slice(0, STEM)) return true;
  return isOneWord(a, b, lexicon) || mayBeOne(a, b, lexicon);
}

export function thingsOf({ things, source }: Hung): readonly Thing[] {
  return things.map((at) => ({ at, id: source.text.tokens.lemma[at] ?? -1 }));
}

/** What makes another one of a noun behind it. */
const OTHER = /^(?:another|other|second|third|fourth|fifth|sister|twin|neighbou?ring|last|next|previous|half)$/;

/** "The old terminal" is not the new one, nor "a second pit" the pit. */
export function areOtherKinds(x: Hung, i: number, y: Hung, j: number, lexicon: Lexicon): boolean {
  if (x.hookAt.has(i) || y.hookAt.has(j)) return false;
  if (OTHER.test(surfaceBefore(x, i)) !== OTHER.test(surfaceBefore(y, j))) return true;
  const [p, q] = [before(x, i), before(y, j)];
  if (p === undefined || q === undefined) return false;
  const isName = ({ source }: Hung, at: number) => ((source.text.tokens.flags[at - 1] ?? 0) & Flag.capital) !== 0;
  if (isName(x, i) !== isName(y, j)) return false;
  return areOpposed(p, q, lexicon) || !areOneThing(p, q, lexicon);
}

function surfaceBefore({ source }: Hung, at: number): string {
  const { start, end } = source.text.tokens;
  return source.article.prose.text.slice(start[at - 1], end[at - 1]).toLowerCase();
}

function before({ things, hookAt, source }: Hung, at: number): number | undefined {
  const { lemma, flags } = source.text.tokens;
  return things.includes(at - 1) && !hookAt.has(at - 1) && ((flags[at] ?? 0) & (Flag.clause | Flag.phrase)) === 0
    ? lemma[at - 1]
    : undefined;
}
