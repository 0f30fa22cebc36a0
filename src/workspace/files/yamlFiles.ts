import * as vscode from 'vscode';
import { type Corroborations, emptyRegistry, type FileProblem, readCorroborations, readProjectFile, type Registry } from '../../core/index';
import { showInformationMessage } from '../window/index';
import { corroborationsName, projectFileName } from './articleFiles';
import { decodeYaml, messageOf, nameOf, openDocument, readBytes, withoutMark } from './files';
import { restore } from './writeWhole';

/** A YAML file of ours that could not be read as a whole, or has entries that could not. */
export interface YamlFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  readonly locked: boolean;
}

const noCorroborations: Corroborations = { version: 1, links: [], conflicts: [], problems: [], locked: false };
/** What is wrong in a file that gives no text. */
const lasting: ReadonlySet<string> = new Set(['not-utf8', 'unreadable']);
const notUtf8: FileProblem = {
  start: 0,
  end: 0,
  code: 'not-utf8',
  severity: 'error',
  message: vscode.l10n.t('This file is not UTF-8 text.'),
};

/** Its rights, or a disk that fails: what else the folder has is read all the same. */
function unreadable(error: unknown): FileProblem {
  return {
    start: 0,
    end: 0,
    code: 'unreadable',
    severity: 'error',
    message: vscode.l10n.t('This file cannot be read: {0}', messageOf(error)),
  };
}

/** The YAML files of ours in one folder: what the two at its root say, and what is wrong in any of them. */
export class YamlFiles {
  readonly projectFile: vscode.Uri;
  readonly corroborationsFile: vscode.Uri;
  readonly #files = new Map<string, YamlFile>();
  /** Looked at once: a sibling that appears later belongs to a write that is under way. */
  readonly #restored = new Set<string>();
  readonly #newest = new Map<string, Promise<string | undefined>>();
  #registry = emptyRegistry;
  #corroborations = noCorroborations;

  constructor(root: vscode.Uri) {
    this.projectFile = vscode.Uri.joinPath(root, projectFileName);
    this.corroborationsFile = vscode.Uri.joinPath(root, corroborationsName);
  }

  get registry(): Registry {
    return this.#registry;
  }

  get corroborations(): Corroborations {
    return this.#corroborations;
  }

  /** As it was read last. */
  get corroborationsText(): string {
    return this.#files.get(this.corroborationsFile.toString())?.text ?? '';
  }

  /** Files that have something wrong. */
  get broken(): readonly YamlFile[] {
    return [...this.#files.values()].filter(({ problems }) => problems.length > 0);
  }

  /**
   * The file's text, that of its editor where one is open; `undefined` where there is none or it is no text.
   * A read that a later one has overtaken gives what the later one finds: the file was written in between.
   */
  async text(uri: vscode.Uri): Promise<string | undefined> {
    const key = uri.toString();
    let reading = this.#read(uri);
    this.#newest.set(key, reading);
    for (;;) {
      const text = await reading;
      const newest = this.#newest.get(key) ?? reading;
      if (newest === reading) return text;
      reading = newest;
    }
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    if (document) return document.getText();
    let bytes: Uint8Array | undefined;
    try {
      const [wasCut, found] = await Promise.all([this.#restore(uri), readBytes(uri)]);
      bytes = wasCut ? await readBytes(uri) : found;
    } catch (error) {
      this.note(uri, '', [unreadable(error)], true);
      return undefined;
    }
    if (bytes === undefined) {
      this.#files.delete(uri.toString());
      return undefined;
    }
    const text = decodeYaml(bytes);
    if (text === undefined) this.note(uri, '', [notUtf8], true);
    return text;
  }

  /** Says whether a write that was cut off has been finished. */
  async #restore(uri: vscode.Uri): Promise<boolean> {
    const key = uri.toString();
    if (this.#restored.has(key)) return false;
    this.#restored.add(key);
    // In a read-only place nothing of ours can be half written.
    const wasCut = await restore(uri).catch(() => false);
    if (wasCut) void showInformationMessage(vscode.l10n.t('{0} was restored after an interrupted save.', nameOf(uri)));
    return wasCut;
  }

  /** Takes the new text of a file at the root in; says which it is, `undefined` where it is neither or nothing changed. */
  take(uri: vscode.Uri, text: string | undefined): 'project' | 'corroborations' | undefined {
    const key = uri.toString();
    const isProject = key === this.projectFile.toString();
    if ((!isProject && key !== this.corroborationsFile.toString()) || this.#files.get(key)?.text === text) return undefined;
    if (isProject) {
      const { registry, problems, locked } = readProjectFile(withoutMark(text ?? ''));
      this.note(uri, text, problems, locked);
      this.#registry = registry;
      return 'project';
    }
    this.#corroborations = text === undefined ? noCorroborations : readCorroborations(withoutMark(text));
    this.note(uri, text, this.#corroborations.problems, this.#corroborations.locked);
    return 'corroborations';
  }

  /** Remembers what is wrong in a file; without a text it is forgotten. */
  note(uri: vscode.Uri, text: string | undefined, problems: readonly FileProblem[], locked: boolean): void {
    const key = uri.toString();
    if (text !== undefined) this.#files.set(key, { uri, text, problems, locked });
    else if (!lasting.has(this.#files.get(key)?.problems[0]?.code ?? '')) this.#files.delete(key);
  }
}
