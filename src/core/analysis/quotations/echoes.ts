import { byDefault, type Draft } from './drafts';

/** Shorter words are said by many. */
const shortest = 14;
/** So many headings and set-off quotations of an article are looked up. */
const longestList = 40;

/** Words between marks in a headline, or set off by themselves, are those of whoever says them in the text. */
export function giveEchoes(drafts: readonly Draft[], prose: string): void {
  const alone = drafts.filter((draft) => byDefault.has(draft.sieve) && draft.type === 'direct' && isAlone(prose, draft));
  for (const draft of alone.slice(0, longestList)) {
    const [{ start, end } = draft] = draft.segments;
    const words = prose.slice(start, end).replace(/[\s.,!?…]+$/u, '');
    if (words.length < shortest) continue;
    for (let at = prose.indexOf(words, draft.end), looks = 0; at >= 0 && looks < 3; at = prose.indexOf(words, at + 1), looks++) {
      const said = draftAt(drafts, at, at + words.length);
      if (said?.member === undefined || byDefault.has(said.sieve)) continue;
      Object.assign(draft, { mention: said.mention, member: said.member, cue: undefined, sieve: 'follow-on-open' });
      break;
    }
  }
}

function isAlone(prose: string, { start, end }: Draft): boolean {
  return /(?:^|\n)[#>*_\s-]*$/.test(prose.slice(Math.max(0, start - 8), start)) && /^[*_ \t]*(?:\n|$)/.test(prose.slice(end, end + 8));
}

/** The one that holds the words from `start` to `end`; drafts stand in order. */
function draftAt(drafts: readonly Draft[], start: number, end: number): Draft | undefined {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const draft = drafts[low - 1];
  return draft !== undefined && end <= draft.end ? draft : undefined;
}
