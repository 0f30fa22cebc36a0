import * as vscode from 'vscode';
import { type Citation, cslCitation, gatherStatement, type Item, markdownCitation, type Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage } from '../../workspace/window/index';
import { attempt, nothingHere, targets } from '../shared/index';

/** Copies a quotation with its source: as Markdown, as CSL-JSON, or with all its renderings as a list. */
export function registerCitations(session: Session): vscode.Disposable {
  const command = (name: string, textOf: (state: ArticleState, item: Item) => string) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (...args: unknown[]) =>
      attempt(async () => {
        const [pick] = targets(session, args, ({ type }) => type === 'quotation' || type === 'statement');
        if (pick === undefined) {
          nothingHere();
          return;
        }
        await vscode.env.clipboard.writeText(textOf(pick.state, pick.item));
        void setStatusBarMessage(vscode.l10n.t('Second Source: copied with its source'), 4000);
      }),
    );
  return vscode.Disposable.from(
    command('copyCitation', (state, item) => markdownCitation(citation(state, item.span, item))),
    command('copyCitationCsl', (state, item) => cslCitation(citation(state, item.span, item))),
    command('copyRenderings', (state, item) => {
      const project = session.projectOf(state.uri);
      const others = project ? gatherStatement(project.together, state, item.span).renderings : [];
      const all = [citation(state, item.span, item), ...others.map((other) => citation(other.state, other.match, other.item))];
      return all.map((entry) => `- ${markdownCitation(entry)}\n`).join('');
    }),
  );
}

function citation(state: ArticleState, span: Span, item: Item | undefined): Citation {
  const speakers = item?.speakers.map(({ name }) => name) ?? [];
  return { path: state.path, article: state.article, span, speakers, reported: item?.kind === 'indirect' || item?.type === 'statement' };
}
