import * as vscode from 'vscode';
import type { ArticleState } from '../../workspace/articles/index';
import { freeId, type SpeakerChoice } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import { showQuickPick } from '../../workspace/window/index';
import { pickOrType } from '../shared/index';

type Choice = vscode.QuickPickItem & { readonly choice?: SpeakerChoice | 'none' | 'several' };

/** Asks who speaks, `now` being the ids that are set: the folder's registered speakers, the article's own, nobody the text names; or a new name, simply typed. */
export async function askSpeakers(
  project: Project,
  state: ArticleState,
  now?: readonly string[],
): Promise<readonly SpeakerChoice[] | undefined> {
  const { registered, own } = choicesOf(project, state);
  const nobody = vscode.l10n.t('Unknown: the text does not say');
  const set =
    now?.length === 0 ? nobody : [...registered, ...own].find(({ choice }) => typeof choice === 'object' && now?.includes(choice.id));
  const other: Choice[] = [
    { label: vscode.l10n.t('Several speakers…'), iconPath: new vscode.ThemeIcon('organization'), choice: 'several' },
    { label: nobody, iconPath: new vscode.ThemeIcon('question'), choice: 'none' },
  ];
  const given = await pickOrType<Choice>({
    placeholder: vscode.l10n.t('Who speaks? Type a full name to register somebody new'),
    choices: [
      ...headed(vscode.l10n.t('Registered'), registered),
      ...headed(vscode.l10n.t('In this article'), own),
      ...headed(vscode.l10n.t('Other'), other),
    ],
    now: typeof set === 'string' ? set : set?.label,
    other: vscode.l10n.t('A new speaker of the typed name'),
  });
  const choice = typeof given === 'string' ? newSpeaker(project, given) : given?.choice;
  if (choice === undefined) return undefined;
  if (choice === 'none') return [];
  if (choice !== 'several') return [choice];
  const picked = await showQuickPick<Choice>(
    [...headed(vscode.l10n.t('Registered'), registered), ...headed(vscode.l10n.t('In this article'), own)],
    {
      placeHolder: vscode.l10n.t('Who speaks? Mark everybody'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return picked?.flatMap((one) => (typeof one.choice === 'object' ? [one.choice] : []));
}

function choicesOf(project: Project, state: ArticleState): { readonly registered: readonly Choice[]; readonly own: readonly Choice[] } {
  const known = new Set(project.yaml.registry.speakers.map(({ id }) => id));
  return {
    registered: project.yaml.registry.speakers.map(({ id, name, roles, aliases }) => ({
      label: name,
      description: [...roles.slice(0, 1), ...aliases.slice(0, 3)].join(' · '),
      choice: { id },
    })),
    own: state.analysis.speakers
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, titles }) => ({ label: name, description: (titles[0] ?? '').replace(/[,;:]+$/, ''), choice: { id } })),
  };
}

function headed(label: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices] : [];
}

export function newSpeaker(project: Project, name: string): SpeakerChoice {
  const same = project.yaml.registry.speakers.find((speaker) => speaker.name.toLowerCase() === name.toLowerCase());
  if (same) return { id: same.id };
  return { id: freeId(name, new Set(project.yaml.registry.speakers.map(({ id }) => id))), register: { name, aliases: [] } };
}
