import * as vscode from 'vscode';
import { type Span, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { nothingHere, registerCommand, reveal, shortened } from '../shared/index';

/** Statements that both have, in the order of the left one. */
interface Pair {
  readonly left: Span;
  readonly right: Span;
}

interface Compared {
  readonly left: ArticleState;
  readonly right: ArticleState;
  readonly pairs: readonly Pair[];
}

/** Milliseconds in which a scroll is the answer to ours, and until two editors that were just opened stand still. */
const answers = 250;
const settling = 500;

/** Two articles beside each other: what one scrolls to, the other shows where it has the same. */
export function registerSideBySide(session: Session): vscode.Disposable {
  const tint = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    overviewRulerColor: new vscode.ThemeColor('secondSource.directLine'),
  });
  let compared: Compared | undefined;
  let followed = 0;
  const editorOf = (state: ArticleState) =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === state.uri.toString());

  return vscode.Disposable.from(
    tint,
    registerCommand('compareRenderings', async (path) => {
      const editor = vscode.window.activeTextEditor;
      const left = editor && session.shown(editor.document);
      const project = left && session.projectOf(left.uri);
      if (editor === undefined || left === undefined || project === undefined) {
        nothingHere(vscode.l10n.t('open an article to compare it'));
        return;
      }
      const found = await pairsOf(project, left);
      const right = typeof path === 'string' ? found.find((one) => one.right.path === path) : await askOther(found);
      if (right === undefined) return;
      compared = undefined;
      const here = left.lines.span(editor.selection);
      const first = right.pairs.find((pair) => pair.left.end > here.start) ?? right.pairs[0];
      if (first === undefined) return;
      await reveal(left, first.left, { viewColumn: vscode.ViewColumn.One, preview: false });
      await reveal(right.right, first.right, { viewColumn: vscode.ViewColumn.Two, preview: false, preserveFocus: true });
      // What was asked for stays in sight, also where another statement stands above it there.
      followed = Date.now() + settling - answers;
      compared = right;
      const { pairs } = right;
      editorOf(left)?.setDecorations(tint, pairs.map((pair) => left.lines.range(pair.left))); // prettier-ignore
      editorOf(right.right)?.setDecorations(tint, pairs.map((pair) => right.right.lines.range(pair.right))); // prettier-ignore
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => {
      if (compared === undefined || range === undefined || Date.now() - followed < answers) return;
      const isLeft = textEditor === editorOf(compared.left);
      const other = editorOf(isLeft ? compared.right : compared.left);
      if (other === undefined || (!isLeft && textEditor !== editorOf(compared.right))) return;
      const [own, there] = isLeft ? ([compared.left, compared.right] as const) : ([compared.right, compared.left] as const);
      const top = own.lines.offset(range.start);
      const [from, to] = isLeft ? (['left', 'right'] as const) : (['right', 'left'] as const);
      const next = compared.pairs.toSorted((a, b) => a[from].start - b[from].start).find((pair) => pair[from].start >= top);
      if (next === undefined) return;
      followed = Date.now();
      // As far below the top as its counterpart.
      const below = own.lines.position(next[from].start).line - range.start.line;
      const line = Math.max(0, there.lines.position(next[to].start).line - below);
      other.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      if (compared && (editorOf(compared.left) === undefined || editorOf(compared.right) === undefined)) compared = undefined;
    }),
  );
}

/** The articles that have statements of this one, those with most first. */
async function pairsOf(project: Project, left: ArticleState): Promise<readonly Compared[]> {
  const found = new Map<string, { readonly right: ArticleState; readonly pairs: Pair[] }>();
  for (const item of left.items) {
    if (item.type !== 'quotation' && item.type !== 'statement') continue;
    const { renderings } = await project.together.statementAt(left, item.span, item);
    for (const { match, state, item: there } of renderings) {
      if (match.level !== 'match') continue;
      const entry = found.get(match.uri) ?? { right: state, pairs: [] };
      entry.pairs.push({ left: item.span, right: there?.span ?? match });
      found.set(match.uri, entry);
    }
  }
  return [...found.values()].map(({ right, pairs }) => ({ left, right, pairs })).sort((a, b) => b.pairs.length - a.pairs.length);
}

async function askOther(found: readonly Compared[]): Promise<Compared | undefined> {
  if (found.length === 0) {
    void showInformationMessage(vscode.l10n.t('No other article of this folder surely has a statement of this one.'));
    return undefined;
  }
  const picks = found.map((one) => {
    const [first] = one.pairs;
    return {
      label: labelOf(one.right),
      description: vscode.l10n.t(
        '{0} {1} in common',
        one.pairs.length,
        one.pairs.length === 1 ? vscode.l10n.t('statement') : vscode.l10n.t('statements'),
      ),
      ...(first && { detail: shortened(wordingOf(one.right, first.right), 120) }),
      one,
    };
  });
  return (await showQuickPick(picks, { placeHolder: vscode.l10n.t('Read beside which article?'), matchOnDetail: true }))?.one;
}
