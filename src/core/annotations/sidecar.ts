import type { Annotation, Sidecar, SidecarDocument, TextEdit } from './model';

/** Reads a sidecar entry by entry. Never throws: what is wrong is in `problems`. */
export function readSidecar(_text: string): Sidecar {
  return { version: 1, annotations: [], problems: [], locked: false };
}

/** The whole text of a new sidecar. */
export function newSidecar(_document: SidecarDocument, _annotations: readonly Annotation[]): string {
  return '';
}

export type SidecarChange =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'update'; readonly id: string; readonly set: Partial<Annotation>; readonly unset?: readonly (keyof Annotation)[] }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'document'; readonly set: Partial<SidecarDocument> };

/**
 * The edits that bring the changes into a sidecar, spliced at node ranges: everything outside them stays byte for byte.
 * Throws a RangeError for an id that is not there or a sidecar that is locked.
 */
export function editSidecar(_text: string, _changes: readonly SidecarChange[]): readonly TextEdit[] {
  return [];
}
