import type { MarkedPassage } from './marks';
import { tokenKinds, type Tokens } from './tokens';

export const unitKinds = { word: 0, number: 1, punctuation: 2, passage: 3 } as const;

/** A passage between marks, in characters. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly style: 'double' | 'single';
  readonly closed: boolean;
  /** Opened in an earlier paragraph. */
  readonly continued: boolean;
  readonly words: number;
  /** The last punctuation inside: what tells a sentence's end from a pause before its attribution. */
  readonly ending: 'stop' | 'question' | 'comma' | 'none';
  readonly startsWithCapital: boolean;
  /** First words, lower case; for titles and nicknames. */
  readonly capitals: number;
}

/** A paragraph as it reads from outside its quotation marks: every passage between marks is one unit. */
export interface Outer {
  readonly text: string;
  readonly start: number[];
  readonly end: number[];
  /** One of `unitKinds`. */
  readonly kind: number[];
  readonly lower: string[];
  readonly capital: boolean[];
  /** Index into `passages`, or -1. */
  readonly passage: number[];
  readonly passages: Passage[];
  /** Titles of works and programmes between marks: they read as names and quote nobody. */
  readonly titles: Passage[];
}

const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
function startsUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : upper.test(text.charAt(at));
}

/** With a capital at its start or after the particle it begins with, and a handle: "Ruiz", "al-Farsi", "d’Arcy", "@ana_ruiz". */
function readsAsName(text: string, at: number, lower: string): boolean {
  if (startsUpper(text, at)) return true;
  if (lower.startsWith('@')) return true;
  const sign = lower.slice(0, 4).search(/[-']/);
  return sign > 0 && /^(?:(?:al|el|ul|az|ar|as|ash|ibn)-|[dl]')\p{L}/u.test(lower) && startsUpper(text, at + sign + 1);
}

export function outerOf(tokens: Tokens, marked: readonly MarkedPassage[], paragraphStart: number): Outer {
  const { text } = tokens;
  const outer: Outer = { text, start: [], end: [], kind: [], lower: [], capital: [], passage: [], passages: [], titles: [] };
  let next = 0;
  const count = tokens.kind.length;
  for (let at = 0; at < count; at++) {
    const passage = marked[next];
    if (passage !== undefined && at === Math.max(0, passage.open) && isNickname(tokens, passage)) {
      // Its marks are dropped and its words stay in the name: Marcia “Cia” Holt.
      at++;
      for (; at < passage.close; at++) {
        const start = tokens.start[at] ?? 0;
        add(outer, start, tokens.end[at] ?? start, unitKinds.word, tokens.lower[at] ?? '', true, -1);
      }
      next++;
      continue;
    }
    if (passage !== undefined && at === Math.max(0, passage.open) && isTitle(tokens, passage)) {
      const built = passageOf(tokens, passage, paragraphStart);
      const mark = Math.max(built.innerStart, built.innerEnd - 1);
      const paused = (built.ending === 'comma' || built.ending === 'stop') && ',.'.includes(text.charAt(mark));
      if (isHeld(tokens, passage)) add(outer, built.start, built.end, unitKinds.word, 'title', true, -1);
      else add(outer, built.innerStart, paused ? mark : built.innerEnd, unitKinds.word, 'title', true, -1);
      if (paused) add(outer, mark, mark + 1, unitKinds.punctuation, text.charAt(mark), false, -1);
      outer.titles.push(built);
      at = passage.close;
      next++;
      continue;
    }
    if (passage !== undefined && at === Math.max(0, passage.open)) {
      const built = passageOf(tokens, passage, paragraphStart);
      add(outer, built.start, built.end, unitKinds.passage, '', false, outer.passages.push(built) - 1);
      at = passage.close < count && isMark(tokens, passage.close) ? passage.close : passage.close - 1;
      next++;
      continue;
    }
    const kind = tokens.kind[at] ?? 0;
    const start = tokens.start[at] ?? 0;
    if (isMark(tokens, at) && !(tokens.lower[at - 1] ?? '').endsWith('s')) continue;
    const unit = kind === tokenKinds.word ? unitKinds.word : kind === tokenKinds.number ? unitKinds.number : unitKinds.punctuation;
    add(
      outer,
      start,
      tokens.end[at] ?? start,
      unit,
      tokens.lower[at] ?? '',
      unit === unitKinds.word && readsAsName(text, start, tokens.lower[at] ?? ''),
      -1,
    );
  }
  return outer;
}

function add(outer: Outer, start: number, end: number, kind: number, lower: string, capital: boolean, passage: number): void {
  outer.start.push(start);
  outer.end.push(end);
  outer.kind.push(kind);
  outer.lower.push(lower);
  outer.capital.push(capital);
  outer.passage.push(passage);
}

function isNickname(tokens: Tokens, { open, close }: MarkedPassage): boolean {
  if (open < 1 || close - open > 3 || close - open < 2 || close + 1 >= tokens.kind.length) return false;
  for (const at of [open - 1, open + 1, close - 1, close + 1]) {
    if (tokens.kind[at] !== tokenKinds.word || !startsUpper(tokens.text, tokens.start[at] ?? 0)) return false;
  }
  return (
    tokens.start[open] !== tokens.end[open - 1] &&
    !commonOpeners.has(tokens.lower[open - 1] ?? '') &&
    !commonOpeners.has(tokens.lower[close + 1] ?? '')
  );
}
const commonOpeners = new Set('the a an he she it they we i but and in on at for with that this mr. mrs. ms. his her'.split(' '));

const titleNouns = new Set(
  (
    'book film movie show program programme song album series essay novel memoir magazine documentary musical play sitcom drama podcast poem hit single anthem track tune video game ' +
    'entitled column episode section segment special newsletter painting opera ballad comedy hosts host broadcast'
  ).split(' '),
);
const smallWords = new Set(
  'a an the of and in on to for with at by from or de la & vs. n is are i we you my your our this that it'.split(' '),
);

/** Who stands right after the title of a work: “Evening Hour” host Ana Ruiz. */
const titleHolders = new Set(
  'host co-host anchor presenter creator author star moderator correspondent contributor alum producer'.split(' '),
);
function isHeld(tokens: Tokens, { close }: MarkedPassage): boolean {
  return titleHolders.has(tokens.lower[close + 1] ?? '') && startsUpper(tokens.text, tokens.start[close + 2] ?? 0);
}

/** Every word with a capital, after a genitive or a word for a work: NBC's “Evening Hour”. */
function isTitle(tokens: Tokens, passage: MarkedPassage): boolean {
  const { text } = tokens;
  const { open, close } = passage;
  const held = isHeld(tokens, passage);
  if ((open < 1 && !held) || close - open > 10 || close >= tokens.kind.length || !isMark(tokens, close)) return false;
  let capitals = 0;
  for (let at = open + 1; at < close; at++) {
    const kind = tokens.kind[at];
    if (kind === tokenKinds.number) capitals++;
    if (kind === tokenKinds.punctuation && at < close - 1 && '.!?;'.includes(tokens.lower[at] ?? '')) return false;
    if (kind !== tokenKinds.word) continue;
    if (startsUpper(text, tokens.start[at] ?? 0)) capitals++;
    else if (!smallWords.has(tokens.lower[at] ?? '') && !(tokens.lower[at] ?? '').startsWith("'")) return false;
  }
  if (capitals === 0) return false;
  if (held) return true;
  const before = tokens.lower[open - 1] ?? '';
  if (before === "'s" || titleNouns.has(before)) return true;
  if ((before === "'" || before === '’') && (tokens.lower[open - 2] ?? '').endsWith('s')) return true;
  if (before === ',' && titleNouns.has(tokens.lower[open - 2] ?? '')) return true;
  return (before === 'of' || before === 'on' || before === 'in') && capitals > 1 && open > 1;
}

function isMark(tokens: Tokens, at: number): boolean {
  const kind = tokens.kind[at];
  return kind === tokenKinds.double || kind === tokenKinds.single;
}

function passageOf(tokens: Tokens, { open, close, style }: MarkedPassage, paragraphStart: number): Passage {
  const { text } = tokens;
  const count = tokens.kind.length;
  const closed = close < count && isMark(tokens, close);
  const first = open + 1;
  const last = Math.max(first, close) - 1;
  const start = open < 0 ? (tokens.start[0] ?? paragraphStart) : (tokens.start[open] ?? paragraphStart);
  const end = closed ? (tokens.end[close] ?? start) : (tokens.end[last] ?? start);
  const innerStart = open < 0 ? start : (tokens.end[open] ?? start);
  const innerEnd = Math.max(innerStart, closed ? (tokens.start[close] ?? end) : end);
  let words = 0;
  let capitals = 0;
  let firstLetter = -1;
  for (let at = first; at <= last; at++) {
    if (tokens.kind[at] !== tokenKinds.word && tokens.kind[at] !== tokenKinds.number) continue;
    words++;
    const from = tokens.start[at] ?? 0;
    if (startsUpper(text, from)) capitals++;
    if (firstLetter < 0 && letter.test(text.charAt(from))) firstLetter = from;
  }
  const ending = endingOf(tokens, first, last, closed ? tokens.lower[close + 1] : undefined);
  return {
    start,
    end,
    innerStart,
    innerEnd,
    style,
    closed,
    continued: open < 0,
    words,
    ending,
    startsWithCapital: firstLetter >= 0 && startsUpper(text, firstLetter),
    capitals,
  };
}

/** Looks back over nested marks and brackets; a comma or stop right after the mark (the British and logical order) counts too. */
function endingOf(tokens: Tokens, first: number, last: number, after: string | undefined): Passage['ending'] {
  for (let at = last; at >= first && at > last - 4; at--) {
    const lower = tokens.lower[at] ?? '';
    if (isMark(tokens, at) || lower === ')' || lower === ']') continue;
    if (lower === ',') return 'comma';
    if (lower === '?' || lower === '!') return 'question';
    if (lower.startsWith('.') || lower === '…') return 'stop';
    if (lower.startsWith('--') || lower === '—' || lower === '–') return 'question';
    break;
  }
  return after === ',' ? 'comma' : 'none';
}
