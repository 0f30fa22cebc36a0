import * as vscode from 'vscode';
import { outletCount, outletsText } from '../../core/index';
import { settingsFor } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { plainLabel } from '../../workspace/window/index';
import { articleSelector } from '../shared/index';

class QuotationLens extends vscode.CodeLens {
  readonly uri: vscode.Uri;
  readonly itemId: string;

  constructor(range: vscode.Range, uri: vscode.Uri, itemId: string) {
    super(range);
    this.uri = uri;
    this.itemId = itemId;
  }
}

/** Above each quotation: how many outlets have it and how many origins stand behind them. Off unless a person wants it. */
export function registerCodeLenses(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<QuotationLens> = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const state = settingsFor(document.uri).codeLens ? session.shown(document) : undefined;
      const quotations = state?.items.filter(({ type }) => type === 'quotation') ?? [];
      return quotations.map(
        ({ id, span }) => new QuotationLens(state?.lines.range(span) ?? new vscode.Range(0, 0, 0, 0), document.uri, id),
      );
    },
    async resolveCodeLens(lens) {
      const state = session.article(lens.uri);
      const project = session.projectOf(lens.uri);
      const item = state?.items.find(({ id }) => id === lens.itemId);
      if (state === undefined || project === undefined || item === undefined) return lens;
      const { renderings, outlets, origins } = await project.together.statementAt(state, item.span, item);
      const alone = renderings.length === 0 ? vscode.l10n.t('only here') : vscode.l10n.t('perhaps elsewhere');
      const behind = `${origins.length} ${origins.length === 1 ? vscode.l10n.t('origin') : vscode.l10n.t('origins')}`;
      const title = outletCount(outlets) === 1 ? alone : `${outletsText(outlets, vscode.l10n.t)} · ${behind}`;
      lens.command = {
        title: plainLabel(title),
        command: renderings.length === 0 ? '' : 'secondSource.showRenderings',
        arguments: [session.idOf(lens.uri), item.id],
      };
      return lens;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(articleSelector, provider),
    session.onDidChange(({ kind }) => {
      if (kind !== 'progress') changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('secondSource.codeLens')) changed.fire();
    }),
    vscode.commands.registerCommand('secondSource.showRenderings', async (id: unknown, itemId: unknown) => {
      const state = typeof id === 'string' ? session.byId(id) : undefined;
      const project = state && session.projectOf(state.uri);
      const item = state?.items.find((candidate) => candidate.id === itemId);
      if (state === undefined || project === undefined || item === undefined) return;
      const { renderings } = await project.together.statementAt(state, item.span, item);
      const places = renderings.map(({ state: there, match }) => new vscode.Location(there.uri, there.lines.range(match)));
      await vscode.commands.executeCommand('editor.action.peekLocations', state.uri, state.lines.position(item.span.start), places, 'peek');
    }),
  );
}
