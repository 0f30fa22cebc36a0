/** Nouns that outlets count one thing by, as base forms; a row at a time. */
const ROWS = `spectator fan supporter viewer audience onlooker attendee person people
household home customer
worker employee staff staffer person people
protester demonstrator marcher person people
volunteer participant patient subject person people
house home building dwelling
soldier troop serviceman
car vehicle
visitor guest tourist person people
passenger traveller traveler person people
student pupil
officer police policeman
child kid youngster
shot round bullet
ship boat vessel
plane jet aircraft
rocket missile
robber gunman attacker raider man
case infection
job post position worker
ballot vote
seat mandate`;

const rows: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [row, line] of ROWS.split('\n').entries())
    for (const word of line.split(' ')) found.set(word, [...(found.get(word) ?? []), row]);
  return found;
})();

/** Whether two base forms may count one thing: "21,480 spectators", "12,480 fans". */
export function countAlike(a: string, b: string): boolean {
  const there = rows.get(b);
  return there !== undefined && (rows.get(a) ?? []).some((row) => there.includes(row));
}
