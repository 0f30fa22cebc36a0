import { Kind } from '../../words/kinds';
import { Flag } from '../../words/flags';
import type { Lexicon } from '../../words/lexicon';
import type { Spoken } from '../../matching/voices';
import type { Side } from '../contradiction';

/** Who or what does something or has it done to it: as far as its phrase tells. */
export interface Role {
  /** The noun it is called by, and what stands before it; -1 where names alone stand. */
  readonly head: number;
  readonly before: readonly number[];
  readonly names: readonly number[];
}

/** What stands behind a preposition. */
export interface Around {
  readonly preposition: string;
  readonly words: readonly number[];
  /** Whether all of them are names. */
  readonly isName: boolean;
  readonly from: number;
  readonly to: number;
}

/** What a clause tells: who does what to whom, under what circumstances, active or passive alike. */
export interface Deed extends Side {
  /** The verb, or the word that several come to. */
  readonly lemma: number;
  /** Its words. */
  readonly at: number;
  readonly end: number;
  /** Which way a figure went: "closed up 2 per cent". */
  readonly way: 'up' | 'down' | undefined;
  readonly negated: boolean;
  /** Held possible, asked for, planned or doubted: no deed yet. */
  readonly open: boolean;
  /** Verbs that stand before it: "plans to end". */
  readonly frame: readonly number[];
  /** Undefined where the clause leaves it out. */
  readonly doer: Role | undefined;
  readonly theme: Role | undefined;
  /** Whether the theme is a whole clause, of which the words are in `all`. */
  readonly isClausal: boolean;
  readonly around: readonly Around[];
  /** All words with content but the verb, those of doer and theme among them. */
  readonly all: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
  readonly had: boolean;
  /** Words that order it among other deeds: "first", "later". */
  readonly ordered: boolean;
  readonly spoken: Spoken | undefined;
}

/** Reads the phrase in a stretch before any preposition. */
export function roleOf({ source, from, to }: Side, names: ReadonlySet<number>, lexicon: Lexicon): Role | undefined {
  const { lemma, flags } = source.text.tokens;
  const nouns: number[] = [];
  const named: number[] = [];
  for (let i = from; i < to; i++) {
    const id = lemma[i] ?? -1;
    const kind = lexicon.kind(id);
    if (kind === Kind.number || kind === Kind.function || isAdverb(lexicon.word(id))) continue;
    if ((flags[i] ?? 0) & Flag.capital && names.has(id)) named.push(id);
    else nouns.push(id);
  }
  if (nouns.length + named.length === 0) return undefined;
  return { head: nouns.at(-1) ?? -1, before: nouns.slice(0, -1), names: named };
}

/** "shortly", but no "family" */
export function isAdverb(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !NOUNS.has(word);
}
const NOUNS = new Set(
  'family assembly supply reply ally monopoly anomaly butterfly italy july rally fly bully belly jelly daily weekly elderly'.split(' '),
);

export type Likeness = 'same' | 'other' | 'unknown';

/** How well a word must stand for another to be it. */
const SYNONYM = 0.85;

export function isOneWord(a: number, b: number, lexicon: Lexicon): boolean {
  if (a === b) return true;
  const { lemmas, similarities } = lexicon.related(a);
  const at = lemmas.indexOf(b);
  return at >= 0 && (similarities[at] ?? 0) >= SYNONYM;
}

function isNameOf(a: Role, b: Role): boolean {
  return a.head < 0 && b.names.length === 0 && b.before.length === 0 && a.names.includes(b.head);
}

/** Whether two phrases mean one: by name where both have names, else by the noun and all that stands before it. */
export function compareRoles(a: Role | undefined, b: Role | undefined, lexicon: Lexicon): Likeness {
  if (!a || !b) return 'unknown';
  const isNamed = a.names.some((name) => b.names.includes(name));
  if (a.names.length > 0 && b.names.length > 0 && !isNamed) return 'other';
  // what begins a sentence may be a name that only the other article has elsewhere, too
  if (isNameOf(a, b) || isNameOf(b, a)) return 'same';
  if (a.head < 0 || b.head < 0) return isNamed ? 'same' : 'unknown';
  if (isNamed && (a.names.length > 1 || b.names.length > 1)) return 'same';
  if (!isOneWord(a.head, b.head, lexicon)) return 'other';
  const lacks = (x: readonly number[], y: readonly number[]) => x.some((one) => !y.some((other) => isOneWord(one, other, lexicon)));
  return lacks(a.before, b.before) || lacks(b.before, a.before) ? 'other' : 'same';
}
