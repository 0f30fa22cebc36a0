import * as vscode from 'vscode';
import { articleLabels, type OutletGuess, outletGuesses } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { setFactsOf } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { pickOrType, projectInFront } from '../shared/index';

const foundIn: Record<OutletGuess['from'] | 'typed', string> = {
  address: vscode.l10n.t('by its address'),
  headline: vscode.l10n.t('by the end of its headline'),
  text: vscode.l10n.t('by a line at its head'),
  copyright: vscode.l10n.t('by its line of copyright'),
  file: vscode.l10n.t('by its file name'),
  agency: vscode.l10n.t('the agency that it names'),
  typed: vscode.l10n.t('as you say'),
};

/** An article without an outlet, and the name it is to get. */
interface Row {
  readonly state: ArticleState;
  readonly label: string;
  name: string | undefined;
  from: keyof typeof foundIn;
}

/** All articles without an outlet in one list, each with a guess: Enter takes what is listed, an entry is named by choosing it. */
export async function nameOutlets(session: Session, root?: vscode.Uri): Promise<void> {
  const project = await projectInFront(session, root);
  if (project === undefined) return;
  const rows = rowsOf(project);
  if (rows.length === 0) {
    void showInformationMessage(vscode.l10n.t('Every article here has an outlet.'));
    return;
  }
  if (!(await askAll(project, rows))) return;
  const named = rows.flatMap(({ state, name }) => (name === undefined ? [] : [{ state: session.article(state.uri) ?? state, name }]));
  await setFactsOf(
    session,
    named.map(({ state, name }) => ({ state, set: { outlet: name } })),
  );
}

function rowsOf(project: Project): readonly Row[] {
  const states = project.together.states();
  const labels = articleLabels(states, project.together.registry);
  return states.flatMap((state, index): Row[] => {
    if (state.article.metadata.outlet) return [];
    const [first] = outletGuesses(state);
    return [{ state, label: labels[index] ?? state.path, name: first?.name, from: first?.from ?? 'typed' }];
  });
}

/** Until the list is taken as it stands, true, or given up. */
async function askAll(project: Project, rows: readonly Row[]): Promise<boolean> {
  for (;;) {
    const named = rows.filter(({ name }) => name !== undefined).length;
    const all = {
      label: vscode.l10n.t(
        'Name {0} of {1} {2} as listed',
        named,
        rows.length,
        rows.length === 1 ? vscode.l10n.t('article') : vscode.l10n.t('articles'),
      ),
      iconPath: new vscode.ThemeIcon('check-all'),
      alwaysShow: true,
    };
    const picks = rows.map((row) => ({
      label: row.label,
      description: row.name === undefined ? vscode.l10n.t('outlet unknown: choose to name it') : `→ ${row.name}, ${foundIn[row.from]}`,
      detail: row.state.path,
      row,
    }));
    const separator = { label: vscode.l10n.t('Choose one to give it another name'), kind: vscode.QuickPickItemKind.Separator };
    const picked = await showQuickPick([...(named > 0 ? [all] : []), separator, ...picks], {
      title: vscode.l10n.t('Name the Outlets'),
      placeHolder:
        named > 0
          ? vscode.l10n.t('Enter takes the names as listed; an article is named by choosing it')
          : vscode.l10n.t('Choose an article to name its outlet'),
      matchOnDescription: true,
    });
    if (picked === undefined) return false;
    if (picked === all) return true;
    if ('row' in picked) await askOne(project, rows, picked.row);
  }
}

async function askOne(project: Project, rows: readonly Row[], row: Row): Promise<void> {
  const guesses = outletGuesses(row.state).map(({ name, from }) => ({ label: name, description: foundIn[from] }));
  const known = [
    ...project.yaml.registry.outlets.map(({ name }) => name),
    ...project.together.states().flatMap(({ article }) => article.metadata.outlet?.value ?? []),
    ...rows.flatMap(({ name }) => name ?? []),
  ];
  const others = [...new Set(known)].filter((name) => !guesses.some(({ label }) => label === name)).sort();
  const none = { label: vscode.l10n.t('Leave it unknown') };
  const given = await pickOrType<vscode.QuickPickItem>({
    placeholder: vscode.l10n.t('Who published “{0}”? Type a name that is not in the list', row.label),
    choices: [...guesses, ...others.map((label) => ({ label })), none],
    other: vscode.l10n.t('An outlet of the typed name'),
  });
  if (given === undefined) return;
  row.name = given === none ? undefined : typeof given === 'string' ? given || undefined : given.label;
  row.from = 'typed';
}
