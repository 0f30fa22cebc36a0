import type { ConflictDecision, Corroborations, Link, TextEdit } from './model';

/** Reads `corroborations.yaml`. Never throws. */
export function readCorroborations(_text: string): Corroborations {
  return { version: 1, links: [], conflicts: [], problems: [], locked: false };
}

export type CorroborationChange =
  | { readonly kind: 'add-link'; readonly link: Link }
  | { readonly kind: 'remove-link'; readonly id: string }
  | { readonly kind: 'decide-conflict'; readonly decision: ConflictDecision };

/** Edits for `corroborations.yaml`; for an empty or missing file pass ''. */
export function editCorroborations(_text: string, _changes: readonly CorroborationChange[]): readonly TextEdit[] {
  return [];
}
