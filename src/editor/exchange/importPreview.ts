import * as vscode from 'vscode';
import type { ImportEntry, ImportPreview } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { isNews, type PendingImport } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { shortened } from '../shared/index';

type ImportDocument = ImportPreview['documents'][number];

type Node =
  | { readonly kind: 'article'; readonly state: ArticleState; readonly document: ImportDocument }
  | { readonly kind: 'entry'; readonly state: ArticleState; readonly entry: ImportEntry }
  | { readonly kind: 'list'; readonly label: string; readonly icon: string; readonly lines: readonly string[] }
  | { readonly kind: 'line'; readonly text: string };

/** The tree of what an import would do: each annotation under its article, at the words it would stand on. */
export class ImportPreviewTree implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #session: Session;
  readonly #view: vscode.TreeView<Node>;
  #pending: PendingImport | undefined;
  /** What a person has ticked or unticked, by entry; new entries are ticked at first, those that have no place or would replace others are not. */
  #ticked = new Map<string, boolean>();

  constructor(session: Session) {
    this.#session = session;
    this.#view = vscode.window.createTreeView('secondSource.import', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.#view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) this.#tick(node, state === vscode.TreeItemCheckboxState.Checked);
      this.refresh();
    });
  }

  get pending(): PendingImport | undefined {
    return this.#pending;
  }

  show(pending: PendingImport | undefined): void {
    this.#pending = pending;
    this.#ticked = new Map();
    this.refresh();
  }

  refresh(): void {
    this.#view.message = this.#pending ? summary(this.#pending, (entry) => this.isTicked(entry)) : '';
    this.#changed.fire(undefined);
  }

  isTicked(entry: ImportEntry): boolean {
    return isNews(entry) && (this.#ticked.get(entry.annotation.id) ?? (entry.known === 'new' && entry.placed.how !== 'orphan'));
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.#pending ? roots(this.#pending) : [];
    if (node.kind === 'article') return node.document.entries.map((entry) => ({ kind: 'entry', state: node.state, entry }));
    return node.kind === 'list' ? node.lines.map((text) => ({ kind: 'line', text })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'article':
        return this.#articleItem(node.state, node.document);
      case 'entry':
        return this.#entryItem(node.state, node.entry);
      case 'list': {
        const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed);
        item.description = `${node.lines.length}`;
        item.iconPath = new vscode.ThemeIcon(node.icon);
        return item;
      }
      case 'line': {
        const item = new vscode.TreeItem(label(node.text));
        item.tooltip = node.text;
        return item;
      }
    }
  }

  #tick(node: Node, ticked: boolean): void {
    const entries = node.kind === 'entry' ? [node.entry] : node.kind === 'article' ? node.document.entries : [];
    for (const entry of entries) this.#ticked.set(entry.annotation.id, ticked);
  }

  #articleItem(state: ArticleState, { entries, facts }: ImportDocument): vscode.TreeItem {
    const item = new vscode.TreeItem(label(labelOf(state)), vscode.TreeItemCollapsibleState.Expanded);
    const news = entries.filter(isNews);
    item.description = [label(state.path), ...Object.keys(facts)].join(' · ');
    item.tooltip = Object.entries(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    item.iconPath = new vscode.ThemeIcon('file-text');
    if (news.length > 0) item.checkboxState = checkbox(news.every((entry) => this.isTicked(entry)));
    return item;
  }

  #entryItem(state: ArticleState, entry: ImportEntry): vscode.TreeItem {
    const { annotation, placed, known } = entry;
    const { kind = '', type, status } = annotation;
    const item = new vscode.TreeItem(label(annotation.exact));
    const what = [kind, type, ...(status === 'rejected' ? ['rejected'] : [])].filter((part) => part !== '').join(' ');
    item.description = `${places[placed.how].name} · ${knowledge[known]} · ${what}`;
    item.tooltip = [
      annotation.exact,
      '',
      placeSentence(entry, state),
      ...(annotation.note === undefined ? [] : ['', annotation.note]),
    ].join('\n');
    const { icon, color }: Look = places[placed.how];
    item.iconPath = new vscode.ThemeIcon(icon, color);
    if (isNews(entry)) item.checkboxState = checkbox(this.isTicked(entry));
    item.accessibilityInformation = { label: `${label(annotation.exact)}, ${item.description}` };
    item.command =
      placed.how === 'orphan'
        ? { title: 'Open', command: 'vscode.open', arguments: [state.uri] }
        : {
            title: 'Show',
            command: 'secondSource.openPassage',
            arguments: [this.#session.idOf(state.uri), placed.span.start, placed.span.end],
          };
    return item;
  }
}

interface Look {
  readonly name: string;
  readonly icon: string;
  readonly color?: vscode.ThemeColor;
}

const places = {
  exact: { name: 'placed', icon: 'pass' },
  moved: { name: 'moved', icon: 'arrow-right' },
  changed: { name: 'changed', icon: 'edit', color: new vscode.ThemeColor('list.warningForeground') },
  orphan: { name: 'no place', icon: 'debug-disconnect', color: new vscode.ThemeColor('list.errorForeground') },
} satisfies Record<string, Look>;

const knowledge = { new: 'new', same: 'here already', different: 'replaces another version' } as const;

function placeSentence({ placed, known }: ImportEntry, state: ArticleState): string {
  const sentences = {
    exact: `These words stand in ${state.path}.`,
    moved: `These words stand at another place of ${state.path} than they were annotated at.`,
    changed: placed.how === 'changed' ? `In ${state.path} it reads now: ${placed.now}` : '',
    orphan: `Where in ${state.path} these words belong cannot be told. Imported all the same, they are listed as lost until you give them a place.`,
  };
  return known === 'different'
    ? `${sentences[placed.how]} The annotation with this id says something else: tick to replace it.`
    : sentences[placed.how];
}

function checkbox(ticked: boolean): vscode.TreeItemCheckboxState {
  return ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
}

function roots({ preview, project }: PendingImport): Node[] {
  const list = (name: string, icon: string, lines: readonly string[]): Node[] =>
    lines.length === 0 ? [] : [{ kind: 'list', label: name, icon, lines }];
  const { documents, links, conflicts, speakers, outlets, elsewhere, skipped, problems } = preview;
  return [
    ...documents.flatMap((document): Node[] => {
      const state = project.stateAt(document.path);
      return state ? [{ kind: 'article', state, document }] : [];
    }),
    ...list(
      'Speakers',
      'person',
      speakers.map(({ name }) => name),
    ),
    ...list(
      'Outlets',
      'library',
      outlets.map(({ name }) => name),
    ),
    ...list(
      'Links between outlets',
      'link',
      links.map(({ from, to, relation }) => `${from.path} – ${to.path}: ${relation}`),
    ),
    ...list(
      'Decisions on contradictions',
      'law',
      conflicts.map(({ status, reason }) => (reason === undefined ? status : `${status}: ${reason}`)),
    ),
    ...list(
      'Not in this folder',
      'circle-slash',
      elsewhere.map(({ name, count }) => `${name} (${count})`),
    ),
    ...list(
      'Left out',
      'info',
      Object.entries(skipped).map(([what, count]) => `${count} ${what}`),
    ),
    ...list(
      'Could not be read',
      'error',
      problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`),
    ),
  ];
}

function summary({ name, preview }: PendingImport, isTicked: (entry: ImportEntry) => boolean): string {
  const entries = preview.documents.flatMap((document) => document.entries);
  const count = (how: keyof typeof places) => entries.filter(({ placed }) => placed.how === how).length;
  const here = entries.filter((entry) => !isNews(entry)).length;
  const counts = [
    [count('exact'), 'placed'],
    [count('moved'), 'moved'],
    [count('changed'), 'changed'],
    [count('orphan'), 'without a place'],
    [here, 'here already'],
  ] as const;
  const parts = counts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  const ticked = entries.filter(isTicked).length;
  return `${name}: ${parts.length > 0 ? parts.join(', ') : 'no annotations of these articles'}. Nothing is written yet. ${ticked} ${ticked === 1 ? 'is' : 'are'} ticked.`;
}

/** Somebody else's words as one line, short enough to leave room for what is said about them, that cannot turn the line round or break it. */
function label(text: string): string {
  return shortened(
    text
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    90,
  );
}
