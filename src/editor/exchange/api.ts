import * as vscode from 'vscode';
import { wordingOf } from '../../core/index';
import type { SentenceEncoder, Session } from '../../workspace/session/index';
import type { ApiRenderings } from './apiRenderings';

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
  /**
   * Has an encoder read the sentences of English articles, so that what is told in other words is found more often, until what is returned is
   * disposed of or another encoder takes its place. Cards never wait for it; one that fails, or gives no such vectors, is asked no more.
   */
  useEncoder(encoder: SentenceEncoder): vscode.Disposable;
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
    useEncoder: (encoder) => {
      if (typeof (encoder as Partial<SentenceEncoder> | undefined)?.encode !== 'function')
        throw new TypeError(vscode.l10n.t('useEncoder() takes an object with a function encode().'));
      return session.useEncoder(encoder);
    },
    renderings: async (article, position) => (await import('./apiRenderings')).renderingsAt(session, article, position),
  };
}
