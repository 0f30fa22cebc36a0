import * as vscode from 'vscode';
import { languageName, languages, primaryKinds, primaryName, primaryOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { setFacts } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showQuickPick } from '../../workspace/window/index';
import { attempt, pickOrType, registerCommand, targetArticle } from '../shared/index';
import { nameOutlets } from './nameOutlets';

/** Set what an article does not tell, or tells wrongly: its outlet, the publication date, whether it is a primary source, its language. */
export function registerFactCommands(session: Session): vscode.Disposable {
  const command = (
    name: string,
    ask: (project: Project, state: ArticleState) => Promise<string | undefined>,
    fact: 'outlet' | 'published' | 'primary' | 'language',
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
  return vscode.Disposable.from(
    command('setOutlet', askOutlet, 'outlet'),
    command('setPublished', askPublished, 'published'),
    command('setPrimary', askPrimary, 'primary'),
    command('setLanguage', askLanguage, 'language'),
    registerCommand('nameOutlets', (root) => nameOutlets(session, root instanceof vscode.Uri ? root : undefined)),
  );
}

async function askOutlet(project: Project, state: ArticleState): Promise<string | undefined> {
  const registered = project.yaml.registry.outlets.map(({ name }) => name);
  const elsewhere = project.together.states().flatMap(({ article }) => (article.metadata.outlet ? [article.metadata.outlet.value] : []));
  const first = nameLine(state.article.prose.text);
  const names = [...new Set([...registered, ...elsewhere])].filter((name) => name !== first).sort();
  const given = await pickOrType<vscode.QuickPickItem>({
    placeholder: vscode.l10n.t('Who published {0}? Type a name that is not in the list', state.path),
    choices: [
      ...(first === undefined ? [] : [{ label: first, description: vscode.l10n.t('the first line of this article') }]),
      ...names.map((label) => ({ label })),
    ],
    other: vscode.l10n.t('An outlet of the typed name'),
    now: state.article.metadata.outlet?.value,
  });
  return typeof given === 'string' ? given : given?.label;
}

/** The first line, where it may be the name of an outlet. */
function nameLine(text: string): string | undefined {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return /^\p{L}[^.?!:,;]{0,39}$/u.test(line) && line.split(' ').length <= 5 ? line : undefined;
}

async function askPublished(project: Project, state: ArticleState): Promise<string | undefined> {
  const elsewhere = project.together
    .states()
    .filter((other) => other !== state && other.article.metadata.published !== undefined)
    .map((other) => ({ label: other.article.metadata.published?.value ?? '', description: labelOf(other) }));
  const lines = state.article.metadata.publicationLines.map(({ value }) => ({
    label: value,
    description: vscode.l10n.t('a line of this article'),
  }));
  const given = await pickOrType<vscode.QuickPickItem>({
    placeholder: vscode.l10n.t('When was {0} published? Type a date like 2025-05-11 or 2025-05-11T21:15Z', state.path),
    choices: [...lines, ...elsewhere],
    other: vscode.l10n.t('The typed date'),
    now: state.article.metadata.published?.value,
    complain: (text) => (isDate(text) ? undefined : vscode.l10n.t('Not a date like 2025-05-11, or with a time: 2025-05-11T21:15Z')),
  });
  return typeof given === 'string' ? given : given?.label;
}

async function askPrimary(_: Project, state: ArticleState): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const now = primaryOf(state) ?? 'report';
  const nowSet = (value: string) => (value === now ? { description: t('set now') } : {});
  const choices = [
    ...primaryKinds.map((kind) => ({ value: kind, label: primaryName(kind, t), ...nowSet(kind) })),
    { value: 'report', label: t('a report'), detail: t('No primary source, even if it reads like one'), ...nowSet('report') },
  ];
  const placeHolder = t('What is {0}? Reports are told against a primary source', state.path);
  return (await showQuickPick(choices, { placeHolder }))?.value;
}

async function askLanguage(_: Project, { path, article }: ArticleState): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const choices = [
    ...languages.map((value) => ({ value: value, label: languageName(value) })),
    { value: 'und', label: t('another language'), detail: t('Only quotation marks and dates in figures are found') },
  ].map((choice) => {
    const isNow = choice.value === article.language || (choice.value === 'und' && article.language === 'other');
    return isNow ? { ...choice, description: t('now') } : choice;
  });
  return (await showQuickPick(choices, { placeHolder: t('In which language is {0}?', path) }))?.value;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text.trim()) && !Number.isNaN(Date.parse(text));
}
