import * as vscode from 'vscode';
import { type AnnotationType, overlaps, type Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { accept, annotate, type NewAnnotation, reject } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage, showInformationMessage, showInputBox } from '../../workspace/window/index';
import { attempt, nothingHere, targets } from '../shared/index';
import { askDateValue } from './dateChoice';
import { askSpeakers } from './speakerChoice';
import { askType, type ChosenType } from './typeChoice';

/** Accept, reject, change speaker, annotate the selection; undo and redo of these. */
export function registerDecisionCommands(session: Session): vscode.Disposable {
  const command = (name: string, action: (...args: unknown[]) => Promise<unknown>) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (...args: unknown[]) => attempt(() => action(...args)));
  return vscode.Disposable.from(
    command('accept', async (...args) => {
      const picks = targets(session, args);
      const open = picks.filter(({ item }) => item.status !== 'accepted' || item.how !== 'exact');
      if (open.length > 0) await accept(session, open);
      else if (picks.length === 0) nothingHere();
    }),
    command('reject', async (...args) => {
      const picks = targets(session, args);
      if (picks.length > 0) await reject(session, picks);
      else nothingHere();
    }),
    command('annotateAs', () => annotateSelection(session)),
    command('annotateQuotation', () => annotateSelection(session, 'quotation')),
    command('annotateSpeaker', () => annotateSelection(session, 'speaker')),
    command('annotateDate', () => annotateSelection(session, 'date')),
    command('annotateNote', () => annotateSelection(session, 'note')),
    command('undoDecision', async () => {
      const label = await session.journal.undo();
      void setStatusBarMessage(
        label === undefined ? vscode.l10n.t('Second Source: nothing to undo') : vscode.l10n.t('Second Source: undid “{0}”', label),
        4000,
      );
    }),
    command('redoDecision', async () => {
      const label = await session.journal.redo();
      void setStatusBarMessage(
        label === undefined ? vscode.l10n.t('Second Source: nothing to redo') : vscode.l10n.t('Second Source: redid “{0}”', label),
        4000,
      );
    }),
  );
}

async function annotateSelection(session: Session, wanted?: AnnotationType): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const project = state && session.projectOf(state.uri);
  if (editor === undefined || state === undefined || project === undefined) return;
  const span = trimmed(state.article.raw, state.lines.span(editor.selection));
  if (span.start === span.end) {
    void showInformationMessage(vscode.l10n.t('Select the words to annotate first.'));
    return;
  }
  const chosen: ChosenType | undefined = wanted === undefined ? await askType() : { type: wanted };
  if (chosen === undefined) return;
  const { type } = chosen;
  const kind = chosen.kind ?? (type === 'quotation' ? kindOf(state.article.raw.slice(span.start, span.end)) : undefined);
  const made = await details(project, state, span, type);
  if (made) await annotate(session, state, span, { ...made, ...(kind && { kind }) });
}

/** What belongs to an annotation of this type, asked; `undefined` where the person gave up. */
async function details(project: Project, state: ArticleState, span: Span, type: AnnotationType): Promise<NewAnnotation | undefined> {
  switch (type) {
    case 'quotation':
    case 'speaker': {
      const speakers = await askSpeakers(project, state);
      return speakers && { type, speakers };
    }
    case 'date': {
      const value = await askDateValue(state.analysis.dates.find((date) => overlaps(date, span))?.value ?? '');
      return value === undefined ? undefined : { type, ...(value !== '' && { value }) };
    }
    case 'note': {
      const note = await showInputBox({ prompt: vscode.l10n.t('Your note on this passage') });
      return note === undefined || note === '' ? undefined : { type, note };
    }
    case 'statement':
    case 'cue':
      return { type };
  }
}

/** Marks around all of it: direct; marks inside: mixed; none: indirect. */
function kindOf(text: string): NonNullable<NewAnnotation['kind']> {
  const marks = /["“”„‟«»‘’‚‹›「」『』]/u;
  const opens = marks.test(text.slice(0, 1));
  if (opens && marks.test(text.slice(-2))) return 'direct';
  return /["“”„«»「」『』]/u.test(text) ? 'mixed' : 'indirect';
}

function trimmed(raw: string, span: Span): Span {
  const text = raw.slice(span.start, span.end);
  const start = span.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, span.start + text.trimEnd().length) };
}
