/** The one of `known` that a key is most likely meant for: one letter off, or two that stand the other way round. Nothing for a known key. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const lower = key.toLowerCase();
  return key.length < 4 || key.length > 40 || known.includes(lower) ? undefined : known.find((other) => isOneOff(lower, other));
}

function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const turned = left.length === 2 && `${left.slice(1)}${left.slice(0, 1)}`;
  return turned === right || (left.length <= 1 && right.length <= 1);
}
