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

/** Characters before a figure among which a model's name stands. */
const REACH = 40;
/** "the new Kestrel 9 boats", "a 520 Hawk 8": a figure behind a name that a figure or an article stands before. */
const MODEL = /(?:\b\d+|\b(?:an?|its|their|his|her|each|every|new|old)) (?:\p{Lu}\p{L}+ ){0,2}\p{Lu}\p{L}+ $/u;

/** Whether a figure belongs to the name of a model. */
export function isOfModel(prose: string, start: number): boolean {
  return /\d/.test(prose.charAt(start)) && MODEL.test(prose.slice(Math.max(0, start - REACH), start));
}
