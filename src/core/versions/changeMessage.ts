import type { Span } from '../text/span';
import type { ChangedSince, VersionChange } from './model';

const longest = 240;

/** What the outlet has changed, on one line: “9 people” has become “12 people”. */
export function changeMessage({ kind, before, after }: VersionChange): string {
  if (before === undefined) return `${kind} added: “${shortened(after ?? '')}”`;
  if (after === undefined) return `${kind}: “${shortened(before)}” was taken out`;
  return `${kind}: “${shortened(before)}” has become “${shortened(after)}”`;
}

/** "changed by the outlet since 2025-03-12" */
export function changedSince({ since }: ChangedSince): string {
  return `changed by the outlet since ${since?.slice(0, 10) ?? 'an earlier version'}`;
}

/** The changes that stand in a span, or were taken out inside it. */
export function changesAt(changed: ChangedSince | undefined, { start, end }: Span): readonly VersionChange[] {
  return (changed?.changes ?? []).filter(
    (change) => change.start <= end && change.end >= start && (change.start < end || change.end > start),
  );
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
