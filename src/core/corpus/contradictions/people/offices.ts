import type { Conflict } from '../../model';
import { nameWords } from '../../matching/voices';
import { tokenAt } from '../../words/tokens';
import { conflictOf, type Side, type Source, wordsOf } from '../contradiction';

/** A person with an office or a part that is named beside the name. */
export interface Office extends Side {
  readonly name: readonly string[];
  /** Words of the office: "finance minister". */
  readonly words: readonly string[];
}

/** Of each list one person has one. */
const RANKS = [
  'constable sergeant inspector superintendent commissioner',
  'private corporal lieutenant captain major colonel brigadier',
].map((list) => new Set(list.split(' ')));
/** Offices with something that they are for. */
const FOR = new Set('minister secretary'.split(' '));
/** What a minister is for, as most governments have it; those of one row are one. */
const PORTFOLIOS = new Map(
  `finance treasury exchequer|foreign external|interior home|justice|defence defense|health|education schools|trade commerce|transport transportation|environment climate|agriculture farming|labour labor employment|energy|culture|housing|science|sport sports|tourism|family|immigration`
    .split('|')
    .flatMap((row, i) => row.split(' ').map((word) => [word, i] as const)),
);
/** Closeness of two articles from which on there is one of each part. */
const ONE_EVENT = 0.5;
const PAST = new Set('former formerly then ex outgoing incoming new next shadow'.split(' '));
/** Parts of which an event has one. */
const ONE = 'judge|referee|winner|skipper';
const OFFICES = [...FOR, ...RANKS.flatMap((list) => [...list]), 'director', 'executive', ...ONE.split('|')]
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|');
const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){1,2}`;
/** "Finance minister Elin Roos", "Elin Roos, the finance minister" and "the winner of the prize is Elin Roos". */
const BEFORE = new RegExp(String.raw`(?<![\p{L}'’])((?:\p{L}{1,40} ){0,2}(?:${OFFICES})) (${NAME})`, 'gu');
const BEHIND = new RegExp(
  String.raw`(?<![\p{L}'’-])(${NAME}), (?:the |an? )?((?:\p{L}{1,40} ){0,2}(?:${OFFICES})(?: (?:of|for) (?:the )?\p{L}{1,40})?)(?=[ ,.;])`,
  'gu',
);
const BEING = new RegExp(String.raw`\b[Tt]he ((?:${ONE}))(?: of(?: [\p{L}’']{1,40}){1,6}?)? (?:is|was) (${NAME})`, 'gu');

/** The offices of people that an English article names in full. */
export function officesOf(source: Source): Office[] {
  if (source.article.language !== 'en') return [];
  const { text } = source.article.prose;
  const { tokens } = source.text;
  const found: Office[] = [];
  for (const [pattern, office, person] of [
    [BEFORE, 1, 2],
    [BEHIND, 2, 1],
    [BEING, 1, 2],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const name = nameWords(match[person] ?? '');
      const words = (match[office] ?? '').toLowerCase().split(' ');
      if (name.length < 2 || words.some((word) => PAST.has(word))) continue;
      found.push({ source, from: tokenAt(tokens, match.index), to: tokenAt(tokens, match.index + match[0].length - 1) + 1, name, words });
    }
  }
  return found;
}

/** One person in two offices of which nobody has both, or one part given to two people; `near`: how close the two articles are. */
export function officeConflicts(a: readonly Office[], b: readonly Office[], near: number): Conflict[] {
  const found: Conflict[] = [];
  const told = new Set<string>();
  for (const x of a) {
    const key = x.name.join(' ');
    const own = b.filter(({ name }) => name.join(' ') === key);
    // who is called both has both, or has changed the office
    const all = [...a.filter(({ name }) => name.join(' ') === key), ...own];
    const other = own.find((y) => areOther(x, y));
    if (!other || told.has(key) || own.some((y) => !areOther(x, y)) || all.some((one) => all.filter((each) => each.source === one.source).some((each) => areOther(one, each)))) continue; // prettier-ignore
    told.add(key);
    found.push({ ...conflictOf('name', [x, other], againstEachOther(x.words, other.words)), level: 'differs' });
  }
  for (const part of near < ONE_EVENT ? [] : ONE.split('|')) {
    const [here, there] = [a, b].map((all) => all.filter(({ words }) => words.includes(part)));
    const [x, y] = [here?.[0], there?.[0]];
    if (!x || !y || [...(here ?? []), ...(there ?? [])].some(({ name }) => ![x, y].some((one) => one.name.join(' ') === name.join(' '))))
      continue;
    if (here?.some(({ name }) => name.at(-1) !== x.name.at(-1)) || there?.some(({ name }) => name.at(-1) !== y.name.at(-1))) continue;
    if (x.name.at(-1) === y.name.at(-1) || isNamedIn(y.source, x.name) || isNamedIn(x.source, y.name)) continue;
    found.push({
      ...conflictOf('name', [x, y], `“${wordsOf(x.source, x.from, x.to)}” against “${wordsOf(y.source, y.from, y.to)}”`),
      level: 'differs',
    });
  }
  return found;
}

function againstEachOther(a: readonly string[], b: readonly string[]): string {
  return `“${a.join(' ')}” against “${b.join(' ')}”`;
}

function isNamedIn({ article }: Source, name: readonly string[]): boolean {
  return article.prose.text.toLowerCase().includes(name.at(-1) ?? '');
}

/** Whether nobody is both: two ranks of one service, or ministers for two things. */
function areOther({ words: a }: Office, { words: b }: Office): boolean {
  for (const list of RANKS) {
    const [x, y] = [a, b].map((words) => words.filter((word) => list.has(word)));
    if (x?.[0] !== undefined && y?.[0] !== undefined && !x.some((word) => y.includes(word))) return true;
  }
  const [isChief, isOtherChief] = [a, b].map((words) => words.includes('executive'));
  const isFor = (words: readonly string[]) =>
    words.some((word) => FOR.has(word)) ? words.flatMap((word) => PORTFOLIOS.get(word) ?? []) : [];
  const [x, y] = [isFor(a), isFor(b)];
  if (isChief !== isOtherChief) {
    const other = isChief ? b : a;
    return other.includes('director') && !other.includes('managing') && !other.includes('executive');
  }
  return x.length * y.length > 0 && !x.some((one) => y.includes(one));
}
