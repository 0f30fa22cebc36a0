import * as vscode from 'vscode';
import { cardOf, outletOf, wordingOf } from '../../core/index';
import { itemAt } from '../../workspace/articles/index';
import { statementAt } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';

/**
 * What `vscode.extensions.getExtension('second-source.second-source').exports` gives to another extension. Within a `version` nothing is
 * taken away or given another meaning; docs/api.md describes it.
 */
export interface SecondSourceApi {
  readonly version: 1;
  /** Something about an article, or about all articles of a folder, may be different from what was told before. */
  readonly onDidChange: vscode.Event<{ readonly kind: 'article' | 'folder'; readonly uri: vscode.Uri }>;
  /** What stands in an article of an annotated folder; undefined for any other file and while it is read. */
  statements(article: vscode.Uri): readonly ApiStatement[] | undefined;
  /** Where else the statement at a place stands; undefined where none does. */
  renderings(article: vscode.Uri, position: vscode.Position): Promise<ApiRenderings | undefined>;
}

export interface ApiStatement {
  readonly id: string;
  readonly type: 'quotation' | 'statement' | 'speaker' | 'date' | 'cue' | 'note';
  readonly kind?: 'direct' | 'mixed' | 'indirect' | 'scare';
  readonly status: 'suggested' | 'accepted';
  readonly range: vscode.Range;
  readonly words: string;
  readonly speakers: readonly string[];
  /** Of the engine, 0 to 1. */
  readonly confidence?: number;
  /** TIMEX3, of a date. */
  readonly value?: string;
}

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

export function apiOf(session: Session): SecondSourceApi {
  const changed = new vscode.EventEmitter<{ readonly kind: 'article' | 'folder'; readonly uri: vscode.Uri }>();
  session.onDidChange((change) => {
    if (change.kind === 'article') changed.fire({ kind: 'article', uri: change.uri });
    else if (change.kind === 'folder') changed.fire({ kind: 'folder', uri: change.root });
  });
  return {
    version: 1,
    onDidChange: changed.event,
    statements: (article) => {
      const state = session.article(article);
      return state?.items.map(({ id, type, kind, status, span, speakers, quotation, date, annotation }): ApiStatement => {
        const value = annotation?.value ?? date?.value;
        return {
          id,
          type,
          ...(kind && { kind }),
          status,
          range: state.lines.range(span),
          words: wordingOf(state, span),
          speakers: speakers.map(({ name }) => name),
          ...(quotation && { confidence: quotation.confidence }),
          ...(value !== undefined && { value }),
        };
      });
    },
    renderings: async (article, position) => {
      const state = session.article(article);
      const project = session.projectOf(article);
      const item = state && itemAt(state, state.lines.offset(position));
      if (state === undefined || project === undefined || item === undefined) return undefined;
      const statement = await statementAt(project, state, item.span, item);
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
    },
  };
}
