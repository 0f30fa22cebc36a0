import type { Member } from './member';

/** So many people and roles of an article are compared: bounds the work. */
const compared = 40;

/**
 * Gives a role without a name ("Norway's transport chief") to the one person whose titles say the same ("Norwegian
 * Transport Minister"), wherever the article names that person.
 */
export function unifyRoles(members: readonly Member[]): void {
  const people = members.filter((member) => member.kind === 'person' && member.titles.size > 0).slice(0, compared);
  const roles = members.filter((member) => member.kind === 'role' && /^(?:the |[A-Z])/.test(member.name)).slice(0, compared);
  for (const role of roles) {
    const wanted = officeWords(role.name);
    if (wanted.length < 2) continue;
    const fitting = people.filter((person) => officesOf(person).some((given) => sameOffice(wanted, given)));
    if (fitting.length === 1) role.same = fitting[0];
  }
  // A headline's "Minister" and "governor", where one person of the article is one.
  for (const role of members) {
    if (role.kind !== 'role' || !/^\p{L}+$/u.test(role.name) || role.aliases.size !== 1 || !role.aliases.has(role.name)) continue;
    const lower = role.name.toLowerCase();
    const holders = people.filter((person) => person.roles.has(lower));
    if (holders.length === 1) role.same = holders[0];
  }
}

/** Before a role they make another office of it: the minister is not the prime minister where there are both. */
const officeChanging = new Set('shadow prime vice deputy former assistant acting ex'.split(' '));

/** Of the members with a role, those whose titles say most of what a phrase says of it, and least of what it does not. */
export function closestOffice(members: readonly Member[], phrase: readonly string[], role: string): readonly Member[] {
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
