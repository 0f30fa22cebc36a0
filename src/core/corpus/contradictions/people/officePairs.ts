import { sentencesOf } from '../../matching/query';
import type { Conflict } from '../../model';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { conflictOf, type Source, wordsOf } from '../contradiction';
import type { Office } from './offices';
import { areOtherGivenNames } from './givenNames';
import { compareOffices, isKin, isOneOffice, isParty, portfoliosOf } from './officeWords';

/** Closeness of two articles from which on there is one of each part, and one of each office. */
const ONE_EVENT = 0.5;
const ONE_OFFICE = 0.45;
/** Closeness from which on one surname in one office is one person. */
const ONE_PERSON = 0.3;
/** Parts of which an event has one. */
const ONE = new Set('judge referee winner skipper'.split(' '));
/** Offices of which a body has one. */
const SINGLE = new Set(
  'executive director president chair chairman chairwoman captain coach manager mayor governor leader treasurer headmaster'.split(' '),
);
/** Share of the words of two sentences with content from which on they tell the same of two people, and how many at least. */
const [SAME, LEAST] = [0.75, 2];

/** One person in two offices of which nobody has both, or one office given to two people; `near`: how close the two articles are. */
export function officeConflicts(a: readonly Office[], b: readonly Office[], near: number, lexicon: Lexicon): Conflict[] {
  if (a.length * b.length === 0) return [];
  const [here, there] = [a, b].map(eachOnce);
  return here && there ? [...twoOffices(here, there), ...twoPeople(here, there, near, lexicon)] : [];
}

/** Offices of an article that are compared, at most: one that has more is a list of members. */
const MANY = 100;

/** The same office of the same person is told once, where it is told first. */
function eachOnce(offices: readonly Office[]): readonly Office[] {
  const found = new Map(
    offices.toReversed().map((office) => [`${nameOf(office)}|${office.words.join(' ')}|${office.owner.join()}`, office]),
  );
  return [...found.values()].reverse().slice(0, MANY);
}

function nameOf({ name }: Office): string {
  return name.join(' ');
}

/** One full name, or the last one of it where an article has no more. */
function isOneName({ name: a }: Office, { name: b }: Office): boolean {
  return a.length > 1 && b.length > 1 ? a.join(' ') === b.join(' ') : a.length + b.length > 2 && a.at(-1) === b.at(-1);
}

function twoOffices(a: readonly Office[], b: readonly Office[]): Conflict[] {
  const found: Conflict[] = [];
  const told = new Set<string>();
  for (const x of a) {
    const key = nameOf(x);
    if (told.has(key)) continue;
    const own = b.filter((one) => isOneName(one, x));
    const other = own.find((y) => levelOf(x, y) !== undefined);
    if (!other) continue;
    // who is called both has both, or has changed the office
    const all = [...a.filter((one) => isOneName(one, x)), ...own];
    const isBoth = all.some((one) => all.some((each) => each.source === one.source && levelOf(one, each) !== undefined));
    if (isBoth || own.some((y) => isOneOffice(x.head, y.head) && levelOf(x, y) === undefined)) continue;
    told.add(key);
    const level = levelOf(x, other);
    found.push({ ...conflictOf('name', [x, other], `“${x.words.join(' ')}” against “${other.words.join(' ')}”`), ...(level === 'differs' && { level }) }); // prettier-ignore
  }
  return found;
}

/** Whether nobody is both: two ranks of one service, ministers for two things, two trades in one house. */
function levelOf(x: Office, y: Office): Conflict['level'] | undefined {
  const kind = compareOffices(x.head, y.head);
  const [here, there] = [portfoliosOf(x.words), portfoliosOf(y.words)];
  if (here.length * there.length > 0) return here.some((one) => there.includes(one)) ? undefined : 'differs';
  if (here.length + there.length > 0) return undefined;
  if (kind === 'party') return 'conflict';
  if (kind === 'rank') return 'differs';
  const isOfOne = isOwnedAlike(x, y);
  if (kind !== undefined) return isOfOne ? (kind === 'owned' ? 'conflict' : 'differs') : undefined;
  if ((x.head === 'executive') === (y.head === 'executive')) return isOfOne ? areOtherTrades(x, y) : undefined;
  const other = x.head === 'executive' ? y : x;
  return other.head === 'director' && !other.words.includes('managing') && !other.words.includes('executive') ? 'differs' : undefined;
}

/** "The finance director" and "the chief engineer": what stands before a general word tells the trade. */
function areOtherTrades({ words: a }: Office, { words: b }: Office): Conflict['level'] | undefined {
  const [x, y] = [a, b].map((words) => TRADES.findIndex((trade) => words.some((word) => trade.has(word))));
  return x !== undefined && y !== undefined && x >= 0 && y >= 0 && x !== y ? 'conflict' : undefined;
}
const TRADES = [
  'finance financial treasurer accountant',
  'engineer engineering technical',
  'legal lawyer counsel solicitor',
  'medical surgeon doctor nurse',
  'artistic curator conductor',
  'marketing sales',
  'press spokesman spokeswoman communications',
  'personnel',
].map((words) => new Set(words.split(' ')));

/** By a word of its name, and none that stands for it: a guild is a club to a dictionary. */
function isOwnedAlike({ owner: a }: Office, { owner: b }: Office): boolean {
  return a.some((word) => b.includes(word));
}

function twoPeople(a: readonly Office[], b: readonly Office[], near: number, lexicon: Lexicon): Conflict[] {
  const found: Conflict[] = [];
  const told = new Set<string>();
  for (const x of a) {
    if (x.name.length < 2 || isKin(x.head) || isParty(x.head)) continue;
    for (const y of b) {
      if (y.name.length < 2 || told.has(nameOf(x)) || told.has(nameOf(y)) || !isSameOffice(x, y)) continue;
      const level = levelOfTwo(x, y, near, lexicon);
      if (!level || hasSeveral(x, a) || hasSeveral(y, b) || isNamedIn(y.source, x.name) || isNamedIn(x.source, y.name)) continue;
      told.add(nameOf(x)).add(nameOf(y));
      const message = `“${wordsOf(x.source, x.from, x.to)}” against “${wordsOf(y.source, y.from, y.to)}”`;
      found.push({ ...conflictOf('name', [x, y], message), ...(level === 'differs' && { level }) });
    }
  }
  return found;
}

function isSameOffice(x: Office, y: Office): boolean {
  if (!isOneOffice(x.head, y.head) && !near(x.head, y.head)) return false;
  const [here, there] = [x.words, y.words].map((words) => words.filter((word) => word !== x.head && word !== y.head && word.length > 2));
  if (here && there && here.length * there.length > 0 && !here.some((word) => there.includes(word))) return false;
  return x.owner.length * y.owner.length === 0 || isOwnedAlike(x, y);
}

function near(a: string, b: string): boolean {
  return [a, b].every((word) => word === 'captain' || word === 'skipper') || [a, b].every((word) => word === 'leader' || word === 'head');
}

/** One given name or surname is one person under a wrong name; two names in one office are told with reserve, unless both do the same. */
function levelOfTwo(x: Office, y: Office, closeness: number, lexicon: Lexicon): Conflict['level'] | undefined {
  const [first, second] = [x.name, y.name];
  const isOwned = isOwnedAlike(x, y);
  if (first.at(-1) === second.at(-1))
    return areOtherGivenNames(first, second) ? (isOwned || closeness >= ONE_PERSON ? 'conflict' : 'differs') : undefined;
  if (first[0] === second[0]) return isOwned && first.length === second.length ? 'conflict' : undefined;
  if (first.some((word) => second.includes(word))) return undefined;
  if (ONE.has(x.head) && closeness >= ONE_EVENT) return 'differs';
  const portfolio = portfoliosOf(x.words);
  const isOne = portfolio.length > 0 ? portfoliosOf(y.words).some((one) => portfolio.includes(one)) : isOwned && SINGLE.has(x.head);
  if (!isOne || closeness < ONE_OFFICE) return undefined;
  return doTheSame(x, y, lexicon) ? 'conflict' : 'differs';
}

function hasSeveral(one: Office, all: readonly Office[]): boolean {
  return all.some((other) => isOneOffice(one.head, other.head) && nameOf(other) !== nameOf(one));
}

function isNamedIn({ article }: Source, name: readonly string[]): boolean {
  return article.prose.text.toLowerCase().includes(name.join(' '));
}

function doTheSame(x: Office, y: Office, lexicon: Lexicon): boolean {
  const [a, b] = [x, y].map((one) => restOf(one, lexicon));
  if (!a || !b) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= LEAST && shared >= SAME * Math.max(a.size, b.size);
}

function restOf({ source, from, to }: Office, lexicon: Lexicon): ReadonlySet<number> {
  const { tokens } = source.text;
  const sentence = sentencesOf(tokens, from, to);
  const found = new Set<number>();
  for (let i = sentence.from; i < sentence.to; i++) {
    const lemma = tokens.lemma[i] ?? -1;
    if ((i < from || i >= to) && lexicon.kind(lemma) === Kind.content) found.add(lemma);
  }
  return found;
}
