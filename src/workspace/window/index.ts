/**
 * Everything that the window says: messages, lists to pick from, trees, problems, symbols. What strangers have written, in articles, YAML
 * and the names of files, is shown by these and never obeyed; lint keeps what would go past them out of the other rooms.
 */
export { setStatusBarMessage, showErrorMessage, showInformationMessage, showWarningMessage, withProgress } from './messages';
export { createQuickPick, showInputBox, showQuickPick } from './picks';
export { plainLabel, plainLine } from './plainWords';
export { CodeAction, Diagnostic, DiagnosticRelatedInformation, DocumentSymbol, SymbolInformation } from './places';
export { createStatusBarItem, createTreeView, createWebviewPanel, plainTreeItem } from './views';
