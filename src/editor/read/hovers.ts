import * as vscode from 'vscode';
import { itemAt } from '../../workspace/articles/index';
import { statementAt } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { articleSelector } from '../shared/index';
import { quotationCard, speakerCard } from './card';
import { dateCard } from './dateCard';

export function registerHovers(session: Session): vscode.Disposable {
  return vscode.languages.registerHoverProvider(articleSelector, {
    async provideHover(document, position) {
      const state = session.shown(document);
      const project = session.projectOf(document.uri);
      const item = state && itemAt(state, state.lines.offset(position));
      if (state === undefined || project === undefined || item === undefined) return undefined;
      const range = state.lines.range(item.span);
      if (item.type === 'date') return new vscode.Hover(dateCard(session, project, state, item), range);
      const statement = await statementAt(project, state, item.span, item);
      if (session.shown(document)?.article !== state.article) return undefined; // the text has changed meanwhile
      const card = item.type === 'speaker' ? speakerCard : quotationCard;
      return new vscode.Hover(card(session, statement, item), range);
    },
  });
}
