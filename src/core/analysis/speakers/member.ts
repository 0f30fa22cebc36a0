import type { SpeakerEntry } from '../../text/metadata/registry';
import type { Span } from '../../text/span';
import type { Gender } from '../words/index';

export type MemberKind = 'person' | 'organisation' | 'government' | 'group' | 'role' | 'source';

/** Somebody or something an article mentions, whether it speaks or not. */
export interface Member {
  kind: MemberKind;
  /** The fullest name so far, as written; for roles and groups the phrase. */
  name: string;
  /** Lower-case words of the fullest name. */
  nameWords: readonly string[];
  /** "jr", "iii": what tells apart two of one name. */
  suffix: string | undefined;
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

/** Who is meant in the end: the members of "both", the person behind a role. */
export function peopleOf(member: Member): readonly Member[] {
  if (member.members.length === 0) return [member.same ?? member];
  return member.members.map((part) => part.same ?? part);
}

export function emptyMember(kind: MemberKind, name: string): Member {
  return {
    kind,
    name,
    nameWords: [],
    suffix: undefined,
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
