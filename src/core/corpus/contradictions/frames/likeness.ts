import { nameWords } from '../../matching/voices';
import type { Lexicon } from '../../words/lexicon';
import { compareSubjects, type Subject } from '../predicates/subjects';

/** Closeness of two articles from which on a noun alone is one thing, and from which on it surely is. */
export const [ONE_THING, SURELY] = [0.45, 0.6];

export type Likeness = 'same' | 'likely' | 'other' | 'unknown';

/** Whether two phrases mean one; what begins a sentence may be a name that only the other article has elsewhere, too. */
export function likenessOf(a: Subject | undefined, b: Subject | undefined, lexicon: Lexicon): Likeness {
  if (!a || !b || a.isPronoun || b.isPronoun) return 'unknown';
  if (isNameOf(a, b, lexicon) || isNameOf(b, a, lexicon)) return 'same';
  if (isDrivenBy(a, b, lexicon) || isDrivenBy(b, a, lexicon)) return 'likely';
  return compareSubjects(a, b, lexicon);
}

function isNameOf({ names }: Subject, { heads, marks, names: none }: Subject, lexicon: Lexicon): boolean {
  const [head = -1] = heads;
  return names.length === 1 && none.length === 0 && marks.length === 0 && heads.length === 1 && nameWords(lexicon.word(head))[0] === lemmaOf(names[0] ?? '', lexicon); // prettier-ignore
}

/** "The driver of the bus" and "the bus" */
function isDrivenBy({ heads, marks }: Subject, { heads: [thing = -1] }: Subject, lexicon: Lexicon): boolean {
  return marks.includes(thing) && heads.some((head) => DRIVERS.has(lexicon.word(head)));
}
const DRIVERS = new Set('driver pilot captain skipper rider'.split(' '));

function lemmaOf(name: string, lexicon: Lexicon): string {
  return lexicon.word(lexicon.id(name));
}

export function isOne(likeness: Likeness, near: number): boolean {
  return likeness === 'same' || (likeness === 'likely' && near >= ONE_THING);
}
