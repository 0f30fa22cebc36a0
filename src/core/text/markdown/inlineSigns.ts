import { isSpace } from '../proseFlow';

/** Like indexOf for rising `from`, but looks at each place of the text once. */
export function finder(text: string, mark: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(mark, from);
    return found;
  };
}

/** For every run of backticks that opens code: where the closing run begins. One pass from the end. */
export function codeEnds(text: string): ReadonlyMap<number, number> {
  const runs = Array.from(text.matchAll(/`+/g), (match) => ({ start: match.index, length: match[0].length }));
  const next = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const run of runs.reverse()) {
    const close = next.get(run.length);
    if (close !== undefined) ends.set(run.start, close);
    next.set(run.length, run.start);
  }
  return ends;
}

/** Length of "(target "title")" at the beginning of `text`; `undefined` where it is none. */
export function targetLength(text: string): number | undefined {
  let i = 1 + spaces(text, 1);
  if (text[i] === '<') {
    const close = text.indexOf('>', i);
    if (close < 0) return undefined;
    i = close + 1;
  } else {
    let depth = 0;
    for (; i < text.length && !isSpace(text.charCodeAt(i)); i += 1) {
      if (text[i] === '\\') i += 1;
      else if (text[i] === '(' && depth < 32) depth += 1;
      else if (text[i] === '(') return undefined;
      else if (text[i] === ')' && depth === 0) break;
      else if (text[i] === ')') depth -= 1;
    }
  }
  i += spaces(text, i);
  const mark = text.charAt(i) === '(' ? ')' : text.charAt(i);
  if (mark === '"' || mark === "'" || (mark === ')' && text[i] === '(')) {
    const close = text.indexOf(mark, i + 1);
    if (close < 0) return undefined;
    i = close + 1 + spaces(text, close + 1);
  }
  return text[i] === ')' ? i + 1 : undefined;
}

function spaces(text: string, from: number): number {
  let i = from;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i - from;
}
