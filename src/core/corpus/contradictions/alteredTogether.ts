import type { Conflict } from '../model';
import { conflictOf, type Side } from './contradiction';
import type { Altered } from './quotedWords';
import type { Run } from './quotedRuns';

/** An utterance that some articles have in these words and some in those. */
interface Group {
  readonly first: Altered;
  readonly sides: Map<Run, Side>;
}

/** Where several articles have the same words altered in the same way it is one matter, with two sides. */
export function eachMatterOnce(altered: readonly Altered[]): Conflict[] {
  const groups = new Map<string, Map<Run, Group>>();
  for (const one of altered) {
    const { runs, near, words } = one;
    const difference = JSON.stringify([one.conflict.level, ...words.toSorted()]);
    const known = groups.get(difference) ?? new Map<Run, Group>();
    groups.set(difference, known);
    const group = joined(known, runs) ?? { first: one, sides: new Map() };
    runs.forEach((run, i) => {
      const value = words[i] === words.toSorted()[0] ? 0 : 1;
      if (!group.sides.has(run)) group.sides.set(run, { ...(near[i] ?? run), range: [value, value] });
      known.set(run, group);
    });
  }
  return [...new Set([...groups.values()].flatMap((known) => [...known.values()]))].map(({ first: { conflict }, sides }) => {
    if (sides.size === 2) return conflict;
    const { level, message } = conflict;
    return { ...conflictOf('wording', [...sides.values()], message), ...(level && { level }) };
  });
}

/** The group of either run; those of both become one. */
function joined(known: Map<Run, Group>, [x, y]: readonly [Run, Run]): Group | undefined {
  const [ofX, ofY] = [known.get(x), known.get(y)];
  if (ofX && ofY && ofX !== ofY) {
    for (const [run, side] of ofY.sides) {
      ofX.sides.set(run, side);
      known.set(run, ofX);
    }
  }
  return ofX ?? ofY;
}
