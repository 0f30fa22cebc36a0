import * as vscode from 'vscode';
import type { ArticleState } from '../workspace/articleEntry';
import { setFacts } from '../workspace/decisions';
import type { Project } from '../workspace/project';
import { outletOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { attempt } from './attempt';
import { targetArticle } from './target';

/** Set the outlet and the publication date of an article that does not tell them, or tells them wrongly. */
export function registerFactCommands(session: Session): vscode.Disposable {
  const command = (
    name: string,
    ask: (project: Project, state: ArticleState) => Promise<string | undefined>,
    fact: 'outlet' | 'published',
  ) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (...args: unknown[]) =>
      attempt(async () => {
        const state = targetArticle(session, args);
        const project = state && session.projectOf(state.uri);
        if (state === undefined || project === undefined) return;
        const given = typeof args[1] === 'string' ? args[1] : await ask(project, state);
        if (given !== undefined && given !== '') await setFacts(session, state, { [fact]: given });
      }),
    );
  return vscode.Disposable.from(command('setOutlet', askOutlet, 'outlet'), command('setPublished', askPublished, 'published'));
}

async function askOutlet(project: Project, state: ArticleState): Promise<string | undefined> {
  const registered = project.registry.outlets.map(({ name }) => name);
  const elsewhere = project.states().flatMap(({ article }) => (article.metadata.outlet ? [article.metadata.outlet.value] : []));
  const names = [...new Set([...registered, ...elsewhere])].sort();
  const other = '$(add) Another outlet…';
  const picked =
    names.length === 0 ? other : await vscode.window.showQuickPick([...names, other], { placeHolder: `Who published ${state.path}?` });
  if (picked !== other) return picked;
  return (await vscode.window.showInputBox({ prompt: `Name of the outlet that published ${state.path}` }))?.trim();
}

async function askPublished(project: Project, state: ArticleState): Promise<string | undefined> {
  const picks = project
    .states()
    .filter((other) => other !== state && other.article.metadata.published !== undefined)
    .map((other) => ({ label: other.article.metadata.published?.value ?? '', description: outletOf(other) }));
  const lines = state.article.metadata.publicationLines.map(({ value }) => ({ label: value, description: 'a line of this article' }));
  const other = { label: '$(add) Another date…', description: '' };
  const choices = [...lines, ...picks, other];
  const picked =
    choices.length === 1 ? other : await vscode.window.showQuickPick(choices, { placeHolder: `When was ${state.path} published?` });
  if (picked !== other) return picked?.label;
  const typed = await vscode.window.showInputBox({
    prompt: `When was ${state.path} published?`,
    placeHolder: '2025-05-11 or 2025-05-11T21:15Z',
    validateInput: (text) =>
      text === '' || isDate(text) ? undefined : 'A date like 2025-05-11, with a time if you know it: 2025-05-11T21:15Z',
  });
  return typed?.trim();
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text.trim()) && !Number.isNaN(Date.parse(text));
}
