import { likeliest, sureness } from './choice';
import type { Fit } from './tally';
import type { Level } from '../model';
import type { Stretch } from './relation';

/** From how sure on a match stays one; what the score shows, or both judges do, is shown as possible; and what the choice alone shows is. */
interface Limits {
  readonly match: number;
  readonly kept: number;
  readonly found: number;
}

const LIMITS = {
  quoted: { match: 0.5, kept: 0.15, found: 0.5 },
  reported: { match: 0.65, kept: 0.2, found: 0.4 },
  narrated: { match: 0.65, kept: 0.15, found: 0.3 },
} as const;
/** The same where an encoder has read both articles. */
const LIMITS_ENCODED = {
  quoted: { match: 0.5, kept: 0.1, found: 0.4 },
  reported: { match: 0.65, kept: 0.2, found: 0.4 },
  narrated: { match: 0.65, kept: 0.15, found: 0.25 },
} as const;
/** The same where the articles have little in common: what they share is mostly a set phrase or chance. */
const LIMITS_FAR = { match: 0.7, kept: 0.65, found: 0.7 } as const;
/** Likeness of two articles, sentence by sentence, under which what somebody says in one is hardly told in the other. */
const FAR = 0.18;
const FAR_ENCODED = 0.2;
/** Scores of what is possible: all under those of matches. */
const [LEAST, MOST] = [0.3, 0.55];

/** A stretch that is shown for a passage. */
export interface Decision {
  readonly fit: Fit;
  readonly stretch: Stretch;
  readonly level: Level;
  readonly score: number;
}

/** A stretch as it is shown, and how likely the passage stands there. */
interface Candidate {
  readonly fit: Fit;
  readonly stretch: Stretch;
  readonly share: number;
}

/** Whether two articles have little in common beside what they have word for word. */
export function areFar(kind: keyof typeof LIMITS, isEncoded: boolean, closeness: number): boolean {
  return kind !== 'narrated' && closeness < (isEncoded ? FAR_ENCODED : FAR);
}

/** How sure it must be that a passage stands in an article. */
export function limitsOf(kind: keyof typeof LIMITS, isFar: boolean, isEncoded: boolean): Limits {
  return isFar ? LIMITS_FAR : (isEncoded ? LIMITS_ENCODED : LIMITS)[kind];
}

/**
 * Where a passage stands in an article, by two judges: the hand-set score, which alone can say "match", and the fitted choice, which
 * must not contradict it and finds what it misses. `mayMatch` says whether nothing else speaks against a match, `mayBeFound` whether the
 * fitted choice alone may show a stretch.
 */
export function decide(
  limits: Limits,
  scored: Decision | undefined,
  candidates: readonly Candidate[],
  mayMatch: (stretch: Stretch) => boolean,
  mayBeFound: (fit: Fit) => boolean,
): Decision | undefined {
  const [stretches, shares] = [candidates.map(({ stretch }) => stretch), candidates.map(({ share }) => share)];
  const possible = (sure: number) => ({ level: 'possible' as const, score: LEAST + (MOST - LEAST) * Math.min(1, sure) });
  const sure = scored ? sureness(scored.stretch, stretches, shares) : 0;
  if (scored?.level === 'match' && sure >= limits.match && mayMatch(scored.stretch)) return { ...scored, score: Math.min(1, scored.score) };
  const best = likeliest(stretches, shares);
  const candidate = candidates[best?.at ?? -1];
  if (best && candidate) {
    const isAgreed = scored !== undefined && overlap(candidate.stretch, scored.stretch);
    if (isAgreed ? best.sure >= limits.kept : best.sure >= limits.found && mayBeFound(candidate.fit))
      return { fit: candidate.fit, stretch: candidate.stretch, ...possible(best.sure) };
  }
  return scored && sure >= limits.kept ? { ...scored, ...possible(sure) } : undefined;
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}
