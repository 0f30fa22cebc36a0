import { nameWords } from '../../matching/voices';
import { Flag } from '../../words/flags';
import type { Lexicon } from '../../words/lexicon';
import { PERSON, type ArticleWords } from '../deeds/articleWords';
import { PREPOSITION } from '../deeds/readDeeds';
import { isOneWord } from '../deeds/deed';
import { isOffice } from '../people/officeWords';

/** Who or what something is told of, as its phrase and what stands beside it in commas tell. */
export interface Subject {
  readonly from: number;
  readonly to: number;
  /** The words of a name, folded, without titles. */
  readonly names: readonly string[];
  /** Nouns that it is called by: "driver". */
  readonly heads: readonly number[];
  /** What tells it from others of its kind: "Highwater" of a dam. */
  readonly marks: readonly number[];
  /** Those of them that stand before its noun: "bottled" sales. */
  readonly kinds: readonly number[];
  readonly isPronoun: boolean;
}

const LIGHT = new Set('first last new old former other same whole own'.split(' '));
const TIMES = new Set('quarter half year month week annual quarterly monthly'.split(' '));
/** Of these there are many in any article. */
const MANY = new Set(
  'people person man woman police officer official resident other group number part report one thing source witness expert member company time year day case way figure'.split(
    ' ',
  ),
);

/** Reads a noun phrase; undefined where there is none. */
export function subjectAt(words: ArticleWords, from: number, to: number): Subject | undefined {
  while (from < to && !words.isContent(from) && !PERSON.has(words.word(from))) from++;
  if (from >= to) return undefined;
  if (PERSON.has(words.word(from))) return { from, to, names: [], heads: [], marks: [], kinds: [], isPronoun: true };
  let end = from + 1;
  while (end < to && !PREPOSITION.has(words.word(end))) end++;
  const heads: number[] = [];
  const marks: number[] = [];
  let named = end;
  while (named > from && isName(words, named - 1, from)) named--;
  for (let i = from; i < named; i++) if (words.isContent(i)) heads.push(words.id(i));
  const head = heads.pop();
  marks.push(...heads.filter((id) => !LIGHT.has(words.lexicon.word(id))));
  const kinds = marks.filter((id) => !TIMES.has(words.lexicon.word(id)));
  for (let i = end; i < to; i++) if (words.isContent(i)) marks.push(words.id(i));
  const { start, end: ends } = words.source.text.tokens;
  const name = named < end ? nameWords(words.source.article.prose.text.slice(start[named], ends[end - 1])) : [];
  // "Manager Lars Ekdahl": what somebody is called by, with a capital where a sentence begins
  const isCalled = name.length > 1 && head === undefined && isOffice(words.word(named));
  return {
    from,
    to,
    names: isCalled ? name.slice(1) : name,
    heads: head !== undefined ? [head] : isCalled ? [words.id(named)] : [],
    marks: name.length > 0 ? [] : marks,
    kinds,
    isPronoun: false,
  };
}

/** A capital where a sentence begins is one of a name only where another follows, or no dictionary has the word. */
function isName(words: ArticleWords, at: number, from: number): boolean {
  if (!words.has(at, Flag.capital) || /['’]s?$/.test(words.surface(at))) return false;
  if (!words.has(at, Flag.sentence)) return true;
  return words.has(at + 1, Flag.capital) && at === from ? true : words.lexicon.rarity(words.id(at)) >= UNKNOWN;
}
const UNKNOWN = 17;

/** One that is told by several phrases: "the driver", "Ottilie Marsh". */
export function joined(parts: readonly Subject[]): Subject | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const names = parts.find((part) => part.names.length > 0)?.names ?? [];
  return {
    from: first.from,
    to: parts.at(-1)?.to ?? first.to,
    names,
    heads: parts.flatMap(({ heads }) => heads),
    marks: names.length > 0 ? [] : first.marks,
    kinds: first.kinds,
    isPronoun: first.isPronoun,
  };
}

export function isTelling({ names, heads, marks }: Subject, lexicon: Lexicon): boolean {
  return names.length > 0 || (heads.length > 0 && (marks.length > 0 || !heads.some((head) => MANY.has(lexicon.word(head)))));
}

/** `likely` where nothing tells one of several of a kind from the others. */
export function compareSubjects(a: Subject, b: Subject, lexicon: Lexicon): 'same' | 'likely' | 'other' {
  if (a.names.length > 0 && b.names.length > 0) {
    const [short, long] = a.names.length < b.names.length ? [a.names, b.names] : [b.names, a.names];
    return short.every((name) => long.includes(name)) ? 'same' : 'other';
  }
  if (a.names.length + b.names.length > 0) return 'other';
  if (!a.heads.some((x) => b.heads.some((y) => isOneWord(x, y, lexicon) || isCompound(x, y, lexicon)))) return 'other';
  const lacks = (x: Subject, y: Subject) => x.marks.filter((one) => !y.marks.some((other) => isOneWord(one, other, lexicon)));
  const [ofA, ofB] = [lacks(a, b), lacks(b, a)];
  if (ofA.length > 0 && ofB.length > 0) return 'other';
  return a.marks.length > ofA.length || (ofA.length + ofB.length === 0 && a.marks.length > 0) ? 'same' : 'likely';
}

/** "Horsebox" and "box" */
function isCompound(a: number, b: number, lexicon: Lexicon): boolean {
  const [x, y] = [lexicon.word(a), lexicon.word(b)];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 2 && long.endsWith(short);
}
