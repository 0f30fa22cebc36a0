import { describe, type Phrase, type Words } from '../words/index';
import { nobody, type Drafts, type LastSpeaker } from './drafts';

/** A passage inside a sentence that attributes nothing: a quotation when it is long enough to be nobody's irony. */
export function addLoose(drafts: Drafts, words: Words, at: number, near: LastSpeaker | undefined): void {
  const passage = words.passage(at);
  if (passage === undefined) return;
  // A phrase woven into the narrator's sentence is borrowed more often than said.
  const long = passage.words >= (passage.startsWithCapital ? 6 : 8);
  const isTitle = passage.capitals >= passage.words * 0.6;
  const says = !isTitle && (long || readsAsSaid(words, at));
  drafts.add({ from: at, to: at + 1 }, says ? 'unattributed' : 'scare', says && long ? (near ?? nobody) : nobody);
}

/** Not a borrowed word: somebody speaks of himself, or asks. */
function readsAsSaid(words: Words, at: number): boolean {
  const passage = words.passage(at);
  if (passage === undefined || passage.words < 3) return false;
  const inner = words.outer.text.slice(passage.innerStart, passage.innerEnd);
  // Marks of another language: English borrows no words between them.
  if (/^[„«»]/.test(words.outer.text.charAt(passage.start))) return true;
  return /(?:^|[^\p{L}])(?:I|we|We|my|My|our|Our|us|me)(?=$|[^\p{L}])/u.test(inner) || /[?!]$/.test(inner);
}

/** The speaker named last, where the narrator's sentence is not about somebody else. */
export function nearest(last: LastSpeaker | undefined, subject: LastSpeaker | undefined): LastSpeaker | undefined {
  return subject === undefined || subject.member === last?.member ? last : undefined;
}

/** The name that a sentence begins with. */
export function openerOf(words: Words, lo: number, hi: number): Phrase | undefined {
  let to = lo;
  while (to < hi && words.isName(to)) to++;
  return to > lo && words.isWord(to) ? describe(words, lo, to) : undefined;
}

/** Who acts in a sentence, where that is one person: “…” stands right after it. */
export function sceneOf(voice: LastSpeaker | undefined): LastSpeaker | undefined {
  const member = voice?.member;
  const isPerson = member !== undefined && (member.kind === 'person' || member.kind === 'role') && member.members.length === 0;
  return isPerson ? voice : undefined;
}

/** "Re. “The new lock,” Page A8": what a letter to the editor is about; "Read more: “…”": another article's headline. */
export function isReference(words: Words, at: number): boolean {
  if (at > 3) return false;
  const leads =
    words.lower(at - 1) === ':' && /^(?:related|more|watch|listen|read|video|photos?|gallery|podcast)$/.test(words.lower(at - 2));
  return leads || /^(?:re|re\.|regarding)$/.test(words.lower(0));
}

/** After a colon, or a whole sentence after a comma. */
export function isIntroduced(words: Words, at: number): boolean {
  const passage = words.passage(at);
  // "another twist: “New” lamps", a word of the narrator's sentence
  if (words.lower(at - 1) === ':')
    return !(passage !== undefined && passage.words < 3 && passage.ending === 'none' && words.isWord(at + 1));
  return words.isComma(at - 1) && passage?.ending === 'stop' && passage.startsWithCapital && passage.words > 3;
}

/** "(Applause.)" and a heading in capitals are nobody's words. */
export function isAside(words: Words, at: number): boolean {
  const passage = words.passage(at);
  if (passage === undefined) return false;
  const first = words.outer.text.charAt(passage.innerStart);
  if (passage.ending === 'comma' && words.lower(at + 1) === 'by') return true;
  if (isHeading(words, at)) return true;
  return first === '(' || passage.words === 0 || (passage.style === 'single' && passage.words < 8 && passage.capitals > passage.words / 2);
}

/** Alone in its paragraph: short between single marks or dashes, in capitals, or "Related:". */
function isHeading(words: Words, at: number): boolean {
  const passage = words.passage(at);
  if (passage === undefined) return false;
  const dashed = words.count === 3 && words.isDash(0) && words.isDash(2);
  if (dashed && passage.words < 10) return true;
  if (words.count > 1) return false;
  const inner = words.outer.text.slice(passage.innerStart, Math.min(passage.innerEnd, passage.innerStart + 200));
  if (passage.words < 3 && inner.trimEnd().endsWith(':')) return true;
  if (passage.words < 6 && passage.style === 'single') return true;
  return passage.words > 1 && inner === inner.toUpperCase() && inner !== inner.toLowerCase();
}

export function onlyPassages(words: Words, lo: number, hi: number): boolean {
  for (let at = lo; at < hi; at++) if (!words.isPassage(at) && !words.isPunctuation(at)) return false;
  return true;
}
