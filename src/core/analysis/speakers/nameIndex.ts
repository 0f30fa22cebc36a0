import { type Gender, nameParticles } from '../words/index';
import { pushBounded } from './bounded';
import type { Member, MemberKind } from './member';
import { isOutlet } from './nameKinds';

/** Who is called by a name, whole or in part. */
export class NameIndex {
  readonly #byName = new Map<string, Member>();
  readonly #byWord = new Map<string, Member[]>();
  #hasSuffixes = false;

  knows(word: string): boolean {
    return this.#byWord.get(word)?.some((member) => member.kind === 'person') === true;
  }

  knownIn(compound: string): readonly Member[] {
    if (!compound.includes('-')) return [];
    const known = compound.split('-').map((word) => this.#byWord.get(word)?.findLast((member) => member.kind === 'person'));
    return known.every((member) => member !== undefined) ? known : [];
  }

  exact(name: string): Member | undefined {
    return this.#byName.get(name);
  }

  /** By this name and by no word of it. */
  call(name: string, member: Member): void {
    this.#byName.set(name, member);
  }

  add(member: Member, nameWords: readonly string[]): void {
    if (member.suffix === undefined) this.#byName.set(nameWords.join(' '), member);
    else this.#hasSuffixes = true;
    const first = nameWords[0];
    const last = nameWords.at(-1);
    if (last !== undefined) pushBounded(this.#byWord, last, member);
    if (first !== undefined && first !== last) pushBounded(this.#byWord, first, member);
    for (const surname of surnamesAfterParticles(nameWords)) pushBounded(this.#byWord, surname, member);
  }

  /** Of father and son "Ruiz" is the one without a suffix, and "Ruiz Jr." nobody who has none but a "Ruiz" of whom no more is known. */
  find(nameWords: readonly string[], kind: MemberKind, gender: Gender | undefined, suffix: string | undefined): Member | undefined {
    if (suffix === undefined && !this.#hasSuffixes) return this.#find(nameWords, kind, gender);
    return (
      this.#find(nameWords, kind, gender, (member) => member.suffix === suffix) ??
      this.#find(nameWords, kind, gender, (member) => suffix === undefined || isBareName(member))
    );
  }

  #find(
    nameWords: readonly string[],
    kind: MemberKind,
    gender: Gender | undefined,
    fits: (member: Member) => boolean = () => true,
  ): Member | undefined {
    const named = this.#byName.get(nameWords.join(' '));
    const exact = named !== undefined && fits(named) ? named : undefined;
    const surname = surnameOf(nameWords);
    if (exact === undefined && surname.length < nameWords.length) {
      const known = this.#byWord.get(surname.at(-1) ?? '')?.findLast((member) => fits(member) && endsIn(member.nameWords, nameWords));
      if (known !== undefined) return known;
    }
    const agrees = (member: Member): boolean =>
      fits(member) && (gender === undefined || member.gender === undefined || member.gender === gender);
    if (exact !== undefined && agrees(exact)) return exact;
    const first = nameWords[0] ?? '';
    const last = nameWords.at(-1) ?? '';
    const candidates = this.#byWord.get(last) ?? [];
    // "Ireland" after "Kathy Ireland"
    if (kind === 'government')
      return candidates.findLast((member) => member.kind === 'person' && member.nameWords.at(-1) === last && agrees(member));
    if (nameWords.length === 1) {
      let byFirst: Member | undefined;
      for (let at = candidates.length - 1; at >= 0; at--) {
        const member = candidates[at];
        if (member === undefined || member.kind === 'government' || !agrees(member)) continue;
        if (member.nameWords.at(-1) === last || surnamesAfterParticles(member.nameWords).includes(last)) return member;
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
}

function isBareName(member: Member): boolean {
  return member.suffix === undefined && member.nameWords.length === 1 && member.titles.size === 0;
}

/** "De la Sierra" without what stands before the surname. */
function surnameOf(nameWords: readonly string[]): readonly string[] {
  const from = nameWords.findIndex((word) => !nameParticles.has(word));
  return from > 0 ? nameWords.slice(from) : nameWords;
}

/** "Souza" of "José de Souza e Silva", "Arcy" of "d'Arcy" */
function surnamesAfterParticles(nameWords: readonly string[]): readonly string[] {
  return nameWords.filter(
    (word, at) => at > 1 && at < nameWords.length - 1 && nameParticles.has(nameWords[at - 1] ?? '') && !nameParticles.has(word),
  );
}

function endsIn(name: readonly string[], end: readonly string[]): boolean {
  return name.length > end.length && end.every((word, at) => word === name[name.length - end.length + at]);
}

/** "J." and "James". */
function sameGivenName(one: string, other: string): boolean {
  if (one === other) return true;
  const short = one.length < other.length ? one : other;
  return short.endsWith('.') && short.length === 2 && (one.length < other.length ? other : one).startsWith(short.charAt(0));
}
