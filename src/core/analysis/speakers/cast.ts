import type { Registry, SpeakerEntry } from '../../text/metadata/registry';
import type { Span } from '../../text/span';
import { genderOfName, genderOfWord, type Gender } from '../words/gender';
import { classesOf, wordClasses as w } from '../words/lexicon';
import type { Phrase } from '../words/phrases';
import type { Words } from '../words/words';

export type MemberKind = 'person' | 'organisation' | 'government' | 'group' | 'role';

/** Somebody or something an article mentions, whether it speaks or not. */
export interface Member {
  kind: MemberKind;
  /** The fullest name so far, as written; for roles and groups the phrase. */
  name: string;
  /** Lower-case words of the fullest name. */
  nameWords: readonly string[];
  readonly aliases: Set<string>;
  readonly titles: Set<string>;
  /** The words of its titles, as far as they have been asked for. */
  readonly offices: (readonly string[])[];
  /** Lower-case nouns that were said of it: minister, spokesman. */
  readonly roles: Set<string>;
  gender: Gender | undefined;
  readonly mentions: Span[];
  entry: SpeakerEntry | undefined;
  /** The whole this speaker is made of: "both ministers". */
  members: readonly Member[];
  /** The named person that an unnamed role turned out to be. */
  same: Member | undefined;
}

interface Appearance {
  readonly at: number;
  readonly member: Member;
  readonly subject: boolean;
}

/** How many earlier appearances a pronoun or a role looks back over: bounds the work and keeps answers near. */
const memory = 40;
const candidatesPerWord = 6;
/** So many members an article has introduced before initials stand for them. */
const introduced = 100;
const suffixes = new Set('jr. sr. jr sr ii iii iv'.split(' '));
/** Honours and offices after a name, which are no part of it. */
const postNominals = new Set('kc qc sc mp mep msp mla mlc mk obe mbe cbe kbe dbe phd ph.d. md m.d. esq esq. frs'.split(' '));

/** Keeps who has appeared in an article and says who a name, a role or a pronoun means. */
export class Cast {
  readonly members: Member[] = [];
  readonly #byName = new Map<string, Member>();
  readonly #byWord = new Map<string, Member[]>();
  readonly #byRole = new Map<string, Member[]>();
  readonly #entries = new Map<string, SpeakerEntry>();
  readonly #appearances: Appearance[] = [];

  constructor(registry: Registry | undefined) {
    for (const entry of registry?.speakers ?? [])
      for (const alias of [entry.name, ...entry.aliases]) this.#entries.set(keyOf(alias), entry);
  }

  appear(member: Member, at: number, subject: boolean): void {
    this.#appearances.push({ at, member, subject });
  }

  /**
   * Gives a role without a name ("Norway's transport chief") to the one person whose titles say the same ("Norwegian
   * Transport Minister"), wherever the article names that person.
   */
  unifyRoles(): void {
    const people = this.members.filter((member) => member.kind === 'person' && member.titles.size > 0).slice(0, memory);
    const roles = this.members.filter((member) => member.kind === 'role' && /^(?:the |[A-Z])/.test(member.name)).slice(0, memory);
    for (const role of roles) {
      const wanted = officeWords(role.name);
      if (wanted.length < 2) continue;
      const fitting = people.filter((person) => officesOf(person).some((given) => sameOffice(wanted, given)));
      if (fitting.length === 1) role.same = fitting[0];
    }
    // A headline's "Minister" and "governor", where one person of the article is one.
    for (const role of this.members) {
      if (role.kind !== 'role' || !/^\p{L}+$/u.test(role.name) || role.aliases.size !== 1 || !role.aliases.has(role.name)) continue;
      const lower = role.name.toLowerCase();
      const holders = people.filter((person) => person.roles.has(lower));
      if (holders.length === 1) role.same = holders[0];
    }
  }

  /** Whether a lower-case word is the first or last name of a person. */
  knows(word: string): boolean {
    return this.#byWord.get(word)?.some((member) => member.kind === 'person') === true;
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
    if (!compound.includes('-')) return [];
    const known = compound.split('-').map((word) => this.#byWord.get(word)?.findLast((member) => member.kind === 'person'));
    return known.every((member) => member !== undefined) ? known : [];
  }

  /** The member a phrase means, new where it names nobody known; undefined for pronouns without antecedent. */
  resolve(words: Words, phrase: Phrase, at: number): Member | undefined {
    if (phrase.parts.length > 1) return this.#several(words, phrase, at);
    if (phrase.kind === 'pronoun' || phrase.kind === 'relative') {
      const lower = words.lower(phrase.head);
      return this.#pronoun(lower, at) ?? (lower === 'it' && saying.has(words.lower(phrase.to)) ? this.#thing(at) : undefined);
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
      const known = demonyms.has(lower) ? this.#pronoun('one', place) : holders && this.#latest(holders, place);
      if (known !== undefined) return known;
    }
    const nameWords: string[] = [];
    let last = phrase.head;
    while (last > phrase.nameFrom + 1 && postNominals.has(words.lower(last))) last--;
    for (let at = phrase.nameFrom; at <= last; at++) if (!suffixes.has(words.lower(at))) nameWords.push(words.lower(at));
    const text = words.text(phrase.nameFrom, last + 1);
    const titleWords: string[] = [];
    for (let at = phrase.from; at < phrase.nameFrom; at++) titleWords.push(words.lower(at));
    const gender = genderOfWords(titleWords);
    const kind = kindOfName(words, phrase, nameWords, titleWords);
    const member = this.#find(nameWords, kind, gender) ?? this.#add(kind, text);
    if (nameWords.length > member.nameWords.length || member.nameWords.length === 0) {
      member.name = text;
      member.nameWords = nameWords;
      if (nameWords.length > 1 && kind === 'person') member.gender ??= genderOfName(nameWords[0] ?? '');
    }
    if (gender !== undefined) member.gender = gender;
    member.aliases.add(text);
    this.#index(member, nameWords);
    if (phrase.nameFrom > phrase.from) this.addTitle(member, words, phrase.from, phrase.nameFrom);
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

  #index(member: Member, nameWords: readonly string[]): void {
    this.#byName.set(nameWords.join(' '), member);
    const first = nameWords[0];
    const last = nameWords.at(-1);
    if (last !== undefined) pushBounded(this.#byWord, last, member);
    if (first !== undefined && first !== last) pushBounded(this.#byWord, first, member);
  }

  #find(nameWords: readonly string[], kind: MemberKind, gender: Gender | undefined): Member | undefined {
    const exact = this.#byName.get(nameWords.join(' '));
    const agrees = (member: Member): boolean => gender === undefined || member.gender === undefined || member.gender === gender;
    if (exact !== undefined && agrees(exact)) return exact;
    if (kind === 'government') return undefined;
    const first = nameWords[0] ?? '';
    const last = nameWords.at(-1) ?? '';
    const candidates = this.#byWord.get(last) ?? [];
    if (nameWords.length === 1) {
      let byFirst: Member | undefined;
      for (let at = candidates.length - 1; at >= 0; at--) {
        const member = candidates[at];
        if (member === undefined || member.kind === 'government' || !agrees(member)) continue;
        if (member.nameWords.at(-1) === last) return member;
        byFirst ??= member.nameWords[0] === last && !isOutlet(member) ? member : undefined;
      }
      return byFirst;
    }
    for (let at = candidates.length - 1; at >= 0; at--) {
      const member = candidates[at];
      if (member?.kind !== kind || !agrees(member)) continue;
      const known = member.nameWords;
      if (known.length === 1 && (known[0] === last || known[0] === first)) return member;
      if (known.at(-1) === last && sameGivenName(known[0] ?? '', first)) return member;
    }
    if (kind !== 'person') return undefined;
    // Surname first: "Wei" before "Wei Lanfen".
    return this.#byWord.get(first)?.findLast((member) => member.nameWords.length === 1 && member.kind === 'person' && agrees(member));
  }

  #noun(words: Words, phrase: Phrase, at: number): Member {
    const lower = words.lower(phrase.head);
    const first = words.lower(phrase.from);
    if (words.is(phrase.head, w.group) && (first === 'both' || words.lower(phrase.from + 1) === 'two')) {
      const pair = this.#lastTwo(at, lower.replace(/s$/, ''));
      if (pair !== undefined) return pair;
    }
    const definite = /^(?:the|this|that|his|her|their|its)$/.test(words.lower(phrase.from)) || words.isPossessiveMark(phrase.head - 1);
    if (first === 'the' && phrase.head <= phrase.from + 2 && isEpithet(lower)) {
      const known = this.#pronoun(epithetPronoun(lower), at);
      if (known !== undefined) return known;
    }
    const text = words.text(phrase.from, phrase.to);
    if (definite && words.is(phrase.head, w.role) && words.is(phrase.from, w.determiner)) {
      const known = this.#byRole.get(lower);
      const member = known === undefined ? undefined : this.#latest(closestOffice(known, wordsOf(words, phrase), lower), at);
      if (member !== undefined) {
        member.aliases.add(text);
        return member;
      }
    }
    const name = text.replace(/^(?:the|a|an|one)\s+/i, '');
    const key = name.toLowerCase();
    const same = definite || words.is(phrase.head, w.group) ? this.#byName.get(key) : undefined;
    if (same !== undefined) return same;
    const kind = words.is(phrase.head, w.role) ? 'role' : words.is(phrase.head, w.body) ? 'organisation' : 'group';
    const member = this.#add(kind, name);
    member.aliases.add(text);
    member.entry = this.#entries.get(key);
    this.#byName.set(key, member);
    if (kind === 'role') {
      member.roles.add(lower);
      pushBounded(this.#byRole, lower, member);
      member.gender = genderOfWord(lower);
    }
    return member;
  }

  #latest(members: readonly Member[], at: number): Member | undefined {
    for (let back = this.#appearances.length - 1, looked = 0; back >= 0 && looked < memory; back--, looked++) {
      const appearance = this.#appearances[back];
      if (appearance !== undefined && appearance.at < at && members.includes(appearance.member)) return appearance.member;
    }
    return members.at(-1);
  }

  /** The last compatible subject, else the last compatible mention. */
  #pronoun(lower: string, at: number): Member | undefined {
    if (lower === 'both') return this.#lastTwo(at);
    const fits = pronounTest(lower);
    if (fits === undefined) return undefined;
    let mentioned: Member | undefined;
    for (let back = this.#appearances.length - 1, looked = 0; back >= 0 && looked < memory; back--, looked++) {
      const appearance = this.#appearances[back];
      if (appearance === undefined || appearance.at >= at || !fits(appearance.member)) continue;
      if (appearance.subject) return this.#learn(appearance.member, lower);
      mentioned ??= appearance.member;
    }
    return mentioned && this.#learn(mentioned, lower);
  }

  /** What "it" of "it said" means where no body is in sight: a name right before that nothing shows to be a person's. */
  #thing(at: number): Member | undefined {
    const last = this.#appearances.slice(-memory).findLast((appearance) => appearance.subject && appearance.at < at);
    if (last === undefined || at - last.at > 300) return undefined;
    const { member } = last;
    const bare = member.kind === 'person' && member.titles.size === 0 && member.gender === undefined && member.nameWords.length > 1;
    return bare ? member : undefined;
  }

  /** "both": the last two persons or governments named, in their order. */
  #lastTwo(at: number, role?: string): Member | undefined {
    const found: Member[] = [];
    for (const { member } of this.#appearances
      .slice(-memory)
      .filter((appearance) => appearance.at < at)
      .sort((a, b) => b.at - a.at)) {
      const fits = member.kind === 'person' && (role === undefined || !roleNouns(role) || member.roles.has(role));
      if (fits && !found.includes(member) && found.unshift(member) === 2) break;
    }
    return found.length === 2 ? { ...emptyMember('group', found.map((member) => member.name).join(' and ')), members: found } : undefined;
  }

  #learn(member: Member, pronoun: string): Member {
    if (member.kind === 'person' || member.kind === 'role') {
      if (pronoun === 'he' || pronoun === 'him') member.gender ??= 'male';
      if (pronoun === 'she' || pronoun === 'her') member.gender ??= 'female';
    }
    return member;
  }
}

const saying = new Set('said says added adds announced told confirmed apologised apologized'.split(' '));

/** "ministers" asks for two ministers; "leaders" and "men" for any two. */
function roleNouns(role: string): boolean {
  return role !== 'leader' && role !== 'candidate' && (classesOf(role) & w.title) !== 0;
}

/** Who is meant in the end: the members of "both", the person behind a role. */
export function peopleOf(member: Member): readonly Member[] {
  if (member.members.length === 0) return [member.same ?? member];
  return member.members.map((part) => part.same ?? part);
}

/** Before a role they make another office of it: the minister is not the prime minister where there are both. */
const officeChanging = new Set('shadow prime vice deputy former assistant acting ex'.split(' '));

/** Of the members with a role, those whose titles say most of what a phrase says of it, and least of what it does not. */
function closestOffice(members: readonly Member[], phrase: readonly string[], role: string): readonly Member[] {
  const wanted = phrase.filter((word) => word !== role && word !== 'the');
  const changing = wanted.filter((word) => officeChanging.has(word));
  if (members.length < 2 && changing.length === 0) return members;
  const fit = (member: Member): number => {
    let best = -1;
    for (const given of officesOf(member)) {
      if (!given.includes(role) || !changing.every((word) => given.includes(word))) continue;
      const matched = wanted.filter((word) => given.some((other) => kindred(word, other))).length;
      const changed = given.some((word) => officeChanging.has(word) && !wanted.includes(word)) ? 1 : 0;
      best = Math.max(best, 2 * matched + 1 - changed);
    }
    return best;
  };
  const fits = members.map(fit);
  const most = Math.max(...fits);
  return changing.length > 0 && most < 0 ? [] : members.filter((_, index) => fits[index] === most);
}

function wordsOf(words: Words, phrase: Phrase): readonly string[] {
  const lower: string[] = [];
  for (let at = phrase.from; at <= phrase.head; at++) if (words.isWord(at)) lower.push(words.lower(at));
  return lower;
}

/** Offices are the same where every word of the one has a kindred word in the other: Norway and Norwegian, chief and minister. */
function sameOffice(wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.every((word) => given.some((other) => kindred(word, other)));
}
function officesOf({ titles, offices }: Member): readonly (readonly string[])[] {
  if (offices.length < titles.size) for (const title of [...titles].slice(offices.length)) offices.push(officeWords(title));
  return offices;
}
function officeWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]s\b/g, '')
      .match(/[\p{L}-]+/gu) ?? [];
  return words.filter((word) => word !== 'the' && word !== 'of' && word !== 'and' && word !== 'for').slice(0, 8);
}
const heads = new Set('chief minister secretary head boss director'.split(' '));
function kindred(one: string, other: string): boolean {
  if (one === other || (heads.has(one) && heads.has(other))) return true;
  return one.length > 3 && other.length > 3 && one.slice(0, 4) === other.slice(0, 4) && (one.length > 4 || other.length < 8);
}

function pronounTest(lower: string): ((member: Member) => boolean) | undefined {
  const single = (member: Member): boolean => member.kind === 'person' || member.kind === 'role';
  if (lower === 'he' || lower === 'him') return (member) => single(member) && member.gender !== 'female';
  if (lower === 'she' || lower === 'her') return (member) => single(member) && member.gender !== 'male';
  if (lower === 'one') return single;
  if (lower === 'it') return (member) => member.kind === 'organisation' || member.kind === 'government';
  if (lower === 'they') return (member) => member.kind === 'group' || member.kind === 'organisation' || member.kind === 'government';
  return undefined;
}

function emptyMember(kind: MemberKind, name: string): Member {
  return {
    kind,
    name,
    nameWords: [],
    aliases: new Set(),
    titles: new Set(),
    offices: [],
    roles: new Set(),
    gender: undefined,
    mentions: [],
    entry: undefined,
    members: [],
    same: undefined,
  };
}

function pushBounded(index: Map<string, Member[]>, key: string, member: Member): void {
  const list = index.get(key);
  if (list === undefined) {
    index.set(key, [member]);
    return;
  }
  if (list.at(-1) === member) return;
  const known = list.indexOf(member);
  if (known >= 0) list.splice(known, 1);
  list.push(member);
  if (list.length > candidatesPerWord) list.shift();
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

/** "J." and "James". */
function sameGivenName(one: string, other: string): boolean {
  if (one === other) return true;
  const short = one.length < other.length ? one : other;
  return short.endsWith('.') && short.length === 2 && (one.length < other.length ? other : one).startsWith(short.charAt(0));
}

function genderOfWords(titleWords: readonly string[]): Gender | undefined {
  for (const word of titleWords) {
    const gender = genderOfWord(word);
    if (gender !== undefined) return gender;
  }
  return undefined;
}

/** "the Dane said": somebody who has just been named. */
const demonyms = new Set(
  'briton englishman englishwoman scot scotsman scotswoman welshman welshwoman irishman irishwoman frenchman frenchwoman dutchman dutchwoman german italian spaniard portuguese swiss austrian belgian dane swede norwegian finn icelander pole czech slovak hungarian romanian bulgarian greek turk serb croat slovene ukrainian russian estonian latvian lithuanian american canadian mexican brazilian argentine chilean colombian peruvian australian kiwi japanese korean indian pakistani nigerian kenyan ghanaian egyptian moroccan algerian tunisian iranian iraqi israeli texan californian londoner parisian democrat republican conservative tory'.split(
    ' ',
  ),
);

const positions = new Set(
  'striker midfielder defender goalkeeper keeper winger forward fullback full-back centre-back quarterback pitcher batsman batter bowler jockey'.split(
    ' ',
  ),
);

/** "the 34-year-old", "the mother-of-two", "the striker": somebody who has just been named. */
function isEpithet(lower: string): boolean {
  return positions.has(lower) || lower.endsWith('-year-old') || lower.includes('-of-');
}
function epithetPronoun(lower: string): string {
  const gender = genderOfWord(lower.split('-')[0] ?? '');
  return gender === 'female' ? 'she' : gender === 'male' ? 'he' : 'one';
}

const mediaWords = new Set(
  'times post news journal herald tribune globe guardian telegraph mirror reuters cnn bbc nbc cbs abc fox msnbc ap afp tass xinhua sputnik bloomberg politico huffpost npr pbs c-span twitter facebook magazine today radio tv television daily weekly gazette chronicle observer courier inc. corp. co. ltd. llc plc university college institute center centre house senate congress'.split(
    ' ',
  ),
);

const companyEnds = new Set('inc. corp. co. ltd. ltd llc plc inc corp'.split(' '));

/** "Lowen" is no short form of the Lowen Courier. */
function isOutlet(member: Member): boolean {
  return mediaWords.has(member.nameWords.at(-1) ?? '');
}

function kindOfName(words: Words, phrase: Phrase, nameWords: readonly string[], titleWords: readonly string[]): MemberKind {
  if (nameWords.length === 1 && words.is(phrase.head, w.government)) return 'government';
  if (companyEnds.has(nameWords.at(-1) ?? '')) return 'organisation';
  const named = titleWords.some((word) => (classesOf(word) & (w.title | w.role)) !== 0);
  if (named) return 'person';
  for (let at = phrase.nameFrom; at <= phrase.head; at++) {
    const lower = words.lower(at);
    if (words.is(at, w.body) || mediaWords.has(lower)) return 'organisation';
    if (lower === 'of' || lower === '&' || lower === 'for') return 'organisation';
  }
  if (words.is(phrase.head, w.group)) return 'group';
  const head = words.text(phrase.head, phrase.head + 1);
  if (nameWords.length === 1 && head.length >= 2 && head.length <= 6 && head === head.toUpperCase()) return 'organisation';
  if (words.is(phrase.from, w.determiner) && words.lower(phrase.from) === 'the') return 'organisation';
  return 'person';
}
