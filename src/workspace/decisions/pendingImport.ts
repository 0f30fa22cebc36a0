import * as vscode from 'vscode';
import { importChanges, type ImportContent, type ImportEntry, type ImportPreview, previewImport } from '../../core/index';
import { type FileChange, RefusedError } from '../files/index';
import type { Project } from '../folder/index';
import { type Desk, newId } from './desk';
import { corroborationChange, projectChange, sidecarChange } from './fileChanges';

export type Arrival = 'accepted' | 'suggested';

/** What was read from files a person has chosen, compared with a folder, and not written yet. */
export class PendingImport {
  readonly project: Project;
  /** What the files are called. */
  readonly name: string;
  readonly #content: ImportContent;
  /** The ids of entries that bring none: the same ones each time it is looked again. */
  readonly #ids: string[] = [];
  /** The places that a person chose for words of which the import does not say which it means: where they begin, by the entry's id. */
  readonly #chosen = new Map<string, number>();
  #as: Arrival = 'accepted';
  #preview: ImportPreview;

  /** The article that a person had before him, for what names none. */
  readonly #open: string | undefined;

  constructor(project: Project, name: string, content: ImportContent, open?: string) {
    this.#open = open;
    this.project = project;
    this.name = name;
    this.#content = content;
    this.#preview = this.#compare();
  }

  get preview(): ImportPreview {
    return this.#preview;
  }

  /** Whether what was decided elsewhere counts as decided here, or is suggested here. */
  get as(): Arrival {
    return this.#as;
  }

  set as(as: Arrival) {
    this.#as = as;
    this.#preview = this.#compare();
  }

  /** Compares with the folder as it is now; says whether that is another picture than before. */
  look(): boolean {
    const before = JSON.stringify(this.#preview);
    this.#preview = this.#compare();
    return JSON.stringify(this.#preview) !== before;
  }

  /** One of an entry's `choices` is its place. */
  choose(id: string, start: number): void {
    this.#chosen.set(id, start);
    this.#preview = this.#compare();
  }

  #compare(): ImportPreview {
    const { registry, corroborations } = this.project.yaml;
    const targets = this.project.together.states().map(({ path, article, sha256, sidecar: { annotations, document } }) => {
      return { path, article, sha256, annotations, ...(document && { document }) };
    });
    let used = 0;
    return previewImport(this.#content, targets, {
      registry,
      corroborations,
      newId: () => (this.#ids[used++] ??= newId()),
      chosen: this.#chosen,
      as: this.#as,
      ...(this.#open !== undefined && { open: this.#open }),
    });
  }
}

/** Whether writing the entry would change anything. */
export function isNews({ known }: ImportEntry): boolean {
  return known !== 'same';
}

/**
 * Writes the chosen entries with everything that goes with them, as one decision that can be undone. Throws a RefusedError
 * where the folder is no longer what the preview was made of, or a file must not be written; then nothing is written.
 */
export async function applyImport(desk: Desk, pending: PendingImport, isChosen: (entry: ImportEntry) => boolean): Promise<number> {
  const { project } = pending;
  for (const { path } of pending.preview.documents)
    await project.reader.readYaml(project.shelf.names.sidecarOf(vscode.Uri.joinPath(project.root, path)));
  if (pending.look())
    throw new RefusedError(vscode.l10n.t('The folder has changed since this preview was made. Look at it again, then import.'));
  const { documents, links, conflicts, speakers, outlets } = pending.preview;
  const changes: FileChange[] = [];
  let count = 0;
  for (const document of documents) {
    const entries = document.entries.filter((entry) => isNews(entry) && isChosen(entry));
    const state = project.stateAt(document.path);
    const edits = importChanges({ ...document, entries }, { replace: true, remove: true });
    if (state === undefined || edits.length === 0) continue;
    count += entries.length;
    changes.push(sidecarChange(project, state, edits));
  }
  const corroborated = [
    ...links.map((link) => ({ kind: 'add-link', link }) as const),
    ...conflicts.map((decision) => ({ kind: 'decide-conflict', decision }) as const),
  ];
  if (corroborated.length > 0) changes.push(corroborationChange(project.yaml, corroborated));
  const registered = [
    ...outlets.map((outlet) => ({ kind: 'add-outlet', ...outlet }) as const),
    ...speakers.map((speaker) => ({ kind: 'add-speaker', ...speaker }) as const),
  ];
  if (registered.length > 0) changes.push(projectChange(project.yaml, registered));
  await desk.journal.apply(count === 1 ? vscode.l10n.t('Import an annotation') : vscode.l10n.t('Import {0} annotations', count), changes);
  return count;
}
