import * as vscode from 'vscode';

const views = ['articles', 'speakers', 'contradictions', 'timeline', 'discussions'] as const;

/** The box in which VS Code filters a list, opened by a button of each view. */
export function registerViewFilters(): vscode.Disposable {
  return vscode.Disposable.from(
    ...views.map((view) =>
      vscode.commands.registerCommand(`secondSource.filter.${view}`, async () => {
        await vscode.commands.executeCommand(`secondSource.${view}.focus`);
        await vscode.commands.executeCommand('list.find');
      }),
    ),
  );
}
