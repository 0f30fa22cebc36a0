import * as vscode from 'vscode';
import { type Item, type Span, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { DocumentSymbol, SymbolInformation } from '../../workspace/window/index';
import { articleSelector, shortened } from '../shared/index';

const mostSymbols = 200;

/** The outline by speaker, and quotations and speakers of all folders by their words. */
export function registerSymbols(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      articleSelector,
      {
        provideDocumentSymbols(document) {
          const state = session.shown(document);
          const project = session.projectOf(document.uri);
          return state && project && outline(project, state);
        },
      },
      { label: 'Second Source' },
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query) => {
        const found = session.projects.map(async (project) => symbols(project, await project.together.find(query), query));
        return (await Promise.all(found)).flat().slice(0, mostSymbols);
      },
    }),
  );
}

function outline(project: Project, state: ArticleState): vscode.DocumentSymbol[] {
  const bySpeaker = new Map<string, Item[]>();
  for (const item of state.items) {
    if (item.type !== 'quotation') continue;
    const name = speakerLabel(project, state, item);
    const known = bySpeaker.get(name);
    if (known) known.push(item);
    else bySpeaker.set(name, [item]);
  }
  return [...bySpeaker].map(([name, items]) => {
    const hull = items.reduce(({ start, end }, { span }) => ({ start: Math.min(start, span.start), end: Math.max(end, span.end) }), {
      start: Infinity,
      end: 0,
    });
    const first = items[0]?.span ?? hull;
    const detail = `${items.length} ${items.length === 1 ? vscode.l10n.t('quotation') : vscode.l10n.t('quotations')}`;
    const symbol = new DocumentSymbol(name, detail, vscode.SymbolKind.Class, state.lines.range(hull), state.lines.range(first));
    symbol.children = items.map((item) => {
      const range = state.lines.range(item.span);
      return new DocumentSymbol(words(state, item.span), item.kind ?? '', vscode.SymbolKind.String, range, range);
    });
    return symbol;
  });
}

function symbols(project: Project, states: readonly ArticleState[], query: string): vscode.SymbolInformation[] {
  const wanted = query.toLowerCase().split(/\s+/);
  const fits = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  const found: vscode.SymbolInformation[] = [];
  for (const state of states) {
    const at = (span: Span) => new vscode.Location(state.uri, state.lines.range(span));
    for (const speaker of state.analysis.speakers) {
      const [first] = speaker.mentions;
      const name = project.together.speakerName(state, speaker);
      if (first && (fits(name) || fits(speaker.name)))
        found.push(new SymbolInformation(name, vscode.SymbolKind.Class, labelOf(state), at(first)));
    }
    for (const item of state.items) {
      const text = item.type === 'quotation' ? wordingOf(state, item.span) : '';
      if (text === '' || !fits(text)) continue;
      const container = `${speakerLabel(project, state, item)}, ${labelOf(state)}`;
      found.push(new SymbolInformation(words(state, item.span), vscode.SymbolKind.String, container, at(item.span)));
    }
    if (found.length > mostSymbols) break;
  }
  return found;
}

/** The fullest names in the folder: the same person has the same name in every article. */
function speakerLabel(project: Project, state: ArticleState, item: Item): string {
  return (
    item.speakers.map((speaker) => project.together.speakerName(state, speaker)).join(vscode.l10n.t(' and ')) ||
    vscode.l10n.t('Unknown speaker')
  );
}

function words(state: ArticleState, span: Span): string {
  return shortened(wordingOf(state, span), 80) || '…';
}
