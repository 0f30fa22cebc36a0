import type { Word } from './quotedRuns';

/** A stretch where two runs differ: words of the one and of the other. */
export interface Gap {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
  /** The shared words before it, and those after it. */
  readonly before: Word | undefined;
  readonly beforeB: Word | undefined;
  readonly nextA: Word | undefined;
  readonly nextB: Word | undefined;
}

/** Words that come and go without a change of what is said. */
const LIGHT = new Set('a an the that and'.split(' '));

/** An ellipsis says that words are left out, brackets that they are the outlet's, asterisks that it does not print the word; a word cut in two is the same. */
export function isExplained({ a, b, before, nextA, nextB }: Gap): boolean {
  const [x, y] = [a, b].map((words) => words.map(({ folded }) => folded).join(''));
  if (x === y || [...a, ...b].every(({ folded }) => LIGHT.has(folded))) return true;
  // "I told them" is "I said to them", and a speech is reported in its own mood: "wir würden reden"
  if (
    [...a, ...b].some(({ folded }) => SAYING.has(folded)) &&
    [...a, ...b].every(({ folded }) => SAYING.has(folded) || SAID_TO.has(folded))
  )
    return true;
  if (MOOD.has(a[0]?.folded ?? b[0]?.folded ?? '') && [...a, ...b].every(({ folded }) => MOOD.has(folded))) return true;
  // "We, we will": who writes down what was spoken leaves out what was begun twice
  if (a.length * b.length === 0 && [...a, ...b].at(-1)?.folded === before?.folded) return true;
  if (a.length * b.length === 0 && (a[0] ?? b[0])?.folded === (a.length > 0 ? nextA : nextB)?.folded) return true;
  if ([...a, ...b].some(({ bracketed, masked }) => bracketed || masked)) return true;
  // Figures are compared by what they come to, with their units.
  if ([...a, ...b, before].some((word) => word !== undefined && /^[#\d]/.test(word.folded))) return true;
  return [...a, nextA, ...b, nextB].some((word) => word?.afterGap === true);
}

const SAYING = new Set('said told say tell says tells saying telling'.split(' '));
const SAID_TO = new Set('to them him her us me you that'.split(' '));
/** Of reported speech in German, between marks or not. */
const MOOD = new Set('würde würden sei seien habe haben hätte hätten wäre wären werde werden'.split(' '));
