import * as vscode from 'vscode';
import { showInformationMessage } from '../../workspace/window/index';

const signs = [
  'On a card, another wording stands beside the one you point at:',
  '• bold: words that only the other one has',
  '• struck out: words that only this one has',
  '• italic, where hardly a word is the same: words that both have',
  '• possible: the engine is not sure that it is the same statement; such ones are not counted',
  '• quoted differently: both print it as a quotation, in words that are not the same',
  '',
  'In the text: a firm line below is a direct quotation, a dashed one a quotation in part, a dotted one reported speech; a paler line is a doubtful one; ✓ stands behind what somebody has accepted.',
  '',
  'Independent origins are counted by copied text and named sources: fewer of them than outlets means that some print the same agency’s words.',
];

/** What the signs on cards and in the text mean, for those who ask. */
export function registerLegend(): vscode.Disposable {
  return vscode.commands.registerCommand('secondSource.cardLegend', async () => {
    await showInformationMessage('What the signs mean', { modal: true, detail: signs.join('\n') });
  });
}
