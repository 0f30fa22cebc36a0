import type { Words } from '../words/index';
import { byDefault, type Draft } from './drafts';
import { goingOn } from './parts';

/**
 * Says of each quotation of a paragraph which one it goes on from: after the attribution inside its sentence, in the sentences right after
 * it, or side by side. Two statements with an attribution each stay two, and so do words with narrative between them.
 */
export function joinParts(drafts: readonly Draft[], text: string): void {
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (draft.type === 'scare') continue;
    if (before !== undefined && isOneVoice(before, draft) && goesOn(before, draft, text)) draft.after = before;
    before = draft;
  }
}

/** Words that a paragraph left open go on in the next; where only this one says whose they are, they are the same speaker's. */
export function joinParagraphs(before: Draft | undefined, drafts: readonly Draft[], words: Words): void {
  const [first] = drafts;
  if (before === undefined || first === undefined || !words.isPassage(0) || first.start !== words.start(0) || first.type === 'scare')
    return;
  const { mention, member, cue } = first;
  const signs = !byDefault.has(first.sieve) && mention !== undefined;
  for (let part: Draft | undefined = before; signs && part !== undefined && byDefault.has(part.sieve); part = part.after)
    Object.assign(part, { mention, member, cue, sieve: 'follow-on-open' });
  if (isOneVoice(before, first)) first.after = before;
}

function goesOn(before: Draft, draft: Draft, text: string): boolean {
  const ownSentence = draft.cue !== undefined && before.cue?.start === draft.cue.start && before.sieve === draft.sieve;
  if (ownSentence && before.sentence === draft.sentence && !goingOn.has(draft.sieve)) return true;
  if (before.type !== 'direct' || draft.type !== 'direct') return false;
  // "called it “a theft.” “He took from all of us.”": a fragment and a sentence
  if (before.after === undefined && /\p{Ll}/u.test(text.charAt(before.segments[0]?.start ?? 0))) return false;
  return (draft.sieve === 'follow-on' && draft.sentence === before.sentence + 1) || text.slice(before.end, draft.start).trim() === '';
}

function isOneVoice(a: Draft, b: Draft): boolean {
  return a.member === b.member && (a.member !== undefined || a.mention?.start === b.mention?.start);
}

/** Drafts as quotations: each with those that go on from it, in order of their beginnings. */
export function chains(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const chainOf = new Map<Draft, Draft[]>();
  const all: Draft[][] = [];
  for (const draft of drafts) {
    const chain = draft.after && chainOf.get(draft.after);
    if (chain === undefined) {
      const fresh = [draft];
      chainOf.set(draft, fresh);
      all.push(fresh);
      continue;
    }
    chain.push(draft);
    chainOf.set(draft, chain);
  }
  return all;
}
