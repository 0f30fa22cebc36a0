import type * as vscode from 'vscode';
import type { Analysis, Article, ChangedSince, EarlierText, Fault, Item, Placed, Registry, Sidecar } from '../../core/index';
import type { LineTable } from './lineTable';

/** Everything known about an article at one version of its text, its sidecar and the registry. */
export interface ArticleState {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly article: Article;
  readonly analysis: Analysis;
  readonly lines: LineTable;
  readonly sha256: string;
  readonly sidecar: Sidecar;
  readonly placed: readonly Placed[];
  readonly items: readonly Item[];
  /** What its outlet has changed since the earlier version that the entry was given last. */
  readonly changed: ChangedSince | undefined;
  /** Where the program has failed over it: that is not there, everything else is. */
  readonly faults: readonly Fault[];
}

/** What is found in a text, and what it was read with. */
export interface Read {
  readonly version: number;
  readonly registry: Registry;
  readonly facts: string;
  readonly article: Article;
  readonly analysis: Analysis;
  readonly lines: LineTable;
  readonly sha256: string;
}

/** A text that an article had before. */
export interface Earlier {
  readonly text: EarlierText;
  compare(now: Pick<Read, 'article' | 'analysis'>): ChangedSince | undefined;
}
