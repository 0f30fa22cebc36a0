import { Flag } from '../../words/flags';

const LABELS = new Set(
  'category level phase type grade class title article section amendment proposition route highway flight channel group stage chapter figure table room gate platform line tier version unit block zone ward last past next first'.split(
    ' ',
  ),
);

/** "Category 4 storm", "the last three presidents": a name, and as many as somebody likes. */
export function isLabelled(before: string, flags: number): boolean {
  return LABELS.has(before) && (flags & Flag.quoted) === 0;
}
