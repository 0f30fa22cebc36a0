import * as vscode from 'vscode';
import { type Item, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { type KnownSpeaker, knownSpeakers } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView, showInformationMessage } from '../../workspace/window/index';
import { kindName, shortened } from '../shared/index';

const view = 'secondSource.speakers';
const dragged = 'application/vnd.code.tree.secondsource.speakers';

/** A speaker of a folder; `state` and `items` name one of their articles to the commands about speakers. */
interface Speaking {
  readonly kind: 'speaking';
  readonly project: Project;
  readonly speaker: KnownSpeaker;
  readonly said: readonly Said[];
  readonly state: ArticleState | undefined;
  readonly items: readonly Item[];
}

interface Said {
  readonly kind: 'said';
  readonly state: ArticleState;
  readonly item: Item;
}

type Node = Speaking | Said;

/** Everybody who speaks in the folder's articles, who says most first, with their words; one dropped on another is the same person. */
export function registerSpeakers(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node === undefined ? session.projects.flatMap(speakersOf) : node.kind === 'speaking' ? [...node.said] : []),
    getTreeItem: (node) => (node.kind === 'speaking' ? speakerItem(node) : saidItem(session, node)),
  };
  const dragAndDropController: vscode.TreeDragAndDropController<Node> = {
    dragMimeTypes: [dragged],
    dropMimeTypes: [dragged],
    handleDrag: (nodes, data) => {
      const ids = nodes.flatMap((node) => (node.kind === 'speaking' ? node.speaker.id : []));
      data.set(dragged, new vscode.DataTransferItem(ids));
    },
    handleDrop: async (target, data) => {
      const ids: unknown = data.get(dragged)?.value;
      if (target?.kind !== 'speaking' || !Array.isArray(ids)) return;
      const { id, name } = target.speaker;
      const all = [...new Set([...ids.filter((one) => typeof one === 'string'), id])];
      if (all.length < 2) return;
      const merge = vscode.l10n.t('Merge');
      const detail = vscode.l10n.t('In second-source.yaml and in the annotations of every article. One undo takes it back.');
      const answer = await showInformationMessage(vscode.l10n.t('Are they all {0}?', name), { modal: true, detail }, merge);
      if (answer === merge) await vscode.commands.executeCommand('secondSource.mergeSpeakers', all, id);
    },
  };
  return vscode.Disposable.from(
    changed,
    createTreeView(view, { treeDataProvider: provider, showCollapseAll: true, canSelectMany: true, dragAndDropController }),
    session.onDidChange(({ kind }) => {
      if (kind === 'folder') changed.fire(undefined);
    }),
  );
}

function speakersOf(project: Project): Speaking[] {
  const states = project.together.states();
  const isShown = ({ type, unmarked }: Item) => type === 'quotation' && !unmarked;
  const all = knownSpeakers(project).map((speaker): Speaking => {
    const isBy = (state: ArticleState, item: Item) =>
      item.speakers.some(({ id, registered }) => (registered ? id === speaker.id : speaker.ids.get(state.path)?.has(id) === true));
    const said = states.flatMap((state) =>
      state.items.filter((item) => isShown(item) && isBy(state, item)).map((item): Said => ({ kind: 'said', state, item })),
    );
    return { kind: 'speaking', project, speaker, said, state: said[0]?.state, items: said[0] ? [said[0].item] : [] };
  });
  const speaking = all.filter(({ said, speaker }) => said.length > 0 || speaker.registered);
  return speaking.sort((a, b) => b.said.length - a.said.length || (a.speaker.name < b.speaker.name ? -1 : 1));
}

function speakerItem({ project, speaker, said }: Speaking): vscode.TreeItem {
  const { name, roles, registered } = speaker;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, said.length > 0 ? Collapsed : None);
  const articles = [...new Map(said.map(({ state }) => [state.article.uri, state])).values()];
  const [only] = articles;
  // Several may go by one surname, each in an article of its own.
  const counts =
    only && articles.length === 1
      ? vscode.l10n.t('{0} in {1}', said.length, labelOf(only))
      : vscode.l10n.t('{0} in {1} {2}', said.length, articles.length, vscode.l10n.t('articles'));
  item.id = `${project.root.toString()} ${speaker.id} ${name}`;
  item.description = [project.title, counts, ...roles.slice(0, 1)].filter((part) => part !== undefined).join(' · ');
  item.tooltip = `${name}: ${counts}${registered ? '' : vscode.l10n.t(', not registered')}`;
  item.iconPath = new vscode.ThemeIcon('person');
  item.contextValue = 'speaker';
  return item;
}

function saidItem(session: Session, { state, item: quotation }: Said): vscode.TreeItem {
  const words = wordingOf(state, quotation.span);
  const outlet = labelOf(state);
  const item = new vscode.TreeItem(shortened(words, 110));
  item.description = outlet;
  const status = quotation.status === 'accepted' ? vscode.l10n.t('accepted') : vscode.l10n.t('suggested{0}', '');
  item.tooltip = `${words}\n${outlet} · ${kindName(quotation)} · ${status}`;
  item.accessibilityInformation = { label: `${words}, ${outlet}, ${status}` };
  item.iconPath = new vscode.ThemeIcon(quotation.status === 'accepted' ? 'pass' : 'circle-outline');
  item.contextValue = quotation.how === 'changed' ? 'changed' : quotation.status;
  const { start, end } = quotation.span;
  item.command = { title: vscode.l10n.t('Show'), command: 'secondSource.openPassage', arguments: [session.idOf(state.uri), start, end] };
  return item;
}
