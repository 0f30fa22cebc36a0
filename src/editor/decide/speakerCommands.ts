import * as vscode from 'vscode';
import type { AliasWords, Item } from '../../core/index';
import {
  addSpeaker,
  aliasTaught,
  editSpeaker,
  type KnownSpeaker,
  knownSpeakers,
  merge,
  type Picked,
  setSpeakers,
  type SpeakerChoice,
} from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage, showInformationMessage, showInputBox, showQuickPick } from '../../workspace/window/index';
import { projectInFront, registerCommand, registerItemCommand, targetArticle } from '../shared/index';
import { askSpeakers, newSpeaker } from './speakerChoice';

/** Who speaks, and who the folder's speakers are: corrected, added, edited, merged. */
export function registerSpeakerCommands(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    registerItemCommand(
      session,
      'changeSpeaker',
      (pick, args) => changeSpeaker(session, pick, args),
      ({ type }) => type === 'quotation' || type === 'statement' || type === 'speaker',
    ),
    registerCommand('addSpeaker', (name) => add(session, name)),
    registerCommand('editSpeaker', (...args) => edit(session, args)),
    registerCommand('mergeSpeakers', (...args) => mergeSeveral(session, args)),
  );
}

async function changeSpeaker(session: Session, pick: Picked, args: readonly unknown[]): Promise<void> {
  const project = session.projectOf(pick.state.uri);
  if (project === undefined) return;
  const given = args.find((arg) => Array.isArray(arg)) as readonly SpeakerChoice[] | undefined;
  const choices =
    given ??
    (await askSpeakers(
      project,
      pick.state,
      pick.item.speakers.map(({ id }) => id),
    ));
  if (choices === undefined) return;
  const alias = aliasTaught(project, pick.state, pick.item, choices);
  const name = nameOfChoice(project, pick, choices);
  const taught = alias && (alias.isSure || (given === undefined && (await isAlways(alias, name)))) ? alias : undefined;
  await setSpeakers(session, pick, choices, taught);
  if (taught) void setStatusBarMessage(vscode.l10n.t('Second Source: “{0}” is a name of {1} from now on', taught.text, name), 6000);
}

/** An office, or another name altogether, may mean somebody else in another article: only the person knows. */
async function isAlways({ text }: AliasWords, name: string): Promise<boolean> {
  const here = { label: vscode.l10n.t('Only here'), description: vscode.l10n.t('nothing is learnt'), always: false };
  const always = {
    label: vscode.l10n.t('Everywhere in this folder'),
    description: vscode.l10n.t('“{0}” becomes a name of {1}', text, name),
    always: true,
  };
  const picked = await showQuickPick([here, always], { placeHolder: vscode.l10n.t('Does “{0}” always mean {1}?', text, name) });
  return picked?.always === true;
}

function nameOfChoice(project: Project, { state }: Picked, [choice]: readonly SpeakerChoice[]): string {
  if (choice === undefined) return '';
  const known = [...project.yaml.registry.speakers, ...state.analysis.speakers].find(({ id }) => id === choice.id);
  return choice.register?.name ?? known?.name ?? choice.id;
}

async function add(session: Session, given: unknown): Promise<void> {
  const project = await projectMeant(session);
  if (project === undefined) return;
  const name =
    typeof given === 'string'
      ? given
      : await showInputBox({ prompt: vscode.l10n.t('Full name of the speaker'), placeHolder: vscode.l10n.t('Ana Ruiz') });
  if (name === undefined || name.trim() === '') return;
  const { id, register } = newSpeaker(project, name.trim());
  if (register === undefined) {
    void showInformationMessage(vscode.l10n.t('{0} is registered already.', name.trim()));
    return;
  }
  const roles =
    typeof given === 'string'
      ? []
      : await askList(vscode.l10n.t('What is {0}?', register.name), vscode.l10n.t('mayor of Lowen; member of the council'), []);
  if (roles) await addSpeaker(session, project, { id, ...register, roles });
}

/** Called for a speaker that a tree or a test names, the one at the cursor, or any one of the folder. */
async function edit(session: Session, args: readonly unknown[]): Promise<void> {
  const project = await projectMeant(session, args);
  if (project === undefined) return;
  const known = knownSpeakers(project);
  const speaker = named(known, args) ?? (await askOne(known, vscode.l10n.t('Which speaker?')));
  if (speaker === undefined) return;
  const given = args.find((arg) => isSettings(arg));
  const set = given ?? (await askChange(session, project, speaker));
  if (set) await editSpeaker(session, project, speaker, set);
}

interface Settings {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly roles?: readonly string[];
}

function isSettings(arg: unknown): arg is Settings {
  return typeof arg === 'object' && arg !== null && ('name' in arg || 'aliases' in arg || 'roles' in arg) && !('state' in arg);
}

async function askChange(session: Session, project: Project, speaker: KnownSpeaker): Promise<Settings | undefined> {
  const { name, names, roles, registered } = speaker;
  const picked = await showQuickPick(
    [
      { label: vscode.l10n.t('Name…'), description: name, what: 'name' },
      { label: vscode.l10n.t('Other names…'), description: names.join('; '), what: 'aliases' },
      { label: vscode.l10n.t('Roles…'), description: roles.join('; '), what: 'roles' },
      { label: vscode.l10n.t('Merge with another speaker…'), description: vscode.l10n.t('they are the same'), what: 'merge' },
      ...(registered ? [{ label: vscode.l10n.t('Show in second-source.yaml'), description: '', what: 'show' }] : []),
    ],
    { placeHolder: registered ? name : vscode.l10n.t('{0}, not registered yet', name) },
  );
  switch (picked?.what) {
    case 'name': {
      const value = (await showInputBox({ prompt: vscode.l10n.t('Full name of the speaker'), value: name }))?.trim();
      return value === undefined || value === '' || (value === name && registered) ? undefined : { name: value };
    }
    case 'aliases': {
      const aliases = await askList(
        vscode.l10n.t('Other names of {0} in these articles', name),
        vscode.l10n.t('Minister Ruiz; Ruiz'),
        names,
      );
      return aliases && { aliases };
    }
    case 'roles': {
      const list = await askList(vscode.l10n.t('What is {0}?', name), vscode.l10n.t('mayor of Lowen; member of the council'), roles);
      return list && { roles: list };
    }
    case 'merge':
      await mergeSeveral(session, [speaker.id]);
      return undefined;
    case 'show': {
      const document = await vscode.workspace.openTextDocument(project.yaml.projectFile);
      const at = document.getText().indexOf(speaker.id);
      const place = document.positionAt(Math.max(0, at));
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
      return undefined;
    }
    default:
      return undefined;
  }
}

async function askList(prompt: string, placeHolder: string, now: readonly string[]): Promise<readonly string[] | undefined> {
  const typed = await showInputBox({ prompt: vscode.l10n.t('{0}; several with semicolons', prompt), placeHolder, value: now.join('; ') });
  return typed?.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

async function mergeSeveral(session: Session, args: readonly unknown[]): Promise<void> {
  const project = await projectMeant(session, args);
  if (project === undefined) return;
  const known = knownSpeakers(project);
  const [ids, target] = args;
  const given = Array.isArray(ids) ? known.filter(({ id }) => ids.includes(id)) : undefined;
  const all = given ?? (await askMany(known, named(known, args)));
  if (all === undefined) return;
  if (all.length < 2) {
    void showInformationMessage(vscode.l10n.t('Mark two speakers or more that are the same.'));
    return;
  }
  const into =
    all.find(({ id }) => id === target) ??
    (given ? all[0] : await askOne(all, vscode.l10n.t('Which name is to stay? The others become further names')));
  if (into === undefined) return;
  await merge(
    session,
    project,
    all.filter((speaker) => speaker !== into),
    into,
  );
  void setStatusBarMessage(vscode.l10n.t('Second Source: merged into {0}', into.name), 6000);
}

type SpeakerPick = vscode.QuickPickItem & { readonly speaker: KnownSpeaker };

function pickOf(speaker: KnownSpeaker): SpeakerPick {
  const { name, roles, registered, quotations, names } = speaker;
  const count = `${quotations} ${quotations === 1 ? vscode.l10n.t('quotation') : vscode.l10n.t('quotations')}`;
  const description = [...roles.slice(0, 1), registered ? 'registered' : vscode.l10n.t('not registered'), count].join(' · ');
  return {
    label: name,
    description,
    ...(names.length > 0 && { detail: vscode.l10n.t('also {0}', names.slice(0, 6).join(', ')) }),
    speaker,
  };
}

async function askOne(known: readonly KnownSpeaker[], placeHolder: string): Promise<KnownSpeaker | undefined> {
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await showQuickPick(known.map(pickOf), options))?.speaker;
}

async function askMany(known: readonly KnownSpeaker[], first: KnownSpeaker | undefined): Promise<readonly KnownSpeaker[] | undefined> {
  const picks = known.map((speaker) => ({ ...pickOf(speaker), picked: speaker === first }));
  const options = { placeHolder: vscode.l10n.t('Who is one and the same? Mark them all'), canPickMany: true, matchOnDetail: true } as const;
  return (await showQuickPick(picks, options))?.map(({ speaker }) => speaker);
}

/** A speaker by id, or the one of what a tree's node lists. */
function named(known: readonly KnownSpeaker[], args: readonly unknown[]): KnownSpeaker | undefined {
  const [first] = args;
  if (typeof first === 'string') return known.find(({ id }) => id === first);
  if (typeof first !== 'object' || first === null || !('state' in first) || !('items' in first)) return undefined;
  const { state, items } = first as { readonly state: Picked['state']; readonly items: readonly Item[] };
  const speaker = items[0]?.speakers[0];
  return (
    speaker && known.find(({ id, registered, ids }) => (registered ? id === speaker.id : ids.get(state.path)?.has(speaker.id) === true))
  );
}

async function projectMeant(session: Session, args: readonly unknown[] = []): Promise<Project | undefined> {
  const state = typeof args[0] === 'object' ? targetArticle(session, args) : undefined;
  return (state && session.projectOf(state.uri)) ?? projectInFront(session);
}
