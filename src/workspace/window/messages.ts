import * as vscode from 'vscode';
import { plainLabel, plainLine, plainLines } from './plainWords';

type Show = (message: string, options: vscode.MessageOptions, ...answers: string[]) => Thenable<string | undefined>;
type Said = readonly [vscode.MessageOptions, ...string[]] | readonly string[];

function messages(show: Show) {
  return (text: string, ...said: Said): Thenable<string | undefined> => {
    const [first] = said;
    const { detail, ...options } = typeof first === 'object' ? first : {};
    const answers = said.flatMap((one: string | vscode.MessageOptions) => (typeof one === 'string' ? one : []));
    return show(plainLine(text), { ...options, ...(detail !== undefined && { detail: plainLines(detail) }) }, ...answers);
  };
}

export const showInformationMessage = messages((...args) => vscode.window.showInformationMessage(...args));
export const showWarningMessage = messages((...args) => vscode.window.showWarningMessage(...args));
export const showErrorMessage = messages((...args) => vscode.window.showErrorMessage(...args));

export function setStatusBarMessage(text: string, milliseconds: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(plainLabel(text), milliseconds);
}

type Step = Parameters<Parameters<typeof vscode.window.withProgress>[1]>[0] extends vscode.Progress<infer T> ? T : never;

export function withProgress<T>(
  options: vscode.ProgressOptions,
  task: (progress: vscode.Progress<Step>, cancel: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> {
  const { title, ...rest } = options;
  return vscode.window.withProgress({ ...rest, ...(title !== undefined && { title: plainLine(title) }) }, (progress, cancel) =>
    task({ report: (step) => progress.report(step.message === undefined ? step : { ...step, message: plainLine(step.message) }) }, cancel),
  );
}
