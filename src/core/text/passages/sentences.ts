import { unitKinds, type Outer } from './outer';
import { titleAbbreviations } from './tokens';

const common = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our my but and so in on at for with by from as if when while after before since although though because ' +
    'however meanwhile still there here what who why how not no yes then now all some many most both one two also asked according'
  ).split(' '),
);
const longestSentence = 400;

/**
 * Ends (exclusive unit indices) of the sentences of a paragraph, split outside quotation marks only.
 * `attributes` says whether the words from a unit on attribute the passage before them: “Why?” the mayor asked.
 */
export function sentenceEnds(outer: Outer, attributes: (unit: number) => boolean): number[] {
  const ends: number[] = [];
  const count = outer.kind.length;
  let start = 0;
  for (let at = 0; at < count; at++) {
    if (at + 1 === count || at - start >= longestSentence || endsSentence(outer, at, start, attributes)) {
      ends.push(at + 1);
      start = at + 1;
    }
  }
  return ends;
}

function endsSentence(outer: Outer, at: number, start: number, attributes: (unit: number) => boolean): boolean {
  const lower = outer.lower[at] ?? '';
  const kind = outer.kind[at];
  if (kind === unitKinds.punctuation) {
    if (lower === '.' || lower === '?' || lower === '!' || lower === '…' || lower.startsWith('...')) return startsSentence(outer, at + 1);
    if ((lower === ')' || lower === ']') && at > start && isStop(outer.lower[at - 1])) return startsSentence(outer, at + 1);
    return lower === '•' || lower === '·';
  }
  if (kind === unitKinds.passage) {
    const passage = outer.passages[outer.passage[at] ?? -1];
    if (passage === undefined || passage.ending === 'comma') return false;
    if (passage.ending === 'none' && passage.closed) return false;
    if (outer.kind[at + 1] === unitKinds.passage) return passage.ending !== 'none';
    return !isDash(outer.lower[at + 1]) && startsSentence(outer, at + 1) && !attributes(at + 1);
  }
  if (kind === unitKinds.word && outer.kind[at + 1] === unitKinds.passage && endsBeforeWords(outer, at, attributes)) return true;
  if (kind === unitKinds.word && lower.endsWith('.') && !titleAbbreviations.has(lower)) {
    if ((lower === 'p.m.' || lower === 'a.m.') && outer.capital[at + 1] === true) return !isOfClock(outer, at + 1);
    // "in the U.S. He": an abbreviation ends a sentence only where a common word follows with a capital.
    return outer.capital[at + 1] === true && common.has(outer.lower[at + 1] ?? '');
  }
  return false;
}

/** "works for Moor Inc. “We pay,” Poe said": the stop of an abbreviation ends its sentence, too, before a whole one between marks. */
function endsBeforeWords(outer: Outer, at: number, attributes: (unit: number) => boolean): boolean {
  const lower = outer.lower[at] ?? '';
  const isSuffix = lower === 'jr.' || lower === 'sr.';
  const passage = outer.passages[outer.passage[at + 1] ?? -1];
  if (!lower.endsWith('.') || lower.length < 3 || (titleAbbreviations.has(lower) && !isSuffix) || passage?.startsWithCapital !== true)
    return false;
  if (passage.ending === 'comma') return attributes(at + 2);
  return passage.ending !== 'none' && passage.words > 2 && passage.capitals < passage.words * 0.6;
}

/** "2 p.m. | Monday", "2 p.m. | EST" */
function isOfClock(outer: Outer, at: number): boolean {
  const lower = outer.lower[at] ?? '';
  return /day$|^(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|eastern|central|pacific|mountain|british|greenwich|gmt|utc|\p{L}{1,3}t$)/u.test(
    lower,
  );
}

function isStop(lower: string | undefined): boolean {
  return lower === '.' || lower === '?' || lower === '!';
}

function isDash(lower: string | undefined): boolean {
  return lower === '—' || lower === '–' || lower === '―' || lower === '-' || lower?.startsWith('--') === true;
}

function startsSentence(outer: Outer, at: number): boolean {
  const kind = outer.kind[at];
  if (kind === undefined || kind === unitKinds.passage || kind === unitKinds.number) return true;
  if (kind === unitKinds.word) return outer.capital[at] === true;
  const lower = outer.lower[at] ?? '';
  return lower === '(' || lower === '[' || lower === '—' || lower === '–' || lower === '•' || lower === '―' || lower.startsWith('--');
}
