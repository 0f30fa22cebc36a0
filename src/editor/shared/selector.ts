import type * as vscode from 'vscode';

/** Documents that may be articles; which of them are, the session says. Two schemes: the Node host's and the web host's. */
export const articleSelector: vscode.DocumentSelector = [
  { pattern: '**/*.txt' },
  { pattern: '**/*.md' },
  { pattern: '**/*.markdown' },
  { pattern: '**/*.htm' },
  { pattern: '**/*.html' },
];
