import type { WordChange } from './model';

/**
 * What changes word by word from one rendering to the other; joined texts of same+removed give `from`, same+added give `to`.
 * Words are compared without case and marks (longest common subsequence); common ends are cut off first, and over
 * 4 million cells the rest counts as replaced.
 */
export function wordDifference(from: string, to: string): readonly WordChange[] {
  const a = pieces(from);
  const b = pieces(to);
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  const add = (kind: WordChange['kind'], text: string): void => {
    const last = changes.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  const same = (x: string, y: string): void => {
    if (x === y) {
      add('same', x);
      return;
    }
    add('removed', x);
    add('added', y);
  };

  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) add('same', a[start++] ?? '');
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const m = endA - start;
  const n = endB - start;
  const keysA = a.slice(start, endA).map(key);
  const keysB = b.slice(start, endB).map(key);
  const width = n + 1;
  const table = m * n > 4e6 ? undefined : new Uint16Array((m + 1) * width);
  if (table) {
    for (let i = m - 1; i >= 0; i--) {
      for (let j = n - 1; j >= 0; j--) {
        table[i * width + j] =
          keysA[i] === keysB[j]
            ? (table[(i + 1) * width + j + 1] ?? 0) + weight(keysA[i] ?? '')
            : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      }
    }
  }
  let i = 0;
  let j = 0;
  while (table && i < m && j < n) {
    if (keysA[i] === keysB[j]) same(a[start + i++] ?? '', b[start + j++] ?? '');
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) add('removed', a[start + i++] ?? '');
    else add('added', b[start + j++] ?? '');
  }
  while (i < m) add('removed', a[start + i++] ?? '');
  while (j < n) add('added', b[start + j++] ?? '');
  for (let k = endA; k < a.length; k++) add('same', a[k] ?? '');
  return changes;
}

/** Words and what stands between them. */
function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** Spaces between words join runs only where words do: they weigh less than any word. */
function weight(key: string): number {
  return key === ' ' ? 1 : 3;
}

function key(piece: string): string {
  if (/^\s/.test(piece)) return ' ';
  return piece.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}
