import * as vscode from 'vscode';

export interface PickOrType<T extends vscode.QuickPickItem> {
  readonly placeholder: string;
  readonly choices: readonly T[];
  /** What the entry that takes the typed words says. */
  readonly other: string;
  /** What is wrong with the typed words, if anything. */
  readonly complain?: (typed: string) => string | undefined;
}

/** A list that takes what is typed, where nothing in it is meant: the entry picked, or the words. */
export function pickOrType<T extends vscode.QuickPickItem>(asked: PickOrType<T>): Promise<T | string | undefined> {
  const { placeholder, choices, other, complain = () => undefined } = asked;
  const picker = vscode.window.createQuickPick<T | vscode.QuickPickItem>();
  const typed: vscode.QuickPickItem = { label: `$(add) ${other}`, alwaysShow: true };
  const isOffered = (picked: T | vscode.QuickPickItem | undefined): picked is T => picked !== undefined && picked !== typed;
  const list = () => {
    picker.items = [...choices, typed];
  };
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  list();
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      if (typed.description === undefined) return;
      delete typed.description;
      list();
    });
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      const words = picker.value.trim();
      if (picked === typed) {
        if (words === '') return; // still to be typed
        const complaint = complain(words);
        if (complaint !== undefined) {
          typed.description = complaint;
          list();
          return;
        }
      }
      resolve(isOffered(picked) ? picked : words);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
