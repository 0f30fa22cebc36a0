import { classesOf, wordClasses as w } from '../words/index';
import { emptyMember, type Member } from './member';
import { pronounTest } from './pronouns';

interface Appearance {
  readonly at: number;
  readonly member: Member;
  readonly subject: boolean;
  /** Named as where something is. */
  readonly place: boolean;
}

/** Characters after the last subject from which on somebody who is named for the first time is meant. */
const introduced = 300;

/** How many earlier appearances a pronoun or a role looks back over: bounds the work and keeps answers near. */
const memory = 40;

/** Who has appeared in an article so far, in order: whom a pronoun or a role may look back to. */
export class Stage {
  readonly #appearances: Appearance[] = [];

  appear(member: Member, at: number, subject: boolean, place = false): void {
    this.#appearances.push({ at, member, subject, place });
  }

  latest(members: readonly Member[], at: number): Member | undefined {
    for (let back = this.#appearances.length - 1, looked = 0; back >= 0 && looked < memory; back--, looked++) {
      const appearance = this.#appearances[back];
      if (appearance !== undefined && appearance.at < at && members.includes(appearance.member)) return appearance.member;
    }
    return members.at(-1);
  }

  /** The last compatible subject, else the last compatible mention. */
  pronoun(lower: string, at: number): Member | undefined {
    if (lower === 'both') return this.lastTwo(at);
    const fits = pronounTest(lower);
    if (fits === undefined) return undefined;
    // two people are named before the sentences are read: whoever stands nearest is meant
    const near = lower === 'they' ? this.#appearances.slice(-memory).filter((one) => one.subject && one.at < at && fits(one.member)) : [];
    const [nearest] = near.sort((a, b) => b.at - a.at);
    if (nearest !== undefined && nearest.member.members.length > 0) return nearest.member;
    let mentioned: Appearance | undefined;
    for (let back = this.#appearances.length - 1, looked = 0; back >= 0 && looked < memory; back--, looked++) {
      const appearance = this.#appearances[back];
      if (appearance === undefined || appearance.at >= at || !fits(appearance.member)) continue;
      if (appearance.subject) {
        if (mentioned && mentioned.at - appearance.at > introduced && isIntroduced(mentioned)) break;
        return this.#learn(appearance.member, lower);
      }
      mentioned ??= appearance;
    }
    return mentioned && this.#learn(mentioned.member, lower);
  }

  /** What "it" of "it said" means where no body is in sight: a name right before that nothing shows to be a person's. */
  thing(at: number): Member | undefined {
    const last = this.#appearances.slice(-memory).findLast((appearance) => appearance.subject && appearance.at < at);
    if (last === undefined || at - last.at > 300) return undefined;
    const { member } = last;
    const bare = member.kind === 'person' && member.titles.size === 0 && member.gender === undefined && member.nameWords.length > 1;
    return bare ? member : undefined;
  }

  /** "both": the last two persons or governments named, in their order. */
  lastTwo(at: number, role?: string): Member | undefined {
    const found: Member[] = [];
    for (const { member } of this.#appearances
      .slice(-memory)
      .filter((appearance) => appearance.at < at && !appearance.place)
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

/** Named for the first time, in full, by a name that is a man's or a woman's: no river. */
function isIntroduced({ at, member }: Appearance): boolean {
  return member.mentions[0]?.start === at && member.nameWords.length > 1 && member.gender !== undefined;
}

/** "ministers" asks for two ministers; "leaders" and "men" for any two. */
function roleNouns(role: string): boolean {
  return role !== 'leader' && role !== 'candidate' && (classesOf(role) & w.title) !== 0;
}
