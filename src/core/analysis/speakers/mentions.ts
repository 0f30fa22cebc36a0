import type { Cast } from './cast';
import { describe, genderOfName, type Phrase, phraseAfter, phraseBefore, wordClasses as w, type Words } from '../words/index';

/** Puts every name of the paragraph on the stage, in order; `from`: behind its dateline. */
export function nameEveryone(words: Words, cast: Cast, from: number): void {
  if (isHeadline(words)) return;
  /** Whoever a whose-clause is about stays the one that his surname means. */
  let owner: Phrase | undefined;
  for (let at = from; at < words.count; at++) {
    if (words.lower(at) === 'whose') {
      const before = phraseBefore(words, words.isComma(at - 1) ? at - 1 : at, 0);
      owner = before?.kind === 'name' ? before : undefined;
    } else if (owner !== undefined && /^[.?!;]/.test(words.lower(at))) {
      cast.resolve(words, owner, words.start(at));
      owner = undefined;
    }
    if (!words.isName(at) || opensWithParticiple(words, at)) continue;
    const phrase = beforeVerb(words, at, phraseAfter(words, at, words.count));
    if (phrase?.kind !== 'name') {
      if (phrase !== undefined) nameInside(words, phrase, cast);
      at = Math.max(at, (phrase?.to ?? at + 1) - 1);
      continue;
    }
    // whom "they" means in "Ruiz and Holt rent a flat, but they say"
    const areTwo = phrase.parts.length > 1 && phrase.parts.every(({ kind }) => kind === 'name') && startsSentence(words, phrase.from);
    for (const part of phrase.parts.length > 0 ? phrase.parts : [phrase]) {
      if (part.kind !== 'name' || words.is(part.head, w.time) || isPlace(words, part.head + 1)) continue;
      name(words, part, cast);
    }
    const both = areTwo ? cast.resolve(words, phrase, words.start(phrase.from)) : undefined;
    if (both !== undefined && both.members.length > 1) cast.appear(both, words.start(phrase.from), true);
    at = phrase.to - 1;
  }
}

/** "Ana Ruiz and Jo Holt | rent a flat": a verb that could be a noun */
function beforeVerb(words: Words, from: number, phrase: Phrase | undefined): Phrase | undefined {
  const verb = (phrase?.to ?? 0) - 1;
  const isVerb = phrase?.kind === 'noun' && words.is(verb + 1, w.determiner | w.possessive) && words.isName(verb - 1) && verb - 1 > from;
  return isVerb ? describe(words, from, verb) : phrase;
}

/** "Halden | , Norway": a town, not a person */
function isPlace(words: Words, comma: number): boolean {
  return words.isComma(comma) && words.is(comma + 1, w.government) && words.isCapital(comma + 1) && !words.isName(comma + 2);
}

function startsSentence(words: Words, at: number): boolean {
  return at === 0 || words.isPassage(at - 1) || /^[.?!]/.test(words.lower(at - 1));
}

/** "Asked about the tolls, Ruiz", "Speaking in Halden": a sentence's first word and nobody's name. */
function opensWithParticiple(words: Words, at: number): boolean {
  if (!startsSentence(words, at)) return false;
  if (!words.is(at, w.past) && !words.lower(at).endsWith('ing')) return false;
  // "Posted: 2 May", "Updated 2 May"
  if (words.is(at, w.past) && (words.lower(at + 1) === ':' || words.isNumber(at + 1))) return true;
  if (words.isName(at + 1)) return hasItsObject(words, at);
  return words.is(at + 1, w.preposition | w.subordinator | w.determiner | w.possessive | w.pronoun) && words.lower(at + 1) !== 'of';
}

/** "Addressing Parliament, the minister said": before another's clause, which "Fleming Holt, the editor, said" is not. */
function hasItsObject(words: Words, at: number): boolean {
  const lower = words.lower(at);
  if (!lower.endsWith('ing') || lower.length < 6 || genderOfName(lower) !== undefined) return false;
  let comma = at + 1;
  while (words.isName(comma)) comma++;
  const subject = words.isComma(comma) ? phraseAfter(words, comma + 1, words.count) : undefined;
  return subject !== undefined && subject.kind !== 'relative' && !words.isComma(subject.to);
}

function name(words: Words, phrase: Phrase, cast: Cast): void {
  const at = words.start(phrase.nameFrom);
  const member = cast.resolve(words, phrase, at);
  if (member === undefined) return;
  if (isBody(words, phrase.to) && member.kind === 'person' && member.titles.size === 0 && member.gender === undefined)
    member.kind = 'organisation';
  member.mentions.push({ start: at, end: words.end(phrase.head) });
  const { titles, gender, nameWords } = member;
  cast.appear(member, at, false, standsWhere(words, phrase) && titles.size === 0 && gender === undefined && nameWords.length === 1);
}

/** "at the mill in Sorby", "near Halden": one word, and nobody's. */
function standsWhere(words: Words, { from, nameFrom, head, to }: Phrase): boolean {
  return nameFrom === from && head === nameFrom && /^(?:in|near|outside|at)$/.test(words.lower(from - 1)) && !words.isPossessiveMark(to);
}

/** "Tessel, the parcel firm,": says what the name before the comma is. */
function isBody(words: Words, comma: number): boolean {
  if (!words.isComma(comma) || !words.is(comma + 1, w.determiner | w.possessive)) return false;
  const phrase = phraseAfter(words, comma + 1, words.count);
  return phrase?.kind === 'noun' && words.is(phrase.head, w.body) && !words.is(phrase.head, w.role);
}

/** "Ruiz's visit", "the last days of Ana Ruiz" and "the Ruiz-Holt summit" name people too. */
function nameInside(words: Words, phrase: Phrase, cast: Cast): void {
  for (let at = phrase.from; at < phrase.to; at++) {
    if (!words.isName(at)) continue;
    for (const known of cast.knownIn(words.lower(at))) cast.appear(known, words.start(at), false);
    let to = at + 1;
    while (to < phrase.to && words.isName(to)) to++;
    const isOf = to - at > 1 && words.lower(at - 1) === 'of';
    if ((words.isPossessiveMark(to) || (isOf && !isPlace(words, to))) && !words.is(at, w.time)) name(words, describe(words, at, to), cast);
    at = to;
  }
}

/** A name without the prepositions after it: "Ruiz in her speech". */
export function endOfMention(phrase: Phrase): number {
  const last = phrase.parts.at(-1) ?? phrase;
  return last.kind === 'name' ? Math.min(phrase.to, last.head + 1) : phrase.to;
}

/** "Ruiz, who said": the name before the relative pronoun. */
export function antecedent(words: Words, phrase: Phrase): Phrase {
  if (phrase.kind !== 'relative') return phrase;
  const end = words.isComma(phrase.from - 1) ? phrase.from - 1 : phrase.from;
  const lo = Math.max(0, end - 30);
  const before = phraseBefore(words, end, lo);
  // "Ruiz, the delegate for Halden, who said"
  const named =
    before?.kind === 'noun' && end < phrase.from && words.is(before.from, w.determiner) && words.isComma(before.from - 1)
      ? phraseBefore(words, before.from - 1, lo)
      : undefined;
  if (named?.kind === 'name') return named;
  const apposed = before === undefined ? undefined : apposedTo(words, before, lo);
  if (apposed !== undefined) return apposed;
  return (before?.kind === 'noun' && words.lower(phrase.from) === 'who' ? lastPerson(words, before, end) : undefined) ?? before ?? phrase;
}

/** "Ruiz, a baker | who", "Ruiz - not her real name - a baker | who": the name that is told more of. */
function apposedTo(words: Words, noun: Phrase, lo: number): Phrase | undefined {
  if (noun.kind !== 'noun' || !/^an?$/.test(words.lower(noun.from)) || !words.is(noun.head, w.role)) return undefined;
  let end = noun.from - 1;
  if (words.isDash(end)) {
    let open = end - 1;
    while (open > Math.max(lo, end - longestInsertion) && !words.isDash(open)) open--;
    if (words.isDash(open)) end = open;
  } else if (!words.isComma(end)) return undefined;
  const name = phraseBefore(words, end, lo);
  return name?.kind === 'name' ? name : undefined;
}
const longestInsertion = 8;

/** "fire from Liberals, who": those, and not the fire. */
function lastPerson(words: Words, { from, head }: Phrase, end: number): Phrase | undefined {
  if (words.is(head, w.role | w.group | w.body | w.title)) return undefined;
  for (let at = end - 1; at > head; at--) {
    const saysWhere = /^(?:on|in|at|to)$/.test(words.lower(at));
    if (!words.is(at, w.preposition) || saysWhere) continue;
    const last = at + 1 < end ? describe(words, at + 1, end) : undefined;
    return last !== undefined && last.from > from && (last.kind === 'name' || words.is(last.head, w.role | w.group)) ? last : undefined;
  }
  return undefined;
}

/** A line of title case without a full stop names nobody in particular. */
function isHeadline(words: Words): boolean {
  const last = words.lower(words.count - 1);
  if (words.count > 24 || last === '.' || last === '”' || words.isPassage(words.count - 1)) return false;
  let capitals = 0;
  let others = 0;
  for (let at = 0; at < words.count; at++) {
    if (!words.isWord(at) || words.lower(at).length < 4) continue;
    if (words.isCapital(at)) capitals++;
    else others++;
  }
  return capitals > 3 * others;
}
