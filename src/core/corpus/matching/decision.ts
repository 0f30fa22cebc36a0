import { likeliest, sureness, type Weighing } from './choice';
import type { Fit } from './alignment';
import type { Rendering } from './matcher';
import type { Level } from '../model';
import type { Stretch } from './relation';

/** From how sure on a match stays one, what the score alone shows is still shown as possible, and what it misses is. */
const LIMITS = {
  quoted: { match: 0.5, kept: 0.2, found: 0.5 },
  reported: { match: 0.65, kept: 0.2, found: 0.35 },
  narrated: { match: 0.65, kept: 0.2, found: 0.35 },
} as const;
/** Scores of what is possible: all under those of matches. */
const [LEAST, MOST] = [0.3, 0.55];

/** A stretch that is shown for a passage. */
export interface Decision {
  readonly fit: Fit;
  readonly stretch: Stretch;
  readonly level: Level;
  readonly score: number;
}

/**
 * Where a passage stands in an article, by two judges: the hand-set score, which alone can say "match", and the fitted choice, which
 * must not contradict it and finds what it misses. `settled` makes of a fit the stretch that is shown; `mayBeFound` says whether the
 * fitted choice alone may show it.
 */
export function decide(
  kind: keyof typeof LIMITS,
  scored: (Rendering & { readonly level: Level | undefined }) | undefined,
  { candidates, shares }: Weighing,
  settled: (fit: Fit) => Stretch,
  mayBeFound: (fit: Fit) => boolean,
): Decision | undefined {
  const limits = LIMITS[kind];
  const stretches = candidates.map(({ fit }) => settled(fit));
  const possible = (sure: number) => ({ level: 'possible' as const, score: LEAST + (MOST - LEAST) * Math.min(1, sure) });
  if (scored?.level) {
    const stretch = settled(scored.fit);
    const sure = sureness(stretch, stretches, shares);
    if (scored.level === 'match' && sure >= limits.match)
      return { fit: scored.fit, stretch, level: 'match', score: Math.min(1, scored.score) };
    if (sure >= limits.kept) return { fit: scored.fit, stretch, ...possible(sure) };
  }
  const best = likeliest(stretches, shares);
  const [fit, stretch] = [candidates[best?.at ?? -1]?.fit, stretches[best?.at ?? -1]];
  return best && fit && stretch && best.sure >= limits.found && mayBeFound(fit) ? { fit, stretch, ...possible(best.sure) } : undefined;
}
