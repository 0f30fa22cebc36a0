import * as vscode from 'vscode';
import { changedSince, type ChangedSince, changeMessage, type VersionChange } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { nameOf } from '../../workspace/files/index';
import type { EarlierVersion, Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView, showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { attempt, shortened } from '../shared/index';

const context = 'secondSource.comparing';
const icons: Readonly<Record<VersionChange['kind'], string>> = {
  figure: 'symbol-number',
  name: 'person',
  date: 'calendar',
  quotation: 'quote',
  correction: 'info',
};
const others = vscode.l10n.t('Typos and other wording are not listed.');

/** Two versions that are compared beside each other. */
interface Comparison {
  readonly state: ArticleState;
  readonly earlier: EarlierVersion;
  readonly changed: ChangedSince | undefined;
}

/** An article beside an earlier version of it, with a list of what the outlet has changed that a reader must know. */
export function registerVersions(session: Session): vscode.Disposable {
  const list = new ChangeList();
  const show = async (comparison: Comparison, change?: VersionChange) => {
    const { earlier, state } = comparison;
    const title = vscode.l10n.t('{0} ({1} ↔ today)', nameOf(state.uri), timeOf(earlier));
    const selection = change && state.lines.range(change);
    await vscode.commands.executeCommand('vscode.diff', earlier.uri, state.uri, title, selection && { selection });
  };
  return vscode.Disposable.from(
    list,
    vscode.commands.registerCommand('secondSource.compareVersions', (given?: unknown) =>
      attempt(async () => {
        const uri = uriOf(given) ?? vscode.window.activeTextEditor?.document.uri;
        const project = uri && session.projectOf(uri);
        const state = uri && (await project?.shelf.hold(uri));
        if (project === undefined || state === undefined) {
          void showInformationMessage(vscode.l10n.t('Open an article of an annotated folder first.'));
          return;
        }
        const earlier = await chosen(project, state);
        if (earlier === undefined) return;
        const comparison = { state, earlier, changed: await project.versions.compare(earlier, state) };
        await list.show(comparison);
        await show(comparison);
      }),
    ),
    vscode.commands.registerCommand('secondSource.showVersionChange', (change: VersionChange) =>
      attempt(async () => {
        if (list.comparison) await show(list.comparison, change);
      }),
    ),
    vscode.commands.registerCommand('secondSource.endComparison', () => list.end()),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      const shown = list.comparison?.state.uri.toString();
      const isEnded = closed.some(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === shown);
      if (isEnded) void list.end();
    }),
  );
}

/** The only earlier version there is, else the one that is chosen. */
async function chosen(project: Project, state: ArticleState): Promise<EarlierVersion | undefined> {
  const versions = await project.versions.list(state);
  const [only, ...more] = versions;
  if (only === undefined) {
    void showInformationMessage(
      vscode.l10n.t(
        '{0} has no earlier version: import the article again when its outlet has changed it, or keep the folder in git.',
        nameOf(state.uri),
      ),
    );
    return undefined;
  }
  if (more.length === 0) return only;
  const items = versions.map((version) => ({ label: timeOf(version), description: nameOf(version.uri), version }));
  return (await showQuickPick(items, { placeHolder: vscode.l10n.t('Compare with which earlier version?') }))?.version;
}

function timeOf({ at, kind, text, uri }: EarlierVersion): string {
  const retrieved = /^retrieved: *"?(\d{4}-\d\d-\d\d)/m.exec(text.slice(0, 2000))?.[1];
  if (kind === 'committed') return vscode.l10n.t('committed {0}', at?.slice(0, 10) ?? 'last');
  return retrieved === undefined
    ? vscode.l10n.t('version {0}', nameOf(uri).replace(/\..*$/, ''))
    : vscode.l10n.t('retrieved {0}', retrieved);
}

/** A tree's node, or the address of a file. */
function uriOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const state = (given as { readonly state?: Partial<ArticleState> } | undefined)?.state;
  return state?.uri instanceof vscode.Uri ? state.uri : undefined;
}

/** What was changed, in the order of the article; a click leads there in the comparison. */
class ChangeList implements vscode.TreeDataProvider<VersionChange> {
  comparison: Comparison | undefined;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = createTreeView('secondSource.versions', { treeDataProvider: this });

  /** The view comes to the front; what is opened after that has the focus. */
  async show(comparison: Comparison): Promise<void> {
    this.comparison = comparison;
    this.#view.message = messageOf(comparison);
    this.#view.description = nameOf(comparison.state.uri);
    this.#changed.fire(undefined);
    await vscode.commands.executeCommand('setContext', context, true);
    await vscode.commands.executeCommand('secondSource.versions.focus');
  }

  async end(): Promise<void> {
    this.comparison = undefined;
    this.#changed.fire(undefined);
    await vscode.commands.executeCommand('setContext', context, false);
  }

  getChildren(change?: VersionChange): VersionChange[] {
    return change === undefined ? [...(this.comparison?.changed?.changes ?? [])] : [];
  }

  getTreeItem(change: VersionChange): vscode.TreeItem {
    const { kind, before, after } = change;
    const [was, is] = before === undefined || after === undefined ? [before, after] : differing(before, after);
    const label =
      was === undefined ? (is ?? '') : `${shortened(was, 60)} → ${is === undefined ? vscode.l10n.t('taken out') : shortened(is, 60)}`;
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
    item.description = kind;
    item.tooltip = changeMessage(change);
    item.iconPath = new vscode.ThemeIcon(icons[kind]);
    item.command = { title: vscode.l10n.t('Show'), command: 'secondSource.showVersionChange', arguments: [change] };
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function messageOf({ changed }: Comparison): string {
  if (changed === undefined) return vscode.l10n.t('No figure, name, date or quotation has changed. {0}', others);
  const said = changedSince(changed);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. ${others}`;
}

/** Two wordings of some length without the words that they share at both ends, but for one. */
function differing(before: string, after: string): readonly [string, string] {
  const [a, b] = [before.split(' '), after.split(' ')];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [from, behind] = [Math.max(0, start - 1), Math.max(0, end - 1)];
  if (from < 3 && behind < 3) return [before, after];
  const part = (words: readonly string[]) =>
    `${from > 0 ? '… ' : ''}${words.slice(from, words.length - behind).join(' ')}${behind > 0 ? ' …' : ''}`;
  return [part(a), part(b)];
}
