import * as vscode from 'vscode';
import type { ArticleState } from '../workspace/articleEntry';
import type { Project } from '../workspace/project';
import { freeId, type SpeakerChoice } from '../workspace/speakers';

type Choice = vscode.QuickPickItem & { readonly choice?: SpeakerChoice | 'none' | 'several' };

/** Asks who speaks: the folder's registered speakers, the article's own, nobody the text names; or a new name, simply typed. */
export async function askSpeakers(project: Project, state: ArticleState): Promise<readonly SpeakerChoice[] | undefined> {
  const { registered, own } = choicesOf(project, state);
  const other: Choice[] = [
    { label: '$(organization) Several speakers…', choice: 'several' },
    { label: '$(question) Unknown: the text does not say', choice: 'none' },
  ];
  const choice = await askOrType(project, [
    ...headed('Registered', registered),
    ...headed('In this article', own),
    ...headed('Other', other),
  ]);
  if (choice === undefined) return undefined;
  if (choice === 'none') return [];
  if (choice !== 'several') return [choice];
  const picked = await vscode.window.showQuickPick<Choice>([...headed('Registered', registered), ...headed('In this article', own)], {
    placeHolder: 'Who speaks? Mark everybody',
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.flatMap((one) => (typeof one.choice === 'object' ? [one.choice] : []));
}

function choicesOf(project: Project, state: ArticleState): { readonly registered: readonly Choice[]; readonly own: readonly Choice[] } {
  const known = new Set(project.registry.speakers.map(({ id }) => id));
  return {
    registered: project.registry.speakers.map(({ id, name, roles, aliases }) => ({
      label: name,
      description: [...roles.slice(0, 1), ...aliases.slice(0, 3)].join(' · '),
      choice: { id },
    })),
    own: state.analysis.speakers
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, titles }) => ({ label: name, description: titles[0] ?? '', choice: { id } })),
  };
}

function headed(label: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices] : [];
}

/** A list that takes what is typed as a new name, where nobody in it is meant. */
function askOrType(project: Project, choices: readonly Choice[]): Promise<Choice['choice']> {
  const picker = vscode.window.createQuickPick<Choice>();
  const typed: Choice = { label: '$(add) A new speaker of the typed name', alwaysShow: true };
  picker.placeholder = 'Who speaks? Type a full name to register somebody new';
  picker.matchOnDescription = true;
  picker.items = [...choices, typed];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      const name = picker.value.trim();
      if (picked === typed && name === '') return; // the name is still to be typed
      resolve(picked === typed ? newSpeaker(project, name) : picked?.choice);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

export function newSpeaker(project: Project, name: string): SpeakerChoice {
  const same = project.registry.speakers.find((speaker) => speaker.name.toLowerCase() === name.toLowerCase());
  if (same) return { id: same.id };
  return { id: freeId(name, new Set(project.registry.speakers.map(({ id }) => id))), register: { name, aliases: [] } };
}
