import type { Speaker } from '../analysis/index';
import { nameOf } from './matching/voices';

/** One person or body over all articles of a folder. */
export interface JoinedSpeaker {
  /** The registry's id, else one made from the first place it stands at. */
  readonly id: string;
  /** The fullest name in use. */
  readonly name: string;
  /** False: joined by name alone, so only probable until a person registers it. */
  readonly registered: boolean;
  readonly members: readonly { readonly uri: string; readonly speaker: Speaker }[];
}

interface Member {
  readonly uri: string;
  readonly speaker: Speaker;
}

/**
 * Joins the speakers of several articles: registered ones by id, persons by full name, a person with title and surname to the one
 * full name that fits, bodies and governments by their name. A surname alone, a role and a group are joined to nobody: two articles
 * may mean two people. Work grows with the number of speakers.
 */
export function joinSpeakers(
  articles: readonly { readonly uri: string; readonly speakers: readonly Speaker[] }[],
): readonly JoinedSpeaker[] {
  const groups = new Map<string, Member[]>();
  const put = (key: string, member: Member) => {
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  };
  /** Keys of full names by their first and by their last word: the surname is the one or the other. */
  const bySurname = new Map<string, Set<string>>();
  const titled: { readonly member: Member; readonly surname: string }[] = [];
  for (const { uri, speakers } of articles) {
    for (const speaker of speakers) {
      const member = { uri, speaker };
      const words = nameWords(speaker);
      const [first, last] = [words[0], words.at(-1)];
      if (speaker.registered) put(`registered ${speaker.id}`, member);
      else if (speaker.kind === 'organisation' || speaker.kind === 'government') put(`body ${folded(speaker.name)}`, member);
      else if (first === undefined || last === undefined) put(alone(member), member);
      else if (words.length === 1) {
        if (speaker.titles.length > 0) titled.push({ member, surname: first });
        else put(alone(member), member);
      } else {
        const key = `person ${words.join(' ')}`;
        for (const word of [first, last]) bySurname.set(word, (bySurname.get(word) ?? new Set()).add(key));
        put(key, member);
      }
    }
  }
  for (const { member, surname } of titled) {
    const candidates = [...(bySurname.get(surname) ?? [])].filter((key) => sharesTitle(member, groups.get(key) ?? []));
    const [only] = candidates;
    put(candidates.length === 1 && only !== undefined ? only : alone(member), member);
  }
  return [...groups.values()].map((members) => joined(members));
}

function joined(members: readonly Member[]): JoinedSpeaker {
  const registered = members.find(({ speaker }) => speaker.registered);
  const fullest = members.reduce((best, member) => (member.speaker.name.length > best.speaker.name.length ? member : best));
  const { uri, speaker } = registered ?? fullest;
  return { id: registered ? speaker.id : `${uri} ${speaker.id}`, name: speaker.name, registered: registered !== undefined, members };
}

function alone({ uri, speaker }: Member): string {
  return `alone ${uri} ${speaker.id}`;
}

/** Name words without titles and initials, accents and apostrophes folded. */
function nameWords(speaker: Speaker): readonly string[] {
  return (nameOf(speaker) ?? []).map(folded).filter((word) => word.replace('.', '').length > 1);
}

function sharesTitle({ speaker }: Member, members: readonly Member[]): boolean {
  const titles = new Set(speaker.titles.map(folded));
  return members.some((member) => member.speaker.titles.some((title) => titles.has(folded(title))));
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/g, "'").toLowerCase();
}
