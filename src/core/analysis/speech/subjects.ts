import { describe, genderOfName, isNominal, type Phrase, phraseAfter, phraseBefore, wordClasses as w, type Words } from '../words/index';

export interface Subject {
  readonly phrase: Phrase;
  /** The first unit of the clause that attributes: subject, apposition, verb. */
  readonly from: number;
}

const appositionReach = 48;

/** The subject right before the verb group that starts at `verb`; 'shared' after a conjunction, undefined where none stands. */
export function subjectBefore(words: Words, verb: number, lo: number): Subject | 'shared' | undefined {
  let end = skipAdverbials(words, verb, lo);
  if (end <= lo) return undefined;
  if (words.is(end - 1, w.conjunction) && words.isWord(end - 1)) return 'shared';
  if (words.isPassage(end - 1) && words.passage(end - 1)?.ending === 'comma') return acrossApposition(words, end - 1, lo);
  if (words.isComma(end - 1) || words.isDash(end - 1)) {
    const bare = end;
    end = skipAdverbials(words, end - 1, lo);
    return acrossApposition(words, bare - 1, lo);
  }
  let phrase = phraseBefore(words, end, lo);
  // "A poll released (on Friday) | showed"
  if (phrase === undefined && words.looksPast(end - 1) && end - 2 > lo && isNominal(words, end - 2))
    phrase = phraseBefore(words, end - 1, lo);
  // "the order released Friday (said)"
  if (phrase !== undefined && phrase.head === phrase.from && words.is(phrase.head, w.time) && reducesRelative(words, phrase.from - 1)) {
    phrase = phraseBefore(words, phrase.from - 1, lo) ?? phrase;
  }
  if (phrase !== undefined && phrase.from - 2 > lo && words.is(phrase.from - 1, w.preposition) && reducesRelative(words, phrase.from - 2)) {
    phrase = phraseBefore(words, phrase.from - 2, lo) ?? phrase;
  }
  // "In a Courier interview Ruiz | said"
  if (phrase?.kind === 'name' && phrase.nameFrom > phrase.from && !words.isCapital(phrase.nameFrom - 1) && isObject(words, phrase, lo)) {
    const name = describe(words, phrase.nameFrom, phrase.head + 1);
    return { phrase: name, from: name.from };
  }
  if (phrase !== undefined && isObject(words, phrase, lo)) return headOf(words, phrase, lo);
  if (phrase === undefined) return undefined;
  if (words.lower(phrase.from) === 'whose') return { phrase: ownedBy(words, phrase), from: phrase.from };
  const full = beyondApposition(words, phrase, lo) ?? listBefore(words, phrase, lo);
  return { phrase: full, from: full.from };
}

/** "Observers in Halden and around the country | say": those the places are said of, where the sentence begins with them. */
function headOf(words: Words, place: Phrase, lo: number): Subject | undefined {
  const preposition = place.from - 1;
  const end = words.lower(preposition - 1) === 'and' ? preposition - 1 : preposition;
  const phrase = phraseBefore(words, end, lo);
  if (phrase === undefined || words.is(phrase.head, w.time) || words.is(place.head, w.time)) return undefined;
  if (phrase.kind !== 'noun' && phrase.head > lo) return undefined;
  if (!words.is(phrase.head, w.group | w.role) && !words.lower(phrase.head).endsWith('s')) return undefined;
  const opens = phrase.from <= lo || words.isComma(phrase.from - 1) || words.is(phrase.from - 1, w.conjunction | w.subordinator);
  return opens ? { phrase: { ...phrase, to: place.to }, from: phrase.from } : undefined;
}

/** "whose show Behind the Gate": the show, and nobody called Gate. */
function ownedBy(words: Words, phrase: Phrase): Phrase {
  let to = phrase.from + 1;
  while (to < phrase.to && isNominal(words, to) && !words.isCapital(to)) to++;
  return to > phrase.from + 1 ? { ...describe(words, phrase.from, to), to: phrase.to } : phrase;
}

/** "Ruiz, | Holt and Venn": all names of the list, where a clause can start before it. */
function listBefore(words: Words, last: Phrase, lo: number): Phrase {
  let list = last;
  while (isList(list) && words.isComma(list.from - 1)) {
    const name = phraseBefore(words, list.from - 1, lo);
    if (name?.kind !== 'name' || name.parts.length > 0 || words.is(name.head, w.time)) break;
    list = { ...list, from: name.from, parts: [name, ...list.parts] };
  }
  const before = list.from - 1;
  const starts = before < lo || words.isPassage(before) || words.isPunctuation(before) || words.is(before, w.conjunction);
  return starts ? list : last;
}

/** "Ruiz | , Holt and Venn", after the verb. */
export function listAfter(words: Words, first: Phrase, hi: number): Phrase {
  const parts = [first];
  for (let last = first; last.kind === 'name' && words.isComma(last.to) && parts.length < longestList;) {
    const next = phraseAfter(words, last.to + 1, hi);
    if (next?.kind !== 'name') break;
    if (isList(next)) return { ...next, from: first.from, parts: [...parts, ...next.parts] };
    parts.push(next);
    last = next;
  }
  return first;
}
const longestList = 8;

function isList({ parts }: Phrase): boolean {
  return parts.length > 1 && parts.every(({ kind }) => kind === 'name');
}

/** The object of a preposition is no subject; but "In Ohio Ruiz said". */
function isObject(words: Words, phrase: Phrase, lo: number): boolean {
  const before = phrase.from - 1;
  if (before < lo || !words.is(before, w.preposition) || words.is(before, w.subordinator)) return false;
  return phrase.kind !== 'name' || phrase.head === phrase.nameFrom;
}

/** "protesters marching through the streets (chanted)" */
function reducesRelative(words: Words, at: number): boolean {
  return words.isWord(at) && (words.lower(at).endsWith('ing') || words.looksPast(at)) && isNominal(words, at - 1);
}

/** "Ruiz later on Monday | said", "Ruiz last week | said". */
function skipAdverbials(words: Words, from: number, lo: number): number {
  let end = from;
  while (end > lo) {
    const at = end - 1;
    if (words.isAdverb(at) || (words.is(at, w.auxiliary | w.modal | w.negation) && !words.isCapital(at) && words.lower(at) !== "'s")) end--;
    else if (words.is(at, w.time) && end < from + 1 && isTimeAdverbial(words, at, lo)) {
      end--;
      while (end > lo && (words.is(end - 1, w.adjective | w.determiner) || words.isNumber(end - 1) || words.lower(end - 1) === 'past'))
        end--;
      if (end > lo && words.is(end - 1, w.preposition)) end--;
    } else break;
  }
  return end;
}
function isTimeAdverbial(words: Words, at: number, lo: number): boolean {
  // "the actress this past April | appeared"
  let before = at - 1;
  while (before > lo && /^(?:past|last|next|coming)$/.test(words.lower(before))) before--;
  if (before > lo && /^(?:this|that|last|next)$/.test(words.lower(before)) && isNominal(words, before - 1)) return true;
  // "Ruiz at that time | asked"
  if (/^(?:this|that|the)$/.test(words.lower(at - 1)) && words.lower(at - 2) === 'at') return true;
  // "Ruiz, who was against it, now | says"
  if (words.lower(at) === 'now' && words.isComma(at - 1)) return true;
  return at - 1 >= lo && (words.isName(at - 1) || words.is(at - 1, w.preposition | w.pronoun | w.adjective | w.role | w.group));
}

/** Goes back over the insertion that ends at the comma `comma`: "Ruiz, an engineer who …, | said". */
function acrossApposition(words: Words, comma: number, lo: number): Subject | undefined {
  const dash = words.isDash(comma);
  const limit = Math.max(lo, comma - appositionReach);
  for (let at = comma - 1; at > limit; at--) {
    const passage = words.passage(at);
    // "Ruiz, who called it “a toy”, | said": a fragment at the insertion's end
    const isFragment = at === comma - 1 && passage?.startsWithCapital === false;
    if (passage !== undefined && passage.ending !== 'none' && !isFragment) return undefined;
    const same = dash ? words.isDash(at) : words.isComma(at);
    if (!same) continue;
    const inserted = opensApposition(words, at + 1, comma);
    const phrase = phraseBefore(words, at, lo);
    if (phrase === undefined) {
      if (words.isComma(at - 1) || !inserted) return undefined;
      continue;
    }
    // "the rules, such as the Open Piers Act, which awaits a vote, (said)": an insertion of its own
    const such = exampleBefore(words, phrase.from);
    if (inserted && such > lo) {
      at = such + 1;
      continue;
    }
    const opensHere = phrase.from <= lo || words.isPassage(phrase.from - 1);
    if (!inserted && (phrase.kind !== 'name' || !opensHere)) return undefined;
    if (isLocation(words, phrase, lo)) continue;
    const full = beyondApposition(words, phrase, lo) ?? (inserted ? nameInside(words, phrase, at, comma) : undefined) ?? phrase;
    return { phrase: full, from: full.from };
  }
  return undefined;
}

/** The comma before ", such as" and ", including"; -1 where none stands before the words at `from`. */
function exampleBefore(words: Words, from: number): number {
  const lower = words.lower(from - 1);
  if (lower === 'as' && words.lower(from - 2) === 'such' && words.isComma(from - 3)) return from - 3;
  return (lower === 'including' || lower === 'like') && words.isComma(from - 2) ? from - 2 : -1;
}

/** "Ruiz's spokesman, Omar Holt, said": the insertion is the name of the role before it. */
function nameInside(words: Words, role: Phrase, comma: number, end: number): Phrase | undefined {
  const aged = words.lower(comma + 1).endsWith('-year-old');
  const isRole = words.is(role.head, w.role);
  if (role.kind === 'pronoun' || !(isRole || isOwned(words, role)) || !(words.isName(comma + 1) || aged)) return undefined;
  const name = phraseBefore(words, end, comma + 1);
  if (!(isRole && role.kind === 'noun') && name?.nameFrom === name?.head) return undefined;
  // After a place one word more is a place: "a baker in Halden, Mass."
  const place = words.isName(comma - 1) && name !== undefined && name.nameFrom === name.head;
  const opens = name?.from === comma + 1 || (name?.from === comma + 2 && words.is(comma + 1, w.title));
  return !place && name?.kind === 'name' && opens ? { ...name, from: role.from } : undefined;
}

/** "Ruiz's neighbour", "her manager": one of somebody, whom a name after a comma may name. */
export function isOwned(words: Words, { from, head, kind }: Phrase): boolean {
  return kind === 'noun' && (words.is(from, w.possessive) || words.isPossessiveMark(head - 1) || words.isPossessiveMark(head - 2));
}

/**
 * The phrase is itself an insertion, "a farmer in Adair" in "Smith, 45, a farmer in Adair, said", perhaps one of several: then the name
 * before them.
 */
function beyondApposition(words: Words, phrase: Phrase, lo: number, depth = 0): Phrase | undefined {
  if (depth > 3 || !words.isComma(phrase.from - 1) || phrase.kind === 'pronoun' || phrase.kind === 'relative') return undefined;
  const inserted =
    phrase.kind === 'noun'
      ? depth > 0 || words.is(phrase.from, w.determiner | w.possessive | w.role) || words.isNumber(phrase.from)
      : // "Ruiz, the Secretary for Trade (said)"
        words.is(phrase.from, w.determiner) && words.is(phrase.head, w.role | w.title);
  if (!inserted && !(depth > 0 && isLocation(words, phrase, lo))) return undefined;
  const before = phraseBefore(words, phrase.from - 1, lo);
  if (before === undefined || isFrontedAdverb(words, before, lo)) return undefined;
  if (before.kind !== 'name' || isLocation(words, before, lo)) return beyondApposition(words, before, lo, depth + 1);
  const start = before.from - 1;
  // "until Wednesday, the company | said"
  if (words.is(before.head, w.time) && words.is(start, w.subordinator)) return undefined;
  return start < lo || words.isPunctuation(start) || words.isPassage(start) || words.is(start, w.conjunction | w.subordinator)
    ? before
    : undefined;
}

/**
 * "Additionally, | a source said", "Exhausted, | the captain said", "Speaking in Halden, | she said", "Addressing Parliament, | the minister
 * said": in no list, and nobody's name.
 */
function isFrontedAdverb(words: Words, { from, head, to }: Phrase, lo: number): boolean {
  const lower = words.lower(from);
  if (from !== lo || lower.length < 6 || genderOfName(lower) !== undefined) return false;
  if (from !== head) return lower.endsWith('ing') && words.isCapital(from);
  return /(?:ly|[^m]ed)$/.test(lower) || (lower.endsWith('ing') && to > head + 1 && words.lower(head + 1) !== 'of');
}

function opensApposition(words: Words, at: number, end: number): boolean {
  if (words.is(at, w.determiner | w.possessive | w.relative | w.preposition | w.role | w.adjective | w.subordinator)) return true;
  // "the Harbour Authority, or HSA, (said)"
  if (words.lower(at) === 'or' && end - at <= 3 && words.isCapital(at + 1)) return true;
  if (words.lower(at) === 'one' || words.isNumber(at) || words.isAdverb(at) || words.looksPast(at) || words.is(at, w.body | w.title))
    return true;
  if (words.isName(at)) return true;
  return words.lower(at).endsWith('ing') || (end - at <= 4 && isNominal(words, at));
}

/** "in Adair, Iowa, said": a place after a preposition is not who speaks. */
function isLocation(words: Words, phrase: Phrase, lo: number): boolean {
  const before = phrase.from - 1;
  return before >= lo && words.is(before, w.preposition) && !words.is(before, w.subordinator) && words.lower(before) !== 'as';
}
