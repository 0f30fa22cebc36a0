import type { Annotation, ConflictDecision, Link, SidecarDocument, Status } from '../annotations/model';
import type { Registry } from '../text/metadata/registry';
import { type JsonObject, listOf, objectsOf } from './json';
import { labelled, type LabelMapping, noMapping } from './labels';

/** A file a person chose to import, decoded. */
export interface ImportFile {
  /** Its name, with the folder where several files belong together. */
  readonly name: string;
  readonly text: string;
  /** As it lies on the disk, for formats that are no text. */
  readonly bytes?: Uint8Array;
  /** What is wrong with it as a text. */
  readonly problem?: string;
}

/** Something in an imported file that could not be taken over. */
export interface ImportProblem {
  readonly file: string;
  /** From 1, where it can be told. */
  readonly line?: number;
  readonly message: string;
}

/** How an imported file names an article; each is tried in this order. */
export interface ArticleName {
  readonly path?: string;
  readonly sha256?: string;
  readonly url?: string;
  /** The whole text, where the file brings it along. */
  readonly text?: string;
  /** The file itself, where nothing in it names the article: that of its name, or the only one with the words. */
  readonly file?: string;
}

/** An annotation as a file has it; positions in code points, absent where the file counts on another text. */
export interface Imported {
  readonly article: ArticleName;
  /** The file names no words, only where they stand: `exact` is empty, and the article's own words are taken. */
  readonly byPosition?: true;
  /** What a REFI-QDA project calls the passage: our own exports can be told by it. */
  readonly guid?: string;
  /** A spreadsheet may have put a date of its own for the words: where these do not stand, those between the surroundings count. */
  readonly isRewritten?: true;
  /** The file names no words, only lines and columns from 0, the end's behind the last sign; without columns, whole lines. */
  readonly lines?: { readonly start: number; readonly end: number; readonly from?: number; readonly to?: number };
  /** Fields of which the file has something that cannot be read: as good as what its format lacks. */
  readonly unread?: readonly (keyof Annotation)[];
  /** Perhaps only words that another annotation names: in an export that comes back they are an annotation only where the folder has it. */
  readonly isPart?: true;
  readonly annotation: Omit<Annotation, 'id' | 'prefix' | 'suffix' | 'start' | 'end'> &
    Partial<Pick<Annotation, 'id' | 'prefix' | 'suffix' | 'start' | 'end'>>;
}

/** Everything read from the files of one import. */
export interface ImportContent {
  /** Fields that the format cannot hold: their absence says nothing, and what the folder has in them stays. */
  readonly lacks: readonly (keyof Annotation)[];
  /** Of which statuses an export of ours in this format has all entries; absent where we write no such files. */
  readonly holds?: readonly Status[];
  readonly annotations: readonly Imported[];
  readonly links: readonly Link[];
  readonly conflicts: readonly ConflictDecision[];
  /** Facts about articles that a person had set. */
  readonly documents: readonly SidecarDocument[];
  readonly registry?: Registry;
  /** Entries that are no decisions about a passage, by what they are: suggestions, page notes. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
  /** What the labels of another scheme have become. */
  readonly labels: readonly { readonly label: string; readonly as: string; readonly count: number }[];
}

export interface ImportFormat {
  readonly id: string;
  readonly label: string;
  /** Endings of the files it reads, without a dot. */
  readonly extensions: readonly string[];
  /** Archives: that their bytes are no text is no fault. */
  readonly readsBytes?: true;
  /** Never throws: what cannot be read is in `problems`. Speakers' names become ids by the registry. */
  readonly read: (files: readonly ImportFile[], registry: Registry, mapping?: LabelMapping) => ImportContent;
}

/** What only our own YAML says of an annotation. */
export const decisionsOnly = ['found', 'resolved', 'conflict'] as const satisfies readonly (keyof Annotation)[];

/** Collects what a reader finds. */
export class ImportCollector {
  readonly annotations: Imported[] = [];
  readonly problems: ImportProblem[] = [];
  readonly mapping: LabelMapping;
  readonly #skipped = new Map<string, number>();
  readonly #labels = new Map<string, { readonly label: string; readonly as: string; count: number }>();

  constructor(mapping: LabelMapping = noMapping) {
    this.mapping = mapping;
  }

  /** What a label of another scheme says; undefined, and counted, where the mapping leaves it out. */
  labelled(label: string | undefined): ReturnType<typeof labelled> {
    const found = labelled(label, this.mapping);
    const as = found === undefined ? 'none' : `${found.kind === undefined ? '' : `${found.kind} `}${found.type}`;
    const key = `${label} ${as}`;
    const known = this.#labels.get(key);
    if (known) known.count += 1;
    else if (label !== undefined && label !== '' && label.toLowerCase() !== as) this.#labels.set(key, { label, as, count: 1 });
    if (found === undefined) this.skip(`labelled ${String(label)}`);
    return found;
  }

  skip(what: string, count = 1): void {
    this.#skipped.set(what, (this.#skipped.get(what) ?? 0) + count);
  }

  /** Those of a list's entries that are objects, which all should be. */
  objects(value: unknown, what: string): readonly JsonObject[] {
    const objects = objectsOf(value);
    const others = listOf(value).length - objects.length;
    if (others > 0) this.skip(`${what} that cannot be read`, others);
    return objects;
  }

  problem(file: ImportFile, message: string, line?: number): void {
    this.problems.push({ file: file.name, message, ...(line !== undefined && { line }) });
  }

  content(rest: Partial<Pick<ImportContent, 'links' | 'conflicts' | 'documents' | 'registry' | 'lacks' | 'holds'>> = {}): ImportContent {
    const { annotations, problems } = this;
    const lacks = decisionsOnly;
    const labels = [...this.#labels.values()];
    return {
      labels,
      links: [],
      conflicts: [],
      documents: [],
      lacks,
      ...rest,
      annotations,
      problems,
      skipped: Object.fromEntries(this.#skipped),
    };
  }
}
