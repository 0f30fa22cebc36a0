import type { Registry, SpeakerEntry } from '../../text/metadata/registry';
import {
  classesOf,
  type Gender,
  genderOfName,
  genderOfWord,
  nameSuffixes,
  postNominals,
  sourceNouns,
  type Phrase,
  wordClasses as w,
  type Words,
} from '../words/index';
import { emptyMember, type Member, type MemberKind } from './member';
import { pushBounded } from './bounded';
import { NameIndex } from './nameIndex';
import { kindOfName } from './nameKinds';
import { closestOffice } from './offices';
import { demonyms, epithetPronoun, isEpithet } from './pronouns';
import { Stage } from './stage';

/** So many members an article has introduced before initials stand for them. */
const introduced = 100;

/** Keeps who has appeared in an article and says who a name, a role or a pronoun means. */
export class Cast {
  readonly members: Member[] = [];
  readonly #names = new NameIndex();
  readonly #byRole = new Map<string, Member[]>();
  readonly #entries = new Map<string, SpeakerEntry>();
  readonly #stage = new Stage();

  constructor(registry: Registry | undefined) {
    for (const entry of registry?.speakers ?? [])
      for (const alias of [entry.name, ...entry.aliases]) this.#entries.set(keyOf(alias), entry);
  }

  appear(member: Member, at: number, subject: boolean, place = false): void {
    this.#stage.appear(member, at, subject, place);
  }

  /** Whether a lower-case word is the first or last name of a person. */
  knows(word: string): boolean {
    return this.#names.knows(word);
  }

  /** The one person whose names begin with these letters. */
  withInitials(letters: string): Member | undefined {
    const fitting = this.members
      .slice(0, introduced)
      .filter(
        ({ kind, nameWords }) =>
          kind === 'person' && nameWords.length === letters.length && nameWords.every((word, i) => word.startsWith(letters.charAt(i))),
      );
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** The members that a compound of their surnames names: "the Ruiz-Holt pact". */
  knownIn(compound: string): readonly Member[] {
    return this.#names.knownIn(compound);
  }

  /** The member a phrase means, new where it names nobody known; undefined for pronouns without antecedent. */
  resolve(words: Words, phrase: Phrase, at: number): Member | undefined {
    if (phrase.parts.length > 1) return this.#several(words, phrase, at);
    if (phrase.kind === 'pronoun' || phrase.kind === 'relative') {
      const lower = words.lower(phrase.head);
      const thing = lower === 'it' && saying.has(words.lower(phrase.to)) ? this.#stage.thing(at) : undefined;
      return thing ?? this.#stage.pronoun(lower, at);
    }
    const member = phrase.kind === 'name' ? this.#named(words, phrase, at) : this.#noun(words, phrase, at);
    return member;
  }

  #several(words: Words, phrase: Phrase, at: number): Member | undefined {
    const members: Member[] = [];
    for (const part of phrase.parts) {
      const member = this.resolve(words, part, at);
      if (member !== undefined && !members.includes(member)) members.push(member);
    }
    return members.length > 1 ? { ...emptyMember('group', members.map((member) => member.name).join(' and ')), members } : members[0];
  }

  #named(words: Words, phrase: Phrase, place: number): Member {
    if (words.lower(phrase.from) === 'the' && phrase.head === phrase.from + 1) {
      const lower = words.lower(phrase.head);
      const holders = this.#byRole.get(lower);
      const known = demonyms.has(lower) ? this.#stage.pronoun('one', place) : holders && this.#stage.latest(holders, place);
      if (known !== undefined) return known;
    }
    // "the First Lady", "the Prime Minister": whoever has been called so
    if (words.lower(phrase.from) === 'the' && words.is(phrase.head, w.role | w.title) && phrase.head - phrase.from < 4) {
      const lower = words.lower(phrase.head);
      const holders = closestOffice(this.#byRole.get(lower) ?? [], wordsOf(words, phrase), lower);
      const known = holders.length > 0 ? this.#stage.latest(holders, place) : undefined;
      if (known !== undefined) return known;
    }
    if (isOfficeOf(words, phrase)) return this.#noun(words, phrase, place);
    const nameWords: string[] = [];
    let suffix: string | undefined;
    let last = phrase.head;
    while (last > phrase.nameFrom + 1 && postNominals.has(words.lower(last))) last--;
    for (let at = phrase.nameFrom; at <= last; at++) {
      const lower = words.lower(at);
      if (!nameSuffixes.has(lower)) nameWords.push(lower);
      else if (at > phrase.nameFrom) suffix = lower.replace('.', '');
    }
    const text = words.text(phrase.nameFrom, last + 1);
    const titleFrom = afterGenitive(words, phrase);
    const titleWords: string[] = [];
    for (let at = titleFrom; at < phrase.nameFrom; at++) titleWords.push(words.lower(at));
    const gender = genderOfWords(titleWords);
    const kind = kindOfName(words, phrase, nameWords, titleWords);
    // "Mrs Holt" is not Dean Holt
    const likely = gender ?? (kind === 'person' && nameWords.length > 1 ? genderOfName(nameWords[0] ?? '') : undefined);
    const member = this.#names.find(nameWords, kind, likely, suffix) ?? this.#add(kind, text);
    member.suffix ??= suffix;
    if (isOneThe(words, phrase) && member.kind === 'person' && member.gender === undefined && member.titles.size === 0)
      member.kind = 'organisation';
    if (nameWords.length > member.nameWords.length || member.nameWords.length === 0) {
      member.name = text;
      member.nameWords = nameWords;
      if (nameWords.length > 1 && kind === 'person') member.gender ??= genderOfName(nameWords[0] ?? '');
    }
    if (gender !== undefined) member.gender = gender;
    member.aliases.add(text);
    this.#names.add(member, nameWords);
    if (phrase.nameFrom > titleFrom) this.addTitle(member, words, titleFrom, phrase.nameFrom);
    if (this.#entries.size > 0)
      member.entry ??= this.#entries.get(keyOf(text)) ?? this.#entries.get(keyOf(member.name)) ?? this.#entryByTitle(words, phrase);
    return member;
  }

  /** "Captain Olsen" registered as a name, where "Olsen" alone is not. */
  #entryByTitle(words: Words, phrase: Phrase): SpeakerEntry | undefined {
    if (phrase.nameFrom === phrase.from) return undefined;
    const titled = words.text(phrase.from, phrase.head + 1);
    return this.#entries.get(keyOf(titled.replace(/^(?:the|a|an)\s+/i, '')));
  }

  addTitle(member: Member, words: Words, from: number, to: number): void {
    let start = from;
    while (start < to && words.is(start, w.determiner | w.possessive)) start++;
    if (start >= to) return;
    member.titles.add(words.text(start, to));
    for (let at = start; at < to; at++) {
      const lower = words.lower(at);
      if ((classesOf(lower) & (w.role | w.title)) === 0) continue;
      member.roles.add(lower);
      pushBounded(this.#byRole, lower, member);
      member.gender ??= genderOfWord(lower);
    }
  }

  #add(kind: MemberKind, name: string): Member {
    const member = emptyMember(kind, name);
    this.members.push(member);
    return member;
  }

  #noun(words: Words, phrase: Phrase, at: number): Member {
    const lower = words.lower(phrase.head);
    const first = words.lower(phrase.from);
    const areTwo = words.lower(phrase.head - 1) === 'two' && phrase.head === phrase.from + 2;
    if (words.is(phrase.head, w.group) && (first === 'both' || areTwo)) {
      const pair = this.#stage.lastTwo(at, lower.replace(/s$/, ''));
      if (pair !== undefined) return pair;
    }
    const definite = /^(?:the|this|that|his|her|their|its)$/.test(words.lower(phrase.from)) || words.isPossessiveMark(phrase.head - 1);
    if (first === 'the' && phrase.head <= phrase.from + 2 && isEpithet(lower)) {
      const known = this.#stage.pronoun(epithetPronoun(lower), at);
      if (known !== undefined) return known;
    }
    const text = words.text(phrase.from, phrase.to);
    if (definite && words.is(phrase.head, w.role) && words.is(phrase.from, w.determiner)) {
      const known = this.#byRole.get(lower);
      const member = known === undefined ? undefined : this.#stage.latest(closestOffice(known, wordsOf(words, phrase), lower), at);
      if (member !== undefined) {
        member.aliases.add(text);
        return member;
      }
    }
    const name = text.replace(/^(?:the|a|an|one(?!\s+of\b))\s+/i, '').replace(/ (?:in|on|at) (?:his|her|its|their) .+$/, '');
    const key = name.toLowerCase();
    const same = definite || words.is(phrase.head, w.group) ? this.#names.exact(key) : undefined;
    if (same !== undefined) return same;
    const kind = sourceNouns.has(lower)
      ? 'source'
      : words.is(phrase.head, w.role)
        ? 'role'
        : words.is(phrase.head, w.body)
          ? 'organisation'
          : 'group';
    const member = this.#add(kind, name);
    member.aliases.add(text);
    member.entry = this.#entries.get(key);
    this.#names.call(key, member);
    if (kind === 'role') {
      member.roles.add(lower);
      pushBounded(this.#byRole, lower, member);
      member.gender = genderOfWord(lower);
    }
    return member;
  }
}

/** "the Velmark Airlines CEO": no name of anybody, though all of it has capitals */
function isOfficeOf(words: Words, { from, head }: Phrase): boolean {
  if (!words.is(head, w.role) || words.lower(words.is(from, w.determiner) ? from : from - 1) !== 'the') return false;
  for (let at = from; at < head; at++) if (words.isName(at) && !words.is(at, w.role | w.title)) return true;
  return false;
}

/** "the Wardens said", "the Wardens' rules", of whom the headline says "Wardens rule" */
function isOneThe(words: Words, { from, nameFrom, head }: Phrase): boolean {
  const article = words.lower(from) === 'the' ? from : from - 1;
  return words.lower(article) === 'the' && nameFrom === article + 1 && head === nameFrom && !words.is(head, w.role | w.title | w.time);
}

const saying = new Set('said says added adds announced told confirmed apologised apologized'.split(' '));

function wordsOf(words: Words, phrase: Phrase): readonly string[] {
  const lower: string[] = [];
  for (let at = phrase.from; at <= phrase.head; at++) if (words.isWord(at)) lower.push(words.lower(at));
  return lower;
}

/** "Ms Birk's | father, Shaun Birk": her title is not his. */
function afterGenitive(words: Words, { from, nameFrom }: Phrase): number {
  for (let at = nameFrom - 1; at > from; at--) if (words.isPossessiveMark(at)) return at + 1;
  return from;
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

function genderOfWords(titleWords: readonly string[]): Gender | undefined {
  for (const word of titleWords) {
    const gender = genderOfWord(word);
    if (gender !== undefined) return gender;
  }
  return undefined;
}
