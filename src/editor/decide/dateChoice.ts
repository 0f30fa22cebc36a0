import * as vscode from 'vscode';
import { dateValueProblem } from '../../core/index';
import { showInputBox } from '../../workspace/window/index';

/** Asks for a date by its TIMEX3 value. */
export async function askDateValue(value: string): Promise<string | undefined> {
  const typed = await showInputBox({
    prompt: vscode.l10n.t('The date it means: 2025-05-11, 2025-05, 2025-W20, 2025-05-11T21:15Z, P3D for three days'),
    value,
    validateInput: (text) => (text.trim() === '' ? undefined : dateValueProblem(text.trim())),
  });
  return typed?.trim();
}
