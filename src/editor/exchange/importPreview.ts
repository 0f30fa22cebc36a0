import * as vscode from 'vscode';
import type { ImportEntry, ImportPreview } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { isNews, type PendingImport } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView } from '../../workspace/window/index';
import { shortened, statusNames, typeName } from '../shared/index';
import { isOpen, knowledge, type Look, places, placesToChoose, placeSentence, summary } from './importTelling';

type ImportDocument = ImportPreview['documents'][number];

type Node =
  | { readonly kind: 'arrival'; readonly pending: PendingImport }
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
    this.#view = createTreeView('secondSource.import', {
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

  /** A place was chosen for an entry: it is ticked from now on, as others that have one. */
  choose(id: string, start: number): void {
    this.#pending?.choose(id, start);
    this.#ticked.delete(id);
    this.refresh();
  }

  arriveAs(as: PendingImport['as']): void {
    if (this.#pending) this.#pending.as = as;
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
      case 'arrival':
        return arrivalItem(node.pending);
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
    const { kind, type, status } = annotation;
    const item = new vscode.TreeItem(label(annotation.exact));
    const name = type === 'quotation' && kind === undefined ? vscode.l10n.t('quotation') : typeName({ type, kind });
    const what = [name, ...(status === 'accepted' ? [] : [statusNames[status]])].join(' ');
    const author = authorOf(annotation);
    item.description = [
      isOpen(entry) ? placesToChoose(entry) : places[placed.how].name,
      knowledge[known],
      what,
      ...(author === undefined ? [] : [label(author)]),
    ].join(' · ');
    item.tooltip = [
      annotation.exact,
      '',
      placeSentence(entry, state),
      ...(annotation.note === undefined ? [] : ['', annotation.note]),
    ].join('\n');
    const { icon, color }: Look = places[placed.how];
    item.iconPath = new vscode.ThemeIcon(status === 'suggested' && placed.how === 'exact' ? 'lightbulb' : icon, color);
    if (isNews(entry)) item.checkboxState = checkbox(this.isTicked(entry));
    item.accessibilityInformation = { label: `${label(annotation.exact)}, ${item.description}` };
    item.command = entry.choices
      ? { title: vscode.l10n.t('Choose Its Place'), command: 'secondSource.chooseImportPlace', arguments: [annotation.id] }
      : placed.how === 'orphan'
        ? { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [state.uri] }
        : {
            title: vscode.l10n.t('Show'),
            command: 'secondSource.openPassage',
            arguments: [this.#session.idOf(state.uri), placed.span.start, placed.span.end],
          };
    return item;
  }
}

function checkbox(ticked: boolean): vscode.TreeItemCheckboxState {
  return ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
}

function arrivalItem({ as }: PendingImport): vscode.TreeItem {
  const name = as === 'accepted' ? vscode.l10n.t('Arrives as decided') : vscode.l10n.t('Arrives as suggestions');
  const item = new vscode.TreeItem(name);
  const other = as === 'accepted' ? 'suggested' : 'accepted';
  item.description = as === 'accepted' ? vscode.l10n.t('click for suggestions') : vscode.l10n.t('click for decisions');
  item.tooltip =
    as === 'accepted'
      ? vscode.l10n.t('What was accepted or rejected where it comes from is accepted or rejected here, with the name of who made it.')
      : vscode.l10n.t('Nothing of it counts as decided here: each is accepted or rejected like other suggestions, and keeps who made it.');
  item.iconPath = new vscode.ThemeIcon(as === 'accepted' ? 'check-all' : 'lightbulb');
  item.accessibilityInformation = { label: `${name}, ${item.description}`, role: 'button' };
  item.command = { title: item.description, command: 'secondSource.arriveAs', arguments: [other] };
  return item;
}

function roots(pending: PendingImport): Node[] {
  const { preview, project } = pending;
  const list = (name: string, icon: string, lines: readonly string[]): Node[] =>
    lines.length === 0 ? [] : [{ kind: 'list', label: name, icon, lines }];
  const { documents, links, conflicts, speakers, outlets, elsewhere, labels, skipped, problems } = preview;
  return [
    ...(documents.some(({ entries }) => entries.length > 0) ? [{ kind: 'arrival', pending } as const] : []),
    ...documents.flatMap((document): Node[] => {
      const state = project.stateAt(document.path);
      return state ? [{ kind: 'article', state, document }] : [];
    }),
    ...list(
      vscode.l10n.t('Speakers'),
      'person',
      speakers.map(({ name }) => name),
    ),
    ...list(
      vscode.l10n.t('Outlets'),
      'library',
      outlets.map(({ name }) => name),
    ),
    ...list(
      vscode.l10n.t('Links between outlets'),
      'link',
      links.map(({ from, to, relation }) => `${from.path} – ${to.path}: ${relation}`),
    ),
    ...list(
      vscode.l10n.t('Decisions on contradictions'),
      'law',
      conflicts.map(({ status, reason }) => (reason === undefined ? status : `${status}: ${reason}`)),
    ),
    ...list(
      vscode.l10n.t('Not in this folder'),
      'circle-slash',
      elsewhere.map(({ name, count }) => `${name} (${count})`),
    ),
    ...list(
      vscode.l10n.t('Labels and what they are read as'),
      'tag',
      labels.map(({ label: name, as, count }) => `${name} → ${as} (${count})`),
    ),
    ...list(
      vscode.l10n.t('Left out'),
      'info',
      Object.entries(skipped).map(([what, count]) => `${count} ${what}`),
    ),
    ...list(
      vscode.l10n.t('Could not be read'),
      'error',
      problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`),
    ),
  ];
}

/** Who made it, as far as the import says. */
function authorOf({ by, reviewed, status }: ImportEntry['annotation']): string | undefined {
  return status === 'suggested' ? by : (reviewed?.by ?? by);
}

/** Somebody else's words, short enough to leave room for what is said about them. */
function label(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim(), 90);
}
