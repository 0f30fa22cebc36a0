import * as vscode from 'vscode';
import type { TextEdit } from '../../core/index';
import { decodeYaml, nameOf, openDocument, readBytes, type ReplaceWhole, withoutMark } from './files';

/**
 * What a decision does to one of our files: edits of its text, its whole text, or `undefined` to delete it. It is asked again
 * where somebody else has changed the file before it could be written, so that both changes stand.
 */
export interface FileChange {
  readonly uri: vscode.Uri;
  readonly change: (text: string | undefined) => readonly TextEdit[] | string | undefined;
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
/** How often a change is made anew because others keep writing the same file. */
const mostAttempts = 8;

/** The decisions of this window, written one after the other, and the way back. */
export class Journal {
  readonly #replace: ReplaceWhole;
  readonly #written: (uri: vscode.Uri) => Promise<void>;
  readonly #done: Decision[] = [];
  #undone: Decision[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  /** `written` is told of every file that was changed, so that nobody has to wait for the file watcher. */
  constructor(replace: ReplaceWhole, written: (uri: vscode.Uri) => Promise<void>) {
    this.#replace = replace;
    this.#written = written;
  }

  /** Throws a RefusedError where a file cannot be changed; files that were changed before it are put back. */
  apply(label: string, changes: readonly FileChange[]): Promise<void> {
    return this.#inTurn(async () => {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const steps = await this.#stepsOf(changes);
        if (steps.length > 0 && !(await this.#run(steps))) continue;
        if (steps.length === 0) return;
        this.#done.push({ label, steps });
        if (this.#done.length > remembered) this.#done.shift();
        this.#undone = [];
        return;
      }
      const names = changes.map(({ uri }) => nameOf(uri)).join(', ');
      throw new RefusedError(vscode.l10n.t('{0}: another program keeps changing this. Nothing was written: try again.', names));
    });
  }

  async #stepsOf(changes: readonly FileChange[]): Promise<readonly Step[]> {
    const steps: Step[] = [];
    for (const { uri, change } of changes) {
      const before = await this.#read(uri);
      // The core counts without the byte order mark; the file keeps it.
      const mark = before?.startsWith('\uFEFF') === true ? '\uFEFF' : '';
      const plain = before?.slice(mark.length);
      const edits = change(plain);
      const after = edits === undefined ? undefined : mark + (typeof edits === 'string' ? edits : applied(plain ?? '', edits));
      if (after !== before) steps.push({ uri, before, after });
    }
    return steps;
  }

  /** Takes the last decision back; its label, or `undefined` when there is none. */
  undo(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const decision = this.#done.at(-1);
      if (decision === undefined) return undefined;
      await this.#runOrRefuse(decision.steps.map(reversed).reverse(), 'undone');
      this.#done.pop();
      this.#undone.push(decision);
      return decision.label;
    });
  }

  redo(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const decision = this.#undone.at(-1);
      if (decision === undefined) return undefined;
      await this.#runOrRefuse(decision.steps, 'redone');
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

  async #runOrRefuse(steps: readonly Step[], what: 'undone' | 'redone'): Promise<void> {
    if (await this.#run(steps)) return;
    const names = steps.map(({ uri }) => nameOf(uri)).join(', ');
    throw new RefusedError(
      vscode.l10n.t('{0}: changed since. Nothing was {1}; its own history (git, Timeline) has the older text.', names, what),
    );
  }

  /** All of the steps or none; false where a file is no longer what it was when they were made. */
  async #run(steps: readonly Step[]): Promise<boolean> {
    for (const { uri, before } of steps) if ((await this.#read(uri)) !== before) return false;
    const done: Step[] = [];
    const putBack = async () => {
      for (const step of done.reverse()) await this.#put(reversed(step));
    };
    try {
      for (const step of steps) {
        if (await this.#put(step)) done.push(step);
        else {
          await putBack();
          return false;
        }
      }
      return true;
    } catch (error) {
      await putBack();
      throw error;
    } finally {
      for (const { uri } of steps) await this.#written(uri);
    }
  }

  /** A file that is open is changed in its editor, and saved unless the person had unsaved work in it. */
  async #put({ uri, before, after }: Step): Promise<boolean> {
    await refuseReadOnly(uri);
    const document = openDocument(uri);
    if (document && before !== undefined && after !== undefined) {
      const wasDirty = document.isDirty;
      const edit = new vscode.WorkspaceEdit();
      const { start, end, text } = difference(before, after);
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
      if (!(await vscode.workspace.applyEdit(edit)))
        throw new RefusedError(vscode.l10n.t('{0} is open and could not be changed.', nameOf(uri)));
      if (!wasDirty && !(await document.save()))
        throw new RefusedError(vscode.l10n.t('{0} is changed but could not be saved.', nameOf(uri)));
      return true;
    }
    const [old, fresh] = [before, after].map((text) => (text === undefined ? undefined : new TextEncoder().encode(text)));
    try {
      return await this.#replace(uri, old, fresh);
    } catch (error) {
      throw error instanceof vscode.FileSystemError
        ? new RefusedError(vscode.l10n.t('{0} could not be written: {1}.', nameOf(uri), reasonOf(error)))
        : error;
    }
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    if (document) {
      if (!document.isDirty) await upToDate(document);
      return document.getText();
    }
    const bytes = await readBytes(uri);
    if (bytes === undefined) return undefined;
    const text = decodeYaml(bytes);
    if (text === undefined) throw new RefusedError(vscode.l10n.t('{0} is not UTF-8 text and was left alone.', nameOf(uri)));
    return text;
  }
}

function reversed({ uri, before, after }: Step): Step {
  return { uri, before: after, after: before };
}

/** The editor takes a moment to show what somebody else has written; what it then still shows, it does not overwrite when it saves. */
async function upToDate(document: vscode.TextDocument): Promise<void> {
  const lines = (text: string) => withoutMark(text).replace(/\r\n?/g, '\n');
  for (let waited = 0; waited < 2000 && !document.isDirty && !document.isClosed; waited += 50) {
    const bytes = await readBytes(document.uri).catch(() => undefined);
    const text = bytes && decodeYaml(bytes);
    if (text === undefined || lines(text) === lines(document.getText())) return;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Readonly of the API, and what VS Code's own disk provider says of files that lack the write permission. */
const notToBeWritten = 1 | 2;

async function refuseReadOnly(uri: vscode.Uri): Promise<void> {
  const refused = new RefusedError(vscode.l10n.t('{0} is read-only. Nothing was written.', nameOf(uri)));
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw refused;
  const permissions = await vscode.workspace.fs.stat(uri).then(
    (found) => found.permissions ?? 0,
    () => 0,
  );
  if ((permissions & notToBeWritten) !== 0) throw refused;
}

function reasonOf({ code, message }: vscode.FileSystemError): string {
  switch (code) {
    case 'NoPermissions':
      return vscode.l10n.t('the file or its folder is read-only');
    case 'Unavailable':
      return vscode.l10n.t('the place where it lies cannot be reached');
    case 'FileNotFound':
      return vscode.l10n.t('its folder is gone');
    default:
      return message;
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
