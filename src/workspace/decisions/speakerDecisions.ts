import * as vscode from 'vscode';
import {
  type AliasWords,
  decide,
  editSidecar,
  mergeSpeakers,
  type ProjectChange,
  readSidecar,
  type Registry,
  renameSpeakers,
  type SidecarChange,
  type SpeakerEntry,
} from '../../core/index';
import { type FileChange, isSidecarName, pathBelow, walk } from '../files/index';
import type { Project } from '../folder/index';
import { acceptedWith, current, type Picked, refuseDecided } from './decisions';
import { type Desk, newId, projectOf, review } from './desk';
import { projectChange, refused, sidecarChange } from './fileChanges';
import { isNamedAs, type KnownSpeaker, registrations, type SpeakerChoice } from './speakers';

/**
 * Accepts the quotation with these speakers; an empty list says that the text does not tell. With `taught`, the words that name
 * the speaker there become a name of the chosen one, in the same decision.
 */
export async function setSpeakers(desk: Desk, shown: Picked, choices: readonly SpeakerChoice[], taught?: AliasWords): Promise<void> {
  const [{ state, item } = shown] = await current(desk, [shown]);
  refuseDecided(desk, shown, { state, item }, ['speakers']);
  const project = projectOf(desk, state);
  const reviewed = await review(project);
  const speakers = choices.map(({ id }) => id);
  const { annotation, suggestion } = item;
  const changes: FileChange[] = [];
  const [only] = choices;
  const registered = registrations(choices);
  const learnt = (registry: Registry) => (taught && only ? learned(registry, state, only, taught) : []);
  if (registered.length > 0 || (taught && only))
    changes.push(projectChange(project.yaml, (registry) => [...registered, ...learnt(registry)]));
  // Words that name somebody else tell nothing about this one.
  const isSame = speakers.join() === item.speakers.map(({ id }) => id).join();
  const keepsMention = isSame || taught !== undefined || isNamedAs(project, state, item, choices);
  let change: SidecarChange;
  if (annotation)
    change = {
      kind: 'update',
      id: annotation.id,
      set: { speakers, ...acceptedWith(annotation), reviewed },
      unset: keepsMention ? [] : ['mention'],
    };
  else if (suggestion) {
    const { mention, ...accepted } = decide(suggestion, 'accepted', state.article.raw, newId(), reviewed);
    change = { kind: 'add', annotation: { ...accepted, speakers, ...(keepsMention && mention && { mention }) } };
  } else return;
  changes.push(sidecarChange(project, state, [change]));
  await desk.journal.apply(vscode.l10n.t('Change speaker'), changes);
}

/** Counts on the choice's own registration, which stands before it in the list of changes. */
function learned(
  registry: Registry,
  state: Picked['state'],
  { id, register }: SpeakerChoice,
  { text }: AliasWords,
): readonly ProjectChange[] {
  const entry = registry.speakers.find((speaker) => speaker.id === id);
  if (entry ?? register) {
    const aliases = [...(entry?.aliases ?? register?.aliases ?? []), text];
    return [{ kind: 'update-speaker', id, set: { aliases } }];
  }
  const here = state.analysis.speakers.find((speaker) => speaker.id === id);
  return here ? [{ kind: 'add-speaker', id, name: here.name, aliases: [text] }] : [];
}

export async function addSpeaker(desk: Desk, project: Project, { id, name, aliases, roles }: SpeakerEntry): Promise<void> {
  await desk.journal.apply(vscode.l10n.t('Add {0}', name), [
    projectChange(project.yaml, [{ kind: 'add-speaker', id, name, aliases, roles }]),
  ]);
}

/** Changes a speaker's name, other names or roles; one that is not registered is registered with it. */
export async function editSpeaker(
  desk: Desk,
  project: Project,
  speaker: KnownSpeaker,
  set: Partial<Pick<SpeakerEntry, 'name' | 'aliases' | 'roles'>>,
): Promise<void> {
  const { id, registered, name, names, roles } = speaker;
  // The articles go on using the old name.
  const renamed =
    set.name !== undefined && set.name !== name ? { aliases: [...new Set([...names, name])].filter((alias) => alias !== set.name) } : {};
  if (registered)
    await desk.journal.apply(vscode.l10n.t('Edit {0}', name), [
      projectChange(project.yaml, [{ kind: 'update-speaker', id, set: { ...renamed, ...set } }]),
    ]);
  else {
    const entry = { kind: 'add-speaker', id, name, aliases: names, roles, ...renamed, ...set } as const;
    await desk.journal.apply(vscode.l10n.t('Register {0}', name), [
      projectChange(project.yaml, [entry]),
      ...(await renamedEverywhere(project, [speaker], id)),
    ]);
  }
}

/** Makes one speaker of several: in the project file and in the annotations of every article and annotator. One undo. */
export async function merge(desk: Desk, project: Project, from: readonly KnownSpeaker[], into: KnownSpeaker): Promise<void> {
  const entry = ({ id, name, names, roles }: KnownSpeaker): SpeakerEntry => ({ id, name, aliases: names, roles });
  const all = [into, ...from];
  const fresh = all.filter(({ registered }) => !registered);
  const registry = { ...project.yaml.registry, speakers: [...project.yaml.registry.speakers, ...fresh.map(entry)] };
  const merged = mergeSpeakers(
    registry,
    from.map(({ id }) => id),
    into.id,
  ).filter((change) => change.kind !== 'remove-speaker' || !fresh.some(({ id }) => id === change.id));
  const added: readonly ProjectChange[] = into.registered ? [] : [{ kind: 'add-speaker', ...entry(into) }];
  const changes = [projectChange(project.yaml, [...added, ...merged]), ...(await renamedEverywhere(project, all, into.id))];
  await desk.journal.apply(vscode.l10n.t('Merge {0} into {1}', from.map(({ name }) => name).join(', '), into.name), changes);
}

/** Registered speakers go by one id everywhere; the ids of others mean them only in the articles that name them. */
async function renamedEverywhere(project: Project, speakers: readonly KnownSpeaker[], into: string): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for await (const uri of walk(project.root)) {
    if (!isSidecarName(uri.path)) continue;
    const article = project.shelf.names.articleOf(uri);
    const path = (article && pathBelow(project.root, article)) ?? '';
    const ids = speakers.flatMap(({ id, registered, ids: here }) => (registered ? [id] : [...(here.get(path) ?? [])]));
    if (ids.length === 0) continue;
    changes.push({
      uri,
      change: (text = '') => {
        const sidecar = readSidecar(text);
        const renamed = renameSpeakers(sidecar.annotations, ids, into);
        if (renamed.length > 0 && sidecar.locked) throw refused(uri);
        return renamed.length === 0 ? [] : editSidecar(text, renamed);
      },
    });
  }
  return changes;
}
