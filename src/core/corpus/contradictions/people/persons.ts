import type { Speaker } from '../../../analysis/index';
import { rawSpanToProse } from '../../../text/prose';
import { conflictOf, type Side, type Source } from '../contradiction';
import type { Lexicon } from '../../words/lexicon';
import type { Conflict } from '../../model';
import { Flag } from '../../words/flags';
import { tokenAt } from '../../words/tokens';
import { nameOf, nameWords } from '../../matching/voices';
import { STAND_IN } from './givenNames';

/** What an article says of a person beside the name. */
export interface Person {
  /** Given name and surname, folded. */
  readonly name: string;
  readonly roles: readonly Side[];
  readonly ages: readonly Aged[];
}

interface Aged extends Side {
  readonly age: number;
}

/** One person with two ages, or speaking for two bodies. */
export function personConflicts(a: readonly Person[], b: readonly Person[], lexicon: Lexicon): Conflict[] {
  const found: Conflict[] = [];
  for (const here of a) {
    const there = b.find(({ name }) => name === here.name);
    if (!there) continue;
    const [x, y] = [here.ages[0], there.ages[0]];
    if (x && y && x.age !== y.age) found.push(conflictOf('number', [x, y]));
    for (const role of here.roles) {
      const other = there.roles.find((each) => isOtherBody(role, each, here.name.split(' '), lexicon));
      if (!other) continue;
      // one may speak for two, and be named by whom he works for
      found.push({ ...conflictOf('name', [role, other]), level: 'differs' });
      break;
    }
  }
  return found;
}

/** Places where an article tells one person's age, at most. */
const OFTEN = 20;

/** The people of an article who are named in full, with ages and titles. */
export function personsOf(source: Source): Person[] {
  const people = new Map<string, { name: string; roles: Side[]; ages: Aged[] }>();
  for (const speaker of source.analysis.speakers) {
    const name = nameOf(speaker)?.filter((word) => word.length > 2);
    if (!name || name.length < 2) continue;
    const key = name.join(' ');
    const person = people.get(key) ?? { name: key, roles: [], ages: [] };
    people.set(key, person);
    for (const side of mentionsOf(source, speaker)) {
      person.roles.push(...titlesBeside(source, side, speaker));
      const age = ageAfter(source, side.to);
      if (age !== undefined) person.ages.push({ source, from: side.from, to: side.to + 1, age });
    }
  }
  for (const { name, from, to, age } of [...agedIn(source), ...agedBehind(source)]) {
    const person = people.get(name) ?? { name, roles: [], ages: [] };
    people.set(name, person);
    if (person.ages.length < OFTEN && !person.ages.some((known) => known.from < to && from < known.to))
      person.ages.push({ source, from, to, age });
  }
  return [...people.values()].filter(({ name }) => !standIn.test(name));
}
const standIn = new RegExp(`^${STAND_IN}$`, 'i');

/** "Amira Sand, 56," and "56-year-old Amira Sand", whether the person says anything or not. */
function* agedIn({ article, text: { tokens } }: Source): Generator<{ name: string; from: number; to: number; age: number }> {
  for (const match of article.prose.text.matchAll(aged)) {
    const [all, before, behindAge, name, behind] = match;
    const words = nameWords(name ?? behindAge ?? '').filter((word) => word.length > 2);
    if (words.length < 2) continue;
    const [from, to] = [tokenAt(tokens, match.index), tokenAt(tokens, match.index + all.length - 1) + 1];
    yield { name: words.join(' '), from, to, age: Number(behind ?? before) };
  }
}
const named = String.raw`\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){1,3}`;
const years = String.raw`[1-9]\d|10\d`;
const OF = /\b(?:of|by|and|with|for|to) (?:\p{Lu}[\p{L}'’-]+ )*$/u;
const OF_REACH = 40;
const whole = new RegExp(String.raw`(?<![\p{L}'’-])${named}`, 'gu');
const agedClause = new RegExp(
  String.raw`(?<![\p{L}'’-])(\p{Lu}[\p{L}'’-]+)(?:, (?:who (?:is|was)|aged)|,? (?:was|is)) (${years})(?=[,.;])`,
  'gu',
);
const aged = new RegExp(String.raw`(?<!\p{L})(?:(${years})-year-old (${named})|(${named}), (${years})(?=[,.;)]))`, 'gu');

/** "Sand, who is 56," and "Amira Sand was 56.": by the whole name that the article has for the last one. */
function* agedBehind({ article, text: { tokens } }: Source): Generator<{ name: string; from: number; to: number; age: number }> {
  const { text } = article.prose;
  let full: Map<string, string> | undefined;
  for (const match of text.matchAll(agedClause)) {
    full ??= fullNames(text);
    const name = full.get(nameWords(match[1] ?? '').at(-1) ?? '');
    // the brother of Amira Sand, who is 29
    if (!name || OF.test(text.slice(Math.max(0, match.index - OF_REACH), match.index))) continue;
    const [from, to] = [tokenAt(tokens, match.index), tokenAt(tokens, match.index + match[0].length - 1) + 1];
    yield { name, from, to, age: Number(match[2]) };
  }
}

/** Names of several words by their last one; of one that two people have none. */
function fullNames(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name] of text.matchAll(whole)) {
    const words = nameWords(name).filter((word) => word.length > 2);
    const last = words.at(-1) ?? '';
    if (words.length > 1) found.set(last, found.has(last) && found.get(last) !== words.join(' ') ? '' : words.join(' '));
  }
  return found;
}

/** Mentions of a speaker by name, pronouns left out. */
function mentionsOf(source: Source, speaker: Speaker): Side[] {
  const { tokens } = source.text;
  return speaker.mentions.flatMap((mention): Side[] => {
    const span = rawSpanToProse(source.article.prose, mention);
    if (!span) return [];
    const from = tokenAt(tokens, span.start);
    const to = tokenAt(tokens, span.end - 1) + 1;
    return to - from > 1 ? [{ source, from, to }] : [];
  });
}

/** Where the speaker's titles stand, right before the name or after its comma. */
function titlesBeside(source: Source, { from, to }: Side, { titles }: Speaker): Side[] {
  const { tokens } = source.text;
  const { text } = source.article.prose;
  const [start, end] = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
  return titles.flatMap((title): Side[] => {
    const before = start - title.length - 1;
    const at = text.startsWith(title, before) ? before : text.startsWith(title, end + 2) ? end + 2 : -1;
    return at < 0 ? [] : [{ source, from: tokenAt(tokens, at), to: tokenAt(tokens, at + title.length - 1) + 1 }];
  });
}

/** "Amira Sand, 56," */
function ageAfter({ article, text: { tokens } }: Source, at: number): number | undefined {
  const [start, end] = [tokens.start[at] ?? 0, tokens.end[at] ?? 0];
  const number = article.prose.text.slice(start, end);
  const before = article.prose.text.slice(tokens.end[at - 1], start);
  const isAge = /^[1-9]\d?$|^10\d$/.test(number) && /^,\s$/.test(before) && /^[,.;]|^\)/.test(article.prose.text.slice(end, end + 1));
  return isAge ? Number(number) : undefined;
}

/** Spokespeople speak for one body. "Israeli police spokesman" and "Haifa police spokesman"; "police spokesman" says less, but nothing else. */
function isOtherBody(a: Side, b: Side, own: readonly string[], lexicon: Lexicon): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (![x, y].every((words) => words.some(({ word }) => word.startsWith('spokes')))) return false;
  const bodies = (words: typeof x, others: typeof x) =>
    words.filter(
      ({ word, lemma, isName }) =>
        isName &&
        !own.includes(word) &&
        !others.some((other) => other.lemma === lemma || lexicon.related(lemma).lemmas.includes(other.lemma)),
    );
  return bodies(x, y).length > 0 && bodies(y, x).length > 0;
}

function wordsOf({ source: { article, text }, from, to }: Side): { word: string; lemma: number; isName: boolean }[] {
  const { start, end, lemma, flags } = text.tokens;
  return Array.from({ length: to - from }, (_, i) => ({
    word: article.prose.text.slice(start[from + i], end[from + i]).toLowerCase(),
    lemma: lemma[from + i] ?? -1,
    isName: ((flags[from + i] ?? 0) & Flag.capital) !== 0,
  }));
}
