import { wordDifference } from '../../corpus/matching/difference';
import type { WordChange } from '../../corpus/model';

/**
 * What to show of another outlet's wording: what it leaves out and puts in, in phrases and not word by word; its words
 * alone where the two share less than a third, because then marks would hide more than they show.
 */
export function wordingChanges(own: string, other: string): readonly WordChange[] {
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    // a space behind both phrases is the same space
    const end = removed.trim() !== '' && added.trim() !== '' && /\s$/.test(removed) ? (/\s+$/.exec(added)?.[0] ?? '') : '';
    if (end !== '') [removed, added] = [removed.trimEnd(), added.trimEnd()];
    if (removed.trim() !== '') changes.push({ kind: 'removed', text: removed });
    if (added.trim() !== '') changes.push({ kind: 'added', text: added });
    else if (added !== '' || removed !== '') changes.push({ kind: 'same', text: added });
    if (end !== '') changes.push({ kind: 'same', text: end });
    removed = added = '';
  };
  let shared = 0;
  let space = '';
  for (const { kind, text } of wordDifference(own, other)) {
    if (kind === 'same' && text.trim() === '' && (removed !== '' || added !== '')) {
      space = text;
      continue;
    }
    if (kind === 'same') {
      flush();
      changes.push({ kind, text: space + text });
      shared += text.length;
    } else {
      // a space between two changed words belongs to both phrases
      if (removed !== '') removed += space;
      if (added !== '') added += space;
      if (kind === 'removed') removed += text;
      else added += text;
    }
    space = '';
  }
  flush();
  if (space !== '') changes.push({ kind: 'same', text: space });
  return 3 * shared < Math.max(own.length, other.length) ? [{ kind: 'same', text: other }] : changes;
}
