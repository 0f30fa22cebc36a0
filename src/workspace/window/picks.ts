import * as vscode from 'vscode';
import { plainLabel } from './plainWords';

/** As `vscode.window.showQuickPick`; what comes back is what was given, with its words as they are. */
export function showQuickPick<T extends string | vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Promise<readonly T[] | undefined>;
export function showQuickPick<T extends string | vscode.QuickPickItem>(
  items: readonly T[],
  options?: vscode.QuickPickOptions,
): Promise<T | undefined>;
export async function showQuickPick<T extends string | vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions = {},
): Promise<T | readonly T[] | undefined> {
  const given = new Map(items.map((item) => [plainItem(typeof item === 'string' ? { label: item } : item), item]));
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>([...given.keys()], plainAsked(options));
  // With `canPickMany` these are several, which the types of VS Code tell by the literal only.
  const many: unknown = picked;
  return Array.isArray(many) ? many.flatMap((one: vscode.QuickPickItem) => given.get(one) ?? []) : picked && given.get(picked);
}

const lists: ReadonlySet<string | symbol> = new Set(['items', 'activeItems', 'selectedItems']);

/** As `vscode.window.createQuickPick`; its lists hold what was given, with its words as they are. */
export function createQuickPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  const picker = vscode.window.createQuickPick<T>();
  const shown = new Map<T, T>();
  const given = new Map<T, T>();
  const set = (key: string | symbol, value: unknown): unknown => {
    if (typeof value === 'string' && key !== 'value') return plainLabel(value);
    if (!lists.has(key)) return value;
    const items = value as readonly T[];
    if (key !== 'items') return items.flatMap((item) => shown.get(item) ?? []);
    shown.clear();
    given.clear();
    for (const item of items) {
      const plain = plainItem(item);
      shown.set(item, plain);
      given.set(plain, item);
    }
    return [...given.keys()];
  };
  return new Proxy(picker, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (lists.has(key)) return (value as readonly T[]).flatMap((item) => given.get(item) ?? []);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, set(key, value)),
  });
}

/** As `vscode.window.showInputBox`; the value stands there as it is, since it is what will be written. */
export function showInputBox(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox(plainAsked(options));
}

function plainItem<T extends vscode.QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: plainLabel(label),
    ...(description !== undefined && { description: plainLabel(description) }),
    ...(detail !== undefined && { detail: plainLabel(detail) }),
  };
}

function plainAsked<T extends vscode.QuickPickOptions | vscode.InputBoxOptions>(asked: T): T {
  const { title, placeHolder } = asked;
  const prompt = 'prompt' in asked ? asked.prompt : undefined;
  return {
    ...asked,
    ...(title !== undefined && { title: plainLabel(title) }),
    ...(placeHolder !== undefined && { placeHolder: plainLabel(placeHolder) }),
    ...(prompt !== undefined && { prompt: plainLabel(prompt) }),
  };
}
