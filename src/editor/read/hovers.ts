import * as vscode from 'vscode';
import type { Item } from '../../core/index';
import { type ArticleState, itemsAtCursor } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { articleSelector } from '../shared/index';
import { quotationCard } from './card';
import { dateCard } from './dateCard';
import { speakerCard } from './speakerCard';

export function registerHovers(session: Session): vscode.Disposable {
  return vscode.languages.registerHoverProvider(articleSelector, {
    async provideHover(document, position, cancel) {
      const state = session.shown(document);
      const project = session.projectOf(document.uri);
      if (state === undefined || project === undefined) return undefined;
      const items = itemsAtCursor(state, state.lines.offset(position));
      const [innermost] = items;
      if (innermost === undefined) return undefined;
      // A date, a name or another's words in a quotation are part of it: the card of the quotation stands below their own.
      const isPart = innermost.type === 'date' || innermost.type === 'speaker';
      const around = isPart ? items.find(isSaid) : items.find(({ id }) => id === innermost.in);
      // Side by side: each may wait for an archive.
      const shown = around ? [innermost, around] : [innermost];
      const cards = await Promise.all(shown.map((item) => cardAt(session, project, state, item, cancel)));
      if (session.shown(document)?.article !== state.article) return undefined; // the text has changed meanwhile
      return new vscode.Hover(cards, state.lines.range(innermost.span));
    },
  });
}

function isSaid({ type }: Item): boolean {
  return type === 'quotation' || type === 'statement';
}

async function cardAt(
  session: Session,
  project: Project,
  state: ArticleState,
  item: Item,
  cancel: vscode.CancellationToken,
): Promise<vscode.MarkdownString> {
  const { together } = project;
  if (item.type === 'date') return dateCard(session, project, state, item);
  if (item.type === 'speaker') return speakerCard(session, await together.statementAt(state, item.span, item), item);
  const archived = session.archive.ask(state, item.span, cancel);
  return quotationCard(session, await together.statementAt(state, item.span, item, archived), item);
}
