import type { WordChange } from './model';

/** What changes word by word from one rendering to the other; joined texts of same+removed give `from`, same+added give `to`. */
export function wordDifference(from: string, to: string): readonly WordChange[] {
  return from === to
    ? [{ kind: 'same', text: from }]
    : [
        { kind: 'removed', text: from },
        { kind: 'added', text: to },
      ];
}
