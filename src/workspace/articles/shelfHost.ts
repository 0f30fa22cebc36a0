import type * as vscode from 'vscode';
import type { Analysis, ArticleSource } from '../../core/index';
import type { Spelled } from './sidecarNames';

/** What the shelf needs of the room it stands in. */
export interface ShelfHost {
  /** Gives the host a turn; false once there is nobody left to work for. */
  readonly pause: () => Promise<boolean>;
  /** A long article, for which there is no time here. */
  readonly analyse: (source: ArticleSource) => Promise<Analysis>;
  readonly isArticle: (uri: vscode.Uri) => boolean;
  readonly spelled: Spelled;
  /** An article is another one now, in its text or in what is said about it. */
  readonly outdated: (uri: vscode.Uri) => void;
}
