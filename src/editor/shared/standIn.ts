import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';

export type Register = (session: Session) => vscode.Disposable;

/** Commands whose code is not loaded yet. */
export interface StandIn {
  /** Loads the code, which registers the commands itself; once. */
  begin(): Promise<void>;
  dispose(): void;
}

/** Stands in for commands until one of them is called for the first time, or until `begin`. */
export function standIn(session: Session, ids: readonly string[], load: () => Promise<readonly Register[]>): StandIn {
  let begun: Promise<void> | undefined;
  let registered: vscode.Disposable | undefined;
  const begin = (): Promise<void> => (begun ??= start());
  const start = async () => {
    try {
      const features = await load();
      commands.dispose();
      registered = vscode.Disposable.from(...features.map((register) => register(session)));
    } catch (error) {
      begun = undefined; // to be tried again
      throw error;
    }
  };
  const call = async (id: string, args: readonly unknown[]) => {
    await begin();
    return vscode.commands.executeCommand(id, ...args);
  };
  const commands = vscode.Disposable.from(...ids.map((id) => vscode.commands.registerCommand(id, (...args: unknown[]) => call(id, args))));
  return {
    begin,
    dispose: () => {
      commands.dispose();
      registered?.dispose();
    },
  };
}

/**
 * As `standIn`, as one of the features of a room. The names are those of the commands without what all begin with. `isNeeded`: it begins
 * uncalled, too, with the first change of a folder after which this holds.
 */
export function whenCalled(names: readonly string[], load: () => Promise<Register>, isNeeded?: (session: Session) => boolean): Register {
  const ids = names.map((name) => `secondSource.${name}`);
  return (session) => {
    const later = standIn(session, ids, async () => [await load()]);
    if (isNeeded === undefined) return vscode.Disposable.from(later);
    const listener = session.onDidChange(({ kind }) => {
      if (kind !== 'folder' || !isNeeded(session)) return;
      listener.dispose();
      void later.begin();
    });
    return vscode.Disposable.from(later, listener);
  };
}
