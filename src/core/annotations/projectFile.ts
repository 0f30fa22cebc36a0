import type { Registry } from '../text/registry';
import { emptyRegistry } from '../text/registry';
import type { FileProblem, TextEdit } from './model';

/** Reads `second-source.yaml`. Never throws. */
export function readProjectFile(_text: string): {
  readonly registry: Registry;
  readonly problems: readonly FileProblem[];
  readonly locked: boolean;
} {
  return { registry: emptyRegistry, problems: [], locked: false };
}

export type ProjectChange =
  | {
      readonly kind: 'add-speaker';
      readonly id: string;
      readonly name: string;
      readonly aliases?: readonly string[];
      readonly roles?: readonly string[];
    }
  | {
      readonly kind: 'update-speaker';
      readonly id: string;
      readonly set: { readonly name?: string; readonly aliases?: readonly string[]; readonly roles?: readonly string[] };
    }
  | { readonly kind: 'remove-speaker'; readonly id: string }
  | { readonly kind: 'add-outlet'; readonly id: string; readonly name: string; readonly match: readonly string[] };

export function editProjectFile(_text: string, _changes: readonly ProjectChange[]): readonly TextEdit[] {
  return [];
}

/** The text of a first `second-source.yaml`. */
export function newProjectFile(): string {
  return 'version: 1\noutlets: []\nspeakers: []\n';
}
