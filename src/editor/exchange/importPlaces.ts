import * as vscode from 'vscode';
import type { ImportEntry, Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { PendingImport } from '../../workspace/decisions/index';
import { showQuickPick } from '../../workspace/window/index';

const beside = 60;

/** Asks which of the places is meant at which the words of an entry stand; `given` is where one begins. */
export async function choosePlace({ preview, project }: PendingImport, id: unknown, given: unknown): Promise<Chosen | undefined> {
  for (const { path, entries } of preview.documents) {
    const entry = entries.find(({ annotation }) => annotation.id === id);
    const state = project.stateAt(path);
    if (entry === undefined || state === undefined) continue;
    const span = typeof given === 'number' ? entry.choices?.find(({ start }) => start === given) : await askPlace(state, entry);
    return span && { id: entry.annotation.id, state, span };
  }
  return undefined;
}

interface Chosen {
  readonly id: string;
  readonly state: ArticleState;
  readonly span: Span;
}

/** Each with what stands around it, which tells equal words apart. */
async function askPlace(state: ArticleState, { choices = [] }: ImportEntry): Promise<Span | undefined> {
  const { raw } = state.article;
  const picks = choices.map((span) => ({
    label: raw.slice(Math.max(0, span.start - beside), span.end + beside).replace(/\s+/g, ' '),
    description: vscode.l10n.t('line {0}', state.lines.position(span.start).line + 1),
    span,
  }));
  return (
    await showQuickPick(picks, { title: vscode.l10n.t('Where in {0}?', state.path), placeHolder: vscode.l10n.t('Which words are meant?') })
  )?.span;
}
