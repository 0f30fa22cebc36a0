import type { Draft } from './drafts';

/** What a headline has before its colon is its topic and nobody's mention, where the article gives no sign that it speaks. */
export function takeTopicsFrom(headline: readonly Draft[], drafts: readonly Draft[], prose: string): void {
  for (const draft of headline) {
    const { member } = draft;
    if (member?.kind !== 'person' || member.titles.size > 0 || member.aliases.size > 1) continue;
    if (drafts.some((other) => other.member === member && !headline.includes(other))) continue;
    if (draft.sieve === 'label' && !isTopic(prose, draft)) continue;
    Object.assign(draft, { mention: undefined, member: undefined, cue: undefined, sieve: 'unattributed' });
  }
}

/** "Tarn Bridge: ‘…’": the article has "the bridge" in small letters later. */
function isTopic(prose: string, { mention, end }: Draft): boolean {
  const head = mention && /\p{L}+$/u.exec(prose.slice(mention.start, mention.end))?.[0];
  if (head === undefined || head.length < 4) return false;
  return prose
    .slice(end)
    .split(/[^\p{L}]+/u, topicReach)
    .includes(head.toLowerCase());
}
const topicReach = 600;
