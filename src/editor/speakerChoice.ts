import * as vscode from 'vscode';
import type { ArticleState } from '../workspace/articleEntry';
import type { SpeakerChoice } from '../workspace/decisions';
import type { Project } from '../workspace/project';

type Choice = vscode.QuickPickItem & { readonly choice?: SpeakerChoice | 'none' | 'new' };

/** Asks who speaks: the folder's registered speakers, the article's own, somebody new, or nobody the text names. */
export async function askSpeakers(project: Project, state: ArticleState): Promise<readonly SpeakerChoice[] | undefined> {
  const registered: Choice[] = project.registry.speakers.map(({ id, name, roles }) => ({
    label: name,
    description: roles[0] ?? '',
    choice: { id },
  }));
  const known = new Set(project.registry.speakers.map(({ id }) => id));
  const own: Choice[] = state.analysis.speakers
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, titles }) => ({ label: name, description: titles[0] ?? '', choice: { id } }));
  const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const picked = await vscode.window.showQuickPick<Choice>(
    [
      ...(own.length > 0 ? [separator('In this article'), ...own] : []),
      ...(registered.length > 0 ? [separator('Registered'), ...registered] : []),
      separator('Other'),
      { label: '$(add) Somebody else…', choice: 'new' },
      { label: '$(question) Unknown: the text does not say', choice: 'none' },
    ],
    { placeHolder: 'Who speaks?', matchOnDescription: true },
  );
  const choice = picked?.choice;
  if (choice === undefined) return undefined;
  if (choice === 'none') return [];
  if (choice !== 'new') return [choice];
  const name = await vscode.window.showInputBox({ prompt: 'Full name of the speaker, as it is to be registered', placeHolder: 'Ana Ruiz' });
  return name === undefined || name.trim() === '' ? undefined : [newSpeaker(project, name.trim())];
}

function newSpeaker(project: Project, name: string): SpeakerChoice {
  const same = project.registry.speakers.find((speaker) => speaker.name.toLowerCase() === name.toLowerCase());
  if (same) return { id: same.id };
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'speaker';
  const taken = new Set(project.registry.speakers.map(({ id }) => id));
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return { id, register: { name, aliases: [] } };
}
