import type { WordChange } from '../model';

/**
 * What changes word by word from one rendering to the other; joined texts of same+added give `to`, same+removed give `from` but for
 * case and marks, which are no change and stand as in `to`. Words are compared by longest common subsequence; common ends are
 * cut off first, and over 4 million cells the rest counts as replaced.
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

  let start = 0;
  while (start < a.length && start < b.length && key(a[start] ?? '') === key(b[start] ?? '')) add('same', b[start++] ?? '');
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && key(a[endA - 1] ?? '') === key(b[endB - 1] ?? '')) {
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
    if (keysA[i] === keysB[j]) {
      add('same', b[start + j++] ?? '');
      i++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) add('removed', a[start + i++] ?? '');
    else add('added', b[start + j++] ?? '');
  }
  while (i < m) add('removed', a[start + i++] ?? '');
  while (j < n) add('added', b[start + j++] ?? '');
  for (let k = endB; k < b.length; k++) add('same', b[k] ?? '');
  return withoutMarks(changes);
}

/** Words and what stands between them. */
function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** Marks at the edges of a run are no change: those of `to` stand as they are, those of `from` are left out. */
function withoutMarks(changes: readonly WordChange[]): WordChange[] {
  const kept: { kind: WordChange['kind']; text: string }[] = [];
  const add = (kind: WordChange['kind'], text: string): void => {
    const last = kept.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else kept.push({ kind, text });
  };
  for (const { kind, text } of changes) {
    const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)([\s\S]*?)([^\p{L}\p{N}]*)$/u.exec(text) ?? [];
    const edge = (marks: string): void => {
      if (/^\s*$/.test(marks)) add(kind, marks);
      else if (kind === 'removed') add(kind, marks.replace(/\S+/g, ''));
      else add('same', marks);
    };
    edge(before);
    add(kind, words);
    edge(after);
  }
  return kept;
}

/** Spaces and marks join runs only where words do: they weigh less than any word. */
function weight(key: string): number {
  return /[\p{L}\p{N}]/u.test(key) ? 3 : 1;
}

function key(piece: string): string {
  if (/^\s/.test(piece)) return ' ';
  return piece.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}
