import * as vscode from 'vscode';
import { createQuickPick } from '../../workspace/window/index';

export interface PickOrType<T extends vscode.QuickPickItem> {
  readonly placeholder: string;
  readonly choices: readonly T[];
  /** The one that is set now: said beside it, and chosen first. */
  readonly now?: string | undefined;
  /** What the entry that takes the typed words says. */
  readonly other: string;
  /** What is wrong with the typed words, if anything. */
  readonly complain?: (typed: string) => string | undefined;
}

/** A list that takes what is typed, where nothing in it is meant: the entry picked, or the words. */
export function pickOrType<T extends vscode.QuickPickItem>(asked: PickOrType<T>): Promise<T | string | undefined> {
  const { placeholder, other, now, complain = () => undefined } = asked;
  const choices = asked.choices.map((choice) =>
    choice.label === now ? { ...choice, description: [choice.description, vscode.l10n.t('set now')].filter(Boolean).join(' · ') } : choice,
  );
  const picker = createQuickPick<T | vscode.QuickPickItem>();
  const typed: vscode.QuickPickItem = { label: other, iconPath: new vscode.ThemeIcon('add'), alwaysShow: true };
  const isOffered = (picked: T | vscode.QuickPickItem | undefined): picked is T => picked !== undefined && picked !== typed;
  const list = () => {
    picker.items = [...choices, typed];
  };
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  list();
  const set = choices.filter(({ label }) => label === now);
  if (set.length > 0) picker.activeItems = set;
  return new Promise((resolve) => {
    picker.onDidChangeValue((value) => {
      const words = value.trim();
      typed.label = `${other}${words === '' ? '' : `: “${words}”`}`;
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
