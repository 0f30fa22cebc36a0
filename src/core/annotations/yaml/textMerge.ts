/** A three-way merge by lines, for files that cannot be merged by their entries. */
export interface TextMerge {
  readonly text: string;
  readonly conflicts: number;
}

/** Above this many differing lines two texts count as wholly different; memory is quadratic in it. */
const mostChanges = 1000;

/** Joins the changes of both sides; where they meet, both stand between git's markers with `ours` first. */
export function mergeText(base: string, ours: string, theirs: string): TextMerge {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const [b, o, t] = [base, ours, theirs].map(linesOf) as [string[], string[], string[]];
  const inOurs = commonLines(b, o);
  const inTheirs = commonLines(b, t);
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  const out: string[] = [];
  let conflicts = 0;
  const at = { b: 0, o: 0, t: 0 };
  const flush = (end: { b: number; o: number; t: number }) => {
    const [inB, inO, inT] = [b.slice(at.b, end.b), o.slice(at.o, end.o), t.slice(at.t, end.t)];
    const same = (x: readonly string[], y: readonly string[]) => x.length === y.length && x.every((line, i) => line === y[i]);
    if (same(inO, inT) || same(inT, inB)) out.push(inO.join(''));
    else if (same(inO, inB)) out.push(inT.join(''));
    else {
      conflicts++;
      out.push(`<<<<<<< ours${eol}`, ended(inO, eol), `=======${eol}`, ended(inT, eol), `>>>>>>> theirs${eol}`);
    }
  };
  for (let line = 0; line < b.length; line++) {
    const [o1, t1] = [inOurs.get(line), inTheirs.get(line)];
    if (o1 === undefined || t1 === undefined) continue;
    flush({ b: line, o: o1, t: t1 });
    out.push(b[line] ?? '');
    Object.assign(at, { b: line + 1, o: o1 + 1, t: t1 + 1 });
  }
  flush({ b: b.length, o: o.length, t: t.length });
  return { text: out.join(''), conflicts };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(lines: readonly string[], eol: string): string {
  return lines.map((line) => (line.endsWith('\n') ? line : line + eol)).join('');
}

/** Line numbers of a longest common subsequence, from `a` to `b` (Myers 1986, "An O(ND) difference algorithm"). */
function commonLines(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) pairs.set(head, head++);
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  for (const [x, y] of middlePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) pairs.set(head + x, head + y);
  for (let i = tail; i > 0; i--) pairs.set(a.length - i, b.length - i);
  return pairs;
}

function middlePairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const most = Math.min(a.length + b.length, mostChanges);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const middle = most + 1;
  const step = (d: number, k: number, row: Int32Array) => {
    const down = k === -d || (k !== d && (row[middle + k - 1] ?? 0) < (row[middle + k + 1] ?? 0));
    return { down, x: down ? (row[middle + k + 1] ?? 0) : (row[middle + k - 1] ?? 0) + 1 };
  };
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      let { x } = step(d, k, furthest);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return backtrack(trace, d, a.length, b.length, step, middle);
    }
  }
  return [];
}

function backtrack(
  trace: readonly Int32Array[],
  steps: number,
  x: number,
  y: number,
  step: (d: number, k: number, row: Int32Array) => { down: boolean; x: number },
  middle: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let d = steps; d >= 0; d--) {
    const row = trace[d] ?? new Int32Array(2 * middle + 1);
    const k = x - y;
    const { down, x: start } = step(d, k, row);
    while (x > start || (d === 0 && x > 0)) pairs.push([--x, --y]);
    if (d === 0) break;
    if (down) y--;
    else x--;
  }
  return pairs.reverse();
}
