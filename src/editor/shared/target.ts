import * as vscode from 'vscode';
import { contains, type Item } from '../../core/index';
import { type ArticleState, itemsAt, itemsAtCursor } from '../../workspace/articles/index';
import type { Picked } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage, showInformationMessage } from '../../workspace/window/index';
import { attempt } from './attempt';

/** What a tree hands to a command. */
export interface ItemNode {
  readonly state: ArticleState;
  readonly item: Item;
}

/** What a command is about: the ids a card gives, a tree's node, else the items at the cursor or in the selection. */
export function targets(session: Session, args: readonly unknown[], fits: (item: Item) => boolean = () => true): readonly Picked[] {
  const [first, second] = args;
  if (typeof first === 'string' && typeof second === 'string') {
    const state = session.byId(first);
    const item = state?.items.find(({ id }) => id === second);
    if (state && item) return [{ state, item }];
    void showInformationMessage(vscode.l10n.t('The text has changed since: point at the passage again.'));
    return [];
  }
  if (isNode(first)) {
    // The tree may be older than the text.
    const state = session.article(first.state.uri);
    const item = state?.items.find(({ id }) => id === first.item.id);
    return state && item ? [{ state, item }] : [];
  }
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  if (editor === undefined || state === undefined) return [];
  const { selection } = editor;
  const span = state.lines.span(selection);
  const touched = (selection.isEmpty ? itemsAtCursor(state, span.start) : itemsAt(state, span)).filter(fits);
  const innermost = touched.slice(0, 1);
  // Where a command has led to a finding, that one is meant and not what stands in it.
  const same = touched.filter((item) => item.span.start === span.start && item.span.end === span.end).slice(0, 1);
  const inside = touched.filter((item) => contains(span, item.span));
  const meant = selection.isEmpty ? innermost : ([same, inside].find((items) => items.length > 0) ?? innermost);
  return meant.map((item) => ({ state, item }));
}

type Action = (...args: unknown[]) => Promise<unknown>;

export function registerCommand(name: string, action: Action): vscode.Disposable {
  return vscode.commands.registerCommand(`secondSource.${name}`, (...args: unknown[]) => attempt(() => action(...args)));
}

/** A command about one item: what a card or a tree names, else what stands at the cursor. */
export function registerItemCommand(
  session: Session,
  name: string,
  action: (pick: Picked, args: readonly unknown[]) => Promise<unknown>,
  fits: (item: Item) => boolean = () => true,
): vscode.Disposable {
  return registerCommand(name, async (...args) => {
    const [pick] = targets(session, args, fits);
    if (pick === undefined || !fits(pick.item)) nothingHere();
    else await action(pick, args);
  });
}

function isNode(value: unknown): value is ItemNode {
  return typeof value === 'object' && value !== null && 'state' in value && 'item' in value;
}

/** The article a command is about: a card's id, a tree's or explorer's node, else the one in front. */
export function targetArticle(session: Session, args: readonly unknown[]): ArticleState | undefined {
  const [first] = args;
  if (typeof first === 'string') return session.byId(first);
  if (first instanceof vscode.Uri) return session.article(first);
  if (typeof first === 'object' && first !== null && 'state' in first) return session.article((first as ItemNode).state.uri);
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && session.article(uri);
}

export function nothingHere(what = vscode.l10n.t('nothing annotated or suggested here')): void {
  void setStatusBarMessage(vscode.l10n.t('Second Source: {0}', what), 4000);
}
