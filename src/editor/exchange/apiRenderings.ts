import type * as vscode from 'vscode';
import { cardOf, outletOf, wordingOf } from '../../core/index';
import { itemAt } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';

export interface ApiRenderings {
  /** "4 outlets · 2 independent origins · 1 contradiction" */
  readonly verdict: string;
  readonly renderings: readonly ApiRendering[];
}

export interface ApiRendering {
  readonly article: vscode.Uri;
  readonly range: vscode.Range;
  /** Absent where nobody knows it. */
  readonly outlet?: string;
  readonly words: string;
  readonly relation: 'verbatim' | 'trimmed' | 'retranslated' | 'indirect' | 'contradicts';
  readonly isSure: boolean;
}

/** Where else the statement at a place stands; undefined where none does. */
export async function renderingsAt(session: Session, article: vscode.Uri, position: vscode.Position): Promise<ApiRenderings | undefined> {
  const state = session.article(article);
  const project = session.projectOf(article);
  const item = state && itemAt(state, state.lines.offset(position));
  if (state === undefined || project === undefined || item === undefined) return undefined;
  const statement = await project.together.statementAt(state, item.span, item);
  const renderings = statement.renderings.map(({ state: there, match }): ApiRendering => {
    const outlet = outletOf(there.article, project.together.registry)?.name;
    return {
      article: there.uri,
      range: there.lines.range(match),
      ...(outlet !== undefined && { outlet }),
      words: wordingOf(there, match),
      relation: match.relation,
      isSure: match.level === 'match',
    };
  });
  return { verdict: cardOf(statement).verdict, renderings };
}
