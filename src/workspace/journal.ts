import * as vscode from 'vscode';
import type { TextEdit } from '../core/index';
import { decodeYaml, nameOf, openDocument, readBytes, type WriteWhole } from './files';

/** What a decision does to one of our files: edits of today's text, or the whole text of a file that is not there yet. */
export interface FileChange {
  readonly uri: vscode.Uri;
  readonly change: (text: string | undefined) => readonly TextEdit[] | string;
}

interface Step {
  readonly uri: vscode.Uri;
  /** `undefined`: there was no such file. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Decision {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** A file that must not be written, and why; shown to the person as it is. */
export class RefusedError extends Error {}

const remembered = 100;

/** The decisions of this window, written one after the other, and the way back. */
export class Journal {
  readonly #write: WriteWhole;
  readonly #written: (uri: vscode.Uri) => Promise<void>;
  readonly #done: Decision[] = [];
  #undone: Decision[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  /** `written` is told of every file that was changed, so that nobody has to wait for the file watcher. */
  constructor(write: WriteWhole, written: (uri: vscode.Uri) => Promise<void>) {
    this.#write = write;
    this.#written = written;
  }

  /** Throws a RefusedError where a file cannot be changed; files that were changed before it are put back. */
  apply(label: string, changes: readonly FileChange[]): Promise<void> {
    return this.#inTurn(async () => {
      const steps: Step[] = [];
      for (const { uri, change } of changes) {
        const before = await this.#read(uri);
        // The core counts without the byte order mark; the file keeps it.
        const mark = before?.startsWith('\uFEFF') === true ? '\uFEFF' : '';
        const plain = before?.slice(mark.length);
        const edits = change(plain);
        const after = mark + (typeof edits === 'string' ? edits : applied(plain ?? '', edits));
        if (after !== before) steps.push({ uri, before, after });
      }
      if (steps.length === 0) return;
      await this.#run(steps);
      this.#done.push({ label, steps });
      if (this.#done.length > remembered) this.#done.shift();
      this.#undone = [];
    });
  }

  /** Takes the last decision back; its label, or `undefined` when there is none. */
  undo(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const decision = this.#done.at(-1);
      if (decision === undefined) return undefined;
      await this.#run(decision.steps.map(({ uri, before, after }) => ({ uri, before: after, after: before })).reverse());
      this.#done.pop();
      this.#undone.push(decision);
      return decision.label;
    });
  }

  redo(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const decision = this.#undone.at(-1);
      if (decision === undefined) return undefined;
      await this.#run(decision.steps);
      this.#undone.pop();
      this.#done.push(decision);
      return decision.label;
    });
  }

  async #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(action);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #run(steps: readonly Step[]): Promise<void> {
    for (const { uri, before } of steps) {
      if ((await this.#read(uri)) !== before) {
        throw new RefusedError(`${nameOf(uri)} has changed since. Nothing was undone; its own history (git, Timeline) has the older text.`);
      }
    }
    const done: Step[] = [];
    try {
      for (const step of steps) {
        await this.#put(step);
        done.push(step);
      }
    } catch (error) {
      for (const { uri, before, after } of done.reverse()) await this.#put({ uri, before: after, after: before });
      throw error;
    } finally {
      for (const { uri } of steps) await this.#written(uri);
    }
  }

  /** A file that is open is changed in its editor, and saved unless the person had unsaved work in it. */
  async #put({ uri, before, after }: Step): Promise<void> {
    const document = openDocument(uri);
    if (after === undefined) {
      await vscode.workspace.fs.delete(uri, { useTrash: false });
    } else if (document && before !== undefined) {
      const wasDirty = document.isDirty;
      const edit = new vscode.WorkspaceEdit();
      const { start, end, text } = difference(before, after);
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
      if (!(await vscode.workspace.applyEdit(edit))) throw new RefusedError(`${nameOf(uri)} is open and could not be changed.`);
      if (!wasDirty && !(await document.save())) throw new RefusedError(`${nameOf(uri)} is changed but could not be saved.`);
    } else {
      await this.#write(uri, new TextEncoder().encode(after));
    }
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    if (document) return document.getText();
    const bytes = await readBytes(uri);
    if (bytes === undefined) return undefined;
    const text = decodeYaml(bytes);
    if (text === undefined) throw new RefusedError(`${nameOf(uri)} is not UTF-8 text and was left alone.`);
    return text;
  }
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let endAfter = after.length;
  while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) [end, endAfter] = [end - 1, endAfter - 1];
  return { start, end, text: after.slice(start, endAfter) };
}
