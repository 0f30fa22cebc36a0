import * as vscode from 'vscode';
import { plainLabel, plainLine, plainLines } from './plainWords';

/** As `vscode.window.createTreeView`; what its provider says of an item, and what is said above the tree, is shown plainly. */
export function createTreeView<T>(id: string, options: vscode.TreeViewOptions<T>): vscode.TreeView<T> {
  const provider = options.treeDataProvider;
  const treeDataProvider: vscode.TreeDataProvider<T> = {
    getChildren: (node) => provider.getChildren(node),
    getTreeItem: async (node) => plainTreeItem(await provider.getTreeItem(node)),
    ...(provider.onDidChangeTreeData && { onDidChangeTreeData: provider.onDidChangeTreeData }),
    ...(provider.getParent && { getParent: (node) => provider.getParent?.(node) }),
  };
  return plainly(vscode.window.createTreeView(id, { ...options, treeDataProvider }));
}

/** An icon of ours before the text, which VS Code reads from the text itself. */
export function createStatusBarItem(id: string, priority: number, icon: string): vscode.StatusBarItem {
  const bar = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, priority);
  return plainly(bar, (key, words) => (key === 'text' ? `$(${icon}) ${plainLabel(words)}` : words));
}

export function createWebviewPanel(...args: Parameters<typeof vscode.window.createWebviewPanel>): vscode.WebviewPanel {
  const [type, title, ...rest] = args;
  return plainly(vscode.window.createWebviewPanel(type, plainLine(title), ...rest));
}

/** The item itself. Where it goes by its file, VS Code would take the name and the path from there. */
export function plainTreeItem(item: vscode.TreeItem): vscode.TreeItem {
  const { label, description, tooltip, resourceUri, accessibilityInformation } = item;
  if (typeof label === 'string') item.label = plainLine(label);
  else if (label) item.label = { ...label, label: plainLine(label.label) };
  if (typeof description === 'string') item.description = plainLine(description);
  if (typeof tooltip === 'string') item.tooltip = plainLines(tooltip);
  if (accessibilityInformation) item.accessibilityInformation = plainInformation(accessibilityInformation);
  if (resourceUri && plainLine(resourceUri.path) !== resourceUri.path) {
    item.tooltip ??= plainLine(resourceUri.path);
    item.label ??= plainLine(resourceUri.path.slice(resourceUri.path.lastIndexOf('/') + 1));
  }
  return item;
}

function plainInformation<T extends vscode.AccessibilityInformation>(information: T): T {
  return { ...information, label: plainLine(information.label) };
}

/** The same, but that words which are set on it are shown plainly. */
function plainly<T extends object>(target: T, worded = (_key: string | symbol, words: string) => words): T {
  return new Proxy(target, {
    get: (_, key) => {
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (_, key, value: unknown) => {
      const words = typeof value === 'string' ? worded(key, plainLine(value)) : value;
      return Reflect.set(target, key, key === 'accessibilityInformation' && value ? plainInformation(value as vscode.AccessibilityInformation) : words); // prettier-ignore
    },
  });
}
