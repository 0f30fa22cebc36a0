import type { Member } from './member';
import type { Speaker } from '../model';

/** Gives every member that speaks an id: the registry's, else one made from the canonical name and unique in the article. */
export function speakersOf(speaking: readonly Member[]): {
  readonly speakers: readonly Speaker[];
  readonly idOf: (member: Member) => string;
} {
  const ids = new Map<Member, string>();
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const speakers: Speaker[] = [];
  for (const member of speaking) {
    if (ids.has(member)) continue;
    const registered = member.entry !== undefined;
    const base = member.entry?.id ?? slugOf(member.name);
    let id = base;
    while (!registered && used.has(id)) {
      const next = (numbers.get(base) ?? 1) + 1;
      numbers.set(base, next);
      id = `${base}-${next}`;
    }
    ids.set(member, id);
    if (used.has(id)) continue;
    used.add(id);
    speakers.push({
      id,
      name: member.entry?.name ?? member.name,
      kind: member.kind,
      aliases: [...member.aliases],
      titles: [...member.titles],
      registered,
      mentions: member.mentions,
    });
  }
  return { speakers, idOf: (member) => ids.get(member) ?? '' };
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return slug.slice(0, 60) || 'speaker';
}
