import * as vscode from 'vscode';
import { itemAt } from '../../workspace/articles/index';
import { fetchRenderings } from '../../workspace/folder/index';
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
      if (item.type === 'speaker' || item.type === 'quotation') await fetchRenderings(project, state, item.span);
      if (session.shown(document)?.article !== state.article) return undefined; // the text has changed meanwhile
      const range = state.lines.range(item.span);
      switch (item.type) {
        case 'date':
          return new vscode.Hover(dateCard(session, project, state, item), range);
        case 'speaker':
          return new vscode.Hover(speakerCard(session, project, state, item), range);
        case 'quotation':
        case 'statement':
        case 'cue':
        case 'note':
          return new vscode.Hover(quotationCard(session, project, state, item), range);
      }
    },
  });
}
