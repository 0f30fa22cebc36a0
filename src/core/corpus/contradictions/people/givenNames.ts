/** Short forms that do not begin like the name. */
const SHORT = new Map(
  'bob=robert bobby=robert bill=william billy=william will=william dick=richard rick=richard jack=john ted=edward ned=edward peggy=margaret meg=margaret betty=elizabeth liz=elizabeth beth=elizabeth lisa=elizabeth hank=henry harry=henry jim=james jimmy=james chuck=charles tony=anthony polly=mary molly=mary nell=helen sasha=alexander sandy=alexander lex=alexander misha=mikhail kate=catherine katie=catherine kitty=catherine gus=augustus fritz=friedrich hans=johannes'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
/** Letters by which two spellings of a name may differ. */
const SPELT = 2;

/** What courts and police call those whom they do not name: two of one such name are two people. A pattern. */
export const STAND_IN = '(?:(?:john(?:ny)?|jane|janie|baby|james|mary|richard) (?:doe|roe|moe|poe)|joe bloggs|(?:max|erika) mustermann)';

/** Whether two full names of one surname have given names that are neither short forms, initials nor spellings of each other. */
export function areOtherGivenNames(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  return x.length > 0 && y.length > 0 && x.every((one) => y.every((other) => areOther(one, other)));
}

function areOther(a: string, b: string): boolean {
  const [x, y] = [SHORT.get(a) ?? a, SHORT.get(b) ?? b];
  if (x === y || x.startsWith(y.charAt(0)) || x.endsWith(y) || y.endsWith(x)) return false;
  return distance(x, y) > SPELT;
}

/** Letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((row[j] ?? 0) + Number(a.charAt(i) !== b.charAt(j)), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}
