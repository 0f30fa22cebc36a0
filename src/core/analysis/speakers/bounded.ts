import type { Member } from './member';

const candidatesPerWord = 6;

/** Puts a member last among those a word may mean, of whom only the latest few are kept. */
export function pushBounded(index: Map<string, Member[]>, key: string, member: Member): void {
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
