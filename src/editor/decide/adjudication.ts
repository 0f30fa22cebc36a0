import * as vscode from 'vscode';
import { placeOf } from '../../core/index';
import { annotatorsOf, type ComparedFolder, compareFolder, settle, takeAgreed, type Verdict } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView, setStatusBarMessage, showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { projectInFront, registerCommand, reveal } from '../shared/index';
import { askDraft } from './adjudicationDraft';
import { sideText, speakerNames } from './adjudicationText';
import { children, differencesOf, figures, isOpen, isSame, type Node, type Open, opensOf, roots, treeItem } from './adjudicationTree';

const scheme = 'second-source-adjudication';
const view = 'secondSource.adjudication';
const context = 'secondSource.adjudicating';

interface Desk {
  readonly project: Project;
  readonly folder: ComparedFolder;
}

/** Two people's annotations side by side, passage by passage, until the shared file holds what counts. */
export function registerAdjudication(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  const texts = new vscode.EventEmitter<vscode.Uri>();
  let desk: Desk | undefined;
  let at: Open | undefined;
  /** How many there were to settle when it began. */
  let total = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** A fast key waits for the one before it, and is about what is shown then. */
  const inTurn = (act: () => Promise<unknown>) => (turn = turn.catch(() => undefined).then(act));
  let reading: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (desk === undefined ? [] : node ? children(node) : roots(desk.folder)),
    getTreeItem: (node) => treeItem(desk?.folder.who ?? ['', ''], node),
    getParent: (node) => (node.kind === 'open' ? { kind: 'article', article: node.article } : undefined),
  };
  const tree = createTreeView(view, { treeDataProvider: provider });

  const show = async (next: Desk | undefined) => {
    desk = next;
    await vscode.commands.executeCommand('setContext', context, desk !== undefined);
    if (desk) {
      const { folder } = desk;
      tree.description = folder.who.join(vscode.l10n.t(' and '));
      tree.message = figures(folder);
      const count = opensOf(folder).length;
      tree.badge = { value: count, tooltip: vscode.l10n.t('{0} to settle', count) };
    }
    changed.fire(undefined);
  };
  const readAgain = async () => {
    if (desk === undefined) return;
    const { project, folder } = desk;
    const next = await compareFolder(project, folder.who);
    if (desk.folder === folder) await show({ project, folder: next });
  };
  /** One reading after the other; who asks while one waits its turn gets that one. */
  const refresh = () => {
    waiting ??= reading
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return (reading = readAgain());
      });
    return waiting;
  };
  const goTo = async (open: Open | undefined) => {
    at = open;
    if (desk === undefined || open === undefined) return;
    const [left, right] = sideUris();
    texts.fire(left);
    texts.fire(right);
    // The same two documents for every passage, with other texts: a diff that is opened anew would have the focus only after a while.
    if (isShown()) return;
    const title = desk.folder.who.join(' ↔ ');
    // The language of articles wraps.
    for (const side of [left, right])
      await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(side), 'article');
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true } satisfies vscode.TextDocumentShowOptions);
  };
  const step = async (by: 1 | -1) => {
    if (desk === undefined) return;
    const opens = opensOf(desk.folder);
    const here = opens.findIndex((open) => at !== undefined && isSame(open, at));
    await goTo(opens[(here + by + opens.length) % opens.length]);
  };
  const decide = async (verdict: Verdict) => {
    const current = at;
    if (desk === undefined || current === undefined) return;
    const before = opensOf(desk.folder);
    const index = before.findIndex((open) => isSame(open, current));
    await settle(session, desk.project, desk.folder, current.article, current.comparison, verdict);
    await refresh();
    const left = opensOf(desk.folder);
    if (left.length > 0) await goTo(left[Math.min(Math.max(0, index), left.length - 1)]);
    else await finished(desk.folder);
  };
  const finished = async (folder: ComparedFolder) => {
    at = undefined;
    await closeDiffs();
    const agreed = folder.articles.reduce((sum, article) => sum + article.agreed.length, 0);
    const rest = agreed > 0 ? vscode.l10n.t(' {0} on which both agree can be taken over.', agreed) : '';
    const takeOver = vscode.l10n.t('Take Over');
    const told = showInformationMessage(
      vscode.l10n.t('{0}: every difference is settled.{1}', folder.who.join(vscode.l10n.t(' and ')), rest),
      ...(agreed > 0 ? [takeOver] : []),
    );
    void told.then((answer) => answer === takeOver && vscode.commands.executeCommand('secondSource.adjudicateAgreed'));
  };
  /** The passage that is meant: a node of the tree, else the one that is shown. */
  const meant = (node: unknown) => {
    if (isOpen(node)) at = node;
  };
  const take = (verdict: 'ours' | 'theirs' | 'both' | 'neither') => (node: unknown) =>
    inTurn(() => {
      meant(node);
      return decide(verdict);
    });

  return vscode.Disposable.from(
    changed,
    texts,
    tree,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: texts.event,
      provideTextDocumentContent: (uri) => textOf(desk, at, total, uri),
    }),
    session.onDidChange(() => void refresh().catch(() => undefined)), // a file that is being written is read again after it
    tree.onDidChangeSelection(({ selection: [node] }) => {
      if (node?.kind === 'open') at = node;
    }),
    registerCommand('adjudicate', async (...given) => {
      const project = await projectInFront(session);
      const who = project && (await askWho(project, given));
      if (project === undefined || who === undefined) return;
      const folder = await compareFolder(project, who);
      if (folder.articles.length === 0) {
        void showInformationMessage(vscode.l10n.t('There is no article that both {0} and {1} have annotated.', who[0], who[1]));
        return;
      }
      await show({ project, folder });
      total = opensOf(folder).length;
      const [first] = opensOf(folder);
      await vscode.commands.executeCommand(`${view}.focus`);
      if (first) await goTo(first);
      else await finished(folder);
    }),
    registerCommand('adjudicateOpen', async (node) => {
      if (isOpen(node)) await goTo(node);
    }),
    registerCommand('adjudicateNext', () => inTurn(() => step(1))),
    registerCommand('adjudicatePrevious', () => inTurn(() => step(-1))),
    registerCommand('adjudicateLeft', take('ours')),
    registerCommand('adjudicateRight', take('theirs')),
    registerCommand('adjudicateBoth', take('both')),
    registerCommand('adjudicateNeither', take('neither')),
    registerCommand('adjudicateEdit', (node) =>
      inTurn(async () => {
        meant(node);
        const draft = desk && at && (await askDraft(desk.project, desk.folder.who, at.article, at.comparison));
        if (draft) await decide(draft);
      }),
    ),
    registerCommand('adjudicateShow', async (node) => {
      meant(node);
      if (at) await reveal(at.article.state, placeOf(at.comparison), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    }),
    registerCommand('adjudicateAgreed', async () => {
      if (desk === undefined) return;
      const count = await takeAgreed(session, desk.project, desk.folder);
      await refresh();
      void setStatusBarMessage(vscode.l10n.t('Second Source: took over {0}', count), 6000);
    }),
    registerCommand('adjudicateEnd', async () => {
      at = undefined;
      await show(undefined);
      await closeDiffs();
    }),
  );
}

function sideUris(): readonly [vscode.Uri, vscode.Uri] {
  const side = (name: string) => vscode.Uri.from({ scheme, path: `/${name}` });
  return [side('left'), side('right')];
}

function isShown(): boolean {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme;
}

function textOf(desk: Desk | undefined, open: Open | undefined, total: number, uri: vscode.Uri): string {
  const opens = desk ? opensOf(desk.folder) : [];
  const here = opens.findIndex((one) => open !== undefined && isSame(one, open));
  if (desk === undefined || open === undefined || here < 0) return vscode.l10n.t('This is settled.\n');
  const { ours, theirs } = open.comparison;
  const [who, side] = uri.path === sideUris()[0].path ? [desk.folder.who[0], ours] : [desk.folder.who[1], theirs];
  const number = vscode.l10n.t('{0} of {1}', Math.max(total, opens.length) - opens.length + here + 1, Math.max(total, opens.length));
  const text = sideText(
    open.article,
    side,
    [ours, theirs].filter((one) => one !== undefined),
    speakerNames(desk.project, open.article),
  );
  return `${who} · ${differencesOf(open.comparison, desk.folder.who)} · ${number}\n${text}`;
}

async function askWho(project: Project, given: readonly unknown[]): Promise<readonly [string, string] | undefined> {
  const [one, two] = given;
  if (typeof one === 'string' && typeof two === 'string') return [one, two];
  const names = await annotatorsOf(project);
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined) {
    void showInformationMessage(
      vscode.l10n.t('Nobody to compare: two people annotate in files of their own where each sets secondSource.annotator to their name.'),
    );
    return undefined;
  }
  if (more.length === 0) return [first, second];
  const left = await showQuickPick(names, { placeHolder: vscode.l10n.t('Whose annotations are to stand on the left?') });
  const others = names.filter((name) => name !== left);
  const right =
    left === undefined ? undefined : await showQuickPick(others, { placeHolder: vscode.l10n.t('Compare {0} with whom?', left) });
  return left === undefined || right === undefined ? undefined : [left, right];
}

async function closeDiffs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme);
  await vscode.window.tabGroups.close(own);
}
