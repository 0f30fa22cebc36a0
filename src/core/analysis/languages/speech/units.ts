import { markedPassages } from '../../../text/passages/marks';
import { tokensOf } from '../../../text/passages/tokens';
import type { Span } from '../../../text/span';
import type { LanguagePack } from '../pack';

/** A word, a number, a sign, or all that stands between two quotation marks. */
export interface Unit extends Span {
  readonly kind: 'word' | 'number' | 'sign' | 'passage';
  readonly text: string;
  /** Apostrophes straight. */
  readonly lower: string;
  readonly capital: boolean;
  /** Of a passage: without its marks. */
  readonly inner?: Span;
  /** Of a passage whose closing mark is missing in its paragraph. */
  readonly open?: true;
}

const pieces = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’.][\p{L}\p{M}\p{N}]+)*['’]?|\S/gu;
const abbreviation = /^(?:\p{L}|[\p{L}]{1,4}|\p{L}(?:\.\p{L})+)$/u;

/** The units of one paragraph, offsets into the prose. `continues`: a passage was left open in the paragraph before. Linear. */
export function unitsOf(prose: string, paragraph: Span, pack: LanguagePack, continues: boolean): readonly Unit[] {
  const tokens = tokensOf(prose, paragraph);
  const count = tokens.kind.length;
  const units: Unit[] = [];
  let at = paragraph.start;
  const read = (end: number) => {
    for (const match of prose.slice(at, end).matchAll(pieces)) addWord(units, match[0], at + match.index, pack);
    at = end;
  };
  for (const { open, close } of markedPassages(tokens, continues)) {
    const start = open < 0 ? paragraph.start : (tokens.start[open] ?? paragraph.start);
    const isClosed = close < count && (tokens.kind[close] === 3 || tokens.kind[close] === 4);
    const innerEnd = isClosed ? (tokens.start[close] ?? paragraph.end) : (tokens.end[Math.min(close, count) - 1] ?? paragraph.end);
    const end = isClosed ? (tokens.end[close] ?? innerEnd) : innerEnd;
    if (start < at || end <= start) continue;
    read(start);
    const innerStart = open < 0 ? start : Math.min(innerEnd, tokens.end[open] ?? start);
    const text = prose.slice(start, end);
    const inner = { start: innerStart, end: innerEnd };
    units.push({ kind: 'passage', start, end, text, lower: '', capital: false, inner, ...(!isClosed && { open: true as const }) });
    at = end;
  }
  read(paragraph.end);
  return units;
}

/** Words, numbers and signs of a text without marks. */
export function wordUnits(text: string, start: number, pack: LanguagePack): readonly Unit[] {
  const units: Unit[] = [];
  for (const match of text.matchAll(pieces)) addWord(units, match[0], start + match.index, pack);
  return units;
}

function addWord(units: Unit[], text: string, start: number, pack: LanguagePack): void {
  const lower = text.toLowerCase().replaceAll('’', "'").replaceAll(/[‐‑]/g, '-');
  const first = text.charCodeAt(0);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    units.push({ kind: 'sign', start, end: start + text.length, text, lower, capital: false });
    return;
  }
  const elided = pack.elision?.exec(lower)?.[0].length ?? 0;
  if (elided > 0 && elided < text.length) {
    addPiece(units, text.slice(0, elided), start);
    addWord(units, text.slice(elided), start + elided, pack);
    return;
  }
  const enclitic = pack.enclitic?.exec(lower);
  if (enclitic?.[1] !== undefined && enclitic[2] !== undefined) {
    addPiece(units, text.slice(0, enclitic[1].length), start);
    const hyphen = enclitic[2].lastIndexOf('-') + 1;
    addPiece(units, text.slice(enclitic[1].length + hyphen), start + enclitic[1].length + hyphen);
    return;
  }
  if (first >= 48 && first <= 57 && /^[\d.,:]+$/.test(text)) {
    units.push({ kind: 'number', start, end: start + text.length, text, lower, capital: false });
    return;
  }
  addPiece(units, text, start);
}

function addPiece(units: Unit[], text: string, start: number): void {
  const lower = text.toLowerCase().replaceAll('’', "'").replaceAll(/[‐‑]/g, '-');
  units.push({ kind: 'word', start, end: start + text.length, text, lower, capital: /^(?:\d+-)?[\p{Lu}\p{Lt}]/u.test(text) });
}

/** So many units are read together at most, so that a text without any full stop takes no longer than another. */
const longestSentence = 300;
const sentenceSign = /^[.?!…]$/;

/** Where the sentences of a paragraph end, as indices behind their last unit; inside marks none ends. */
export function sentenceEnds(units: readonly Unit[], pack: LanguagePack, follows: (at: number) => boolean): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < units.length; at++) {
    if (at + 1 - (ends.at(-1) ?? 0) >= longestSentence) {
      ends.push(at + 1);
      continue;
    }
    const unit = units[at];
    if (unit === undefined) continue;
    const next = units[at + 1];
    if (next === undefined) ends.push(at + 1);
    else if (unit.kind === 'sign' && sentenceSign.test(unit.text)) {
      if (next.kind === 'sign' && /^[.?!…)»”]$/.test(next.text)) continue;
      if (isAbbreviated(units, at, pack) || !(next.capital || next.kind === 'passage' || next.kind === 'number' || isDash(next))) continue;
      if (isDash(next) && follows(at + 2)) continue;
      ends.push(at + 1);
    } else if (unit.kind === 'passage' && endsInside(unit) && (next.capital || next.kind === 'passage') && !follows(at + 1))
      ends.push(at + 1);
  }
  return ends;
}

export function wordsIn({ text }: Unit): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

export function isDash(unit: Unit | undefined): boolean {
  return unit?.kind === 'sign' && /^[-–—―]$/.test(unit.text);
}

export function endsInside({ inner, text, start }: Unit): boolean {
  return inner !== undefined && /[.?!…]\s*$/.test(text.slice(0, inner.end - start));
}

/** Words between marks that end as a sentence does, or are no name: too many, or with small ones where a sentence begins. */
export function isSentence(passage: Unit, isFirst: boolean): boolean {
  const { inner, text, start } = passage;
  if (isFirst && /\s\p{Ll}/u.test(text)) return true;
  return endsInside(passage) || (inner !== undefined && /,\s*$/.test(text.slice(0, inner.end - start))) || wordsIn(passage) > 4;
}

/** "M. Dupont", "А. Кудрин", "3. Mai", "bzw." */
function isAbbreviated(units: readonly Unit[], at: number, { abbreviations, ordinalsHaveStops }: LanguagePack): boolean {
  const before = units[at - 1];
  const sign = units[at];
  if (before === undefined || before.kind === 'passage' || sign?.text !== '.' || before.end !== sign.start) return false;
  if (before.kind === 'number') return ordinalsHaveStops === true && /^\d{1,2}$/.test(before.text) && units[at + 1]?.capital === true;
  if (before.kind !== 'word') return false;
  return (
    before.text.length === 1 ||
    (before.text.length <= 4 && abbreviations.has(before.lower)) ||
    (before.text.includes('.') && abbreviation.test(before.text))
  );
}

export function isComma(unit: Unit | undefined): boolean {
  return unit?.kind === 'sign' && unit.text === ',';
}

/** A sign that belongs to nothing beside it. */
export function isEdge(unit: Unit | undefined): boolean {
  return unit?.kind === 'sign' && /^[.,;:!?…\-–—―]$/.test(unit.text);
}

export const unknownUnit: Unit = { kind: 'sign', start: 0, end: 0, text: '', lower: '', capital: false };

export function spanOf({ start, end }: Unit): Span {
  return { start, end };
}
