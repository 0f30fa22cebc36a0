import * as vscode from 'vscode';
import { showInformationMessage } from '../../workspace/window/index';

const signs = [
  vscode.l10n.t('On a card, another wording stands beside the one you point at:'),
  vscode.l10n.t('• bold: words that only the other one has'),
  vscode.l10n.t('• struck out: words that only this one has'),
  vscode.l10n.t('• italic, where hardly a word is the same: words that both have'),
  vscode.l10n.t('• possible: the engine is not sure that it is the same statement; such ones are not counted'),
  vscode.l10n.t('• quoted differently: both print it as a quotation, in words that are not the same'),
  '',
  vscode.l10n.t(
    'In the text: a firm line below is a direct quotation, a dashed one a quotation in part, a dotted one reported speech; a paler line is a doubtful one; ✓ stands behind what somebody has accepted.',
  ),
  '',
  vscode.l10n.t(
    'Independent origins are counted by copied text and named sources: fewer of them than outlets means that some print the same agency’s words.',
  ),
];

/** What the signs on cards and in the text mean, for those who ask. */
export function registerLegend(): vscode.Disposable {
  return vscode.commands.registerCommand('secondSource.cardLegend', async () => {
    await showInformationMessage(vscode.l10n.t('What the signs mean'), { modal: true, detail: signs.join('\n') });
  });
}
