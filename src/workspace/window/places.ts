import * as vscode from 'vscode';
import { plainLabel, plainLine } from './plainWords';

export class Diagnostic extends vscode.Diagnostic {
  constructor(range: vscode.Range, message: string, severity: vscode.DiagnosticSeverity) {
    super(range, plainLine(message), severity);
  }
}

export class DiagnosticRelatedInformation extends vscode.DiagnosticRelatedInformation {
  constructor(location: vscode.Location, message: string) {
    super(location, plainLine(message));
  }
}

export class CodeAction extends vscode.CodeAction {
  constructor(title: string, kind: vscode.CodeActionKind) {
    super(plainLine(title), kind);
  }
}

/** VS Code refuses a symbol without a name. */
export class DocumentSymbol extends vscode.DocumentSymbol {
  constructor(name: string, detail: string, kind: vscode.SymbolKind, range: vscode.Range, selection: vscode.Range) {
    super(plainLabel(name) || '…', plainLabel(detail), kind, range, selection);
  }
}

export class SymbolInformation extends vscode.SymbolInformation {
  constructor(name: string, kind: vscode.SymbolKind, container: string, location: vscode.Location) {
    super(plainLabel(name) || '…', kind, plainLabel(container), location);
  }
}
